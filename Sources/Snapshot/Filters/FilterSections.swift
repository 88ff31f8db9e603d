internal import EntenteFileMapping

// The grammar is that of FilterBuilder.swift. A section is checked where it is read: opening takes the same time whatever
// the size, and damage shows as an error that names the section and the byte.

/// Checked reads from a filter section.
struct FilterBytes: Sendable {
  let section: String
  let region: ByteRegion

  func error(_ offset: Int, _ reason: String) -> SnapshotError {
    .layout(section: section, offset: offset, reason)
  }

  func number(_ offset: Int) throws(SnapshotError) -> Int {
    guard let number = region.uint32(offset) else { throw error(offset, "it ends early") }
    return Int(number)
  }
}

/// Parts that follow each other, with their ends before them: strings, or lists.
struct FilterParts: Sendable {
  let bytes: FilterBytes
  let count: Int
  private let ends: Int
  private let start: Int
  /// Of all parts, in the section.
  let end: Int

  /// - Parameter offset: of the count.
  init(_ bytes: FilterBytes, at offset: Int) throws(SnapshotError) {
    self.bytes = bytes
    count = try bytes.number(offset)
    ends = offset + 4
    start = ends + count * 4
    guard start <= bytes.region.count else { throw bytes.error(offset, "it ends early") }
    end = start + (count == 0 ? 0 : try bytes.number(start - 4))
    guard end <= bytes.region.count else { throw bytes.error(start, "it ends early") }
  }

  /// The bytes of a part, in the section.
  func range(_ number: Int) throws(SnapshotError) -> Range<Int> {
    guard number >= 0, number < count else { throw bytes.error(ends, "there is no part \(number)") }
    let first = number == 0 ? 0 : try bytes.number(ends + number * 4 - 4)
    let last = try bytes.number(ends + number * 4)
    guard first <= last, last <= end - start else { throw bytes.error(ends + number * 4, "a part is out of bounds") }
    return start + first..<start + last
  }

  /// The text of a part.
  func string(_ number: Int) throws(SnapshotError) -> String {
    String(decoding: try array(number), as: UTF8.self)
  }

  private func array(_ number: Int) throws(SnapshotError) -> [UInt8] {
    let range = try range(number)
    guard let array = bytes.region.array(range.lowerBound, range.count) else {
      throw bytes.error(range.lowerBound, "it ends early")
    }
    return array
  }

  /// The number of a string; nil when it is not there.
  func find(_ string: String) throws(SnapshotError) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      let found = try array(middle)
      if found.elementsEqual(string.utf8) { return middle }
      if found.lexicographicallyPrecedes(string.utf8) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// Gives the ordinals of a list to `body`, ascending, all below `limit`.
  func visit(_ number: Int, below limit: Int, _ body: (Int) -> Void) throws(SnapshotError) {
    let range = try range(number)
    guard let list = bytes.region.slice(range.lowerBound, range.count) else {
      throw bytes.error(range.lowerBound, "it ends early")
    }
    var offset = 0
    var next = 0
    while offset < list.count {
      var gap = 0
      var shift = 0
      var byte: UInt8 = 0x80
      while byte >= 0x80 {
        guard offset < list.count, shift < 35 else {
          throw bytes.error(range.lowerBound + offset, "an ordinal ends early")
        }
        // Sound: the offset was checked in the line above.
        byte = unsafe list.uncheckedByte(offset)
        gap |= Int(byte & 0x7F) << shift
        shift += 7
        offset += 1
      }
      guard gap < limit - next else { throw bytes.error(range.lowerBound + offset, "an ordinal is out of bounds") }
      body(next + gap)
      next += gap + 1
    }
  }
}

/// A value for each document, or for each entity: one of few.
public struct FilterColumn: Sendable {
  public let count: Int
  private let values: FilterParts
  private let bytes: FilterBytes
  private let width: Int
  private let start: Int
  /// Of the column, in the section.
  let end: Int

  init(_ bytes: FilterBytes) throws(SnapshotError) {
    self.bytes = bytes
    values = try FilterParts(bytes, at: 0)
    count = try bytes.number(values.end)
    guard values.end + 4 < bytes.region.count else { throw bytes.error(values.end, "it ends early") }
    // Sound: checked in the line above.
    width = Int(unsafe bytes.region.uncheckedByte(values.end + 4))
    start = values.end + 5
    guard width <= 32 else { throw bytes.error(values.end + 4, "numbers are too wide") }
    end = start + (count * width + 7) / 8 + 8
    guard end <= bytes.region.count, values.count > 0 || count == 0 else { throw bytes.error(start, "it ends early") }
  }

  /// How many values there are.
  public var valueCount: Int { values.count }

  public func value(_ number: Int) throws(SnapshotError) -> String { try values.string(number) }

  /// The number of the value at `ordinal`, which is below the count.
  @inline(__always)
  public func number(_ ordinal: Int) -> Int {
    guard ordinal >= 0, ordinal < count else { return 0 }
    let bit = ordinal * width
    // Sound: the size was checked, and 8 bytes follow the last number.
    let word = unsafe bytes.region.uncheckedWord(start + bit >> 3)
    return min(Int(word >> UInt64(bit & 7) & (1 << UInt64(width) - 1)), max(values.count - 1, 0))
  }
}
