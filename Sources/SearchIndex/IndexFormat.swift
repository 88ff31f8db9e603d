// index      := header terms terms.blocks postings positions lengths          sections of the snapshot, "index/…"
//
// header     := document count u32 | term count u32 | sum of lengths u64      16 bytes
// lengths    := quantised length u8, for each document
//
// terms      := block*, each of 16 terms (the last of fewer), in the order of their bytes
// block      := entry*
// entry      := shared prefix varint | rest length varint | rest
//               | document frequency varint | postings length varint | positions length varint
//               the first entry of a block shares nothing
// terms.blocks := for each block: offset in terms u32 | offset in postings u64 | offset in positions u64
//
// postings   := for each term: skip* block*
// skip       := for each block: last document u32 | end of the block u32 | end of its positions u32
//               | greatest weight u8 | least quantised length u8               14 bytes; the ends from the term's first
// block      := of 128 documents (the last of fewer):
//               width u8 | gaps, packed in that many bits each: documents less the one before, less 1
//               | width u8 | values, packed: (occurrences - 1) << 1 | stands in the title
// positions  := for each term, for each document: gaps varint: positions less the one before
//
// Integers are little-endian. Packed numbers fill bytes from the least significant bit.

/// The names and numbers of the index format.
enum IndexFormat {
  static let header = "header"
  static let terms = "terms"
  static let termBlocks = "terms.blocks"
  static let postings = "postings"
  static let positions = "positions"
  static let lengths = "lengths"

  static let headerSize = 16
  static let termsPerBlock = 16
  static let termBlockSize = 20
  static let documentsPerBlock = 128
  static let skipSize = 14
  /// Longer terms do not occur: the analyser cuts them.
  static let maximumTermLength = 255
}

/// Lengths in words, in a byte: exact up to 16, then in steps of a sixteenth or so.
enum QuantisedLength {
  static func encode(_ length: Int) -> UInt8 {
    guard length >= 16 else { return UInt8(max(length, 0)) }
    let exponent = Int.bitWidth - 1 - length.leadingZeroBitCount - 3
    return UInt8(min(exponent * 8 + (length >> exponent), 255))
  }

  static func decode(_ byte: UInt8) -> Int {
    guard byte >= 16 else { return Int(byte) }
    let exponent = Int(byte) / 8 - 1
    return (Int(byte) - exponent * 8) << exponent
  }
}
