internal import EntenteSnapshot

/// Which snapshots a follower accepts.
public struct FollowingPolicy: Sendable {
  /// Accept only snapshots signed with one of these keys; if empty, unsigned ones too.
  public var trustedKeys: [TrustedKey] = []
  /// Whether to accept a snapshot with a smaller generation than the current one.
  public var allowsRollback = false
  /// Whether to verify every record and span too, as `entente snapshot verify` does, before a snapshot is served.
  public var verifiesRecords = false
  /// The largest snapshot, in bytes; a larger one is refused before it is fetched.
  public var maximumSize = 64 << 30
  /// The pause after the first failed attempt, which doubles up to the longest.
  public var firstPause: Duration = .milliseconds(250)
  public var longestPause: Duration = .seconds(30)

  public init() {}
}

extension FollowingPolicy {
  /// - Throws: `FollowingError.untrusted` if there are trusted keys and none of them signed the snapshot.
  func checkSignature(_ signature: SnapshotSignature?, of snapshot: SnapshotReader) throws(FollowingError) {
    guard !trustedKeys.isEmpty else { return }
    guard let signature else {
      throw FollowingError(.untrusted, "it is not signed, and only signed snapshots are accepted")
    }
    guard signature.isValid(for: snapshot, trusting: trustedKeys) else {
      throw FollowingError(.untrusted, "it is not signed by a trusted key")
    }
  }
}
