internal import EntenteSchema
internal import EntenteSearchIndex
internal import EntenteSnapshot
internal import Foundation
internal import ProtobufCoding

/// Shows what a search found: each document with the words that match in its title, and its best passage.
struct HitPresenter {
  /// How many words are read for the passages of a page: texts of laws, or queries of a few words, take far fewer.
  static let mostWords = 25_000

  let snapshot: SnapshotReader
  let index: IndexReader
  let finders: FinderPool
  let cancellation: Cancellation

  /// - Parameter targets: the words to mark; without any there is nothing to mark and no passage.
  func show(
    _ hits: some Sequence<(ordinal: Int, score: Float)>, marking targets: HighlightTargets, withPassages: Bool
  ) throws(CorpusError) -> (hits: [SearchHit], passagesAreCut: Bool) {
    var shown: [SearchHit] = []
    let isCut = try present(hits, marking: targets, withPassages: withPassages, room: .ofList) { hit, _ in
      shown.append(hit)
    }
    return (shown, isCut)
  }

  /// The same for a router, with what was read for each.
  func shown(
    _ hits: some Sequence<(ordinal: Int, score: Float)>, marking targets: HighlightTargets, withPassages: Bool,
    room: AnswerRoom = .ofList
  ) throws(CorpusError) -> [ShownHit] {
    var shown: [ShownHit] = []
    _ = try present(hits, marking: targets, withPassages: withPassages, room: room) { hit, effort in
      shown.append(ShownHit(hit: hit.protobufBytes(), effort: UInt32(clamping: effort)))
    }
    return shown
  }

  /// - Parameter body: gets each hit with what was read for it, in words.
  /// - Returns: whether the last hits have no passages.
  private func present(
    _ hits: some Sequence<(ordinal: Int, score: Float)>, marking targets: HighlightTargets, withPassages: Bool,
    room: AnswerRoom, _ body: (SearchHit, _ effort: Int) -> Void
  ) throws(CorpusError) -> Bool {
    let documents = Float(max(index.documentCount, 1))
    return try finders.withFinder { [index] (finder) throws(CorpusError) in
      finder.look(for: targets) { term in
        // A damaged entry weighs as little as a word that is everywhere.
        let frequency = (try? index.entry(term)?.documentFrequency) ?? index.documentCount
        return log(1 + documents / Float(max(frequency, 1)))
      }
      var room = room
      var isCut = false
      for hit in hits where !room.isFull {
        try cancellation.check()
        let document = try reading { () throws(SnapshotError) in try snapshot.document(hit.ordinal) }
        let before = finder.effort
        var result = SearchHit(document: DocumentSummary(document), score: hit.score)
        if finder.effort > Self.mostWords {
          isCut = true
        } else if !targets.isEmpty {
          result.titleHighlights = finder.highlights(in: document.title)
          if withPassages { result.passage = finder.passage(of: document) }
        }
        room.take(result)
        body(result, finder.effort - before)
      }
      return isCut
    }
  }
}
