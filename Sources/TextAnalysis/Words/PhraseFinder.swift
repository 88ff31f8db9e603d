/// Finds phrases in texts, word for word.
///
/// Reuse one finder for many texts, because it remembers every spelling it has seen.
public struct PhraseFinder: Sendable {
  /// The most occurrences that are counted.
  public static let greatestCount = 255
  /// How many places of a text are looked at.
  private static let maximumPlaces = 4096
  /// So many marks of punctuation may stand alone between the words.
  private static let margin = 4
  /// The longest run of bytes without a space, and the longest run of spaces; anything longer is truncated.
  private static let longestRun = 128
  private static let maximumMemory = 2 << 20

  private let profile: LanguageProfile
  private var analyzer: Analyzer
  private var anchors: [Token] = []
  private var tokens: [Token] = []

  public init(_ profile: LanguageProfile) {
    self.profile = profile
    analyzer = Analyzer(profile, keepingEveryWord: true)
  }

  /// How often a phrase occurs in a text; occurrences may overlap.
  public mutating func count(_ phrase: ExactPhrase, in text: RawSpan) -> Int { places(of: phrase, in: text).count }

  /// Where a phrase occurs in a text, in bytes and in order; occurrences may overlap.
  public mutating func places(of phrase: ExactPhrase, in text: RawSpan) -> [Range<Int>] {
    guard let anchor = Self.anchor(of: phrase) else { return [] }
    if analyzer.memory > Self.maximumMemory { analyzer.forget() }
    let words = phrase.terms.map { UInt32(clamping: analyzer.intern(term: $0)) }
    // Only places where the rarest word may stand are read.
    analyzer.analyze(text, wordsBeginningWith: WordInitials(terms: [phrase.terms[anchor]], profile), into: &anchors)
    var places: [Range<Int>] = []
    for token in anchors.lazy.filter({ $0.term == words[anchor] }).prefix(Self.maximumPlaces) {
      guard places.count < Self.greatestCount else { break }
      if let place = place(of: words, anchor, at: Int(token.offset), text) { places.append(place) }
    }
    return places
  }

  /// The word that most texts lack: the longest that is no stop word.
  private static func anchor(of phrase: ExactPhrase) -> Int? {
    func weight(_ word: [UInt8]) -> Int { word.first == Analyzer.stopMark ? word.count - 1 : word.count + 100 }
    return phrase.terms.indices.max { weight(phrase.terms[$0]) < weight(phrase.terms[$1]) }
  }

  /// Where the phrase stands whose anchor begins at `offset`; nil if it does not.
  private mutating func place(of words: [UInt32], _ anchor: Int, at offset: Int, _ text: RawSpan) -> Range<Int>? {
    let bytes = Span<UInt8>(_bytes: text)
    let start = Self.start(of: anchor + Self.margin, before: offset, bytes)
    let end = Self.end(of: words.count - anchor + Self.margin, after: offset, bytes)
    analyzer.analyze(text.extracting(start..<end), into: &tokens)
    let found = tokens.withoutJoinedForms
    guard let place = found.firstIndex(where: { Int($0.offset) + start == offset }), place >= anchor,
      found.count - (place - anchor) >= words.count
    else { return nil }
    let candidate = found[(place - anchor)..<(place - anchor + words.count)]
    guard zip(candidate, words).allSatisfy({ $0.term == $1 }), let first = candidate.first, let last = candidate.last
    else { return nil }
    return start + Int(first.offset)..<start + Int(last.offset) + Int(last.length)
  }

  /// Words are told apart from a space on. Past so many of them, backwards.
  private static func start(of runs: Int, before offset: Int, _ text: Span<UInt8>) -> Int {
    var start = offset
    let limit = max(0, offset - longestRun * (runs + 1))
    for _ in 0...runs {
      while start > limit, !ASCII.isSpace(text[start - 1]) { start -= 1 }
      while start > limit, ASCII.isSpace(text[start - 1]) { start -= 1 }
    }
    return start
  }

  private static func end(of runs: Int, after offset: Int, _ text: Span<UInt8>) -> Int {
    var end = offset
    let limit = min(text.count, offset + longestRun * (runs + 1))
    for _ in 0...runs {
      while end < limit, !ASCII.isSpace(text[end]) { end += 1 }
      while end < limit, ASCII.isSpace(text[end]) { end += 1 }
    }
    return end
  }
}
