internal import ProtobufCoding

// date     := [weekday] days | numeric | iso | months | season | years | part "de" year
//           | weekday side? | relative | offset count unit | count unit offset | count "jours"
// days     := day month [year] | month day "," year | day link day month [year] | day month [year] link day month [year]
// numeric  := day ("/" | "." | "-") month ("/" | "." | "-") year         12/05/2023
// iso      := year "-" month "-" day
// months   := month [year | side] [link month [year]]
// years    := year [("-" | "à" | "et") year]

/// Finds the words that state a date, by the grammar above.
struct DateExpressionReader {
  let text: AnnotatedText
  /// The first token of the run at hand: nothing before it belongs to a date.
  var first = 0

  init(text: AnnotatedText) { self.text = text }

  /// How far a duration may stand from the words that place it, in tokens: a sentence may have no end.
  static let reach = 60

  /// The dates of a run of tokens, in order, none inside another.
  func dates(in tokens: Range<Int>) -> [DateFound] {
    var reader = self
    reader.first = tokens.lowerBound
    return reader.read(tokens)
  }

  func read(_ tokens: Range<Int>) -> [DateFound] {
    var found: [DateFound] = []
    var token = tokens.lowerBound
    while token < tokens.upperBound {
      guard mayBegin(at: token), var item = read(at: token, end: tokens.upperBound) else {
        token += 1
        continue
      }
      item.isDeadline = isDeadline(before: item.tokens.lowerBound)
      found.append(item)
      token = max(item.tokens.upperBound, token + 1)
    }
    return found
  }

  static let openings: CategorySet = [
    .dateRelative, .datePart, .dateWeekday, .dateMonth, .dateSeason, .dateCount, .dateOffset,
  ]

  /// Most words begin no date; they are told without looking further.
  func mayBegin(at token: Int) -> Bool {
    switch text.tokens[token].kind {
    case .number: true
    case .word: text.categories(at: token).intersects(Self.openings)
    case .punctuation: false
    }
  }

  func read(at token: Int, end: Int) -> DateFound? {
    for number in text.matchNumbers(at: token) {
      let match = text.matches[number]
      let found: DateFound? =
        switch match.category {
        case .dateRelative: relative(match, end: end)
        case .datePart: part(match, end: end)
        case .dateWeekday: weekday(match, end: end)
        case .dateMonth: months(at: token, end: end)
        case .dateSeason: season(match, end: end)
        case .dateCount: counted(at: token, end: end)
        case .dateOffset: offset(match, end: end)
        default: nil
        }
      if let found { return found }
    }
    guard text.tokens[token].kind == .number else { return nil }
    return iso(at: token, end: end) ?? days(at: token, end: end) ?? numeric(at: token, end: end)
      ?? years(at: token, end: end) ?? counted(at: token, end: end)
  }

  // MARK: Days

  func days(at token: Int, end: Int) -> DateFound? {
    guard let (first, next) = day(at: token, end: end) else {
      return shortRange(at: token, end: end) ?? lone(token, end)
    }
    var (last, stop) = (first, next)
    if let other = linked(at: next, end: end) {
      let start = value(.dateWeekday, at: other) == nil ? other : other + 1
      if let (second, after) = day(at: start, end: end), isRange(first, second, isAnd: isAnd(next)) {
        (last, stop) = (second, after)
      }
    }
    let side = side(at: stop, end: end)
    return DateFound(
      reading: .days(dated(first, like: last), last, side), tokens: token..<(side == .none ? stop : stop + 1))
  }

  /// `30 juin au 2 juillet`, `30 juin et 1er juillet`: `et` joins only neighbours.
  func isRange(_ first: DateReading.Day, _ second: DateReading.Day, isAnd: Bool) -> Bool {
    let year = second.year ?? first.year ?? 2001
    guard first.year == nil || second.year != nil || first.month <= second.month,
      let last = CivilDate(year: year, month: second.month, day: second.day),
      let begin = CivilDate(
        year: first.year ?? (first.month > second.month ? year - 1 : year), month: first.month, day: first.day)
    else { return false }
    return begin < last && last.days(since: begin) <= (isAnd ? 1 : 365)
  }

