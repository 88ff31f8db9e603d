internal import EntenteSchema

/// How a document is laid out: what is title, what is furniture of the page, and what the furniture tells.
struct DocumentStructure {
  /// In bytes of the text; nil where the text has none.
  private(set) var title: Range<Int>?
  /// In bytes of the text, in order.
  private(set) var boilerplate: [Range<Int>] = []
  private(set) var published: PartialDate?
  private(set) var updated: PartialDate?
  /// Whether the date of publication stands before the first words of the body: `PÉKIN, 12 juillet 2023 (Reuters) -`.
  private(set) var hasDateline = false
  /// Of the blocks that are no boilerplate and not the title.
  private(set) var body: [Int] = []

  /// Furniture stands at the ends of a page.
  private static let endBlocks = 8
  private static let longestLine = 160
  /// A byline or a summary may stand before the dateline.
  private static let datelineBlocks = 5
  /// Words of a line that says who wrote, beside those of its date.
  private static let longestCredit = 8
  /// A summary and a byline may stand between the title and the line of a paper or a session.
  private static let sessionBlocks = 3
  private static let longestTitle = 300

  private let vocabulary = StructureWords.standard

  /// - Parameter titleIsGiven: a title was given beside the text, so that its first line need not be one.
  init(_ text: AnnotatedText, documentID: String, titleIsGiven: Bool = false) {
    var titleWords: [String]?
    var held: PartialDate?
    for (number, block) in text.blocks.enumerated() {
      if text.tokens[block.tokens].allSatisfy({ $0.kind == .punctuation }) {
        boilerplate.append(block.line)
        continue
      }
      // The middle of a page is body, and most of a long text.
      guard isAtEnd(number, text) else {
        body.append(number)
        continue
      }
      guard block.bytes.count <= Self.longestTitle || mayBeDateline(block, text) else {
        body.append(number)
        continue
      }
      let line = LineWords(block, of: text)
      if isFurniture(block, line) {
        readFurniture(block, line, number, text, documentID)
        boilerplate.append(block.line)
      } else if readDates(block, line, number, text, documentID)
        || (number < Self.endBlocks && titleWords.map(line.isSame) ?? false)
      {
        boilerplate.append(block.line)
      } else if title == nil, body.isEmpty, !titleIsGiven, isTitle(block, line, text) {
        title = block.bytes
        titleWords = line.words
        held = dayHeld(block, line, text, documentID)
      } else {
        if body.count < Self.datelineBlocks { readDateline(block, line, text, documentID) }
        body.append(number)
      }
    }
    published = published ?? held
    if published == nil { readLastDay(text, documentID) }
  }

  private func isAtEnd(_ number: Int, _ text: AnnotatedText) -> Bool {
    number < Self.endBlocks || number >= text.blocks.count - 4
  }

  /// Whether a paragraph has a number among its first words and a dash or full stop after it, told without a string.
  private func mayBeDateline(_ block: TextBlock, _ text: AnnotatedText) -> Bool {
    guard body.count < Self.datelineBlocks else { return false }
    let tokens = text.tokens[block.tokens.prefix(24)]
    guard let number = tokens.firstIndex(where: { $0.kind == .number }) else { return false }
    return tokens[number...].contains {
      $0.kind == .punctuation && ($0.value == Punctuation.dash || $0.value == Punctuation.fullStop)
    }
  }

  /// A short line with a word of page furniture.
  private func isFurniture(_ block: TextBlock, _ line: LineWords) -> Bool {
    guard block.bytes.count <= Self.longestLine, !endsSentence(line) else { return false }
    if let first = line.indices.first(where: line.hasLetter), vocabulary.contains(line.folded(first), as: .furniture) {
      return true
    }
    return line.indices.contains(where: line.isNumber)
      && line.indices.contains { vocabulary.contains(line.folded($0), as: .measure) }
  }

  /// `4 novembre 2025 | Temps de lecture : 4 minutes`: the furniture of the page has its day.
  private mutating func readFurniture(
    _ block: TextBlock, _ line: LineWords, _ number: Int, _ text: AnnotatedText, _ documentID: String
  ) {
    guard published == nil, number < Self.endBlocks, PrintedDate.mayStand(in: line),
      line.indices.contains(where: { vocabulary.contains(line.folded($0), as: .measure) }),
      let date = PrintedDate(in: line),
      !line.words[..<date.words.lowerBound].contains(where: { vocabulary.contains($0, as: .updated) })
    else { return }
    published = date.date(source: Source(text.bytes(of: shift(date.words, block)), of: text, documentID: documentID))
  }

  private func endsSentence(_ line: LineWords) -> Bool {
    line.indices.count > 6 && line.indices.last.map(line.isFullStop) ?? false
  }

