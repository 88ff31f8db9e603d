internal import EntenteTextAnalysis

/// A query whose terms have been looked up, so that its cost is known before any posting is read.
///
/// ```swift
/// let query = try index.prepare(.prefix(Array("cyber".utf8)))
/// if query.cost < 1_000_000 { try index.search(query, limit: 10) }
/// ```
public struct PreparedQuery: Sendable {
  /// What is left of a query once its terms are known: what cannot match is gone, and alternatives of terms alone are one list.
  indirect enum Node: Sendable {
    /// Any of them: one or more.
    case terms([ScoredTerm])
    /// A phrase of two or more terms.
    case phrase(PhraseTerms)
    /// A phrase that the index alone cannot match.
    case text(TextPhrase)
    /// Every one of `must`, none of `mustNot`. Where `must` is empty one of `should` is needed, if there are any.
    case boolean(must: [Node], should: [Node], mustNot: [Node])
    case documents(OrdinalSet)
    case all
    case nothing
  }

  /// A phrase that must be looked up in the texts: `candidates` hold its other words, and score no less than it does.
  struct TextPhrase: Sendable {
    let phrase: ExactPhrase
    let candidates: Node
    let scale: UInt32
  }

  let root: Node
  /// Approximately how many postings must be read to find every match; other work is converted by its time (`QueryCost`).
  ///
  /// Most searches read far fewer, because they skip blocks that cannot contain one of the best documents.
  public let cost: Int
  /// Whether a prefix or a fuzzy word matches more terms than `IndexReader.maximumExpansion`.
  public let expansionIsCut: Bool

  /// The same query for some documents alone, which score as they do without the restriction.
  public func restricted(to documents: OrdinalSet) -> PreparedQuery {
    PreparedQuery(
      root: .boolean(must: [root, .documents(documents)], should: [], mustNot: []), cost: cost,
      expansionIsCut: expansionIsCut)
  }
}

extension IndexReader {
  /// Looks up the terms of a query.
  ///
  /// - Parameter isCancelled: called from time to time; if it returns true, the remaining terms are omitted.
  public func prepare(
    _ query: SearchQuery, isCancelled: () -> Bool = { false }
  ) throws(IndexError) -> PreparedQuery {
    var preparation = QueryPreparation(index: self)
    let root = try preparation.node(for: query, weight: 1, isCancelled)
    let cost = QueryCost(of: root, documentCount: documentCount).postings
    let isWhole = documents.count == documentCount
    return PreparedQuery(
      root: isWhole ? root : root.withPostings, cost: cost, expansionIsCut: preparation.expansionIsCut)
  }
}

extension PreparedQuery.Node {
  /// What is left of a query in a shard, which has no postings of some of the corpus's terms.
  ///
  /// The cost of a query is that of the corpus, so that all shards accept the same ones.
  fileprivate var withPostings: Self {
    switch self {
    case .terms(let terms):
      let held = terms.filter { $0.entry.postingCount > 0 }
      return held.isEmpty ? .nothing : .terms(held)
    case .phrase(let phrase):
      return phrase.slots.contains { $0.entry.postingCount == 0 } ? .nothing : self
    case .text(let text):
      let candidates = text.candidates.withPostings
      guard !candidates.isNothing else { return .nothing }
      return .text(PreparedQuery.TextPhrase(phrase: text.phrase, candidates: candidates, scale: text.scale))
    case .boolean(let must, let should, let mustNot):
      return Self.boolean(
        must.map(\.withPostings), should.map(\.withPostings).filter { !$0.isNothing },
        mustNot.map(\.withPostings).filter { !$0.isNothing }, hasAlternatives: !should.isEmpty)
    case .documents, .all, .nothing: return self
    }
  }

  /// - Parameters:
  ///   - should: without those that match nothing; `mustNot` likewise.
  ///   - hasAlternatives: whether there were any before: if none of them is left, nothing matches.
  fileprivate static func boolean(
    _ must: [Self], _ should: [Self], _ mustNot: [Self], hasAlternatives: Bool
  ) -> Self {
    if must.contains(where: \.isNothing) { return .nothing }
    if must.isEmpty, should.isEmpty {
      if hasAlternatives { return .nothing }
      return mustNot.isEmpty ? .all : .boolean(must: [.all], should: [], mustNot: mustNot)
    }
    if mustNot.isEmpty {
      if must.isEmpty, should.count == 1 { return should[0] }
      if must.count == 1, should.isEmpty { return must[0] }
    }
    return .boolean(must: must, should: should, mustNot: mustNot)
  }
}

private struct QueryPreparation {
  typealias Node = PreparedQuery.Node

  let index: IndexReader
  private(set) var expansionIsCut = false

  init(index: IndexReader) { self.index = index }

