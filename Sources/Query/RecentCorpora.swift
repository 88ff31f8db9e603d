public import EntenteCorpus
internal import EntenteSchema
internal import Synchronization
public import TTRPC

/// The current corpus of a replica and the one before, so that a router can answer from one generation while the replicas of
/// its shards move to the next at different times.
public final class RecentCorpora: Sendable {
  private let source: CorpusSource
  private let seen = Mutex<(current: Corpus?, previous: Corpus?)>((nil, nil))

  /// - Parameter source: gives the current corpus.
  public init(_ source: @escaping CorpusSource) { self.source = source }

  /// The current corpus.
  public func current() throws(RPCError) -> Corpus {
    let corpus = try source()
    seen.withLock { seen in
      guard seen.current !== corpus else { return }
      seen = (corpus, seen.current)
    }
    return corpus
  }

  /// The corpus of an id if it is the current one or the one before, otherwise the current one.
  public func corpus(id: String) throws(RPCError) -> Corpus {
    let current = try current()
    guard current.reference.id != id else { return current }
    return seen.withLock { $0.previous?.reference.id == id ? $0.previous : nil } ?? current
  }
}
