/// Tells which marks open and which close where other languages turn them round: `»Ja«`, `„Ja“`, `”Ja”`.
///
///     « Oui »      as French has them
///     »Ja«         the first stands right before a word, where none is open
///     „Ja“         a low mark is closed by what elsewhere opens
///     ”Ja”         both are what elsewhere closes
struct QuotationMarks {
  /// French marks that are open.
  private var depth = 0
  /// English marks that are open.
  private var englishDepth = 0
  private var isTurned = false
  private var isLow = false

  static func isDirected(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAB, 0xBB, 0x201C, 0x201D, 0x201E: true
    default: false
    }
  }

  /// What a mark is here; nil for one that has a direction of its own, or none.
  ///
  /// - Parameters:
  ///   - afterSpace: white space, or the start of a block, stands before it.
  ///   - leadsWord: a word follows at once.
  mutating func read(_ scalar: UInt32, afterSpace: Bool, leadsWord: Bool) -> UInt32? {
    switch scalar {
    case 0xAB where isTurned:
      isTurned = false
      return Punctuation.closeQuote
    case 0xAB: depth += 1
    case 0xBB where depth == 0 && !isTurned && afterSpace && leadsWord:
      isTurned = true
      return Punctuation.openQuote
    case 0xBB: depth = max(0, depth - 1)
    case 0x201E: isLow = true
    case 0x201C where isLow:
      isLow = false
      return Punctuation.closeQuote
    case 0x201C: englishDepth += 1
    case 0x201D where englishDepth == 0 && !isLow && afterSpace && leadsWord:
      englishDepth += 1
      return Punctuation.openQuote
    case 0x201D:
      englishDepth = max(0, englishDepth - 1)
      isLow = false
    default: break
    }
    return nil
  }
}
