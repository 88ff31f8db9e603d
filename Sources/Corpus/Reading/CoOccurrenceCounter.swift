package import EntenteSchema
package import EntenteSnapshot
internal import EntenteTextAnalysis

/// Counts the sentences that name two entities together, of the whole corpus.
package struct CoOccurrenceCounter {
  package struct Pair {
    /// Entity ids, the lower one first.
    package let first: String
    package let second: String
    package let sentences: Int
  }

  private var ids: [String] = []
  /// The mentions in each document: their offsets and entities.
  private var mentions: [String: [(offset: UInt32, entity: Int)]] = [:]

  package init() {}

  package mutating func add(_ entity: Entity) {
    for mention in entity.mentions {
      guard let source = mention.source, let span = source.span else { continue }
      mentions[source.documentID, default: []].append((span.offset, ids.count))
    }
    ids.append(entity.id)
  }

  /// The pairs of all entities that were added, ordered by their ids.
  package func pairs(in snapshot: SnapshotReader) throws(SnapshotError) -> [Pair] {
    var counts: [[Int]: Int] = [:]
    for (document, places) in mentions {
      guard let ordinal = try snapshot.ordinal(ofDocument: document) else { continue }
      let text = try snapshot.text(ofDocument: ordinal)
      var sentences: [Int: Set<Int>] = [:]
      for place in places {
        let bytes = unsafe text.utf8Span.span.bytes
        let sentence = SentenceSplitter.sentence(around: Int(place.offset), in: bytes)
        sentences[sentence.lowerBound, default: []].insert(place.entity)
      }
      for entities in sentences.values {
        let sorted = entities.sorted { ids[$0].utf8.lexicographicallyPrecedes(ids[$1].utf8) }
        for (index, first) in sorted.enumerated() {
          for second in sorted[(index + 1)...] { counts[[first, second], default: 0] += 1 }
        }
      }
    }
    return counts.map { Pair(first: ids[$0[0]], second: ids[$0[1]], sentences: $1) }.sorted {
      $0.first == $1.first
        ? $0.second.utf8.lexicographicallyPrecedes($1.second.utf8)
        : $0.first.utf8.lexicographicallyPrecedes($1.first.utf8)
    }
  }
}
