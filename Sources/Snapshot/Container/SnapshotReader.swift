public import EntenteFileMapping
public import EntenteSchema
internal import EntenteZlib
internal import ProtobufCoding

/// An open snapshot, whose header, footer and directory have been checked, but whose sections have not been read.
///
/// ```swift
/// let snapshot = try SnapshotReader(path: "corpus.snapshot")
/// let document = try snapshot.document(0)
/// ```
///
/// Opening takes the same time at any size. A damaged section is reported when it is read, as a `SnapshotError`;
/// `VerifiedSnapshot` reads all of them.
public final class SnapshotReader: Sendable {
  /// The SHA-256 of the content, in hexadecimal.
  public let id: String
  public let directory: SnapshotDirectory
  /// The whole file.
  public let file: ByteRegion

  /// The documents without their text, ordered by id.
  public let documents: RecordReader<Document>
  /// The dates that each document states, in the same order.
  public let dates: RecordReader<DocumentDates>
  /// The entities without their mentions and roles, ordered by id; ``entity(_:)`` and ``visitEntities(_:)`` return complete
  /// ones.
  public let entities: RecordReader<Entity>
  /// The roles stated in documents; `mentions(ofEntity:)` says which entity has which.
  public let roles: RecordReader<Role>
  /// The entity summaries, in the same order.
  public let entitySummaries: RecordReader<EntitySummary>
  public let events: RecordReader<Event>
  public let quotations: RecordReader<Quotation>
  public let evidence: RecordReader<Evidence>
  /// The programmes without the texts of their paragraphs; ``programme(_:)`` returns a complete one.
  public let programmes: RecordReader<Programme>
  /// Every goal of every programme in printed order, each id once, with its counts.
  public let goals: RecordReader<GoalReview>
  /// What documents say about entities where the corpus as a whole differs, for a writer that continues from this snapshot.
  public let drafts: RecordReader<DocumentDrafts>

  /// The ordinals of the documents whose texts it has: all of them, except in a shard.
  public let heldDocuments: Range<Int>
  /// Which part of a corpus it is; nil if it is a whole one.
  public var shard: SnapshotShard? { directory.shard }

  /// In a shard: what titleless documents begin with.
  private let openings: SectionParts?
  /// Documents with nothing but their text, in an order of their own.
  let texts: TextReader
  private let textSlots: TextSlots?
  let mentionParts: SectionParts?
  let table: SectionTable

  /// The hits and misses of the record and text caches since the snapshot was opened.
  public var cacheCounts: CacheCounts {
    documents.cacheCounts + dates.cacheCounts + entities.cacheCounts + roles.cacheCounts + entitySummaries.cacheCounts
      + events.cacheCounts + quotations.cacheCounts + evidence.cacheCounts + programmes.cacheCounts + goals.cacheCounts
      + texts.cacheCounts
  }

  /// Maps and opens the file at `path`.
  ///
  /// - Throws: `SnapshotError` for any file that is not a complete snapshot of a supported version.
  public convenience init(path: String) throws(SnapshotError) {
    try self.init(path: path, access: .inOrder)
  }

  /// Maps and opens a file.
  ///
  /// - Parameters:
  ///   - access: how it will be read.
  ///   - cacheLimit: of each section's records and blocks that are kept, in bytes.
  package convenience init(
    path: String, access: ByteRegion.Access = .inOrder, cacheLimit: Int = .max
  ) throws(SnapshotError) {
    let file: ByteRegion
    do throws(FileMappingError) {
      file = try ByteRegion(mapping: path, access: access)
    } catch {
      throw .unreadable(error)
    }
    try self.init(file, cacheLimit: cacheLimit)
  }

  /// Opens a snapshot that is in memory already.
  public convenience init(_ file: ByteRegion) throws(SnapshotError) { try self.init(file, cacheLimit: .max) }

