public import EntenteFileMapping

/// A source of snapshots: a file, a web server or a feed.
///
/// A source is used by one task at a time. It is not trusted: the caller verifies what it returns.
public protocol SnapshotSource: Sendable {
  /// A readable name without secrets, such as `ttrpc://worker:7421`.
  var name: String { get }

  /// Waits until the source offers something other than `known`, and returns it.
  ///
  /// - Throws: `FollowingError` if the source cannot be reached; the caller retries later.
  func next(after known: SnapshotOffer?) async throws(FollowingError) -> SnapshotOffer

  /// Appends the bytes of an offer to `file`, continuing from its current end.
  ///
  /// - Throws: `FollowingError`, with the kind `unreachable` if the transfer can be resumed.
  func fetch(_ offer: SnapshotOffer, into file: ScratchFile) async throws(FollowingError)

  /// The detached signature of an offer; nil if there is none.
  func signature(of offer: SnapshotOffer) async throws(FollowingError) -> SnapshotSignature?

  /// Closes connections.
  func close() async
}

extension SnapshotSource {
  public func close() async {}
}
