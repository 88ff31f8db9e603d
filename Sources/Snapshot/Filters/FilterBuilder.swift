internal import EntenteSchema
internal import EntenteTextAnalysis

// What filters and facets need, read in place. All of it follows from the records of the same file.
//
// filters/kinds         := strings column     the kind of each document: its number in DocumentKind, in decimal
// filters/dates         := strings column     when each document was published: first day "/" last day; empty if unknown
// filters/sources       := strings column     where each document comes from: publisher " " host, folded
// filters/goals         := strings lists      by goal id: the documents that hold evidence on it
// filters/entities      := strings column lists
//                                             the kind of each entity: its number in EntityKind, in decimal; and the
//                                             documents that mention it. Entities stand in the order of `entities`
// filters/names         := strings lists      by folded name, acronym, code, form or id: the entities that are called so
//
// strings := count u32 | end of each string in the text u32* | text     ordered by their bytes, each once
// column  := count u32 | width u8 | number of a string*, each in `width` bits | zeros up to a byte | 8 bytes of zero
// lists   := count u32 | end of each list in the bytes u32* | bytes
// list    := varint*     ascending ordinals: the first, then each less the one before, less 1
//
// Integers are little-endian. Packed numbers fill bytes from the least significant bit.

/// Gathers what filters and facets need from the records of a snapshot.
struct FilterBuilder {
  private var ids: [String] = []
  /// By the id of the document: asked for once all are there.
  private lazy var ordinals = Dictionary(
    ids.enumerated().map { ($1, UInt32(clamping: $0)) }, uniquingKeysWith: { $1 })
  private var kinds = ColumnBuilder()
  private var dates = ColumnBuilder()
  private var sources = ColumnBuilder()
  private var goals: [String: [UInt32]] = [:]
  private var entityKinds = ColumnBuilder()
  private var entityDocuments: [[UInt8]] = []
  private var names: [String: [UInt32]] = [:]

  /// Adds the next document.
  mutating func add(_ document: Document) {
    ids.append(document.id)
    kinds.append(String(document.kind.rawValue))
    let published = document.published.flatMap { $0.start.isEmpty ? nil : $0 }
    dates.append(published.map { $0.start + "/" + $0.end } ?? "")
    sources.append(Folding.fold(document.publisher) + " " + Folding.fold(Self.host(document.sourceUrl)))
  }

  /// Adds the next entity; all documents are there by now.
  ///
  /// - Returns: the entity without its mentions.
  mutating func add(_ entity: Entity) -> EntitySummary {
    let ordinal = UInt32(clamping: entityDocuments.count)
    let documents = Set(entity.mentions.compactMap { $0.source.flatMap { ordinals[$0.documentId] } })
    entityKinds.append(String(entity.kind.rawValue))
    entityDocuments.append(OrdinalList.encode(documents.sorted()))
    let called = [entity.id, entity.name, entity.acronym, entity.iso2] + entity.forms
    for name in Set(called.map(EntityName.fold)) where !name.isEmpty { names[name, default: []].append(ordinal) }
    let role = entity.roles.last { !$0.former } ?? entity.roles.last
    return EntitySummary(
      id: entity.id, kind: entity.kind, name: entity.name, acronym: entity.acronym, iso2: entity.iso2,
      type: entity.type, mentionCount: UInt32(clamping: entity.mentions.count),
      documentCount: UInt32(clamping: documents.count), role: role?.text ?? "")
  }

  mutating func add(_ evidence: Evidence) {
    guard let document = evidence.passage.flatMap({ ordinals[$0.documentId] }) else { return }
    if goals[evidence.goalId]?.last != document { goals[evidence.goalId, default: []].append(document) }
  }

  func sections() -> [(name: String, bytes: [UInt8])] {
    [
      (SectionName.documentKinds, kinds.bytes), (SectionName.documentDates, dates.bytes),
      (SectionName.documentSources, sources.bytes), (SectionName.goalDocuments, Self.directory(goals)),
      (SectionName.entityDocuments, entityKinds.bytes + Self.lists(entityDocuments)),
      (SectionName.entityNames, Self.directory(names)),
    ]
  }

  private static func host(_ url: String) -> String {
    guard let scheme = url.firstRange(of: "://") else { return url }
    return String(url[scheme.upperBound...].prefix { $0 != "/" })
  }

  private static func directory(_ lists: [String: [UInt32]]) -> [UInt8] {
    let sorted = lists.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return strings(sorted.map(\.key)) + self.lists(sorted.map { OrdinalList.encode(Set($0.value).sorted()) })
  }

  fileprivate static func strings(_ sorted: [String]) -> [UInt8] { parts(sorted.map { Array($0.utf8) }) }

  private static func lists(_ lists: [[UInt8]]) -> [UInt8] { parts(lists) }

  private static func parts(_ parts: [[UInt8]]) -> [UInt8] {
    var bytes = littleEndian(UInt32(clamping: parts.count))
    var end = 0
    for part in parts {
      end += part.count
      bytes += littleEndian(UInt32(clamping: end))
    }
    return bytes + parts.joined()
  }
}

/// Numbers the distinct values of a column as they come.
private struct ColumnBuilder {
  private var numbers: [String: UInt32] = [:]
  private var values: [UInt32] = []
  /// The last value, because many in a row are often the same.
  private var last: (value: String, number: UInt32)?

  mutating func append(_ value: String) {
    if let last, last.value == value { return values.append(last.number) }
    let number = numbers[value] ?? UInt32(clamping: numbers.count)
    numbers[value] = number
    values.append(number)
    last = (value, number)
  }

  var bytes: [UInt8] {
    let sorted = numbers.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    var places = [UInt32](repeating: 0, count: sorted.count)
    for (place, entry) in sorted.enumerated() { places[Int(entry.value)] = UInt32(clamping: place) }
    let width = UInt64(Int.bitWidth - max(sorted.count - 1, 0).leadingZeroBitCount)
    var bytes = FilterBuilder.strings(sorted.map(\.key)) + littleEndian(UInt32(clamping: values.count)) + [UInt8(width)]
    var (bits, held) = (UInt64(0), UInt64(0))
    for value in values {
      bits |= UInt64(places[Int(value)]) << held
      held += width
      while held >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: bits))
        bits >>= 8
        held -= 8
      }
    }
    if held > 0 { bytes.append(UInt8(truncatingIfNeeded: bits)) }
    return bytes + [UInt8](repeating: 0, count: 8)
  }
}
