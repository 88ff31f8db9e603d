internal import EntenteSchema
internal import ProtobufCoding

/// Resolves the dates of one text, in their order, against what it told before and against the day of the text.
///
/// - A day without a year takes the year that brings it nearest to the day told before in its paragraph, on the side of the
///   day of the text that the tense of its clause tells; else the one nearest to the day of the text, unless `dernier`,
///   `prochain` or a verb that governs it says on which side it lies.
/// - A weekday counts from the printed day of publication, else from the reference of the manifest, else it is the one
///   nearest to the newest day told.
/// - A month or year that is named by its distance counts from the day of the text, else from the latest past day that
///   the text prints whole.
///
/// What comes of the manifest says so, and so does what is counted from it. Nothing is guessed.
struct DateResolver {
  typealias Tense = DateTense

  /// A day that others count from.
  struct Anchor: Sendable {
    let day: CivilDate
    let basis: DateBasis
    let name: String

    static func printed(_ day: CivilDate) -> Anchor { Anchor(day: day, basis: .text, name: day.iso8601) }
  }

  /// So many days from the anchor a day lies on whichever side it is nearer, and so many ahead where nothing is told.
  static let atHand = 60
  static let soon = 100
  /// Paragraphs in which a run of days is still told of.
  private static let near = 4
  /// The longest period, in days, that places the days mentioned after it: a season.
  private static let longestPeriod = 100

  /// The day of the text: its printed date, else that of the manifest.
  let now: Anchor?
  /// The latest past day that is printed whole, for a text without a day of its own.
  let latest: CivilDate?
  /// The day told before, and its paragraph.
  var told: (anchor: Anchor, block: Int, tense: Tense)?
  /// The date told last, whatever its precision, and its paragraph: what `deux ans plus tard` counts from.
  var last: (anchor: Anchor, precision: DatePrecision, block: Int, opens: Bool)?
  /// The season or run of days told last, and its paragraph: a day without a year may lie in it. Of a month, the same day
  /// of a later year may be meant.
  private(set) var period: (first: CivilDate, last: CivilDate, block: Int)?
  /// The month told last with its year, and its paragraph: the days after it may be of that year.
  private(set) var month: (first: CivilDate, block: Int)?
  /// The newest day that the text resolved so far.
  private(set) var newest: Anchor?
  /// A line of its own that is a year, as chronologies have it.
  var heading: Int?
  /// The day to come that heads a part of an agenda, and its paragraph.
  private var agenda: (anchor: Anchor, block: Int)?
  /// The last day that was told by weekday and number alone, `VENDREDI 19`, and by no verb.
  private(set) var entry: Anchor?

  /// Past what a text without a day of its own tells last by day, it tells of a later year.
  let tellsLater: Bool

  init(now: Anchor?, latest: CivilDate?, tellsLater: Bool = false) {
    self.now = now
    self.latest = latest
    self.tellsLater = tellsLater
  }

  /// What stands below a line that is nothing but a day to come is of that day, as agendas have it.
  mutating func enter(day: CivilDate?, block: Int) {
    guard let day, let now, day > now.day else { return }
    agenda = (Anchor(day: day, basis: now.basis, name: day.iso8601), block)
  }

  /// The days and months below a heading are of its year.
  mutating func enter(year: Int) { (heading, told) = (year, nil) }

  /// - Parameter year: that the words right before the date name.
  mutating func resolve(
    _ reading: DateReading, tense: Tense, block: Int, within year: Int? = nil
  ) -> PartialDate {
    let outer = heading
    if let year { heading = year }
    defer { heading = outer }
    let date = value(of: reading, tense: tense, block: block)
    if case .weekdayOfMonth = reading, tense.side == .unknown, let day = CivilDate(iso8601: date.end) {
      entry = Anchor(day: day, basis: date.basis, name: day.iso8601)
    }
    if let last = CivilDate(iso8601: date.end) {
      switch reading {
      case .days, .dayOfMonth, .daysOfMonth, .weekday, .weekdays, .weekdayOfMonth, .weekdayNumbered, .weekdayOfWeek,
        .daysOfCountedMonth,
        .counted(.day, _, _, _), .beside(_, .day, _), .feast:
        let anchor = Anchor(day: last, basis: date.basis, name: last.iso8601)
        if !tense.isAside { told = (anchor, block, tense) }
        if tense.side != .upcoming, !isDateline(reading), newest.map({ $0.day < last }) ?? true { newest = anchor }
      case .months(_, let last, _) where last.year != nil && date.precision == .month:
        month = CivilDate(iso8601: date.start).map { ($0, block) }
      default: break
      }
      if let first = CivilDate(iso8601: date.start), first < last, last.days(since: first) < Self.longestPeriod,
        date.precision != .month
      {
        period = (first, last, block)
      }
      if date.precision == .day || date.precision == .month || date.precision == .year,
        let day = CivilDate(iso8601: date.start)
      {
        self.last = (Anchor(day: day, basis: date.basis, name: date.start), date.precision, block, tense.opens)
      }
    }
    return date
  }

