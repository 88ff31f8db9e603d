/// A text as extraction sees it: UTF-8 bytes, cut into blocks, sentences and tokens, with every entry of the lexicon
/// that stands in it. Made once for each document; annotators only read it.
///
/// ## How to write an annotator
///
/// An annotator is a value that reads an ``AnnotatedText`` (and what annotators before it found) and returns an array:
///
///     struct SummitFinder {
///       let lexicon = Lexicon.standard
///       func summits(in text: AnnotatedText) -> [Range<Int>] {
///         text.matches(of: [.summit]).map { text.bytes(of: $0.tokens) }
///       }
///     }
///
/// 1. Vocabulary: add a case to ``LexiconCategory``, lines to a file in `Lexicon/` (grammar: ``LexiconFile``), and the
///    file to ``Lexicon/standard``. All matches of all categories are in ``matches``, by start, the longest first;
///    ``matches(at:)`` are those that begin at a token.
/// 2. Walk sentences and tokens by index. `tokens[i].word == lexicon.word("…")` compares single words: look the word up
///    once, in your initialiser. Flags tell capitals, elision, hyphens; ``TextToken`` says how text is cut.
/// 3. Give back spans of ``bytes``; ``source(_:)`` cuts the words out. Nothing is shown that is not a span.
/// 4. Ask ``categories``, those of a sentence or ``categories(at:)`` before looking further: most sentences have no word
///    of what you look for. ``matches(of:)`` does so.
/// 5. Stay linear: no String per token, no scan to the end of the text from each token. A look-around stops at its
///    sentence, or after a fixed number of tokens.
struct AnnotatedText: Sendable {
  /// Longer texts are cut here, so that every offset fits 32 bits.
  static let byteLimit = Int(Int32.max)

  /// What never changes, shared by all copies.
  final class Contents: Sendable {
    let bytes: [UInt8]
    let sentences: [TextSentence]
    let tokens: [TextToken]
    let matches: [LexiconMatch]
    /// By token, with one more for the end.
    let found: [TokenMatches]
    let categories: CategorySet
    /// Tokens that are punctuation.
    let marks: [UInt32]
    /// Tokens with a capital.
    let capitals: [UInt32]
    let lexicon: Lexicon

    init(
      bytes: [UInt8], sentences: [TextSentence], tokens: [TextToken], matches: [LexiconMatch], found: [TokenMatches],
      categories: CategorySet, marks: [UInt32], capitals: [UInt32], lexicon: Lexicon
    ) {
      self.bytes = bytes
      self.sentences = sentences
      self.tokens = tokens
      self.matches = matches
      self.found = found
      self.categories = categories
      self.marks = marks
      self.capitals = capitals
      self.lexicon = lexicon
    }

    /// See ``AnnotatedText/firstToken(of:in:)``.
    func firstToken(of categories: CategorySet, in tokens: Range<Int>) -> Int? {
      var token = max(tokens.lowerBound, 0)
      let end = min(tokens.upperBound, self.tokens.count)
      while token < end {
        if found[token].categories.intersects(categories) { return token }
        token += 1
      }
      return nil
    }
  }

  let contents: Contents
  private(set) var blocks: [TextBlock]

  var bytes: [UInt8] { contents.bytes }
  var sentences: [TextSentence] { contents.sentences }
  var tokens: [TextToken] { contents.tokens }
  var matches: [LexiconMatch] { contents.matches }
  var lexicon: Lexicon { contents.lexicon }
  /// Of all matches: what the text has none of need not be looked for.
  var categories: CategorySet { contents.categories }

  /// Where in ``matches`` those of a token begin, or of the end.
  @inline(__always)
  private func firstMatch(_ token: Int) -> Int { Int(contents.found[token].first) }

  init(_ text: String, lexicon: Lexicon = .standard) {
    self.init(bytes: Array(text.utf8), lexicon: lexicon)
  }

  init(bytes: [UInt8], lexicon: Lexicon = .standard) {
    let kept = bytes.count <= Self.byteLimit ? bytes : Array(bytes.prefix(Self.byteLimit))
    let span = kept.span
    var blocks = BlockReader().blocks(span)
    var sentences: [TextSentence] = []
    var tokens: [TextToken] = []
    var matches: [LexiconMatch] = []
    var found: [TokenMatches] = []
    // French has a token in five bytes.
    tokens.reserveCapacity(kept.count / 4)
    sentences.reserveCapacity(kept.count / 128 + 1)
    var tokenizer = Tokenizer(vocabulary: lexicon.vocabulary)
    var reader = SentenceReader()
    for number in blocks.indices {
      let firstToken = tokens.count
      let firstSentence = sentences.count
      tokenizer.tokenize(span, in: blocks[number].bytes, into: &tokens)
      reader.sentences(
        span, in: blocks[number].bytes, tokens, in: firstToken..<tokens.count, number: number, into: &sentences)
      blocks[number].tokens = firstToken..<tokens.count
      blocks[number].sentences = firstSentence..<sentences.count
    }
    // Three matches for a token.
    matches.reserveCapacity(tokens.count * 3 + 64)
    found.reserveCapacity(tokens.count + 1)
    for block in blocks { lexicon.matches(tokens, in: block.tokens, into: &matches, at: &found) }
    found.append(TokenMatches(categories: [], first: UInt32(truncatingIfNeeded: matches.count)))
    var marks: [UInt32] = []
    var capitals: [UInt32] = []
    marks.reserveCapacity(tokens.count / 4)
    capitals.reserveCapacity(tokens.count / 4)
    for number in tokens.indices {
      if tokens[number].kind == .punctuation {
        marks.append(UInt32(truncatingIfNeeded: number))
      } else if tokens[number].flags.contains(.capitalised) {
        capitals.append(UInt32(truncatingIfNeeded: number))
      }
    }
    var categories: CategorySet = []
    for number in sentences.indices {
      var own: CategorySet = []
      for token in sentences[number].tokens { own.formUnion(found[token].categories) }
      sentences[number].categories = own
      categories.formUnion(own)
    }
    self.blocks = blocks
    contents = Contents(
      bytes: kept, sentences: sentences, tokens: tokens, matches: matches, found: found,
      categories: categories, marks: marks, capitals: capitals, lexicon: lexicon)
  }

