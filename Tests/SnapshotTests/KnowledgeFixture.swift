import EntenteFileMapping
import EntenteSchema
import Foundation
import ProtobufCoding

@testable import EntenteSnapshot

/// A snapshot of random documents that name random entities, with every kind of record and list.
@dynamicMemberLookup struct KnowledgeFixture {
  let snapshot: SnapshotReader
  /// As they were given to the writer.
  private let records: KnowledgeRecords

  /// - Parameters:
  ///   - seed: of everything random.
  ///   - documents: how many.
  ///   - entityCount: how many names there are to take from.
  ///   - historyCount: how much evidence a goal has that gets a history.
  ///   - replaced: sections that are not what they should be.
  init(
    seed: UInt64, documents: Int = 40, entityCount: Int = 25, historyCount: Int = GoalHistory.leastCount,
    replacing replaced: [String: [UInt8]] = [:]
  ) throws {
    records = KnowledgeRecords(seed: seed, documents: documents, entityCount: entityCount)
    let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).snapshot"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try records.write(path, historyCount: historyCount, replacing: replaced)
    snapshot = try SnapshotReader(ByteRegion([UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))))
  }

  subscript<Value>(dynamicMember path: KeyPath<KnowledgeRecords, Value>) -> Value { records[keyPath: path] }

  static func id(_ document: Int) -> String { "doc-\(1000 + document)" }
}

/// Random records that belong together.
struct KnowledgeRecords {
  private(set) var entities: [Entity] = []
  private(set) var events: [Event] = []
  private(set) var quotations: [Quotation] = []
  private(set) var evidence: [Evidence] = []
  private(set) var programmes: [Programme] = []
  private(set) var texts: [String] = []

  private static let goalIDs = ["cyber", "espace", "maritime", "science", "orphelin"]

  private var builders: [MentionListBuilder]
  private var sentences: MentionedSentences