  /// The day of the text, printed whole: of nothing that it tells.
  private func isDateline(_ reading: DateReading) -> Bool {
    guard let now, case .days(_, let last, _) = reading else { return false }
    return last.civil == now.day
  }

  // MARK: Readings

  private func value(of reading: DateReading, tense: Tense, block: Int) -> PartialDate {
    switch reading {
    case .days(let first, let last, let side): days(first, last, side, tense, block)
    case .dayOfMonth(let day, let isOfTold): dayOfMonth(day, isOfTold, tense, block)
    case .months(let first, let last, let side): months(first, last, side, tense, block)
    case .season(let first, let last, let year, let side): season(first, last, year, side, tense)
    case .years(let first, let last):
      Self.printed("\(Self.four(first))-01-01", "\(Self.four(last))-12-31", first == last ? .year : .range)
    case .part(let first, let last, let year): part(first, last, year, tense)
    case .weekday(let weekday, let side): self.weekday(weekday, side, tense)
    case .weekdays(let first, let last, let side): weekdays(first, last, side, tense)
    case .weekdayOfWeek(let weekday, let weeks): weekdayOfWeek(weekday, weeks)
    case .weekdayAfter(let weekday, let weeks): weekdayAfter(weekday, weeks)
    case .weekdayNumbered(let number, let weekday, let month): numbered(number, weekday, month, tense, block)
    case .daysOfMonth(let first, let last): daysOfMonth(first, last, tense)
    case .weekdayOfMonth(let first, let last): weekdayOfMonth(first, last, tense, block)
    case .daysOfCountedMonth(let first, let last, let months): daysOfCountedMonth(first, last, months)
    case .feast(let feast, let year, let side): self.feast(feast, year, side, tense, block)
    case .daysFromNow(let first, let last):
      now.map { span($0.day.adding(days: first), $0.day.adding(days: last), $0) } ?? Self.unresolved
    case .window(let unit, let steps): window(unit, steps)
    case .beside(let other, let unit, let steps):
      beside(value(of: other, tense: DateTense(side: tense.side), block: block), unit, steps)
    case .open: Self.unresolved
    // `ce week-end` of what has happened is the one before.
    case .counted(.weekend, 0, from: .now, let isRound):
      counted(
        .weekend, tense.side == .past && (now?.day.weekday ?? 7) < 6 ? -1 : 0, base(of: .weekend), isRound, block)
    case .counted(let unit, let steps, let origin, let isRound):
      counted(unit, steps, origin == .told ? toldBefore(unit, steps, block, tense) : base(of: unit), isRound, block)
    case .lasting(let days, let endsThere):
      told.flatMap { told in
        guard let other = told.anchor.day.adding(days: endsThere ? 1 - days : days - 1) else { return nil }
        return told.block == block ? span(min(other, told.anchor.day), max(other, told.anchor.day), told.anchor) : nil
      } ?? Self.unresolved
    }
  }

  /// What `trois mois plus tard` counts from: the date told last, when it is as fine as the unit, in the same paragraph or the
  /// one before.
  private func toldBefore(
    _ unit: DateReading.Unit, _ steps: Int, _ block: Int, _ tense: Tense
  ) -> Anchor? {
    switch unit {
    case .day, .week, .weekend:
      guard let now, let told else { return told?.anchor }
      // What another entry of an agenda tells says nothing of this one.
      if let agenda, agenda.block < block, told.block != block { return agenda.anchor }
      // "La veille, il avait vu": not before what is still to come, nor before what another paragraph tells of years ago.
      if told.anchor.day > now.day, tense.side == .past { return newest ?? now }
      // "étaient descendus dès le lendemain": of what another paragraph does not tell.
      if told.block != block, steps > 0, tense.isAnterior, !told.tense.isAnterior { return nil }
      guard told.block != block, now.day.days(since: told.anchor.day) > Self.atHand else { return told.anchor }
      return tense.isAnterior && steps < 0 ? now : nil
    case .month, .quarter, .half, .year, .century:
      guard let last, block - last.block <= 1 else { return nil }
      return last.precision == .year && (unit == .month || unit == .quarter || unit == .half) ? nil : last.anchor
    }
  }

