/// Years as texts print them: whole, of two or three digits, and in ranges.
extension DateExpressionReader {
  /// What stands where the year of a day or month would: nothing, a year, or a number that may be one.
  struct PrintedYear {
    var year: Int?
    /// A year is printed, or may be, but not which.
    var isOpen = false
    /// Past what was read.
    var next: Int
  }

  static let recentYears = 1900...2100
  static let writtenYears = 1000...2999

  /// A year that needs nothing beside it: `2024`.
  func year(at token: Int, end: Int) -> Int? {
    number(at: token, end: end).flatMap {
      Self.recentYears.contains($0) && text.tokens[token].length == 4 ? $0 : nil
    }
  }

  /// A number of four digits that may be a year beside a month or in a range: `1391`.
  func writtenYear(at token: Int, end: Int) -> Int? {
    number(at: token, end: end).flatMap {
      Self.writtenYears.contains($0) && text.tokens[token].length == 4 && !text.tokens[token].flags.contains(.ordinal)
        ? $0 : nil
    }
  }

  /// The year after a day or month, with a full stop or a preposition between them: `juil. 2024`, `juillet de 2024`,
  /// `juin de l'année 2012`, `mai '68`.
  ///
  /// - Parameter mayBeDay: the number may also be a day, as in `March 24`.
  func yearAfter(_ token: Int, end: Int, mayBeDay: Bool = false) -> PrintedYear {
    if let found = beside(token, end: end, mayBeDay: mayBeDay) { return beforeChrist(found, end) }
    let none = PrintedYear(next: token)
    guard token + 1 < end else { return none }
    let word = text.tokens[token]
    if word.kind == .punctuation, word.value == 0x27, text.tokens[token + 1].length == 2,
      let short = number(at: token + 1, end: end)
    {
      let year = century(of: short)
      return PrintedYear(year: year, isOpen: year == nil, next: token + 2)
    }
    let isStop = word.kind == .punctuation && word.value == Punctuation.fullStop
    let isOf = word.kind == .word && word.length <= 2 && isOfThe(token)
    // `24 juin, 2025`, as translations have it.
    let isComma = isComma(token, end) && !isPlural(token + 2, end)
    if isStop || isOf || isComma, let year = year(at: token + 1, end: end) {
      return PrintedYear(year: year, next: token + 2)
    }
    if isOf, token + 3 < end, unit(at: token + 2, end: end) == .year, let year = writtenYear(at: token + 3, end: end) {
      return PrintedYear(year: year, next: token + 4)
    }
    return none
  }

  /// A number right after a day or month; nil where it counts something, or is no number.
  private func beside(_ token: Int, end: Int, mayBeDay: Bool) -> PrintedYear? {
    if let year = year(at: token, end: end) { return PrintedYear(year: year, next: token + 1) }
    guard let number = number(at: token, end: end), !text.tokens[token].flags.contains(.ordinal),
      !isCounting(token + 1, end), value(.dateMonth, at: token + 1) == nil, !continuesNumber(token + 1, end)
    else { return nil }
    switch text.tokens[token].length {
    case 4 where Self.writtenYears.contains(number): return PrintedYear(year: number, next: token + 1)
    case 3 where number >= 100 && endsPhrase(token + 1, end): return PrintedYear(year: number, next: token + 1)
    case 2:
      // `le 12 mai 40 et` may be a day of a list.
      let isRead = goesOn(token + 1, end) && !(mayBeDay && number <= 31)
      let year = isRead ? century(of: number) : nil
      return PrintedYear(year: year, isOpen: year == nil, next: token + 1)
    default: return nil
    }
  }

  /// `le 15 mars 44 av. J.-C.`: of no year that this calendar has.
  func beforeChrist(_ found: PrintedYear, _ end: Int) -> PrintedYear {
    guard found.next + 1 < end, token(found.next, isOneOf: ["av", "avant"]) else { return found }
    let isEra = (found.next + 1..<min(end, found.next + 3)).contains {
      token($0, isOneOf: ["j", "J", "jc", "JC", "Jésus", "notre"])
    }
    return isEra ? PrintedYear(isOpen: true, next: found.next) : found
  }

  func token(_ token: Int, isOneOf words: [String]) -> Bool {
    guard text.tokens.indices.contains(token) else { return false }
    let found = text.tokens[token]
    return words.contains { $0.utf8.count == Int(found.length) && text.bytes[found.bytes].elementsEqual($0.utf8) }
  }

