internal import FileMapping

/// Checked reads from a section.
struct SectionReader: Sendable {
  let name: String
  let region: ByteRegion

  func error(_ offset: Int, _ reason: String) -> IndexError { IndexError(section: name, offset: offset, reason) }

  func byte(_ offset: Int) throws(IndexError) -> UInt8 { try integer(offset) }
  func uint32(_ offset: Int) throws(IndexError) -> UInt32 { try integer(offset) }
  func uint64(_ offset: Int) throws(IndexError) -> UInt64 { try integer(offset) }

  private func integer<Value: FixedWidthInteger & BitwiseCopyable>(_ offset: Int) throws(IndexError) -> Value {
    guard offset >= 0, offset <= region.count, region.count - offset >= MemoryLayout<Value>.size else {
      throw error(offset, "it ends early")
    }
    // Sound: any bytes are an integer, and the span checks that it has them.
    return unsafe Value(littleEndian: region.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: Value.self))
  }

  /// Reads a number of at most 56 bits, and moves past it.
  func varint(_ offset: inout Int) throws(IndexError) -> Int {
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
    guard let slice = region.slice(offset, length) else { throw error(offset, "\(length) bytes are not inside it") }
    return slice
  }
}
