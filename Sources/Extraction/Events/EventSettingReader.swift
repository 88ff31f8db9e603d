internal import EntenteSchema

/// Reads when, where and with whom an event takes place, from the sentence that tells of it.
struct EventSettingReader {
  let text: AnnotatedText
  let facts: DocumentFacts

  // MARK: Date

  /// The date that stands nearest. A year loses to a finer date, a period that is told beside a day wins, and a word
  /// without calendar content is none, nor are words that the trigger stands in: `le lendemain du sommet`.
  ///
  /// - Parameter last: the last day that it may begin on, ISO 8601; empty for any.
  func date(of trigger: EventTrigger, in sentence: TextSentence, until last: String = "") -> Int? {
    let anchor = text.bytes(of: trigger.tokens)
    var best: (distance: Int, date: Int)?
    for mention in facts.dates(in: sentence.bytes) {
      let date = facts.dates[mention.date]
      if isSince(mention) || isOfAnother(mention) || isOfTelling(mention, before: anchor.lowerBound, in: sentence) {
        continue
      }
      if date.vague || !last.isEmpty && date.start > last { continue }
      if mention.bytes.lowerBound < anchor.lowerBound, mention.bytes.upperBound >= anchor.upperBound { continue }
      var distance =
        mention.bytes.lowerBound >= anchor.upperBound
        ? mention.bytes.lowerBound - anchor.upperBound : max(0, anchor.lowerBound - mention.bytes.upperBound)
      distance += clauses(between: mention.bytes, and: anchor) * Self.clauseDistance
      if date.precision == .year { distance += 120 }
      // `rompus depuis Pâques, doivent reprendre le 10`
      if isAfterSince(mention) { distance += Self.sinceDistance }
      if date.precision == .range { distance /= 2 }
      if best.map({ distance < $0.distance }) ?? true { best = (distance, mention.date) }
    }
    return best?.date
  }

  /// How many bytes farther a date counts for each clause between it and the event.
  private static let clauseDistance = 80
  private static let and = Lexicon.standard.word("et")

  /// `sera examiné le 26 mars ; il doit rencontrer la ministre lundi`, `parlera dimanche, et la Chambre débattra le 12`:
  /// the semicolons, and the commas before `et`, between two spans.
  private func clauses(between date: Range<Int>, and anchor: Range<Int>) -> Int {
    let (start, end) = (min(date.upperBound, anchor.upperBound), max(date.lowerBound, anchor.lowerBound))
    // One may stand in the other.
    guard start < end, let first = text.token(atByte: start),
      let last = text.token(atByte: end - 1) ?? text.token(atByte: end), first < last
    else { return 0 }
    return (first..<last).count { token in
      guard text.tokens[token].kind == .punctuation else { return false }
      return text.tokens[token].value == Punctuation.semicolon
        || text.tokens[token].value == Punctuation.comma && text.tokens[token + 1].word == Self.and
    }
  }

  private static let that = ["que", "qu'", "qu’"].map(Lexicon.standard.word)

  /// `a annoncé lundi qu'un exercice aura lieu en mai`: the day on which it was said, where the sentence has another.
  private func isOfTelling(_ mention: DocumentFacts.DateMention, before byte: Int, in sentence: TextSentence) -> Bool {
    guard mention.bytes.upperBound <= byte,
      facts.dates(in: mention.bytes.upperBound..<sentence.bytes.upperBound).count > 0,
      let start = text.token(atByte: mention.bytes.lowerBound), let next = text.token(atByte: mention.bytes.upperBound),
      next < sentence.tokens.upperBound, text.tokens[next].word != .unknown, Self.that.contains(text.tokens[next].word)
    else { return false }
    return start > sentence.tokens.lowerBound
      && (max(sentence.tokens.lowerBound, start - 2)..<start).contains { text.match(.sayVerb, at: $0) != nil }
  }

  /// `après celui de l'an dernier`: the date of another event.
  private func isOfAnother(_ mention: DocumentFacts.DateMention) -> Bool {
    guard let token = text.token(atByte: mention.bytes.lowerBound) else { return false }
    return text.hasEventCue("that", in: max(0, token - 3)..<token)
  }

  /// How many bytes farther a date counts that something lasts since.
  private static let sinceDistance = 200

  private func isAfterSince(_ mention: DocumentFacts.DateMention) -> Bool {
    guard let token = text.token(atByte: mention.bytes.lowerBound) else { return false }
    return (max(0, token - 2)...token).contains { text.tokens[$0].word == Self.since }
  }

  private static let since = Lexicon.standard.word("depuis")

  /// `commande depuis janvier`: what lasts since a month or a year ago is no event of that month.
  private func isSince(_ mention: DocumentFacts.DateMention) -> Bool {
    guard let token = text.token(atByte: mention.bytes.lowerBound),
      [.month, .year].contains(facts.dates[mention.date].precision)
    else { return false }
    return (max(0, token - 4)...token).contains { text.tokens[$0].word == Self.since }
  }
}
