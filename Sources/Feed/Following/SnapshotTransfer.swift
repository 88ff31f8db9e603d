public import EntenteFileMapping
public import EntenteSnapshot
internal import Logging
internal import TTRPC

/// Fetches a snapshot from its source into a file, and verifies it.
///
/// ```swift
/// let transfer = SnapshotTransfer(source: source)
/// let offer = try await source.next(after: nil)
/// let file = try ScratchFile(folder: ".")
/// try await transfer.fetch(offer, into: file)
/// let snapshot = try await transfer.check(file, offer)
/// ```
public struct SnapshotTransfer: Sendable {
  private let source: any SnapshotSource
  private let policy: FollowingPolicy
  /// How many times a stalled transfer is resumed.
  private static let attempts = 8

  public init(source: any SnapshotSource, policy: FollowingPolicy = FollowingPolicy()) {
    self.source = source
    self.policy = policy
  }

  /// Fetches the bytes into an empty file, resuming after interruptions; `file.count` is the progress.
  public func fetch(_ offer: SnapshotOffer, into file: ScratchFile) async throws(FollowingError) {
    if let size = offer.size, size > policy.maximumSize {
      throw FollowingError(.unusable, "it has \(size) bytes; the limit is \(policy.maximumSize)")
    }
    var backoff = Backoff(first: policy.firstPause, longest: policy.longestPause)
    while true {
      let before = file.count
      do throws(FollowingError) {
        try await source.fetch(offer, into: file)
        return
      } catch {
        guard error.kind == .unreachable, !Task.isCancelled, backoff.attempts < Self.attempts else { throw error }
        if file.count > before { backoff.reset() }
        try await pause(backoff.next())
      }
    }
  }

  /// Verifies every byte, and the signature if there are trusted keys.
  ///
  /// - Throws: `FollowingError` if it is not the snapshot that was offered.
  public func check(_ file: ScratchFile, _ offer: SnapshotOffer) async throws(FollowingError) -> FetchedSnapshot {
    let verifiesRecords = policy.verifiesRecords
    let snapshot = try await offLoop { () throws(FollowingError) in
      let bytes: ByteRegion
      do throws(FileMappingError) { bytes = try file.map() } catch { throw FollowingError(storage: error) }
      do throws(SnapshotError) {
        let snapshot = try SnapshotReader(bytes)
        try snapshot.checkContent()
        guard offer.snapshotID == nil || offer.snapshotID == snapshot.id else { throw .wrongID }
        return verifiesRecords ? try VerifiedSnapshot(verifying: snapshot).snapshot : snapshot
      } catch {
        throw FollowingError(error)
      }
    }
    let signature = try await source.signature(of: offer)
    try policy.checkSignature(signature, of: snapshot)
    return FetchedSnapshot(snapshot: snapshot, signature: signature)
  }
}

/// A snapshot whose bytes have been verified, and its signature if it has one.
public struct FetchedSnapshot: Sendable {
  public let snapshot: SnapshotReader
  public let signature: SnapshotSignature?
}
