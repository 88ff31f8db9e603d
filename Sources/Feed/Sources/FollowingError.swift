internal import EntenteFileMapping
internal import EntenteSnapshot

/// Why the newest snapshot of a source is not the one that is served.
public struct FollowingError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The source does not answer, or broke off.
    case unreachable
    /// The source answers, and has no snapshot to give.
    case unreadable
    /// The source has something else by now.
    case replaced
    /// The bytes are not those of a snapshot, or not those that were announced.
    case damaged
    /// Of a smaller generation than the one that is served.
    case older
    /// Not signed, or not by a key that is trusted.
    case untrusted
    /// It is whole, and cannot be served.
    case unusable
    /// The copy cannot be kept here: a full disk, a folder that may not be written.
    case storage
  }

  public let kind: Kind
  /// For people.
  public let reason: String

  public init(_ kind: Kind, _ reason: String) {
    self.kind = kind
    self.reason = reason
  }

  public var description: String { reason }
}

extension FollowingError {
  /// What went wrong with a file in the cache.
  init(storage error: FileMappingError) { self.init(.storage, "cannot keep a copy in \(error)") }

  init(_ error: SnapshotError) {
    if case .unreadable(let failure) = error {
      self.init(.unreadable, "\(failure)")
    } else {
      self.init(.damaged, "\(error)")
    }
  }
}
