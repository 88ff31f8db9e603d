internal import ProtobufCoding

/// Days that are named by their weekday, and feasts.
extension DateExpressionReader {
  func weekday(_ match: LexiconMatch, end: Int) -> DateFound? {
    guard let weekday = Int(text.entry(match).value(0)) else { return nil }
    let token = match.tokens.lowerBound
    let next = match.tokens.upperBound
    if let date = dated(after: next, end: end) {
      return DateFound(reading: date.reading, tokens: token..<date.tokens.upperBound, time: date.time)
    }
    // `lundi le 5 mai`, as Quebec has it
    if self.token(next, isOneOf: ["le"]), next + 1 < end, text.tokens[next + 1].kind == .number,
      let date = dated(after: next + 1, end: end)
    {
      return DateFound(reading: date.reading, tokens: token..<date.tokens.upperBound, time: date.time)
    }
    if let lone = dayOfMonth(weekday, token, end) { return lone }
    // `le 7 mars 2025 (vendredi)` has said which day.
    if isParenthesis(token - 1, Punctuation.openParenthesis), isParenthesis(next, Punctuation.closeParenthesis) {
      return nil
    }
    // `chaque lundi`, `un mardi`
    if token > first, self.token(token - 1, isOneOf: ["chaque", "Chaque", "un", "Un"]) { return nil }
    if let found = ofWeek(weekday, token, next, end) { return found }
    if let (last, stop) = lastWeekday(after: next, end) {
      let side = side(at: stop, end: end)
      // `ouvert du lundi au vendredi`: of every week.
      let isHabit = side == .none && token > first && self.token(token - 1, isOneOf: ["du", "Du"])
      return DateFound(
        reading: isHabit ? .open : .weekdays(weekday, last, side), tokens: token..<(side == .none ? stop : stop + 1))
    }
    let side = side(at: next, end: end)
    // `le dimanche à 15 heures`, `la messe du dimanche`: of every week.
    if side == .none, token > first, self.token(token - 1, isOneOf: ["le", "Le", "du"]) { return nil }
    return DateFound(reading: .weekday(weekday, side), tokens: token..<(side == .none ? next : next + 1))
  }

  /// The day, month and perhaps year after a weekday.
  private func dated(after token: Int, end: Int) -> DateFound? {
    guard token < end else { return nil }
    let found: DateFound? =
      text.tokens[token].kind == .number
      ? iso(at: token, end: end) ?? days(at: token, end: end) ?? numeric(at: token, end: end)
      : spelledDay(at: token, end: end)
    guard let found else { return nil }
    switch found.reading {
    case .days, .open: return found
    default: return nil
    }
  }

  private func isParenthesis(_ token: Int, _ mark: UInt32) -> Bool {
    token >= first && token < text.tokens.count && text.tokens[token].kind == .punctuation
      && text.tokens[token].value == mark
  }

  /// `vendredi 11`, `vendredi 11 au mardi 15`, where no month follows.
  private func dayOfMonth(_ weekday: Int, _ token: Int, _ end: Int) -> DateFound? {
    guard let first = numberedDay(token + 1, end) else { return nil }
    let begin = DateReading.DayOfMonth(weekday: weekday, day: first)
    if let other = linked(at: token + 2, end: end), let match = text.match(.dateWeekday, at: other),
      let weekday = Int(text.entry(match).value(0)), let last = numberedDay(match.tokens.upperBound, end),
      !isAnd(token + 2)
    {
      return DateFound(
        reading: .weekdayOfMonth(begin, DateReading.DayOfMonth(weekday: weekday, day: last)), tokens: token..<other + 2)
    }
    return DateFound(reading: .weekdayOfMonth(begin, begin), tokens: token..<token + 2)
  }

  /// A number that counts nothing, and is no hour: `jeudi 20 heures`.
  private func numberedDay(_ token: Int, _ end: Int) -> Int? {
    guard let day = number(at: token, end: end), (1...31).contains(day), text.tokens[token].length <= 3,
      !isCounting(token + 1, end), token + 1 >= end || text.tokens[token + 1].value != Punctuation.slash
    else { return nil }
    return day
  }

  /// `mardi de la semaine prochaine`, `lundi en huit`.
  private func ofWeek(_ weekday: Int, _ token: Int, _ next: Int, _ end: Int) -> DateFound? {
    guard next + 1 < end else { return nil }
    if self.token(next, isOneOf: ["en"]), let (days, stop) = spelled(at: next + 1, end: end), days == 8 || days == 15 {
      return DateFound(reading: .weekdayAfter(weekday, weeks: days / 7), tokens: token..<stop)
    }
    guard isOfThe(next), let match = text.match(.dateRelative, at: next + 1) else { return nil }
    let entry = text.entry(match)
    guard entry.value(0) == "week", entry.value(2) == "now", let weeks = Int(entry.value(1)) else { return nil }
    return DateFound(reading: .weekdayOfWeek(weekday, weeks: weeks), tokens: token..<match.tokens.upperBound)
  }

