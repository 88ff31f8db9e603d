internal import EntenteSchema
internal import ProtobufCoding

/// Reads the dates that a text states, and resolves them where the text or the manifest allows.
///
///     let dates = DateReader(text: text, documentID: "a", published: day, reference: nil).dates()
///
/// ``DateExpressionReader`` finds the words, ``DateTenseReader`` tells on which side of the day of the text they lie, and
/// ``DateResolver`` says which days they are. A date that cannot be resolved is kept where its words are a date for sure.
struct DateReader {
  let text: AnnotatedText
  let documentID: String
  /// As printed in the text.
  let published: CivilDate?
  /// Given beside the text.
  let reference: CivilDate?

  /// The dates, in the order of the text.
  func dates() -> [PartialDate] {
    let reader = DateExpressionReader(
      text: text, pivot: (published ?? reference)?.year, latest: published == nil && reference == nil ? latestYear : nil
    )
    let found = text.blocks.map { reader.dates(in: $0.tokens) }
    guard found.contains(where: { !$0.isEmpty }) else { return [] }
    let tenses = DateTenseReader(text: text)
    let now = now(found.joined())
    // Nothing counts from the latest day where the text has one of its own.
    let latest = now == nil ? latest(found.joined(), tenses) : (day: nil, isLast: false)
    var resolver = DateResolver(
      now: now, latest: latest.isLast ? latest.day : nil, tellsLater: latest.day != nil && !latest.isLast)
    var dates: [PartialDate] = []
    let entries = DateChronology(text: text, found).years
    for (block, items) in found.enumerated() {
      if let year = heading(block, items) { resolver.enter(year: year) }
      let ownYear = leadingYear(block, items)
      var last: (year: Int?, end: Int) = (nil, 0)
      var week: DateFound?
      // Where the date before ends, if it lies ahead.
      var ahead: Int?
      for item in items {
        // `jusqu'à dimanche` lies ahead of whatever is told.
        var tense = item.isDeadline ? DateTense(side: .upcoming) : tenses.tense(around: item.tokens)
        if tense.side == .unknown, let ahead, goesOn(ahead, item.tokens.lowerBound) { tense.side = .upcoming }
        let isFirst = item.tokens == items.first?.tokens
        let year =
          last.year.flatMap { isRightAfter(last.end, item.tokens.lowerBound) ? $0 : nil }
          ?? (isFirst ? nil : ownYear) ?? (isFirst || tense.side != .upcoming ? entries[block] : nil)
        let reading = week.flatMap { weekday(item, of: $0) } ?? item.reading
        week = item
        var date = resolver.resolve(reading, tense: tense, block: block, within: year)
        ahead = now.flatMap { now in
          CivilDate(iso8601: date.start).flatMap { $0 > now.day ? item.tokens.upperBound : nil }
        }
        if isAlone(item, block, items) { resolver.enter(day: CivilDate(iso8601: date.end), block: block) }
        last = (date.precision == .year ? CivilDate(iso8601: date.start)?.year : nil, item.tokens.upperBound)
        guard Self.keeps(date, item.reading) else { continue }
        date.deadline = item.isDeadline
        date.portion = date.start.isEmpty ? .unspecified : item.portion
        date.time = date.precision == .day ? item.time : ""
        date.source = Source(text.bytes(of: item.tokens), of: text, documentID: documentID)
        dates.append(date)
      }
    }
    return dates
  }

  /// A longer period says too little of when its text was written.
  private static let longestPeriod = 62

  /// The latest day, of those that the text states, that a verb tells of as past: of a period, its last.
  ///
  /// - Parameter dates: as ``dates()`` gives them.
  func latestPast(of dates: [PartialDate]) -> PartialDate? {
    let tenses = DateTenseReader(text: text)
    let days = dates.filter { !$0.deadline && !$0.approximate && Self.isShort($0) }
    let found = days.sorted { $0.end > $1.end }.first { date in
      guard let span = date.source?.span, let first = text.token(atByte: Int(span.offset)),
        let last = text.token(atByte: Int(span.offset) + Int(span.length) - 1), first <= last
      else { return false }
      return tenses.tense(around: first..<last + 1).side == .past
    }
    guard var found else { return nil }
    (found.start, found.precision) = (found.end, .day)
    return found
  }

  private static func isShort(_ date: PartialDate) -> Bool {
    guard date.precision == .day || date.precision == .range, let start = CivilDate(iso8601: date.start),
      let end = CivilDate(iso8601: date.end)
    else { return false }
    return end.days(since: start) <= longestPeriod
  }

  /// `il y a deux ans, le 24 février`: nothing but a comma and an article stand between.
  private func isRightAfter(_ end: Int, _ start: Int) -> Bool {
    (end + 1...end + 2).contains(start) && text.tokens[end].kind == .punctuation
      && text.tokens[end].value == Punctuation.comma
  }

  /// `un atelier du 18 au 20 juin, puis une démonstration en octobre`: `puis` stands between, in one sentence.
  private func goesOn(_ end: Int, _ start: Int) -> Bool {
    guard end < start, text.sentence(ofToken: end) == text.sentence(ofToken: start) else { return false }
    return text.tokens[end..<start].contains { text.bytes[$0.bytes].elementsEqual("puis".utf8) }
  }

  /// Tokens between a week and a day of it.
  private static let withinWeek = 4

  /// `la semaine prochaine, sans doute mercredi`: of that week.
  private func weekday(_ item: DateFound, of week: DateFound) -> DateReading? {
    guard case .weekday(let weekday, .none) = item.reading,
      case .counted(.week, let weeks, from: .now, _) = week.reading, weeks != 0,
      item.tokens.lowerBound - week.tokens.upperBound <= Self.withinWeek,
      text.sentence(ofToken: item.tokens.lowerBound) == text.sentence(ofToken: week.tokens.lowerBound)
    else { return nil }
    return .weekdayOfWeek(weekday, weeks: weeks)
  }

