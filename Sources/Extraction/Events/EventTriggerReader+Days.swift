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

  /// `Elle est arrivée à Oslo en 1998`: years that are long past, and nothing finer, tell of a life, not of news; but a
  /// chronology has its years before its paragraphs.
  func isBygone(_ sentence: TextSentence) -> Bool {
    guard let year = Int(facts.asOf.prefix(4)), headings.heading(of: sentence) == nil else { return false }
    let dates = facts.dates(in: sentence.bytes)
    return !dates.isEmpty
      && dates.allSatisfy { mention in
        let date = facts.dates[mention.date]
        return date.precision == .year && (Int(date.end.prefix(4)) ?? year) + Self.memory < year
      }
  }

  /// How many years back a year is news.
  private static let memory = 4

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
