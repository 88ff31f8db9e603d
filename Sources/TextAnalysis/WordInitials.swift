/// The first two letters of the words to look for in a text: most others can be passed over unread.
///
/// ```swift
/// let initials = WordInitials(terms: [Array("otan".utf8)], prefixes: [Array("cyber".utf8)])
/// analyzer.analyze(text, wordsBeginningWith: initials, into: &tokens)
/// ```
public struct WordInitials: Hashable, Sendable {
  /// By the first letter, a bit for each second one; letters and digits by their five lowest bits, and 0 for none.
  private var rows = [UInt32](repeating: 0, count: 32)
  /// The numbers of the rows that have a bit.
  private var letters: [UInt8] = []

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
    if !letters.contains(first & 31) { letters.append(first & 31) }
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

  /// The first place at which a word that is looked for may begin; nil where there is none.
  ///
  /// Letters beyond ASCII are not told apart, and where one precedes, a word may or may not begin.
  @inline(__always)
  func candidate(in text: RawSpan, from start: Int, to end: Int) -> Int? {
    var index = start
    while index < end {
      let place = ByteScan.first(in: text, from: index, to: end, where: mayBegin)
      guard place < end else { return nil }
      if isCandidate(text, place, end) { return place }
      index = place &+ 1
    }
    return nil
  }

  /// Where a letter or digit of those looked for, or any beyond ASCII, follows something else.
  @inline(__always)
  private func mayBegin(_ bytes: ByteScan.Bytes, _ previous: ByteScan.Bytes, _ beforeThat: ByteScan.Bytes)
    -> ByteScan.Mask
  {
    let all = ByteScan.all
    let initials = bytes & all(31)
    let isWanted = letters.reduce(bytes .>= all(0xC3)) { $0 .| (initials .== all($1)) }
    // The second byte of é and the like: a letter, unless of × and ÷.
    let isLatin =
      (beforeThat .== all(0xC3)) .& (previous .>= all(0x80)) .& (previous .!= all(0x97)) .& (previous .!= all(0xB7))
    let isInside = Self.isWord(previous) .| isLatin
    let isLetter = Self.isWord(bytes) .| (bytes .>= all(0xC3))
    // Ideographs are words without anything between them.
    let beginsWord = isWanted .& isLetter .& .!isInside
    return beginsWord .| (bytes .>= all(0xE3))
  }

  @inline(__always)
  private static func isWord(_ bytes: ByteScan.Bytes) -> ByteScan.Mask {
    let all = ByteScan.all
    return ((bytes | all(0x20)) &- all(0x61) .< all(26)) .| (bytes &- all(0x30) .< all(10))
  }

  /// Looks at the second letter too.
  @inline(__always)
  private func isCandidate(_ text: RawSpan, _ place: Int, _ end: Int) -> Bool {
    let bytes = Span<UInt8>(_bytes: text)
    let first = bytes[place]
    guard first < 0x80 else { return true }
    let second = place &+ 1 < end ? bytes[place &+ 1] : 0x20
    // An apostrophe or a full stop may stand within a word.
    let isOpen = second >= 0x80 || second == 0x27 || second == UInt8(ascii: ".")
    return contains(first, isOpen ? 0x80 : ASCII.isWord(second) ? second : 0)
  }
}
