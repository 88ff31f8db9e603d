/// Cuts the forms of a lexicon into words, and numbers these.
struct LexiconFormReader: ~Copyable {
  private var known = Vocabulary()
  private let comma: WordID
  // Of no words, so that the vocabulary is not copied each time it grows.
  private var tokenizer = Tokenizer(vocabulary: Vocabulary())
  private var tokens: [TextToken] = []
  /// Of all forms, one after another.
  private(set) var words: [WordID] = []
  private var strict: [TextToken.Flags] = []
  private var forms: [LexiconTrie.Form] = []

  init() {
    var folded = FoldedWord()
    folded.append(LexiconTrie.comma)
    comma = known.insert(folded)
  }

  /// Reads a form of an entry.
  ///
  /// - Returns: where its words stand in ``words``; empty for a form without words, which is left out.
  mutating func read(_ written: String, of entry: Int, _ category: LexiconCategory) -> Range<Int> {
    let utf8 = written.utf8
    let bytes = utf8.span
    let isStrict = !bytes.isEmpty && bytes[0] == UInt8(ascii: "=")
    tokens.removeAll(keepingCapacity: true)
    tokenizer.tokenize(bytes, in: (isStrict ? 1 : 0)..<bytes.count, into: &tokens)
    let (first, firstStrict) = (words.count, strict.count)
    for token in tokens {
      let isComma = token.kind == .punctuation && token.value == Punctuation.comma
      guard token.kind != .punctuation || isComma else { continue }
      var folded = FoldedWord()
      folded.append(folding: bytes, in: token.bytes)
      words.append(isComma ? comma : known.insert(folded))
      if isStrict { strict.append(token.flags) }
    }
    if first < words.count {
      forms.append(
        LexiconTrie.Form(
          words: first..<words.count, entry: entry, category: category, firstStrict: isStrict ? firstStrict : nil))
    }
    return first..<words.count
  }

  /// Takes back the form that was read last.
  mutating func removeLast() { forms.removeLast() }

  /// The words of all forms.
  func vocabulary() -> Vocabulary {
    var vocabulary = known
    vocabulary.seal()
    return vocabulary
  }

  func trie() -> LexiconTrie {
    LexiconTrie(forms, words: words, strict: strict, wordCount: known.count, comma: comma)
  }
}
