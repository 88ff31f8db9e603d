internal import EntenteFileMapping

/// What the compressor of record blocks takes as seen before: frequent text of the corpus.
struct BlockDictionary: Sendable {
  /// The window of deflate: more could not be used.
  static let maximumSize = 32 << 10

  let bytes: [UInt8]

  init(_ region: ByteRegion) throws(SnapshotError) {
    guard region.count <= Self.maximumSize, let bytes = region.array(0, region.count) else {
      throw .layout(section: SectionName.dictionary, offset: 0, "the dictionary is larger than 32 KiB")
    }
    self.bytes = bytes
  }
}
