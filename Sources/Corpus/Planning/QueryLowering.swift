internal import EntenteSearchIndex
internal import EntenteTextAnalysis

/// Turns what was typed into what the index is asked: analysis, compounds, equivalents.
struct QueryLowering {
  /// The weight of forms added from the lexicon, relative to the words that were typed. A long form scores like all of
  /// its words together, so it is weighted down.
  private static let equivalentWeight: Float = 0.7
  private static let longFormWeight: Float = 0.25

  /// Words that were typed and have terms, for spelling suggestions.
  private(set) var words: [TypedWord] = []

  private let profile: LanguageProfile
  private let documents: (QueryFilter) throws(CorpusError) -> OrdinalSet

  /// - Parameters:
  ///   - profile: the profile that the documents were analysed with.
  ///   - documents: those that a filter finds.
  init(_ profile: LanguageProfile, documents: @escaping (QueryFilter) throws(CorpusError) -> OrdinalSet) {
    self.profile = profile
    self.documents = documents
  }

  /// What the index is asked for a query; nil if there is nothing to ask for.
  mutating func query(for expression: QueryExpression) throws(CorpusError) -> SearchQuery? {
    if let query = try stopWords(alone: expression) { return query }
    return try lower(expression)
  }

  /// Stop words tell nothing beside other words. A query of them alone asks for the documents that hold them as they are.
  private func stopWords(alone expression: QueryExpression) throws(CorpusError) -> SearchQuery? {
    switch expression {
    case .word(let text, _), .phrase(let text, _): return stopWords(text)
    case .group(let required, let optional, let excluded):
      let must = required.compactMap { stopWords($0) }
      let should = optional.compactMap { stopWords($0) }
      guard must.count == required.count, should.count == optional.count, !must.isEmpty || !should.isEmpty else {
        return nil
      }
      return .boolean(must: must, should: should, mustNot: try excludedQueries(excluded))
    case .prefix, .fuzzy, .filter: return nil
    }
  }

  private func stopWords(_ expression: QueryExpression) -> SearchQuery? {
    switch expression {
    case .word(let text, _), .phrase(let text, _): stopWords(text)
    case .prefix, .fuzzy, .filter, .group: nil
    }
  }

  private func stopWords(_ text: String) -> SearchQuery? {
    guard profile.queryWord(text).parts.isEmpty else { return nil }
    let phrase = profile.exactPhrase(text)
    guard phrase.slots.isEmpty, !phrase.isEmpty, profile.equivalents.forms(ofAcronym: text).isEmpty else { return nil }
    return .exactPhrase(phrase)
  }

  private func excludedQueries(_ excluded: [QueryExpression]) throws(CorpusError) -> [SearchQuery] {
    // What is excluded is no word to correct.
    var other = QueryLowering(profile, documents: documents)
    return try other.lower(excluded)
  }

  /// Nil when nothing but stop words is left.
  private mutating func lower(_ expression: QueryExpression) throws(CorpusError) -> SearchQuery? {
    switch expression {
    case .word(let text, let range): return word(text, range)
    case .phrase(let text, _): return phrase(text)
    case .prefix(let text, _): return prefix(text)
    case .fuzzy(let text, let edits, _): return .fuzzy(Folding.letters(of: text), distance: edits)
    case .filter(let filter): return .documents(try documents(filter))
    case .group(let required, let optional, let excluded): return try group(required, optional, excluded)
    }
  }

  private mutating func group(
    _ required: [QueryExpression], _ optional: [QueryExpression], _ excluded: [QueryExpression]
  ) throws(CorpusError) -> SearchQuery? {
    let required = Self.merged(try lower(required))
    let alternatives = Self.merged(try lower(optional) + neighbours(optional))
    let excluded = try excludedQueries(excluded)
    if required.isEmpty, alternatives.isEmpty {
      return excluded.isEmpty ? nil : .boolean(must: [.all], should: [], mustNot: excluded)
    }
    if required.isEmpty, excluded.isEmpty { return Self.any(alternatives) }
    return .boolean(must: required, should: alternatives, mustNot: excluded)
  }

