internal import EntenteFileMapping
internal import EntenteSnapshot

/// Why a source's newest snapshot is not being served.
public struct FollowingError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The source does not answer, or the transfer was interrupted.
    case unreachable
    /// The source answers, but has no snapshot.
    case unreadable
    /// The source's snapshot was replaced in the meantime.
    case replaced
    /// The bytes are not a valid snapshot, or not the one that was announced.
    case damaged
    /// The snapshot's generation is smaller than the current one.
    case older
    /// The snapshot is not signed, or not by a trusted key.
    case untrusted
    /// The snapshot is intact but cannot be served.
    case unusable
    /// The copy cannot be stored, for example because the disk is full or the folder is not writable.
    case storage
  }

  public let kind: Kind
  /// The reason, in readable form.
  public let reason: String

  public init(_ kind: Kind, _ reason: String) {
    self.kind = kind
    self.reason = reason
  }

  public var description: String { reason }
}

extension FollowingError {
  /// Creates the error for a failure to write the cache.
  init(storage error: FileMappingError) { self.init(.storage, "cannot keep a copy in \(error)") }

  init(_ error: SnapshotError) {
    if case .unreadable(let failure) = error {
      self.init(.unreadable, "\(failure)")
    } else {
      self.init(.damaged, "\(error)")
    }
  }
}
