internal import Schema

// date  := [weekday] day month [year]            12 juillet 2024, 1er août, 28 nov. 2023
//        | day ("au" | "et" | dash) day month [year]
//        | day "/" month "/" year
//        | month [year | "dernier" | "prochain"] | season year
//        | year [dash year] | half "de" year
//        | weekday | "il y a" count "ans" | a phrase of the lexicon that counts from another date

/// Reads the dates that a text states, and resolves them where the text allows.
///
/// A day or month without a year takes the year of the whole date before it in the text, a weekday the week of the printed
/// date of publication. Where the text does not allow it, the reference date of the manifest does, and the date says so; else
/// the date stays unresolved. Nothing is guessed.
struct DateReader {
  let text: AnnotatedText
  let documentID: String
  /// As printed in the text.
  let published: CivilDay?
  /// Given beside the text.
  let reference: CivilDay?

  /// A date as it is read, before its year is known.
  fileprivate enum Reading {
    case days(Int, Int, month: Int, year: Int?)
    case month(Int, year: Int?, direction: Direction)
    case season(first: String, last: String, year: Int)
    case years(Int, Int)
    case half(Int, year: Int)
    case weekday(Int, Direction)
    case relative(String)
    case ago(years: Int)
    /// So many days that end on the whole date before.
    case lasting(days: Int)
  }

  fileprivate enum Direction { case last, next, lastYear, nextYear, none }

  fileprivate struct Found {
    let reading: Reading
    let tokens: Range<Int>
    var deadline = false
  }

  /// The dates, in the order of the text.
  func dates() -> [PartialDate] {
    let found = text.blocks.flatMap { find(in: $0.tokens) }
    let anchor = Anchor(found.compactMap { Self.wholeDay($0.reading) }, published: published)
    var dates: [PartialDate] = []
    var previous: CivilDay?
    for item in found {
      if let day = Self.wholeDay(item.reading) { previous = day }
      var date = resolve(item.reading, anchor: anchor, previous: previous)
      guard item.keeps(date) else { continue }
      // What the manifest resolved is no ground for what the text says.
      if date.precision == .day, date.basis == .text, let day = CivilDay(iso8601: date.start) { previous = day }
      date.deadline = item.deadline
      date.source = Source(text.bytes(of: item.tokens), of: text, documentID: documentID)
      dates.append(date)
    }
    return dates
  }

  private static func wholeDay(_ reading: Reading) -> CivilDay? {
    if case .days(_, let last, let month, let year?) = reading { CivilDay(year, month, last) } else { nil }
  }

  // MARK: Finding

  private func find(in tokens: Range<Int>) -> [Found] {
    var found: [Found] = []
    var token = tokens.lowerBound
    while token < tokens.upperBound {
      guard var item = read(at: token, end: tokens.upperBound) else {
        token += 1
        continue
      }
      let from = max(tokens.lowerBound, token - 4)
      item.deadline = (from..<token).contains { before in
        text.matches(at: before).contains { $0.tokens.upperBound == token && role(of: $0) == "deadline" }
      }
      found.append(item)
      token = item.tokens.upperBound
    }
    return found
  }

  private func read(at token: Int, end: Int) -> Found? {
    if let phrase = phrase(at: token) ?? duration(at: token, end: end) { return phrase }
    if let weekday = value(.dateWeekday, at: token) {
      if let date = days(at: token + 1, end: end) { return Found(reading: date.reading, tokens: token..<date.end) }
      let direction = direction(at: token + 1, end: end)
      return Found(reading: .weekday(weekday, direction), tokens: token..<token + (direction == .none ? 1 : 2))
    }
    if text.tokens[token].kind == .number {
      if let date = days(at: token, end: end) ?? numeric(at: token, end: end) ?? years(at: token, end: end) {
        return Found(reading: date.reading, tokens: token..<date.end)
      }
      return nil
    }
    return month(at: token, end: end) ?? season(at: token, end: end)
  }

