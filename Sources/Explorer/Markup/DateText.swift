internal import EntenteSchema

/// A date in words, as precise as its source: a day, a month, a year, a period, or the words of the text; and as honest: it
/// says what it is a date of, where that is not the item itself, and bears a star if it rests on one given beside the text.
struct DateText: Sendable {
  /// Behind a date that rests on one of a manifest or a JSON line. The first character keeps the star on the date's line.
  static let star = "\u{2060}*"

  let language: Language

  /// `15 novembre 2023`, `juillet 2023`, `13–15 novembre 2023*`, `publié le 12 juillet 2023`; empty when there is no date.
  func callAsFunction(_ date: PartialDate?) -> String {
    guard let date else { return "" }
    let text = days(date)
    guard !text.isEmpty else { return "" }
    let form = date.precision == .day ? "day" : "period"
    switch date.subject {
    case .publication: return label("published.\(form)") + " " + text
    case .reference: return label("date.reference") + " " + text
    case .latestTold: return label("date.latest-told.\(form)") + " " + text
    case .unspecified, .unrecognized: return text
    }
  }

  /// The date by which a document is ordered: one of publication needs no word.
  func effective(_ date: PartialDate?) -> String {
    guard var date else { return "" }
    if date.subject == .publication { date.subject = .unspecified }
    return self(date)
  }

  private func label(_ key: String) -> String { Labels.embedded(key, language) }

  private func days(_ date: PartialDate) -> String {
    guard !date.start.isEmpty else { return plain(date) }
    return (date.deadline ? label("date.deadline") + " " : "") + (date.approximate ? label("date.about") + " " : "")
      + plain(date) + (date.basis == .manifest ? Self.star : "")
  }

  private func plain(_ date: PartialDate) -> String {
    guard let start = CalendarDay(date.start), let end = CalendarDay(date.end) else {
      return date.source.map { "« \($0.text) »" } ?? ""
    }
    switch date.precision {
    case .day: return day(start)
    case .month: return "\(month(start)) \(start.year)"
    case .year: return String(start.year)
    default: return period(start, end)
    }
  }

  private func period(_ start: CalendarDay, _ end: CalendarDay) -> String {
    if start == end { return day(start) }
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) { return "\(start.year)–\(end.year)" }
    if (start.year, start.month) == (end.year, end.month) { return "\(start.day)–\(day(end))" }
    return "\(day(start)) – \(day(end))"
  }

  func day(_ day: CalendarDay) -> String {
    let number = language == .french && day.day == 1 ? "1er" : String(day.day)
    return "\(number) \(month(day)) \(day.year)"
  }

  private func month(_ day: CalendarDay) -> String {
    Labels.embedded("month.\(day.month)", language)
  }
}

/// A day of the proleptic Gregorian calendar, read from ISO 8601.
struct CalendarDay: Hashable, Comparable, Sendable {
  let year: Int
  let month: Int
  let day: Int

  /// - Parameter text: `YYYY-MM-DD`.
  init?(_ text: String) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...9999).contains(parts[0]), (1...12).contains(parts[1]), (1...31).contains(parts[2])
    else { return nil }
    (year, month, day) = (parts[0], parts[1], parts[2])
  }

  /// Years since the year 0, with the share of the year that has passed: good enough for a pixel, and monotonic.
  var fractionalYear: Double { Double(year) + (Double(month - 1) + Double(day - 1) / Self.daysOfMonth) / 12 }

  /// Every month is as long as the longest on an axis.
  static let daysOfMonth = 31.0

  static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}
