/// The first letters of the words to look for in a text: most others can be passed over unread.
///
/// ```swift
/// let initials = WordInitials(of: [Array("otan".utf8), Array("japon".utf8)])
/// analyzer.analyze(text, wordsBeginningWith: initials, into: &tokens)
/// ```
public struct WordInitials: Hashable, Sendable {
  // A bit for each byte.
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// - Parameter terms: folded, as the index has them: stems, or the beginnings of terms.
  public init(of terms: some Sequence<[UInt8]>) {
    for term in terms {
      guard let first = term.first else { continue }
      insert(first)
      // "yeux" is indexed under the letter of "œil".
      for moved in FrenchWords.movedInitials where moved.term == first { insert(moved.word) }
    }
  }

  private mutating func insert(_ byte: UInt8) {
    guard byte < 128 else { return }
    if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
  }

  /// Whether a word that begins with the ASCII letter or digit `byte`, of either case, may be one of those looked for.
  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    let folded = byte | 0x20
    return (folded < 64 ? low : high) &>> UInt64(folded & 63) & 1 != 0
  }
}
