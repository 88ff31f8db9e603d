internal import ProtobufCoding

/// Days of the calendar: in words, in digits, in lists and ranges.
extension DateExpressionReader {
  func days(at token: Int, end: Int) -> DateFound? {
    guard let (first, next) = day(at: token, end: end) else {
      return shortRange(at: token, end: end) ?? lone(token, end)
    }
    var (last, stop) = (first, next)
    if let start = secondDay(after: next, end), let (second, after) = day(at: start, end: end),
      isRange(first, second, isAnd: isAnd(next) && !isBetween(token))
    {
      (last, stop) = (second, after)
    }
    let (side, rest) = sideOrYear(at: stop, end: end)
    return DateFound(reading: .days(dated(first, like: last), last, side), tokens: token..<rest)
  }

  /// `dernier`, `prochain`, or `de l'année prochaine`, and what follows it.
  private func sideOrYear(at token: Int, end: Int) -> (DateReading.Side, next: Int) {
    if let found = sideOfYear(token, end) { return found }
    let side = side(at: token, end: end)
    return (side, side == .none ? token : token + 1)
  }

  /// Past the link, an article and a weekday: `au vendredi 7`, `et le 15`.
  private func secondDay(after token: Int, _ end: Int) -> Int? {
    guard let other = linked(at: token, end: end) else { return nil }
    let start = other < end && self.token(other, isOneOf: ["le"]) ? other + 1 : other
    return value(.dateWeekday, at: start) == nil ? start : start + 1
  }

  /// `30 juin au 2 juillet`, `30 juin et 1er juillet`: `et` joins only neighbours.
  private func isRange(_ first: DateReading.Day, _ second: DateReading.Day, isAnd: Bool) -> Bool {
    let year = second.year ?? first.year ?? 2001
    guard first.year == nil || second.year != nil || first.month <= second.month,
      let last = CivilDate(year: year, month: second.month, day: second.day),
      let begin = CivilDate(
        year: first.year ?? (first.month > second.month ? year - 1 : year), month: first.month, day: first.day)
    else { return false }
    return begin < last && last.days(since: begin) <= (isAnd ? 1 : first.year == nil ? 365 : 40_000)
  }

  private func dated(_ first: DateReading.Day, like last: DateReading.Day) -> DateReading.Day {
    guard first.year == nil, let year = last.year else { return first }
    return DateReading.Day(day: first.day, month: first.month, year: first.month > last.month ? year - 1 : year)
  }

  /// `12 juillet 2024`.
  func day(at token: Int, end: Int) -> (DateReading.Day, next: Int)? {
    guard text.categories.contains(.dateMonth), let (day, next) = dayNumber(at: token, end: end), next < end,
      let month = value(.dateMonth, at: next), !isName(next)
    else { return nil }
    let year = yearAfter(next + 1, end: end)
    let weekday = token > first ? value(.dateWeekday, at: token - 1) : nil
    return (
      DateReading.Day(day: day, month: month, year: year.year, hasOpenYear: year.isOpen, weekday: weekday), year.next
    )
  }

  /// `12`, `1er`, `premier`, `quinze` where the month follows.
  private func dayNumber(at token: Int, end: Int) -> (Int, next: Int)? {
    if let day = number(at: token, end: end) { return (1...31).contains(day) ? (day, token + 1) : nil }
    guard token > first, token < end, text.tokens[token].kind == .word else { return nil }
    if let match = text.match(.dateOrdinal, at: token) {
      return text.entry(match).value(0) == "1" ? (1, match.tokens.upperBound) : nil
    }
    guard isArticle(token - 1) || value(.dateWeekday, at: token - 1) != nil,
      let (day, next) = spelled(at: token, end: end), (2...31).contains(day)
    else { return nil }
    return (day, next)
  }

  private func isArticle(_ token: Int) -> Bool {
    text.tokens.indices.contains(token) && text.tokens[token].length <= 3
      && self.token(token, isOneOf: ["le", "Le", "du", "au", "les"])
  }

