public import ProtobufCoding

/// A snapshot that a source offers.
public struct SnapshotOffer: Hashable, Sendable {
  /// Identifies this state of the source: a snapshot id, an ETag, or the identity of a file.
  public var revision: String
  /// The SHA-256 of the content, in hexadecimal; nil if the source does not say.
  public var snapshotID: String?
  public var generation: UInt64?
  /// The size in bytes, if the source says.
  public var size: Int?
  public var published: ProtobufTimestamp?
  /// The signature, if the source sends it with the offer.
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
