internal import EntenteFileMapping
internal import EntenteSchema

/// A snapshot of which every byte has been verified.
public struct VerifiedSnapshot: Sendable {
  public let snapshot: SnapshotReader

  /// Verifies the whole file: its hash, the checksum of each section, the padding between them, every record, every span,
  /// and that filters and lists match the records.
  ///
  /// Each text is inflated once, so the time grows linearly with the size. It uses 28 bytes of memory per span.
  ///
  /// - Throws: `SnapshotError` for the first fault.
  public init(verifying snapshot: SnapshotReader) throws(SnapshotError) {
    self.snapshot = snapshot
    try snapshot.checkSections()
    try checkPadding()
    let documents = try checkDocuments()
    let mentions = try MentionTable(snapshot.table)
    let texts = try checkTexts(try spans(documents), mentions)
    try checkDrafts()
    try checkFilters()
    try checkKnowledge(mentions, texts.sentences, textLengths: texts.lengths)
    // Last, because it says only that something differs, and the others say what.
    try checkID()
  }

  // Bytes

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

  /// The ids of the documents.
  private func checkDocuments() throws(SnapshotError) -> SortedIDs {
    var ids = SortedIDs()
    var previous: String?
    try snapshot.documents.visit { (ordinal, document) throws(SnapshotError) in
      if let previous, !previous.utf8.lexicographicallyPrecedes(document.id.utf8) {
        throw .layout(section: SectionName.documents, offset: 0, "the id of record \(ordinal) is out of order")
      }
      previous = document.id
      ids.append(document.id)
    }
    return ids
  }

  /// Every span that a record gives.
  private func spans(_ documents: SortedIDs) throws(SnapshotError) -> SpanTable {
    var spans = SpanTable(documents)
    spans.begin(SectionName.documents)
    try snapshot.documents.visit { (record, document) throws(SnapshotError) in
      for span in [document.titleSpan] + document.boilerplate { spans.add(span, record: record, document: record) }
      for date in [document.published, document.updated, document.effectiveDate] {
        try spans.add(date?.source, record: record)
      }
    }
    spans.begin(SectionName.dates)
    try snapshot.dates.visit { (record, dates) throws(SnapshotError) in
      for date in dates.dates { try spans.add(date.source, record: record) }
    }
    spans.begin(SectionName.roles)
    try snapshot.roles.visit { (record, role) throws(SnapshotError) in
      for source in [role.source, role.asOf?.source] { try spans.add(source, record: record) }
    }
    spans.begin(SectionName.events)
    try snapshot.events.visit { (record, event) throws(SnapshotError) in
      for source in [event.evidence, event.date?.source] { try spans.add(source, record: record) }
    }
    spans.begin(SectionName.quotations)
    try snapshot.quotations.visit { (record, quotation) throws(SnapshotError) in
      for source in [quotation.source, quotation.attribution, quotation.date?.source] {
        try spans.add(source, record: record)
      }
    }
    spans.begin(SectionName.evidence)
    try snapshot.evidence.visit { (record, evidence) throws(SnapshotError) in
      for source in [evidence.passage, evidence.date?.source] + evidence.decidingWords {
        try spans.add(source, record: record)
      }
    }
    spans.begin(SectionName.programmes)
    try snapshot.programmes.visit { (record, programme) throws(SnapshotError) in
      let document = try spans.document(programme.documentID, record: record)
      for span in programme.spans { spans.add(span, record: record, document: document) }
    }
    spans.group()
    return spans
  }

  /// Checks every span against its text.
  ///
  /// - Returns: what the lists need of the texts.
  private func checkTexts(
    _ spans: SpanTable, _ mentions: MentionTable
  ) throws(SnapshotError) -> (lengths: [UInt32], sentences: MentionedSentences) {
    let count = snapshot.documents.count
    var lengths = [UInt32](repeating: 0, count: count)
    var sentences = MentionedSentences(documentCount: count)
    var seen = [Bool](repeating: false, count: count)
    try snapshot.visitTexts { (document, text) throws(SnapshotError) in
      guard !seen[document] else {
        throw .layout(section: SectionName.textSlots, offset: 0, "document \(document) has two texts")
      }
      seen[document] = true
      let bytes = text.utf8.span
      lengths[document] = UInt32(clamping: bytes.count)
      try spans.check(document, bytes)
      try check(mentions, of: document, bytes)
      let offsets = mentions[document].map(\.offset)
      sentences.set(MentionedSentences.encoded(unsafe bytes.bytes, mentions: offsets), of: document)
    }
    return (lengths, sentences)
  }

  private func check(
    _ mentions: MentionTable, of document: Int, _ text: Span<UInt8>
  ) throws(SnapshotError) {
    let section = snapshot[section: SectionName.mentions] ?? ByteRegion([])
    for mention in mentions[document] {
      let expected = mentions.texts[Int(mention.text)]
      let (start, length) = (Int(mention.offset), expected.count)
      guard start <= text.count, length <= text.count - start,
        let written = section.array(Int(expected.lowerBound), length),
        written.indices.allSatisfy({ written[$0] == text[start + $0] })
      else {
        throw .span(section: SectionName.mentions, ordinal: Int(mention.entity), offset: start, length: length)
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

  // What follows from the records is built once more, and compared. In a shard, most lists follow from texts that it has not:
  // their bytes are covered by the checksums, and reading them is checked wherever it happens.

  private func checkFilters() throws(SnapshotError) {
    guard snapshot[section: SectionName.documentKinds] != nil else { return }
    var builder = FilterBuilder()
    let summaries = try builder.add(snapshot.table)
    for (name, bytes) in try builder.sections() { try check(name, holds: bytes) }
    guard try snapshot.entitySummaries.all() == summaries else {
      throw .layout(section: SectionName.entitySummaries, offset: 0, "it does not match the records")
    }
  }

  private func checkKnowledge(
    _ mentions: MentionTable, _ sentences: MentionedSentences, textLengths: [UInt32]
  ) throws(SnapshotError) {
    guard snapshot[section: SectionName.documentLists] != nil, snapshot.shard == nil else { return }
    let builder = try KnowledgeBuilder(snapshot.table, mentions, sentences, textLengths: textLengths)
    for (name, bytes) in builder.sections { try check(name, holds: bytes) }
    guard try snapshot.goals.all() == builder.reviews else {
      throw .layout(section: SectionName.goals, offset: 0, "it does not match the records")
    }
  }

  private func check(_ name: String, holds bytes: [UInt8]) throws(SnapshotError) {
    guard let region = snapshot[section: name], region.array(0, region.count) == bytes else {
      throw .layout(section: name, offset: 0, "it does not match the records")
    }
  }
}

extension Programme {
  /// Every span that it gives.
  fileprivate var spans: [TextSpan?] {
    parts.flatMap { part in [part.span] + part.paragraphs.map(\.span) } + strategicObjectives.map(\.span)
      + priorities.flatMap { priority in [priority.span] + priority.goals.map(\.span) }
  }
}
