internal import EntenteFileMapping

// ends := number of bytes before each group packed | end less the start of its group packed              PackedNumbers.swift
//
// A group has 64 parts, the last one what is left.

/// Where things end that follow each other, by index: numbers that never fall.
struct PackedEnds: Sendable {
  private static let groupShift = 6

  private let starts: PackedNumbers
  private let ends: PackedNumbers
  /// The end of the numbers in the section.
  var end: Int { ends.end }
  var count: Int { ends.count }

  /// - Parameter offset: of the first byte.
  init(_ bytes: SectionBytes, at offset: Int) throws(SnapshotError) {
    starts = try PackedNumbers(bytes, at: offset)
    ends = try PackedNumbers(bytes, at: starts.end)
    guard starts.count == (ends.count + 1 << Self.groupShift - 1) >> Self.groupShift else {
      throw bytes.error(offset, "the groups do not match \(ends.count) parts")
    }
  }

  /// The same, but throws if there are not `expected` numbers.
  ///
  /// - Parameter what: they belong to, for the error.
  init(_ bytes: SectionBytes, at offset: Int, count expected: Int, of what: String) throws(SnapshotError) {
    try self.init(bytes, at: offset)
    guard count == expected else { throw bytes.error(offset, "its length does not match \(expected) \(what)") }
  }

  /// The end of the part at an index; 0 before the first one.
  @inline(__always)
  subscript(index: Int) -> Int {
    index < 0 ? 0 : Int(starts[index >> Self.groupShift]) + Int(ends[index])
  }

  /// What the part at an index takes, as a damaged section may have it: an end below the start, or beyond everything.
  @inline(__always)
  func bounds(_ index: Int) -> (start: Int, end: Int) { (self[index - 1], self[index]) }

  /// The ends of parts of these sizes.
  ///
  /// - Throws: `layout` if they take 4 GiB or more.
  static func encode(_ sizes: some Collection<Int>, of section: String) throws(SnapshotError) -> [UInt8] {
    var (starts, ends) = ([UInt32](), [UInt32]())
    ends.reserveCapacity(sizes.count)
    var (start, end) = (0, 0)
    for (index, size) in sizes.enumerated() {
      if index & (1 << groupShift - 1) == 0 {
        guard let narrow = UInt32(exactly: end) else {
          throw .layout(section: section, offset: end, "it would take more than 4 GiB")
        }
        starts.append(narrow)
        start = end
      }
      end += size
      guard let narrow = UInt32(exactly: end - start) else {
        throw .layout(section: section, offset: end, "it would take more than 4 GiB")
      }
      ends.append(narrow)
    }
    return PackedNumbers.encode(starts) + PackedNumbers.encode(ends)
  }
}