  /// - Parameter weight: what the scores of the terms are multiplied by.
  mutating func node(
    for query: SearchQuery, weight: Float, _ isCancelled: () -> Bool
  ) throws(IndexError) -> Node {
    switch query {
    case .term(let term): return try self.term(term, weight)
    case .prefix, .fuzzy:
      let expansion = try index.expansion(of: query, isCancelled)
      if expansion.isCut { expansionIsCut = true }
      return terms(expansion.entries, weight)
    case .phrase(let slots): return try phrase(slots, weight)
    case .exactPhrase(let phrase): return try exactPhrase(phrase, weight)
    case .weighted(let inner, let factor): return try node(for: inner, weight: weight * factor, isCancelled)
    case .documents(let set): return .documents(set)
    case .all: return .all
    case .none: return .nothing
    case .boolean(let must, let should, let mustNot):
      let required = try nodes(for: must, weight, isCancelled)
      let optional = try nodes(for: should, weight, isCancelled)
      return boolean(required, optional, try nodes(for: mustNot, weight, isCancelled), hasAlternatives: !should.isEmpty)
    }
  }

  private mutating func nodes(
    for queries: [SearchQuery], _ weight: Float, _ isCancelled: () -> Bool
  ) throws(IndexError) -> [Node] {
    var nodes: [Node] = []
    for query in queries { nodes.append(try node(for: query, weight: weight, isCancelled)) }
    return nodes
  }

  private mutating func term(_ term: [UInt8], _ weight: Float) throws(IndexError) -> Node {
    terms(try index.entry(term).map { [$0] } ?? [], weight)
  }

  private mutating func terms(_ entries: [TermEntry], _ weight: Float) -> Node {
    entries.isEmpty ? .nothing : .terms(entries.map { index.scored($0, weight: weight) })
  }

  private mutating func phrase(_ slots: [PhraseSlot], _ weight: Float) throws(IndexError) -> Node {
    if slots.count == 1 { return try term(slots[0].term, weight) }
    guard !slots.isEmpty, let phrase = try index.phraseTerms(slots, weight: weight) else { return .nothing }
    return .phrase(phrase)
  }

  private mutating func exactPhrase(_ phrase: ExactPhrase, _ weight: Float) throws(IndexError) -> Node {
    var candidates: Node
    if phrase.slots.isEmpty {
      candidates = try stopWords(phrase)
    } else {
      candidates = try self.phrase(
        phrase.slots.map { PhraseSlot(term: $0.term, position: UInt32(clamping: $0.position)) }, weight)
    }
    if phrase.isEmpty { candidates = .nothing }
    guard phrase.needsText, !candidates.isNothing else { return candidates }
    return .text(
      PreparedQuery.TextPhrase(
        phrase: phrase, candidates: candidates, scale: try index.scale(of: phrase, weight: weight)))
  }

  /// Documents that may hold a phrase of stop words alone: those that few documents hold are indexed.
  private mutating func stopWords(_ phrase: ExactPhrase) throws(IndexError) -> Node {
    var held: [Node] = []
    for term in Set(phrase.stopTerms).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let found = try self.term(term, 0)
      if !found.isNothing { held.append(found) }
    }
    return held.isEmpty ? .all : held.count == 1 ? held[0] : .boolean(must: held, should: [], mustNot: [])
  }

  /// - Parameter hasAlternatives: whether there were any before their terms were looked up.
  private mutating func boolean(
    _ must: [Node], _ should: [Node], _ mustNot: [Node], hasAlternatives: Bool
  ) -> Node {
    if must.contains(where: \.isNothing) { return .nothing }
    return .boolean(
      Self.intersected(must), Self.merged(should), Self.merged(mustNot), hasAlternatives: hasAlternatives)
  }

  /// The alternatives that may match, with those of terms alone in one list, and one set for all sets.
  private static func merged(_ alternatives: [Node]) -> [Node] {
    var terms: [ScoredTerm] = []
    var documents: OrdinalSet?
    var others: [Node] = []
    for alternative in alternatives {
      switch alternative {
      case .nothing: break
      case .terms(let found): terms += found
      case .documents(let set): documents = documents.map { $0.union(set) } ?? set
      default: others.append(alternative)
      }
    }
    return (terms.isEmpty ? [] : [.terms(terms)]) + (documents.map { [.documents($0)] } ?? []) + others
  }

  /// What must match, with one set for all sets.
  private static func intersected(_ nodes: [Node]) -> [Node] {
    var documents: OrdinalSet?
    var others: [Node] = []
    for node in nodes {
      if case .documents(let set) = node {
        if documents?.formIntersection(set) == nil { documents = set }
      } else {
        others.append(node)
      }
    }
    return others + (documents.map { [.documents($0)] } ?? [])
  }
}

extension PreparedQuery.Node {
  var isNothing: Bool { if case .nothing = self { true } else { false } }
}

extension IndexReader {
  /// What a phrase that occurs as often as it can scores.
  fileprivate func scale(of phrase: ExactPhrase, weight: Float) throws(IndexError) -> UInt32 {
    var idf: Float = phrase.slots.isEmpty ? 1 : 0
    for slot in phrase.slots {
      guard let entry = try entry(slot.term) else { continue }
      idf += BM25.idf(documentFrequency: entry.documentFrequency, documentCount: documentCount)
    }
    return BM25.scale(idf: idf, weight: weight)
  }
}