  /// `… depuis quatre ans. (28/12/26)`: a whole date in parentheses, and nothing else, after the last sentence.
  private mutating func readLastDay(_ text: AnnotatedText, _ documentID: String) {
    guard let block = text.blocks.last, text.blocks.count > 2, let last = text.tokens[block.tokens].last,
      last.kind == .punctuation, last.value == Punctuation.closeParenthesis,
      let open = block.tokens.suffix(Self.lastDay).last(where: {
        text.tokens[$0].kind == .punctuation && text.tokens[$0].value == Punctuation.openParenthesis
      })
    else { return }
    if open > block.tokens.lowerBound {
      let before = text.tokens[open - 1]
      guard before.kind == .punctuation, before.value != Punctuation.comma else { return }
    }
    let line = LineWords(text, open..<block.tokens.upperBound)
    guard PrintedDate.mayStandShort(in: line), let date = PrintedDate(in: line, shortYears: true),
      date.words.upperBound == line.indices.upperBound - 1,
      line.words[1..<max(1, date.words.lowerBound)].allSatisfy({ vocabulary.contains($0, as: .dateline) })
    else { return }
    let tokens = open + date.words.lowerBound..<open + date.words.upperBound
    published = date.date(source: Source(text.bytes(of: tokens), of: text, documentID: documentID))
  }

  /// Tokens of a date in parentheses.
  private static let lastDay = 12

  /// A line that holds nothing but dates and the words around them.
  private mutating func readDates(
    _ block: TextBlock, _ line: LineWords, _ number: Int, _ text: AnnotatedText, _ documentID: String
  ) -> Bool {
    guard block.bytes.count <= Self.longestLine, PrintedDate.mayStandShort(in: line),
      number < Self.endBlocks || isClosing(line)
    else { return false }
    var rest = Array(line.indices)
    var found: [(PrintedDate, isUpdate: Bool)] = []
    var isAnswer = false
    var start = 0
    while let date = PrintedDate(in: line, from: start, shortYears: true) {
      let before = line.words[start..<date.words.lowerBound]
      // `Mis en ligne le` tells of the publication.
      let isPosted = before.contains { vocabulary.contains($0, as: .posted) }
      found.append((date, !isPosted && before.contains { vocabulary.contains($0, as: .updated) }))
      isAnswer = isAnswer || before.contains { vocabulary.contains($0, as: .answered) }
      rest.removeAll { date.words.contains($0) }
      start = date.words.upperBound
    }
    guard !found.isEmpty else { return false }
    let others = Self.withoutParentheses(rest.map { line.words[$0] }).filter { word in
      word.contains { $0.isLetter || $0.isNumber } && !vocabulary.contains(word, as: .dateline)
        && !vocabulary.contains(word, as: .updated)
    }
    // A place may stand before the date: "Washington, le 11 juillet 2024".
    let isCredit = line.words.contains {
      vocabulary.contains($0, as: .credit) || vocabulary.contains($0, as: .posted)
    }
    guard
      others.count <= (isCredit ? Self.longestCredit : 2)
        || isSession(found, line, isLetterhead: isShouted(block, text)),
      !endsSentence(line) || isSignature(found, line)
    else { return false }
    for (date, isUpdate) in found {
      let source = Source(text.bytes(of: shift(date.words, block)), of: text, documentID: documentID)
      if isUpdate {
        updated = updated ?? date.date(source: source)
      } else if isAnswer || published == nil {
        published = date.date(source: source)
      }
    }
    return true
  }

  /// `Fait à Oslo, le 3 mars 2024.`, `Publié à 16h30 le 3 mars 2024.`, `Oslo, le 3 mars 2024`: what the last line of a text
  /// begins with.
  private func isClosing(_ line: LineWords) -> Bool {
    guard let first = line.words.first else { return false }
    if let comma = line.words.firstIndex(of: ","), (1...2).contains(comma), line.words.count > comma + 3,
      line.words[comma + 1] == "le", line.beginsWithDigit(comma + 2)
    {
      return true
    }
    // `Chronologie établie le 3 mars 2024.`
    if line.words.count > 4, vocabulary.contains(line.words[1], as: .closing), ["le", "au"].contains(line.words[2]),
      line.beginsWithDigit(3)
    {
      return true
    }
    return vocabulary.contains(first, as: .closing)
      && line.words.dropFirst().first.map { ["a", "le"].contains($0) } ?? false
  }

  /// `Propos recueillis par X, 3 mars 2024.`: who wrote, and last the day.
  private func isSignature(_ found: [(PrintedDate, isUpdate: Bool)], _ line: LineWords) -> Bool {
    guard let first = line.words.first, vocabulary.contains(first, as: .credit) || isClosing(line),
      let date = found.last?.0
    else { return false }
    return date.words.upperBound + 1 == line.words.count
  }

