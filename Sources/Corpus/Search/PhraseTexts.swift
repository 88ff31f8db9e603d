internal import EntenteSchema
internal import EntenteSearchIndex
internal import EntenteSnapshot
internal import EntenteTextAnalysis

/// Looks phrases up in the titles and texts of a snapshot, for one call.
final class PhraseTexts {
  private let snapshot: SnapshotReader
  private var finder: PhraseFinder
  private let cancellation: Cancellation
  /// The first text that could not be read: it holds no phrase.
  private var damage: SnapshotError?
  /// How many bytes of texts may still be read.
  private var left = 4 << 20
  /// Whether texts were left out, because so many bytes were read by then: they hold no phrase.
  private(set) var isCut = false

  init(_ snapshot: SnapshotReader, _ profile: LanguageProfile, _ cancellation: Cancellation) {
    self.snapshot = snapshot
    self.cancellation = cancellation
    finder = PhraseFinder(profile)
  }

  var lookup: PhraseLookup { PhraseLookup(count) }

  private func count(_ phrase: ExactPhrase, in document: UInt32) -> Int {
    guard left > 0, !cancellation.isCancelled else {
      isCut = true
      return 0
    }
    do throws(SnapshotError) {
      let document = try snapshot.document(Int(document))
      left -= document.text.utf8.count
      return unsafe finder.count(phrase, in: document.title.utf8Span.span.bytes)
        + finder.count(phrase, in: document.text.utf8Span.span.bytes)
    } catch {
      damage = damage ?? error
      return 0
    }
  }

  /// - Throws: `CorpusError.damaged` where a text could not be read.
  func check() throws(CorpusError) {
    if let damage { throw .damaged(damage) }
  }
}