  /// `le quinze août 2023`.
  func spelledDay(at token: Int, end: Int) -> DateFound? {
    day(at: token, end: end) == nil ? nil : days(at: token, end: end)
  }

  /// `11-Septembre` names an event.
  private func isName(_ month: Int) -> Bool {
    text.tokens[month].flags.contains(.afterHyphen) && text.tokens[month].flags.contains(.capitalised)
  }

  /// `9 au 11 juillet`, `28 et 29 juin`, `3, 4 et 5 avril`, `lundi 3 et mardi 4 juin`; of `3 et 15 novembre`, which is no
  /// range, the first day.
  func shortRange(at token: Int, end: Int) -> DateFound? {
    guard let first = number(at: token, end: end), (1...31).contains(first) else { return nil }
    var next = token + 1
    var (last, isList) = (first, false)
    for _ in 0..<8 {
      guard let start = isComma(next, end) ? next + 1 : secondDay(after: next, end) ?? slashed(next, end) else {
        return nil
      }
      let isJoined = isComma(next, end) || isAnd(next)
      guard start < end, let number = number(at: start, end: end), number > last, number <= 31
      else { return nil }
      if isJoined, number != last + 1, !isBetween(token) { isList = true }
      last = number
      if let (day, after) = day(at: start, end: end) {
        let first = DateReading.Day(day: first, month: day.month, year: day.year, hasOpenYear: day.hasOpenYear)
        let (side, rest) = sideOrYear(at: after, end: end)
        if isList { return DateFound(reading: .days(first, first, side), tokens: token..<token + 1) }
        return DateFound(reading: .days(first, day, side), tokens: token..<rest)
      }
      next = start + 1
    }
    return nil
  }

  /// `Le 5,` at the start of a sentence, and `le 5` with nothing that it could count, as translations have it.
  private func lone(_ token: Int, _ end: Int) -> DateFound? {
    guard let day = number(at: token, end: end), (1...31).contains(day), text.tokens[token].length <= 3, token > first,
      text.tokens[token - 1].length == 2, self.token(token - 1, isOneOf: ["le", "Le", "du", "au"])
    else { return nil }
    if let (steps, next) = ofCountedMonth(token + 1, end) {
      return DateFound(reading: .daysOfCountedMonth(day, day, months: steps), tokens: token..<next)
    }
    // `du 2 au 4 du mois prochain`
    if let other = linked(at: token + 1, end: end), let last = number(at: other, end: end), day < last, last <= 31,
      let (steps, next) = ofCountedMonth(other + 1, end)
    {
      return DateFound(reading: .daysOfCountedMonth(day, last, months: steps), tokens: token..<next)
    }
    // `du 12 au 14`
    if self.token(token - 1, isOneOf: ["du"]), token + 2 < end, self.token(token + 1, isOneOf: ["au"]),
      let last = number(at: token + 2, end: end), day < last, last <= 31, endsPhrase(token + 3, end)
    {
      return DateFound(reading: .daysOfMonth(day, last), tokens: token..<token + 3)
    }
    // `la semaine du 14`
    if self.token(token - 1, isOneOf: ["du"]), token - 1 > first, self.token(token - 2, isOneOf: ["semaine"]),
      endsPhrase(token + 1, end)
    {
      return DateFound(
        reading: .beside(.dayOfMonth(day, isOfTold: false), .week, steps: 0), tokens: token - 2..<token + 1)
    }
    guard
      isBoundary(token - 1)
        || text.match(.dateIntro, at: token - 1).map({ text.entry($0).value(0) == "article" }) ?? false
    else { return nil }
    if isComma(token + 1, end), text.tokens[token - 1].flags.contains(.capitalised) {
      return DateFound(reading: .dayOfMonth(day, isOfTold: true), tokens: token..<token + 1)
    }
    return endsPhrase(token + 1, end) || opensObject(token, end)
      ? DateFound(reading: .dayOfMonth(day, isOfTold: false), tokens: token..<token + 1) : nil
  }

