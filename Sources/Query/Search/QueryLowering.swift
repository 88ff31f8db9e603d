internal import TextAnalysis

/// Turns what was typed into what the index is asked: analysis, compounds, equivalents.
struct QueryLowering {
  /// Of the forms that the lexicon adds, next to the words that were typed.
  private static let equivalentWeight: Float = 0.7

  /// Words that were typed and have terms, for spelling suggestions.
  private(set) var words: [(text: String, term: [UInt8], range: Range<Int>)] = []

  /// Nil when nothing but stop words is left.
  mutating func lower(_ expression: QueryExpression) -> SearchTree? {
    switch expression {
    case .word(let text, let range): return word(text, range)
    case .phrase(let text, _): return phrase(text)
    case .prefix(let text, _): return prefix(text)
    case .fuzzy(let text, let edits, _): return .fuzzy(Analyzer.foldedWord(text), edits: edits)
    case .group(let required, let optional, let excluded): return group(required, optional, excluded)
    }
  }

  private mutating func group(
    _ required: [QueryExpression], _ optional: [QueryExpression], _ excluded: [QueryExpression]
  ) -> SearchTree? {
    let required = required.compactMap { lower($0) }
    var alternatives = optional.compactMap { lower($0) }
    alternatives += neighbours(optional)
    let excluded = excluded.compactMap { expression in
      // What is excluded is no word to correct.
      var other = QueryLowering()
      return other.lower(expression)
    }
    if required.isEmpty, alternatives.isEmpty { return nil }
    if required.isEmpty, excluded.isEmpty { return alternatives.count == 1 ? alternatives[0] : .any(alternatives) }
    return .group(required: required, optional: alternatives, excluded: excluded)
  }

  /// What words side by side stand for: names of several words, and compounds written apart.
  private func neighbours(_ expressions: [QueryExpression]) -> [SearchTree] {
    let words = expressions.map { expression -> String? in
      if case .word(let text, _) = expression { text } else { nil }
    }
    guard words.count > 1 else { return [] }
    var found: [SearchTree] = []
    for start in words.indices {
      var name = words[start] ?? ""
      guard !name.isEmpty else { continue }
      for end in words.indices.dropFirst(start + 1).prefix(Equivalents.longestName - 1) {
        guard let next = words[end] else { break }
        name += " " + next
        if end == start + 1, let joined = Analyzer.analyzeQueryWord(name).joined { found.append(.term(joined)) }
        found += equivalents(name)
      }
    }
    return found
  }

  private mutating func word(_ text: String, _ range: Range<Int>) -> SearchTree? {
    let analysis = Analyzer.analyzeQueryWord(text)
    guard let tree = Self.tree(analysis) else { return nil }
    if analysis.parts.count == 1 { words.append((text, analysis.parts[0].term, range)) }
    let others = equivalents(text)
    return others.isEmpty ? tree : .any([tree] + others)
  }

  private mutating func phrase(_ text: String) -> SearchTree? {
    guard let tree = Self.tree(Analyzer.analyzeQueryWord(text)) else { return nil }
    let others = equivalents(text)
    return others.isEmpty ? tree : .any([tree] + others)
  }

  /// A prefix may be longer than the stem of the word that is meant: then the stem is looked for besides.
  private func prefix(_ text: String) -> SearchTree? {
    let folded = Analyzer.foldedWord(text)
    guard !folded.isEmpty else { return nil }
    let stem = Analyzer.analyzeQueryWord(text).parts.last?.term
    if let stem, stem != folded, stem.count >= 4 { return .any([.prefix(folded), .term(stem)]) }
    return .prefix(folded)
  }

  private func equivalents(_ name: String) -> [SearchTree] {
    Equivalents.forms(of: name).compactMap { form in
      Self.tree(Analyzer.analyzeQueryWord(form)).map { .weighted($0, Self.equivalentWeight) }
    }
  }

  /// One term, or the parts as a phrase, with the joined form where there is one.
  private static func tree(_ word: QueryWord) -> SearchTree? {
    guard let first = word.parts.first else { return nil }
    guard word.parts.count > 1 else { return .term(first.term) }
    let phrase = SearchTree.phrase(
      word.parts.map { SearchTree.PhraseTerm(term: $0.term, position: $0.position - first.position) })
    return word.joined.map { .any([phrase, .term($0)]) } ?? phrase
  }
}
