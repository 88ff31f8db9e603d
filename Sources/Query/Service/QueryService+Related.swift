internal import Foundation
public import EntenteSchema
internal import EntenteSearchIndex
public import TTRPC

extension QueryService {
  public func listRelated(_ request: ListRelatedRequest, context: CallContext) throws(RPCError) -> ListRelatedResponse {
    try check(minimumGeneration: request.minimumGeneration, context)
    let ordinal = try ordinal(ofDocument: request.documentId)
    let limit = request.limit == 0 ? 5 : min(Int(request.limit), 50)
    let document = try self.document(ordinal)
    let terms = try withFinder { (finder) throws(RPCError) in
      finder.termCounts(of: document.title + "\n" + document.text)
    }
    let telling = try telling(terms)
    guard !telling.isEmpty else { return ListRelatedResponse(snapshot: reference) }
    let query = SearchQuery.boolean(must: [], should: telling.map { .weighted(.term($0.term), $0.weight) }, mustNot: [])
    let index = try index()
    let found = try searching { () throws(IndexError) in
      try index.search(query, limit: limit + 1) { context.isCancelled }
    }
    var related: [RelatedDocument] = []
    for hit in found.hits where Int(hit.document) != ordinal && related.count < limit {
      try context.checkDeadline()
      let other = try self.document(Int(hit.document))
      let shared = try withFinder { (finder) throws(RPCError) in finder.termCounts(of: other.title + "\n" + other.text)
      }
      related.append(
        RelatedDocument(
          document: summary(of: other, text: other.text), score: hit.score,
          sharedWords: telling.lazy.filter { shared[$0.term] != nil }.prefix(6).map(\.spelling)))
    }
    return ListRelatedResponse(snapshot: reference, related: related)
  }

  /// The words of a text that tell it from others: frequent here, rare elsewhere, best first.
  private func telling(
    _ terms: [[UInt8]: (count: Int, spelling: String)]
  ) throws(RPCError) -> [(term: [UInt8], weight: Float, spelling: String)] {
    let documents = Double(max(try index().documentCount, 1))
    var weighed: [(term: [UInt8], weight: Float, spelling: String)] = []
    for (term, entry) in terms where term.count > 2 {
      let frequency = try documentFrequency(of: term)
      guard frequency > 0, Double(frequency) <= max(documents * 0.6, 1.5) else { continue }
      let idf = log(1 + documents / Double(frequency))
      weighed.append((term, Float((1 + log(Double(entry.count))) * idf), entry.spelling))
    }
    // By the term where weights are equal, so that an answer does not depend on the order of a dictionary.
    let sorted = weighed.sorted {
      $0.weight == $1.weight ? $0.term.lexicographicallyPrecedes($1.term) : $0.weight > $1.weight
    }
    let best = sorted.first?.weight ?? 1
    return sorted.prefix(24).map { ($0.term, $0.weight / best, $0.spelling) }
  }
}
