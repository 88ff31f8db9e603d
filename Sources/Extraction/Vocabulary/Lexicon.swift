/// Every word and phrase that extraction knows, compiled once: a trie over words, so that a text is matched against
/// all entries in one pass whose cost does not depend on how many there are.
struct Lexicon: Sendable {
  /// The lexicon of the module's data files.
  static let standard = Lexicon(files: [
    EmbeddedText.text,
    EmbeddedText.dates,
    EmbeddedText.kinds,
    EmbeddedText.programme,
    EmbeddedText.goals,
    EmbeddedText.events,
    EmbeddedText.evidence,
    EmbeddedText.countries,
    EmbeddedText.regions,
    EmbeddedText.cities,
    EmbeddedText.organisations,
    EmbeddedText.organisationHeads,
    EmbeddedText.roles,
    EmbeddedText.givenNames,
    EmbeddedText.quotations,
  ])

  let entries: [LexiconEntry]
  private(set) var vocabulary = Vocabulary()
  private var nodes: [Node] = [Node()]
  /// The node of each word that begins a form; 0 for the others.
  private var roots: [Int32] = []
  /// From a node and a word to the next node.
  private var edges: [UInt64: Int32] = [:]

  private struct Node: Sendable {
    var terminals: [Terminal] = []
    var isLeaf = true
  }

  /// A form that ends at a node.
  private struct Terminal: Sendable {
    let entry: Int
    /// The flags that each token must have, of ``checkedFlags``; empty when any will do.
    let strict: [TextToken.Flags]
  }

  /// What a strict form compares.
  private static let checkedFlags: TextToken.Flags = [.capitalised, .allCaps, .accented]

  init(files: [String]) {
    entries = files.flatMap(LexiconFile.entries)
    for (number, entry) in entries.enumerated() {
      for form in entry.forms { insert(form, entry: number) }
    }
  }

  private mutating func insert(_ written: String, entry: Int) {
    let isStrict = written.hasPrefix("=")
    let bytes = Array((isStrict ? written.dropFirst() : written[...]).utf8)
    var tokenizer = Tokenizer(vocabulary: vocabulary)
    var tokens: [TextToken] = []
    var words: [[UInt8]] = []
    let span = bytes.span
    tokenizer.tokenize(span, in: 0..<bytes.count, into: &tokens)
    for token in tokens where token.kind != .punctuation { words.append(tokenizer.fold(token, of: span)) }
    tokens.removeAll { $0.kind == .punctuation }
    guard !words.isEmpty else { return }
    var node: Int32 = 0
    for (index, word) in words.enumerated() {
      let id = vocabulary.insert(word)
      node = index == 0 ? root(id) : child(of: node, id)
    }
    let strict = isStrict ? tokens.map { $0.flags.intersection(Self.checkedFlags) } : []
    nodes[Int(node)].terminals.append(Terminal(entry: entry, strict: strict))
  }

  private mutating func root(_ word: WordID) -> Int32 {
    let index = Int(word.rawValue)
    while roots.count <= index { roots.append(0) }
    if roots[index] == 0 {
      roots[index] = Int32(nodes.count)
      nodes.append(Node())
    }
    return roots[index]
  }

  private mutating func child(of node: Int32, _ word: WordID) -> Int32 {
    let key = Self.key(node, word)
    if let next = edges[key] { return next }
    let next = Int32(nodes.count)
    nodes.append(Node())
    nodes[Int(node)].isLeaf = false
    edges[key] = next
    return next
  }

  @inline(__always)
  private static func key(_ node: Int32, _ word: WordID) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(word.rawValue)
  }

  /// The entries that stand in `tokens[range]`, by start, the longest first. Punctuation ends a phrase.
  func matches(_ tokens: [TextToken], in range: Range<Int>, into matches: inout [LexiconMatch]) {
    for start in range {
      let word = tokens[start].word
      guard word != .unknown, Int(word.rawValue) < roots.count else { continue }
      var node = roots[Int(word.rawValue)]
      guard node != 0 else { continue }
      let first = matches.count
      var end = start + 1
      while true {
        for terminal in nodes[Int(node)].terminals where Self.fits(terminal, tokens, at: start) {
          matches.append(
            LexiconMatch(tokens: start..<end, entry: terminal.entry, category: entries[terminal.entry].category))
        }
        guard !nodes[Int(node)].isLeaf, end < range.upperBound, tokens[end].word != .unknown,
          let next = edges[Self.key(node, tokens[end].word)]
        else { break }
        node = next
        end += 1
      }
      if matches.count > first + 1 { matches[first...].reverse() }
    }
  }

  private static func fits(_ terminal: Terminal, _ tokens: [TextToken], at start: Int) -> Bool {
    for (index, flags) in terminal.strict.enumerated() {
      var found = tokens[start + index].flags.intersection(checkedFlags)
      // Capitals are often written without their accents, and a name in a heading is in capitals.
      if found.contains(.allCaps), flags.contains(.capitalised) { found = flags }
      if found.symmetricDifference(flags).isEmpty == false { return false }
    }
    return true
  }

  /// The categories of the forms that are this word alone.
  func singleWordCategories(_ word: WordID) -> [LexiconCategory] {
    guard word != .unknown, Int(word.rawValue) < roots.count else { return [] }
    return nodes[Int(roots[Int(word.rawValue)])].terminals.map { entries[$0.entry].category }
  }

  /// The number of a word, for code that asks for single words: `lexicon.word("déclaré")`. Unknown when no entry uses it.
  func word(_ text: String) -> WordID {
    var tokenizer = Tokenizer(vocabulary: vocabulary)
    var tokens: [TextToken] = []
    let bytes = Array(text.utf8)
    tokenizer.tokenize(bytes.span, in: 0..<bytes.count, into: &tokens)
    return tokens.first?.word ?? .unknown
  }
}
