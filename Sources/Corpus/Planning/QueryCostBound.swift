internal import EntenteSearchIndex

/// What a query may cost, so that no query keeps others waiting.
enum QueryCostBound {
  /// The most postings for a corpus of any size: some twenty milliseconds.
  private static let floor = 2_500_000
  /// The most for each document of a large corpus: a query of so many words that are everywhere.
  private static let postingsPerDocument = 16

  /// - Parameter passes: how often the matches are read.
  /// - Throws: `CorpusError.invalidArgument`, with what to leave out.
  static func check(_ query: PreparedQuery, passes: Int, documentCount: Int) throws(CorpusError) {
    let most = max(floor, documentCount * postingsPerDocument)
    let (cost, overflow) = query.cost.multipliedReportingOverflow(by: passes)
    guard overflow || cost > most else { return }
    throw .invalidArgument(
      "the query would read \(millions(cost)) million index entries; the limit is \(millions(most)) million: remove "
      + "words with * or ~, phrases or frequent words" + (passes > 1 ? ", or ask without facets" : ""))
  }

  private static func millions(_ count: Int) -> String {
    let tenths = count / 100_000
    return "\(tenths / 10).\(tenths % 10)"
  }
}
