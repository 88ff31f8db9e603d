internal import TTRPC

/// What the service asks of a search index.
protocol SearchEngine: Sendable {
  var documentCount: Int { get }
  var termCount: Int { get }
  /// Documents that hold the term.
  func documentFrequency(of term: [UInt8]) -> Int
  /// The best `limit` documents, best first, of those that are in `filter`.
  ///
  /// - Parameter countsAll: count every match, not only those that were looked at.
  func search(
    _ tree: SearchTree, limit: Int, filter: DocumentSet?, countsAll: Bool, context: CallContext
  ) throws(RPCError) -> EngineHits
  /// Every document that matches.
  func matches(_ tree: SearchTree, filter: DocumentSet?, context: CallContext) throws(RPCError) -> DocumentSet
  /// Terms that begin so, those of most documents first.
  func terms(prefix: [UInt8], limit: Int) -> [EngineTerm]
  /// Terms that so many edits lead to, nearest first, then those of most documents.
  func terms(near word: [UInt8], edits: Int, limit: Int) -> [EngineTerm]
}

struct EngineHits: Sendable {
  var hits: [(ordinal: Int, score: Float)] = []
  var total = 0
  var totalIsExact = true
}

struct EngineTerm: Hashable, Sendable {
  var term: [UInt8]
  var documentFrequency: Int
}
