public import EntenteSchema
internal import EntenteSearchIndex
internal import EntenteSnapshot
internal import Foundation

extension Corpus {
  private static let defaultRelated = 5
  private static let mostRelated = 50
  static let mostDistinctiveTerms = 24
  /// How many documents the terms may occur in, added up: what common words cost grows with the corpus, and they tell little.
  private static let mostPostings = 1 << 16
  private static let mostSharedWords = 6
  /// How much of the document's own text is read, in bytes.
  private static let readBytes = 256 << 10

  /// Returns documents on the same subjects as one, best first.
  public func related(
    _ request: ListRelatedRequest, _ cancellation: Cancellation = .none
  ) throws(CorpusError) -> ListRelatedResponse {
    try answer(request.minimumGeneration, cancellation) { () throws(CorpusError) in
      try requireWhole()
      let ordinal = try ordinal(ofDocument: request.documentID)
      let terms = try distinctiveTerms(ofDocument: ordinal)
      let related = try related(to: terms, but: ordinal, limit: Self.relatedLimit(request), cancellation)
      return ListRelatedResponse(snapshot: reference, related: related.map(\.document))
    }
  }

  /// How many documents a request asks for.
  static func relatedLimit(_ request: ListRelatedRequest) -> Int {
    request.limit == 0 ? defaultRelated : min(Int(request.limit), mostRelated)
  }

  /// The documents that some terms occur in, best first.
  ///
  /// - Parameter ordinal: the document that the terms are from.
  func related(
    to terms: [DistinctiveTerm], but ordinal: Int, limit: Int, _ cancellation: Cancellation
  ) throws(CorpusError) -> [(ordinal: Int, document: RelatedDocument)] {
    guard !terms.isEmpty else { return [] }
    let query = SearchQuery.boolean(
      must: [], should: terms.map { .weighted(.term($0.term), $0.weight) }, mustNot: [])
    let found = try searching { () throws(IndexError) in
      try index.search(query, limit: limit + 1) { cancellation.isCancelled }
    }
    let shared = try searching { () throws(IndexError) in
      try index.terms(terms.map(\.term), in: found.hits.map(\.document))
    }
    var room = AnswerRoom.ofList
    var related: [(ordinal: Int, document: RelatedDocument)] = []
    for hit in found.hits where Int(hit.document) != ordinal && related.count < limit && !room.isFull {
      try cancellation.check()
      let words = (shared[hit.document] ?? []).prefix(Self.mostSharedWords).map { terms[$0].spelling }
      let other = try reading { () throws(SnapshotError) in try summary(ofDocument: Int(hit.document)) }
      let document = RelatedDocument(document: other, score: hit.score, sharedWords: words)
      room.take(document)
      related.append((Int(hit.document), document))
    }
    return related
  }

  private func document(_ ordinal: Int) throws(CorpusError) -> Document {
    try reading { () throws(SnapshotError) in try snapshot.document(ordinal) }
  }

  /// The distinctive words of a document: frequent in it, rare elsewhere, best first.
  func distinctiveTerms(ofDocument ordinal: Int) throws(CorpusError) -> [DistinctiveTerm] {
    let document = try document(ordinal)
    let terms = finders.withFinder { finder in
      finder.termCounts(of: document.title + "\n" + document.text.trimmed(to: Self.readBytes))
    }
    let documents = Double(max(index.documentCount, 1))
    var weighed: [(term: [UInt8], weight: Float, frequency: Int, spelling: String)] = []
    for (term, entry) in terms where term.count > 2 {
      let frequency = try searching { () throws(IndexError) in try index.entry(term)?.documentFrequency ?? 0 }
      guard frequency > 0, Double(frequency) <= max(documents * 0.6, 1.5) else { continue }
      let idf = log(1 + documents / Double(frequency))
      weighed.append((term, Float((1 + log(Double(entry.count))) * idf), Int(frequency), entry.spelling))
    }
    // By the term where weights are equal, so that an answer does not depend on the order of a dictionary.
    let sorted = weighed.sorted {
      $0.weight == $1.weight ? $0.term.lexicographicallyPrecedes($1.term) : $0.weight > $1.weight
    }
    let best = sorted.first?.weight ?? 1
    let affordable = Self.affordable(sorted.prefix(Self.mostDistinctiveTerms).map(\.frequency), Self.mostPostings)
    return affordable.map {
      DistinctiveTerm(term: sorted[$0].term, weight: sorted[$0].weight / best, spelling: sorted[$0].spelling)
    }
  }

  /// Which terms to look for, the best first: those that still fit into a number of postings, but always the best.
  ///
  /// - Parameter frequencies: in how many documents each occurs.
  static func affordable(_ frequencies: [Int], _ mostPostings: Int) -> [Int] {
    var room = mostPostings
    return frequencies.indices.filter { index in
      guard index == 0 || frequencies[index] <= room else { return false }
      room -= frequencies[index]
      return true
    }
  }
}
