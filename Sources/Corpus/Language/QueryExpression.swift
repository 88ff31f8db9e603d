/// A parsed query: the tree of its words, and its filters.
public struct ParsedQuery: Hashable, Sendable {
  /// Nil when the query has filters only.
  public var expression: QueryExpression?
  /// The filters outside parentheses, which apply to the whole query. Filters on the same field are alternatives; those on
  /// different fields must all match.
  public var filters: [QueryFilter] = []
}

/// A node of a query. Ranges count characters of the query.
public indirect enum QueryExpression: Hashable, Sendable {
  case word(String, at: Range<Int>)
  case phrase(String, at: Range<Int>)
  case prefix(String, at: Range<Int>)
  /// A word and the edits allowed, 1 or 2.
  case fuzzy(String, edits: Int, at: Range<Int>)
  /// A condition inside parentheses; adds nothing to the score.
  case filter(QueryFilter)
  /// Documents must match all of `required` and none of `excluded`; `optional` adds to the score, and at least one must
  /// match if nothing is required. With neither, every document that matches none of `excluded` matches.
  case group(required: [QueryExpression], optional: [QueryExpression], excluded: [QueryExpression])

  /// Whether it only selects documents without affecting their scores, like filters and negations.
  var isCondition: Bool {
    switch self {
    case .word, .phrase, .prefix, .fuzzy: false
    case .filter: true
    case .group(let required, let optional, _): (required + optional).allSatisfy(\.isCondition)
    }
  }
}

/// A condition on documents: `kind:news`, `-source:nato.int`, `date:2023-07..2024`.
public struct QueryFilter: Hashable, Sendable {
  public enum Field: String, CaseIterable, Sendable {
    case kind, source, date, person, organisation, country, goal, priority
  }

  public var field: Field
  public var value: String
  public var isExcluded: Bool
  public var range: Range<Int>
}

/// Why a query does not parse, and where.
public struct QuerySyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The position in characters from the start of the query, starting at 0.
  public var offset: Int
  public var kind: RequestFault.Kind
  /// What is wrong and what to do.
  public var message: String
  /// What the message names.
  public var values: [String: String] = [:]

  public var description: String { "query, character \(offset + 1): \(message)" }
}
