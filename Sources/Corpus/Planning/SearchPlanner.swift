internal import EntenteSearchIndex

/// Turns a query, as it was typed, into a plan.
struct SearchPlanner {
  let index: IndexReader
  let filter: DocumentFilter
  let cancellation: Cancellation

  /// - Parameter passes: how often every match is read: more than once where facets count them, or for an order of dates.
  /// - Throws: `CorpusError.invalidArgument` at the character where the query does not parse or has an unknown name, and for
  ///   a query that costs too much.
  func plan(_ text: String, passes: Int) throws(CorpusError) -> SearchPlan {
    let query = try parse(text)
    var plan = SearchPlan()
    plan.question = query.expression.flatMap { Question($0, index.profile) }
    let chosen = query.filters.isEmpty ? nil : try filter.documents(query.filters, cancellation)
    guard let expression = query.expression else {
      if let chosen { plan.wanted = .filtered(chosen) }
      return plan
    }
    var lowering = QueryLowering(index.profile) { (condition) throws(CorpusError) in
      try cancellation.check()
      return try filter.matching(condition)
    }
    let lowered = try lowering.query(for: expression)
    plan.words = lowering.words
    guard var tree = lowered else { return plan }
    if let chosen { tree = .boolean(must: [tree, .documents(chosen)], should: [], mustNot: []) }
    let prepared = try searching { () throws(IndexError) in
      try index.prepare(tree) { cancellation.isCancelled }
    }
    try cancellation.check()
    try QueryCostBound.check(prepared, passes: passes, documentCount: index.documentCount)
    if expression.isCondition {
      plan.wanted = .unranked(prepared)
    } else {
      plan.wanted = .ranked(prepared)
      plan.targets = HighlightTargets(tree)
    }
    return plan
  }

  /// What to mark in the hits of a query, which takes neither its terms nor its filters to be looked up.
  ///
  /// - Throws: `CorpusError.invalidArgument` at the character where the query does not parse.
  func targets(_ text: String) throws(CorpusError) -> HighlightTargets {
    guard let expression = try parse(text).expression, !expression.isCondition else { return HighlightTargets() }
    var lowering = QueryLowering(index.profile) { _ in OrdinalSet(count: 0) }
    return try lowering.query(for: expression).map { HighlightTargets($0) } ?? HighlightTargets()
  }

  private func parse(_ text: String) throws(CorpusError) -> ParsedQuery {
    do throws(QuerySyntaxError) {
      return try QueryParser.parse(text)
    } catch {
      throw .invalidArgument(RequestFault(error.kind, error.message, at: error.offset, error.values))
    }
  }
}