  /// Where some marks stand, by the values of their tokens, in order.
  func marks(_ values: [UInt32]) -> [Int] {
    contents.marks.lazy.map(Int.init).filter { values.contains(tokens[$0].value) }
  }

  /// The tokens that begin with a capital, in order.
  var capitals: some Sequence<Int> { contents.capitals.lazy.map { Int($0) } }

  /// The categories of the matches that begin at a token.
  @inline(__always)
  func categories(at token: Int) -> CategorySet {
    contents.found.indices.contains(token) ? contents.found[token].categories : []
  }

  /// The first token of a run at which a match of some categories begins.
  func firstToken(of categories: CategorySet, in tokens: Range<Int>) -> Int? {
    contents.firstToken(of: categories, in: tokens)
  }

  /// The lexicon matches that begin at a token, the longest first.
  func matches(at token: Int) -> ArraySlice<LexiconMatch> {
    guard tokens.indices.contains(token) else { return [] }
    return matches[firstMatch(token)..<firstMatch(token + 1)]
  }

  /// Where in ``matches`` those that begin at a token stand: for loops that would pay for a slice at each token.
  func matchNumbers(at token: Int) -> Range<Int> {
    guard tokens.indices.contains(token) else { return 0..<0 }
    return firstMatch(token)..<firstMatch(token + 1)
  }

  /// Where in ``matches`` those that begin in a run of tokens stand.
  func matchNumbers(in tokens: Range<Int>) -> Range<Int> {
    let known = tokens.clamped(to: self.tokens.indices)
    return firstMatch(known.lowerBound)..<firstMatch(known.upperBound)
  }

  /// The longest match of a category that begins at a token.
  ///
  /// Most tokens have none, which is told where it is asked.
  @inline(__always)
  func match(_ category: LexiconCategory, at token: Int) -> LexiconMatch? {
    categories(at: token).contains(category) ? longest(category, at: token) : nil
  }

  private func longest(_ category: LexiconCategory, at token: Int) -> LexiconMatch? {
    // By index: a slice would be counted for each token.
    var next = firstMatch(token)
    let end = firstMatch(token + 1)
    while next < end {
      if matches[next].category == category { return matches[next] }
      next += 1
    }
    return nil
  }

  /// The entry of a match.
  func entry(_ match: LexiconMatch) -> LexiconEntry { lexicon.entries[match.entry] }

  /// The first value of the entry of a match, without a copy of the entry.
  func kind(_ match: LexiconMatch) -> String { lexicon.kinds[match.entry] }

  /// Where a run of tokens stands in ``bytes``; empty for an empty run.
  func bytes(of tokens: Range<Int>) -> Range<Int> {
    guard let first = tokens.first, let last = tokens.last, self.tokens.indices.contains(last) else { return 0..<0 }
    return self.tokens[first].bytes.lowerBound..<self.tokens[last].bytes.upperBound
  }

  /// The words of a span, exactly as written.
  func source(_ bytes: Range<Int>) -> String {
    String(decoding: self.bytes[bytes.clamped(to: 0..<self.bytes.count)], as: UTF8.self)
  }

  /// The words of a run of tokens, exactly as written.
  func source(tokens: Range<Int>) -> String { source(bytes(of: tokens)) }

  /// The sentence of a token.
  func sentence(ofToken token: Int) -> Int? {
    partition(sentences.count) { sentences[$0].tokens.upperBound <= token }
  }

  /// The block of a token.
  func block(ofToken token: Int) -> Int? {
    sentence(ofToken: token).map { sentences[$0].block }
  }

  /// The first token that ends after a byte offset; nil past the last one.
  func token(atByte offset: Int) -> Int? {
    partition(tokens.count) { tokens[$0].bytes.upperBound <= offset }
  }

  /// The first index for which `isBefore` is false, by bisection; nil when there is none.
  private func partition(_ count: Int, _ isBefore: (Int) -> Bool) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low < count ? low : nil
  }

  /// Says what a block is, once the structure of the document is known.
  mutating func classify(block: Int, as kind: TextBlock.Kind) {
    blocks[block].kind = kind
  }
}
