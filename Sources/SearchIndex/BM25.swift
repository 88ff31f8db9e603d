#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// The score of a term in a document: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond"
/// (2009), with the inverse document frequency of Lucene, which is never negative.
///
///     score = idf · (k1 + 1) · impact          impact = weight / (weight + k1 · (1 − b + b · length / mean))
///
/// Scores are whole numbers of 2⁻¹⁴, so that a sum is the same in whatever order its terms are added.
final class BM25: Sendable {
  // Chosen on five sets of French questions and answers: a document that answers tends to repeat the question's words,
  // and to be about little else, so frequency and length count more than the usual 1.2 and 0.75 let them.
  static let k1: Float = 2
  static let b: Float = 0.9
  /// What standing in the title counts, in occurrences.
  static let titleWeight: UInt32 = 3
  private static let one: Float = 16384
  /// The greatest impact.
  static let full: UInt32 = 65535

  /// k1 · (1 − b + b · length / mean), by quantised length.
  private let norms: [Float]
  /// Impacts of small weights, by weight and quantised length.
  private let impacts: [UInt16]
  private static let tabled: UInt32 = 16

  init(documentCount: Int, totalLength: UInt64) {
    let mean = documentCount == 0 ? 1 : max(Float(totalLength) / Float(documentCount), 1)
    let norms = (0...255).map { Self.k1 * (1 - Self.b + Self.b * Float(QuantisedLength.decode(UInt8($0))) / mean) }
    self.norms = norms
    impacts = (0..<Self.tabled).flatMap { weight in
      norms.map { UInt16(truncatingIfNeeded: Self.impact(weight, norm: $0)) }
    }
  }

  static func idf(documentFrequency: Int, documentCount: Int) -> Float {
    let (n, total) = (Float(documentFrequency), Float(documentCount))
    return logf(1 + (total - n + 0.5) / (n + 0.5))
  }

  /// What an impact of 1 scores: below 2²⁴ for one term.
  ///
  /// - Parameter weight: of the term in the query, 0 to 8; more counts as 8.
  static func scale(idf: Float, weight: Float = 1) -> UInt32 {
    let scale = idf * (k1 + 1) * one * max(min(weight, 8), 0)
    return scale.isFinite ? UInt32(max(min(scale.rounded(), 16_777_215), 0)) : 0
  }

  private static func impact(_ weight: UInt32, norm: Float) -> UInt32 {
    UInt32(Float(full) * Float(weight) / (Float(weight) + norm))
  }

  /// The impact of a term that occurs `weight` times in a document of a quantised length: up to `full`.
  @inline(__always)
  func impact(_ weight: UInt32, length: UInt8) -> UInt32 {
    if weight < Self.tabled { return UInt32(impacts[Int(weight) << 8 | Int(length)]) }
    return Self.impact(weight, norm: norms[Int(length)])
  }

  /// The same where what counts is no whole number of occurrences: from 0 to below 1, not rounded.
  func saturation(_ weight: Float, length: UInt8) -> Float { weight / (weight + norms[Int(length)]) }

  /// At least 1, so that a document that matches differs from one that does not.
  @inline(__always)
  static func score(scale: UInt32, impact: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: (UInt64(scale) &* UInt64(impact)) >> 16) &+ 1
  }

  /// A score as users see it.
  static func value(_ score: UInt64) -> Float { Float(score) / one }
}

/// The greatest impact of a block, in a byte.
enum ImpactBound {
  static func encode(_ impact: UInt32) -> UInt8 { UInt8(clamping: (impact + 255) >> 8) }
  /// What no impact of the block exceeds.
  @inline(__always)
  static func decode(_ byte: UInt8) -> UInt32 { byte == .max ? BM25.full : UInt32(byte) << 8 }
}
