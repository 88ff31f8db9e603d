// index      := header terms terms.blocks postings positions lengths          sections of the snapshot, "index/…"
//
// header     := document count u32 | term count u32 | sum of lengths u64 | name length u8 | name
//               the name of the language profile by which the terms were made, in ASCII
// lengths    := quantised length u8, for each document
// frequencies := document frequency in the corpus u32, for each term           of a shard alone
//               a shard has every term of the corpus; its postings are those of its own documents, perhaps none
//
// terms      := block*, each of 16 terms (the last of fewer), in byte order
//               a term that begins with the byte 1 is a stop word: its postings have no positions, and all their frequencies
//               are 1. It is there unless more than one document in 16 holds it
// block      := entry*
// entry      := shared prefix varint | rest length varint | rest
//               | document frequency varint | postings length varint | positions length varint
//               the first entry of a block shares nothing
// terms.blocks := for each block: offset in terms u32 | offset in postings u64 | offset in positions u64
//
// postings   := list*, of each term | slack
// list       := skip* block*              a skip for each block, of 128 documents (the last of fewer)
//             | impact u8 | block         where there is but one
// skip       := last document u32 | end of the block u32 | end of its positions u32 | impact u8
//               13 bytes; the ends count from the first block, and from the term's first position
// impact     := the greatest of the block: impact16 / 256, rounded up; 255 for more
// block      := documents frequencies titles                                  PostingBlockWriter.swift
//
// positions  := for each term, for each block, for each document: its positions | slack
//                                                                             PositionBlockWriter.swift
// slack      := 8 bytes of zero, so that a reader may load eight bytes at once
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
  static let frequencies = "frequencies"

  /// Before the name of the language profile.
  static let headerSize = 16
  static let termsPerBlock = 16
  static let termBlockSize = 20
  static let frequencySize = 4
  static let documentsPerBlock = 128
  static let skipSize = 13
  static let slack = 8
  /// The longest block that 128 documents can need, and some more.
  static let maximumBlockSize = 4096
  /// The first byte of a stop word's term.
  static let stopMark: UInt8 = 1
  /// A stop word that occurs in more than one document in this many is not indexed.
  static let stopWordShare = 16
  /// Longer terms do not occur: the analyser cuts them.
  static let maximumTermLength = 255
}
