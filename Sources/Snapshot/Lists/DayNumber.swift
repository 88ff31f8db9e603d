package import EntenteSchema
package import ProtobufCoding

/// A day as stored in columns: 1 for 0001-01-01 and counting up, like Python's `date.toordinal`; 0 for no day.
///
/// ```swift
/// DayNumber(iso8601: "2024-07-11") < DayNumber(iso8601: "2024-07-12")  // true
/// ```
package struct DayNumber: Hashable, Comparable, Sendable {
  package let rawValue: UInt32

  package static let none = DayNumber(rawValue: 0)
  /// The last day that a column can hold: 9999-12-31.
  package static let last = DayNumber(rawValue: 3_652_059)
  /// The day number of 1970-01-01.
  private static let epoch = 719_163

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package init(_ date: CivilDate) { rawValue = UInt32(clamping: date.dayNumber + Self.epoch) }

  /// Reads a day in ISO 8601; no day if the text is not a calendar day.
  package init(iso8601 text: String) { self = CivilDate(iso8601: text).map { DayNumber($0) } ?? .none }

  /// The calendar date; nil for no day.
  package var date: CivilDate? { CivilDate(dayNumber: Int(rawValue) - Self.epoch) }

  package static func < (left: DayNumber, right: DayNumber) -> Bool { left.rawValue < right.rawValue }
}

/// A range of days, first and last.
package struct DayRange: Hashable, Sendable {
  /// The first day; no day if unknown.
  package let first: DayNumber
  package let last: DayNumber

  package init(first: DayNumber, last: DayNumber) { (self.first, self.last) = (first, last) }

  /// The days of a date; none if it is unset or unresolved.
  package init(_ date: PartialDate?) {
    let first = DayNumber(iso8601: date?.start ?? "")
    let last = DayNumber(iso8601: date?.end ?? "")
    self.init(first: first, last: first == .none ? .none : max(first, last))
  }

  /// Every day, and items without a date.
  package static let all = DayRange(first: .none, last: .last)

  /// Whether it begins on some day and never ends.
  var isOpenEnded: Bool { first > .none && last == .last }

  /// Whether the ranges overlap. Items without a date only overlap with `all`.
  package func overlaps(_ other: DayRange) -> Bool { other.last >= first && other.first <= last && isOpen(to: other) }

  // In place of `==`, which is called through a table: reviews ask this of every item of a goal.
  private func isOpen(to other: DayRange) -> Bool {
    other.first.rawValue != 0 || first.rawValue == 0 && last.rawValue == DayNumber.last.rawValue
  }
}
