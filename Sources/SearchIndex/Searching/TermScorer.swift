internal import FileMapping

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

  /// What no document scores where no impact exceeds `bound`.
  func greatest(_ bound: UInt32) -> UInt32 { BM25.score(scale: scale, impact: bound) }
}
