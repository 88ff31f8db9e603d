/// Trains the preset dictionary of record blocks.
///
/// The documents are cut into segments; the value of a segment is the sum, over its eight-byte runs, of the number of
/// other samples that contain them. The best segments are chosen, most valuable last, because deflate reaches the end of
/// its dictionary with the shortest distances. After Liao et al., "Effective Construction of Relative Lempel-Ziv
/// Dictionaries" (WWW 2016).
public struct DictionaryTrainer {
  private static let segmentSize = 64
  private static let runSize = 8
  private static let slots = 1 << 18

  /// How many samples hold a run, by its hash.
  private var frequency = [UInt16](repeating: 0, count: Self.slots)
  private var lastSample = [UInt32](repeating: 0, count: Self.slots)
  private var samples: [[UInt8]] = []
  private var sampleCount: UInt32 = 0

  public init() {}

  /// Adds a sample text. Samples should be spread over the corpus; a few MB are enough.
  public mutating func add(_ text: [UInt8]) {
    sampleCount += 1
    samples.append(text)
    guard text.count >= Self.runSize else { return }
    var hash = RollingRun(text[...])
    for end in Self.runSize...text.count {
      let slot = hash.slot(Self.slots)
      if lastSample[slot] != sampleCount {
        lastSample[slot] = sampleCount
        frequency[slot] = frequency[slot] == .max ? .max : frequency[slot] + 1
      }
      if end < text.count { hash.advance(text[end]) }
    }
  }

  /// - Parameter size: the size in bytes, at most 32 KiB.
  public consuming func train(size: Int = 32 << 10) -> [UInt8] {
    var candidates: [(score: Int, sample: Int, start: Int)] = []
    for (sample, text) in samples.enumerated() {
      var start = 0
      while start + Self.segmentSize <= text.count {
        let score = value(text, start)
        if score > 0 { candidates.append((score, sample, start)) }
        start += Self.segmentSize
      }
    }
    candidates.sort { ($0.score, $1.sample, $1.start) > ($1.score, $0.sample, $0.start) }
    var chosen: [[UInt8]] = []
    var total = 0
    for candidate in candidates {
      let text = samples[candidate.sample]
      // What an earlier choice covers is worth nothing any more.
      guard value(text, candidate.start) * 2 >= candidate.score else { continue }
      chosen.append(Array(text[candidate.start..<candidate.start + Self.segmentSize]))
      clear(text, candidate.start)
      total += Self.segmentSize
      if total + Self.segmentSize > min(size, BlockDictionary.maximumSize) { break }
    }
    return Array(chosen.reversed().joined())
  }

  private func value(_ text: [UInt8], _ start: Int) -> Int {
    var hash = RollingRun(text[start...])
    var total = 0
    for end in Self.runSize...Self.segmentSize {
      total += max(Int(frequency[hash.slot(Self.slots)]) - 1, 0)
      if end < Self.segmentSize { hash.advance(text[start + end]) }
    }
    return total
  }

  private mutating func clear(_ text: [UInt8], _ start: Int) {
    var hash = RollingRun(text[start...])
    for end in Self.runSize...Self.segmentSize {
      frequency[hash.slot(Self.slots)] = 0
      if end < Self.segmentSize { hash.advance(text[start + end]) }
    }
  }

  /// The last eight bytes as a number.
  private struct RollingRun {
    private var run: UInt64 = 0

    init(_ text: ArraySlice<UInt8>) {
      for byte in text.prefix(DictionaryTrainer.runSize) { run = run << 8 | UInt64(byte) }
    }

    mutating func advance(_ byte: UInt8) { run = run << 8 | UInt64(byte) }

    func slot(_ count: Int) -> Int { Int((run &* 0x9E37_79B9_7F4A_7C15) >> 46) & (count - 1) }
  }
}
