internal import ProtobufCoding

// counts    := 0 | number of them varint | their length in bytes varint | (entity varint, count varint)*
// ascending := (gap varint, count varint)*                             up to the end of a part; gaps as in OrdinalList.swift

/// An entity with a count.
package struct EntityCount: Hashable, Sendable {
  /// The entity's ordinal.
  package let entity: Int
  package let count: Int

  package init(entity: Int, count: Int) { (self.entity, self.count) = (entity, count) }

  /// Reads the counts at a cursor, which continues behind them.
  ///
  /// - Parameter limit: the number of entities.
  static func list(_ cursor: inout SectionCursor, below limit: Int) throws(SnapshotError) -> [EntityCount] {
    let number = try cursor.varint()
    guard number > 0 else { return [] }
    var part = try cursor.part()
    guard number <= (part.end - part.offset) / 2 else {
      throw cursor.error("it is too short for its number of entities")
    }
    var counts: [EntityCount] = []
    counts.reserveCapacity(number)
    for _ in 0..<number {
      counts.append(EntityCount(entity: try part.varint(below: limit), count: try part.varint()))
    }
    return counts
  }

  static func append(_ counts: [EntityCount], to bytes: inout [UInt8]) {
    Varint.append(counts.count, to: &bytes)
    guard !counts.isEmpty else { return }
    let pairs = pairs(counts)
    Varint.append(pairs.count, to: &bytes)
    bytes += pairs
  }

  /// The pairs alone, where something else tells how many they are.
  static func pairs(_ counts: [EntityCount]) -> [UInt8] {
    var bytes: [UInt8] = []
    for counted in counts {
      Varint.append(counted.entity, to: &bytes)
      Varint.append(counted.count, to: &bytes)
    }
    return bytes
  }

  /// Calls `body` with each of the ascending entities up to the end of a cursor.
  ///
  /// - Parameter limit: the number of entities.
  static func visitAscending(
    _ cursor: inout SectionCursor, below limit: Int, _ body: (EntityCount) -> Void
  ) throws(SnapshotError) {
    var next = 0
    while !cursor.isAtEnd {
      let entity = next + (try cursor.varint(below: limit - next))
      body(EntityCount(entity: entity, count: try cursor.varint()))
      next = entity + 1
    }
  }

  /// - Parameter counts: by ascending entities.
  static func appendAscending(_ counts: [EntityCount], to bytes: inout [UInt8]) {
    var next = 0
    for counted in counts {
      Varint.append(counted.entity - next, to: &bytes)
      Varint.append(counted.count, to: &bytes)
      next = counted.entity + 1
    }
  }
}