  /// The year of two digits, by the day of the text: the last one that is not ahead of it; nil where it may be either.
  func century(of short: Int) -> Int? {
    guard (0..<100).contains(short) else { return nil }
    guard let pivot else {
      // What is far ahead of every year of the text was in the century before.
      return latest.flatMap { short > $0 % 100 + Self.ahead ? $0 / 100 * 100 - 100 + short : nil }
    }
    let candidates = (-1...1).map { (pivot / 100 + $0) * 100 + short }
    if candidates.contains(where: { (pivot + 3...pivot + 20).contains($0) }) { return nil }
    return candidates.last { $0 <= pivot + 2 }
  }

  private static let ahead = 20

  /// `14:30`, `20/04`, `15-16`: the number is part of another one.
  private func continuesNumber(_ token: Int, _ end: Int) -> Bool {
    guard token < end else { return false }
    let next = text.tokens[token]
    if next.flags.contains(.afterHyphen), next.kind == .number { return true }
    guard next.kind == .punctuation, !next.flags.contains(.afterSpace), token + 1 < end else { return false }
    return text.tokens[token + 1].kind == .number && !text.tokens[token + 1].flags.contains(.afterSpace)
  }

  /// Whether a number counts what stands at a token: `12 soldats`, `10 km`, `3 %`.
  func isCounting(_ token: Int, _ end: Int) -> Bool {
    guard token < end else { return false }
    switch text.tokens[token].kind {
    case .word:
      return isPlural(token, end) || text.match(.dateMeasure, at: token) != nil
        || text.match(.dateUnit, at: token) != nil
    case .punctuation: return [0x25, 0x24, 0xA3, 0x20AC, 0xB0].contains(text.tokens[token].value)
    case .number: return false
    }
  }

  /// Whether the sentence goes on after a year: with a mark, a verb or a word that begins a phrase.
  private func goesOn(_ token: Int, _ end: Int) -> Bool {
    guard token < end else { return true }
    switch text.tokens[token].kind {
    case .number: return false
    case .punctuation: return text.tokens[token].value != Punctuation.dash
    case .word:
      return text.match(.eventPreposition, at: token) != nil || text.match(.dateTense, at: token) != nil
        || text.match(.eventDeterminer, at: token) != nil || text.match(.eventBoundary, at: token) != nil
        || text.match(.dateLink, at: token) != nil || isOfThe(token)
        || self.token(
          token, isOneOf: ["le", "la", "les", "l'", "l’", "il", "elle", "ils", "elles", "on", "av", "avant"])
    }
  }

  /// `l'an 238`: a year of any length, named as one.
  private func yearOfEra(_ token: Int, _ end: Int) -> Int? {
    guard token > first + 1, text.tokens[token - 2].flags.contains(.elided), self.token(token - 1, isOneOf: ["an"]),
      let year = number(at: token, end: end), (1..<Self.recentYears.lowerBound).contains(year),
      !isCounting(token + 1, end),
      !self.token(token + 1, isOneOf: ["av", "avant", "de", "du", "après"])
    else { return nil }
    return year
  }

  // MARK: Alone

  /// `2023-2026`, `1868-1912`, `2014 à 2024`, `2023-24`, and `2023` where it counts nothing.
  func years(at token: Int, end: Int) -> DateFound? {
    if isDecade(token) { return decade(at: token, end: end) }
    if let year = yearOfEra(token, end) {
      return DateFound(reading: .years(year, year), tokens: token - 1..<token + 1)
    }
    guard let first = writtenYear(at: token, end: end), first <= Self.recentYears.upperBound else { return nil }
    if let range = shortened(first, token, end) { return range }
    if let (last, stop) = lastYear(after: token, end), last > first, last <= Self.recentYears.upperBound,
      isRange(first, last, token, stop, end)
    {
      return DateFound(reading: .years(first, last), tokens: token..<stop)
    }
    if counts(token, end: end) { return nil }
    guard Self.recentYears.contains(first) || isOldYear(first, token, end) else { return nil }
    return DateFound(reading: .years(first, first), tokens: token..<token + 1)
  }

  private func lastYear(after token: Int, _ end: Int) -> (year: Int, next: Int)? {
    let next = token + 1
    if next < end, text.tokens[next].flags.contains(.afterHyphen), let last = writtenYear(at: next, end: end) {
      return (last, next + 1)
    }
    guard let other = linked(at: next, end: end) ?? slashed(next, end), let last = writtenYear(at: other, end: end)
    else { return nil }
    let isJoined = !isAnd(next) || isBetween(token)
    let isNext = number(at: token, end: end).map { last == $0 + 1 } ?? false
    return isJoined || isNext ? (last, other + 1) : nil
  }