  /// `à jeudi`, `au vendredi`.
  private func lastWeekday(after token: Int, _ end: Int) -> (weekday: Int, next: Int)? {
    guard token < end, let link = text.match(.dateLink, at: token), text.entry(link).value(0) == "to",
      let match = text.match(.dateWeekday, at: link.tokens.upperBound), match.tokens.upperBound <= end,
      number(at: match.tokens.upperBound, end: end) == nil, let weekday = Int(text.entry(match).value(0))
    else { return nil }
    return (weekday, match.tokens.upperBound)
  }

  /// `premier mars`, `premier mardi de mars`, `dernier vendredi d'août 2024`.
  func ordinal(_ match: LexiconMatch, end: Int) -> DateFound? {
    guard let number = Int(text.entry(match).value(0)) else { return nil }
    let token = match.tokens.lowerBound
    let next = match.tokens.upperBound
    if number == 1, let day = spelledDay(at: token, end: end) { return day }
    if let half = fortnight(number, token, next, end) ?? weekOfMonth(number, token, next, end) { return half }
    guard let weekday = value(.dateWeekday, at: next), next + 2 < end, isOfThe(next + 1) else { return nil }
    let start = self.token(next + 2, isOneOf: ["mois"]) ? next + 4 : next + 2
    guard let month = value(.dateMonth, at: start) else { return nil }
    let year = yearAfter(start + 1, end: end)
    return DateFound(
      reading: .weekdayNumbered(
        number, weekday: weekday, DateReading.Month(month: month, year: year.year, hasOpenYear: year.isOpen)),
      tokens: token..<year.next)
  }

  /// `première quinzaine de mars`
  private func fortnight(_ number: Int, _ token: Int, _ next: Int, _ end: Int) -> DateFound? {
    guard number == 1 || number == 2, next + 2 < end, self.token(next, isOneOf: ["quinzaine"]), isOfThe(next + 1),
      let month = value(.dateMonth, at: next + 2)
    else { return nil }
    let year = yearAfter(next + 3, end: end)
    if year.isOpen { return nil }
    let last = CivilDate(year: year.year ?? 2001, month: month, day: 1)?.lastOfMonth.day ?? 28
    return DateFound(
      reading: .days(
        DateReading.Day(day: number == 1 ? 1 : 16, month: month, year: year.year),
        DateReading.Day(day: number == 1 ? 15 : last, month: month, year: year.year), .none), tokens: token..<year.next)
  }

  /// `première semaine de septembre`: its first seven days; of the last week, the last seven.
  private func weekOfMonth(_ number: Int, _ token: Int, _ next: Int, _ end: Int) -> DateFound? {
    guard (-1...4).contains(number), number != 0, next + 2 < end, self.token(next, isOneOf: ["semaine"]),
      isOfThe(next + 1)
    else { return nil }
    let start = self.token(next + 2, isOneOf: ["mois"]) ? next + 4 : next + 2
    guard let month = value(.dateMonth, at: start) else { return nil }
    let year = yearAfter(start + 1, end: end)
    if year.isOpen { return nil }
    let days = CivilDate(year: year.year ?? 2001, month: month, day: 1)?.lastOfMonth.day ?? 28
    let last = number > 0 ? number * 7 : days
    return DateFound(
      reading: .days(
        DateReading.Day(day: last - 6, month: month, year: year.year),
        DateReading.Day(day: last, month: month, year: year.year), .none), tokens: token..<year.next)
  }

  /// `à Noël`, `la Toussaint dernière`, `Pâques 2018`; `l'île de Pâques` and `Noël Dupont` are none.
  func feast(_ match: LexiconMatch, end: Int) -> DateFound? {
    guard let feast = DateReading.Feast(text.entry(match).value(0)) else { return nil }
    let token = match.tokens.lowerBound
    let next = match.tokens.upperBound
    guard text.tokens[token].flags.contains(.capitalised) || match.tokens.count > 1 else { return nil }
    let year = yearAfter(next, end: end)
    if year.isOpen { return DateFound(reading: .open, tokens: token..<year.next) }
    if let number = year.year {
      return DateFound(reading: .feast(feast, year: number, .none), tokens: token..<year.next)
    }
    let side = side(at: next, end: end)
    // `le jour de Noël`, `le lundi de Pentecôte`
    guard side != .none || match.tokens.count > 1 || isLedToFeast(token) else { return nil }
    if next < end, text.tokens[next].flags.contains(.capitalised), text.tokens[next].kind == .word { return nil }
    return DateFound(reading: .feast(feast, year: nil, side), tokens: token..<(side == .none ? next : next + 1))
  }

  /// `à Noël`, `avant la Toussaint`.
  private func isLedToFeast(_ token: Int) -> Bool {
    guard token > first else { return false }
    let start = self.token(token - 1, isOneOf: ["la", "l'", "l’", "le"]) ? token - 2 : token - 1
    return start >= first
      && self.token(
        start, isOneOf: ["à", "À", "avant", "Avant", "après", "Après", "depuis", "Depuis", "dès", "pour", "ici"])
  }
}
