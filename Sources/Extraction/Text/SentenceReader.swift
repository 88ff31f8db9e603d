internal import EntenteTextAnalysis

/// Cuts the tokens of a block into sentences, where the splitter of the text foundation does.
struct SentenceReader {
  private var ranges: [Range<Int>] = []

  /// Appends the sentences of a block, which hold all of its tokens.
  ///
  /// - Parameters:
  ///   - block: where it stands in `bytes`; its lines are those of one paragraph.
  ///   - range: of its tokens.
  ///   - number: of the block.
  mutating func sentences(
    _ bytes: borrowing Span<UInt8>, in block: Range<Int>, _ tokens: [TextToken], in range: Range<Int>, number: Int,
    into sentences: inout [TextSentence]
  ) {
    unsafe SentenceSplitter.split(bytes.extracting(block).bytes, lineBreak: .joins, into: &ranges)
    var start = range.lowerBound
    for (place, sentence) in ranges.enumerated() where start < range.upperBound {
      var end = start
      if place == ranges.count - 1 {
        end = range.upperBound
      } else {
        let limit = block.lowerBound + sentence.upperBound
        while end < range.upperBound, Int(tokens[end].start) < limit { end += 1 }
      }
      guard start < end else { continue }
      let span = tokens[start].bytes.lowerBound..<tokens[end - 1].bytes.upperBound
      sentences.append(TextSentence(bytes: span, tokens: start..<end, block: number))
      start = end
    }
  }
}
