internal import EntenteFileMapping

/// The end of the file, which says where everything else is.
struct Footer {
  let directoryOffset: Int
  let directoryLength: Int
  let directoryChecksum: UInt32
  /// SHA-256 of all bytes before the footer.
  let id: [UInt8]
  let isShard: Bool

  var idText: String { hexadecimal(id) }

  /// Reads header and footer.
  init(of file: ByteRegion) throws(SnapshotError) {
    guard file.count >= SnapshotFormat.headerSize,
      file.array(0, SnapshotFormat.headMagic.count) == SnapshotFormat.headMagic
    else { throw .notASnapshot }
    let version = file.uint32(8) ?? 0
    guard version <= SnapshotFormat.shardVersion else { throw .newerVersion(version) }
    guard version >= SnapshotFormat.version else { throw .olderVersion(version) }
    isShard = version == SnapshotFormat.shardVersion
    let start = file.count - SnapshotFormat.footerSize
    guard start >= SnapshotFormat.headerSize,
      file.array(start + 48, SnapshotFormat.tailMagic.count) == SnapshotFormat.tailMagic,
      let offset = file.uint64(start), let length = file.uint32(start + 8), let checksum = file.uint32(start + 12),
      let id = file.array(start + 16, 32)
    else { throw .truncated(size: file.count) }
    guard let directoryOffset = Int(exactly: offset) else {
      throw .directory(.outOfBounds(offset: offset, length: length))
    }
    self.directoryOffset = directoryOffset
    directoryLength = Int(length)
    directoryChecksum = checksum
    self.id = id
  }

  /// The bytes of a footer.
  static func bytes(directoryOffset: Int, directoryLength: Int, directoryChecksum: UInt32, id: [UInt8]) -> [UInt8] {
    littleEndian(UInt64(directoryOffset)) + littleEndian(UInt32(directoryLength)) + littleEndian(directoryChecksum) + id
      + SnapshotFormat.tailMagic
  }
}

func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
  (0..<value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
}

func hexadecimal(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

extension ByteRegion {
  /// Little-endian, at any offset; nil outside the region.
  func uint32(_ offset: Int) -> UInt32? { integer(offset) }
  func uint64(_ offset: Int) -> UInt64? { integer(offset) }

  private func integer<Value: FixedWidthInteger & BitwiseCopyable>(_ offset: Int) -> Value? {
    guard offset >= 0, offset <= count, count - offset >= MemoryLayout<Value>.size else { return nil }
    // Sound: any bytes are an integer, and the span checks that it has them.
    return unsafe Value(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: Value.self))
  }

  /// A copy of `length` bytes; nil outside the region.
  func array(_ offset: Int, _ length: Int) -> [UInt8]? {
    guard let slice = slice(offset, length) else { return nil }
    return unsafe slice.bytes.withUnsafeBytes { unsafe [UInt8]($0) }
  }
}
