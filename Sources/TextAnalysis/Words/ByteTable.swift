/// Numbers distinct byte strings from 0 in the order of their first appearance, and keeps them back to back.
///
/// Strings are hashed by multiplication with a secret odd number and the upper bits of the product, as Dietzfelbinger et al., "A
/// Reliable Randomized Algorithm for the Closest-Pair Problem" (1997): no author of a text knows words that collide. Numbers
/// do not depend on hashes, so neither does anything that is written.
struct ByteTable: Sendable {
  /// What is compared first of a string.
  struct Key: Equatable {
    /// The first eight bytes, filled up with zeros.
    let head: UInt64
    /// A hash, and in the lowest byte the length; 255 for more.
    let tag: UInt32

    /// Of this process.
    static let secret = UInt64.random(in: .min ... .max) | 1

    init() {
      head = 0
      tag = 0
    }

    @inline(__always)
    init(_ bytes: Span<UInt8>, _ range: Range<Int>, multiplier: UInt64 = secret) {
      head = bytes.eightBytes(range.lowerBound, upTo: range.upperBound)
      // Multiplications carry each bit upwards, so the upper half depends on all.
      var state = head &* multiplier
      var index = range.lowerBound &+ 8
      while index < range.upperBound {
        state = (state ^ state &>> 32 ^ bytes.eightBytes(index, upTo: range.upperBound)) &* multiplier
        index &+= 8
      }
      tag = UInt32(truncatingIfNeeded: state &>> 32) & ~0xFF | UInt32(truncatingIfNeeded: min(range.count, 255))
    }

    /// Where to look for it first.
    ///
    /// - Parameter bits: of the number of slots, a power of two.
    @inline(__always)
    func slot(bits: UInt32) -> Int { Int(truncatingIfNeeded: tag &>> (32 &- bits)) }

    /// Whether strings of this key are the same.
    @inline(__always)
    var isWhole: Bool { tag & 0xFF <= 8 }
  }

  /// Most strings are found by one access to memory: the key stands here.
  private struct Slot {
    var key: Key
    /// Plus 1; 0 if the slot is free.
    var number: UInt32
  }

  private var arena: [UInt8] = []
  /// Where each string ends in `arena`.
  private var ends: [UInt32] = []
  private var keys: [Key] = []
  /// Open addressing. The size is a power of two, at most half full.
  private var slots: [Slot]
  private var slotBits: UInt32 = 8

  init() { slots = Self.slots(slotBits) }

  private static func slots(_ bits: UInt32) -> [Slot] {
    Array(repeating: Slot(key: Key(), number: 0), count: 1 << Int(bits))
  }

  var count: Int { ends.count }

  var byteCount: Int {
    arena.count + ends.count * (4 + MemoryLayout<Key>.stride) + slots.count * MemoryLayout<Slot>.stride
  }

  func bounds(_ number: Int) -> Range<Int> {
    guard ends.indices.contains(number) else { return 0..<0 }
    return start(number)..<Int(ends[number])
  }

  func bytes(_ number: Int) -> ArraySlice<UInt8> { arena[bounds(number)] }

  /// Whether a string comes before another in byte order.
  func precedes(_ left: Int, _ right: Int) -> Bool {
    let (leftHead, rightHead) = (keys[left].head.bigEndian, keys[right].head.bigEndian)
    return leftHead != rightHead ? leftHead < rightHead : bytes(left).lexicographicallyPrecedes(bytes(right))
  }

  /// The number of `bytes[range]`; nil when it has none.
  @inline(__always)
  func find(_ bytes: Span<UInt8>, _ range: Range<Int>, _ key: Key) -> Int? {
    var place = key.slot(bits: slotBits)
    while true {
      let slot = slots[place]
      guard slot.number != 0 else { return nil }
      let number = Int(slot.number) &- 1
      if slot.key == key, key.isWhole || isEqual(number, bytes, range) { return number }
      place = (place &+ 1) & (slots.count &- 1)
    }
  }

  /// The number of `bytes[range]`, a new one if need be.
  mutating func intern(_ bytes: Span<UInt8>, _ range: Range<Int>, _ key: Key) -> Int {
    if let number = find(bytes, range, key) { return number }
    if (ends.count + 1) * 2 > slots.count { grow() }
    for index in range { arena.append(bytes[index]) }
    ends.append(UInt32(clamping: arena.count))
    keys.append(key)
    place(ends.count - 1)
    return ends.count - 1
  }

  @inline(__always)
  private func start(_ number: Int) -> Int { number == 0 ? 0 : Int(ends[number &- 1]) }

  /// Whether strings that begin with the same eight bytes are the same.
  @inline(__always)
  private func isEqual(_ number: Int, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let start = start(number)
    guard Int(ends[number]) &- start == range.count else { return false }
    var index = 8
    while index < range.count {
      guard arena[start &+ index] == bytes[range.lowerBound &+ index] else { return false }
      index &+= 1
    }
    return true
  }

  private mutating func place(_ number: Int) {
    var place = keys[number].slot(bits: slotBits)
    while slots[place].number != 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = Slot(key: keys[number], number: UInt32(clamping: number + 1))
  }

  private mutating func grow() {
    // A tag has 32 bits, and so have numbers.
    slotBits = min(slotBits + 2, 32)
    slots = Self.slots(slotBits)
    for number in ends.indices { place(number) }
  }
}
