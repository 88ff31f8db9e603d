// stream := 0x78 0x01 | block* | Adler-32 of the bytes, big-endian                                   RFC 1950
// Blocks are those of SymbolBlock.

/// Compresses what lives for a moment, such as the frames of a connection, into RFC 1950 streams that any inflater can read.
///
/// ```swift
/// var deflater = QuickDeflater()
/// var stream: [UInt8] = []
/// try deflater.compress(unsafe frame.span.bytes, into: &stream)
/// ```
///
/// Of the places before that begin with the same four bytes it knows the latest alone. Streams take some hundredths more than
/// those of zlib at level 1, in three fifths of the time for a few kilobytes: its tables are not cleared for each stream.
///
/// A deflater takes about 20 KiB, and four bytes for each of the longest input, up to 128 KiB.
public struct QuickDeflater: ~Copyable, Sendable {
  private static let window = 32 << 10
  private static let slotBits: UInt32 = 12
  /// So many bytes does a load take.
  private static let loaded = 8

  /// The latest place by the hash of its bytes, counted from `origin`, which is past all places of earlier inputs.
  private var places = [UInt32](repeating: 0, count: 1 << slotBits)
  private var origin: UInt32 = 1
  private var block = SymbolBlock()

  public init() {}

  /// Appends the stream of `input` to `output`.
  ///
  /// - Throws: `ZlibError.outOfMemory` if `input` is over 2 GiB.
  public mutating func compress(_ input: RawSpan, into output: inout [UInt8]) throws(ZlibError) {
    guard let count = Int32(exactly: input.byteCount) else { throw .outOfMemory }
    if origin > UInt32.max / 2 {
      for slot in places.indices { places[slot] = 0 }
      origin = 1
    }
    var bits = DeflateBits(room: input.byteCount / 2)
    var place = 0
    repeat {
      let (end, symbols) = Self.parse(input, from: place, origin, &places, &block)
      block.write(symbols, isLast: end == input.byteCount, to: &bits)
      place = end
    } while place < input.byteCount
    origin += UInt32(count)
    output += [0x78, 0x01]
    output += bits.finish()
    output += withUnsafeBytes(of: adler32(input).bigEndian) { unsafe Array($0) }
  }

  /// Finds the symbols of the next deflate block.
  ///
  /// - Returns: where it ends, and how many symbols it has.
  private static func parse(
    _ input: RawSpan, from start: Int, _ origin: UInt32, _ latest: inout [UInt32], _ block: inout SymbolBlock
  ) -> (end: Int, symbols: Int) {
    var symbols = block.collector(for: input.byteCount &- start)
    var places = latest.mutableSpan
    let end = input.byteCount
    var place = start
    while end &- place >= loaded, !symbols.isFull {
      let word = input.word(place)
      let slot = Int(truncatingIfNeeded: (UInt32(truncatingIfNeeded: word) &* 0x9E37_79B1) &>> (32 &- slotBits))
      let candidate = Int(places[slot]) &- Int(origin)
      places[slot] = origin &+ UInt32(truncatingIfNeeded: place)
      guard candidate >= 0, place &- candidate <= window else {
        symbols.add(literal: UInt8(truncatingIfNeeded: word))
        place &+= 1
        continue
      }
      let length = input.commonLength(candidate, place, min(end &- place, MatchFinder.maximumLength), word)
      if length >= 4 {
        symbols.add(Match(length: length, distance: place &- candidate))
        place &+= length
      } else {
        symbols.add(literal: UInt8(truncatingIfNeeded: word))
        place &+= 1
      }
    }
    if end &- place < loaded {
      while place < end, !symbols.isFull {
        symbols.add(literal: input.byte(place))
        place &+= 1
      }
    }
    return (place, symbols.count)
  }
}

extension RawSpan {
  /// Eight bytes from `offset` on, little-endian.
  @inline(__always)
  fileprivate func word(_ offset: Int) -> UInt64 {
    // Sound: any bytes are an integer, and the span checks the offset.
    unsafe UInt64(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  @inline(__always)
  fileprivate func byte(_ offset: Int) -> UInt8 {
    // Sound: as above.
    unsafe unsafeLoad(fromByteOffset: offset, as: UInt8.self)
  }

  /// How many bytes are the same from an earlier and a later place on.
  ///
  /// - Parameter word: the eight bytes at the later one.
  @inline(__always)
  fileprivate func commonLength(_ earlier: Int, _ later: Int, _ limit: Int, _ word: UInt64) -> Int {
    var difference = self.word(earlier) ^ word
    var length = 0
    while difference == 0 {
      length &+= 8
      guard length &+ 8 <= limit else {
        while length < limit, byte(earlier &+ length) == byte(later &+ length) { length &+= 1 }
        return min(length, limit)
      }
      difference = self.word(earlier &+ length) ^ self.word(later &+ length)
    }
    return min(length &+ difference.trailingZeroBitCount &>> 3, limit)
  }
}
