internal import EntenteFileMapping

// parts := ends of the parts in the bytes | bytes                                          ends: PackedEnds.swift
//
// lists and strings are parts; strings stand in ascending order of their bytes, each once.

/// Byte strings of any lengths that follow each other, by index.
struct SectionParts: Sendable {
  let bytes: SectionBytes
  private let ends: PackedEnds
  private let start: Int
  /// The end of the parts in the section.
  let end: Int

  var count: Int { ends.count }

  /// - Parameter offset: of the ends.
  init(_ bytes: SectionBytes, at offset: Int) throws(SnapshotError) {
    self.bytes = bytes
    ends = try PackedEnds(bytes, at: offset)
    start = ends.end
    let size = ends[ends.count - 1]
    guard size <= bytes.region.count - start else { throw bytes.error(start, "it ends early") }
    end = start + size
  }

  /// The bytes of a part, in the section.
  func range(_ index: Int) throws(SnapshotError) -> Range<Int> {
    guard index >= 0, index < count else { throw bytes.error(start, "part \(index) does not exist") }
    let (first, last) = ends.bounds(index)
    guard first <= last, last <= end - start else { throw bytes.error(start, "part \(index) is out of bounds") }
    return start + first..<start + last
  }

  /// The part that holds a byte of the section, where one of those from `first` up to `end` does.
  ///
  /// The cost grows with the logarithm of the distance from `first`.
  func index(holding offset: Int, from first: Int, to end: Int) throws(SnapshotError) -> Int {
    var (low, step) = (first, 1)
    while low + step < end, try range(low + step - 1).upperBound <= offset {
      low += step
      step *= 2
    }
    var high = min(low + step, end)
    while low < high {
      let middle = low + (high - low) / 2
      if try range(middle).upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return min(low, end - 1)
  }

  /// A cursor at the start of a part.
  func cursor(_ index: Int) throws(SnapshotError) -> SectionCursor { SectionCursor(bytes, try range(index)) }

  /// The parts as a section holds them.
  ///
  /// - Throws: `layout` if they take 4 GiB or more.
  static func encode(_ parts: [[UInt8]], of section: String) throws(SnapshotError) -> [UInt8] {
    try PackedEnds.encode(parts.map(\.count), of: section) + parts.joined()
  }
}
