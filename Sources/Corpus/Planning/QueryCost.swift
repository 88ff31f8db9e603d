internal import EntenteSearchIndex

/// What a query may cost: a bound on the postings that it reads, so that no query keeps others waiting.
struct QueryCost {
  /// The most that is read of a corpus of any size.
  private static let floor = 4_000_000
  /// The most postings for each document of a large corpus: a query of that many words that are everywhere.
  private static let postingsPerDocument = 16

  private let postings: Int

  /// - Parameter passes: how often the matches are read.
  init(of query: PreparedQuery, passes: Int) { postings = query.cost * passes }

  /// - Throws: `CorpusError.invalidArgument`, with what to leave out.
  func check(documentCount: Int) throws(CorpusError) {
    let most = max(Self.floor, documentCount * Self.postingsPerDocument)
    guard postings > most else { return }
    throw .invalidArgument(
      "the query would read \(Self.millions(postings)) million entries of the index, and \(Self.millions(most)) are the most: "
        + "leave out words with * or ~, phrases or frequent words, or ask without facets")
  }

  private static func millions(_ count: Int) -> String { String(count / 1_000_000) }
}
