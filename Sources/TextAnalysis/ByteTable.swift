/// Numbers distinct byte strings from 0 in the order of their first appearance, and keeps them back to back.
struct ByteTable: Sendable {
  private var arena: [UInt8] = []
  /// Where each string ends in `arena`.
  private var ends: [UInt32] = []
  private var hashes: [UInt32] = []
  /// Open addressing; 0 is free, else a number plus 1. The size is a power of two, at most half full.
  private var slots: [UInt32]

  init() { slots = Array(repeating: 0, count: 256) }

  var count: Int { ends.count }
  var byteCount: Int { arena.count + ends.count * 8 + slots.count * 4 }

  func bounds(_ number: Int) -> Range<Int> {
    guard ends.indices.contains(number) else { return 0..<0 }
    return (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  func bytes(_ number: Int) -> ArraySlice<UInt8> { arena[bounds(number)] }

  static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    var state: UInt32 = 2_166_136_261
    for index in range { state = (state ^ UInt32(bytes[index])) &* 16_777_619 }
    return state ^ state &>> 15
  }

  /// The number of `bytes[range]`; nil when it has none.
  @inline(__always)
  func find(_ bytes: Span<UInt8>, _ range: Range<Int>, hash: UInt32) -> Int? {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) &- 1
      if hashes[number] == hash, isEqual(number, bytes, range) { return number }
      slot = (slot &+ 1) & mask
    }
    return nil
  }

  /// The number of `bytes[range]`, a new one if need be.
  mutating func intern(_ bytes: Span<UInt8>, _ range: Range<Int>, hash: UInt32) -> Int {
    if let number = find(bytes, range, hash: hash) { return number }
    if (ends.count + 1) * 2 > slots.count { grow() }
    for index in range { arena.append(bytes[index]) }
    ends.append(UInt32(clamping: arena.count))
    hashes.append(hash)
    place(ends.count - 1)
    return ends.count - 1
  }

  private func isEqual(_ number: Int, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let start = number == 0 ? 0 : Int(ends[number &- 1])
    guard Int(ends[number]) &- start == range.count else { return false }
    for index in 0..<range.count where arena[start &+ index] != bytes[range.lowerBound &+ index] { return false }
    return true
  }

  private mutating func place(_ number: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hashes[number]) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt32(clamping: number + 1)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    for number in ends.indices { place(number) }
  }
}
