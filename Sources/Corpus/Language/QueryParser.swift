// query    = chain *( ["OR"] chain )             alternatives, whose scores add up
// chain    = item *( "AND" item )                 all must match
// item     = ["NOT" / "+" / "-"] primary
// primary  = "(" query ")" / phrase / filter / word ["*" / "~" ["1" / "2"]]
// phrase   = DQUOTE text DQUOTE / "«" text "»" / "“" text "”"
// filter   = field ":" value                      no space around the colon; the value a word or a phrase
//
// A filter outside parentheses applies to the whole query. Inside them, filters are alternatives like words, and restrict
// the words of their group: (kind:news OR kind:speech) cyber
//
// Operators are capitals: AND OR NOT, or ET OU SAUF. `+` and `-` count only before a word and after a space, so that
// "Indo-Pacifique" stays whole. What is neither word nor sign of the grammar ("?", "…") only separates words.

/// Reads the query language.
///
/// ```swift
/// let query = try QueryParser.parse("cyberdéfense +Japon -\"jeux olympiques\" date:2023-07..2024")
/// ```
public struct QueryParser {
  /// The longest query, in bytes of UTF-8.
  public static let maximumLength = 32 << 10
  public static let maximumWords = 1_024
  public static let maximumDepth = 32
  /// The most words in a phrase.
  public static let maximumPhraseWords = 128
  /// The most words with `*` and with `~`, each of which stands for many words of the corpus.
  public static let maximumPrefixes = 16
  public static let maximumFuzzyWords = 8
  /// The longest word with `~`, in characters: the cost of finding similar words grows with the length.
  public static let maximumFuzzyLength = 64

  let characters: [Character]
  /// Which of them are letters and digits.
  let isWord: [Bool]
  var index = 0
  private var depth = 0
  private var words = 0
  private var prefixes = 0
  private var fuzzyWords = 0
  private var filterCount = 0
  private var filters: [QueryFilter] = []

  private init(_ text: String) {
    characters = Array(text)
    isWord = characters.map(Self.isWord)
  }

  /// - Throws: `QuerySyntaxError`, with the character where parsing stopped.
  public static func parse(_ text: String) throws(QuerySyntaxError) -> ParsedQuery {
    guard text.utf8.count <= maximumLength else {
      throw QuerySyntaxError(
        offset: text.utf8.prefix(maximumLength).count, kind: .queryTooLong,
        message: "the query has \(text.utf8.count) bytes; the limit is \(maximumLength): shorten it",
        values: ["size": "\(text.utf8.count)", "limit": "\(maximumLength)"])
    }
    var parser = QueryParser(text)
    let expression = try parser.group()
    if parser.index < parser.characters.count {
      throw parser.error(.unmatchedParenthesis, "this parenthesis has no match: remove it, or open one before it")
    }
    guard expression != nil || !parser.filters.isEmpty else {
      throw QuerySyntaxError(
        offset: 0, kind: .emptyQuery, message: "there is nothing to search for: type a word, such as cyberdéfense")
    }
    return ParsedQuery(expression: expression, filters: parser.filters)
  }

  private func error(
    _ kind: RequestFault.Kind, _ message: String, at offset: Int? = nil, _ values: [String: String] = [:]
  ) -> QuerySyntaxError {
    QuerySyntaxError(offset: offset ?? index, kind: kind, message: message, values: values)
  }

  // MARK: Groups

  enum Sign { case none, required, excluded }

  /// Reads to the end of the query or to a closing parenthesis; nil when there is nothing.
  private mutating func group() throws(QuerySyntaxError) -> QueryExpression? {
    var required: [QueryExpression] = []
    var optional: [QueryExpression] = []
    var excluded: [QueryExpression] = []
    while let (sign, expression) = try chain() {
      switch sign {
      case .none: optional.append(expression)
      case .required: required.append(expression)
      case .excluded: excluded.append(expression)
      }
    }
    let conditions = optional.filter(\.isCondition)
    if !conditions.isEmpty, conditions.count < optional.count {
      // Among words, what only chooses documents restricts them: one of the words is needed still.
      optional.removeAll(where: \.isCondition)
      if required.allSatisfy(\.isCondition) {
        required.append(Self.any(optional))
        optional = []
      }
      required.append(Self.any(conditions))
    }
    if required.isEmpty, excluded.isEmpty, optional.count <= 1 { return optional.first }
    return .group(required: required, optional: optional, excluded: excluded)
  }

  private static func any(_ expressions: [QueryExpression]) -> QueryExpression {
    expressions.count == 1 ? expressions[0] : .group(required: [], optional: expressions, excluded: [])
  }

