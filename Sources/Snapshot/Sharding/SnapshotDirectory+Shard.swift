package import EntenteSchema

extension SnapshotDirectory {
  /// The most shards of a corpus.
  package static let mostShards = 1024

  /// The documents whose texts and postings the file has.
  ///
  /// - Parameter isShard: as the header says.
  /// - Throws: `SnapshotError.unsupported` for a shard that contradicts itself.
  func heldDocuments(isShard: Bool) throws(SnapshotError) -> Range<Int> {
    guard let count = Int(exactly: documentCount), count <= UInt32.max else {
      throw .unsupported("the snapshot is damaged: it has \(documentCount) documents")
    }
    guard isShard == (shard != nil) else {
      throw .unsupported("the snapshot is damaged: header and directory differ on whether it is a shard")
    }
    guard let shard else { return 0..<count }
    guard Int(shard.count) <= Self.mostShards, shard.number < shard.count, shard.firstDocument <= shard.endDocument,
      shard.endDocument <= documentCount, shard.corpusID.utf8.count == 64
    else { throw .unsupported("the snapshot is damaged: it is no part of a corpus") }
    return Int(shard.firstDocument)..<Int(shard.endDocument)
  }
}
