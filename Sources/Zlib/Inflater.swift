/// Inflates RFC 1950 streams whose content has a known length, reusing its tables.
///
/// ```swift
/// var inflater = Inflater()
/// let bytes = try inflater.decompress(stream.span.bytes, exactly: 4096)
/// ```
///
/// It accepts what zlib accepts. It is our own because zlib sums up the whole dictionary for every stream and copies it into its
/// window: a block of a snapshot takes zlib more than twice as long.
public struct Inflater: ~Copyable, Sendable {
  private let dictionary: [UInt8]
  private let dictionarySum: UInt32
  private var tables = DecodingTables()

  /// - Parameter dictionary: the dictionary that the streams were compressed with; empty for none.
  public init(dictionary: [UInt8] = []) {
    dictionarySum = adler32(unsafe dictionary.span.bytes)
    self.dictionary = dictionary.suffix(MatchTables.window)
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
    let (start, usesDictionary) = try header(input)
    var failure: ZlibError? = nil
    let output = unsafe [UInt8](unsafeUninitializedCapacity: length) { target, count in
      // Sound: the decoder reads inside the input and the dictionary, and writes inside the array, while the closures run.
      unsafe input.withUnsafeBytes { source in
        unsafe dictionary.withUnsafeBytes { preset in
          let room = unsafe UnsafeMutableRawBufferPointer(start: target.baseAddress, count: length)
          var decoder = unsafe BlockDecoder(
            source, from: start, into: room,
            dictionary: usesDictionary ? preset : UnsafeRawBufferPointer(start: nil, count: 0))
          do throws(ZlibError) {
            let end = try unsafe decoder.decode(&tables)
            count = unsafe decoder.made
            guard count == length else { throw .tooShort(announced: length, actual: count) }
            try check(input, end, unsafe RawSpan(_unsafeBytes: UnsafeRawBufferPointer(room)))
          } catch {
            count = unsafe decoder.made
            failure = error
          }
        }
      }
    }
    if let failure { throw failure }
    return output
  }

  /// Where the blocks begin, and whether they use the dictionary.
  private func header(_ input: RawSpan) throws(ZlibError) -> (start: Int, usesDictionary: Bool) {
    guard input.byteCount >= 2 else { throw .truncated }
    let (method, flags) = (byte(input, 0), byte(input, 1))
    guard method & 15 == 8, method >> 4 <= 7, (method << 8 | flags) % 31 == 0 else { throw .corrupt }
    guard flags & 0x20 != 0 else { return (2, false) }
    guard input.byteCount >= 6 else { throw .truncated }
    guard !dictionary.isEmpty, number(input, 2) == dictionarySum else { throw .dictionaryMissing }
    return (6, true)
  }

  /// Checks that the stream ends with the checksum of its content, and with nothing behind it.
  private func check(_ input: RawSpan, _ end: Int, _ content: RawSpan) throws(ZlibError) {
    guard input.byteCount - end >= 4 else { throw .truncated }
    guard input.byteCount - end == 4, number(input, end) == adler32(content) else { throw .corrupt }
  }

  private func byte(_ input: RawSpan, _ offset: Int) -> UInt32 {
    // A byte is any bits.
    UInt32(unsafe input.unsafeLoad(fromByteOffset: offset, as: UInt8.self))
  }

  /// A number of four bytes, the highest first.
  private func number(_ input: RawSpan, _ offset: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 << 8 | byte(input, offset + $1) }
  }
}
