internal import EntenteFileMapping
internal import ProtobufCoding
internal import EntenteSchema
internal import EntenteZlib

/// A snapshot of which every byte was checked.
public struct VerifiedSnapshot: Sendable {
  public let snapshot: SnapshotReader

  /// Reads the whole file: its hash, the checksum of each section, the zeros between them, every record, and every span.
  ///
  /// - Throws: `SnapshotError` for the first fault.
  public init(verifying snapshot: SnapshotReader) throws(SnapshotError) {
    self.snapshot = snapshot
    try snapshot.checkSections()
    try checkPadding()
    try checkRecords()
    try checkDrafts()
    try checkFilters()
    // Last, because it says only that something differs, and the others say what.
    try checkID()
  }

  private func checkPadding() throws(SnapshotError) {
    for section in snapshot.directory.sections {
      let end = Int(clamping: section.offset) + Int(clamping: section.length)
      let padding = snapshot.file.array(end, end.alignedUp - end) ?? [1]
      guard padding.allSatisfy({ $0 == 0 }) else {
        throw .layout(section: section.name, offset: end, "the padding is not zero")
      }
    }
  }

  private func checkID() throws(SnapshotError) {
    guard snapshot.hashedContent() == snapshot.id else { throw .wrongID }
  }

  // Records

  private func checkRecords() throws(SnapshotError) {
    let ordinals = try checkDocuments()
    func check(_ source: Source?, _ section: String, _ record: Int) throws(SnapshotError) {
      guard let source else { return }
      guard let ordinal = ordinals[source.documentId] else {
        throw .reference(section: section, ordinal: record, to: source.documentId)
      }
      guard let span = source.span else { return }
      try self.check(span, holding: source.text, in: try snapshot.text(ofDocument: ordinal), section, record)
    }
    try snapshot.dates.visit { (record, dates) throws(SnapshotError) in
      for date in dates.dates { try check(date.source, SectionName.dates, record) }
    }
    try snapshot.entities.visit { (record, entity) throws(SnapshotError) in
      for mention in entity.mentions { try check(mention.source, SectionName.entities, record) }
      for role in entity.roles { try check(role.source, SectionName.entities, record) }
    }
    try snapshot.events.visit { (record, event) throws(SnapshotError) in
      try check(event.evidence, SectionName.events, record)
      try check(event.date?.source, SectionName.events, record)
    }
    try snapshot.quotations.visit { (record, quotation) throws(SnapshotError) in
      try check(quotation.source, SectionName.quotations, record)
      try check(quotation.attribution, SectionName.quotations, record)
    }
    try snapshot.evidence.visit { (record, evidence) throws(SnapshotError) in
      try check(evidence.passage, SectionName.evidence, record)
      for words in evidence.decidingWords { try check(words, SectionName.evidence, record) }
    }
    try snapshot.programmes.visit { (record, programme) throws(SnapshotError) in
      guard ordinals[programme.documentId] != nil else {
        throw .reference(section: SectionName.programmes, ordinal: record, to: programme.documentId)
      }
    }
  }

  private func checkDrafts() throws(SnapshotError) {
    try snapshot.drafts.visit { (record, drafts) throws(SnapshotError) in
      guard drafts.document < snapshot.documents.count else {
        throw .reference(section: SectionName.drafts, ordinal: record, to: "document \(drafts.document)")
      }
    }
  }

  /// Builds them once more from the records.
  private func checkFilters() throws(SnapshotError) {
    guard snapshot[section: SectionName.documentKinds] != nil else { return }
    var builder = FilterBuilder()
    try snapshot.documents.visit { (_, document) throws(SnapshotError) in builder.add(document) }
    let summaries = try builder.summaries(of: snapshot.entities)
    try snapshot.evidence.visit { (_, evidence) throws(SnapshotError) in builder.add(evidence) }
    for (name, bytes) in builder.sections() {
      guard let region = snapshot[section: name], region.array(0, region.count) == bytes else {
        throw .layout(section: name, offset: 0, "it is not what the records say")
      }
    }
    guard try snapshot.entitySummaries.all() == summaries else {
      throw .layout(section: SectionName.entitySummaries, offset: 0, "it is not what the records say")
    }
  }

  /// The ordinals of the documents, by their ids.
  private func checkDocuments() throws(SnapshotError) -> [String: Int] {
    var ordinals: [String: Int] = [:]
    var previous: String?
    try snapshot.documents.visit { (ordinal, document) throws(SnapshotError) in
      if let previous, !previous.utf8.lexicographicallyPrecedes(document.id.utf8) {
        throw .layout(section: SectionName.documents, offset: 0, "the id of record \(ordinal) is out of order")
      }
      previous = document.id
      ordinals[document.id] = ordinal
      let text = try snapshot.text(ofDocument: ordinal)
      for span in [document.titleSpan].compactMap({ $0 }) + document.boilerplate {
        try check(span, holding: nil, in: text, SectionName.documents, ordinal)
      }
    }
    // Also for what follows the last record of a block.
    try snapshot.texts.records.visit { (_, _) throws(SnapshotError) in }
    return ordinals
  }

  private func check(
    _ span: TextSpan, holding expected: String?, in text: String, _ section: String, _ record: Int
  ) throws(SnapshotError) {
    let (start, length) = (Int(span.offset), Int(span.length))
    guard start <= text.utf8.count, length <= text.utf8.count - start else {
      throw .span(section: section, ordinal: record, offset: start, length: length)
    }
    guard let expected else { return }
    guard text.utf8.dropFirst(start).prefix(length).elementsEqual(expected.utf8) else {
      throw .span(section: section, ordinal: record, offset: start, length: length)
    }
  }
}
