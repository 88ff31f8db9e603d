internal import CEntenteZlib

/// Inflates a gzip file (RFC 1952) piece by piece, concatenating its members. Zeros after a member, with which tapes and
/// some archivers pad blocks, are skipped.
///
/// ```swift
/// let reader = GzipReader()
/// var content: [UInt8] = []
/// while let piece = file.next() { try reader.inflate(piece.span.bytes, into: &content) }
/// try reader.finish()
/// ```
@safe public final class GzipReader {
  // On the heap, because zlib keeps its address. Owned: freed in `deinit` only. Nil when zlib had no memory.
  private let stream: UnsafeMutablePointer<z_stream>?
  private var isBetweenMembers = true
  private var hasBegun = false
  private var hasMember = false

  public init() {
    unsafe stream = Self.open()
  }

  private static func open() -> UnsafeMutablePointer<z_stream>? {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // Sound: `stream` points at an initialised z_stream, and the version and size are those of the header in use.
    let status = unsafe inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    if status == Z_OK { return unsafe stream }
    unsafe stream.deallocate()
    return nil
  }

  deinit {
    guard let stream = unsafe stream else { return }
    // Sound: initialised by `open`, ended once.
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Appends the content of the next piece of the file to `output`: at most 1032 times as much as the piece.
  public func inflate(_ piece: RawSpan, into output: inout [UInt8]) throws(ZlibError) {
    guard let stream = unsafe stream, let count = UInt32(exactly: piece.byteCount) else { throw .outOfMemory }
    guard count > 0 else { return }
    hasBegun = true
    var failure: ZlibError? = nil
    // Sound: zlib reads inside the span and writes inside the array, both alive while their closures run.
    unsafe piece.withUnsafeBytes { source in
      unsafe stream.pointee.next_in = UnsafeMutablePointer(
        mutating: source.baseAddress?.assumingMemoryBound(to: UInt8.self))
      unsafe stream.pointee.avail_in = count
      while failure == nil {
        if hasMember, isBetweenMembers, unsafe Self.skipZeros(stream) { break }
        let (content, status) = unsafe Self.inflateSome(stream)
        if output.isEmpty { output = content } else { output += content }
        isBetweenMembers = status == Z_STREAM_END
        switch status {
        case Z_STREAM_END:
          hasMember = true
          unsafe inflateReset(stream)
        case Z_OK, Z_BUF_ERROR: break
        case Z_MEM_ERROR: failure = .outOfMemory
        default: failure = .corrupt
        }
        // zlib may hold back content when the room was full.
        if unsafe stream.pointee.avail_in == 0, content.count < Self.room || isBetweenMembers { break }
      }
    }
    if let failure { throw failure }
  }

  /// Checks that the file was complete.
  public func finish() throws(ZlibError) {
    guard hasBegun, isBetweenMembers else { throw .truncated }
  }

  /// - Returns: whether nothing follows the zeros.
  @unsafe private static func skipZeros(_ stream: UnsafeMutablePointer<z_stream>) -> Bool {
    // Sound: `next_in` points at `avail_in` bytes.
    while unsafe stream.pointee.avail_in > 0, unsafe stream.pointee.next_in.pointee == 0 {
      unsafe stream.pointee.next_in += 1
      unsafe stream.pointee.avail_in -= 1
    }
    return unsafe stream.pointee.avail_in == 0
  }

  private static let room = 256 << 10

  @unsafe private static func inflateSome(_ stream: UnsafeMutablePointer<z_stream>) -> (content: [UInt8], status: Int32)
  {
    var status = Z_OK
    let content = unsafe [UInt8](unsafeUninitializedCapacity: room) { target, count in
      unsafe stream.pointee.next_out = target.baseAddress
      unsafe stream.pointee.avail_out = UInt32(clamping: room)
      status = unsafe CEntenteZlib.inflate(stream, Z_NO_FLUSH)
      count = unsafe room - Int(stream.pointee.avail_out)
    }
    return (content, status)
  }
}
