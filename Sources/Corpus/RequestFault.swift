/// What is wrong with a request, for any corpus.
///
/// `message` says it in English; `kind` and `values` are for programs that say it in words of their own.
public struct RequestFault: Hashable, Sendable {
  /// The raw values are the reasons that `schema/WIRE.md` lists.
  public enum Kind: String, CaseIterable, Sendable {
    // Queries
    case emptyQuery = "EMPTY_QUERY"
    case queryTooLong = "QUERY_TOO_LONG"
    case tooManyWords = "TOO_MANY_WORDS"
    case queryTooCostly = "QUERY_TOO_COSTLY"
    case tooManyHits = "TOO_MANY_HITS"
    case unmatchedParenthesis = "UNMATCHED_PARENTHESIS"
    case unclosedParenthesis = "UNCLOSED_PARENTHESIS"
    case nestedTooDeep = "NESTED_TOO_DEEP"
    case unclosedQuotation = "UNCLOSED_QUOTATION"
    case phraseTooLong = "PHRASE_TOO_LONG"
    case nothingAfterOperator = "NOTHING_AFTER_OPERATOR"
    case nothingBeforeOperator = "NOTHING_BEFORE_OPERATOR"
    case nothingAfterNegation = "NOTHING_AFTER_NEGATION"
    case starAlone = "STAR_ALONE"
    case tildeAlone = "TILDE_ALONE"
    case tooManyPrefixes = "TOO_MANY_PREFIXES"
    case tooManyFuzzyWords = "TOO_MANY_FUZZY_WORDS"
    case fuzzyWordTooLong = "FUZZY_WORD_TOO_LONG"
    case unknownEdits = "UNKNOWN_EDITS"
    case unknownFilter = "UNKNOWN_FILTER"
    case filterWithoutValue = "FILTER_WITHOUT_VALUE"
    case tooManyFilters = "TOO_MANY_FILTERS"
    case unknownDocumentKind = "UNKNOWN_DOCUMENT_KIND"
    // Names, which a filter of a query may hold too
    case unknownDocument = "UNKNOWN_DOCUMENT"
    case unknownProgramme = "UNKNOWN_PROGRAMME"
    case unknownGoal = "UNKNOWN_GOAL"
    case unknownPriority = "UNKNOWN_PRIORITY"
    case unknownEventType = "UNKNOWN_EVENT_TYPE"
    case unknownName = "UNKNOWN_NAME"
    // Other fields
    case notADate = "NOT_A_DATE"
    case periodReversed = "PERIOD_REVERSED"
    case fieldTooLong = "FIELD_TOO_LONG"
    case foreignToken = "FOREIGN_TOKEN"
    case offsetOutsideText = "OFFSET_OUTSIDE_TEXT"
    /// What only a program can get wrong.
    case malformed = "MALFORMED"
  }

  public var kind: Kind
  /// What is wrong and what to do.
  public var message: String
  /// Where in a query, in characters from its start.
  public var position: Int?
  /// What the message names, such as `limit`; of several things, one a line. `schema/WIRE.md` lists their names.
  public var values: [String: String]

  init(_ kind: Kind, _ message: String, at position: Int? = nil, _ values: [String: String] = [:]) {
    self.kind = kind
    self.message = message
    self.position = position
    self.values = values
  }
}

extension RequestFault: CustomStringConvertible {
  public var description: String { position.map { "query, character \($0 + 1): \(message)" } ?? message }
}
