internal import EntenteSnapshot

/// What a follower takes.
public struct FollowingPolicy: Sendable {
  /// Take only snapshots that one of these signed; empty to take unsigned ones too.
  public var trustedKeys: [TrustedKey] = []
  /// Take a snapshot of a smaller generation than the one that is served.
  public var allowsRollback = false
  /// Read every record and span as well, as `entente snapshot verify` does, before a snapshot is served.
  public var verifiesRecords = false
  /// In bytes; a larger snapshot is refused before it is fetched.
  public var maximumSize = 64 << 30
  /// Between two attempts; doubled from the first to the longest.
  public var firstPause: Duration = .milliseconds(250)
  public var longestPause: Duration = .seconds(30)

  public init() {}
}

extension FollowingPolicy {
  /// - Throws: `FollowingError.untrusted` where a key is trusted and the snapshot is not signed by it.
  func checkSignature(_ signature: SnapshotSignature?, of snapshot: SnapshotReader) throws(FollowingError) {
    guard !trustedKeys.isEmpty else { return }
    guard let signature else { throw FollowingError(.untrusted, "it is not signed, and only signed snapshots are accepted") }
    guard signature.isValid(for: snapshot, trusting: trustedKeys) else {
      throw FollowingError(.untrusted, "it is not signed by a trusted key")
    }
  }
}
