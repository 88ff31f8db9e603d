@testable import EntenteSearchIndex

/// Scores documents by the definition of a query, without an index.
struct ExhaustiveScorer {
  private let documents: [SearchTests.Analysed]
  private let scoring: BM25
  private var frequencies: [[UInt8]: Int] = [:]

  init(_ documents: [SearchTests.Analysed]) {
    self.documents = documents
    scoring = BM25(documentCount: documents.count, totalLength: documents.reduce(0) { $0 + UInt64($1.length) })
    for document in documents {
      for term in document.positions.keys { frequencies[term, default: 0] += 1 }
    }
  }

  func score(_ query: SearchQuery, _ number: Int, weight: Float = 1) -> UInt64 {
    let document = documents[number]
    guard SearchTests.matches(query, document) else { return 0 }
    switch query {
    case .term(let term): return score(term, document, weight)
    case .phrase(let slots):
      let starts = (document.positions[slots[0].term] ?? []).count { first in
        slots.allSatisfy { (document.positions[$0.term] ?? []).contains(first - slots[0].position + $0.position) }
      }
      return score(slots.map(\.term), occurrences: starts, document, weight)
    case .prefix(let prefix):
      return document.positions.keys.filter { $0.starts(with: prefix) }.reduce(0) { $0 + score($1, document, weight) }
    case .weighted(let inner, let factor): return score(inner, number, weight: weight * factor)
    case .boolean(let must, let should, _):
      return (must + should).reduce(0) { $0 + score($1, number, weight: weight) }
    default: return 0
    }
  }

  private func score(_ term: [UInt8], _ document: SearchTests.Analysed, _ weight: Float) -> UInt64 {
    let title = document.titleTerms.contains(term) ? Int(BM25.titleWeight) : 0
    return score([term], occurrences: (document.positions[term] ?? []).count + title, document, weight)
  }

  private func score(
    _ terms: [[UInt8]], occurrences: Int, _ document: SearchTests.Analysed, _ weight: Float
  ) -> UInt64 {
    let idf = terms.reduce(Float(0)) {
      $0 + BM25.idf(documentFrequency: frequencies[$1] ?? 0, documentCount: documents.count)
    }
    let impact = scoring.impact(UInt32(occurrences), length: QuantisedLength.encode(Int(document.length)))
    return UInt64(BM25.score(scale: BM25.scale(idf: idf, weight: weight), impact: impact))
  }
}
