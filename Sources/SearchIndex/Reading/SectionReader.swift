internal import EntenteFileMapping

/// Checked reads from a section.
struct SectionReader: Sendable {
  let name: String
  let region: ByteRegion

  func error(_ offset: Int, _ reason: String) -> IndexError {
    .damaged(section: name, offset: offset, reason: reason)
  }

  @inline(__always)
  func byte(_ offset: Int) throws(IndexError) -> UInt8 {
    guard offset >= 0, offset < region.count else { throw endsEarly(offset) }
    // Sound: it was just checked.
    return unsafe region.uncheckedByte(offset)
  }

  @inline(__always)
  func uint32(_ offset: Int) throws(IndexError) -> UInt32 { try integer(offset) }
  @inline(__always)
  func uint64(_ offset: Int) throws(IndexError) -> UInt64 { try integer(offset) }

  @inline(__always)
  private func integer<Value: FixedWidthInteger & BitwiseCopyable>(_ offset: Int) throws(IndexError) -> Value {
    guard offset >= 0, offset <= region.count, region.count - offset >= MemoryLayout<Value>.size else {
      throw endsEarly(offset)
    }
    // Sound: any bytes are an integer, and the span checks that it has them.
    return unsafe Value(littleEndian: region.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: Value.self))
  }

  @inline(never)
  private func endsEarly(_ offset: Int) -> IndexError { error(offset, "it ends early") }

  /// Reads a number of at most 56 bits, and moves past it.
  @inline(__always)
  func varint(_ offset: inout Int) throws(IndexError) -> Int {
    let first = try byte(offset)
    guard first >= 0x80 else {
      offset &+= 1
      return Int(first)
    }
    return try longVarint(&offset)
  }

  private func longVarint(_ offset: inout Int) throws(IndexError) -> Int {
    var value = 0
    var shift = 0
    while shift < 56 {
      let byte = try byte(offset)
      offset += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw error(offset, "a number is too long")
  }

  func slice(_ offset: Int, _ length: Int) throws(IndexError) -> ByteRegion {
    guard let slice = region.slice(offset, length) else { throw error(offset, "\(length) bytes run past its end") }
    return slice
  }
}
