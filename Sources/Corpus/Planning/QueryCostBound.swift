internal import EntenteSearchIndex

/// The limit on the cost of a query, so that no query keeps others waiting.
enum QueryCostBound {
  /// The limit for a corpus of any size, in postings: with planning and passages about twenty milliseconds.
  private static let floor = 1_300_000
  /// The limit per document of a large corpus: a query of that many words that occur everywhere.
  private static let postingsPerDocument = 16

  /// - Parameter passes: how often the matches are read.
  /// - Throws: `CorpusError.invalidArgument`, with advice on what to remove.
  static func check(_ query: PreparedQuery, passes: Int, documentCount: Int) throws(CorpusError) {
    let most = max(floor, documentCount * postingsPerDocument)
    let (cost, overflow) = query.cost.multipliedReportingOverflow(by: passes)
    guard overflow || cost > most else { return }
    throw .invalidArgument(
      RequestFault(
        .queryTooCostly,
        "the query would read \(millions(cost)) million index entries; the limit is \(millions(most)) million: remove "
          + "words with * or ~, phrases or frequent words"
          + (passes > 2 ? ", or sort by relevance" : passes > 1 ? ", or ask without facets" : "")))
  }

  private static func millions(_ count: Int) -> String {
    let tenths = count / 100_000
    return "\(tenths / 10).\(tenths % 10)"
  }
}
