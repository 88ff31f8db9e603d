public import EntenteSnapshot

/// Why a corpus cannot answer a call.
///
/// A caller can act on each case; `description` says what is wrong and what to do.
public enum CorpusError: Error, Hashable, Sendable {
  /// The request is invalid for any corpus: a query that does not parse, a date that does not exist, a name that is too
  /// long.
  case invalidArgument(RequestFault)
  /// The name in the request is unknown in this corpus.
  case notFound(UnknownName)
  /// The page token belongs to another snapshot; start again without one.
  case staleToken
  /// The corpus is older than the request requires.
  case behind(generation: UInt64, minimum: UInt64)
  /// The snapshot is a shard, and the answer needs all of them.
  case partOfCorpus(shard: UInt32, of: UInt32)
  /// A router asks about another corpus than this one.
  case otherCorpus(requested: String)
  /// The snapshot is damaged in a place that the answer needs.
  case damaged(SnapshotError)
  /// The caller cancelled the call.
  case cancelled
  case deadlineExceeded
}

extension CorpusError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .invalidArgument(let fault): fault.description
    case .notFound(let name): name.description
    case .staleToken: "the page token belongs to another snapshot; start again without a page token"
    case .behind(let generation, let minimum):
      "this replica serves generation \(generation), but \(minimum) was requested; try another replica"
    case .partOfCorpus(let shard, let count):
      "this is shard \(shard) of \(count), and the answer needs all of them: ask entente-router"
    case .otherCorpus(let id):
      "this replica does not serve the corpus \(id.prefix(12)); try another replica"
    case .damaged(let error): "\(error)"
    case .cancelled: "the call was cancelled"
    case .deadlineExceeded: "the deadline of the call has passed"
    }
  }
}
