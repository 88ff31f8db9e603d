internal import EntenteFileMapping
internal import EntenteSchema

extension SnapshotWriter {
  /// Appends what filters, facets and lists need, which is derived from the records: all of them must have been appended
  /// before.
  ///
  /// - Throws: `PublicationError`, `SnapshotError` if the records are damaged, or `ZlibError`.
  public mutating func appendFilters() throws {
    let table = try writtenSections()
    var builder = FilterBuilder()
    let summaries = try builder.add(table)
    try append(section: SectionName.entitySummaries, summaries, table)
    for (name, bytes) in try builder.sections() { try append(section: name, bytes) }
  }

  /// Appends records, with a dictionary of their own where they are many.
  mutating func append(
    section name: String, _ records: [some SnapshotRecord], _ table: SectionTable
  ) throws {
    var sample = RecordSample()
    for ordinal in RecordSample.ordinals(of: records.count) { sample.append(records[ordinal]) }
    let isSampled = !sample.dictionary.isEmpty
    var writer = RecordWriter(
      dictionary: isSampled ? sample.dictionary : try table.dictionary(),
      blockSize: isSampled ? RecordBlock.sizeWithDictionary : RecordBlock.usualSize)
    for record in records { try writer.append(record) }
    if isSampled { try append(dictionary: sample.dictionary, of: name) }
    try append(section: name, writer.finish())
  }

  /// The sections that were appended by now.
  func writtenSections() throws -> SectionTable {
    let file = try written()
    var regions: [String: ByteRegion] = [:]
    for section in sections { regions[section.name] = file.slice(Int(section.offset), Int(section.length)) }
    return SectionTable(sections, regions)
  }
}