  /// The day of the text. A dateline without a year takes that of the manifest's day.
  private func now(_ found: some Sequence<DateFound>) -> DateResolver.Anchor? {
    if let published { return .printed(published) }
    guard let reference else { return nil }
    let line = found.first { isDateline($0) }.flatMap { item -> CivilDate? in
      guard case .days(_, let last, _) = item.reading, last.year == nil else { return nil }
      return (-1...1).compactMap { CivilDate(year: reference.year + $0, month: last.month, day: last.day) }
        .min { abs($0.days(since: reference)) < abs($1.days(since: reference)) }
    }
    return DateResolver.Anchor(day: line ?? reference, basis: .manifest, name: reference.iso8601)
  }

  /// `TOKYO, 3 mars (AFP) -` at the start of one of the first blocks.
  private func isDateline(_ item: DateFound) -> Bool {
    guard let block = text.block(ofToken: item.tokens.lowerBound), block < 4,
      item.tokens.lowerBound - text.blocks[block].tokens.lowerBound < 8
    else { return false }
    let after = text.blocks[block].tokens.clamped(to: item.tokens.upperBound..<item.tokens.upperBound + 6)
    return after.contains { text.tokens[$0].kind == .punctuation && text.tokens[$0].value == Punctuation.dash }
  }

  /// A text whose latest day is older tells of history, and says nothing of its own day.
  static let livingMemory = 1990

  /// The latest day that is printed whole and told as past; not the last where the text tells of a later year, so that it was
  /// written nobody knows how long after that day.
  private func latest(_ found: some Sequence<DateFound>, _ tenses: DateTenseReader) -> (day: CivilDate?, isLast: Bool) {
    var latest: CivilDate?
    var (year, month) = (0, CivilDate?.none)
    for item in found where !item.isDeadline && tenses.tense(around: item.tokens).side != .upcoming {
      year = max(year, Self.printedYear(item.reading) ?? 0)
      if case .months(_, let last, _) = item.reading, let of = last.year,
        let first = CivilDate(year: of, month: last.month, day: 1)
      {
        month = max(month ?? first, first)
      }
      guard case .days(_, let last, _) = item.reading, let day = last.civil, day.year >= Self.livingMemory else {
        continue
      }
      latest = max(latest ?? day, day)
    }
    guard let latest else { return (nil, false) }
    return (latest, latest.year >= year && month.map { $0 <= latest } ?? true)
  }

  private static func printedYear(_ reading: DateReading) -> Int? {
    switch reading {
    case .days(_, let last, _): last.year
    case .months(_, let last, _): last.year
    case .season(_, _, let year, _), .part(_, _, let year): year
    // `le programme 2023-2026` is older than its end.
    case .years(let first, let last): last - first < 9 ? first : nil
    default: nil
    }
  }

  /// The latest year of this century that the text prints; nil where it prints one of an earlier century than the last.
  private var latestYear: Int? {
    var latest: Int?
    for token in text.tokens where token.kind == .number && token.length == 4 {
      let year = Int(token.value)
      if (1000..<1900).contains(year) { return nil }
      if (2000...2099).contains(year) { latest = max(latest ?? year, year) }
    }
    return latest
  }

  /// `SAMEDI 8 ET DIMANCHE 9 MARS`: a line of its own that is a day or two.
  private func isAlone(_ item: DateFound, _ block: Int, _ items: [DateFound]) -> Bool {
    guard items.count == 1, text.blocks[block].tokens.count <= item.tokens.count + 3 else { return false }
    switch item.reading {
    case .days, .weekdayOfMonth: return true
    default: return false
    }
  }

  /// The year of a block that is nothing but a year.
  private func heading(_ block: Int, _ items: [DateFound]) -> Int? {
    guard let item = items.first, items.count == 1, case .years(let first, let last) = item.reading, first == last,
      text.blocks[block].tokens.count <= item.tokens.count + 1
    else { return nil }
    return first
  }

  /// `2024. Négociations à Londres. Elles échouent en décembre.`: the year that opens an entry of a chronology.
  private func leadingYear(_ block: Int, _ items: [DateFound]) -> Int? {
    let tokens = text.blocks[block].tokens
    guard let item = items.first, items.count > 1, case .years(let year, let last) = item.reading, year == last,
      item.tokens.lowerBound - tokens.lowerBound < 2, item.tokens.count == 1,
      text.tokens[item.tokens.lowerBound].kind == .number, item.tokens.upperBound < tokens.upperBound,
      text.tokens[tokens.lowerBound..<item.tokens.lowerBound].allSatisfy({ $0.kind == .punctuation })
    else { return nil }
    let mark = text.tokens[item.tokens.upperBound]
    return mark.kind == .punctuation
      && [Punctuation.fullStop, Punctuation.colon, Punctuation.dash].contains(mark.value) ? year : nil
  }

  /// An expression that leads nowhere is told only where its words are a date for sure.
  private static func keeps(_ date: PartialDate, _ reading: DateReading) -> Bool {
    guard date.precision == .unresolved else { return true }
    switch reading {
    case .days, .months, .weekday, .weekdays, .weekdayOfWeek, .weekdayAfter, .weekdayNumbered, .daysOfCountedMonth,
      .open:
      return true
    case .dayOfMonth, .daysOfMonth, .weekdayOfMonth, .season, .years, .part, .feast, .counted, .daysFromNow, .window,
      .beside,
      .lasting:
      return false
    }
  }
}