  /// Years before 1900 are more often figures: a preposition or brackets have to say what they are.
  private func isRange(_ first: Int, _ last: Int, _ token: Int, _ stop: Int, _ end: Int) -> Bool {
    if Self.recentYears.contains(first), Self.recentYears.contains(last) { return true }
    if isCounting(stop, end) { return false }
    return Self.recentYears.contains(last) && text.tokens[stop - 1].flags.contains(.afterHyphen)
      || isIntroduced(token) || isBetween(token) || isInBrackets(token)
  }

  /// `2023-24`, `2023/24`: the years; `2024-05`: the month.
  private func shortened(_ first: Int, _ token: Int, _ end: Int) -> DateFound? {
    let next = token + 1
    guard next < end, Self.recentYears.contains(first) || isInBrackets(token) else { return nil }
    let isHyphen = text.tokens[next].flags.contains(.afterHyphen)
    let other = isHyphen ? next : next + 1
    guard isHyphen || slashed(next, end) == other, let short = number(at: other, end: end),
      text.tokens[other].length == 2, !continuesNumber(other + 1, end), !isCounting(other + 1, end)
    else { return nil }
    if short > first % 100 || short == (first + 1) % 100 {
      let last = first - first % 100 + short + (short > first % 100 ? 0 : 100)
      return DateFound(reading: .years(first, last), tokens: token..<other + 1)
    }
    guard isHyphen, (1...12).contains(short) else { return nil }
    let month = DateReading.Month(month: short, year: first)
    return DateFound(reading: .months(month, month, .none), tokens: token..<other + 1)
  }

  /// `en 1854`, `(1854)`, `la guerre de 1870`; `un groupe de 1500` is none.
  private func isOldYear(_ year: Int, _ token: Int, _ end: Int) -> Bool {
    if isCounting(token + 1, end) { return false }
    if isIntroduced(token, by: ["before", "edge"]) || isInBrackets(token) { return true }
    return year % 50 != 0 && token > first && self.token(token - 1, isOneOf: ["de"])
      && endsPhrase(token + 1, end)
  }

  private func isInBrackets(_ token: Int) -> Bool {
    token > first && text.tokens[token - 1].kind == .punctuation
      && text.tokens[token - 1].value == Punctuation.openParenthesis
  }

  func isAnd(_ token: Int) -> Bool {
    text.match(.dateLink, at: token).map { text.entry($0).value(0) == "and" } ?? false
  }

  /// `entre 2014 et 2024`, `entre le 3 et le 15`.
  func isBetween(_ token: Int) -> Bool {
    var before = token - 1
    while before >= first, before > token - 4,
      self.token(before, isOneOf: ["le", "les"]) || text.match(.dateWeekday, at: before) != nil
    {
      before -= 1
    }
    return before >= first
      && text.match(.eventPreposition, at: before).map { text.entry($0).value(0) == "between" } ?? false
  }

  func slashed(_ token: Int, _ end: Int) -> Int? {
    token + 1 < end && text.tokens[token].kind == .punctuation && text.tokens[token].value == Punctuation.slash
      ? token + 1 : nil
  }

  /// Whether a number says how many, or is part of another one: `2000 soldats`, `45/13/2024`.
  func counts(_ token: Int, end: Int) -> Bool {
    if isIntroduced(token, by: ["before", "edge"]) { return false }
    if token > first, text.tokens[token - 1].value == Punctuation.slash, text.tokens[token - 1].kind == .punctuation {
      return true
    }
    // `n° 2023-703`
    if token + 1 < end, text.tokens[token + 1].flags.contains(.afterHyphen), text.tokens[token + 1].kind == .number {
      return true
    }
    return isPlural(token + 1, end) || text.match(.dateMeasure, at: token + 1) != nil
  }

  func isPlural(_ token: Int, _ end: Int) -> Bool {
    guard token < end, text.tokens[token].kind == .word, !text.tokens[token].flags.contains(.capitalised),
      text.tokens[token].length > 3
    else { return false }
    let word = text.bytes[text.tokens[token].bytes]
    return word.last == UInt8(ascii: "s") && !Self.adverbs.contains { $0.elementsEqual(word) }
  }

  /// Words in `s` that follow a year and are no plurals.
  static let adverbs = [
    "dans", "sous", "mais", "alors", "vers", "chez", "sans", "puis", "depuis", "dès", "après", "plusieurs", "certains",
    "tous", "elles", "jamais", "toujours", "moins", "plus",
  ]
  .map { Array($0.utf8) }
}
