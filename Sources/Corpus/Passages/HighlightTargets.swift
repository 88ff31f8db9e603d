internal import EntenteSearchIndex
internal import EntenteTextAnalysis

/// What to mark in a text: all that a document may match a query by.
struct HighlightTargets {
  private(set) var terms: Set<[UInt8]> = []
  private(set) var prefixes: [[UInt8]] = []
  private(set) var fuzzy: [(word: [UInt8], edits: Int)] = []
  /// The phrases that consist only of stop words, whose positions the index does not have.
  private(set) var phrases: [ExactPhrase] = []

  init() {}

  init(_ query: SearchQuery) { collect(query) }

  var isEmpty: Bool { terms.isEmpty && prefixes.isEmpty && fuzzy.isEmpty && phrases.isEmpty }

  /// The first letters of all words that may match. A fuzzy word has the same first letter as its matches.
  func initials(_ profile: LanguageProfile) -> WordInitials {
    WordInitials(terms: terms, prefixes: prefixes + fuzzy.map { Array($0.word.prefix(1)) }, profile)
  }

  private mutating func collect(_ query: SearchQuery) {
    switch query {
    case .term(let term): terms.insert(term)
    case .phrase(let slots): for slot in slots { terms.insert(slot.term) }
    case .exactPhrase(let phrase):
      for slot in phrase.slots { terms.insert(slot.term) }
      if phrase.slots.isEmpty { phrases.append(phrase) }
    case .prefix(let prefix): prefixes.append(prefix)
    case .fuzzy(let word, let edits): fuzzy.append((word, edits))
    case .weighted(let inner, _): collect(inner)
    case .boolean(let must, let should, _): for inner in must + should { collect(inner) }
    case .documents, .all, .none: break
    }
  }
}