  /// `(an 6 de l'ère Reiwa)` beside a date says nothing else.
  private static func withoutParentheses(_ words: [String]) -> [String] {
    var depth = 0
    return words.filter { word in
      if word == "(" { depth += 1 }
      if word == ")" { depth = max(0, depth - 1) }
      return depth == 0 && word != ")"
    }
  }

  /// `PÉKIN, 12 juillet 2023 (Reuters) - …` at the start of the body.
  private mutating func readDateline(
    _ block: TextBlock, _ line: LineWords, _ text: AnnotatedText, _ documentID: String
  ) {
    guard published == nil, PrintedDate.mayStandShort(in: line),
      let date = PrintedDate(in: line) ?? Self.shortDate(in: line), date.words.lowerBound <= 8
    else { return }
    let after = line.words[date.words.upperBound...].prefix(8)
    guard
      after.contains(where: { ["-", "–", "—"].contains($0) }) || isPlaced(date, block, line, text)
        || opensLine(date, block, line, text),
      date.words.lowerBound > 1 || !isChronology(block, text)
    else { return }
    published = date.date(source: Source(text.bytes(of: shift(date.words, block)), of: text, documentID: documentID))
    hasDateline = true
  }

  /// `Rabat, le 22/01/26 - …`
  private static func shortDate(in line: LineWords) -> PrintedDate? {
    guard let comma = line.indices.prefix(5).first(where: line.isComma), comma > 0, line.indices.count > comma + 3,
      line[comma + 1] == "le",
      let date = PrintedDate(in: line, from: comma + 2, shortYears: true), date.words.lowerBound == comma + 2
    else { return nil }
    return date
  }

  /// `(Helsinki, 4 novembre 2025) Le ministre`, `Mardi 4 novembre 2025. Le ministre`, `HELSINKI – Publié le 04/11/2025`: the
  /// first words of the body, which are no sentence.
  private func opensLine(
    _ date: PrintedDate, _ block: TextBlock, _ line: LineWords, _ text: AnnotatedText
  ) -> Bool {
    let (before, next) = (line.words[..<date.words.lowerBound], date.words.upperBound)
    guard line.words.indices.contains(next) else { return false }
    if before.first == "(", line.words[next] == ")", before.count <= 5 { return true }
    // `IZMIR (AA) 4 novembre 2025 Le ministre`
    if before.count == 4, before.last == ")", before.dropFirst().first == "(" { return true }
    // `OSLO 04.11.2025 - 18:05 (NTB) Le ministre`
    if (1...3).contains(before.count), line.words[next] == "(",
      text.tokens[block.tokens].prefix(before.count).allSatisfy({ $0.flags.contains(.allCaps) })
    {
      return true
    }
    // `Berne, 8 mars 2026 (ats) Le peuple`
    if before.count <= 4, before.last == ",", line.words[next] == "(",
      isAgency(block.tokens.lowerBound + next + 1, text)
    {
      return true
    }
    if before.contains(where: { vocabulary.contains($0, as: .posted) }), before.count <= 8,
      before.contains(where: { ["-", "–", "—", "(", "|"].contains($0) })
    {
      return true
    }
    return line.words[next] == "." && before.count <= 2
      && before.allSatisfy { vocabulary.contains($0, as: .dateline) }
  }

  /// `ats)`: the sign of an agency, or its name, and the end of the parenthesis.
  private func isAgency(_ token: Int, _ text: AnnotatedText) -> Bool {
    guard token + 1 < text.tokens.count, text.tokens[token + 1].kind == .punctuation,
      text.tokens[token + 1].value == Punctuation.closeParenthesis
    else { return false }
    return text.match(.agencySign, at: token) != nil
  }

  /// `25 juin 1950 – La guerre éclate.` among other paragraphs that begin with a date: what is told has a day, not the text.
  private func isChronology(_ block: TextBlock, _ text: AnnotatedText) -> Bool {
    guard let number = text.block(ofToken: block.tokens.lowerBound) else { return false }
    let beside = text.blocks[max(0, number - 3)..<min(text.blocks.count, number + 5)]
    return beside.count { other in
      guard !other.tokens.isEmpty, other.tokens.lowerBound != block.tokens.lowerBound else { return false }

      let first = text.tokens[other.tokens.lowerBound]
      let isDated = first.kind == .number || text.match(.dateMonth, at: other.tokens.lowerBound) != nil
      return isDated
        && text.tokens[other.tokens.prefix(8)].contains {
          $0.kind == .punctuation && [Punctuation.dash, Punctuation.colon, Punctuation.fullStop].contains($0.value)
        }
    } > 1
  }

