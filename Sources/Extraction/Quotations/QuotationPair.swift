/// A pair of quotation marks, by their tokens.
struct QuotationPair {
  let open: Int
  /// The mark that closes it, or the end of the paragraph when the next paragraph goes on with a mark of its own.
  let close: Int
  /// How many pairs hold it.
  let depth: Int
  /// The words go on in the next paragraph.
  let isContinued: Bool

  var inside: Range<Int> { open + 1..<close }
}

/// Pairs quotation marks within paragraphs; pairs may be nested, straight marks open and close in turn.
///
/// A paragraph that ends inside a quotation, before one that begins with a mark again, holds words of the same speaker.
struct QuotationPairReader {
  let text: AnnotatedText
  private static let deepest = 8

  private static let marks = [Punctuation.openQuote, Punctuation.closeQuote, Punctuation.straightQuote]

  /// By opening mark.
  func pairs() -> [QuotationPair] {
    var pairs: [QuotationPair] = []
    guard text.tokens.contains(where: { $0.kind == .punctuation && Self.marks.contains($0.value) }) else { return [] }
    let blocks = text.blocks.filter { $0.kind != .boilerplate && !$0.tokens.isEmpty }
    for (number, block) in blocks.enumerated() {
      let next = number + 1 < blocks.count ? blocks[number + 1].tokens.lowerBound : nil
      read(block.tokens, next: next, into: &pairs)
    }
    return pairs.sorted { $0.open < $1.open }
  }

  private func read(_ block: Range<Int>, next: Int?, into pairs: inout [QuotationPair]) {
    let first = pairs.count
    var open: [Int] = []
    var straight: Int?
    for token in block where text.tokens[token].kind == .punctuation {
      switch text.tokens[token].value {
      case Punctuation.openQuote: if open.count < Self.deepest { open.append(token) }
      case Punctuation.closeQuote:
        if let start = open.popLast(), start + 1 < token {
          pairs.append(QuotationPair(open: start, close: token, depth: open.count, isContinued: false))
        }
      case Punctuation.straightQuote:
        guard let start = straight else {
          straight = token
          continue
        }
        if start + 1 < token {
          pairs.append(QuotationPair(open: start, close: token, depth: open.count, isContinued: false))
        }
        straight = nil
      default: break
      }
    }
    if let lost = open.first {
      // A mark that is never closed made its pairs look nested.
      for index in first..<pairs.count where pairs[index].open > lost {
        let pair = pairs[index]
        pairs[index] = QuotationPair(
          open: pair.open, close: pair.close, depth: max(0, pair.depth - open.count), isContinued: false)
      }
    }
    guard let lost = open.last ?? straight, lost + 1 < block.upperBound, let next,
      text.tokens[next].kind == .punctuation, text.tokens[next].value == text.tokens[lost].value,
      pairs.last.map({ $0.close <= lost }) ?? true
    else { return }
    pairs.append(QuotationPair(open: lost, close: block.upperBound, depth: 0, isContinued: true))
  }
}
