public import EntenteTextAnalysis

/// Looks phrases up in the texts of documents, which an index does not have.
///
/// ```swift
/// let texts = PhraseLookup { phrase, document in finder.count(phrase, in: text(of: document)) }
/// ```
public struct PhraseLookup {
  let count: (ExactPhrase, UInt32) -> Int

  /// - Parameter count: how often a phrase stands in the title and the body of a document; see `PhraseFinder`.
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
  private let query: SearchQuery
  private let known: KnownPhrases

  init(_ query: SearchQuery, _ index: IndexReader, _ texts: PhraseLookup) {
    self.query = query
    self.index = index
    known = KnownPhrases(texts)
  }

  func run(limit: Int, counting counted: Int, isCancelled: () -> Bool) throws(IndexError) -> SearchResult {
    let wider = try index.widened(query, isNegated: false)
    var reach = min(max(limit + limit / 2, 24), Self.maximumTexts)
    while true {
      let found = try index.search(wider, limit: reach, counting: min(counted, reach), isCancelled: isCancelled)
      let documents = found.hits.map(\.document).sorted()
      var result = try check(documents, isCancelled)
      let isWhole = found.hits.count < reach && result.isExact
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

  /// All documents that match, in order; beyond `maximumTexts` candidates, all of them.
  func documents(isCancelled: () -> Bool) throws(IndexError) -> [UInt32] {
    let candidates = try index.documents(matching: index.widened(query, isNegated: false), isCancelled: isCancelled)
    let head = Array(candidates.prefix(Self.maximumTexts))
    let checked = try check(head, isCancelled).hits.map(\.document).sorted()
    return checked + candidates.dropFirst(Self.maximumTexts)
  }

  /// Scores those of some documents that match by their texts.
  private func check(_ documents: [UInt32], _ isCancelled: () -> Bool) throws(IndexError) -> SearchResult {
    let tree = QueryTree(index, phrases: CheckedPhrases(documents, known))
    let cursor = try tree.cursor(
      for: .boolean(must: [query, .documents(DocumentSet(documents))], should: [], mustNot: []))
    return try index.walk(cursor, limit: documents.count, isCancelled)
  }
}

extension SearchQuery {
  /// Whether a part of it must be looked up in texts.
  var needsText: Bool {
    switch self {
    case .exactPhrase(let phrase): phrase.needsText
    case .weighted(let query, _): query.needsText
    case .boolean(let must, let should, let mustNot): (must + should + mustNot).contains(where: \.needsText)
    case .term, .prefix, .fuzzy, .phrase, .documents, .all, .none: false
    }
  }
}

extension IndexReader {
  /// What the index knows of a phrase: every document that holds it is among those of this query, and scores no more.
  func candidates(for phrase: ExactPhrase) throws(IndexError) -> SearchQuery {
    if phrase.isEmpty { return .none }
    if !phrase.slots.isEmpty {
      return .phrase(phrase.slots.map { PhraseSlot(term: $0.term, position: UInt32(clamping: $0.position)) })
    }
    // Of stop words alone: those that few documents hold are indexed.
    var held: [SearchQuery] = []
    for term in phrase.stopTerms where try entry(term) != nil { held.append(.weighted(.term(term), 0)) }
    return held.isEmpty ? .all : .boolean(must: held, should: [], mustNot: [])
  }

  /// What a phrase that occurs as often as it can scores.
  func scale(of phrase: ExactPhrase, weight: Float) throws(IndexError) -> UInt32 {
    var idf: Float = phrase.slots.isEmpty ? 1 : 0
    for slot in phrase.slots {
      guard let entry = try entry(slot.term) else { continue }
      idf += BM25.idf(documentFrequency: entry.documentFrequency, documentCount: documentCount)
    }
    return BM25.scale(idf: idf, weight: weight)
  }

  /// A query that needs no text, and finds every document that `query` finds.
  ///
  /// - Parameter isNegated: the other way round: every document that it finds is found by `query`.
  func widened(_ query: SearchQuery, isNegated: Bool) throws(IndexError) -> SearchQuery {
    switch query {
    case .exactPhrase(let phrase):
      if phrase.needsText, isNegated { return .none }
      return try candidates(for: phrase)
    case .weighted(let inner, let factor): return .weighted(try widened(inner, isNegated: isNegated), factor)
    case .boolean(let must, let should, let mustNot):
      let excluded = try widened(mustNot, isNegated: !isNegated).filter { $0 != .none }
      let required = try widened(must, isNegated: isNegated)
      let optional = try widened(should, isNegated: isNegated)
      if required.isEmpty, optional.isEmpty, excluded.isEmpty { return .all }
      return .boolean(must: required, should: optional, mustNot: excluded)
    case .term, .prefix, .fuzzy, .phrase, .documents, .all, .none: return query
    }
  }

  private func widened(_ queries: [SearchQuery], isNegated: Bool) throws(IndexError) -> [SearchQuery] {
    var widened: [SearchQuery] = []
    for query in queries { widened.append(try self.widened(query, isNegated: isNegated)) }
    return widened
  }
}
