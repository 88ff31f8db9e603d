public import EntenteTextAnalysis

/// Looks up phrases in the texts of documents, which an index does not have.
///
/// ```swift
/// let texts = PhraseLookup { phrase, document in finder.count(phrase, in: text(of: document)) }
/// ```
public struct PhraseLookup {
  let count: (ExactPhrase, UInt32) -> Int

  /// - Parameter count: returns how often a phrase occurs in the title and body of a document; see `PhraseFinder`.
  public init(_ count: @escaping (_ phrase: ExactPhrase, _ document: UInt32) -> Int) { self.count = count }
}

/// Searches whose phrases hold stop words, of which the index has no positions.
///
/// The index finds candidates: the other words of a phrase, so far apart as they stand in it. No candidate scores more by
/// its text, so the best of them are looked up until the best documents are known.
struct ExactPhraseSearch {
  /// How many texts are looked at. A search that would need more has inexact totals, and may miss documents.
  private static let maximumTexts = 2048

  private let index: IndexReader
  private let query: PreparedQuery
  private let wider: PreparedQuery
  private let known: KnownPhrases

  init(_ query: PreparedQuery, _ index: IndexReader, _ texts: PhraseLookup) {
    self.query = query
    self.index = index
    wider = query.replacingRoot(query.root.widened)
    known = KnownPhrases(texts)
  }

  func run(limit: Int, counting counted: Int, isCancelled: () -> Bool) throws(IndexError) -> SearchResult {
    var reach = min(max(limit + limit / 2, 24), Self.maximumTexts)
    while true {
      let found = try index.search(wider, limit: reach, counting: min(counted, reach), isCancelled: isCancelled)
      var result = try check(OrdinalSet(found.hits.map(\.document)), count: reach, isCancelled)
      let isWhole = found.hits.count < reach && found.isExact && result.isExact
      let bound = found.hits.last?.score ?? 0
      let isSettled = result.hits.count >= limit && (limit == 0 || result.hits[limit - 1].score >= bound)
      if isWhole || isSettled || reach >= Self.maximumTexts || isCancelled() {
        result.hits = Array(result.hits.prefix(limit))
        result.isExact = isWhole
        return result
      }
      reach = min(reach * 4, Self.maximumTexts)
    }
  }

  /// All documents that match; of the candidates beyond `maximumTexts`, all.
  func documents(isCancelled: () -> Bool) throws(IndexError) -> OrdinalSet {
    var documents = try index.documents(matching: wider, isCancelled: isCancelled)
    let looked = OrdinalSet(documents.ordinals.prefix(Self.maximumTexts))
    let matching = try check(looked, count: Self.maximumTexts, isCancelled)
    documents.subtract(looked)
    for hit in matching.hits { documents.insert(Int(hit.document)) }
    return documents
  }

  /// Scores those of some documents that match by their texts.
  private func check(_ documents: OrdinalSet, count: Int, _ isCancelled: () -> Bool) throws(IndexError) -> SearchResult
  {
    let chosen = query.replacingRoot(.boolean(must: [query.root, .documents(documents)], should: [], mustNot: []))
    return try index.rank(chosen, limit: count, phrases: CheckedPhrases(documents, known), isCancelled)
  }
}

extension PreparedQuery {
  /// Whether a part of it must be looked up in texts.
  var needsText: Bool { root.needsText }

  fileprivate func replacingRoot(_ root: Node) -> PreparedQuery {
    PreparedQuery(root: root, cost: cost, expansionIsCut: expansionIsCut)
  }
}

extension PreparedQuery.Node {
  fileprivate var needsText: Bool {
    switch self {
    case .text: true
    case .boolean(let must, let should, let mustNot): (must + should + mustNot).contains(where: \.needsText)
    case .terms, .phrase, .documents, .all, .nothing: false
    }
  }

  /// A query that needs no text, finds every document that this one finds, and scores none of them less.
  fileprivate var widened: Self {
    switch self {
    case .text(let text): text.candidates
    case .boolean(let must, let should, let mustNot):
      .boolean(
        must: must.map(\.widened), should: should.map(\.widened),
        mustNot: mustNot.map(\.narrowed).filter { !$0.isNothing })
    case .terms, .phrase, .documents, .all, .nothing: self
    }
  }

  /// A query that needs no text, and finds no document that this one does not find.
  private var narrowed: Self {
    switch self {
    case .text: return .nothing
    case .boolean(let must, let should, let mustNot):
      let required = must.map(\.narrowed)
      let optional = should.map(\.narrowed).filter { !$0.isNothing }
      if required.contains(where: \.isNothing) || required.isEmpty && optional.isEmpty { return .nothing }
      return .boolean(must: required, should: optional, mustNot: mustNot.map(\.widened))
    case .terms, .phrase, .documents, .all, .nothing: return self
    }
  }
}
