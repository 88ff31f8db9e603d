internal import EntenteFileMapping
public import EntenteSchema
internal import EntenteZlib
internal import ProtobufCoding

extension SnapshotWriter {
  /// Appends what filters, facets and lists need. It follows from the records that were appended before: all of them must
  /// be there.
  ///
  /// - Throws: `PublicationError`, `SnapshotError` where the records are none, or `ZlibError`.
  public mutating func appendFilters() throws {
    let records = WrittenRecords(try written(), sections)
    var builder = FilterBuilder()
    var summaries = RecordWriter(dictionary: records.dictionary, blockSize: 16 << 10)
    try records.reader(SectionName.documents).visit { (_, document: Document) in builder.add(document) }
    for summary in try builder.summaries(of: records.reader(SectionName.entities)) { try summaries.append(summary) }
    try records.reader(SectionName.evidence).visit { (_, evidence: Evidence) in builder.add(evidence) }
    try append(section: SectionName.entitySummaries, summaries.finish())
    for (name, bytes) in builder.sections() { try append(section: name, bytes) }
  }
}

extension FilterBuilder {
  /// Adds all entities.
  mutating func summaries(of entities: RecordReader<Entity>) throws(SnapshotError) -> [EntitySummary] {
    var summaries: [EntitySummary] = []
    try entities.visit { (_, entity) throws(SnapshotError) in summaries.append(add(entity)) }
    return summaries
  }
}

/// The record sections of a file that is being written.
private struct WrittenRecords {
  let dictionary: [UInt8]
  private let file: ByteRegion
  private let sections: [SnapshotSection]
  private let inflaters: InflaterPool

  init(_ file: ByteRegion, _ sections: [SnapshotSection]) {
    self.file = file
    self.sections = sections
    let section = sections.first { $0.name == SectionName.dictionary }
    dictionary = section.flatMap { [file] in file.array(Int($0.offset), Int($0.length)) } ?? []
    inflaters = InflaterPool(dictionary: dictionary)
  }

  func reader<Record>(_ name: String) throws(SnapshotError) -> RecordReader<Record> {
    try RecordReader(
      section: name, blocks: region(name), index: region(SectionName.blocks(of: name)),
      count: section(name)?.recordCount ?? 0, inflaters: inflaters, cacheSize: 1 << 20)
  }

  private func section(_ name: String) -> SnapshotSection? { sections.first { $0.name == name } }

  private func region(_ name: String) -> ByteRegion? {
    section(name).flatMap { file.slice(Int($0.offset), Int($0.length)) }
  }
}