  /// Items joined by AND; a single item keeps its sign for the group around it.
  private mutating func chain() throws(QuerySyntaxError) -> (Sign, QueryExpression)? {
    skipSeparators()
    if let (word, length) = operatorAhead(), word == .or {
      index += length
      skipSeparators()
    }
    guard var (sign, first) = try item() else { return nil }
    var required: [QueryExpression] = []
    var excluded: [QueryExpression] = []
    while true {
      skipSeparators()
      guard let (word, length) = operatorAhead(), word == .and else { break }
      let place = index
      index += length
      skipSeparators()
      guard let (nextSign, next) = try item() else {
        // After a filter AND says nothing that a filter does not say itself.
        if filters.last.map({ $0.range.upperBound > place }) == true { continue }
        let name = String(characters[place..<place + length])
        throw error(.nothingAfterOperator, "a word must follow \(name)", at: place, ["operator": name])
      }
      if required.isEmpty, excluded.isEmpty {
        if sign == .excluded { excluded.append(first) } else { required.append(first) }
      }
      if nextSign == .excluded { excluded.append(next) } else { required.append(next) }
    }
    if !required.isEmpty || !excluded.isEmpty {
      first = .group(required: required, optional: [], excluded: excluded)
      sign = .none
    }
    return (sign, first)
  }

  // MARK: Items

  /// A signed primary; filters are set aside on the way. Nil at the end of the group.
  private mutating func item() throws(QuerySyntaxError) -> (Sign, QueryExpression)? {
    while true {
      skipSeparators()
      var sign = Sign.none
      let start = index
      if let (word, length) = operatorAhead() {
        switch word {
        case .not:
          sign = .excluded
          index += length
          skipSeparators()
        case .and:
          // "AND" after a filter, or at the start: nothing stands before it that could be joined.
          guard !filters.isEmpty else {
            let name = String(characters[index..<index + length])
            throw error(.nothingBeforeOperator, "a word must precede \(name)", ["operator": name])
          }
          index += length
          continue
        case .or:
          index += length
          continue
        }
      } else if let signed = signAhead() {
        sign = signed
        index += 1
      }
      guard index < characters.count, characters[index] != ")" else {
        if sign == .excluded, start < index {
          throw error(.nothingAfterNegation, "a word must follow the negation", at: start)
        }
        return nil
      }
      if let filter = try filter(isExcluded: sign == .excluded && depth == 0) {
        if depth > 0 { return (sign, .filter(filter)) }
        filters.append(filter)
        continue
      }
      guard let primary = try primary() else { continue }
      return (sign, primary)
    }
  }

  private mutating func primary() throws(QuerySyntaxError) -> QueryExpression? {
    switch characters[index] {
    case "(":
      let open = index
      guard depth < Self.maximumDepth else {
        throw error(
          .nestedTooDeep, "parentheses are nested deeper than \(Self.maximumDepth): remove some",
          ["limit": "\(Self.maximumDepth)"])
      }
      depth += 1
      index += 1
      let inner = try group()
      guard index < characters.count else {
        throw error(.unclosedParenthesis, "this parenthesis is never closed: add )", at: open)
      }
      index += 1
      depth -= 1
      return inner
    case "\"", "«", "“", "„":
      let start = index
      let text = try quoted()
      let words = text.split(whereSeparator: \.isWhitespace).count
      guard words <= Self.maximumPhraseWords else {
        throw error(
          .phraseTooLong, "a phrase has at most \(Self.maximumPhraseWords) words; this one has \(words)", at: start,
          ["limit": "\(Self.maximumPhraseWords)", "size": "\(words)"])
      }
      try count(max(1, words), at: start)
      return text.contains(where: Self.isWord) ? .phrase(text, at: start..<index) : nil
    case "*":
      throw error(.starAlone, "* alone matches everything: put the start of a word before it, as in cyber*")
    case "~":
      throw error(.tildeAlone, "~ must follow a word: Stoltemberg~ finds similar spellings")
    default:
      return try word()
    }
  }

  private mutating func word() throws(QuerySyntaxError) -> QueryExpression? {
    let start = index
    while index < characters.count, isWord[index] || isInside(index) { index += 1 }
    guard index > start else {
      index += 1
      return nil
    }
    while let end = endOfNumberGroup(from: start) { index = end }
    let text = String(characters[start..<index])
    try count(1, at: start)
    guard index < characters.count else { return .word(text, at: start..<index) }
    if characters[index] == "*" {
      index += 1
      prefixes += 1
      guard prefixes <= Self.maximumPrefixes else {
        throw error(
          .tooManyPrefixes, "more than \(Self.maximumPrefixes) words with *: remove some", at: start,
          ["limit": "\(Self.maximumPrefixes)"])
      }
      return .prefix(text, at: start..<index)
    }
    guard characters[index] == "~" else { return .word(text, at: start..<index) }
    guard text.count <= Self.maximumFuzzyLength else {
      throw error(
        .fuzzyWordTooLong,
        "~ applies to words of at most \(Self.maximumFuzzyLength) letters; this one has \(text.count)", at: start,
        ["limit": "\(Self.maximumFuzzyLength)", "size": "\(text.count)"])
    }
    index += 1
    fuzzyWords += 1
    guard fuzzyWords <= Self.maximumFuzzyWords else {
      throw error(
        .tooManyFuzzyWords, "more than \(Self.maximumFuzzyWords) words with ~: remove some", at: start,
        ["limit": "\(Self.maximumFuzzyWords)"])
    }
    var edits = text.count > 5 ? 2 : 1
    if index < characters.count, let digit = characters[index].wholeNumberValue {
      guard digit == 1 || digit == 2 else { throw error(.unknownEdits, "~ takes 1 or 2 edits") }
      edits = digit
      index += 1
    }
    return .fuzzy(text, edits: edits, at: start..<index)
  }

