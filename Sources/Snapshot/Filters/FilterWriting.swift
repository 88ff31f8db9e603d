internal import EntenteFileMapping
internal import EntenteSchema

extension SnapshotWriter {
  /// Appends what filters, facets and lists need. It follows from the records that were appended before: all of them must
  /// be there.
  ///
  /// - Throws: `PublicationError`, `SnapshotError` where the records are none, or `ZlibError`.
  public mutating func appendFilters() throws {
    let table = try writtenSections()
    var builder = FilterBuilder()
    let summaries = try builder.add(table)
    var writer = RecordWriter(dictionary: try table.dictionary(), blockSize: RecordBlock.usualSize)
    for summary in summaries { try writer.append(summary) }
    try append(section: SectionName.entitySummaries, writer.finish())
    for (name, bytes) in try builder.sections() { try append(section: name, bytes) }
  }

  /// The sections that were appended by now.
  func writtenSections() throws -> SectionTable {
    let file = try written()
    var regions: [String: ByteRegion] = [:]
    for section in sections { regions[section.name] = file.slice(Int(section.offset), Int(section.length)) }
    return try SectionTable(sections, regions)
  }
}
