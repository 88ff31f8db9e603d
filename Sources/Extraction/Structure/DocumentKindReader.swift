internal import EntenteSchema

/// Tells what kind of document a text is, by its title, its publisher, and words and layout that only one kind has.
///
///     let kind = DocumentKindReader(text: text, structure: structure).kind(title: title, publisher: "OTAN")
///
/// Questions in turn with answers make an interview, a salutation a speech, `Nous` at the head of most paragraphs a
/// declaration. A publisher that is an institution speaks for itself: a press release; a medium reports: news. Without a
/// publisher, a text with a whole date and without a dateline, an agency or a bare weekday is taken for a press release.
struct DocumentKindReader {
  let text: AnnotatedText
  let structure: DocumentStructure

  /// How many blocks at each end are asked for words that stand at the ends of a page.
  private static let endBlocks = 6
  private static let fewestQuestions = 2

  func kind(title: String, publisher: String) -> DocumentKind {
    let heading = titleKind(title)
    let (_, questions, answers) = turns
    let isAsked = questions >= Self.fewestQuestions && answers >= questions
    if heading == "interview" || ends("interview") || isAsked && (questions > 2 || heading == "question") {
      return .interview
    }
    if heading == "speech" || ends("speech") { return .speech }
    if heading == "press-release" { return .pressRelease }
    if heading == "declaration" || speaksAsMany { return .declaration }
    return reportOrRelease(publisher)
  }

  // MARK: Title

  /// What the first words of the title say; after a quotation and a colon, those that follow.
  private func titleKind(_ title: String) -> String? {
    let annotated = AnnotatedText(title, lexicon: text.lexicon)
    guard annotated.categories.contains(.kindTitle) else { return nil }
    let starts =
      [0]
      + annotated.tokens.indices.filter {
        annotated.tokens[$0].kind == .punctuation && annotated.tokens[$0].value == Punctuation.colon
      }.map { $0 + 1 }
    for start in starts {
      let first =
        start < annotated.tokens.count && annotated.match(.eventDeterminer, at: start) != nil ? start + 1 : start
      if let match = annotated.match(.kindTitle, at: first) { return annotated.entry(match).value(0) }
    }
    return nil
  }

  // MARK: Layout

  /// Paragraphs that are a question, and those that answer one.
  private var turns: (blocks: Int, questions: Int, answers: Int) {
    var (questions, answers) = (0, 0)
    var isAnswer = false
    for number in structure.body {
      let block = text.blocks[number]
      guard let last = text.tokens[block.tokens].last else { continue }
      let asks = last.kind == .punctuation && last.value == Punctuation.question && block.tokens.count < 60
      if asks { questions += 1 } else if isAnswer { answers += 1 }
      isAnswer = asks
    }
    return (structure.body.count, questions, answers)
  }

  /// Whether words of a kind stand near an end of the document, outside of quotations.
  private func ends(_ kind: String) -> Bool {
    text.matches(of: [.kindLine]).contains { match in
      guard text.entry(match).value(0) == kind,
        let number = text.block(ofToken: match.tokens.lowerBound)
      else { return false }
      // "dans un communiqué" tells of another document.
      if match.tokens.lowerBound > 0, text.match(.sayIndefinite, at: match.tokens.lowerBound - 1) != nil {
        return false
      }
      let isEnd = number < Self.endBlocks || number >= text.blocks.count - Self.endBlocks / 2
      return isEnd && !isQuoted(text.blocks[number])
    }
  }

  private func isQuoted(_ block: TextBlock) -> Bool {
    text.tokens[block.tokens].contains { $0.kind == .punctuation && $0.value == Punctuation.openQuote }
  }

  /// `1. Nous, chefs d'État …`: most paragraphs begin with `Nous`.
  private var speaksAsMany: Bool {
    guard text.categories.contains(.partnerPronoun) else { return false }
    let paragraphs = structure.body.map { text.blocks[$0].tokens }.filter { $0.count > 6 }
    let many = paragraphs.count { tokens in
      tokens.prefix(2).contains { text.match(.partnerPronoun, at: $0).map { text.entry($0).value(0) == "we" } ?? false }
    }
    return many >= 3 && many * 2 >= paragraphs.count
  }

  // MARK: Publisher

  private func reportOrRelease(_ publisher: String) -> DocumentKind {
    if !publisher.isEmpty {
      let words = AnnotatedText(publisher, lexicon: text.lexicon)
      let kinds = words.tokens.indices.compactMap { words.match(.kindPublisher, at: $0) }
      if kinds.contains(where: { words.entry($0).value(0) == "media" }) { return .news }
      // `Ministère de …`, `L'OTAN`: an institution is named by its first word.
      return kinds.first.map { $0.tokens.lowerBound < 2 } ?? false ? .pressRelease : .news
    }
    if ends("press-release") { return .pressRelease }
    return !reports && hasWholeDay ? .pressRelease : .news
  }

  private var hasWholeDay: Bool {
    guard text.tokens.contains(where: { $0.kind == .number && $0.length == 4 }) else { return false }
    let reader = DateExpressionReader(text: text)
    return structure.body.prefix(Self.endBlocks).contains { number in
      reader.dates(in: text.blocks[number].tokens).contains { found in
        if case .days(_, let last, _) = found.reading { last.year != nil } else { false }
      }
    }
  }

  /// Datelines, agencies and bare weekdays are of news.
  private var reports: Bool {
    structure.hasDateline
      || text.matches(of: [.kindLine, .dateWeekday]).contains { match in
        switch match.category {
        case .kindLine: text.entry(match).value(0) == "news"
        case .dateWeekday:
          !text.tokens.indices.contains(match.tokens.upperBound)
            || text.tokens[match.tokens.upperBound].kind != .number
        default: false
        }
      }
  }
}
