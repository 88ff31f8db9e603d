internal import EntenteExtraction
internal import EntenteSchema
internal import EntenteSnapshot

/// Snapshots that become one: their documents are numbered through, in the order in which the snapshots were named.
struct SnapshotParts: Sendable {
  struct Part: Sendable {
    let path: String
    let snapshot: SnapshotReader
    /// The number of its first document.
    let firstDocument: Int
  }

  let parts: [Part]
  let documentCount: Int
  /// Whether more is known of the documents than was given beside their texts.
  let isExtracted: Bool

  private static let leastCache = 128 << 10

  /// Opens snapshots, and checks their bytes.
  ///
  /// - Throws: `IngestError` for one that is damaged, or was written by another version or with other options.
  init(_ paths: [String], writerVersion: String, _ plan: MemoryPlan) throws(IngestError) {
    // So that the memory for them does not grow with their number.
    let cacheLimit = max(plan.section / max(4 * paths.count, 1), Self.leastCache)
    var parts: [Part] = []
    var first = 0
    for path in paths {
      let snapshot = try Self.open(path, writerVersion: writerVersion, cacheLimit)
      parts.append(Part(path: path, snapshot: snapshot, firstDocument: first))
      first += snapshot.documents.count
    }
    (self.parts, documentCount) = (parts, first)
    isExtracted = parts.first?.snapshot.isExtracted ?? true
    if let other = parts.first(where: { $0.snapshot.isExtracted != isExtracted }), let first = parts.first {
      let (plain, extracted) = isExtracted ? (other.path, first.path) : (first.path, other.path)
      throw .failed(
        "\(plain) was built with --no-extract and \(extracted) without; build one of them again as the other was")
    }
  }

  private static func open(
    _ path: String, writerVersion: String, _ cacheLimit: Int
  ) throws(IngestError) -> SnapshotReader {
    let snapshot: SnapshotReader
    do throws(SnapshotError) {
      snapshot = try SnapshotReader(path: path, cacheLimit: cacheLimit)
      try snapshot.checkSections()
    } catch .unreadable(let error) {
      throw .failed("\(error)")
    } catch {
      throw .failed("\(path): \(error)")
    }
    guard snapshot.shard == nil else {
      throw .failed("\(path): it is a shard, without the texts of the other shards; merge the whole snapshot")
    }
    let version = snapshot.directory.writerVersion
    guard version == writerVersion else {
      throw .failed(
        "\(path): version \(version) wrote it, and this is \(writerVersion); merge with that version, or ingest its "
          + "documents again")
    }
    return snapshot
  }

  /// What the snapshots know of their documents; nil where they were built without extraction.
  func knowledge(_ plan: MemoryPlan) throws -> PartKnowledge? {
    guard isExtracted else { return nil }
    var known = SnapshotKnowledge(plan)
    for part in parts {
      do {
        var ids = SortedIDs()
        try part.snapshot.documents.visit { (_, document) throws(SnapshotError) in ids.append(document.id) }
        try known.add(part.snapshot, ids)
      } catch let failure as SnapshotKnowledge.Failure {
        throw IngestError.failed("\(part.path): the snapshot is damaged: \(failure.reason)")
      } catch let error as SnapshotError {
        throw IngestError.failed("\(part.path): \(error)")
      }
    }
    known.finish()
    return PartKnowledge(known: known)
  }
}

/// What the snapshots that are merged know of their documents.
struct PartKnowledge: EarlierKnowledge {
  let known: SnapshotKnowledge

  func knowledge(of input: InputDocument) -> DocumentKnowledge? {
    // What cannot be read is understood again.
    input.number.flatMap { (try? known.knowledge($0)) ?? nil }
  }
}

extension SnapshotReader {
  fileprivate var isExtracted: Bool { self[section: SectionName.drafts] != nil }
}
