internal import EntenteFileMapping
internal import EntenteSchema
internal import EntenteSnapshot

/// Reads the documents of a snapshot as they were read when it was built.
struct PartReader: Sendable {
  private let part: SnapshotParts.Part
  private let limits: InputLimits
  /// By slot of the text: the ordinal of its document.
  private let ordinals: [Int]
  /// Documents without their texts, by ordinal.
  private let records: ByteSpool
  private let ends: [Int]

  init(_ part: SnapshotParts.Part, limits: InputLimits, _ plan: MemoryPlan) throws {
    (self.part, self.limits) = (part, limits)
    ordinals = try part.snapshot.documentsOfTexts()
    var records = plan.sectionSpool
    var ends: [Int] = []
    ends.reserveCapacity(part.snapshot.documents.count)
    var batch: [UInt8] = []
    var end = 0
    var failure: SpillError?
    try part.snapshot.documents.visit { (ordinal, document) throws(SnapshotError) in
      let start = batch.count
      InputDocument(document, number: part.firstDocument + ordinal).write(into: &batch)
      end += batch.count - start
      ends.append(end)
      guard batch.count >= ByteSpool.pieceSize, failure == nil else { return }
      do throws(SpillError) { try records.append(batch) } catch { failure = error }
      batch.removeAll(keepingCapacity: true)
    }
    if let failure { throw failure }
    try records.append(batch)
    (self.records, self.ends) = (records, ends)
  }

  /// The documents of a run of texts, and those that are too large for the memory.
  func documents(_ run: TextRun) throws -> InputReader.Output {
    var output = InputReader.Output()
    for (slot, text) in try part.snapshot.texts(of: run) {
      let ordinal = ordinals[slot]
      let start = ordinal == 0 ? 0 : ends[ordinal - 1]
      var document = InputDocument(record: try records.read(start, ends[ordinal] - start)[...])
      guard text.utf8.count <= limits.documentSize else {
        output.reject(document.file, limits.excess("its size"))
        continue
      }
      document.text = text
      output.documents.append(document)
    }
    return output
  }
}

extension InputDocument {
  /// What was read, without the text, as far as a snapshot tells: understood again, it gives what the snapshot says.
  init(_ document: Document, number: Int) {
    self.init(id: document.id, file: document.file, text: "")
    // Where there is neither a title nor its place, none was found in the text or it was given as empty: as a given one,
    // it has the same effect in both cases.
    title = document.titleSpan == nil ? document.title : nil
    date = document.published.flatMap { $0.basis == .manifest ? $0.start : nil }
    language = document.language
    publisher = document.publisher
    source = document.sourceURL
    referenceDate = document.referenceDate.isEmpty ? nil : document.referenceDate
    self.number = number
  }
}
