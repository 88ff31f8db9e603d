internal import EntenteFileMapping

// A section is checked where it is read: opening takes the same time whatever the size, and damage shows as an error that
// names the section and the byte.

/// The bytes of a section that is read in place, with the name that errors give.
struct SectionBytes: Sendable {
  let section: String
  let region: ByteRegion

  func error(_ offset: Int, _ reason: String) -> SnapshotError {
    .layout(section: section, offset: offset, reason)
  }

  /// The little-endian number at `offset`.
  func number(_ offset: Int) throws(SnapshotError) -> Int {
    guard let number = region.uint32(offset) else { throw error(offset, "it ends early") }
    return Int(number)
  }

  /// A copy of a range of the bytes.
  func array(_ range: Range<Int>) throws(SnapshotError) -> [UInt8] {
    guard let array = region.array(range.lowerBound, range.count) else {
      throw error(range.lowerBound, "it ends early")
    }
    return array
  }
}
