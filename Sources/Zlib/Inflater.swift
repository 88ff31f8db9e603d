internal import CEntenteZlib

/// Inflates RFC 1950 streams, reusing its memory.
///
/// ```swift
/// var inflater = try Inflater()
/// let bytes = try inflater.decompress(stream.span.bytes, exactly: 4096)
/// ```
@safe public struct Inflater: ~Copyable, @unchecked Sendable {
  // On the heap, because zlib keeps its address. Owned: freed in `deinit` only.
  private let stream: UnsafeMutablePointer<z_stream>
  private let dictionary: [UInt8]

  /// - Parameter dictionary: the dictionary that the streams were compressed with; empty for none.
  /// - Throws: `ZlibError.outOfMemory`.
  public init(dictionary: [UInt8] = []) throws(ZlibError) {
    unsafe self.stream = try Self.open(windowBits: 15)
    self.dictionary = dictionary
  }

  deinit {
    // Sound: initialised by `inflateInit2_`, ended once.
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  static func open(windowBits: Int32) throws(ZlibError) -> UnsafeMutablePointer<z_stream> {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // Sound: `stream` points at an initialised z_stream, and the version and size are those of the header in use.
    let status = unsafe inflateInit2_(stream, windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      unsafe stream.deallocate()
      throw .outOfMemory
    }
    return unsafe stream
  }

  /// Inflates a stream of known length.
  ///
  /// The caller must bound `length`, because that much memory is allocated before anything is read.
  ///
  /// - Parameters:
  ///   - input: exactly one complete stream.
  ///   - length: the number of inflated bytes.
  /// - Throws: `ZlibError` if the stream is damaged or inflates to a different length.
  public mutating func decompress(_ input: RawSpan, exactly length: Int) throws(ZlibError) -> [UInt8] {
    guard let inputCount = UInt32(exactly: input.byteCount), let outputCount = UInt32(exactly: length) else {
      throw .outOfMemory
    }
    unsafe inflateReset(stream)
    var failure: ZlibError? = nil
    let output = unsafe [UInt8](unsafeUninitializedCapacity: max(length, 1)) { target, count in
      // Sound: zlib reads at most `inputCount` bytes of the span and writes at most `outputCount` into the array.
      unsafe input.withUnsafeBytes { source in
        unsafe stream.pointee.next_in = UnsafeMutablePointer(
          mutating: source.baseAddress?.assumingMemoryBound(to: UInt8.self))
        unsafe stream.pointee.avail_in = inputCount
        unsafe stream.pointee.next_out = target.baseAddress
        unsafe stream.pointee.avail_out = outputCount
        var status = unsafe inflate(stream, Z_FINISH)
        if status == Z_NEED_DICT, supplyDictionary() {
          status = unsafe inflate(stream, Z_FINISH)
        }
        count = unsafe length - Int(stream.pointee.avail_out)
        failure = verdict(status, produced: count, announced: length)
      }
    }
    if let failure { throw failure }
    return output
  }

  private func supplyDictionary() -> Bool {
    guard !dictionary.isEmpty else { return false }
    // Sound: zlib copies from the buffer while the closure runs.
    return unsafe dictionary.withUnsafeBufferPointer {
      unsafe inflateSetDictionary(stream, $0.baseAddress, UInt32(clamping: $0.count)) == Z_OK
    }
  }

  private func verdict(_ status: Int32, produced: Int, announced: Int) -> ZlibError? {
    switch status {
    case Z_STREAM_END:
      guard unsafe stream.pointee.avail_in == 0 else { return .corrupt }
      return produced == announced ? nil : .tooShort(announced: announced, actual: produced)
    case Z_NEED_DICT: return .dictionaryMissing
    case Z_MEM_ERROR: return .outOfMemory
    case Z_BUF_ERROR, Z_OK:
      return unsafe stream.pointee.avail_out == 0 ? .tooLong(limit: announced) : .truncated
    default: return .corrupt
    }
  }
}
