internal import EntenteTextAnalysis

/// Endings of words, of eight bytes or fewer, each compared as one number.
struct WordEndings: Sendable {
  private let endings: [(bytes: UInt64, mask: UInt64)]

  init(_ endings: [String]) {
    self.endings = endings.map { ending in
      precondition(ending.utf8.count <= 8, "too long an ending: \(ending)")
      return (Self.packed(Array(ending.utf8)[...]), Self.packed(ending.utf8.map { _ in 0xFF }[...]))
    }
  }

  /// Whether the word that stands at `word` in a text ends with one of them.
  func contains(endOf word: Range<Int>, in text: Span<UInt8>) -> Bool {
    let count = min(word.count, 8)
    let bytes = text.eightBytes(word.upperBound - count, upTo: word.upperBound)
    let last = bytes.byteSwapped &>> UInt64(truncatingIfNeeded: (8 - count) * 8)
    return endings.contains { last & $0.mask == $0.bytes }
  }

  /// The last byte lowest.
  private static func packed(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
}
