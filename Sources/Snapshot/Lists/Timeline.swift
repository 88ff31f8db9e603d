internal import EntenteFileMapping
package import EntenteSchema

// lists/events := event packed | dates | status packed | dated packed | type strings | type packed       by position
//
// The timeline holds every event once: by first day, then last day, then id; those without a date come last. `status` is the number
// of the EventStatus. `dated` is 1 where the date is the event's own, 0 if that of its document stands in or there is
// none. `dates` are told in DateColumns.swift.

/// The events in order of date, with what filters need to know about them, without inflating records.
///
/// A position counts from 0 in order of date; an ordinal is the event's in `SnapshotReader.events`.
package struct Timeline: Sendable {
  private let bytes: SectionBytes
  private let ordinals: PackedNumbers
  private let dates: DateColumns
  private let statuses: PackedNumbers
  private let dated: PackedNumbers
  private let types: SectionStrings
  private let typeColumn: PackedNumbers

  package var count: Int { ordinals.count }

  init(_ bytes: SectionBytes, _ counts: RecordCounts) throws(SnapshotError) {
    self.bytes = bytes
    ordinals = try PackedNumbers(bytes, at: 0, count: counts.events, of: "events")
    dates = try DateColumns(bytes, at: ordinals.end, count: counts.events, of: "events")
    statuses = try PackedNumbers(bytes, at: dates.end, count: counts.events, of: "events")
    dated = try PackedNumbers(bytes, at: statuses.end, count: counts.events, of: "events")
    types = try SectionStrings(bytes, at: dated.end)
    typeColumn = try PackedNumbers(bytes, at: types.end, count: counts.events, of: "events")
  }

  /// The ordinal of the event at a position, from 0 to below the count.
  package func event(at position: Int) throws(SnapshotError) -> Int {
    let ordinal = Int(ordinals[position])
    guard position >= 0, position < count, ordinal < count else {
      throw bytes.error(0, "position \(position) is out of bounds")
    }
    return ordinal
  }

  /// The days of the event at a position.
  package func days(at position: Int) -> DayRange { dates[position] }

  /// Whether the event at a position has a date of its own.
  package func isDated(at position: Int) -> Bool { dated[position] == 1 && dates[position].first != .none }

  package func status(at position: Int) -> EventStatus {
    EventStatus(rawValue: Int32(truncatingIfNeeded: statuses[position]))
  }

  /// All event types that occur, in byte order.
  package func typeNames() throws(SnapshotError) -> [String] {
    var names: [String] = []
    for index in 0..<types.count { names.append(try types[index]) }
    return names
  }

  /// The type of the event at a position, as its index in `typeNames`.
  package func type(at position: Int) -> Int { Int(typeColumn[position]) }

  /// A range of positions that includes every event with a day in a period; later positions start after it.
  ///
  /// It may also include events that end before the period, so each still has to be checked.
  package func positions(in period: DayRange) -> Range<Int> {
    guard period != .all else { return 0..<count }
    // What has no date comes last, and counts as later than every day.
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      let first = dates[middle].first
      if first != .none, first <= period.last { low = middle + 1 } else { high = middle }
    }
    return 0..<low
  }
}
