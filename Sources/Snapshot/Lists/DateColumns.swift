// dates := first day packed | last day - first day packed          0 for no day; DayNumber.swift

/// The days of things, by index.
struct DateColumns: Sendable {
  private let firsts: PackedNumbers
  private let lengths: PackedNumbers
  /// In the section.
  let end: Int

  init(_ bytes: SectionBytes, at offset: Int, count: Int, of what: String) throws(SnapshotError) {
    firsts = try PackedNumbers(bytes, at: offset, count: count, of: what)
    lengths = try PackedNumbers(bytes, at: firsts.end, count: count, of: what)
    end = lengths.end
  }

  @inline(__always)
  subscript(index: Int) -> DayRange {
    let first = firsts[index]
    return DayRange(
      first: DayNumber(rawValue: first), last: DayNumber(rawValue: first &+ lengths[index]))
  }

  static func encode(_ ranges: [DayRange]) -> [UInt8] {
    PackedNumbers.encode(ranges.map(\.first.rawValue))
      + PackedNumbers.encode(ranges.map { $0.last.rawValue - $0.first.rawValue })
  }
}
