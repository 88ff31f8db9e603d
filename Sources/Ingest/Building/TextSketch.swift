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
  /// Of a class without runs.
  static let none = UInt32.max

  private(set) var least = SIMD16<UInt32>(repeating: TextSketch.none)

  init(_ text: String) {
    var text = text
    text.makeContiguousUTF8()
    let bytes = text.utf8.span
    var runs = WordRuns(length: Self.runLength)
    var word = WordRuns.emptyWord
    for index in bytes.indices {
      let byte = bytes[index]
      if byte > UInt8(ascii: " ") {
        word = (word ^ UInt64(byte)) &* WordRuns.prime
      } else if word != WordRuns.emptyWord {
        if let hash = runs.add(word) { keep(hash) }
        word = WordRuns.emptyWord
      }
    }
    if word != WordRuns.emptyWord, let hash = runs.add(word) { keep(hash) }
  }

  private mutating func keep(_ hash: UInt64) {
    let place = Int(hash % UInt64(Self.classes))
    least[place] = min(least[place], UInt32(truncatingIfNeeded: hash >> 32))
  }
}

/// Hashes of the last few words, rolled on from word to word as Karp and Rabin do.
private struct WordRuns {
  // FNV-1a of a word's bytes.
  static let emptyWord: UInt64 = 0xCBF2_9CE4_8422_2325
  static let prime: UInt64 = 0x100_0000_01B3
  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

  private var words: [UInt64]
  private var count = 0
  private var sum: UInt64 = 0
  /// What the word that leaves was multiplied by.
  private let leaving: UInt64

  init(length: Int) {
    words = [UInt64](repeating: 0, count: length)
    leaving = (0..<length).reduce(UInt64(1)) { power, _ in power &* Self.base }
  }

  /// - Returns: the hash of the last words; nil while they are too few.
  mutating func add(_ word: UInt64) -> UInt64? {
    let place = count % words.count
    sum = sum &* Self.base &+ word &- words[place] &* leaving
    words[place] = word
    count += 1
    guard count >= words.count else { return nil }
    // The finaliser of MurmurHash3, so that every bit of the sum counts.
    var hash = sum
    hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ hash >> 33
  }
}
