package import EntenteSchema
package import ProtobufCoding

/// A day as columns hold it: 1 for 0001-01-01 and one more for each day after it, as Python's `date.toordinal` counts; 0 for no
/// day.
///
/// ```swift
/// DayNumber(iso8601: "2024-07-11") < DayNumber(iso8601: "2024-07-12")  // true
/// ```
package struct DayNumber: Hashable, Comparable, Sendable {
  package let rawValue: UInt32

  package static let none = DayNumber(rawValue: 0)
  /// The last day that a column may hold: 9999-12-31.
  package static let last = DayNumber(rawValue: 3_652_059)
  /// Of 1970-01-01.
  private static let epoch = 719_163

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package init(_ date: CivilDate) { rawValue = UInt32(clamping: date.dayNumber + Self.epoch) }

  /// No day where the text is none of the calendar.
  package init(iso8601 text: String) { self = CivilDate(iso8601: text).map { DayNumber($0) } ?? .none }

  /// Nil for no day.
  package var date: CivilDate? { CivilDate(dayNumber: Int(rawValue) - Self.epoch) }

  package static func < (left: DayNumber, right: DayNumber) -> Bool { left.rawValue < right.rawValue }
}

/// The first and the last day of something.
package struct DayRange: Hashable, Sendable {
  /// No day where nothing tells.
  package let first: DayNumber
  package let last: DayNumber

  package init(first: DayNumber, last: DayNumber) { (self.first, self.last) = (first, last) }

  /// The days of a date; none where it is unset or not resolved.
  package init(_ date: PartialDate?) {
    let first = DayNumber(iso8601: date?.start ?? "")
    let last = DayNumber(iso8601: date?.end ?? "")
    self.init(first: first, last: first == .none ? .none : max(first, last))
  }

  /// Every day, and what has no date.
  package static let all = DayRange(first: .none, last: .last)

  /// Whether any of these days is one of `other`. What has no date is in `all` alone.
  package func overlaps(_ other: DayRange) -> Bool { other.last >= first && other.first <= last && isOpen(to: other) }

  private func isOpen(to other: DayRange) -> Bool { other.first != .none || self == .all }
}
