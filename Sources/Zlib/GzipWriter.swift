internal import CEntenteZlib

// gzip := header deflate crc32 length                                                             RFC 1952
//
// The header is ten bytes without a name or a time: the same input gives the same bytes.

/// Compresses bytes into one gzip member.
///
/// ```swift
/// let packed = try GzipWriter.compress(Array("…".utf8))
/// ```
public enum GzipWriter {
  /// - Parameter level: 1 (fast) to 9 (small).
  /// - Throws: `ZlibError.outOfMemory`.
  public static func compress(_ input: [UInt8], level: Int = 6) throws(ZlibError) -> [UInt8] {
    var deflater = try Deflater(level: level)
    var stream: [UInt8] = []
    try deflater.compress(input.span.bytes, into: &stream)
    // A zlib stream is two bytes of header, the deflate data that gzip wants too, and four bytes of Adler-32.
    guard stream.count > 6 else { throw .outOfMemory }
    var output: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    output += stream[2..<(stream.count - 4)]
    let checksum = crc32(input.span.bytes)
    for shift in [0, 8, 16, 24] { output.append(UInt8(truncatingIfNeeded: checksum >> shift)) }
    for shift in [0, 8, 16, 24] { output.append(UInt8(truncatingIfNeeded: input.count >> shift)) }
    return output
  }
}