  /// Where a number continues after a space: the end of `000` in `1 000`; nil if it does not.
  private func endOfNumberGroup(from start: Int) -> Int? {
    let digits = characters[start..<index].prefix { $0.isASCII && $0.isNumber }.count
    let isNumber = characters[start..<index].allSatisfy { $0.isASCII && $0.isNumber || $0.isWhitespace }
    guard isNumber, (1...3).contains(digits), characters[start] != "0", index + 3 < characters.count,
      characters[index].isWhitespace, !characters[index].isNewline,
      characters[(index + 1)...(index + 3)].allSatisfy({ $0.isASCII && $0.isNumber }),
      index + 4 == characters.count || !isWord[index + 4]
    else { return nil }
    return index + 4
  }

  private mutating func count(_ number: Int, at offset: Int) throws(QuerySyntaxError) {
    words += number
    guard words <= Self.maximumWords else {
      throw error(
        .tooManyWords, "the query has more than \(Self.maximumWords) words: shorten it", at: offset,
        ["limit": "\(Self.maximumWords)"])
    }
  }

  /// The text between quotation marks, which may be empty.
  private mutating func quoted() throws(QuerySyntaxError) -> String {
    let open = index
    let closers: [Character] =
      switch characters[open] {
      case "«": ["»"]
      case "“", "„": ["”", "\"", "“"]
      default: ["\""]
      }
    index += 1
    let start = index
    while index < characters.count, !closers.contains(characters[index]) { index += 1 }
    guard index < characters.count else {
      throw error(
        .unclosedQuotation, "this quotation mark is never closed: add \(closers[0])", at: open,
        ["sign": String(closers[0])])
    }
    index += 1
    return String(characters[start..<index - 1])
  }

  // MARK: Filters

  /// Reads a filter, if one stands here; nil, and nothing read, if not.
  private mutating func filter(isExcluded: Bool) throws(QuerySyntaxError) -> QueryFilter? {
    let start = index
    var colon = start
    while colon < characters.count, characters[colon].isASCII, characters[colon].isLetter { colon += 1 }
    guard colon > start, colon + 1 < characters.count, characters[colon] == ":",
      isWord[colon + 1] || "\"«“.".contains(characters[colon + 1])
    else { return nil }
    let name = String(characters[start..<colon])
    guard let field = QueryFilter.Field(rawValue: name.lowercased()) else {
      let fields = QueryFilter.Field.allCases.map { $0.rawValue + ":" }
      throw error(
        .unknownFilter,
        "unknown filter \(name): – filters are \(fields.joined(separator: " ")); to search for the words, put a space before the colon",
        ["name": name, "known": fields.joined(separator: "\n")])
    }
    index = colon + 1
    let value: String
    if "\"«“".contains(characters[index]) {
      value = try quoted().trimmingSpaces
    } else {
      let first = index
      while index < characters.count, !characters[index].isWhitespace, characters[index] != ")" { index += 1 }
      value = String(characters[first..<index])
    }
    guard !value.isEmpty else {
      throw error(
        .filterWithoutValue, "\(name): needs a value, such as \(Self.example(field))", at: start,
        ["name": name, "example": Self.example(field)])
    }
    filterCount += 1
    guard filterCount <= 64 else {
      throw error(.tooManyFilters, "more than 64 filters: remove some", at: start, ["limit": "64"])
    }
    return QueryFilter(field: field, value: value, isExcluded: isExcluded, range: start..<index)
  }

  static func example(_ field: QueryFilter.Field) -> String {
    switch field {
    case .kind: "kind:news"
    case .source: "source:nato.int"
    case .date: "date:2023-07..2024"
    case .person: "person:\"David van Weel\""
    case .organisation: "organisation:OTAN"
    case .country: "country:jp"
    case .goal: "goal:cyberdefense"
    case .priority: "priority:1"
    }
  }
}

extension String {
  /// Without the spaces at both ends.
  var trimmingSpaces: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }
}