  /// `a annoncé le 18 que`, `tiendra le 15 un forum`: after a participle or a future, and before what it is about.
  /// `jusqu'au 26`, `à partir du 16`
  private func isBoundary(_ article: Int) -> Bool {
    guard article > first else { return false }
    return self.token(article, isOneOf: ["au"])
      && self.token(article - 1, isOneOf: ["jusqu'", "jusqu’", "Jusqu'", "Jusqu’"])
      || self.token(article, isOneOf: ["du"]) && self.token(article - 1, isOneOf: ["partir", "compter", "dater"])
  }

  private func opensObject(_ token: Int, _ end: Int) -> Bool {
    if isBoundary(token - 1) { return token + 1 < end && opensNoun(token + 1) }
    guard token > first + 1, token + 1 < end, self.token(token - 1, isOneOf: ["le"]),
      text.isParticiple(token - 2) || text.isFuture(token - 2)
        || token > first + 2 && text.match(.sayAuxiliary, at: token - 3) != nil,
      text.tokens[token + 1].kind == .word
    else { return false }
    return opensNoun(token + 1) || self.token(token + 1, isOneOf: ["que", "qu'", "qu’"])
  }

  private func opensNoun(_ token: Int) -> Bool {
    self.token(token, isOneOf: ["un", "une", "la", "le", "l'", "l’", "les", "son", "sa"])
  }

  /// `du mois prochain`, `de ce mois`.
  private func ofCountedMonth(_ token: Int, _ end: Int) -> (steps: Int, next: Int)? {
    guard token + 1 < end, isOfThe(token), let match = text.match(.dateRelative, at: token + 1) else { return nil }
    let entry = text.entry(match)
    guard entry.value(0) == "month", entry.value(2) == "now", let steps = Int(entry.value(1)) else { return nil }
    return (steps, match.tokens.upperBound)
  }

  /// Whether a comma, a full stop, or a word that begins a phrase of its own stands at a token.
  func endsPhrase(_ token: Int, _ end: Int) -> Bool {
    guard token < end else { return true }
    switch text.tokens[token].kind {
    case .number: return false
    case .punctuation:
      // `12.05.2024` goes on.
      let isLoose = token + 1 >= end || text.tokens[token + 1].flags.contains(.afterSpace)
      return [Punctuation.comma, Punctuation.fullStop].contains(text.tokens[token].value) && isLoose
        || text.tokens[token].value == Punctuation.closeParenthesis
    case .word:
      return text.match(.eventPreposition, at: token) != nil
        || isOfThe(token) && text.tokens[token].flags.contains(.elided)
    }
  }

  // MARK: In digits

  /// `12/05/2023`, `12.05.2023`, `12-05-2023`, and `12/05/23`, where the day of the text or the weekday tells the century.
  func numeric(at token: Int, end: Int) -> DateFound? {
    guard let day = number(at: token, end: end), text.tokens[token].length <= 2 else { return nil }
    guard let (second, third) = separated(token, end), let month = number(at: second, end: end),
      text.tokens[second].length <= 2
    else { return nil }
    if let year = year(at: third, end: end) {
      guard CivilDate(year: year, month: month, day: day) != nil else { return nil }
      let found = DateReading.Day(day: day, month: month, year: year)
      return DateFound(reading: .days(found, found, .none), tokens: token..<third + 1)
    }
    return shortNumeric(day, month, token, third, end)
  }

  /// `24-25/06/2025`, `24 au 25/06/2025`: two days of one month.
  func numericRange(at token: Int, end: Int) -> DateFound? {
    guard let day = number(at: token, end: end), (1...31).contains(day), text.tokens[token].length <= 2,
      token + 1 < end
    else { return nil }
    let isHyphen = text.tokens[token + 1].flags.contains(.afterHyphen)
    guard let other = isHyphen ? token + 1 : linked(at: token + 1, end: end), let last = numeric(at: other, end: end),
      case .days(let second, _, let side) = last.reading, let year = second.year, day < second.day
    else { return nil }
    let first = DateReading.Day(day: day, month: second.month, year: year)
    return DateFound(reading: .days(first, second, side), tokens: token..<last.tokens.upperBound)
  }

