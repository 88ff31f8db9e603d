internal import EntenteSchema

/// A date in words, as precise as its source: a day, a month, a year, a period, or the words of the text.
struct DateText: Sendable {
  let language: Language

  /// `15 novembre 2023`, `juillet 2023`, `2024`, `13–15 novembre 2023`; empty when there is no date.
  func callAsFunction(_ date: PartialDate?) -> String {
    guard let date else { return "" }
    var text = days(date)
    guard !text.isEmpty else { return "" }
    if date.approximate { text = (language == .french ? "vers " : "about ") + text }
    if date.deadline { text = (language == .french ? "d’ici " : "by ") + text }
    return text
  }

  private func days(_ date: PartialDate) -> String {
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
