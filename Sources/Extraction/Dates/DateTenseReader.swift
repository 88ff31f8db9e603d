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
        // `fera mardi, a annoncé Paul Roy`: how it is told.
        if step > 0, text.match(.sayAuxiliary, at: token) != nil, text.match(.sayVerb, at: token + 1) != nil {
          return nil
        }
        if let tense = self.tense(at: token, isBefore: step < 0) ?? (step < 0 && isAim(token) ? .upcoming : nil) {
          return (cost, tense)
        }
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

  /// `ont convenu de publier`, `a invité Paul Roy à participer`, before the date: what was agreed lies ahead. `vient de` and `avant de` tell
  /// of something else.
  private func isAim(_ token: Int) -> Bool {
    guard token > 1, text.isInfinitive(token), text.match(.dateMonth, at: token) == nil else { return false }
    let before = text.match(.eventReflexive, at: token - 1) == nil ? token - 1 : token - 2
    guard before > 0, text.match(.dateAim, at: before) != nil else { return false }
    return text.match(.dateDeadline, at: before - 1) == nil && text.match(.dateOffset, at: before - 1) == nil
      && text.match(.dateTense, at: before - 1).map { $0.tokens.count == 1 } ?? true
  }

  private func tense(at token: Int, isBefore: Bool) -> Tense? {
    if let match = text.match(.dateTense, at: token) {
      switch text.entry(match).value(0) {
      case "upcoming": return .upcoming
      // `jeudi depuis la plage` is about the place.
      case "since": return isBefore ? .past : nil
      default: break
      }
      // `sera ouvert`, `doit être signé`
      return (max(0, token - 2)..<token).contains { isUpcoming($0) } ? .upcoming : .past
    }
    return text.isFuture(token) ? .upcoming : nil
  }
}
