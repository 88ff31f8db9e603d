public import ProtobufCoding

/// How following goes.
public struct FollowingStatus: Sendable {
  /// Of the snapshot that is served; empty before the first.
  public internal(set) var snapshotID = ""
  public internal(set) var generation: UInt64 = 0
  public internal(set) var published: ProtobufTimestamp?
  /// Why the newest snapshot of the source is not the one that is served; empty when all is well.
  public internal(set) var problem = ""
  /// How often a new snapshot was served.
  public internal(set) var swaps = 0
  /// How often something kept one from being served.
  public internal(set) var refusals: [FollowingError.Kind: Int] = [:]
}
