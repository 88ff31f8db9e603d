public import EntenteSchema
internal import EntenteSnapshot
public import TTRPC

extension QueryService {
  public func listEntities(
    _ request: ListEntitiesRequest, context: CallContext
  ) throws(RPCError) -> ListEntitiesResponse {
    try check(minimumGeneration: request.minimumGeneration, context)
    let page = try Page(
      size: request.pageSize, token: request.pageToken,
      of: ListEntitiesRequest(kind: request.kind, name: request.name), snapshotID: snapshot.id)
    let filters = try catalog().filters
    var entities = try reading { () throws(SnapshotError) in
      var called: Set<Int>?
      for form in NameForms.of(request.name) where !request.name.isEmpty && called?.isEmpty ?? true {
        called = try filters.entities(withNamesLike: form)
      }
      var entities: [EntitySummary] = []
      try snapshot.entitySummaries.visit { (ordinal, entity) throws(SnapshotError) in
        if request.kind == .unspecified || entity.kind == request.kind, called?.contains(ordinal) ?? true {
          entities.append(entity)
        }
      }
      return entities
    }
    try context.checkDeadline()
    entities.sort {
      $0.mentionCount != $1.mentionCount
        ? $0.mentionCount > $1.mentionCount : $0.id.utf8.lexicographicallyPrecedes($1.id.utf8)
    }
    return ListEntitiesResponse(
      snapshot: reference, entities: Array(page.cut(entities)), nextPageToken: page.nextToken(total: entities.count),
      total: UInt64(entities.count))
  }

  public func getEntity(_ request: GetEntityRequest, context: CallContext) throws(RPCError) -> GetEntityResponse {
    try check(minimumGeneration: request.minimumGeneration, context)
    let knowledge = try knowledge()
    let called = knowledge.entities(named: request.id)
    guard let entity = called.first else { throw try unknownEntity(request.id) }
    let ids = Set(entity.mentions.compactMap { $0.source?.documentId })
    var documents: [DocumentSummary] = []
    for id in ids.sorted() { documents.append(try summary(ofDocument: try ordinal(ofDocument: id))) }
    documents.sort { PartialDate.isEarlier($0.published, $1.published) ?? ($0.id < $1.id) }
    return GetEntityResponse(
      snapshot: reference, entity: entity, coOccurrences: try coOccurrences(with: entity, knowledge),
      events: knowledge.events.filter { event in
        event.participants.contains { $0.id == entity.id } || event.place?.id == entity.id
      }.sorted(by: Self.isEarlier),
      quotations: knowledge.quotations.filter { $0.speakerId == entity.id }, documents: documents,
      alsoCalled: called.dropFirst().prefix(Self.maximumNamesakes).map(knowledge.summary))
  }

  private static let maximumNamesakes = 20

  /// Entities of the same sentences, most frequent first.
  private func coOccurrences(with entity: Entity, _ knowledge: KnowledgeBase) throws(RPCError) -> [CoOccurrence] {
    var sentences: [String: [TextSpan]] = [:]
    for (id, mentions) in Dictionary(grouping: entity.mentions, by: { $0.source?.documentId ?? "" }) {
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
