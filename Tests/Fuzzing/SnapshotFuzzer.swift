import EntenteFileMapping
import EntenteSchema
import EntenteSearchIndex
import EntenteZlib

@testable import EntenteSnapshot

// input := edit*
// edit  := section u8 | offset u16 | value u8       little-endian; the section and the offset taken modulo

/// Changes bytes in the sections of a small snapshot and reads all of them: values or typed errors, whatever the bytes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSnapshot(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  var sections = SmallSnapshot.sections
  let input = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
  for edit in stride(from: 0, to: input.count - 3, by: 4) {
    let section = Int(input[edit]) % sections.count
    guard !sections[section].bytes.isEmpty else { continue }
    let offset = (Int(input[edit + 1]) | Int(input[edit + 2]) << 8) % sections[section].bytes.count
    sections[section].bytes[offset] = input[edit + 3]
  }
  SmallSnapshot.read(Dictionary(uniqueKeysWithValues: sections.map { ($0.name, ByteRegion($0.bytes)) }))
  return 0
}

/// Sections in memory, with the readers of them.
enum SmallSnapshot {
  private static let count = 300
  private static let words = ["otan", "japon", "sécurité", "maritime", "exercice", "défense", "accord", "visite"]

  static let sections: [(name: String, bytes: [UInt8])] = {
    var builder = SegmentBuilder(firstDocument: 0)
    var documents = RecordWriter(dictionary: [], blockSize: 512)
    var entities = RecordWriter(dictionary: [], blockSize: 512)
    for ordinal in 0..<count {
      let text = (0..<12).map { words[(ordinal * 7 + $0 * ($0 + ordinal)) % words.count] }.joined(separator: " ")
      builder.add(title: words[ordinal % words.count], body: text)
      let day = "2023-0\(1 + ordinal % 9)-01"
      try? documents.append(
        Document(
          id: "d\(1000 + ordinal)", kind: ordinal % 2 == 0 ? .news : .speech,
          published: PartialDate(start: day, end: day)))
    }
    var summaries = RecordWriter(dictionary: [], blockSize: 512)
    try? summaries.append(EntitySummary(id: "organisation/otan", kind: .organisation, name: "OTAN"))
    try? entities.append(Entity(id: "organisation/otan", kind: .organisation, name: "OTAN"))
    var mentions = MentionListBuilder()
    for document: UInt32 in [3, 40, 299] { mentions.add(document: document, offset: 0, text: "otan", form: .name) }
    var sections: [(name: String, bytes: [UInt8])] = []
    for (name, section) in [
      ("documents", try? documents.finish()), ("entities", try? entities.finish()),
      ("entities.summaries", try? summaries.finish()),
    ] {
      if let section { sections += [(name, section.blocks), (name + ".blocks", section.index)] }
    }
    if let parts = try? SectionParts.encode([mentions.part(roles: 0..<0)], of: "mentions") {
      sections.append(("mentions", parts))
    }
    sections += knowledge(sections)
    if let index = try? IndexWriter.sections(of: [builder.finish()]) { sections += index }
    return sections
  }()

  private static let records = [
    SnapshotSection(name: "documents", recordCount: UInt64(count)), SnapshotSection(name: "entities", recordCount: 1),
    SnapshotSection(name: "entities.summaries", recordCount: 1),
  ]

  /// Filters and lists, as they follow from the records.
  private static func knowledge(_ sections: [(name: String, bytes: [UInt8])]) -> [(name: String, bytes: [UInt8])] {
    let regions = Dictionary(uniqueKeysWithValues: sections.map { ($0.name, ByteRegion($0.bytes)) })
    var filters = FilterBuilder()
    guard let table = try? SectionTable(records, regions), (try? filters.add(table)) != nil,
      let mentions = try? MentionTable(table),
      let lists = try? KnowledgeBuilder(
        table, mentions, MentionedSentences(documentCount: count),
        textLengths: [UInt32](repeating: 100, count: count))
    else { return [] }
    return ((try? filters.sections()) ?? []) + lists.sections
  }

  static func read(_ regions: [String: ByteRegion]) {
    do throws(SnapshotError) {
      let table = SectionTable(records, regions)
      try readFilters(SnapshotFilters(table, documentCount: count, table.records("entities.summaries")))
      try readLists(KnowledgeLists(table, RecordCounts(documents: count, entities: 1)))
      _ = try MentionTable(table)
    } catch {}
    do throws(SnapshotError) {
      let records = try RecordReader<Document>(
        section: "documents", blocks: regions["documents"], index: regions["documents.blocks"], count: UInt64(count),
        inflaters: InflaterPool(nil), cacheSize: 1 << 16)
      _ = try records.ordinal(of: "d1200", by: \.id)
      for ordinal in stride(from: 0, to: count, by: 31) { _ = try records[ordinal] }
      try records.visit { (_, _) throws(SnapshotError) in }
    } catch {}
    do throws(IndexError) {
      try search(IndexReader(sections: regions))
    } catch {}
  }

  private static func readLists(_ lists: KnowledgeLists) throws(SnapshotError) {
    for document in stride(from: 0, to: count, by: 7) {
      for entity in try lists.documents.entities(of: document) where entity >= 1 {
        fatalError("there is no such entity")
      }
      _ = try lists.documents.evidence(of: document)
    }
    _ = try lists.entities.ranking().ordinals(0..<10)
    _ = try lists.entities.eventsTakingPart(0).all()
    _ = try lists.entities.coOccurrences(of: 0)
    _ = try lists.goals.goal(withID: "cyberdefense")
  }

  private static func readFilters(_ filters: SnapshotFilters) throws(SnapshotError) {
    for column in [filters.kinds, filters.dates, filters.sources, filters.entityKinds] {
      for ordinal in 0..<column.count where column.number(ordinal) >= max(column.valueCount, 1) {
        fatalError("a value of a column is none of its values")
      }
      for number in 0..<min(column.valueCount, 64) { _ = try column.value(number) }
    }
    try filters.visitDocuments(ofEntity: 0) { if $0 >= count { fatalError("a document is none of the corpus") } }
    _ = try filters.entities(named: "otan")
    _ = try filters.entities(withWord: "otan")
    _ = try filters.entities(withNamesLike: "ta")
  }

  private static func search(_ index: IndexReader) throws(IndexError) {
    func term(_ word: String) -> SearchQuery { .term(Array(word.utf8)) }
    let phrase = SearchQuery.phrase([
      PhraseSlot(term: Array("otan".utf8), position: 0), PhraseSlot(term: Array("japon".utf8), position: 1),
    ])
    let queries: [SearchQuery] = [
      term("otan"), .prefix(Array("m".utf8)), .fuzzy(Array("japan".utf8), distance: 1), phrase,
      .boolean(must: [term("otan"), term("japon")], should: [], mustNot: []),
      .boolean(must: [], should: [term("otan"), term("japon"), term("visit")], mustNot: [term("accord")]),
      .boolean(must: [.documents(OrdinalSet([1, 250])), phrase], should: [term("otan")], mustNot: []),
    ]
    for query in queries {
      let found = try index.search(query, limit: 10)
      if found.hits.contains(where: { Int($0.document) >= index.documentCount }) {
        fatalError("a document is none of the corpus")
      }
      _ = try index.documents(matching: query)
    }
  }
}
