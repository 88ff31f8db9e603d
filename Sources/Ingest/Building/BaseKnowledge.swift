internal import EntenteExtraction
internal import EntenteFileMapping
internal import EntenteSchema
internal import EntenteSnapshot

/// What an earlier snapshot knows of its documents: those that did not change need not be understood again.
///
/// What is taken from it is what understanding the document again would give, so the new snapshot has the same bytes
/// with it and without.
struct BaseKnowledge: EarlierKnowledge {
  private let snapshot: SnapshotReader
  private let ids: SortedIDs
  private let digests: [TextDigest]
  private let digester = TextDigester()
  private let known: SnapshotKnowledge

  /// Reads the whole of an earlier snapshot.
  ///
  /// - Throws: `SnapshotKnowledge.Failure` where it is damaged, or was written by another version or without extraction.
  init(path: String, writerVersion: String, plan: MemoryPlan) throws {
    let snapshot = try SnapshotReader(path: path)
    guard snapshot.shard == nil else { throw SnapshotKnowledge.Failure(reason: "it is a shard") }
    guard snapshot.directory.writerVersion == writerVersion else {
      throw SnapshotKnowledge.Failure(
        reason: "version \(snapshot.directory.writerVersion) wrote it, and this is \(writerVersion)")
    }
    guard snapshot[section: SectionName.drafts] != nil else {
      throw SnapshotKnowledge.Failure(reason: "it was written without extraction")
    }
    try snapshot.checkSections()
    var digests = [TextDigest](repeating: TextDigest(), count: snapshot.documents.count)
    try snapshot.visitTexts { [digester] (ordinal, text) throws(SnapshotError) in
      digests[ordinal] = digester.digest(text)
    }
    var ids = SortedIDs()
    try snapshot.documents.visit { (_, document) throws(SnapshotError) in ids.append(document.id) }
    var known = SnapshotKnowledge(plan)
    try known.add(snapshot, ids)
    known.finish()
    (self.snapshot, self.ids, self.digests, self.known) = (snapshot, ids, digests, known)
  }

  func knowledge(of input: InputDocument) -> DocumentKnowledge? {
    guard let ordinal = ids.index(of: input.id), digests[ordinal] == digester.digest(input.text),
      let document = try? snapshot.documents[ordinal], isUnchanged(input, document)
    else { return nil }
    // What cannot be read is understood again.
    return (try? known.knowledge(ordinal)) ?? nil
  }

  /// Whether all that extraction reads beside the text is what it was.
  private func isUnchanged(_ input: InputDocument, _ document: Document) -> Bool {
    let title = document.titleSpan == nil && !document.title.isEmpty ? document.title : nil
    let published = document.published?.basis == .manifest ? document.published : nil
    return input.title == title && input.date.flatMap(Extractor.given) == published
      && (input.publisher ?? "") == document.publisher && (input.referenceDate ?? "") == document.referenceDate
  }
}
