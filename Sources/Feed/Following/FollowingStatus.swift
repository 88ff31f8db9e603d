public import ProtobufCoding

/// The state of a follower.
public struct FollowingStatus: Sendable {
  /// The id of the snapshot being served; empty before the first.
  public internal(set) var snapshotID = ""
  public internal(set) var generation: UInt64 = 0
  public internal(set) var published: ProtobufTimestamp?
  /// Why the source's newest snapshot is not being served; empty if there is no problem.
  public internal(set) var problem = ""
  /// How many new snapshots have been swapped in.
  public internal(set) var swaps = 0
  /// How many attempts failed, by kind of error.
  public internal(set) var refusals: [FollowingError.Kind: Int] = [:]
}
