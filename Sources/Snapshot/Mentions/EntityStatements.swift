public import EntenteSchema

extension SnapshotReader {
  /// Where documents mention an entity, and which roles they state.
  package func mentions(ofEntity ordinal: Int) throws(SnapshotError) -> MentionList {
    guard let mentionParts else { throw .missingSection(SectionName.mentions) }
    return try MentionList(mentionParts, entity: ordinal, documentCount: documents.count, roleCount: roles.count)
  }

  /// An entity with all its mentions and roles, of which there may be very many.
  public func entity(_ ordinal: Int) throws(SnapshotError) -> Entity {
    try whole(try entities[ordinal], ordinal) { (document) throws(SnapshotError) in try documents[document].id }
  }

  /// Every entity with its mentions and roles, in order.
  public func visitEntities(_ body: (Int, Entity) throws(SnapshotError) -> Void) throws(SnapshotError) {
    let ids = try table.documentIDs()
    try entities.visit { (ordinal, entity) throws(SnapshotError) in
      try body(ordinal, try whole(entity, ordinal) { ids[$0] })
    }
  }

  /// Calls `body` with what each document says about an entity, in document order, except that documents with a role but no
  /// mention come last.
  ///
  /// - Parameter ids: of the documents.
  package func visitStatements(
    ofEntity ordinal: Int, _ ids: SortedIDs, _ body: (_ document: Int, [Mention], [Role]) throws -> Void
  ) throws {
    let list = try mentions(ofEntity: ordinal)
    var rolesOf: [Int: [Role]] = [:]
    for number in list.roles {
      let role = try roles[number]
      if let document = role.source.flatMap({ ids.index(of: $0.documentID) }) {
        rolesOf[document, default: []].append(role)
      }
    }
    var (document, mentions) = (0, [Mention]())
    func give() throws {
      if !mentions.isEmpty { try body(document, mentions, rolesOf.removeValue(forKey: document) ?? []) }
      mentions = []
    }
    for first in stride(from: 0, to: list.count, by: MentionList.blockSize) {
      for mention in try list.mentions(first..<first + MentionList.blockSize) {
        if mention.document != document { try give() }
        document = mention.document
        mentions.append(Mention(mention, documentID: ids[document]))
      }
    }
    try give()
    for (document, roles) in rolesOf.sorted(by: { $0.key < $1.key }) { try body(document, [], roles) }
  }

  private func whole(
    _ entity: Entity, _ ordinal: Int, id: (Int) throws(SnapshotError) -> String
  ) throws(SnapshotError) -> Entity {
    let list = try mentions(ofEntity: ordinal)
    var entity = entity
    for role in list.roles { entity.roles.append(try roles[role]) }
    for mention in try list.mentions(0..<list.count) {
      entity.mentions.append(Mention(mention, documentID: try id(mention.document)))
    }
    return entity
  }
}

extension Mention {
  /// - Parameter documentID: the id of the mention's document.
  package init(_ mention: EntityMention, documentID: String) {
    let span = TextSpan(offset: UInt32(clamping: mention.offset), length: UInt32(clamping: mention.text.utf8.count))
    self.init(source: Source(documentID: documentID, span: span, text: mention.text), form: mention.form)
  }
}
