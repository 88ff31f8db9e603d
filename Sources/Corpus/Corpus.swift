internal import EntenteFileMapping
public import EntenteSchema
internal import EntenteSearchIndex
public import EntenteSnapshot
internal import Synchronization

/// The documents of one snapshot and the facts extracted from them, ready to be queried.
///
/// ```swift
/// let corpus = try Corpus(path: "corpus.snapshot")
/// let found = try corpus.search(SearchRequest(query: "cyberdéfense"))
/// for hit in found.hits { print(hit.document?.title ?? "") }
/// ```
///
/// A corpus never changes and may be used from several threads at once. It reads the mapped file in place; the file is
/// closed when the last reference to the corpus is released.
public final class Corpus: Sendable {
  /// The file behind it.
  public let snapshot: SnapshotReader
  let index: IndexReader
  let catalog: DocumentCatalog
  let knowledge: KnowledgeLists
  let entityDirectory: EntityDirectory
  let finders: FinderPool
  let phraseCounts = PhraseCounts()
  let quotationTotals = QuotationTotals()
  let printedProgrammes = PrintedProgrammes()
  private let goals = Mutex<GoalDirectory?>(nil)

  /// Opens the snapshot at `path`, in a time that does not depend on its size.
  ///
  /// - Throws: `SnapshotError` for a file that is not a complete snapshot with an index and lists.
  public convenience init(path: String) throws(SnapshotError) {
    try self.init(try SnapshotReader(path: path, access: .scattered))
  }

  /// Creates a corpus from an open snapshot.
  ///
  /// - Throws: `SnapshotError` if the index, the filters or the lists are missing or do not match the records.
  public init(_ snapshot: SnapshotReader) throws(SnapshotError) {
    self.snapshot = snapshot
    index = try snapshot.searchIndex()
    finders = FinderPool(index.profile)
    let filters = try snapshot.filters()
    catalog = DocumentCatalog(filters)
    knowledge = try snapshot.knowledge()
    entityDirectory = EntityDirectory(filters, knowledge.entities, snapshot.entitySummaries)
  }

  /// The snapshot reference in every answer: that of the whole corpus, also from a shard of it.
  public var reference: SnapshotReference {
    SnapshotReference(id: snapshot.shard?.corpusID ?? snapshot.id, generation: snapshot.directory.generation)
  }

  // What calls share

  /// Runs a call.
  ///
  /// - Throws: `CorpusError.behind`, and any error of `body`; also `deadlineExceeded` or `cancelled` if the answer is ready
  ///   but the caller no longer waits.
  func answer<Answer>(
    _ minimumGeneration: UInt64, _ cancellation: Cancellation, _ body: () throws(CorpusError) -> Answer
  ) throws(CorpusError) -> Answer {
    try cancellation.check()
    let generation = snapshot.directory.generation
    guard generation >= minimumGeneration else { throw .behind(generation: generation, minimum: minimumGeneration) }
    let answer = try body()
    try cancellation.check()
    return answer
  }

  /// - Throws: `CorpusError.partOfCorpus` for a shard.
  func requireWhole() throws(CorpusError) {
    if let shard = snapshot.shard { throw .partOfCorpus(shard: shard.number, of: shard.count) }
  }

  /// The goals by name, read when a call first needs them.
  func goalDirectory() throws(CorpusError) -> GoalDirectory {
    if let directory = goals.withLock({ $0 }) { return directory }
    let directory = try reading { () throws(SnapshotError) in try GoalDirectory(snapshot.goals) }
    goals.withLock { $0 = directory }
    return directory
  }
}

/// Runs `body`, turning snapshot errors into corpus errors.
func reading<Result>(_ body: () throws(SnapshotError) -> Result) throws(CorpusError) -> Result {
  do throws(SnapshotError) {
    return try body()
  } catch {
    throw .damaged(error)
  }
}

/// Runs `body`, turning index errors into corpus errors.
func searching<Result>(_ body: () throws(IndexError) -> Result) throws(CorpusError) -> Result {
  do throws(IndexError) {
    return try body()
  } catch {
    throw .damaged(SnapshotError(error))
  }
}
