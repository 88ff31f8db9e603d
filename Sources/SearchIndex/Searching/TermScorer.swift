internal import EntenteFileMapping

/// A term of the index, and what its full impact scores.
struct ScoredTerm {
  let entry: TermEntry
  let scale: UInt32
}

/// Scores documents for a term.
final class TermScorer {
  let scale: UInt32
  private let scoring: BM25
  private let lengths: ByteRegion

  init(_ index: IndexReader, scale: UInt32) {
    self.scale = scale
    scoring = index.scoring
    lengths = index.lengths.region
  }

  /// - Parameter document: of a posting: decoding has checked that it is one of the corpus.
  @inline(__always)
  func score(weight: UInt32, document: UInt32) -> UInt32 {
    let length = unsafe lengths.uncheckedByte(Int(document))
    return BM25.score(scale: scale, impact: scoring.impact(weight, length: length))
  }

  /// - Parameter document: as above.
  @inline(__always)
  func impact(weight: UInt32, document: UInt32) -> UInt32 {
    scoring.impact(weight, length: unsafe lengths.uncheckedByte(Int(document)))
  }

  /// The least impact that scores at least `score`; more than any impact where none does.
  func leastImpact(reaching score: UInt64) -> UInt32 {
    // A score is scale · impact / 2¹⁶, and 1.
    guard score > 1 else { return 0 }
    guard scale > 0 else { return .max }
    let (product, overflow) = (score - 1).multipliedReportingOverflow(by: 1 << 16)
    return overflow ? .max : UInt32(clamping: (product + UInt64(scale) - 1) / UInt64(scale))
  }

  /// What no document scores where no impact exceeds `bound`.
  func greatest(_ bound: UInt32) -> UInt32 { BM25.score(scale: scale, impact: bound) }
}
