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
  let vocabulary: Vocabulary
  private let trie: LexiconTrie

  init(files: [String]) {
    let entries = files.flatMap(LexiconFile.entries)
    var vocabulary = Vocabulary()
    // Of no words, so that the vocabulary is not copied each time it grows.
    var tokenizer = Tokenizer(vocabulary: Vocabulary())
    var forms: [LexiconTrie.Form] = []
    var stated: [LexiconCategory: Set<[WordID]>] = [:]
    var folded = FoldedWord()
    folded.append(LexiconTrie.comma)
    let comma = vocabulary.insert(folded)
    for (number, entry) in entries.enumerated() {
      for written in entry.forms.flatMap({ Self.verb($0) ?? [$0] }) {
        guard let form = Self.form(written, of: number, entry.category, &tokenizer, &vocabulary) else { continue }
        forms.append(form)
        if entry.category.hasBothNumbers { stated[entry.category, default: []].insert(form.words) }
      }
    }
    // What a file states stands before what the rules make of it.
    for (number, entry) in entries.enumerated() where entry.category.hasBothNumbers {
      for written in entry.forms where !written.hasPrefix("=") && !written.hasSuffix("+") {
        guard let other = Inflection.otherNumber(written),
          let form = Self.form(other, of: number, entry.category, &tokenizer, &vocabulary),
          stated[entry.category]?.contains(form.words) != true
        else { continue }
        forms.append(form)
      }
    }
    vocabulary.seal()
    self.entries = entries
    self.vocabulary = vocabulary
    trie = LexiconTrie(forms, wordCount: vocabulary.count, comma: comma)
  }

  /// The forms of a verb: `renforcer+`. Nil for a form that stands for itself.
  private static func verb(_ form: String) -> [String]? {
    form.hasSuffix("+") ? Inflection.verb(String(form.dropLast())) : nil
  }

  private static func form(
    _ written: String, of entry: Int, _ category: LexiconCategory, _ tokenizer: inout Tokenizer,
    _ vocabulary: inout Vocabulary
  ) -> LexiconTrie.Form? {
    let isStrict = written.hasPrefix("=")
    let bytes = Array((isStrict ? written.dropFirst() : written[...]).utf8)
    var tokens: [TextToken] = []
    let span = bytes.span
    tokenizer.tokenize(span, in: 0..<bytes.count, into: &tokens)
    tokens.removeAll { $0.kind == .punctuation && $0.value != Punctuation.comma }
    var words: [WordID] = []
    for token in tokens {
      var folded = FoldedWord()
      folded.append(folding: span, in: token.bytes)
      if token.kind == .punctuation { folded.append(LexiconTrie.comma) }
      words.append(vocabulary.insert(folded))
    }
    guard !words.isEmpty else { return nil }
    return LexiconTrie.Form(words: words, entry: entry, category: category, strict: isStrict ? tokens.map(\.flags) : [])
  }

  /// The entries that stand in `tokens[range]`, by start, the longest first. Punctuation ends a phrase, but for a
  /// comma of its form.
  ///
  /// - Parameters:
  ///   - starts: for each token, where its matches begin in `matches`.
  ///   - categories: for each token, those of its matches.
  func matches(
    _ tokens: [TextToken], in range: Range<Int>, into matches: inout [LexiconMatch], starts: inout [UInt32],
    categories: inout [CategorySet]
  ) {
    trie.matches(tokens, in: range, into: &matches, starts: &starts, categories: &categories)
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