  init(seed: UInt64, documents: Int, entityCount: Int) {
    var random = SeededRandom(seed)
    let names = Self.entities(entityCount)
    builders = [MentionListBuilder](repeating: MentionListBuilder(), count: entityCount)
    entities = names
    sentences = MentionedSentences(documentCount: documents)
    for document in 0..<documents {
      let id = KnowledgeFixture.id(document)
      var text = ""
      var found: [(offset: UInt32, entity: Int)] = []
      var spans: [TextSpan] = []
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let start = text.utf8.count
        text += "Hier"
        for _ in 0..<Int.random(in: 0...5, using: &random) {
          text += " puis "
          let entity = Int.random(in: 0..<entityCount, using: &random)
          found.append((UInt32(text.utf8.count), entity))
          text += names[entity].name
        }
        text += "."
        spans.append(TextSpan(offset: UInt32(start), length: UInt32(text.utf8.count - start)))
        text += Bool.random(using: &random) ? "\n" : " "
      }
      texts.append(text)
      for (offset, entity) in found {
        let form: MentionForm = Bool.random(using: &random) ? .name : .description
        let name = names[entity].name
        builders[entity].add(document: UInt32(document), offset: offset, text: name, form: form)
        let span = TextSpan(offset: offset, length: UInt32(name.utf8.count))
        entities[entity].mentions.append(
          Mention(source: Source(documentID: id, span: span, text: name), form: form))
        if entities[entity].kind == .person, Int.random(in: 0..<4, using: &random) == 0 {
          entities[entity].roles.append(
            Role(text: "rôle \(document)", source: Source(documentID: id), former: Bool.random(using: &random)))
        }
      }
      func sentence() -> Source {
        let span = spans.randomElement(using: &random) ?? TextSpan()
        let bytes = Array(text.utf8)[Int(span.offset)..<Int(span.offset + span.length)]
        return Source(documentID: id, span: span, text: String(decoding: bytes, as: UTF8.self))
      }
      func entity() -> EntityReference { EntityReference(id: names.randomElement(using: &random)?.id ?? "") }
      for number in 0..<Int.random(in: 0...12, using: &random) {
        events.append(
          Event(
            id: "\(id)#\(number + 1)", type: ["visite", "sommet", "exercice"].randomElement(using: &random) ?? "",
            title: "Événement", date: Self.date(&random), place: Bool.random(using: &random) ? entity() : nil,
            participants: (0..<Int.random(in: 0...3, using: &random)).map { _ in entity() },
            status: [.past, .planned, .proposed].randomElement(using: &random) ?? .unspecified,
            evidence: sentence(), goalIDs: Self.goals(&random)))
      }
      for number in 0..<Int.random(in: 0...3, using: &random) {
        quotations.append(
          Quotation(
            id: "\(id)#\(number + 1)", kind: [.speech, .title].randomElement(using: &random) ?? .scare,
            source: sentence(), speakerID: Bool.random(using: &random) ? entity().id : "", date: Self.date(&random),
            goalIDs: Self.goals(&random)))
      }
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        evidence.append(
          Evidence(
            goalID: Self.goalIDs.randomElement(using: &random) ?? "", passage: sentence(),
            score: [0.6, 0.75, 0.8125].randomElement(using: &random) ?? 1,
            strength: Bool.random(using: &random) ? .direct : .related, date: Self.date(&random)))
      }
      if document % 13 == 5 {
        let goals = Self.goalIDs.dropLast().shuffled(using: &random).prefix(3)
        programmes.append(
          Programme(
            documentID: id, title: "Programme \(document)",
            priorities: [
              Priority(
                number: 1, title: "Priorité \(document)",
                goals: goals.enumerated().map { Goal(id: $1, title: $1.uppercased(), number: UInt32($0 + 1)) })
            ]))
      }
      sentences.set(
        MentionedSentences.encoded(unsafe text.utf8.span.bytes, mentions: found.map(\.offset)), of: document)
    }
  }

  func write(_ path: String, historyCount: Int, replacing replaced: [String: [UInt8]]) throws {
    var writer = try SnapshotWriter(path: path)
    let documents = texts.indices.map { Document(id: KnowledgeFixture.id($0), title: "Titre \($0)", kind: .news) }
    try writer.append(section: SectionName.documents, Self.pack(documents))
    try writer.append(section: SectionName.dates, Self.pack(texts.map { _ in DocumentDates() }))
    try writer.append(section: SectionName.programmes, Self.pack(programmes))
    let bare = entities.map { entity in
      var bare = entity
      (bare.mentions, bare.roles) = ([], [])
      return bare
    }
    try writer.append(section: SectionName.entities, Self.pack(bare))
    try writer.append(section: SectionName.roles, Self.pack(entities.flatMap(\.roles)))
    var parts = PartSpool(try ByteSpool([]))
    var role = 0
    for (entity, builder) in zip(entities, builders) {
      try parts.append(builder.part(roles: role..<role + entity.roles.count))
      role += entity.roles.count
    }
    try writer.append(section: SectionName.mentions, parts)
    try writer.append(section: SectionName.events, Self.pack(events))
    try writer.append(section: SectionName.quotations, Self.pack(quotations))
    try writer.append(section: SectionName.evidence, Self.pack(evidence))
    try writer.appendFilters()
    try writer.appendKnowledge(
      textLengths: texts.map { UInt32($0.utf8.count) }, sentences: sentences, historyCount: historyCount
    ) { replaced[$0] ?? $1 }
    try writer.append(section: SectionName.texts, Self.pack(texts.map { Document(text: $0) }))
    _ = try writer.publish(SnapshotDirectory(documentCount: UInt64(texts.count)))
  }

  private static func pack(_ records: [some SnapshotRecord]) throws -> RecordSection {
    var writer = RecordWriter(dictionary: [], blockSize: 700)
    for record in records { try writer.append(record) }
    return try writer.finish()
  }

  private static func entities(_ count: Int) -> [Entity] {
    let kinds: [(EntityKind, String)] = [
      (.country, "country"), (.organisation, "organisation"), (.person, "person"), (.place, "place"),
    ]
    return (0..<count).map { number in
      let (kind, folder) = kinds[number * kinds.count / count]
      return Entity(
        id: "\(folder)/\(100 + number)", kind: kind, name: "Nom\(number) É\(number % 5)",
        forms: ["Nom\(number) É\(number % 5)", "forme \(number % 7)"])
    }
  }

  private static func date(_ random: inout SeededRandom) -> PartialDate? {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return nil
    case 1: return PartialDate(precision: .unresolved)
    default:
      let month = Int.random(in: 1...3, using: &random)
      let length = Int.random(in: 0...2, using: &random)
      return PartialDate(
        start: "2024-0\(month)-01", end: "2024-0\(month + length)-15", precision: .range,
        subject: Bool.random(using: &random) ? .unspecified : .publication)
    }
  }

  private static func goals(_ random: inout SeededRandom) -> [String] {
    goalIDs.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
  }
}

/// SplitMix64: the same numbers for the same seed.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
