internal import EntenteTextAnalysis

/// What tells whether two texts share passages: the least hash of its runs of words, in each of 16 classes of hashes.
///
/// Texts that share a fraction of their runs agree in about that fraction of the classes: Broder, "On the resemblance
/// and containment of documents" (1997), with one hash for all classes as Li, Owen and Zhang do, "One Permutation
/// Hashing" (2012).
struct TextSketch: Sendable {
  static let classes = 16
  /// Words in a run: few enough that a paragraph with changed numbers still shares some, many enough that texts which
  /// share one copy a passage and not a phrase.
  private static let runLength = 14
  /// The value of a class without runs.
  static let none = UInt32.max

  private(set) var least = SIMD16<UInt32>(repeating: TextSketch.none)

  init(_ text: String) {
    var text = text
    text.makeContiguousUTF8()
    let bytes = text.utf8.span
    var runs = WordRuns(length: Self.runLength)
    var index = 0
    while index < bytes.count {
      let end = bytes.endOfWord(from: index)
      if end > index, let hash = runs.add(WordRuns.hash(bytes, index..<end)) { keep(hash) }
      index = end &+ 1
    }
  }

  private mutating func keep(_ hash: UInt64) {
    let place = Int(hash % UInt64(Self.classes))
    least[place] = min(least[place], UInt32(truncatingIfNeeded: hash >> 32))
  }
}

/// Hashes of the last few words, rolled on from word to word as Karp and Rabin do.
private struct WordRuns {
  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

  private var words: [UInt64]
  /// The index of the word that leaves the window.
  private var place = 0
  private var count = 0
  private var sum: UInt64 = 0
  /// What the word that leaves was multiplied by.
  private let leaving: UInt64

  init(length: Int) {
    words = [UInt64](repeating: 0, count: length)
    leaving = (0..<length).reduce(UInt64(1)) { power, _ in power &* Self.base }
  }

  /// The hash of a word's bytes, eight at a time.
  @inline(__always)
  static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      hash = (hash ^ hash &>> 29 ^ bytes.eightBytes(index, upTo: range.upperBound)) &* 0xFF51_AFD7_ED55_8CCD
      index &+= 8
    }
    return hash ^ hash &>> 32
  }

  /// - Returns: the hash of the last words; nil while they are too few.
  mutating func add(_ word: UInt64) -> UInt64? {
    sum = sum &* Self.base &+ word &- words[place] &* leaving
    words[place] = word
    place = place &+ 1 == words.count ? 0 : place &+ 1
    count &+= 1
    guard count >= words.count else { return nil }
    // The finaliser of MurmurHash3, so that every bit of the sum counts.
    var hash = sum
    hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ hash >> 33
  }
}
