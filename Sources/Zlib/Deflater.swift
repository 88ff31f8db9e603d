internal import CEntenteZlib

/// Compresses runs of bytes into RFC 1950 streams, reusing its memory.
///
/// ```swift
/// var deflater = try Deflater(level: 6)
/// var stream: [UInt8] = []
/// try deflater.compress([1, 2, 3].span.bytes, into: &stream)
/// ```
///
/// A deflater takes about 256 KiB. It must not be used by two threads at once.
@safe public struct Deflater: ~Copyable, @unchecked Sendable {
  // On the heap, because zlib keeps its address. Owned: freed in `deinit` only.
  private let stream: UnsafeMutablePointer<z_stream>

  /// - Parameter level: 1 (fast) to 9 (small).
  /// - Throws: `ZlibError.outOfMemory`.
  public init(level: Int) throws(ZlibError) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let level = Int32(clamping: min(max(level, 1), 9))
    // Sound: `stream` points at an initialised z_stream, and the version and size are those of the header in use.
    let status = unsafe deflateInit_(stream, level, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      unsafe stream.deallocate()
      throw .outOfMemory
    }
    unsafe self.stream = stream
  }

  deinit {
    // Sound: initialised by `deflateInit_`, ended once.
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Appends the stream of `input` to `output`.
  ///
  /// - Throws: `ZlibError.outOfMemory` if `input` is over 4 GiB.
  public mutating func compress(_ input: RawSpan, into output: inout [UInt8]) throws(ZlibError) {
    guard let inputCount = UInt32(exactly: input.byteCount) else { throw .outOfMemory }
    unsafe deflateReset(stream)
    let bound = Int(unsafe deflateBound(stream, UInt(inputCount)))
    let start = output.count
    output.reserveCapacity(start + bound)
    let written = unsafe output.append(uninitialized: bound) { target in
      // Sound: zlib reads `inputCount` bytes from the span and writes at most `bound` into the reserve, both alive here.
      unsafe input.withUnsafeBytes { source in
        unsafe stream.pointee.next_in = UnsafeMutablePointer(
          mutating: source.baseAddress?.assumingMemoryBound(to: UInt8.self))
        unsafe stream.pointee.avail_in = inputCount
        unsafe stream.pointee.next_out = target.baseAddress
        unsafe stream.pointee.avail_out = UInt32(clamping: target.count)
        let status = unsafe deflate(stream, Z_FINISH)
        return unsafe status == Z_STREAM_END ? target.count - Int(stream.pointee.avail_out) : nil
      }
    }
    guard written else { throw .outOfMemory }
  }
}

extension [UInt8] {
  /// Grows the array by what `body` writes into `capacity` uninitialised bytes and counts; by nothing when it gives nil.
  fileprivate mutating func append(
    uninitialized capacity: Int, _ body: (UnsafeMutableBufferPointer<UInt8>) -> Int?
  ) -> Bool {
    var piece: Int? = nil
    let addition = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      piece = unsafe body(buffer)
      count = piece ?? 0
    }
    if isEmpty { self = addition } else { append(contentsOf: addition) }
    return piece != nil
  }
}
