public import EntenteSchema
internal import EntenteSnapshot

extension Corpus {
  private static let mostNamesakes = 20

  /// People, organisations, countries and places, most mentioned first.
  public func entities(
    _ request: ListEntitiesRequest = ListEntitiesRequest(), _ cancellation: Cancellation = .none
  ) throws(CorpusError) -> ListEntitiesResponse {
    try answer(request.minimumGeneration, cancellation) { () throws(CorpusError) in
      let page = try Page(
        size: request.pageSize, token: request.pageToken,
        of: ListEntitiesRequest(kind: request.kind, name: request.name), snapshotID: snapshot.id)
      var entities = try reading { () throws(SnapshotError) in
        var called: Set<Int>?
        for form in NameForms.of(request.name) where !request.name.isEmpty && called?.isEmpty ?? true {
          called = try catalog.filters.entities(withNamesLike: form)
        }
        var entities: [EntitySummary] = []
        try snapshot.entitySummaries.visit { (ordinal, entity) throws(SnapshotError) in
          if request.kind == .unspecified || entity.kind == request.kind, called?.contains(ordinal) ?? true {
            entities.append(entity)
          }
        }
        return entities
      }
      try cancellation.check()
      entities.sort(by: Self.isMentionedMore)
      return ListEntitiesResponse(
        snapshot: reference, entities: Array(page.cut(entities)), nextPageToken: page.nextToken(total: entities.count),
        total: UInt64(entities.count))
    }
  }

  static func isMentionedMore(_ left: EntitySummary, _ right: EntitySummary) -> Bool {
    left.mentionCount != right.mentionCount
      ? left.mentionCount > right.mentionCount : left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
  }

  /// One entity: its forms, roles and mentions, and where and with whom it occurs.
  public func entity(
    _ request: GetEntityRequest, _ cancellation: Cancellation = .none
  ) throws(CorpusError) -> GetEntityResponse {
    try answer(request.minimumGeneration, cancellation) { () throws(CorpusError) in
      let knowledge = try knowledge()
      let called = knowledge.entities(named: request.id)
      guard let entity = called.first else { throw .notFound(try entityDirectory.unknown(request.id)) }
      let ids = Set(entity.mentions.compactMap { $0.source?.documentId })
      var documents: [DocumentSummary] = []
      for id in ids.sorted() {
        try cancellation.check()
        documents.append(try summary(ofDocument: try ordinal(ofDocument: id)))
      }
      documents.sort { PartialDate.isEarlier($0.published, $1.published) ?? ($0.id < $1.id) }
      return GetEntityResponse(
        snapshot: reference, entity: entity, coOccurrences: try coOccurrences(with: entity, knowledge, cancellation),
        events: knowledge.events.filter { event in
          event.participants.contains { $0.id == entity.id } || event.place?.id == entity.id
        }.sorted(by: Self.isEarlier),
        quotations: knowledge.quotations.filter { $0.speakerId == entity.id }, documents: documents,
        alsoCalled: called.dropFirst().prefix(Self.mostNamesakes).map(knowledge.summary))
    }
  }

  /// Entities of the same sentences, most frequent first.
  private func coOccurrences(
    with entity: Entity, _ knowledge: KnowledgeBase, _ cancellation: Cancellation
  ) throws(CorpusError) -> [CoOccurrence] {
    var sentences: [String: [TextSpan]] = [:]
    for (id, mentions) in Dictionary(grouping: entity.mentions, by: { $0.source?.documentId ?? "" }) {
      try cancellation.check()
      let text = try reading { () throws(SnapshotError) in
        try snapshot.ordinal(ofDocument: id).map { (ordinal) throws(SnapshotError) in
          try snapshot.text(ofDocument: ordinal)
        }
      }
      guard let text else { continue }
      let bytes = Array(text.utf8)
      let spans = mentions.compactMap { $0.source?.span }.map { SentenceBounds.sentence(around: $0, in: bytes) }
      sentences[id] = Array(Set(spans))
    }
    var found: [(entity: Entity, count: Int)] = []
    for other in knowledge.entities where other.id != entity.id {
      try cancellation.check()
      var shared: Set<TextSpan> = []
      for mention in other.mentions {
        guard let source = mention.source, let span = source.span, let spans = sentences[source.documentId] else {
          continue
        }
        shared.formUnion(spans.filter { $0.offset <= span.offset && span.offset < $0.offset &+ $0.length })
      }
      if !shared.isEmpty { found.append((other, shared.count)) }
    }
    found.sort { $0.count != $1.count ? $0.count > $1.count : KnowledgeBase.isMentionedMore($0.entity, $1.entity) }
    return found.prefix(50).map {
      CoOccurrence(entity: knowledge.summary($0.entity), sentenceCount: UInt32(clamping: $0.count))
    }
  }
}
