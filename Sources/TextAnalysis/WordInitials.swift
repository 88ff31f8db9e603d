/// The first two letters of the words to look for in a text: most others can be passed over unread.
///
/// ```swift
/// let initials = WordInitials(terms: [Array("otan".utf8)], prefixes: [Array("cyber".utf8)])
/// analyzer.analyze(text, wordsBeginningWith: initials, into: &tokens)
/// ```
public struct WordInitials: Hashable, Sendable {
  /// By the first letter, a bit for each second one; letters and digits by their five lowest bits, and 0 for none.
  private var rows = [UInt32](repeating: 0, count: 32)

  /// Words of these terms, folded and stemmed as the index has them, and words whose terms begin with one of `prefixes`.
  public init(terms: some Sequence<[UInt8]>, prefixes: some Sequence<[UInt8]> = []) {
    for term in terms {
      insert(term.first, term.count > 1 ? term[1] : 0)
      // "yeux" is indexed under the letters of "œil".
      for moved in FrenchWords.movedInitials where term.starts(with: moved.term) {
        insert(moved.word[0], moved.word[1])
      }
    }
    for prefix in prefixes {
      insert(prefix.first, prefix.count > 1 ? prefix[1] : nil)
      for moved in FrenchWords.movedInitials where zip(moved.term, prefix).allSatisfy({ $0 == $1 }) {
        insert(moved.word[0], moved.word[1])
      }
    }
  }

  private mutating func insert(_ first: UInt8?, _ second: UInt8?) {
    guard let first, first < 0x80 else { return }
    // What follows in another script is not told apart.
    rows[Int(first & 31)] |= second.map { $0 < 0x80 ? 1 << UInt32($0 & 31) : .max } ?? .max
  }

  /// Whether a word that begins with two ASCII letters or digits, of either case, may be one of those looked for.
  ///
  /// - Parameter second: 0 where the word is but one letter long; other values from 0x80 on stand for any.
  @inline(__always)
  func contains(_ first: UInt8, _ second: UInt8) -> Bool {
    let row = rows[Int(first & 31)]
    return second < 0x80 ? row &>> UInt32(second & 31) & 1 != 0 : row != 0
  }
}
