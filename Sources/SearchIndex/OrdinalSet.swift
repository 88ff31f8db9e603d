/// A set of ordinals, one bit each: documents, entities, events.
public struct OrdinalSet: Hashable, Sendable {
  /// The upper bound of the ordinals, which are all below it.
  public let count: Int
  @usableFromInline var words: [UInt64]

  /// Creates the empty set, or the set of every ordinal below `count`.
  public init(count: Int, all: Bool = false) {
    self.count = count
    words = Array(repeating: all ? ~0 : 0, count: (count + 63) / 64)
    if all, count % 64 != 0, !words.isEmpty { words[words.count - 1] = (1 << UInt64(count % 64)) - 1 }
  }

  /// - Parameter ordinals: in any order.
  public init(_ ordinals: some Collection<UInt32>) {
    self.init(count: ordinals.max().map { Int($0) + 1 } ?? 0)
    for ordinal in ordinals { insert(Int(ordinal)) }
  }

  /// Creates the set of the ordinals for which `isIncluded` is true.
  @inlinable
  public init(count: Int, where isIncluded: (Int) -> Bool) {
    self.init(count: count)
    for index in words.indices {
      var word: UInt64 = 0
      let first = index << 6
      for bit in 0..<min(64, count - first) where isIncluded(first + bit) { word |= 1 << UInt64(bit) }
      words[index] = word
    }
  }

  public func contains(_ ordinal: Int) -> Bool {
    ordinal >= 0 && ordinal < count && words[ordinal >> 6] & (1 << UInt64(ordinal & 63)) != 0
  }

  /// Inserts an ordinal; does nothing if it is not below the count.
  public mutating func insert(_ ordinal: Int) {
    guard ordinal >= 0, ordinal < count else { return }
    words[ordinal >> 6] |= 1 << UInt64(ordinal & 63)
  }

  public mutating func formIntersection(_ other: OrdinalSet) {
    for index in words.indices { words[index] &= index < other.words.count ? other.words[index] : 0 }
  }

  public mutating func subtract(_ other: OrdinalSet) {
    for index in words.indices where index < other.words.count { words[index] &= ~other.words[index] }
  }

  /// Adds the ordinals of another set that are below the count.
  public mutating func formUnion(_ other: OrdinalSet) {
    for index in words.indices where index < other.words.count { words[index] |= other.words[index] }
    if count % 64 != 0, !words.isEmpty { words[words.count - 1] &= (1 << UInt64(count % 64)) - 1 }
  }

  /// The union of both sets.
  public func union(_ other: OrdinalSet) -> OrdinalSet {
    var union = count < other.count ? other : self
    union.formUnion(count < other.count ? self : other)
    return union
  }

  /// The smallest ordinal of the set that is at least `start`; nil if there is none.
  public func first(from start: Int) -> Int? {
    guard start >= 0, start < count else { return nil }
    var index = start >> 6
    var word = words[index] & (~0 << UInt64(start & 63))
    while word == 0 {
      index += 1
      guard index < words.count else { return nil }
      word = words[index]
    }
    return index << 6 + word.trailingZeroBitCount
  }

  /// Calls `body` with every ordinal, ascending.
  @inlinable
  public func forEachOrdinal(_ body: (Int) -> Void) {
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        body((index << 6) + rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
    }
  }

  /// The ordinals of the set, ascending.
  public var ordinals: [UInt32] {
    var ordinals: [UInt32] = []
    forEachOrdinal { ordinals.append(UInt32(truncatingIfNeeded: $0)) }
    return ordinals
  }

  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// The number of ordinals in the set.
  public var population: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
}
