internal import EntenteSchema
internal import EntenteSearchIndex
internal import EntenteSnapshot
internal import Synchronization
internal import TTRPC

/// What searches need besides the snapshot: made when first asked for, then kept.
final class CorpusState: Sendable {
  private let indexStore = Mutex<IndexReader?>(nil)
  private let catalogStore = Mutex<DocumentCatalog?>(nil)
  /// Finders that no call uses at the moment: they have seen the corpus' words.
  private let finders = Mutex<[PassageFinder]>([])

  func index(_ snapshot: SnapshotReader) throws(IndexError) -> IndexReader {
    try indexStore.withLock { (store) throws(IndexError) in
      if let made = store { return made }
      let made = try IndexReader(sections: snapshot.sections(withPrefix: SectionName.searchIndexPrefix))
      store = made
      return made
    }
  }

  func catalog(_ make: () throws(SnapshotError) -> DocumentCatalog) throws(SnapshotError) -> DocumentCatalog {
    try catalogStore.withLock { (store) throws(SnapshotError) in
      if let made = store { return made }
      let made = try make()
      store = made
      return made
    }
  }

  func takeFinder() -> PassageFinder { finders.withLock { $0.popLast() } ?? PassageFinder() }

  func putBack(_ finder: PassageFinder) { finders.withLock { if $0.count < 16 { $0.append(finder) } } }
}

extension QueryService {
  func index() throws(RPCError) -> IndexReader {
    try searching { () throws(IndexError) in try corpus.index(snapshot) }
  }

  /// Runs `body`; damage in the index becomes DATA_LOSS.
  func searching<Result>(_ body: () throws(IndexError) -> Result) throws(RPCError) -> Result {
    do throws(IndexError) {
      return try body()
    } catch {
      throw RPCError(.dataLoss, "\(error)")
    }
  }

  /// Documents that hold the term.
  func documentFrequency(of term: [UInt8]) throws(RPCError) -> Int {
    let index = try index()
    return try searching { () throws(IndexError) in try index.entry(term)?.documentFrequency ?? 0 }
  }

  func catalog() throws(RPCError) -> DocumentCatalog {
    try reading { () throws(SnapshotError) in
      try corpus.catalog { () throws(SnapshotError) in try DocumentCatalog(snapshot) }
    }
  }

  func document(_ ordinal: Int) throws(RPCError) -> Document {
    try reading { () throws(SnapshotError) in try snapshot.document(ordinal) }
  }

  /// Lends a finder for the time of `body`.
  func withFinder<Result>(_ body: (inout PassageFinder) throws(RPCError) -> Result) throws(RPCError) -> Result {
    var finder = corpus.takeFinder()
    defer { corpus.putBack(finder) }
    return try body(&finder)
  }
}
