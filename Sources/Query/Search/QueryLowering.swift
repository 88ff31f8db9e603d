internal import SearchIndex
internal import TextAnalysis

/// Turns what was typed into what the index is asked: analysis, compounds, equivalents.
struct QueryLowering {
  /// Of the forms that the lexicon adds, next to the words that were typed. A long form scores as all of its words
  /// together, so it weighs less.
  private static let equivalentWeight: Float = 0.7
  private static let longFormWeight: Float = 0.25

  /// Words that were typed and have terms, for spelling suggestions.
  private(set) var words: [(text: String, term: [UInt8], range: Range<Int>)] = []

  /// Nil when nothing but stop words is left.
  mutating func lower(_ expression: QueryExpression) -> SearchQuery? {
    switch expression {
    case .word(let text, let range): return word(text, range)
    case .phrase(let text, _): return phrase(text)
    case .prefix(let text, _): return prefix(text)
    case .fuzzy(let text, let edits, _): return .fuzzy(Analyzer.foldedWord(text), distance: edits)
    case .group(let required, let optional, let excluded): return group(required, optional, excluded)
    }
  }

  private mutating func group(
    _ required: [QueryExpression], _ optional: [QueryExpression], _ excluded: [QueryExpression]
  ) -> SearchQuery? {
    let required = required.compactMap { lower($0) }
    var alternatives = optional.compactMap { lower($0) }
    alternatives += neighbours(optional)
    let excluded = excluded.compactMap { expression in
      // What is excluded is no word to correct.
      var other = QueryLowering()
      return other.lower(expression)
    }
    if required.isEmpty, alternatives.isEmpty { return nil }
    if required.isEmpty, excluded.isEmpty { return Self.any(alternatives) }
    return .boolean(must: required, should: alternatives, mustNot: excluded)
  }

  /// What words side by side stand for: names of several words, and compounds written apart.
  private func neighbours(_ expressions: [QueryExpression]) -> [SearchQuery] {
    let words = expressions.map { expression -> String? in
      if case .word(let text, _) = expression { text } else { nil }
    }
    guard words.count > 1 else { return [] }
    var found: [SearchQuery] = []
    for start in words.indices {
      guard let first = words[start] else { continue }
      let joins = Analyzer.isCompoundPart(Analyzer.foldedWord(first))
      let begins = Analyzer.analyzeQueryWord(first).parts.first.map { Equivalents.beginsName($0.term) } ?? false
      guard joins || begins else { continue }
      var name = first
      for end in words.indices.dropFirst(start + 1).prefix(Equivalents.longestName - 1) {
        guard let next = words[end] else { break }
        name += " " + next
        let analysis = Analyzer.analyzeQueryWord(name)
        if end == start + 1, let joined = analysis.joined { found.append(.term(joined)) }
        found += equivalents(analysis)
      }
    }
    return found
  }

  private mutating func word(_ text: String, _ range: Range<Int>) -> SearchQuery? {
    let analysis = Analyzer.analyzeQueryWord(text)
    guard let tree = Self.tree(analysis) else { return nil }
    if analysis.parts.count == 1 { words.append((text, analysis.parts[0].term, range)) }
    return Self.any([tree] + equivalents(analysis))
  }

  private mutating func phrase(_ text: String) -> SearchQuery? {
    let analysis = Analyzer.analyzeQueryWord(text)
    guard let tree = Self.tree(analysis) else { return nil }
    return Self.any([tree] + equivalents(analysis))
  }

  /// A prefix may be longer than the stem of the word that is meant: then the stem is looked for besides.
  private func prefix(_ text: String) -> SearchQuery? {
    let folded = Analyzer.foldedWord(text)
    guard !folded.isEmpty else { return nil }
    let stem = Analyzer.analyzeQueryWord(text).parts.last?.term
    if let stem, stem != folded, stem.count >= 4 { return Self.any([.prefix(folded), .term(stem)]) }
    return .prefix(folded)
  }

  private func equivalents(_ name: QueryWord) -> [SearchQuery] {
    Equivalents.forms(of: name).compactMap { form in
      let analysis = Analyzer.analyzeQueryWord(form)
      let weight = analysis.parts.count > 1 ? Self.longFormWeight : Self.equivalentWeight
      return Self.tree(analysis).map { .weighted($0, weight) }
    }
  }

  private static func any(_ alternatives: [SearchQuery]) -> SearchQuery {
    alternatives.count == 1 ? alternatives[0] : .boolean(must: [], should: alternatives, mustNot: [])
  }

  /// One term, or the parts as a phrase, with the joined form where there is one.
  private static func tree(_ word: QueryWord) -> SearchQuery? {
    guard let first = word.parts.first else { return nil }
    guard word.parts.count > 1 else { return .term(first.term) }
    let phrase = SearchQuery.phrase(
      word.parts.map { PhraseSlot(term: $0.term, position: UInt32(clamping: $0.position - first.position)) })
    return word.joined.map { any([phrase, .term($0)]) } ?? phrase
  }
}