  /// Of the month told before in the paragraph, else of that of the day of the text: the month before it or after it where
  /// the tense says so.
  private func daysOfMonth(_ first: Int, _ last: Int, _ tense: Tense) -> PartialDate {
    guard let now else { return Self.unresolved }
    let steps = tense.side == .past && last > now.day.day ? -1 : tense.side == .upcoming && first < now.day.day ? 1 : 0
    let months = now.day.year * 12 + now.day.month - 1 + steps
    return span(
      CivilDate(year: months / 12, month: months % 12 + 1, day: first),
      CivilDate(year: months / 12, month: months % 12 + 1, day: last), now)
  }

  private func dayOfMonth(_ day: Int, _ isOfTold: Bool, _ tense: Tense, _ block: Int) -> PartialDate {
    if let told, told.block == block, isOfTold || now == nil || told.anchor.day.year < Self.story(now) {
      return span(CivilDate(year: told.anchor.day.year, month: told.anchor.day.month, day: day), told.anchor)
    }
    // `du 13 au 17 octobre. … le 16`
    if let period, period.block == block, period.first.month == period.last.month,
      (period.first.day...period.last.day).contains(day)
    {
      return span(CivilDate(year: period.first.year, month: period.first.month, day: day), .printed(period.first))
    }
    // `du 19 au 21 mai`, and a paragraph later `Le 20,`
    if isOfTold, let period, (1...Self.near).contains(block - period.block), period.first.month == period.last.month,
      (period.first.day...period.last.day).contains(day)
    {
      return span(CivilDate(year: period.first.year, month: period.first.month, day: day), .printed(period.first))
    }
    // `en août 2022. Le 14,`
    if isOfTold, let month, month.block == block, tense.side != .upcoming {
      return span(CivilDate(year: month.first.year, month: month.first.month, day: day), .printed(month.first))
    }
    guard !isOfTold, let now else { return Self.unresolved }
    let steps = tense.side == .past && day > now.day.day ? -1 : tense.side == .upcoming && day < now.day.day ? 1 : 0
    let months = now.day.year * 12 + now.day.month - 1 + steps
    return span(CivilDate(year: months / 12, month: months % 12 + 1, day: day), now)
  }

  private func days(
    _ first: DateReading.Day, _ last: DateReading.Day, _ side: DateReading.Side, _ tense: Tense, _ block: Int
  ) -> PartialDate {
    if first.hasOpenYear || last.hasOpenYear { return Self.unresolved }
    if let end = last.civil, let begin = CivilDate(year: first.year ?? end.year, month: first.month, day: first.day) {
      return begin <= end
        ? Self.printed(begin.iso8601, end.iso8601, begin == end ? .day : .range) : Self.unresolved
    }
    guard last.year == nil,
      let found = choice(
        side, tense, block, weekday: last.weekday, { CivilDate(year: $0, month: last.month, day: last.day) })
    else { return Self.unresolved }
    let year = found.day.year
    return span(
      CivilDate(year: first.month > last.month ? year - 1 : year, month: first.month, day: first.day), found.day,
      found.anchor)
  }

  // MARK: Anchors

  /// What a unit counts from: a day or week only from the day of the text, a month or year from its latest day too.
  func base(of unit: DateReading.Unit) -> Anchor? {
    if let now { return now }
    switch unit {
    case .day, .week, .weekend: return nil
    case .month, .quarter, .half, .year, .century: return latest.map(Anchor.printed)
    }
  }

  var headingAnchor: Anchor? {
    heading.flatMap { year in
      CivilDate(year: year, month: 1, day: 1).map { Anchor(day: $0, basis: .text, name: "the year \(year)") }
    }
  }

  func counted(from anchor: Anchor) -> String {
    anchor.basis == .manifest ? "reference date of the manifest, \(anchor.name)" : "counted from \(anchor.name)"
  }
}
