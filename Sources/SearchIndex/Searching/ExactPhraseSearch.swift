public import EntenteTextAnalysis

/// Looks up phrases in the texts of documents, which an index does not have.
///
/// ```swift
/// let texts = PhraseLookup { phrase in { document, _ in finder.count(phrase, in: text(of: document)) } }
/// ```
public struct PhraseLookup {
  /// Returns how often a phrase occurs in the body of a document, and in its title where `mayBeInTitle`; see `PhraseFinder`.
  public typealias Counter = (_ document: UInt32, _ mayBeInTitle: Bool) -> Int

  let first: ((OrdinalSet, Int) -> [UInt32])?
  let admit: ([UInt32]) -> Int
  let noteCut: () -> Void
  let counter: (ExactPhrase) -> Counter

  /// - Parameters:
  ///   - first: returns the most wanted of documents that are asked for without scores, in order; at most `count` of them.
  ///     Nil where those of the lowest ordinals are wanted.
  ///   - noteCut: called where documents are left out that were not given to `admit`.
  ///   - admit: takes documents, the most wanted first, before phrases are looked up in them, each document once; returns how
  ///     many of them, where to read all would be too much. Phrases are then looked up in those alone.
  ///   - counter: returns what counts the occurrences of a phrase.
  public init(
    first: ((_ documents: OrdinalSet, _ count: Int) -> [UInt32])? = nil, noteCut: @escaping () -> Void = {},
    admit: @escaping (_ documents: [UInt32]) -> Int = { $0.count },
    _ counter: @escaping (_ phrase: ExactPhrase) -> Counter
  ) {
    self.first = first
    self.noteCut = noteCut
    self.admit = admit
    self.counter = counter
  }
}

/// Searches whose phrases hold stop words, of which the index has no positions.
///
/// The index finds candidates: the other words of a phrase, so far apart as they stand in it. No candidate scores more by
/// its text, so the best of them are looked up until the best documents are known. Phrases of stop words alone have
/// candidates without scores; of those all are looked up. Where every document is a candidate, those are the first of the corpus:
/// a shard looks at those of them that it has, so that all shards together look at as many as the whole corpus.
///
/// A search that would have to read more than `PhraseLookup` admits finds less, and says that its totals are inexact. What it
/// does find has been looked up.
struct ExactPhraseSearch {
  /// How many texts are looked at.
  private static let maximumTexts = 2048
  /// The fewest of a round; each round looks at four times as many as the one before.
  private static let fewestTexts = 8

  private let index: IndexReader
  private let query: PreparedQuery
  private let wider: PreparedQuery
  private let texts: PhraseLookup

  init(_ query: PreparedQuery, _ index: IndexReader, _ texts: PhraseLookup) {
    self.query = query
    self.index = index
    self.texts = texts
    wider = query.replacingRoot(query.root.widened)
  }

  func run(limit: Int, counting counted: Int, isCancelled: () -> Bool) throws(IndexError) -> SearchResult {
    if wider.root.matchesAll { return try runOverAll(limit: limit, isCancelled) }
    let isRanked = query.root.boundsScores
    var reach = isRanked ? min(max(limit, Self.fewestTexts), Self.maximumTexts) : Self.maximumTexts
    // Each round finds what the one before found, and more behind it.
    var admitted = 0
    while true {
      let found = try index.search(wider, limit: reach, counting: min(counted, reach), isCancelled: isCancelled)
      admitted += texts.admit(found.hits.dropFirst(admitted).map(\.document))
      let candidates = found.hits.prefix(admitted)
      var result = try check(OrdinalSet(candidates.map(\.document)), count: limit, isCancelled)
      let isCut = candidates.count < found.hits.count
      let isWhole = found.hits.count < reach && !isCut && found.isExact && result.isExact
      let bound = candidates.last?.score ?? 0
      let isSettled = isRanked && result.hits.count >= limit && (limit == 0 || result.hits[limit - 1].score >= bound)
      if isWhole || isSettled || isCut || reach >= Self.maximumTexts || isCancelled() {
        result.isExact = isWhole
        return result
      }
      reach = min(reach * 4, Self.maximumTexts)
    }
  }

