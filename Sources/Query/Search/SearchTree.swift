/// A query in terms of the index: stemmed terms, with weights.
indirect enum SearchTree: Hashable, Sendable {
  case term([UInt8])
  /// Terms at these distances from the first, with nothing asked of the places between.
  case phrase([PhraseTerm])
  /// Every term that begins so.
  case prefix([UInt8])
  /// Every term that is so many edits away at the most.
  case fuzzy([UInt8], edits: Int)
  /// The alternatives' scores add up.
  case any([SearchTree])
  /// Each of `required`, none of `excluded`; `optional` adds to the score.
  case group(required: [SearchTree], optional: [SearchTree], excluded: [SearchTree])
  case weighted(SearchTree, Float)

  struct PhraseTerm: Hashable, Sendable {
    var term: [UInt8]
    var position: Int
  }
}

extension SearchTree {
  /// What a document may match by, for highlights: everything but what is excluded.
  func collect(into targets: inout HighlightTargets) {
    switch self {
    case .term(let term): targets.terms.insert(term)
    case .phrase(let terms): for part in terms { targets.terms.insert(part.term) }
    case .prefix(let prefix): targets.prefixes.append(prefix)
    case .fuzzy(let word, let edits): targets.fuzzy.append((word, edits))
    case .any(let alternatives): for alternative in alternatives { alternative.collect(into: &targets) }
    case .group(let required, let optional, _):
      for node in required { node.collect(into: &targets) }
      for node in optional { node.collect(into: &targets) }
    case .weighted(let node, _): node.collect(into: &targets)
    }
  }
}

/// What to mark in a text.
struct HighlightTargets {
  var terms: Set<[UInt8]> = []
  var prefixes: [[UInt8]] = []
  var fuzzy: [(word: [UInt8], edits: Int)] = []

  var isEmpty: Bool { terms.isEmpty && prefixes.isEmpty && fuzzy.isEmpty }
}
