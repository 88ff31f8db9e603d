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
  private var first = 0

  init(text: AnnotatedText) { self.text = text }

  /// How far a duration may stand from the words that place it, in tokens: a sentence may have no end.
  private static let reach = 60

  /// The dates of a run of tokens, in order, none inside another.
  func dates(in tokens: Range<Int>) -> [DateFound] {
    var reader = self
    reader.first = tokens.lowerBound
    return reader.read(tokens)
  }

  private func read(_ tokens: Range<Int>) -> [DateFound] {
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

  private static let openings: CategorySet = [
    .dateRelative, .datePart, .dateWeekday, .dateMonth, .dateSeason, .dateCount, .dateOffset,
  ]

  /// Most words begin no date; they are told without looking further.
  private func mayBegin(at token: Int) -> Bool {
    switch text.tokens[token].kind {
    case .number: true
    case .word: text.categories(at: token).intersects(Self.openings)
    case .punctuation: false
    }
  }

  private func read(at token: Int, end: Int) -> DateFound? {
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

  private func days(at token: Int, end: Int) -> DateFound? {
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
  private func isRange(_ first: DateReading.Day, _ second: DateReading.Day, isAnd: Bool) -> Bool {
    let year = second.year ?? first.year ?? 2001
    guard first.year == nil || second.year != nil || first.month <= second.month,
      let last = CivilDay(year, second.month, second.day),
      let begin = CivilDay(first.year ?? (first.month > second.month ? year - 1 : year), first.month, first.day)
    else { return false }
    return begin < last && begin.moved(by: isAnd ? 1 : 365) >= last
  }

  private func dated(_ first: DateReading.Day, like last: DateReading.Day) -> DateReading.Day {
    guard first.year == nil, let year = last.year else { return first }
    return DateReading.Day(day: first.day, month: first.month, year: first.month > last.month ? year - 1 : year)
  }

  /// `12 juillet 2024`.
  private func day(at token: Int, end: Int) -> (DateReading.Day, next: Int)? {
    guard let day = number(at: token, end: end), (1...31).contains(day), token + 1 < end,
      let month = value(.dateMonth, at: token + 1), !isName(token + 1)
    else { return nil }
    let (year, next) = yearAfter(token + 2, end: end)
    return (DateReading.Day(day: day, month: month, year: year), next)
  }

  /// `11-Septembre` names an event.
  private func isName(_ month: Int) -> Bool {
    text.tokens[month].flags.contains(.afterHyphen) && text.tokens[month].flags.contains(.capitalised)
  }

  /// `9 au 11 juillet`, `28 et 29 juin`, `3, 4 et 5 avril`, `lundi 3 et mardi 4 juin`.
  private func shortRange(at token: Int, end: Int) -> DateFound? {
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
  private func lone(_ token: Int, _ end: Int) -> DateFound? {
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
  private func endsPhrase(_ token: Int, _ end: Int) -> Bool {
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
  private func numeric(at token: Int, end: Int) -> DateFound? {
    guard let day = number(at: token, end: end), text.tokens[token].length <= 2 else { return nil }
    guard let (second, third) = separated(token, end), let month = number(at: second, end: end),
      text.tokens[second].length <= 2, let year = year(at: third, end: end), CivilDay(year, month, day) != nil
    else { return nil }
    let found = DateReading.Day(day: day, month: month, year: year)
    return DateFound(reading: .days(found, found, .none), tokens: token..<third + 1)
  }

  /// `2023-05-12`, and the day of `2023-05-12T10:00`.
  private func iso(at token: Int, end: Int) -> DateFound? {
    guard let year = year(at: token, end: end), let (second, third) = separated(token, end),
      let month = number(at: second, end: end), let day = number(at: third, end: end), text.tokens[third].length <= 2,
      CivilDay(year, month, day) != nil
    else { return nil }
    let found = DateReading.Day(day: day, month: month, year: year)
    return DateFound(reading: .days(found, found, .none), tokens: token..<third + 1)
  }

  /// The second and third of three numbers with the same mark between them.
  private func separated(_ token: Int, _ end: Int) -> (Int, Int)? {
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

  // MARK: Months, seasons, years

  private func months(at token: Int, end: Int) -> DateFound? {
    guard let month = value(.dateMonth, at: token) else { return nil }
    // `juin 24, 2025`, as translations have it.
    if let day = number(at: token + 1, end: end), (1...31).contains(day), isComma(token + 2, end),
      let year = year(at: token + 3, end: end)
    {
      let found = DateReading.Day(day: day, month: month, year: year)
      return DateFound(reading: .days(found, found, .none), tokens: token..<token + 4)
    }
    let (year, next) = yearAfter(token + 1, end: end)
    if year == nil, !mayStandAlone(token, next, end) { return nil }
    let first = DateReading.Month(month: month, year: year)
    let start = beforeEdge(token)
    if let year, let (last, stop) = monthAfter(next, end), last.year.map({ $0 >= year }) ?? false {
      return DateFound(reading: .months(first, last, .none), tokens: start..<stop)
    }
    if year == nil, let (last, stop) = monthAfter(next, end), isRangeLink(next) {
      let from = last.year.map { DateReading.Month(month: month, year: month > last.month ? $0 - 1 : $0) } ?? first
      return DateFound(reading: .months(from, last, .none), tokens: start..<stop)
    }
    if let (steps, stop) = ofYear(next, end) {
      // `décembre de l'année dernière`
      return DateFound(
        reading: .months(first, first, steps < 0 ? .lastYear : .nextYear), tokens: start..<stop)
    }
    let side = side(at: next, end: end)
    return DateFound(
      reading: .months(first, first, side), tokens: start..<(side == .none ? next : next + 1))
  }

  /// `mars` and `mai` are other words too, and so is a month in capitals: a lone month follows a preposition.
  private func mayStandAlone(_ token: Int, _ next: Int, _ end: Int) -> Bool {
    guard let match = text.match(.dateMonth, at: token), text.entry(match).value(1) == "alone",
      !text.tokens[token].flags.contains(.capitalised) || isIntroduced(token) || isLead(token)
    else { return false }
    return text.tokens[token].length > 4 || isIntroduced(token) || isLead(token) || side(at: next, end: end) != .none
      || text.tokens[token].flags.contains(.afterHyphen) || isAfterLink(token)
  }

  /// `Août : exercice` at the start of a line.
  private func isLead(_ token: Int) -> Bool {
    token + 1 < text.tokens.count && text.tokens[token + 1].kind == .punctuation
      && text.block(ofToken: token).map { text.blocks[$0].tokens.lowerBound == token } ?? false
  }

  private func isAfterLink(_ token: Int) -> Bool {
    token > first && (text.match(.dateLink, at: token - 1) != nil || isComma(token - 1))
  }

  /// Whether a preposition that leads a month or year ends right before a token.
  private func isIntroduced(_ token: Int, by kinds: [String] = ["before", "of", "edge"]) -> Bool {
    introduction(of: token, kinds) != nil
  }

  /// `début mars`, `fin 2024`: from the word that says which part is meant.
  private func beforeEdge(_ token: Int) -> Int { introduction(of: token, ["edge"]) ?? token }

  /// Where the words of these kinds begin that end right before a token.
  private func introduction(of token: Int, _ kinds: [String]) -> Int? {
    for start in max(first, token - 5)..<token {
      for match in text.matches(at: start) where match.category == .dateIntro && match.tokens.upperBound == token {
        if kinds.contains(text.entry(match).value(0)) { return start }
      }
    }
    return nil
  }

  /// The month after `à`, `et` or a dash.
  private func monthAfter(_ token: Int, _ end: Int) -> (DateReading.Month, next: Int)? {
    // `à mi-octobre`
    guard let other = linked(at: token, end: end).map({ skip(.dateIntro, at: $0, end: end) }), other < end,
      let month = value(.dateMonth, at: other)
    else { return nil }
    let (year, next) = yearAfter(other + 1, end: end)
    return (DateReading.Month(month: month, year: year), next)
  }

  private func isRangeLink(_ token: Int) -> Bool {
    text.match(.dateLink, at: token).map { text.entry($0).value(0) == "to" } ?? true
  }

  /// `de l'année dernière`.
  private func ofYear(_ token: Int, _ end: Int) -> (steps: Int, next: Int)? {
    guard token + 1 < end, let match = text.match(.dateRelative, at: token + 1),
      text.match(.dateIntro, at: token) != nil, text.entry(match).value(0) == "year",
      let steps = Int(text.entry(match).value(1)), steps != 0
    else { return nil }
    return (steps, match.tokens.upperBound)
  }

  /// `printemps 2024`, `l'été dernier`, `dès l'automne`.
  private func season(_ match: LexiconMatch, end: Int) -> DateFound? {
    let entry = text.entry(match)
    let token = match.tokens.lowerBound
    let next = match.tokens.upperBound
    let (year, stop) = yearAfter(next, end: end)
    if let year {
      let last = stop < end && text.tokens[stop].flags.contains(.afterHyphen) ? self.year(at: stop, end: end) : nil
      // `hiver 2024` may be either.
      if entry.value(0) > entry.value(1), last == nil { return nil }
      return DateFound(
        reading: .season(first: entry.value(0), last: entry.value(1), year: year, .none),
        tokens: token..<(last == nil ? stop : stop + 1))
    }
    let side = side(at: next, end: end)
    guard side != .none || isAfterArticle(token), !isAustral(next, end) else { return nil }
    return DateFound(
      reading: .season(first: entry.value(0), last: entry.value(1), year: nil, side),
      tokens: token..<(side == .none ? next : next + 1))
  }

  /// `à l'automne`, `cet été`; `tenir l'hiver` names no date.
  private func isAfterArticle(_ token: Int) -> Bool {
    guard let article = introduction(of: token, ["article"]) else { return false }
    let word = text.tokens[article]
    guard word.length <= 2, !word.flags.contains(.capitalised) else { return true }
    return text.bytes[word.bytes].elementsEqual("au".utf8) || article > first && leadsSeason(article - 1)
  }

  /// A preposition, or the comma or the start of a sentence.
  private func leadsSeason(_ token: Int) -> Bool {
    if text.tokens[token].kind == .punctuation { return true }
    return [.dateIntro, .dateLink, .dateDeadline, .eventPreposition, .dateOffset, .dateTense].contains {
      text.match($0, at: token) != nil
    }
  }

  /// `hiver austral`: a season with a word of its own is not the calendar's.
  private func isAustral(_ token: Int, _ end: Int) -> Bool {
    guard token < end, text.tokens[token].kind == .word else { return false }
    return text.bytes[text.tokens[token].bytes].elementsEqual("austral".utf8)
  }

  /// `2023-2026`, `2014 à 2024`, and `2023` where it counts nothing.
  private func years(at token: Int, end: Int) -> DateFound? {
    guard let first = year(at: token, end: end) else { return nil }
    if isDecade(token), first % 10 == 0 {
      return DateFound(reading: .years(first, first + 9), tokens: token..<token + 1)
    }
    if token + 1 < end, text.tokens[token + 1].flags.contains(.afterHyphen), let last = year(at: token + 1, end: end),
      last > first
    {
      return DateFound(reading: .years(first, last), tokens: token..<token + 2)
    }
    if let other = linked(at: token + 1, end: end) ?? slashed(token + 1, end), let last = year(at: other, end: end),
      last > first, !isAnd(token + 1) || isBetween(token) || last == first + 1
    {
      return DateFound(reading: .years(first, last), tokens: token..<other + 1)
    }
    if counts(token, end: end) { return nil }
    return DateFound(reading: .years(first, first), tokens: beforeEdge(token)..<token + 1)
  }

  private func isDecade(_ token: Int) -> Bool {
    isIntroduced(token, by: ["decade"])
  }

  private func isAnd(_ token: Int) -> Bool {
    text.match(.dateLink, at: token).map { text.entry($0).value(0) == "and" } ?? false
  }

  /// `entre 2014 et 2024`.
  private func isBetween(_ token: Int) -> Bool {
    token > first
      && text.match(.eventPreposition, at: token - 1).map { text.entry($0).value(0) == "between" } ?? false
  }

  private func slashed(_ token: Int, _ end: Int) -> Int? {
    token + 1 < end && text.tokens[token].kind == .punctuation && text.tokens[token].value == Punctuation.slash
      ? token + 1 : nil
  }

  /// Whether a number says how many, or is part of another one: `2000 soldats`, `45/13/2024`.
  private func counts(_ token: Int, end: Int) -> Bool {
    if isIntroduced(token, by: ["before", "edge"]) { return false }
    if token > first, text.tokens[token - 1].value == Punctuation.slash, text.tokens[token - 1].kind == .punctuation {
      return true
    }
    return isPlural(token + 1, end)
  }

  private func isPlural(_ token: Int, _ end: Int) -> Bool {
    guard token < end, text.tokens[token].kind == .word, !text.tokens[token].flags.contains(.capitalised),
      text.tokens[token].length > 3
    else { return false }
    let word = text.bytes[text.tokens[token].bytes]
    return word.last == UInt8(ascii: "s") && !Self.adverbs.contains { $0.elementsEqual(word) }
  }

  /// Words in `s` that follow a year and are no plurals.
  private static let adverbs = [
    "dans", "sous", "mais", "alors", "vers", "chez", "sans", "puis", "depuis", "dès", "après",
  ]
  .map { Array($0.utf8) }

  /// `premier semestre de 2025`, `T2 2025`.
  private func part(_ match: LexiconMatch, end: Int) -> DateFound? {
    let entry = text.entry(match)
    guard let first = Int(entry.value(0)), let last = Int(entry.value(1)) else { return nil }
    let next = skip(.dateIntro, at: match.tokens.upperBound, end: end)
    if let year = year(at: next, end: end) {
      return DateFound(
        reading: .part(first: first, last: last, year: year), tokens: match.tokens.lowerBound..<next + 1)
    }
    // `la première moitié du match` is no part of a year.
    guard text.bytes[text.tokens[match.tokens.upperBound - 1].bytes].last == UInt8(ascii: "e"),
      endsPhrase(match.tokens.upperBound, end)
    else { return nil }
    return DateFound(reading: .part(first: first, last: last, year: nil), tokens: match.tokens)
  }

  // MARK: What counts from another date

  private func weekday(_ match: LexiconMatch, end: Int) -> DateFound? {
    guard let weekday = Int(text.entry(match).value(0)) else { return nil }
    let token = match.tokens.lowerBound
    let next = match.tokens.upperBound
    if next < end, text.tokens[next].kind == .number,
      let date = days(at: next, end: end) ?? numeric(at: next, end: end), isDays(date.reading)
    {
      return DateFound(reading: date.reading, tokens: token..<date.tokens.upperBound)
    }
    // `le 7 mars 2025 (vendredi)` has said which day.
    if isParenthesis(token - 1, Punctuation.openParenthesis), isParenthesis(next, Punctuation.closeParenthesis) {
      return nil
    }
    let side = side(at: next, end: end)
    return DateFound(reading: .weekday(weekday, side), tokens: token..<(side == .none ? next : next + 1))
  }

  private func isParenthesis(_ token: Int, _ mark: UInt32) -> Bool {
    token >= first && token < text.tokens.count && text.tokens[token].kind == .punctuation
      && text.tokens[token].value == mark
  }

  private func isDays(_ reading: DateReading) -> Bool {
    if case .days = reading { true } else { false }
  }

  private func relative(_ match: LexiconMatch, end: Int) -> DateFound? {
    let entry = text.entry(match)
    guard let unit = DateReading.Unit(rawValue: entry.value(0)), let steps = Int(entry.value(1)) else { return nil }
    let origin: DateReading.Origin = entry.value(2) == "told" ? .told : .now
    let next = match.tokens.upperBound
    // `la veille du sommet` counts from the summit, `ce jour-là` and `cette année-là` from what was told.
    if origin == .told, unit == .day, steps != 0, next < end, isOfThe(next) {
      return nil
    }
    if origin == .now, next < end, text.tokens[next].flags.contains(.afterHyphen) { return nil }
    // `la fin du mois de mars` names the month.
    if unit == .month, next + 1 < end, isOfThe(next), value(.dateMonth, at: next + 1) != nil { return nil }
    // `à ce jour`: so far.
    if match.tokens.count > 1, steps == 0, token(before: match.tokens.lowerBound, is: "à") { return nil }
    if unit == .day, origin == .now, !isLiteral(match, steps) { return nil }
    return DateFound(
      reading: .counted(unit, steps: steps, from: origin, isRound: false), tokens: match.tokens)
  }

  private func token(before token: Int, is word: String) -> Bool {
    token > first && text.bytes[text.tokens[token - 1].bytes].elementsEqual(word.utf8)
  }

  private func isOfThe(_ token: Int) -> Bool {
    ["du", "des", "de", "d'", "d’"].contains { text.bytes[text.tokens[token].bytes].elementsEqual($0.utf8) }
  }

  /// `le monde de demain`, `hier comme aujourd'hui` name no day; `a reçu aujourd'hui` does.
  private func isLiteral(_ match: LexiconMatch, _ steps: Int) -> Bool {
    let token = match.tokens.lowerBound
    if match.tokens.count == 1, steps != 0 { return !isIntroduced(token) }
    guard match.tokens.count == 1 else { return true }
    return (max(first, token - 4)..<token).contains { before in
      guard let tense = text.match(.dateTense, at: before), text.entry(tense).value(0) == "past" else { return false }
      let word = text.bytes[text.tokens[before].bytes]
      return word.elementsEqual("a".utf8) || word.elementsEqual("ont".utf8)
        || before > first && text.match(.eventReflexive, at: before - 1) != nil
    }
  }

  /// `il y a dix ans`, `dans trois semaines`.
  private func offset(_ match: LexiconMatch, end: Int) -> DateFound? {
    let next = match.tokens.upperBound
    let sign: Int
    switch text.entry(match).value(0) {
    case "ago": sign = -1
    case "ahead": sign = 1
    default: return nil
    }
    guard let count = count(at: next, end: end), let unit = unit(at: next + 1, end: end), isOffset(unit) else {
      return nil
    }
    return DateFound(
      reading: .counted(unit, steps: sign * count, from: .now, isRound: count % 5 == 0 && unit == .year),
      tokens: match.tokens.lowerBound..<next + 2)
  }

  /// `deux jours plus tard`; or `trois jours`, where the sentence says that they end or begin on a day.
  private func counted(at token: Int, end: Int) -> DateFound? {
    guard let count = count(at: token, end: end), let unit = unit(at: token + 1, end: end) else { return nil }
    if token + 2 < end, isOffset(unit), let match = text.match(.dateOffset, at: token + 2),
      match.tokens.count > 1
        || text.entry(match).value(0) == "earlier" && text.tokens[token + 2].length > 5
    {
      let sign = text.entry(match).value(0) == "earlier" ? -1 : 1
      return DateFound(
        reading: .counted(unit, steps: sign * count, from: .told, isRound: false),
        tokens: token..<match.tokens.upperBound)
    }
    guard unit == .day, (2...30).contains(count), let endsThere = spanEnds(around: token) else { return nil }
    return DateFound(reading: .lasting(days: count, endsThere: endsThere), tokens: token..<token + 2)
  }

  private func isOffset(_ unit: DateReading.Unit) -> Bool { unit == .day || unit == .month || unit == .year }

  /// Whether the sentence says that something ends or begins; nil where it says neither.
  private func spanEnds(around token: Int) -> Bool? {
    guard
      let sentence = text.sentence(ofToken: token).map({ text.sentences[$0].tokens })?.clamped(
        to: max(0, token - Self.reach)..<token + Self.reach)
    else { return nil }
    for before in sentence {
      if let match = text.match(.dateSpan, at: before) { return text.entry(match).value(0) == "ends" }
    }
    return nil
  }

  // MARK: Tokens

  private func isDeadline(before token: Int) -> Bool {
    (max(first, token - 5)..<token).contains { before in
      text.matches(at: before).contains { match in
        match.category == .dateDeadline && match.tokens.upperBound <= token
          && (match.tokens.upperBound..<token).allSatisfy { text.match(.dateIntro, at: $0) != nil }
      }
    }
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

  private func count(at token: Int, end: Int) -> Int? {
    guard token < end else { return nil }
    return number(at: token, end: end).flatMap { $0 < 500 ? $0 : nil } ?? value(.dateCount, at: token)
  }

  private func unit(at token: Int, end: Int) -> DateReading.Unit? {
    guard token < end, let match = text.match(.dateUnit, at: token) else { return nil }
    return DateReading.Unit(rawValue: text.entry(match).value(0))
  }

  private func year(at token: Int, end: Int) -> Int? {
    guard let year = number(at: token, end: end), (1900...2100).contains(year), text.tokens[token].length == 4 else {
      return nil
    }
    return year
  }

  /// A year after a month, with a full stop or a preposition between them: `juil. 2024`, `juillet de 2024`.
  private func yearAfter(_ token: Int, end: Int) -> (year: Int?, next: Int) {
    if let year = year(at: token, end: end) { return (year, token + 1) }
    guard token < end else { return (nil, token) }
    let isStop = text.tokens[token].kind == .punctuation && text.tokens[token].value == Punctuation.fullStop
    let isOf = text.tokens[token].kind == .word && text.tokens[token].length <= 2 && isOfThe(token)
    // `24 juin, 2025`, as translations have it.
    let isComma = isComma(token, end) && !isPlural(token + 2, end)
    if isStop || isOf || isComma, let year = year(at: token + 1, end: end) { return (year, token + 2) }
    return (nil, token)
  }

  private func side(at token: Int, end: Int) -> DateReading.Side {
    guard token < end, let match = text.match(.dateSide, at: token) else { return .none }
    return text.entry(match).value(0) == "last" ? .last : .next
  }

  /// Past a preposition, where one stands.
  private func skip(_ category: LexiconCategory, at token: Int, end: Int) -> Int {
    guard token < end, let match = text.match(category, at: token), match.tokens.upperBound < end else { return token }
    return match.tokens.upperBound
  }

  /// What follows `au`, `et` or a dash.
  private func linked(at token: Int, end: Int) -> Int? {
    guard token + 1 < end else { return nil }
    if text.tokens[token].kind == .punctuation {
      return text.tokens[token].value == Punctuation.dash ? token + 1 : nil
    }
    if text.tokens[token].kind == .number, text.tokens[token].flags.contains(.afterHyphen) { return token }
    return text.match(.dateLink, at: token)?.tokens.upperBound
  }

  private func isComma(_ token: Int, _ end: Int = .max) -> Bool {
    token < min(end, text.tokens.count) && text.tokens[token].kind == .punctuation
      && text.tokens[token].value == Punctuation.comma
  }
}
