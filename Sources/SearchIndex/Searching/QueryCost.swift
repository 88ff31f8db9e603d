/// What it takes to find every match of a query, in postings: a posting that is read and scored counts as one, and other
/// work by the time that it takes beside that.
struct QueryCost {
  /// What a document of a phrase's rarest term takes for each of its terms, whose positions are decoded and compared.
  private static let phraseTerm = 4
  /// The most that looking up a phrase in texts may cost.
  private static let texts = 500_000
  /// What one of them takes.
  private static let text = 250
  /// What a document takes that passes through a node of the tree.
  private static let node = 8

  private(set) var postings = 0

  init(of query: PreparedQuery.Node, documentCount: Int) { add(query, documentCount) }

  /// - Returns: the most documents that can match.
  @discardableResult
  private mutating func add(_ query: PreparedQuery.Node, _ documentCount: Int) -> Int {
    switch query {
    case .terms(let terms):
      let found = terms.reduce(0) { $0 + $1.entry.documentFrequency }
      postings += found
      return min(found, documentCount)
    case .phrase(let phrase):
      let found = phrase.slots.first?.entry.documentFrequency ?? 0
      postings += found * phrase.slots.count * Self.phraseTerm
      return found
    case .text(let text):
      postings += min(Self.texts, min(documentCount, Self.texts) * Self.text)
      return add(text.candidates, documentCount)
    case .documents(let set): return min(set.population, documentCount)
    case .all: return documentCount
    case .nothing: return 0
    case .boolean(let must, let should, let mustNot):
      let required = must.map { add($0, documentCount) }
      let optional = should.map { add($0, documentCount) }
      for excluded in mustNot { add(excluded, documentCount) }
      let any = should.isEmpty ? documentCount : min(optional.reduce(0, +), documentCount)
      let found = required.min() ?? any
      postings += found * Self.node
      return found
    }
  }
}
