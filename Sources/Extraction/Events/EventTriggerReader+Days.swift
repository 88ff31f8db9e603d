internal import EntenteSchema

/// The dates of a sentence, and what follows them.
extension EventTriggerReader {
  /// Whether the sentence has a date that is no mere year.
  ///
  /// A chronology has the date before its paragraph, and that may be a year.
  func hasDay(_ sentence: TextSentence) -> Bool {
    facts.dates(in: sentence.bytes).contains { mention in
      let date = facts.dates[mention.date]
      return !date.vague && date.precision != .year
    } || headings.heading(of: sentence) != nil
  }

  /// `se rendra la semaine prochaine à Oslo`, `siégera les 14 et 15 mai à Oslo`, `a effectué, du 7 au 9 mai, une visite`:
  /// past a date that begins at a token, with the words and commas about it.
  func afterDate(_ token: Int, _ sentence: TextSentence) -> Int {
    guard token < sentence.tokens.upperBound else { return token }
    var last = token
    while last + 1 < sentence.tokens.upperBound, last - token < 3, leadsDate(last, opening: last == token) { last += 1 }
    let reach = text.tokens[token].bytes.lowerBound..<text.tokens[last].bytes.upperBound
    guard let date = facts.dates(in: reach).first else { return aside(at: token)?.upperBound ?? token }
    var next = text.token(atByte: date.bytes.upperBound) ?? token
    // `mardi soir`
    if next < sentence.tokens.upperBound, let aside = aside(at: next) { next = aside.upperBound }
    return isComma(token) && next < sentence.tokens.upperBound && isComma(next) ? next + 1 : next
  }

  /// `dans la soirée`, `à huis clos`: what may stand where a day does.
  private func aside(at token: Int) -> Range<Int>? {
    text.eventCue("aside", at: token)?.tokens
  }

  private static let dateWords: CategorySet = [
    .eventDeterminer, .dateIntro, .dateDeadline, .dateFrame, .dateWeekday, .dateOrdinal,
  ]

  private func leadsDate(_ token: Int, opening: Bool) -> Bool {
    opening && isComma(token) || text.categories(at: token).intersects(Self.dateWords)
  }

  func isComma(_ token: Int) -> Bool {
    text.tokens[token].kind == .punctuation && text.tokens[token].value == Punctuation.comma
  }
}
