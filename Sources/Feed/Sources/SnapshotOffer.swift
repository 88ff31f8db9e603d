public import ProtobufCoding

/// A snapshot that a source has to give.
public struct SnapshotOffer: Hashable, Sendable {
  /// Tells this state of the source from every other: a snapshot id, an ETag, the identity of a file.
  public var revision: String
  /// SHA-256 of the content, in hexadecimal; nil where the source does not say.
  public var snapshotID: String?
  public var generation: UInt64?
  /// In bytes.
  public var size: Int?
  public var published: ProtobufTimestamp?
  /// Where the source sends it along.
  public var signature: SnapshotSignature?

  public init(
    revision: String, snapshotID: String? = nil, generation: UInt64? = nil, size: Int? = nil,
    published: ProtobufTimestamp? = nil, signature: SnapshotSignature? = nil
  ) {
    self.revision = revision
    self.snapshotID = snapshotID
    self.generation = generation
    self.size = size
    self.published = published
    self.signature = signature
  }
}
