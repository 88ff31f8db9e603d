public import EntenteSchema
internal import EntenteSearchIndex
public import EntenteSnapshot
internal import Synchronization

/// The documents of one snapshot and what is known of them, ready to be asked.
///
/// ```swift
/// let corpus = try Corpus(path: "corpus.snapshot")
/// let found = try corpus.search(SearchRequest(query: "cyberdéfense"))
/// for hit in found.hits { print(hit.document?.title ?? "") }
/// ```
///
/// A corpus never changes and may be asked from any thread at once. It reads the mapped file in place; the file is closed
/// when the last reference to the corpus goes.
public final class Corpus: Sendable {
  /// The file behind it.
  public let snapshot: SnapshotReader
  let index: IndexReader
  let catalog: DocumentCatalog
  let knowledge: KnowledgeLists
  let entityDirectory: EntityDirectory
  let finders: FinderPool
  private let goals = Mutex<GoalDirectory?>(nil)

  /// Opens the snapshot at `path`. The time that takes does not depend on its size.
  ///
  /// - Throws: `SnapshotError` for a file that is not a whole snapshot with an index and lists.
  public convenience init(path: String) throws(SnapshotError) {
    try self.init(try SnapshotReader(path: path))
  }

  /// Takes an opened snapshot.
  ///
  /// - Throws: `SnapshotError` where the index, the filters or the lists are missing or do not fit the records.
  public init(_ snapshot: SnapshotReader) throws(SnapshotError) {
    self.snapshot = snapshot
    do throws(IndexError) {
      index = try IndexReader(sections: snapshot.sections(withPrefix: SectionName.searchIndexPrefix))
    } catch {
      throw SnapshotError(error)
    }
    finders = FinderPool(index.profile)
    let filters = try snapshot.filters()
    catalog = DocumentCatalog(filters)
    knowledge = try snapshot.knowledge()
    entityDirectory = EntityDirectory(filters, knowledge.entities, snapshot.entitySummaries)
  }

  /// What every answer names as its origin.
  public var reference: SnapshotReference {
    SnapshotReference(id: snapshot.id, generation: snapshot.directory.generation)
  }

  // What calls share

  /// Runs a call.
  ///
  /// - Throws: `CorpusError.behind`, and whatever `body` throws; `deadlineExceeded` or `cancelled` also where the answer is
  ///   there and nobody waits for it any more.
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

  /// The goals by their names; read by the first call that asks.
  func goalDirectory() throws(CorpusError) -> GoalDirectory {
    if let directory = goals.withLock({ $0 }) { return directory }
    let directory = try reading { () throws(SnapshotError) in try GoalDirectory(snapshot.goals) }
    goals.withLock { $0 = directory }
    return directory
  }
}

/// Runs `body`; damage becomes an error of the corpus.
func reading<Result>(_ body: () throws(SnapshotError) -> Result) throws(CorpusError) -> Result {
  do throws(SnapshotError) {
    return try body()
  } catch {
    throw .damaged(error)
  }
}

/// Runs `body`; damage of the index becomes an error of the corpus.
func searching<Result>(_ body: () throws(IndexError) -> Result) throws(CorpusError) -> Result {
  do throws(IndexError) {
    return try body()
  } catch {
    throw .damaged(SnapshotError(error))
  }
}

extension SnapshotError {
  /// The index is a part of the snapshot: its damage is the snapshot's.
  fileprivate init(_ error: IndexError) {
    switch error {
    case .damaged(let section, let offset, let reason):
      self = .layout(section: SectionName.searchIndexPrefix + section, offset: offset, reason)
    case .unknownProfile(let name): self = .unknownProfile(name)
    }
  }
}