  /// With a slash, or a full stop after an article or weekday; no part of a longer run of numbers.
  private func shortNumeric(_ day: Int, _ month: Int, _ token: Int, _ third: Int, _ end: Int) -> DateFound? {
    let weekday = token > first ? value(.dateWeekday, at: token - 1) : nil
    let mark = text.tokens[token + 1]
    let isSure = weekday != nil || token > first && isArticle(token - 1)
    guard mark.kind == .punctuation, mark.value == Punctuation.slash || isSure || isAlone(token, third + 1, end),
      let short = number(at: third, end: end), text.tokens[third].length == 2, (1...12).contains(month),
      (1...31).contains(day), !isPartOfNumber(before: token, after: third + 1, end)
    else { return nil }
    let years = [1900 + short, 2000 + short].filter { year in
      CivilDate(year: year, month: month, day: day).map { weekday == nil || $0.weekday == weekday } ?? false
    }
    let year = years.count == 1 && weekday != nil ? years[0] : century(of: short)
    guard let year, CivilDate(year: year, month: month, day: day) != nil else {
      return DateFound(reading: .open, tokens: token..<third + 1)
    }
    let found = DateReading.Day(day: day, month: month, year: year)
    return DateFound(reading: .days(found, found, .none), tokens: token..<third + 1)
  }

  /// `L'Écho | 13.02.26`: the end of a line, after a mark.
  private func isAlone(_ token: Int, _ next: Int, _ end: Int) -> Bool {
    next == end && (token == first || text.tokens[token - 1].kind == .punctuation) && pivot != nil
  }

  private func isPartOfNumber(before token: Int, after next: Int, _ end: Int) -> Bool {
    let marks = [Punctuation.slash, Punctuation.fullStop]
    if token > first, text.tokens[token - 1].kind == .punctuation, marks.contains(text.tokens[token - 1].value),
      !text.tokens[token].flags.contains(.afterSpace)
    {
      return true
    }
    guard next + 1 < end, text.tokens[next].kind == .punctuation, marks.contains(text.tokens[next].value) else {
      return false
    }
    return text.tokens[next + 1].kind == .number && !text.tokens[next + 1].flags.contains(.afterSpace)
  }

  /// `2023-05-12`, and `2023-05-12T10:00:00Z` with its time.
  func iso(at token: Int, end: Int) -> DateFound? {
    guard let year = year(at: token, end: end), let (second, third) = separated(token, end),
      let month = number(at: second, end: end)
    else { return nil }
    if let day = number(at: third, end: end), text.tokens[third].length <= 2,
      CivilDate(year: year, month: month, day: day) != nil
    {
      let found = DateReading.Day(day: day, month: month, year: year)
      return DateFound(reading: .days(found, found, .none), tokens: token..<third + 1)
    }
    guard let (day, time, next) = dayAndTime(at: third, end: end), CivilDate(year: year, month: month, day: day) != nil
    else { return nil }
    let found = DateReading.Day(day: day, month: month, year: year)
    return DateFound(reading: .days(found, found, .none), tokens: token..<next, time: time)
  }

  /// The second and third of three numbers with the same mark between them.
  func separated(_ token: Int, _ end: Int) -> (Int, Int)? {
    if token + 2 < end, text.tokens[token + 1].flags.contains(.afterHyphen),
      text.tokens[token + 2].flags.contains(.afterHyphen)
    {
      return (token + 1, token + 2)
    }
    guard token + 4 < end, text.tokens[token + 1].kind == .punctuation, text.tokens[token + 3].kind == .punctuation,
      text.tokens[token + 1].value == text.tokens[token + 3].value,
      [Punctuation.slash, Punctuation.fullStop].contains(text.tokens[token + 1].value)
    else { return nil }
    return (token + 2, token + 4)
  }
}
