public import EntenteSnapshot

/// Why a corpus does not answer a call.
///
/// Each case is one that a caller can act on; `description` says what is wrong and what to do.
public enum CorpusError: Error, Hashable, Sendable {
  /// The request cannot be answered by any corpus: a query that does not parse, a date that no calendar has, a name that is
  /// too long.
  ///
  /// - Parameter at: in characters from the start of the query, where the fault lies in one.
  case invalidArgument(String, at: Int? = nil)
  /// Nothing in this corpus has the name that the request gives.
  case notFound(UnknownName)
  /// The page token belongs to another snapshot: begin again without one.
  case staleToken
  /// The corpus is older than the request asks for.
  case behind(generation: UInt64, minimum: UInt64)
  /// The snapshot is damaged where the answer lies.
  case damaged(SnapshotError)
  /// The caller took the call back.
  case cancelled
  case deadlineExceeded
}

extension CorpusError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .invalidArgument(let reason, let position):
      position.map { "query, character \($0 + 1): \(reason)" } ?? reason
    case .notFound(let name): name.description
    case .staleToken: "the page token belongs to another snapshot; start again without a page token"
    case .behind(let generation, let minimum):
      "this replica serves generation \(generation), but \(minimum) was requested; try another replica"
    case .damaged(let error): "\(error)"
    case .cancelled: "the call was cancelled"
    case .deadlineExceeded: "the deadline of the call has passed"
    }
  }
}