  /// The first documents of the corpus, as far as they are here.
  private var firstDocuments: [UInt32] {
    index.documents.clamped(to: 0..<Self.maximumTexts).map { UInt32(clamping: $0) }
  }

  /// Searches where every document is a candidate.
  private func runOverAll(limit: Int, _ isCancelled: () -> Bool) throws(IndexError) -> SearchResult {
    let wanted = firstDocuments
    let looked = wanted.prefix(texts.admit(wanted))
    var result = try check(OrdinalSet(looked), count: limit, isCancelled)
    if looked.count < wanted.count || index.documentCount > Self.maximumTexts { result.isExact = false }
    return result
  }

  /// All documents that match, of those that are admitted.
  func documents(isCancelled: () -> Bool) throws(IndexError) -> OrdinalSet {
    let candidates = try candidates(isCancelled)
    let looked = candidates.prefix(texts.admit(candidates))
    let matching = try check(OrdinalSet(looked), count: looked.count, isCancelled)
    var documents = OrdinalSet(count: index.documentCount)
    for hit in matching.hits { documents.insert(Int(hit.document)) }
    return documents
  }

  /// The documents that may match, the most wanted first: where there are too many, one more than are looked at, so that it is seen.
  private func candidates(_ isCancelled: () -> Bool) throws(IndexError) -> [UInt32] {
    if wider.root.matchesAll, texts.first == nil {
      if index.documentCount > Self.maximumTexts { texts.noteCut() }
      return firstDocuments
    }
    let found = try index.documents(matching: wider, isCancelled: isCancelled)
    return texts.first?(found, Self.maximumTexts + 1) ?? Array(found.ordinals.prefix(Self.maximumTexts + 1))
  }

  /// Scores those of some documents that match by their texts.
  private func check(_ documents: OrdinalSet, count: Int, _ isCancelled: () -> Bool) throws(IndexError) -> SearchResult
  {
    let chosen = query.replacingRoot(.boolean(must: [query.root, .documents(documents)], should: [], mustNot: []))
    return try index.rank(chosen, limit: count, phrases: CheckedPhrases(documents, texts), isCancelled)
  }
}

extension PreparedQuery {
  /// Whether a part of it must be looked up in texts.
  var needsText: Bool { root.needsText }

  /// The phrases that must be looked up in texts.
  public var textPhrases: [ExactPhrase] { root.textPhrases }

  fileprivate func replacingRoot(_ root: Node) -> PreparedQuery {
    PreparedQuery(root: root, cost: cost, expansionIsCut: expansionIsCut)
  }
}

extension PreparedQuery.Node {
  fileprivate var needsText: Bool { !textPhrases.isEmpty }

  fileprivate var textPhrases: [ExactPhrase] {
    switch self {
    case .text(let text): [text.phrase]
    case .boolean(let must, let should, let mustNot): (must + should + mustNot).flatMap(\.textPhrases)
    case .terms, .phrase, .documents, .all, .nothing: []
    }
  }

  /// Whether every document matches, and none scores more than another.
  fileprivate var matchesAll: Bool {
    switch self {
    case .all: true
    case .boolean(let must, let should, let mustNot):
      mustNot.isEmpty && must.allSatisfy(\.matchesAll)
        && (must.isEmpty ? !should.isEmpty : true) && should.allSatisfy(\.matchesAll)
    case .terms, .phrase, .text, .documents, .nothing: false
    }
  }

  /// Whether no document scores more than by `widened`.
  fileprivate var boundsScores: Bool {
    switch self {
    case .text(let text): !text.phrase.slots.isEmpty
    case .boolean(let must, let should, _): (must + should).allSatisfy(\.boundsScores)
    case .terms, .phrase, .documents, .all, .nothing: true
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