  /// What was typed several times counts so often, and is looked for once.
  private static func merged(_ queries: [SearchQuery]) -> [SearchQuery] {
    guard queries.count > 1 else { return queries }
    var counts: [SearchQuery: Int] = [:]
    for query in queries { counts[query, default: 0] += 1 }
    guard counts.count < queries.count else { return queries }
    var merged: [SearchQuery] = []
    for query in queries {
      guard let count = counts.removeValue(forKey: query) else { continue }
      merged.append(count == 1 ? query : .weighted(query, Float(count)))
    }
    return merged
  }

  private mutating func lower(_ expressions: [QueryExpression]) throws(CorpusError) -> [SearchQuery] {
    var lowered: [SearchQuery] = []
    for expression in expressions {
      if let query = try lower(expression) { lowered.append(query) }
    }
    return lowered
  }

  /// What words next to each other stand for: names of several words, and compounds written apart.
  private func neighbours(_ expressions: [QueryExpression]) -> [SearchQuery] {
    let words = expressions.map { expression -> String? in
      if case .word(let text, _) = expression { text } else { nil }
    }
    guard words.count > 1 else { return [] }
    var found: [SearchQuery] = []
    for start in words.indices {
      guard let first = words[start] else { continue }
      let joins = profile.isCompoundPart(Folding.letters(of: first))
      let begins = profile.queryWord(first).parts.first.map { profile.equivalents.beginsName($0.term) } ?? false
      guard joins || begins else { continue }
      var name = first
      for end in words.indices.dropFirst(start + 1).prefix(profile.equivalents.longestName - 1) {
        guard let next = words[end] else { break }
        name += " " + next
        let analysis = profile.queryWord(name)
        if end == start + 1, let joined = analysis.joined { found.append(.term(joined)) }
        found += equivalents(analysis)
      }
    }
    return found
  }

  private mutating func word(_ text: String, _ range: Range<Int>) -> SearchQuery? {
    let analysis = profile.queryWord(text)
    guard let tree = Self.tree(analysis) else {
      // "EU" is no form of "avoir".
      let forms = trees(profile.equivalents.forms(ofAcronym: text))
      return forms.isEmpty ? nil : Self.any(forms)
    }
    if analysis.parts.count == 1 { words.append(TypedWord(text: text, term: analysis.parts[0].term, range: range)) }
    return Self.any([tree] + equivalents(analysis))
  }

  private mutating func phrase(_ text: String) -> SearchQuery? {
    let analysis = profile.queryWord(text)
    guard let tree = Self.tree(analysis) else { return nil }
    let phrase = profile.exactPhrase(text)
    return Self.any([phrase.needsText ? .exactPhrase(phrase) : tree] + equivalents(analysis))
  }

  /// A prefix may be longer than the stem of the intended word, in which case the stem is searched for too.
  private func prefix(_ text: String) -> SearchQuery? {
    let folded = Folding.letters(of: text)
    guard !folded.isEmpty else { return nil }
    let stem = profile.queryWord(text).parts.last?.term
    if let stem, stem != folded, stem.count >= 4 { return Self.any([.prefix(folded), .term(stem)]) }
    return .prefix(folded)
  }

  private func equivalents(_ name: QueryWord) -> [SearchQuery] {
    trees(profile.equivalents.forms(of: name))
  }

  /// Long forms of the lexicon are not looked up in the texts: what stands between their words hardly varies.
  private func trees(_ forms: [String]) -> [SearchQuery] {
    forms.compactMap { form in
      let analysis = profile.queryWord(form)
      let weight = analysis.parts.count > 1 ? Self.longFormWeight : Self.equivalentWeight
      return Self.tree(analysis).map { .weighted($0, weight) }
    }
  }

  private static func any(_ alternatives: [SearchQuery]) -> SearchQuery {
    alternatives.count == 1 ? alternatives[0] : .boolean(must: [], should: alternatives, mustNot: [])
  }

  /// One term, or the parts as a phrase, with the joined form if there is one.
  private static func tree(_ word: QueryWord) -> SearchQuery? {
    guard let first = word.parts.first else { return nil }
    guard word.parts.count > 1 else { return .term(first.term) }
    let phrase = SearchQuery.phrase(
      word.parts.map { PhraseSlot(term: $0.term, position: UInt32(clamping: $0.position - first.position)) })
    return word.joined.map { any([phrase, .term($0)]) } ?? phrase
  }
}
