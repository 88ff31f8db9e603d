internal import EntenteExtraction
internal import EntenteSchema
internal import EntenteSnapshot

/// What documents say of one entity, as it waits in a queue.
struct Drafts {
  let queue: RecordQueue
  /// In the order of documents.
  let entries: [EntityMerge.Entry]

  func draft(_ index: Int) throws -> Entity { try queue.record(entries[index].offset, Int(entries[index].size)) }
}

/// Some of the entities of a corpus, brought together.
struct MergedPiece: ~Copyable {
  /// An entity of the piece.
  struct Member: Sendable {
    let id: String
    let name: String
    let mentions: MentionListBuilder
    let roleCount: Int
  }

  /// The encoded sections of the piece.
  struct Output: Sendable {
    let members: [Member]
    let entities: RecordSection
    let roles: RecordSection
    let deviations: DraftDeviations
  }

  /// So many drafts are held at a time: of an entity that more documents mention each draft is read twice.
  private static let limit = 256

  private var members: [Member] = []
  private var entities: RecordWriter
  private var roles: RecordWriter
  private var deviations = DraftDeviations()

  init(_ packer: RecordPacker) {
    entities = packer.recordWriter()
    roles = packer.recordWriter()
  }

  /// Adds the next entity.
  mutating func merge(_ id: String, _ drafts: Drafts) throws {
    var union = EntityUnion(id: id)
    var mentions = MentionListBuilder()
    var roleCount = 0
    var held: [Entity] = []
    for index in drafts.entries.indices {
      let draft = try drafts.draft(index)
      union.add(draft)
      for mention in draft.mentions {
        guard let source = mention.source, let span = source.span else { continue }
        mentions.add(
          document: drafts.entries[index].document, offset: span.offset, text: source.text, form: mention.form)
      }
      for role in draft.roles { try roles.append(role) }
      roleCount += draft.roles.count
      if drafts.entries.count <= Self.limit { held.append(draft) }
    }
    let entity = union.entity
    try entities.append(entity)
    members.append(Member(id: id, name: entity.name, mentions: mentions, roleCount: roleCount))
    var first = 0
    while first < drafts.entries.count {
      let document = drafts.entries[first].document
      var actual: [Entity] = []
      while first < drafts.entries.count, drafts.entries[first].document == document {
        actual.append(held.isEmpty ? try drafts.draft(first) : held[first])
        first += 1
      }
      deviations.add(actual, document: document, of: entity)
    }
  }

  consuming func finish() throws -> Output {
    Output(
      members: members, entities: try entities.finish(), roles: try roles.finish(), deviations: deviations)
  }
}
