public import EntenteSchema
internal import EntenteSnapshot

/// One generation of a corpus as its manifest describes it: the shards that an answer is made of.
public struct ShardSet: Sendable {
  public let manifest: ShardManifest

  /// - Parameter manifest: read from a file, which checks it.
  public init(_ manifest: ShardManifest) { self.manifest = manifest }

  /// The snapshot reference in every answer.
  var reference: SnapshotReference { SnapshotReference(id: manifest.corpusID, generation: manifest.generation) }
  var count: Int { manifest.shards.count }

  /// The ordinals of a shard's documents.
  func documents(_ shard: Int) -> Range<Int> {
    Int(clamping: manifest.shards[shard].firstDocument)..<Int(clamping: manifest.shards[shard].endDocument)
  }

  /// The shard that holds a document.
  func shard(holding ordinal: UInt32) -> Int {
    manifest.shards.firstIndex { UInt64(ordinal) < $0.endDocument } ?? 0
  }
}
