internal import EntenteSchema
internal import EntenteSearchIndex
internal import EntenteSnapshot
internal import EntenteTextAnalysis

/// Looks phrases up in the titles and texts of a snapshot, for one call.
final class PhraseTexts {
  private let snapshot: SnapshotReader
  private var finder: PhraseFinder
  /// The first text that could not be read: it holds no phrase.
  private var damage: SnapshotError?

  init(_ snapshot: SnapshotReader, _ profile: LanguageProfile) {
    self.snapshot = snapshot
    finder = PhraseFinder(profile)
  }

  var lookup: PhraseLookup { PhraseLookup(count) }

  private func count(_ phrase: ExactPhrase, in document: UInt32) -> Int {
    do throws(SnapshotError) {
      let document = try snapshot.document(Int(document))
      return finder.count(phrase, in: document.title.utf8Span.span.bytes)
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
