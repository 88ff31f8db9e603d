/// The forms of the lexicon as a trie over words, in flat arrays: the node of a form's first word has the word's number.
struct LexiconTrie: Sendable {
  /// A form of an entry, cut into words.
  struct Form {
    /// In the words of all forms.
    let words: Range<Int>
    let entry: Int
    let category: LexiconCategory
    /// In the flags that the tokens of strict forms must have, one for each word; nil when any will do.
    let firstStrict: Int?
  }

  /// Words of a form.
  private static let longest = 32

  /// What a strict form compares.
  private static let checkedFlags: TextToken.Flags = [.capitalised, .allCaps, .accented]

  private struct Node: Sendable {
    /// In ``terminals``.
    var first: UInt32 = 0
    var count: UInt16 = 0
    var isLeaf = true
  }

  /// A form that ends at a node.
  private struct Terminal: Sendable {
    let entry: UInt32
    let category: LexiconCategory
    let isStrict: Bool
    /// In ``strict``, one for each word.
    let firstStrict: UInt32
  }

  /// A step from a node by a word; key 0 is a free place.
  private struct Edge: Sendable {
    var key: UInt64 = 0
    var node: UInt32 = 0
  }

  private var nodes: [Node]
  /// By node, the last of the lexicon first.
  private var terminals: [Terminal] = []
  private let strict: [TextToken.Flags]
  /// An open-addressing table: a power of two, at most half full.
  private var edges: [Edge] = []
  private var filter = HashFilter([])
  /// Matches that can begin at one token.
  private var most = 0
  /// What stands for a comma inside a form.
  static let comma = UInt8(ascii: ",")
  private let comma: WordID

  /// - Parameters:
  ///   - words: of all forms.
  ///   - strict: the flags of the words of strict forms.
  ///   - wordCount: of the vocabulary; every word of a form is below it.
  init(_ forms: [Form], words: [WordID], strict: [TextToken.Flags], wordCount: Int, comma: WordID) {
    self.comma = comma
    self.strict = strict.map { $0.intersection(Self.checkedFlags) }
    nodes = [Node](repeating: Node(), count: wordCount)
    var steps: [UInt64: UInt32] = [:]
    var ends: [Int] = []
    // Of the nodes after those of the words.
    var parents: [UInt32] = []
    for form in forms {
      precondition(form.words.count <= Self.longest, "lexicon: too long a form: entry \(form.entry)")
      var node = words[form.words.lowerBound].rawValue
      for word in words[form.words.dropFirst()] {
        let key = Self.key(node, word)
        nodes[Int(node)].isLeaf = false
        if let known = steps[key] {
          node = known
        } else {
          parents.append(node)
          node = UInt32(nodes.count)
          steps[key] = node
          nodes.append(Node())
        }
      }
      nodes[Int(node)].count += 1
      ends.append(Int(node))
    }
    // A node stands after the one that leads to it.
    var reached = nodes.map { Int($0.count) }
    for (number, parent) in parents.enumerated() { reached[wordCount + number] += reached[Int(parent)] }
    most = reached.max() ?? 0
    place(steps)
    place(forms, at: ends)
  }

  /// Lays out the forms by the nodes at which they end.
  private mutating func place(_ forms: [Form], at ends: [Int]) {
    var next: [Int] = []
    var total = 0
    for node in nodes.indices {
      nodes[node].first = UInt32(total)
      next.append(total)
      total += Int(nodes[node].count)
    }
    let free = Terminal(entry: 0, category: .dateMonth, isStrict: false, firstStrict: 0)
    terminals = [Terminal](repeating: free, count: total)
    for (form, node) in zip(forms, ends).reversed() {
      terminals[next[node]] = Terminal(
        entry: UInt32(form.entry), category: form.category, isStrict: form.firstStrict != nil,
        firstStrict: UInt32(form.firstStrict ?? 0))
      next[node] += 1
    }
  }

  private mutating func place(_ steps: [UInt64: UInt32]) {
    var size = 16
    while size < steps.count * 2 { size *= 2 }
    edges = [Edge](repeating: Edge(), count: size)
    filter = HashFilter(steps.keys.map(Self.hash))
    for (key, node) in steps {
      var place = Int(truncatingIfNeeded: Self.hash(key)) & (size - 1)
      while edges[place].key != 0 { place = (place + 1) & (size - 1) }
      edges[place] = Edge(key: key, node: node)
    }
  }

