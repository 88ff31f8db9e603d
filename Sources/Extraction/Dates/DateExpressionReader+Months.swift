/// Months, seasons and the parts of years.
extension DateExpressionReader {
  func months(at token: Int, end: Int) -> DateFound? {
    guard let month = value(.dateMonth, at: token) else { return nil }
    // `la Belle-de-Mai` is a quarter.
    if text.tokens[token].flags.contains([.afterHyphen, .capitalised]) { return nil }
    // `juin 24, 2025`, as translations have it.
    if let day = number(at: token + 1, end: end), (1...31).contains(day), isComma(token + 2, end),
      let year = year(at: token + 3, end: end)
    {
      let found = DateReading.Day(day: day, month: month, year: year)
      return DateFound(reading: .days(found, found, .none), tokens: token..<token + 4)
    }
    let printed = yearAfter(token + 1, end: end, mayBeDay: true)
    let (year, next) = (printed.year, printed.next)
    if printed.isOpen {
      return isIntroduced(token) ? DateFound(reading: .open, tokens: token..<next) : nil
    }
    let first = DateReading.Month(month: month, year: year)
    if year == nil, !mayStandAlone(token, next, end) {
      // `juin-août 2023`
      guard next < end, text.tokens[next].flags.contains(.afterHyphen), let (last, stop) = monthAfter(next, end),
        let year = last.year, month < last.month
      else { return nil }
      return DateFound(
        reading: .months(DateReading.Month(month: month, year: year), last, .none), tokens: token..<stop)
    }
    if let year, let (last, stop) = monthAfter(next, end), last.year.map({ $0 >= year }) ?? false {
      return DateFound(reading: .months(first, last, .none), tokens: token..<stop)
    }
    // `de février 1886 à 1890`
    if let year, token > self.first, self.token(token - 1, isOneOf: ["de", "De"]), isRangeLink(next),
      let other = linked(at: next, end: end),
      let last = writtenYear(at: other, end: end), last > year
    {
      return DateFound(
        reading: .months(first, DateReading.Month(month: 12, year: last), .none), tokens: token..<other + 1)
    }
    if year == nil, let (last, stop) = monthAfter(next, end), isRangeLink(next) || isBetween(token) {
      let from = last.year.map { DateReading.Month(month: month, year: month > last.month ? $0 - 1 : $0) } ?? first
      return DateFound(reading: .months(from, last, .none), tokens: token..<stop)
    }
    if let (side, stop) = sideOfYear(next, end) {
      return DateFound(reading: .months(first, first, side), tokens: token..<stop)
    }
    let side = side(at: next, end: end)
    return DateFound(
      reading: .months(first, first, side), tokens: token..<(side == .none ? next : next + 1))
  }

  /// `mars` and `mai` are other words too, and so is a month in capitals: a lone month follows a preposition.
  func mayStandAlone(_ token: Int, _ next: Int, _ end: Int) -> Bool {
    guard let match = text.match(.dateMonth, at: token), text.entry(match).value(1) == "alone",
      !text.tokens[token].flags.contains(.capitalised) || isIntroduced(token) || isLead(token)
    else { return false }
    return text.tokens[token].length > 4 || isIntroduced(token) || isLead(token) || side(at: next, end: end) != .none
      || text.tokens[token].flags.contains(.afterHyphen) || isAfterLink(token)
  }

  /// `Août : exercice` at the start of a line.
  func isLead(_ token: Int) -> Bool {
    token + 1 < text.tokens.count && text.tokens[token + 1].kind == .punctuation
      && text.block(ofToken: token).map { text.blocks[$0].tokens.lowerBound == token } ?? false
  }

  func isAfterLink(_ token: Int) -> Bool {
    token > first && (text.match(.dateLink, at: token - 1) != nil || isComma(token - 1))
  }

  /// Whether a preposition that leads a month or year ends right before a token.
  func isIntroduced(_ token: Int, by kinds: [String] = ["before", "of", "edge"]) -> Bool {
    introduction(of: token, kinds) != nil
  }

  /// Where the words of these kinds begin that end right before a token.
  func introduction(of token: Int, _ kinds: [String]) -> Int? {
    for start in max(first, token - 5)..<token where text.categories(at: start).contains(.dateIntro) {
      for number in text.matchNumbers(at: start) where text.matches[number].category == .dateIntro {
        let match = text.matches[number]
        if match.tokens.upperBound == token, kinds.contains(text.kind(match)) { return start }
      }
    }
    return nil
  }

  /// The month after `à`, `et` or a dash.
  func monthAfter(_ token: Int, _ end: Int) -> (DateReading.Month, next: Int)? {
    // `à mi-octobre`
    guard let other = linked(at: token, end: end).map({ skip(.dateIntro, at: $0, end: end) }), other < end,
      let month = value(.dateMonth, at: other)
    else { return nil }
    let printed = yearAfter(other + 1, end: end, mayBeDay: true)
    return (DateReading.Month(month: month, year: printed.year, hasOpenYear: printed.isOpen), printed.next)
  }

  func isRangeLink(_ token: Int) -> Bool {
    text.match(.dateLink, at: token).map { text.entry($0).value(0) == "to" } ?? true
  }

