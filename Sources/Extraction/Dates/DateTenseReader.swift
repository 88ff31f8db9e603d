/// Tells whether the clause of a date is past or upcoming, by the verb that stands nearest.
struct DateTenseReader {
  enum Tense: Sendable { case past, upcoming, unknown }

  let text: AnnotatedText

  /// How far a verb may stand from its date, in tokens.
  private static let reach = 16

  func tense(around tokens: Range<Int>) -> Tense {
    guard let number = text.sentence(ofToken: tokens.lowerBound) else { return .unknown }
    let sentence = text.sentences[number].tokens
    let before = nearest(from: tokens.lowerBound - 1, by: -1, in: sentence)
    let after = nearest(from: tokens.upperBound, by: 1, in: sentence)
    switch (before, after) {
    case (let before?, let after?): return before.cost <= after.cost ? before.tense : after.tense
    default: return (before ?? after)?.tense ?? .unknown
    }
  }

  private func nearest(from start: Int, by step: Int, in sentence: Range<Int>) -> (cost: Int, tense: Tense)? {
    var token = start
    var cost = 0
    while sentence.contains(token), cost < Self.reach {
      cost += 1
      switch text.tokens[token].kind {
      case .punctuation:
        let mark = text.tokens[token].value
        if [Punctuation.semicolon, Punctuation.colon, Punctuation.fullStop].contains(mark) { return nil }
        // A clause between commas is read past, dearly.
        cost += mark == Punctuation.comma ? 2 : 4
      case .word:
        if let tense = self.tense(at: token) { return (cost, tense) }
        if text.match(.eventBoundary, at: token) != nil { cost += 6 }
      case .number: break
      }
      token += step
    }
    return nil
  }

  private func isUpcoming(_ token: Int) -> Bool {
    text.match(.dateTense, at: token).map { text.entry($0).value(0) == "upcoming" } ?? false
  }

  private func tense(at token: Int) -> Tense? {
    if let match = text.match(.dateTense, at: token) {
      guard text.entry(match).value(0) == "past" else { return .upcoming }
      // `sera ouvert`, `doit être signé`
      return (max(0, token - 2)..<token).contains { isUpcoming($0) } ? .upcoming : .past
    }
    return text.isFuture(token) ? .upcoming : nil
  }
}
