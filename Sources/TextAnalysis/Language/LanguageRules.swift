/// What the analyser knows of the words of a language. All words are folded.
final class LanguageRules: Sendable {
  /// Words that are not indexed with their positions, and their numbers, in byte order.
  let stopWords: [[UInt8]: UInt8]
  /// Words that lose their vowel before another, and stand before an apostrophe.
  let elisions: Set<[UInt8]>
  /// Words with a term of their own.
  let keptWords: [[UInt8]: [UInt8]]
  /// For words that start with different letters from their term: the first two letters of both.
  let movedInitials: Set<MovedInitials>
  /// First parts of compounds, and whether a space may stand for the hyphen.
  let compoundParts: [[UInt8]: Bool]
  /// Cuts the endings off a word of four letters or more, in place.
  let stem: @Sendable (inout [UInt8]) -> Void

  /// Two letters that begin a word, and those that begin its term.
  struct MovedInitials: Hashable {
    let word, term: [UInt8]
  }

  init(
    stopWords: Set<[UInt8]> = [], elisions: Set<[UInt8]> = [], keptWords: [[UInt8]: [UInt8]] = [:],
    compoundParts: [[UInt8]: Bool] = [:], stem: @escaping @Sendable (inout [UInt8]) -> Void = { _ in }
  ) {
    let sorted = stopWords.sorted { $0.lexicographicallyPrecedes($1) }.prefix(StopWordSet.capacity)
    self.stopWords = Dictionary(
      zip(sorted, (0...UInt8.max).lazy), uniquingKeysWith: { first, _ in first })
    self.elisions = elisions
    self.keptWords = keptWords
    self.compoundParts = compoundParts
    self.stem = stem
    movedInitials = Set(
      keptWords.compactMap { word, term in
        let (first, kept) = (Array(word.prefix(2)), Array(term.prefix(2)))
        return first.count == 2 && first != kept ? MovedInitials(word: first, term: kept) : nil
      })
  }

  static let neutral = LanguageRules()
}
