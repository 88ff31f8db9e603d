internal import EntenteExtraction
internal import EntenteFileMapping
internal import EntenteSchema
internal import EntenteSnapshot

/// What documents say of their entities: each is merged with what others say of the same one.
struct EntityMerge: Sendable {
  private var queue: RecordQueue
  private var resolver = CorpusResolver()
  private var numbers: [String: UInt32] = [:]
  /// The entry of each draft, in document order.
  private var entries: [Entry] = []

  /// A draft that waits in the queue.
  struct Entry: Sendable {
    /// The number of its id.
    let id: UInt32
    let document: UInt32
    let size: UInt32
    let offset: Int
  }

  init(_ queue: RecordQueue) { self.queue = queue }

  mutating func add(_ run: RunKnowledge) throws {
    var offset = try queue.append(run.drafts)
    for (index, (id, size)) in zip(run.draftIDs, run.drafts.sizes).enumerated() {
      let number = numbers[id] ?? UInt32(clamping: numbers.count)
      numbers[id] = number
      entries.append(Entry(id: number, document: run.draftDocuments[index], size: size, offset: offset))
      offset += Int(size)
    }
    for person in run.people { resolver.add(person) }
  }

  /// The sections of the entities of a corpus, and what else follows from bringing them together.
  struct Merged {
    /// Ordered by the bytes of their ids.
    var entities: RecordSpool
    var roles: RecordSpool
    var mentions: PartSpool
    /// What documents say otherwise.
    var deviations = DraftDeviations()
    /// Who is who.
    var identities: Identities
  }

  /// Brings together what documents say of the same entities.
  func merged(_ packer: RecordPacker) async throws -> Merged {
    let plan = packer.plan
    var merged = Merged(
      entities: RecordSpool(limit: plan.section, file: plan.spillFile),
      roles: RecordSpool(limit: plan.section, file: plan.spillFile), mentions: PartSpool(plan.sectionSpool),
      identities: Identities(replaced: resolver.replacements()))
    var pieces = Self.pieces(groups(merged.identities)).makeIterator()
    try await orderedMap(packer.workers) {
      pieces.next()
    } work: { piece in
      var output = MergedPiece(packer)
      for group in piece { try output.merge(group.id, Drafts(queue: queue, entries: group.drafts.map { entries[$0] })) }
      return try output.finish()
    } consume: { piece in
      var firstRole = merged.roles.recordCount
      for entity in piece.members {
        merged.identities.names[entity.id] = entity.name
        try merged.mentions.append(entity.mentions.part(roles: firstRole..<firstRole + entity.roleCount))
        firstRole += entity.roleCount
      }
      try merged.entities.append(piece.entities)
      try merged.roles.append(piece.roles)
      merged.deviations.add(piece.deviations)
    }
    return merged
  }

  private struct Group: Sendable {
    let id: String
    var drafts: [Int] = []
    var size = 0
  }

  private func groups(_ identities: Identities) -> [Group] {
    var groups: [String: Int] = [:]
    var found: [Group] = []
    var groupOf = [Int](repeating: 0, count: numbers.count)
    for (id, number) in numbers {
      let identity = identities.identity(id)
      if groups[identity] == nil {
        groups[identity] = found.count
        found.append(Group(id: identity))
      }
      groupOf[Int(number)] = groups[identity] ?? 0
    }
    for (index, entry) in entries.enumerated() {
      found[groupOf[Int(entry.id)]].drafts.append(index)
      found[groupOf[Int(entry.id)]].size += Int(entry.size)
    }
    return found.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  /// Groups that are merged in one go: their number follows from their sizes alone.
  private static func pieces(_ groups: [Group]) -> [ArraySlice<Group>] {
    var pieces: [ArraySlice<Group>] = []
    var (first, size) = (0, 0)
    for (index, group) in groups.enumerated() {
      size += group.size
      guard size >= 1 << 20 || index + 1 == groups.count else { continue }
      pieces.append(groups[first...index])
      (first, size) = (index + 1, 0)
    }
    return pieces
  }
}