  /// `Nouméa, lundi 5 mai 2025. Trois mille …`, `NOUMÉA – Lundi 5 mai 2025.`: a place, the date and a full stop.
  private func isPlaced(_ date: PrintedDate, _ block: TextBlock, _ line: LineWords, _ text: AnnotatedText) -> Bool {
    guard let comma = line.words.firstIndex(where: { [",", "-", "–", "—"].contains($0) }),
      (1...2).contains(Self.withoutParentheses(Array(line.words[..<comma])).count), comma < date.words.lowerBound,
      line.words[(comma + 1)..<date.words.lowerBound].allSatisfy({ vocabulary.contains($0, as: .dateline) }),
      line.words.indices.contains(date.words.upperBound), [".", ":"].contains(line.words[date.words.upperBound])
    else { return false }
    return text.match(.eventPreposition, at: block.tokens.lowerBound) == nil
      && text.tokens[block.tokens].prefix(comma).allSatisfy {
        $0.kind == .punctuation || $0.flags.contains(.capitalised)
      }
  }

  /// `Commission des affaires étrangères – mercredi 15 mai 2024`, `Palais d'Egmont, Bruxelles, le 15 mai 2024`: below the
  /// title, whose session it was or where, and when.
  ///
  /// - Parameter isLetterhead: the line begins with a name in capitals, as a paper's above the title does.
  private func isSession(
    _ found: [(PrintedDate, isUpdate: Bool)], _ line: LineWords, isLetterhead: Bool
  ) -> Bool {
    guard title != nil ? body.count < Self.sessionBlocks : isLetterhead, found.count == 1, let date = found.first?.0
    else { return false }
    return endsWith(date, line)
  }

  /// Whether a mark parts a date from the words before it, and nothing but a page or a section follows.
  private func endsWith(_ date: PrintedDate, _ line: LineWords) -> Bool {
    guard isTail(line.words[date.words.upperBound...]),
      let mark = line.words[..<date.words.lowerBound].lastIndex(where: {
        ["-", "–", "—", "|", ",", "•", "·", "/"].contains($0)
      })
    else { return false }
    return line.words[(mark + 1)..<date.words.lowerBound].allSatisfy { vocabulary.contains($0, as: .dateline) }
  }

  /// `Conférence de presse – Séoul, mardi 20 janvier 2026`: the day that a title ends with, where its weekday or the kind of
  /// the text says that it was held then.
  private func dayHeld(
    _ block: TextBlock, _ line: LineWords, _ text: AnnotatedText, _ documentID: String
  ) -> PartialDate? {
    guard block.bytes.count <= Self.longestLine, PrintedDate.mayStand(in: line), let date = PrintedDate(in: line),
      date.words.lowerBound > 0, endsWith(date, line)
    else { return nil }
    let day = shift(date.words, block)
    guard
      text.match(.dateWeekday, at: day.lowerBound - 1) != nil
        || line.words.first.map({ vocabulary.contains($0, as: .record) }) ?? false
    else { return nil }
    return date.date(source: Source(text.bytes(of: day), of: text, documentID: documentID))
  }

  /// `LE PHARE DES FLANDRES – Jeudi 10 octobre 2024`: the first words in capitals.
  private func isShouted(_ block: TextBlock, _ text: AnnotatedText) -> Bool {
    let words = text.tokens[block.tokens].prefix { $0.kind == .word }
    return words.count > 1
      && words.allSatisfy { $0.flags.contains(.allCaps) || $0.flags.contains([.elided, .capitalised]) }
  }

  /// `, p. 7`, `| World`: what may follow the date of such a line.
  private func isTail(_ words: ArraySlice<String>) -> Bool {
    let others = words.filter { word in
      word.contains { $0.isLetter } && !vocabulary.contains(word, as: .dateline)
    }
    return words.count <= 6 && others.count <= (words.contains("|") ? 2 : 0)
  }

  private func shift(_ words: Range<Int>, _ block: TextBlock) -> Range<Int> {
    block.tokens.lowerBound + words.lowerBound..<block.tokens.lowerBound + words.upperBound
  }

  /// A line of its own that is no sentence, with something after it.
  private func isTitle(_ block: TextBlock, _ line: LineWords, _ text: AnnotatedText) -> Bool {
    guard block.bytes.count <= Self.longestTitle, block.bytes.upperBound < text.bytes.count else { return false }
    switch block.marker {
    case .none, .markdown: break
    default: return false
    }
    let last = text.tokens[block.tokens].last
    return last?.kind != .punctuation || ![Punctuation.fullStop, Punctuation.colon].contains(last?.value ?? 0)
  }
}
