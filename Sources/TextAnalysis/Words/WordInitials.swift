/// The first two letters of the words to search for in a text, so that most other words can be skipped unread.
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

  /// Creates the initials of words with these terms, folded and stemmed as in the index, or with a term that starts with one
  /// of `prefixes`.
  public init(
    terms: some Sequence<[UInt8]>, prefixes: some Sequence<[UInt8]> = [], _ profile: LanguageProfile = .french
  ) {
    let movedInitials = profile.rules.movedInitials
    for marked in terms {
      let term = marked.first == Analyzer.stopMark ? marked.dropFirst() : marked[...]
      insert(term.first, term.dropFirst().first ?? 0)
      // "yeux" is indexed under the letters of "œil".
      for moved in movedInitials where term.starts(with: moved.term) {
        insert(moved.word[0], moved.word[1])
      }
    }
    for prefix in prefixes {
      insert(prefix.first, prefix.count > 1 ? prefix[1] : nil)
      for moved in movedInitials where zip(moved.term, prefix).allSatisfy({ $0 == $1 }) {
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

  /// Whether the word at `start`, which begins with an ASCII letter or digit, may be one of those looked for.
  @inline(__always)
  func mayHold(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let first = text[start]
    let row = rows[Int(first & 31)]
    let second = start &+ 1 < end ? text[start &+ 1] : 0
    if ASCII.isWord(second) { return row &>> UInt32(second & 31) & 1 != 0 }
    // An apostrophe, a full stop, a hyphen or, between digits, a space may stand within a word.
    let isOpen =
      second >= 0x80 || second == 0x27 || second == UInt8(ascii: ".") || second == UInt8(ascii: "-")
      || ASCII.isDigit(first)
    return isOpen ? row != 0 : row & 1 != 0
  }

  /// The first place at which a word that is looked for may begin; nil if there is none.
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
    return bytes[place] >= 0x80 || mayHold(bytes, place, end)
  }
}
