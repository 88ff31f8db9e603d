internal import EntenteFileMapping
internal import EntenteSchema

/// The sections of a snapshot by name, of one that is whole or of one that is being written.
struct SectionTable: Sendable {
  let regions: [String: ByteRegion]
  private let recordCounts: [String: UInt64]
  /// Of blocks that were made with the dictionary of the whole snapshot.
  private let inflaters: InflaterPool
  private let cacheLimit: Int

  /// - Parameters:
  ///   - regions: the bytes of each section.
  ///   - cacheLimit: of what is kept of any section's records, in bytes.
  init(_ sections: [SnapshotSection], _ regions: [String: ByteRegion], cacheLimit: Int = .max) {
    self.regions = regions
    self.cacheLimit = cacheLimit
    recordCounts = Dictionary(sections.map { ($0.name, $0.recordCount) }, uniquingKeysWith: { first, _ in first })
    inflaters = InflaterPool(regions[SectionName.dictionary].map { BlockDictionary(SectionName.dictionary, $0) })
  }

  /// The records of a section; none where the section is missing.
  ///
  /// - Parameter cacheSize: of the records and blocks that are kept, in bytes.
  func records<Record: SnapshotRecord>(
    _ name: String, cacheSize: Int = 512 << 10
  ) throws(SnapshotError) -> RecordReader<Record> {
    let dictionary = SectionName.dictionary(of: name)
    return try RecordReader(
      section: name, blocks: regions[name], index: regions[SectionName.blocks(of: name)],
      count: recordCounts[name] ?? 0,
      inflaters: regions[dictionary].map { InflaterPool(BlockDictionary(dictionary, $0)) } ?? inflaters,
      cacheSize: min(cacheSize, cacheLimit))
  }

  /// The bytes of a section that is read in place.
  ///
  /// - Throws: `missingSection`.
  func bytes(_ name: String) throws(SnapshotError) -> SectionBytes {
    guard let region = regions[name] else { throw .missingSection(name) }
    return SectionBytes(section: name, region: region)
  }

  /// The parts of a section; nil where the section is missing.
  func parts(_ name: String) throws(SnapshotError) -> SectionParts? {
    guard let region = regions[name] else { return nil }
    return try SectionParts(SectionBytes(section: name, region: region), at: 0)
  }

  /// The preset dictionary of record blocks whose section has none of its own; empty where there is none.
  func dictionary() throws(SnapshotError) -> [UInt8] {
    guard let region = regions[SectionName.dictionary] else { return [] }
    return try BlockDictionary(SectionName.dictionary, region).bytes()
  }

  /// The ids of the documents, by ordinal.
  func documentIDs() throws(SnapshotError) -> SortedIDs {
    let documents: RecordReader<Document> = try records(SectionName.documents)
    var ids = SortedIDs()
    try documents.visit { (_, document) in ids.append(document.id) }
    return ids
  }
}
