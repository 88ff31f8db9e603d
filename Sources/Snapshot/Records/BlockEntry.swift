internal import EntenteFileMapping

/// Where a block stands: an entry of a `.blocks` section.
struct BlockEntry {
  static let size = 16

  /// The offset of the compressed block in its section; the block ends where the next one starts.
  let offset: UInt64
  let inflatedLength: UInt32
  /// The ordinal of the first record in the block.
  let firstOrdinal: UInt32

  init(offset: UInt64, inflatedLength: UInt32, firstOrdinal: UInt32) {
    self.offset = offset
    self.inflatedLength = inflatedLength
    self.firstOrdinal = firstOrdinal
  }

  init?(_ index: ByteRegion, _ block: Int) {
    guard let offset = index.uint64(block * Self.size), let length = index.uint32(block * Self.size + 8),
      let ordinal = index.uint32(block * Self.size + 12), offset <= UInt64(Int.max)
    else { return nil }
    self.init(offset: offset, inflatedLength: length, firstOrdinal: ordinal)
  }

  var bytes: [UInt8] { littleEndian(offset) + littleEndian(inflatedLength) + littleEndian(firstOrdinal) }
}

/// The bounds of a block of records.
package enum RecordBlock {
  /// The usual inflated size of a metadata block, in bytes: small, because its records are read one at a time.
  package static let usualSize = 16 << 10
  /// The same for a section with its own dictionary, with which smaller blocks compress as well.
  package static let sizeWithDictionary = 8 << 10
  /// A block of texts is larger: texts compress better together.
  package static let textSize = 64 << 10
  /// Inflated, in bytes. One record may be larger than the usual block; more than this is refused.
  static let maximumSize: UInt32 = 1 << 30

  /// Whether a stream of `count` bytes may hold what an index entry announces.
  ///
  /// Deflate spends at least two bits on 258 bytes, 1032 for one: a forged entry cannot ask for more memory than that.
  static func couldInflate(_ count: Int, to length: UInt32) -> Bool {
    length <= maximumSize && Int(length) / 1032 <= count
  }
}
