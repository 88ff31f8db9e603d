internal import EntenteTextAnalysis

/// The terms that a prefix or a fuzzy word matches, most frequent first.
struct TermExpansion {
  private(set) var entries: [TermEntry] = []
  /// Whether there are more of them.
  private(set) var isCut = false
  private let limit: Int
  /// A term that is in fewer documents is none of the most frequent.
  private var least = 0

  fileprivate init(limit: Int) { self.limit = max(limit, 1) }

  fileprivate mutating func add(_ entry: TermEntry) {
    if entry.documentFrequency < least {
      isCut = true
      return
    }
    entries.append(entry)
    // The cost of sorting is shared by many terms.
    if entries.count >= limit * 4 { cut() }
  }

  fileprivate mutating func cut() {
    entries.sort {
      $0.documentFrequency != $1.documentFrequency
        ? $0.documentFrequency > $1.documentFrequency : $0.term.lexicographicallyPrecedes($1.term)
    }
    guard entries.count > limit else { return }
    isCut = true
    entries.removeSubrange(limit...)
    least = entries.last?.documentFrequency ?? 0
  }
}

extension IndexReader {
  /// How many terms pass between two questions whether anybody still waits.
  private static let interval = 1024

  /// The terms that a prefix or a fuzzy word matches; none for another query.
  func expansion(of query: SearchQuery, _ isCancelled: () -> Bool) throws(IndexError) -> TermExpansion {
    switch query {
    case .prefix(let prefix): try expansion(ofPrefix: prefix, limit: Self.maximumExpansion, isCancelled)
    case .fuzzy(let word, let distance):
      try expansion(ofFuzzy: word, distance: distance, limit: Self.maximumExpansion, isCancelled)
    default: TermExpansion(limit: 0)
    }
  }

  func expansion(
    ofPrefix prefix: [UInt8], limit: Int, _ isCancelled: () -> Bool
  ) throws(IndexError) -> TermExpansion {
    try expansion(from: prefix, limit: limit, isCancelled) { _ in true }
  }

  func expansion(
    ofFuzzy word: [UInt8], distance: Int, limit: Int, _ isCancelled: () -> Bool
  ) throws(IndexError) -> TermExpansion {
    guard let first = word.first, word.count <= 64, distance >= 0 else { return TermExpansion(limit: limit) }
    let distance = min(distance, 2)
    return try expansion(from: [first], limit: limit, isCancelled) { EditDistance.isWithin(distance, word, $0) }
  }

  /// The most frequent of the terms that begin with `prefix` and that `isWanted`.
  private func expansion(
    from prefix: [UInt8], limit: Int, _ isCancelled: () -> Bool, where isWanted: ([UInt8]) -> Bool
  ) throws(IndexError) -> TermExpansion {
    var expansion = TermExpansion(limit: limit)
    var visited = 0
    try dictionary.visit(from: prefix) { entry in
      guard entry.term.starts(with: prefix) else { return false }
      if isWanted(entry.term) { expansion.add(entry) }
      visited += 1
      return !visited.isMultiple(of: Self.interval) || !isCancelled()
    }
    expansion.cut()
    return expansion
  }
}
