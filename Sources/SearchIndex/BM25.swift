#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// The score of a term in a document: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond"
/// (2009), with the inverse document frequency of Lucene, which is never negative.
struct BM25: Sendable {
  static let k1: Float = 1.2
  static let b: Float = 0.75
  /// What standing in the title counts, in occurrences.
  static let titleWeight: Float = 3

  /// k1 · (1 − b + b · length / mean), by quantised length.
  private let norms: [Float]

  init(documentCount: Int, totalLength: UInt64) {
    let mean = documentCount == 0 ? 1 : max(Float(totalLength) / Float(documentCount), 1)
    norms = (0...255).map { Self.k1 * (1 - Self.b + Self.b * Float(QuantisedLength.decode(UInt8($0))) / mean) }
  }

  static func idf(documentFrequency: Int, documentCount: Int) -> Float {
    let (n, total) = (Float(documentFrequency), Float(documentCount))
    return logf(1 + (total - n + 0.5) / (n + 0.5))
  }

  /// - Parameters:
  ///   - value: as the posting stores it: (occurrences − 1) << 1 | stands in the title.
  ///   - length: quantised.
  @inline(__always)
  func score(idf: Float, value: UInt32, length: UInt8) -> Float {
    let frequency = Float(value >> 1) + 1 + (value & 1 == 0 ? 0 : Self.titleWeight)
    return score(idf: idf, frequency: frequency, length: length)
  }

  @inline(__always)
  func score(idf: Float, frequency: Float, length: UInt8) -> Float {
    idf * frequency * (Self.k1 + 1) / (frequency + norms[Int(length)])
  }
}