  /// `12 juillet 2024`, `5 au 7 juin`, `28 et 29 juin 2023`.
  private func days(at token: Int, end: Int) -> (reading: Reading, end: Int)? {
    guard let first = number(at: token, end: end), (1...31).contains(first) else { return nil }
    var last = first
    var next = token + 1
    if next + 1 < end, isLink(next), let second = number(at: next + 1, end: end), (first...31).contains(second),
      value(.dateMonth, at: next + 2) != nil
    {
      last = second
      next += 2
    }
    guard next < end, let month = value(.dateMonth, at: next) else { return nil }
    next += 1
    let year = year(at: next, end: end) ?? (isFullStop(next, end) ? self.year(at: next + 1, end: end) : nil)
    if let year { return (.days(first, last, month: month, year: year), isFullStop(next, end) ? next + 2 : next + 1) }
    return (.days(first, last, month: month, year: nil), next)
  }

  /// `12/05/2023`.
  private func numeric(at token: Int, end: Int) -> (reading: Reading, end: Int)? {
    guard token + 4 < end, [token + 1, token + 3].allSatisfy({ text.tokens[$0].value == Punctuation.slash }),
      let day = number(at: token, end: end), let month = number(at: token + 2, end: end),
      let year = year(at: token + 4, end: end), CivilDay(year, month, day) != nil
    else { return nil }
    return (.days(day, day, month: month, year: year), token + 5)
  }

  /// `2023-2026`, and `2023` where it counts nothing.
  private func years(at token: Int, end: Int) -> (reading: Reading, end: Int)? {
    guard let first = year(at: token, end: end) else { return nil }
    if token + 1 < end, text.tokens[token + 1].flags.contains(.afterHyphen), let last = year(at: token + 1, end: end),
      last > first
    {
      return (.years(first, last), token + 2)
    }
    if token + 2 < end, text.tokens[token + 1].value == Punctuation.dash, let last = year(at: token + 2, end: end),
      last > first
    {
      return (.years(first, last), token + 3)
    }
    return counts(token, end: end) ? nil : (.years(first, first), token + 1)
  }

  /// Whether a number says how many, or is part of another one: `2000 soldats`, `45/13/2024`.
  private func counts(_ token: Int, end: Int) -> Bool {
    if token > 0, text.matches(at: token - 1).contains(where: { role(of: $0) == "era" }) { return false }
    if token > 0, text.tokens[token - 1].value == Punctuation.slash, text.tokens[token - 1].kind == .punctuation {
      return true
    }
    guard token + 1 < end, text.tokens[token + 1].kind == .word else { return false }
    let flags = text.tokens[token + 1].flags
    guard !flags.contains(.capitalised) else { return false }
    return text.bytes[text.tokens[token + 1].bytes].last == UInt8(ascii: "s")
  }

  private func month(at token: Int, end: Int) -> Found? {
    guard let month = value(.dateMonth, at: token) else { return nil }
    let stop = isFullStop(token + 1, end) ? 1 : 0
    if let year = year(at: token + 1 + stop, end: end) {
      return Found(reading: .month(month, year: year, direction: .none), tokens: token..<token + 2 + stop)
    }
    if token + 2 < end,
      let phrase = text.matches(at: token + 2).first(where: { role(of: $0)?.hasSuffix("-year") == true })
    {
      return Found(
        reading: .month(month, year: nil, direction: role(of: phrase) == "last-year" ? .lastYear : .nextYear),
        tokens: token..<phrase.tokens.upperBound)
    }
    // `mars`, `mai` and `sept` are other words too: a lone month stands after an article or a preposition.
    let direction = direction(at: token + 1, end: end)
    guard text.tokens[token].length > 3 else { return nil }
    return Found(
      reading: .month(month, year: nil, direction: direction), tokens: token..<token + (direction == .none ? 1 : 2))
  }

  /// How far a duration may stand from the words that place it, in tokens: a sentence may have no end.
  private static let reach = 60

