/// A pair of quotation marks, by their tokens.
struct QuotationPair {
  let open: Int
  let close: Int
  /// How many pairs hold it.
  let depth: Int

  var inside: Range<Int> { open + 1..<close }
}

/// Pairs quotation marks; pairs may be nested, straight marks open and close in turn.
///
///     quotation = open words close
///               | open words { blank-line open words } close     the mark is repeated where a paragraph begins
///               | open words { blank-line words } close          it is not
///
/// A mark that nothing closes is passed over, and so is one that stands for inches: `24"`.
struct QuotationPairReader {
  let text: AnnotatedText
  private static let deepest = 8
  /// Paragraphs, and tokens of them, that a quotation may go on for without a mark.
  private static let reach = (blocks: 6, tokens: 600)

  private static let marks = [Punctuation.openQuote, Punctuation.closeQuote, Punctuation.straightQuote]

  /// A mark that waits for the one that closes it.
  private struct Open {
    var french: [Int] = []
    var straight: Int?
  }

  /// By opening mark.
  func pairs() -> [QuotationPair] {
    var pairs: [QuotationPair] = []
    guard text.tokens.contains(where: { $0.kind == .punctuation && Self.marks.contains($0.value) }) else { return [] }
    let blocks = text.blocks.filter { $0.kind != .boilerplate && !$0.tokens.isEmpty }
    var open = Open()
    for number in blocks.indices {
      let first = pairs.count
      read(blocks[number].tokens, &open, into: &pairs)
      guard !open.french.isEmpty || open.straight != nil else { continue }
      if open.french.count + (open.straight == nil ? 0 : 1) == 1, goesOn(open, after: number, blocks) { continue }
      release(open, pairs: first, of: &pairs)
      open = Open()
    }
    return pairs.sorted { $0.open < $1.open }
  }

  private func read(_ block: Range<Int>, _ open: inout Open, into pairs: inout [QuotationPair]) {
    var tokens = block
    // The mark that is repeated.
    if let lost = open.french.first ?? open.straight, let first = tokens.first, repeats(first, lost) {
      tokens = tokens.dropFirst()
    }
    for token in tokens where text.tokens[token].kind == .punctuation {
      switch text.tokens[token].value {
      case Punctuation.openQuote: if open.french.count < Self.deepest { open.french.append(token) }
      case Punctuation.closeQuote:
        if let start = open.french.popLast(), start + 1 < token {
          pairs.append(QuotationPair(open: start, close: token, depth: open.french.count))
        }
      case Punctuation.straightQuote:
        if isInches(token, isOpen: open.straight != nil, block) { continue }
        guard let start = open.straight else {
          open.straight = token
          continue
        }
        if start + 1 < token { pairs.append(QuotationPair(open: start, close: token, depth: open.french.count)) }
        open.straight = nil
      default: break
      }
    }
  }

  private func repeats(_ token: Int, _ open: Int) -> Bool {
    text.tokens[token].kind == .punctuation && text.tokens[token].value == text.tokens[open].value
  }

  /// A mark that is never closed made its pairs look nested.
  private func release(_ open: Open, pairs first: Int, of pairs: inout [QuotationPair]) {
    guard let lost = open.french.first else { return }
    for index in first..<pairs.count where pairs[index].open > lost {
      let pair = pairs[index]
      pairs[index] = QuotationPair(open: pair.open, close: pair.close, depth: max(0, pair.depth - open.french.count))
    }
  }

  /// Whether the paragraphs after a block go on with the quotation that it leaves open.
  private func goesOn(_ open: Open, after number: Int, _ blocks: [TextBlock]) -> Bool {
    guard let mark = open.french.first ?? open.straight else { return false }
    var seen = 0
    for next in blocks[(number + 1)...].prefix(Self.reach.blocks) {
      guard next.kind == blocks[number].kind || next.kind == .listItem else { return false }
      if seen == 0, repeats(next.tokens.lowerBound, mark) {
        return closes(next.tokens.dropFirst().prefix(Self.reach.tokens), mark)
          ?? repeatsLater(mark, after: next, blocks[(number + 2)...])
      }
      let tokens = next.tokens.prefix(Self.reach.tokens - seen)
      if let closes = closes(tokens, mark) { return closes }
      seen += tokens.count
      if seen >= Self.reach.tokens { return false }
    }
    return false
  }

  /// A paragraph that repeats the mark and does not close it stands before one that repeats it again.
  private func repeatsLater(_ mark: Int, after block: TextBlock, _ rest: ArraySlice<TextBlock>) -> Bool {
    guard let next = rest.first(where: { $0.tokens.lowerBound >= block.tokens.upperBound }) else { return false }
    return repeats(next.tokens.lowerBound, mark) || closes(next.tokens.prefix(Self.reach.tokens), mark) == true
  }

  /// Whether the first mark of some tokens closes; nil without one.
  private func closes(_ tokens: Range<Int>, _ open: Int) -> Bool? {
    let isStraight = text.tokens[open].value == Punctuation.straightQuote
    var depth = 0
    for token in tokens where text.tokens[token].kind == .punctuation {
      switch text.tokens[token].value {
      case Punctuation.straightQuote where isStraight:
        return !opensWord(token)
      case Punctuation.openQuote where !isStraight:
        depth += 1
      case Punctuation.closeQuote where !isStraight:
        if depth == 0 { return true }
        depth -= 1
      default: break
      }
    }
    return depth > 0 ? false : nil
  }

  /// `"La mer`: a space before it, none behind.
  private func opensWord(_ token: Int) -> Bool {
    text.tokens[token].flags.contains(.afterSpace) && token + 1 < text.tokens.count
      && !text.tokens[token + 1].flags.contains(.afterSpace)
  }

  /// `24"`: right after a number, where no quotation is open, or one that a later mark closes.
  private func isInches(_ token: Int, isOpen: Bool, _ block: Range<Int>) -> Bool {
    guard token > block.lowerBound, text.tokens[token - 1].kind == .number,
      !text.tokens[token].flags.contains(.afterSpace)
    else { return false }
    guard isOpen else { return true }
    let rest = (token + 1..<block.upperBound).prefix(Self.reach.tokens)
    return rest.first { text.tokens[$0].kind == .punctuation && text.tokens[$0].value == Punctuation.straightQuote }
      .map { !opensWord($0) } ?? false
  }
}
