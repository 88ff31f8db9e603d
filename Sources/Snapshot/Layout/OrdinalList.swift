internal import ProtobufCoding

// ordinals := 0 | count varint | length of the gaps in bytes varint | gap varint*
// gap      := the first ordinal, then each less the one before, less 1

/// Ascending ordinals in a section, read in place.
package struct OrdinalList: Sendable {
  /// How many ordinals there are.
  package let count: Int
  private let gaps: SectionCursor
  private let limit: Int

  /// No ordinal.
  static func none(_ cursor: SectionCursor) -> OrdinalList { OrdinalList(count: 0, gaps: cursor, limit: 0) }

  private init(count: Int, gaps: SectionCursor, limit: Int) {
    (self.count, self.gaps, self.limit) = (count, gaps, limit)
  }

  /// Reads the list at a cursor, which continues behind it.
  ///
  /// - Parameter limit: no ordinal may be so great.
  init(_ cursor: inout SectionCursor, below limit: Int) throws(SnapshotError) {
    count = try cursor.varint()
    self.limit = limit
    gaps = count == 0 ? cursor : try cursor.part()
    guard count == 0 || count <= gaps.end - gaps.offset else {
      throw cursor.error("it is too short for its number of ordinals")
    }
  }

  /// Calls `body` with every ordinal in ascending order, until it returns false.
  package func visit(
    _ body: (Int) throws(SnapshotError) -> Bool
  ) throws(SnapshotError) {
    var cursor = gaps
    var next = 0
    for _ in 0..<count {
      let gap = try cursor.varint()
      guard gap < limit - next else { throw cursor.error("an ordinal is out of bounds") }
      guard try body(next + gap) else { return }
      next += gap + 1
    }
  }

  /// The ordinals in a range of indices; fewer if the list is shorter.
  ///
  /// The cost is proportional to the end of the range.
  package func ordinals(_ range: Range<Int>) throws(SnapshotError) -> [Int] {
    var ordinals: [Int] = []
    var index = 0
    guard range.lowerBound < count, !range.isEmpty else { return [] }
    try visit { ordinal in
      if index >= range.lowerBound { ordinals.append(ordinal) }
      index += 1
      return index < range.upperBound
    }
    return ordinals
  }

  /// Every ordinal, ascending.
  package func all() throws(SnapshotError) -> [Int] { try ordinals(0..<count) }

  /// Appends a list.
  ///
  /// - Parameter ordinals: ascending, each once.
  static func append(_ ordinals: [UInt32], to bytes: inout [UInt8]) {
    Varint.append(ordinals.count, to: &bytes)
    guard !ordinals.isEmpty else { return }
    let gaps = self.gaps(ordinals)
    Varint.append(gaps.count, to: &bytes)
    bytes += gaps
  }

  /// The gaps alone, where something else tells how many they are.
  static func gaps(_ ordinals: [UInt32]) -> [UInt8] {
    var bytes: [UInt8] = []
    var next: UInt32 = 0
    for ordinal in ordinals {
      Varint.append(ordinal &- next, to: &bytes)
      next = ordinal &+ 1
    }
    return bytes
  }
}