  /// `trois jours`, where the sentence says that they end and names a whole date before.
  private func duration(at token: Int, end: Int) -> Found? {
    guard token + 1 < end, text.matches(at: token + 1).contains(where: { role(of: $0) == "days" }),
      let count = number(at: token, end: end) ?? value(.dateCount, at: token), (2...30).contains(count),
      let sentence = text.sentence(ofToken: token).map({ text.sentences[$0].tokens })?.clamped(
        to: max(0, token - Self.reach)..<token + Self.reach),
      sentence.contains(where: { text.matches(at: $0).contains { role(of: $0) == "ends" } }),
      (sentence.lowerBound..<token).contains(where: {
        days(at: $0, end: token).flatMap { Self.wholeDay($0.reading) } != nil
      })
    else { return nil }
    return Found(reading: .lasting(days: count), tokens: token..<token + 2)
  }

  private func season(at token: Int, end: Int) -> Found? {
    guard let match = text.match(.dateSeason, at: token), let year = year(at: token + 1, end: end) else { return nil }
    let entry = text.entry(match)
    return Found(reading: .season(first: entry.value(0), last: entry.value(1), year: year), tokens: token..<token + 2)
  }

  private func phrase(at token: Int) -> Found? {
    for match in text.matches(at: token) {
      let next = match.tokens.upperBound
      switch role(of: match) {
      case "same-day", "eve", "last-year", "next-year", "last-week", "today":
        return Found(reading: .relative(role(of: match) ?? ""), tokens: match.tokens)
      case "first-half", "second-half":
        let after = text.tokens.indices.contains(next) && text.tokens[next].kind == .word ? next + 1 : next
        guard let year = year(at: after, end: text.tokens.count) else { continue }
        return Found(
          reading: .half(role(of: match) == "first-half" ? 1 : 2, year: year), tokens: token..<after + 1)
      case "ago":
        guard next + 1 < text.tokens.count, let count = number(at: next, end: next + 1) ?? value(.dateCount, at: next),
          text.matches(at: next + 1).contains(where: { role(of: $0) == "years" })
        else { continue }
        return Found(reading: .ago(years: count), tokens: token..<next + 2)
      default: continue
      }
    }
    return nil
  }

  // MARK: Tokens

  private func role(of match: LexiconMatch) -> String? {
    match.category == .dateWord ? text.entry(match).value(0) : nil
  }

  private func value(_ category: LexiconCategory, at token: Int) -> Int? {
    text.match(category, at: token).flatMap { $0.tokens.count == 1 ? Int(text.entry($0).value(0)) : nil }
  }

  private func number(at token: Int, end: Int) -> Int? {
    guard token < end, text.tokens.indices.contains(token), text.tokens[token].kind == .number,
      !text.tokens[token].flags.contains(.decimal)
    else { return nil }
    return Int(text.tokens[token].value)
  }

  private func year(at token: Int, end: Int) -> Int? {
    guard let year = number(at: token, end: end), (1900...2100).contains(year), text.tokens[token].length == 4 else {
      return nil
    }
    return year
  }

  private func isFullStop(_ token: Int, _ end: Int) -> Bool {
    token < end && text.tokens[token].kind == .punctuation && text.tokens[token].value == Punctuation.fullStop
  }

  private func isLink(_ token: Int) -> Bool {
    if text.tokens[token].kind == .punctuation { return text.tokens[token].value == Punctuation.dash }
    return text.matches(at: token).contains { ["to", "and"].contains(role(of: $0)) }
  }

  private func direction(at token: Int, end: Int) -> Direction {
    guard token < end else { return .none }
    for match in text.matches(at: token) {
      if role(of: match) == "last" { return .last }
      if role(of: match) == "next" { return .next }
    }
    return .none
  }

  // MARK: Resolving

  /// What a text offers to count from.
  private struct Anchor {
    /// The printed date of publication.
    let published: CivilDay?
    /// The first whole day of the text, which is what the text is about.
    let first: CivilDay?

    init(_ days: [CivilDay], published: CivilDay?) {
      self.published = published
      first = days.first
    }
  }