  /// `de l'année dernière`, `de la même année`.
  func sideOfYear(_ token: Int, _ end: Int) -> (DateReading.Side, next: Int)? {
    guard let (steps, isOfTold, next) = ofYear(token, end), abs(steps) < 2 else { return nil }
    if isOfTold { return (.yearOfTold(steps: steps), next) }
    return (steps < 0 ? .lastYear : steps == 0 ? .thisYear : .nextYear, next)
  }

  private func ofYear(_ token: Int, _ end: Int) -> (steps: Int, isOfTold: Bool, next: Int)? {
    guard token + 1 < end, let match = text.match(.dateRelative, at: token + 1),
      text.match(.dateIntro, at: token) != nil, text.entry(match).value(0) == "year",
      let steps = Int(text.entry(match).value(1))
    else { return nil }
    return (steps, text.entry(match).value(2) == "told", match.tokens.upperBound)
  }

  /// `de l'année`, `de cette année`: past it; nil where an adjective or a number follows that says which other one.
  func ofThisYear(_ token: Int, _ end: Int) -> Int? {
    guard token + 1 < end, isOfThe(token) else { return nil }
    if let (steps, _, next) = ofYear(token, end) { return steps == 0 ? next : nil }
    let next = token + 3
    guard next <= end, unit(at: token + 2, end: end) == .year, endsPhrase(next, end) || isStop(next) else { return nil }
    return self.token(token + 1, isOneOf: ["l'", "l’", "cette"]) ? next : nil
  }

  private func isStop(_ token: Int) -> Bool {
    text.tokens.indices.contains(token) && text.tokens[token].kind == .punctuation
  }

  /// `printemps 2024`, `l'été dernier`, `dès l'automne`.
  func season(_ match: LexiconMatch, end: Int) -> DateFound? {
    let entry = text.entry(match)
    let token = match.tokens.lowerBound
    let next = match.tokens.upperBound
    let printed = yearAfter(next, end: end)
    let stop = printed.next
    if printed.isOpen { return DateFound(reading: .open, tokens: token..<stop) }
    if let year = printed.year {
      let last = stop < end && text.tokens[stop].flags.contains(.afterHyphen) ? self.year(at: stop, end: end) : nil
      // `hiver 2024` may be either.
      if entry.value(0) > entry.value(1), last == nil { return nil }
      return DateFound(
        reading: .season(first: entry.value(0), last: entry.value(1), year: year, .none),
        tokens: token..<(last == nil ? stop : stop + 1))
    }
    let side = side(at: next, end: end)
    guard side != .none || isAfterArticle(token), !isAustral(next, end),
      // `l'hiver 475 avant notre ère`
      next >= end || text.tokens[next].kind != .number
    else { return nil }
    return DateFound(
      reading: .season(first: entry.value(0), last: entry.value(1), year: nil, side),
      tokens: token..<(side == .none ? next : next + 1))
  }

  /// `à l'automne`, `cet été`; `tenir l'hiver` names no date.
  func isAfterArticle(_ token: Int) -> Bool {
    guard let article = introduction(of: token, ["article"]) else { return false }
    let word = text.tokens[article]
    guard word.length <= 2, !word.flags.contains(.capitalised) else { return true }
    return text.bytes[word.bytes].elementsEqual("au".utf8) || article > first && leadsSeason(article - 1)
  }

  /// A preposition, or the comma or the start of a sentence.
  func leadsSeason(_ token: Int) -> Bool {
    if text.tokens[token].kind == .punctuation { return true }
    return [.dateIntro, .dateLink, .dateDeadline, .eventPreposition, .dateOffset, .dateTense].contains {
      text.match($0, at: token) != nil
    }
  }

  /// `hiver austral`: a season with a word of its own is not the calendar's.
  func isAustral(_ token: Int, _ end: Int) -> Bool {
    guard token < end, text.tokens[token].kind == .word else { return false }
    return text.bytes[text.tokens[token].bytes].elementsEqual("austral".utf8)
  }

  /// `premier semestre de 2025`, `T2 2025`.
  func part(_ match: LexiconMatch, end: Int) -> DateFound? {
    let entry = text.entry(match)
    guard let first = Int(entry.value(0)), let last = Int(entry.value(1)) else { return nil }
    let next = skip(.dateIntro, at: match.tokens.upperBound, end: end)
    if let year = year(at: next, end: end) {
      return DateFound(
        reading: .part(first: first, last: last, year: year), tokens: match.tokens.lowerBound..<next + 1)
    }
    // `première moitié de l'année`
    if let stop = ofThisYear(match.tokens.upperBound, end) {
      return DateFound(reading: .part(first: first, last: last, year: nil), tokens: match.tokens.lowerBound..<stop)
    }
    // `la première moitié du match` is no part of a year.
    guard text.bytes[text.tokens[match.tokens.upperBound - 1].bytes].last == UInt8(ascii: "e"),
      endsPhrase(match.tokens.upperBound, end)
    else { return nil }
    return DateFound(reading: .part(first: first, last: last, year: nil), tokens: match.tokens)
  }
}
