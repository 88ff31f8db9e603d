internal import ProtobufCoding

// The grammar is that of GoalLists.swift.

/// The evidence for a goal, strongest first: by score, ties in order of their ordinals. Read in place.
package struct RankedEvidence: Sendable {
  package let count: Int
  private let groups: [OrdinalList]

  /// Reads the evidence at a cursor, which continues behind it.
  ///
  /// - Parameter limit: no ordinal may be so great.
  init(_ cursor: inout SectionCursor, below limit: Int) throws(SnapshotError) {
    let number = try cursor.varint()
    var groups: [OrdinalList] = []
    if number > 0 {
      var part = try cursor.part()
      for _ in 0..<number { groups.append(try OrdinalList(&part, below: limit)) }
    }
    self.groups = groups
    count = groups.reduce(0) { $0 + $1.count }
  }

  /// Calls `body` with the ordinals of the evidence, strongest first, until it returns false.
  package func visit(_ body: (Int) throws(SnapshotError) -> Bool) throws(SnapshotError) {
    var goesOn = true
    for group in groups where goesOn {
      try group.visit { (ordinal) throws(SnapshotError) in
        goesOn = try body(ordinal)
        return goesOn
      }
    }
  }

  /// The ordinals at a range of ranks; fewer if the list is shorter.
  package func ordinals(_ ranks: Range<Int>) throws(SnapshotError) -> [Int] {
    var found: [Int] = []
    var first = 0
    for group in groups where first < ranks.upperBound {
      let start = max(ranks.lowerBound - first, 0)
      if start < group.count { found += try group.ordinals(start..<ranks.upperBound - first) }
      first += group.count
    }
    return found
  }

  static func append(_ groups: [[UInt32]], to bytes: inout [UInt8]) {
    Varint.append(groups.count, to: &bytes)
    guard !groups.isEmpty else { return }
    var part: [UInt8] = []
    for group in groups { OrdinalList.append(group, to: &part) }
    Varint.append(part.count, to: &bytes)
    bytes += part
  }
}
