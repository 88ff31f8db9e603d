internal import EntenteSchema

/// Finds the sentence around a place, without reading the text before it.
enum SentenceBounds {
  /// Of a sentence to either side, in bytes.
  private static let limit = 2000

  /// From the mark that ends the sentence before to the one that ends this.
  static func sentence(around span: TextSpan, in text: [UInt8]) -> TextSpan {
    func ends(_ index: Int) -> Bool {
      text[index] == 0x0A
        || ([0x2E, 0x21, 0x3F].contains(text[index]) && index + 1 < text.count && text[index + 1] == 0x20)
    }
    var start = min(Int(span.offset), text.count)
    var end = start
    while start > 0, Int(span.offset) - start < limit, !ends(start - 1) { start -= 1 }
    while end < text.count, end - Int(span.offset) < limit, !ends(end) { end += 1 }
    return TextSpan(offset: UInt32(clamping: start), length: UInt32(clamping: end - start))
  }
}
