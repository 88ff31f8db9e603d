/// Every word and phrase that extraction knows, compiled once: a trie over words, so that a text is matched against
/// all entries in one pass whose cost does not depend on how many there are.
final class Lexicon: Sendable {
  /// The lexicon of the module's data files.
  static let standard = Lexicon(files: [
    EmbeddedText.dates,
    EmbeddedText.kinds,
    EmbeddedText.programme,
    EmbeddedText.goals,
    EmbeddedText.events,
    EmbeddedText.evidence,
    EmbeddedText.countries,
    EmbeddedText.regions,
    EmbeddedText.cities,
    EmbeddedText.gazetteer,
    EmbeddedText.organisations,
    EmbeddedText.organisationHeads,
    EmbeddedText.roles,
    EmbeddedText.givenNames,
    EmbeddedText.quotations,
  ])

  let entries: [LexiconEntry]
  /// By entry: its first value, for questions that are asked at most tokens and would copy the entry.
  let kinds: [String]
  let vocabulary: Vocabulary
  private let trie: LexiconTrie

  init(files: [String]) {
    let entries = files.flatMap(LexiconFile.entries)
    var reader = LexiconFormReader()
    var stated: [LexiconCategory: Set<[WordID]>] = [:]
    for (number, entry) in entries.enumerated() {
      for form in entry.forms.lazy.flatMap(Self.forms) {
        let words = reader.read(form, of: number, entry.category)
        guard entry.category.hasBothNumbers, !words.isEmpty else { continue }
        stated[entry.category, default: []].insert(Array(reader.words[words]))
      }
    }
    // What a file states stands before what the rules make of it.
    for (number, entry) in entries.enumerated() where entry.category.hasBothNumbers {
      for written in entry.forms where !written.hasPrefix("=") && !written.hasSuffix("+") {
        guard let other = Inflection.otherNumber(written) else { continue }
        let words = reader.read(other, of: number, entry.category)
        if stated[entry.category]?.contains(Array(reader.words[words])) ?? false { reader.removeLast() }
      }
    }
    self.entries = entries
    kinds = entries.map { $0.value(0) }
    vocabulary = reader.vocabulary()
    trie = reader.trie()
  }

  /// A form, or those of a verb: `renforcer+`.
  private static func forms(_ written: String) -> [String] {
    written.utf8.last == UInt8(ascii: "+") ? Inflection.verb(String(written.dropLast())) : [written]
  }

  /// The entries that stand in `tokens[range]`, by start, the longest first. Punctuation ends a phrase, but for a
  /// comma of its form.
  ///
  /// - Parameter found: what begins at each token, appended in order.
  func matches(
    _ tokens: [TextToken], in range: Range<Int>, into matches: inout [LexiconMatch], at found: inout [TokenMatches]
  ) {
    trie.matches(tokens, in: range, into: &matches, at: &found)
  }

  /// The entries of a category, in the order of the files.
  func entries(of category: LexiconCategory) -> [LexiconEntry] {
    // By index: an entry is not copied to be asked for its category.
    entries.indices.filter { entries[$0].category == category }.map { entries[$0] }
  }

  /// Whether a form of a category is this word alone, however it is written.
  func has(_ category: LexiconCategory, word: WordID) -> Bool { trie.has(category, word: word) }

  /// The number of a word, for code that asks for single words: `lexicon.word("déclaré")`. Unknown when no entry uses it.
  func word(_ text: String) -> WordID {
    var tokenizer = Tokenizer(vocabulary: vocabulary)
    var tokens: [TextToken] = []
    let bytes = Array(text.utf8)
    tokenizer.tokenize(bytes.span, in: 0..<bytes.count, into: &tokens)
    return tokens.first?.word ?? .unknown
  }
}