  @inline(__always)
  private static func key(_ node: UInt32, _ word: WordID) -> UInt64 { UInt64(node) << 32 | UInt64(word.rawValue) }

  @inline(__always)
  private static func hash(_ key: UInt64) -> UInt64 {
    let product = (key ^ key &>> 31) &* 0x9E37_79B9_7F4A_7C15
    return product ^ (product &>> 32)
  }

  @inline(__always)
  private func child(of node: Int, _ word: WordID) -> Int? {
    guard word != .unknown else { return nil }
    let key = Self.key(UInt32(truncatingIfNeeded: node), word)
    let hash = Self.hash(key)
    guard filter.mayHold(hash) else { return nil }
    var place = Int(truncatingIfNeeded: hash) & (edges.count &- 1)
    while true {
      let edge = edges[place]
      if edge.key == key { return Int(edge.node) }
      if edge.key == 0 { return nil }
      place = (place &+ 1) & (edges.count &- 1)
    }
  }

  /// See ``Lexicon/matches(_:in:into:at:)``.
  func matches(
    _ tokens: [TextToken], in range: Range<Int>, into matches: inout [LexiconMatch], at found: inout [TokenMatches]
  ) {
    var start = range.lowerBound
    while start < range.upperBound {
      if matches.capacity - matches.count < most { matches.reserveCapacity(matches.count * 2 + most) }
      let held = matches.count
      matches.append(addingCapacity: matches.capacity - held) { matches in
        found.append(addingCapacity: range.upperBound - start) { found in
          while start < range.upperBound, matches.freeCapacity >= most {
            let first = UInt32(truncatingIfNeeded: held + matches.count)
            let categories = self.matches(tokens, at: start, end: range.upperBound, into: &matches)
            found.append(TokenMatches(categories: categories, first: first))
            start += 1
          }
        }
      }
    }
  }

  /// Appends the matches that begin at a token, of which ``most`` have room, and gives back their categories.
  @inline(__always)
  private func matches(
    _ tokens: [TextToken], at start: Int, end: Int, into matches: inout OutputSpan<LexiconMatch>
  ) -> CategorySet {
    // The nodes that the words from the token on lead to.
    var path = InlineArray<32, Int>(repeating: 0)
    var found: CategorySet = []
    var depth = 0
    var next = tokens[start].word == .unknown ? nil : Int(tokens[start].word.rawValue)
    while let node = next {
      path[depth] = node
      depth += 1
      let isEnd = nodes[node].isLeaf || start + depth == end
      next = isEnd ? nil : child(of: node, word(tokens[start + depth]))
    }
    while depth > 0 {
      let run = start..<start + depth
      depth -= 1
      for number in terminals(of: path[depth]) {
        let terminal = terminals[number]
        if terminal.isStrict, !fits(terminal, tokens, run) { continue }
        matches.append(LexiconMatch(tokens: run, entry: Int(terminal.entry), category: terminal.category))
        found.insert(terminal.category)
      }
    }
    return found
  }

  @inline(__always)
  private func word(_ token: TextToken) -> WordID {
    token.kind == .punctuation && token.value == Punctuation.comma ? comma : token.word
  }

  @inline(__always)
  private func terminals(of node: Int) -> Range<Int> {
    let first = Int(nodes[node].first)
    return first..<first + Int(nodes[node].count)
  }

  private func fits(_ terminal: Terminal, _ tokens: [TextToken], _ range: Range<Int>) -> Bool {
    for (index, token) in range.enumerated() {
      let wanted = strict[Int(terminal.firstStrict) + index]
      let flags = tokens[token].flags.intersection(Self.checkedFlags)
      // Capitals are often written without their accents, and a name in a heading is in capitals.
      if flags.contains(.allCaps), wanted.contains(.capitalised) { continue }
      if flags != wanted { return false }
    }
    return true
  }

  func has(_ category: LexiconCategory, word: WordID) -> Bool {
    terminals(of: Int(word.rawValue)).contains { terminals[$0].category == category }
  }
}