  func dated(_ first: DateReading.Day, like last: DateReading.Day) -> DateReading.Day {
    guard first.year == nil, let year = last.year else { return first }
    return DateReading.Day(day: first.day, month: first.month, year: first.month > last.month ? year - 1 : year)
  }

  /// `12 juillet 2024`.
  func day(at token: Int, end: Int) -> (DateReading.Day, next: Int)? {
    guard let day = number(at: token, end: end), (1...31).contains(day), token + 1 < end,
      let month = value(.dateMonth, at: token + 1), !isName(token + 1)
    else { return nil }
    let (year, next) = yearAfter(token + 2, end: end)
    return (DateReading.Day(day: day, month: month, year: year), next)
  }

  /// `11-Septembre` names an event.
  func isName(_ month: Int) -> Bool {
    text.tokens[month].flags.contains(.afterHyphen) && text.tokens[month].flags.contains(.capitalised)
  }

  /// `9 au 11 juillet`, `28 et 29 juin`, `3, 4 et 5 avril`, `lundi 3 et mardi 4 juin`.
  func shortRange(at token: Int, end: Int) -> DateFound? {
    guard let first = number(at: token, end: end), (1...31).contains(first) else { return nil }
    var next = token + 1
    for _ in 0..<4 {
      guard let other = isComma(next, end) ? next + 1 : linked(at: next, end: end) else { return nil }
      let start = value(.dateWeekday, at: other) == nil ? other : other + 1
      guard start < end, let number = number(at: start, end: end), number > first, number <= 31
      else { return nil }
      if let (last, after) = day(at: start, end: end) {
        let day = DateReading.Day(day: first, month: last.month, year: last.year)
        let side = side(at: after, end: end)
        return DateFound(reading: .days(day, last, side), tokens: token..<(side == .none ? after : after + 1))
      }
      next = start + 1
    }
    return nil
  }

  /// `Le 5,` at the start of a sentence, and `le 5` with nothing that it could count, as translations have it.
  func lone(_ token: Int, _ end: Int) -> DateFound? {
    guard let day = number(at: token, end: end), (1...31).contains(day), text.tokens[token].length <= 3, token > first,
      text.tokens[token - 1].length == 2,
      text.match(.dateIntro, at: token - 1).map({ text.entry($0).value(0) == "article" }) ?? false
    else { return nil }
    if isComma(token + 1, end), text.tokens[token - 1].flags.contains(.capitalised) {
      return DateFound(reading: .dayOfMonth(day, isOfTold: true), tokens: token..<token + 1)
    }
    return endsPhrase(token + 1, end)
      ? DateFound(reading: .dayOfMonth(day, isOfTold: false), tokens: token..<token + 1) : nil
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
    case .word:
      return text.match(.eventPreposition, at: token) != nil
        || isOfThe(token) && text.tokens[token].flags.contains(.elided)
    }
  }

  /// `12/05/2023`, `12.05.2023`, `12-05-2023`.
  func numeric(at token: Int, end: Int) -> DateFound? {
    guard let day = number(at: token, end: end), text.tokens[token].length <= 2 else { return nil }
    guard let (second, third) = separated(token, end), let month = number(at: second, end: end),
      text.tokens[second].length <= 2, let year = year(at: third, end: end),
      CivilDate(year: year, month: month, day: day) != nil
    else { return nil }
    let found = DateReading.Day(day: day, month: month, year: year)
    return DateFound(reading: .days(found, found, .none), tokens: token..<third + 1)
  }

  /// `2023-05-12`, and the day of `2023-05-12T10:00`.
  func iso(at token: Int, end: Int) -> DateFound? {
    guard let year = year(at: token, end: end), let (second, third) = separated(token, end),
      let month = number(at: second, end: end), let day = number(at: third, end: end), text.tokens[third].length <= 2,
      CivilDate(year: year, month: month, day: day) != nil
    else { return nil }
    let found = DateReading.Day(day: day, month: month, year: year)
    return DateFound(reading: .days(found, found, .none), tokens: token..<third + 1)
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
