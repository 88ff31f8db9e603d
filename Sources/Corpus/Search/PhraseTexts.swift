internal import EntenteSchema
internal import EntenteSearchIndex
internal import EntenteSnapshot
internal import EntenteTextAnalysis

/// Looks phrases up in the titles and texts of a snapshot, for one call.
///
/// Texts are inflated block by block, so what a call costs is the blocks that it needs. A limited number of bytes of them is
/// read, and `maximumTexts` at a time, whatever the caches hold: the same call finds the same every time.
final class PhraseTexts {
  private static let maximumTexts = 2048

  private let snapshot: SnapshotReader
  private let phrases: [PhraseKey]
  private let counts: PhraseCounts
  private var finder: PhraseFinder
  private let cancellation: Cancellation
  /// If the latest documents are wanted most, the catalog that knows them.
  var latestFirst: DocumentCatalog?
  /// The texts of the documents admitted last that are not yet counted.
  private var texts: [UInt32: String] = [:]
  private var blocks: Set<Int> = []
  private var left: Int
  /// The first text that could not be read: it holds no phrase.
  private var damage: SnapshotError?
  /// Whether documents were not admitted: they count as having no match.
  private(set) var isCut = false

  /// - Parameters:
  ///   - phrases: those that will be looked up.
  ///   - maximumBytes: how much text is read; the block that passes the limit is read whole.
  init(
    _ phrases: [ExactPhrase], _ snapshot: SnapshotReader, _ profile: LanguageProfile, _ counts: PhraseCounts,
    _ cancellation: Cancellation, maximumBytes: Int = 4 << 20
  ) {
    self.phrases = phrases.map(PhraseKey.init)
    left = maximumBytes
    self.snapshot = snapshot
    self.counts = counts
    self.cancellation = cancellation
    finder = PhraseFinder(profile)
  }

  var lookup: PhraseLookup {
    PhraseLookup(
      first: latestFirst.map { catalog in { self.latest($1, of: $0, catalog) } }, noteCut: { self.isCut = true },
      admit: { self.admit($0) },
      { phrase in
        let key = PhraseKey(phrase)
        return { self.count(phrase, key, in: $0, mayBeInTitle: $1) }
      })
  }

  private func latest(_ count: Int, of documents: OrdinalSet, _ catalog: DocumentCatalog) -> [UInt32] {
    do throws(SnapshotError) {
      return try catalog.ordinals(0..<count, of: documents, latestFirst: true).map { UInt32($0) }
    } catch {
      damage = damage ?? error
      return []
    }
  }

  /// Admits the first documents whose blocks are within the limit, and reads those that are not counted yet, in the order
  /// in which they are stored.
  private func admit(_ documents: [UInt32]) -> Int {
    texts.removeAll(keepingCapacity: true)
    var unread: [(place: TextPlace, document: UInt32)] = []
    var admitted = 0
    do throws(SnapshotError) {
      for document in documents {
        let place = try snapshot.textPlace(ofDocument: Int(document))
        guard admitted < Self.maximumTexts, left > 0 || blocks.contains(place.block) else {
          isCut = true
          break
        }
        if !blocks.contains(place.block) {
          left -= place.blockSize
          blocks.insert(place.block)
        }
        admitted += 1
        if !phrases.allSatisfy({ counts[$0, document] != nil }) { unread.append((place, document)) }
      }
      unread.sort { $0.place < $1.place }
      for next in unread where !cancellation.isCancelled {
        texts[next.document] = try snapshot.text(ofDocument: Int(next.document))
      }
    } catch {
      damage = damage ?? error
    }
    return admitted
  }

  private func count(_ phrase: ExactPhrase, _ key: PhraseKey, in document: UInt32, mayBeInTitle: Bool) -> Int {
    if let count = counts[key, document] { return count }
    guard !cancellation.isCancelled else {
      isCut = true
      return 0
    }
    do throws(SnapshotError) {
      let ordinal = Int(document)
      let text = if let text = texts[document] { text } else { try snapshot.text(ofDocument: ordinal) }
      var count = unsafe finder.count(phrase, in: text.utf8Span.span.bytes)
      if mayBeInTitle {
        count += unsafe finder.count(phrase, in: try snapshot.documents[ordinal].title.utf8Span.span.bytes)
      }
      counts.insert(count, key, document)
      return count
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
