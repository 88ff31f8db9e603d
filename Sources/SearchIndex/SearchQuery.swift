public import EntenteTextAnalysis

/// A query in terms of the index.
///
/// ```swift
/// // +mer (exercice OR "défense commune") -chine
/// SearchQuery.boolean(
///   must: [.term(mer)], should: [.term(exercice), .phrase([(defens, 0), (commun, 1)])], mustNot: [.term(chine)])
/// ```
public indirect enum SearchQuery: Hashable, Sendable {
  case term([UInt8])
  /// Terms with this prefix: at most the `IndexReader.maximumExpansion` most frequent ones.
  case prefix([UInt8])
  /// Terms within an edit distance of 1 or 2, counting swaps of neighbours, up to the same number.
  case fuzzy([UInt8], distance: Int)
  /// Terms at fixed positions from each other. Whatever stands between them does not matter.
  case phrase([PhraseSlot])
  /// The words of a phrase and nothing between them, stop words included.
  case exactPhrase(ExactPhrase)
  /// Every one of `must`, none of `mustNot`; `should` adds to the score, and one of it is needed where `must` is empty.
  case boolean(must: [SearchQuery], should: [SearchQuery], mustNot: [SearchQuery])
  /// The score of the query is multiplied: words that were typed count more than words that a lexicon adds.
  case weighted(SearchQuery, Float)
  /// Documents that were found by other means; adds nothing to the score.
  case documents(OrdinalSet)
  case all
  case none
}

/// A term of a phrase, and its position relative to the start of the phrase.
public struct PhraseSlot: Hashable, Sendable {
  public var term: [UInt8]
  public var position: UInt32

  public init(term: [UInt8], position: UInt32) {
    self.term = term
    self.position = position
  }
}
