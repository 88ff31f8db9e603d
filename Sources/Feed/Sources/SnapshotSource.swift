public import EntenteFileMapping

/// Where snapshots come from: a file, a web server, a feed.
///
/// A source is asked by one task at a time. What it gives is not trusted: whoever fetches checks.
public protocol SnapshotSource: Sendable {
  /// For people, without secrets: `ttrpc://worker:7421`.
  var name: String { get }

  /// Waits until the source offers something other than `known`, and says what.
  ///
  /// - Throws: `FollowingError` where the source cannot be asked; the caller tries again later.
  func next(after known: SnapshotOffer?) async throws(FollowingError) -> SnapshotOffer

  /// Brings the bytes of an offer into `file`, from the end of what is there already.
  ///
  /// - Throws: `FollowingError`; of the kind `unreachable` where it can go on from where it broke.
  func fetch(_ offer: SnapshotOffer, into file: ScratchFile) async throws(FollowingError)

  /// The detached signature of an offer; nil where there is none.
  func signature(of offer: SnapshotOffer) async throws(FollowingError) -> SnapshotSignature?

  /// Gives back connections.
  func close() async
}

extension SnapshotSource {
  public func close() async {}
}
