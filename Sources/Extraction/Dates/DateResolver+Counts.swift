internal import EntenteSchema
internal import ProtobufCoding

/// What is so many units from another date.
extension DateResolver {
  /// The most units that a text counts in earnest.
  private static let longest = 500

  func counted(
    _ unit: DateReading.Unit, _ steps: Int, _ anchor: Anchor?, _ isRound: Bool, _ block: Int
  ) -> PartialDate {
    guard let anchor, abs(steps) < 500 else { return Self.unresolved }
    let day = anchor.day
    var date: PartialDate
    switch unit {
    case .day:
      guard abs(steps) < 400 else { return Self.unresolved }
      // `il y a huit jours`, `dans quinze jours`: a week, or two.
      let loose = abs(steps) == 8 || abs(steps) == 15 ? steps - steps.signum() : steps
      date = span(day.adding(days: min(loose, steps)), day.adding(days: max(loose, steps)), anchor)
    case .week:
      date = week(about: day.adding(days: 7 * steps), anchor)
    case .weekend:
      let saturday = day.adding(days: 6 - day.weekday + 7 * steps)
      date = span(saturday, saturday?.adding(days: 1), anchor)
    case .month:
      let month = day.adding(months: steps)
      date = span(month?.firstOfMonth, month?.lastOfMonth, anchor, .month)
    case .quarter: date = months(of: 3, steps, anchor)
    case .half: date = months(of: 6, steps, anchor)
    case .century:
      let first = (day.year - 1) / 100 * 100 + 1 + 100 * steps
      date = span(
        CivilDate(year: first, month: 1, day: 1), CivilDate(year: first + 99, month: 12, day: 31), anchor)
    case .year:
      let year = day.year + steps
      date = span(CivilDate(year: year, month: 1, day: 1), CivilDate(year: year, month: 12, day: 31), anchor, .year)
    }
    date.approximate = isRound
    return date
  }

  func daysOfCountedMonth(_ first: Int, _ last: Int, _ months: Int) -> PartialDate {
    guard let now, let month = now.day.firstOfMonth.adding(months: months) else { return Self.unresolved }
    return span(
      CivilDate(year: month.year, month: month.month, day: first),
      CivilDate(year: month.year, month: month.month, day: last), now)
  }

  /// From Monday to Sunday.
  func week(about day: CivilDate?, _ anchor: Anchor) -> PartialDate {
    guard let day else { return Self.unresolved }
    let monday = day.adding(days: 1 - day.weekday)
    return span(monday, monday?.adding(days: 6), anchor)
  }

  /// The quarter or half of a year that lies so many of its kind from that of the anchor.
  func months(of length: Int, _ steps: Int, _ anchor: Anchor) -> PartialDate {
    let day = anchor.day
    let (shift, overflow) = steps.multipliedReportingOverflow(by: length)
    guard !overflow, let first = CivilDate(year: day.year, month: (day.month - 1) / length * length + 1, day: 1),
      let begin = first.adding(months: shift)
    else { return Self.unresolved }
    return span(begin, begin.adding(months: length - 1)?.lastOfMonth, anchor)
  }

  /// `ces cinq dernières années`: whole units, with the one that the day of the text lies in, because usage counts it or
  /// does not.
  func window(_ unit: DateReading.Unit, _ steps: Int) -> PartialDate {
    guard let anchor = base(of: unit), abs(steps) < Self.longest else { return Self.unresolved }
    let day = anchor.day
    let other: CivilDate? =
      switch unit {
      case .day: day.adding(days: steps)
      case .week: day.adding(days: 7 * steps)
      case .month: day.adding(months: steps)
      default: day.adding(months: 12 * steps)
      }
    guard let other else { return Self.unresolved }
    let (begin, end) = (min(day, other), max(day, other))
    var date: PartialDate =
      switch unit {
      case .day, .week: span(begin, end, anchor)
      case .month: span(begin.firstOfMonth, end.lastOfMonth, anchor)
      default:
        span(
          CivilDate(year: begin.year, month: 1, day: 1), CivilDate(year: end.year, month: 12, day: 31), anchor)
      }
    date.approximate = true
    return date
  }

  /// `deux jours après le 31 mai`, `la semaine du 12 mars`: as fine as the unit.
  func beside(_ other: PartialDate, _ unit: DateReading.Unit, _ steps: Int) -> PartialDate {
    guard let begin = CivilDate(iso8601: other.start), let end = CivilDate(iso8601: other.end),
      abs(steps) < Self.longest
    else { return Self.unresolved }
    let anchor = Anchor(day: steps > 0 ? end : begin, basis: other.basis, name: (steps > 0 ? end : begin).iso8601)
    switch unit {
    case .day: return span(anchor.day.adding(days: steps), anchor)
    case .week: return week(about: anchor.day.adding(days: 7 * steps), anchor)
    case .weekend:
      let saturday = anchor.day.adding(days: 6 - anchor.day.weekday + 7 * steps)
      return span(saturday, saturday?.adding(days: 1), anchor)
    case .month:
      let month = anchor.day.adding(months: steps)
      return span(month?.firstOfMonth, month?.lastOfMonth, anchor, .month)
    default:
      let year = anchor.day.year + steps
      return span(CivilDate(year: year, month: 1, day: 1), CivilDate(year: year, month: 12, day: 31), anchor, .year)
    }
  }
}