  private init(_ file: ByteRegion, cacheLimit: Int) throws(SnapshotError) {
    let footer = try Footer(of: file)
    let directory = try Self.directory(of: file, footer)
    let regions = try Self.regions(of: file, directory, end: footer.directoryOffset)
    let table = SectionTable(directory.sections, regions, cacheLimit: cacheLimit)
    heldDocuments = try directory.heldDocuments(isShard: footer.isShard)
    self.file = file
    self.directory = directory
    self.table = table
    id = footer.idText
    // Room for as many documents as there is room for texts: a hit shows both, and to inflate a block for either costs
    // more than to show it. A document takes some 700 bytes, a text of laws 1,200.
    documents = try table.records(SectionName.documents, cacheSize: 12 << 20)
    // A quarter of it for inflated blocks: the records themselves are kept by the text reader.
    texts = TextReader(
      try table.records(SectionName.texts, cacheSize: 4 << 20), cacheSize: min(14 << 20, cacheLimit))
    let documentCount = documents.count
    textSlots = try regions[SectionName.textSlots].map { (region) throws(SnapshotError) in
      try TextSlots(SectionBytes(section: SectionName.textSlots, region: region), count: documentCount)
    }
    dates = try table.records(SectionName.dates)
    entities = try table.records(SectionName.entities)
    entitySummaries = try table.records(SectionName.entitySummaries, cacheSize: 1 << 20)
    events = try table.records(SectionName.events)
    quotations = try table.records(SectionName.quotations)
    evidence = try table.records(SectionName.evidence)
    programmes = try table.records(SectionName.programmes)
    roles = try table.records(SectionName.roles)
    goals = try table.records(SectionName.goals)
    drafts = try table.records(SectionName.drafts)
    mentionParts = try table.parts(SectionName.mentions)
    openings = try table.parts(SectionName.openings)
    guard mentionParts?.count ?? 0 == entities.count else {
      throw .layout(section: SectionName.mentions, offset: 0, "its length does not match \(entities.count) entities")
    }
    guard documents.count == texts.records.count, dates.count == documents.count,
      UInt64(documents.count) == directory.documentCount
    else { throw .layout(section: SectionName.texts, offset: 0, "documents, texts and dates differ in number") }
  }

  /// The bytes of a section, not copied.
  public subscript(section name: String) -> ByteRegion? { table.regions[name] }

  /// The sections whose names start with `prefix`, by the rest of their names.
  public func sections(withPrefix prefix: String) -> [String: ByteRegion] {
    var found: [String: ByteRegion] = [:]
    for (name, region) in table.regions where name.hasPrefix(prefix) {
      found[String(name.dropFirst(prefix.count))] = region
    }
    return found
  }

  /// Opens the columns and lists for filters and facets, which costs little.
  public func filters() throws(SnapshotError) -> SnapshotFilters {
    guard entitySummaries.count == entities.count else {
      throw .layout(section: SectionName.entitySummaries, offset: 0, "entities and their summaries differ in number")
    }
    return try SnapshotFilters(table, documentCount: documents.count, entitySummaries)
  }

  /// A document with its text.
  public func document(_ ordinal: Int) throws(SnapshotError) -> Document {
    var document = try documents[ordinal]
    document.text = try text(ofDocument: ordinal)
    return document
  }

  /// The text of a document.
  ///
  /// - Throws: `SnapshotError`, in a shard also for a document of another one.
  public func text(ofDocument ordinal: Int) throws(SnapshotError) -> String {
    try texts[slot(ofDocument: ordinal)]
  }

  /// The number of a document's text in the order of storage.
  func slot(ofDocument ordinal: Int) throws(SnapshotError) -> Int {
    if let shard, !heldDocuments.contains(ordinal) {
      throw .inAnotherShard(document: ordinal, shard: shard.number, of: shard.count)
    }
    return textSlots?[ordinal] ?? ordinal
  }

