internal import EntenteSearchIndex
internal import EntenteTextAnalysis

/// The plan of a search: its words and names have been looked up, but nothing has been read yet.
struct SearchPlan {
  enum Wanted {
    /// The best first.
    case ranked(PreparedQuery)
    /// Negations and conditions alone, which say nothing of what is better: the latest first.
    case unranked(PreparedQuery)
    /// Filters alone: the latest first.
    case filtered(OrdinalSet)
    /// Stop words alone find nothing.
    case nothing
  }

  var wanted = Wanted.nothing
  /// Set for a query that is a question: its best hits are ranked once more.
  var question: Question?
  /// What to mark in the hits.
  var targets = HighlightTargets()
  /// Words that were typed and have terms, for spelling suggestions.
  var words: [TypedWord] = []

  /// Whether a word with `*` or `~` matches more words than are searched.
  var expansionIsCut: Bool {
    switch wanted {
    case .ranked(let query), .unranked(let query): query.expansionIsCut
    case .filtered, .nothing: false
    }
  }

  /// The phrases that must be looked up in texts.
  var textPhrases: [ExactPhrase] {
    switch wanted {
    case .ranked(let query), .unranked(let query): query.textPhrases
    case .filtered, .nothing: []
    }
  }
}

/// A word of a query, and the term that it is looked up by.
struct TypedWord {
  let text: String
  let term: [UInt8]
  /// In characters of the query.
  let range: Range<Int>
}