  private func resolve(_ reading: Reading, anchor: Anchor, previous: CivilDay?) -> PartialDate {
    switch reading {
    case .days(let first, let last, let month, let year?):
      return range(CivilDay(year, month, first), CivilDay(year, month, last), "printed in the text")
    case .season(let first, let last, let year):
      return PartialDate(
        start: "\(year)-\(first)", end: "\(year)-\(last)", precision: .season, basis: .text,
        anchor: "printed in the text")
    case .years(let first, let last):
      return PartialDate(
        start: "\(first)-01-01", end: "\(last)-12-31", precision: first == last ? .year : .range, basis: .text,
        anchor: "printed in the text")
    case .half(let half, let year):
      return PartialDate(
        start: half == 1 ? "\(year)-01-01" : "\(year)-07-01", end: half == 1 ? "\(year)-06-30" : "\(year)-12-31",
        precision: .range, basis: .text, anchor: "printed in the text")
    case .month(let month, let year?, _): return self.month(month, year, "printed in the text")
    default:
      if let day = previous ?? anchor.published ?? anchor.first,
        let date = resolve(reading, from: day, published: anchor.published)
      {
        return date
      }
      guard let reference, var date = resolve(reading, from: reference, published: reference) else {
        return PartialDate(precision: .unresolved)
      }
      date.basis = .manifest
      date.anchor = "reference date of the manifest, \(reference.iso8601)"
      return date
    }
  }

  /// - Parameters:
  ///   - day: the whole date before it in the text.
  ///   - published: what weekdays and weeks count from.
  private func resolve(_ reading: Reading, from day: CivilDay, published: CivilDay?) -> PartialDate? {
    let told = "counted from \(day.iso8601)"
    switch reading {
    case .days(let first, let last, let month, nil):
      return range(CivilDay(day.year, month, first), CivilDay(day.year, month, last), told)
    case .month(let month, nil, let direction):
      let isLater = month > (published ?? day).month
      let year = (published ?? day).year
      switch direction {
      case .lastYear: return self.month(month, year - 1, told)
      case .nextYear: return self.month(month, year + 1, told)
      case .next: return self.month(month, isLater ? year : year + 1, told)
      case .last, .none: return self.month(month, isLater ? year - 1 : year, told)
      }
    case .weekday(let weekday, let direction):
      guard let published else { return nil }
      let back = (published.weekday - weekday + 7) % 7
      let found = direction == .next ? published.moved(by: 7 - back) : published.moved(by: -back)
      return range(found, found, "counted from the date of publication, \(published.iso8601)")
    case .relative("same-day"): return range(day, day, told)
    case .relative("eve"): return range(day.moved(by: -1), day.moved(by: -1), told)
    case .relative("today"): return published.flatMap { range($0, $0, told) }
    case .relative("last-year"): return year((published ?? day).year - 1, told)
    case .relative("next-year"): return year((published ?? day).year + 1, told)
    case .relative("last-week"):
      guard let monday = published.map({ $0.moved(by: -($0.weekday + 6)) }) else { return nil }
      return range(monday, monday.moved(by: 6), told)
    case .lasting(let days): return range(day.moved(by: 1 - days), day, told)
    case .ago(let years):
      guard years < 500 else { return nil }
      var date = year(day.year - years, told)
      date.approximate = years % 5 == 0
      return date
    default: return nil
    }
  }

  private func range(_ first: CivilDay?, _ last: CivilDay?, _ anchor: String) -> PartialDate {
    guard let first, let last, first <= last else { return PartialDate(precision: .unresolved) }
    return PartialDate(
      start: first.iso8601, end: last.iso8601, precision: first == last ? .day : .range, basis: .text, anchor: anchor)
  }

  private func month(_ month: Int, _ year: Int, _ anchor: String) -> PartialDate {
    guard let first = CivilDay(year, month, 1), let last = CivilDay(year, month, CivilDay.length(of: month, in: year))
    else { return PartialDate(precision: .unresolved) }
    return PartialDate(
      start: first.iso8601, end: last.iso8601, precision: .month, basis: .text, anchor: anchor)
  }

  private func year(_ year: Int, _ anchor: String) -> PartialDate {
    PartialDate(start: "\(year)-01-01", end: "\(year)-12-31", precision: .year, basis: .text, anchor: anchor)
  }
}

extension DateReader.Found {
  /// An expression that leads nowhere is told only where its words are a date for sure.
  fileprivate func keeps(_ date: PartialDate) -> Bool {
    guard date.precision == .unresolved else { return true }
    switch reading {
    case .days, .month, .weekday: return true
    default: return false
    }
  }
}