  /// The first words of a document, by which a reader knows one without a title.
  ///
  /// - Parameter document: the record of that ordinal.
  package func opening(ofDocument ordinal: Int, _ document: Document) throws(SnapshotError) -> String {
    if let openings, !heldDocuments.contains(ordinal) {
      let range = try openings.range(ordinal)
      return String(decoding: openings.bytes.region.array(range.lowerBound, range.count) ?? [], as: UTF8.self)
    }
    return DocumentOpening.words(of: try text(ofDocument: ordinal), boilerplate: document.boilerplate)
  }

  /// Calls `body` with every text that it has and the document's ordinal, in storage order.
  public func visitTexts(_ body: (Int, String) throws(SnapshotError) -> Void) throws(SnapshotError) {
    let ordinals = try documentsOfTexts()
    try texts.records.visit { (slot, document) throws(SnapshotError) in
      if heldDocuments.contains(ordinals[slot]) { try body(ordinals[slot], document.text) }
    }
  }

  /// The ordinal of the document of each text, in the order in which texts are stored.
  package func documentsOfTexts() throws(SnapshotError) -> [Int] {
    guard let textSlots else { return Array(0..<documents.count) }
    var ordinals = [Int](repeating: -1, count: documents.count)
    for ordinal in 0..<documents.count {
      let slot = textSlots[ordinal]
      guard slot < ordinals.count, ordinals[slot] < 0 else {
        throw .layout(section: SectionName.textSlots, offset: 0, "the text \(slot) is missing or that of two documents")
      }
      ordinals[slot] = ordinal
    }
    return ordinals
  }

  /// Checks that the bytes of every section are those that were written.
  public func checkSections() throws(SnapshotError) {
    for section in directory.sections {
      guard let region = self[section: section.name], crc32(region.bytes) == section.crc32 else {
        throw .checksum(section: section.name, offset: Int(clamping: section.offset))
      }
    }
  }

  /// The ordinal of the document with that id; nil if there is none.
  ///
  /// Documents are ordered by the bytes of their ids.
  public func ordinal(ofDocument id: String) throws(SnapshotError) -> Int? {
    try documents.ordinal(of: id, by: \.id)
  }

  // Opening

  private static func directory(of file: ByteRegion, _ footer: Footer) throws(SnapshotError) -> SnapshotDirectory {
    guard footer.directoryOffset >= SnapshotFormat.headerSize,
      footer.directoryLength <= SnapshotFormat.maximumDirectorySize,
      let region = file.slice(footer.directoryOffset, footer.directoryLength),
      footer.directoryOffset + footer.directoryLength <= file.count - SnapshotFormat.footerSize
    else {
      throw .directory(
        .outOfBounds(
          offset: UInt64(truncatingIfNeeded: footer.directoryOffset),
          length: UInt32(truncatingIfNeeded: footer.directoryLength)))
    }
    guard crc32(region.bytes) == footer.directoryChecksum else { throw .directory(.checksum) }
    do throws(ProtobufError) {
      return try SnapshotDirectory(protobuf: region.bytes)
    } catch {
      throw .directory(.undecodable(error))
    }
  }

  private static func regions(
    of file: ByteRegion, _ directory: SnapshotDirectory, end: Int
  ) throws(SnapshotError) -> [String: ByteRegion] {
    var regions: [String: ByteRegion] = [:]
    var previousEnd = SnapshotFormat.headerSize
    for section in directory.sections {
      guard let offset = Int(exactly: section.offset), let length = Int(exactly: section.length),
        offset % SnapshotFormat.alignment == 0, offset >= previousEnd, offset <= end, length <= end - offset,
        let region = file.slice(offset, length)
      else { throw .directory(.section(name: section.name, offset: section.offset, length: section.length)) }
      guard regions.updateValue(region, forKey: section.name) == nil else {
        throw .directory(.duplicate(name: section.name))
      }
      previousEnd = offset + length
    }
    return regions
  }
}
