import EntenteFileMapping
import EntenteSearchIndex

/// A repeatable source of random numbers: SplitMix64 (Steele, Lea, Flood, 2014).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Documents of made-up words whose frequencies fall as those of a language do.
struct RandomCorpus {
  static let words = (0..<60).map { "mot\(Character(Unicode.Scalar(UInt8(97 + $0 % 26))))\($0)x" }
  private(set) var documents: [(title: String, body: String)] = []

  init(seed: UInt64, count: Int) {
    var random = SplitMix64(state: seed)
    func word() -> String {
      let share = Double.random(in: 0..<1, using: &random)
      return Self.words[Int(share * share * share * Double(Self.words.count))]
    }
    for _ in 0..<count {
      let title = (0..<Int.random(in: 0...4, using: &random)).map { _ in word() }
      let body = (0..<Int.random(in: 0...60, using: &random)).map { _ in word() }
      documents.append((title.joined(separator: " "), body.joined(separator: " ")))
    }
  }

  func segments(_ pieces: Int) -> [Segment] {
    let size = max((documents.count + pieces - 1) / pieces, 1)
    return stride(from: 0, to: documents.count, by: size).map { start in
      var builder = SegmentBuilder(firstDocument: UInt32(start))
      for document in documents[start..<min(start + size, documents.count)] {
        builder.add(title: document.title, body: document.body)
      }
      return builder.finish()
    }
  }

  func sections(_ pieces: Int = 1) throws -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: try IndexWriter.sections(of: segments(pieces)).map { ($0.name, $0.bytes) })
  }

  func index() throws -> IndexReader {
    try IndexReader(sections: try sections().mapValues { ByteRegion($0) })
  }

  static func index(of segments: [Segment]) throws -> IndexReader {
    let sections = try IndexWriter.sections(of: segments).map { ($0.name, ByteRegion($0.bytes)) }
    return try IndexReader(sections: Dictionary(uniqueKeysWithValues: sections))
  }
}
