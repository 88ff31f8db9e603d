public import EntenteSchema
internal import EntenteSearchIndex
internal import EntenteSnapshot

extension Corpus {
  private static let mostNamesakes = 20

  /// Returns people, organisations, countries and places, most mentioned first.
  public func entities(
    _ request: ListEntitiesRequest = ListEntitiesRequest(), _ cancellation: Cancellation = .none
  ) throws(CorpusError) -> ListEntitiesResponse {
    try answer(request.minimumGeneration, cancellation) { () throws(CorpusError) in
      try NameLimit.check(request.name, "name")
      let page = try Page(
        size: request.pageSize, token: request.pageToken,
        of: ListEntitiesRequest(kind: request.kind, name: request.name), snapshotID: reference.id)
      let (ordinals, total) = try entityDirectory.ranked(
        page.range, of: request.kind, namedLike: request.name, cancellation)
      let entities = try page.records(ordinals, cancellation) { (ordinal) throws(SnapshotError) in
        try entityDirectory[ordinal]
      }
      return ListEntitiesResponse(
        snapshot: reference, entities: entities, nextPageToken: page.nextToken(shown: entities.count, total: total),
        total: UInt64(total))
    }
  }

  /// Returns one entity: its forms, and a page of its roles, mentions, events, quotations and documents.
  public func entity(
    _ request: GetEntityRequest, _ cancellation: Cancellation = .none
  ) throws(CorpusError) -> GetEntityResponse {
    try answer(request.minimumGeneration, cancellation) { () throws(CorpusError) in
      let candidates = try entityDirectory.candidates(for: request.id)
      guard let ordinal = candidates.first else { throw .notFound(try entityDirectory.unknown(request.id)) }
      let page = try NestedPage(
        size: request.pageSize, token: request.pageToken, of: GetEntityRequest(id: request.id),
        snapshotID: reference.id)
      var response = try known(ofEntity: ordinal, page, cancellation)
      response.snapshot = reference
      if page.isFirst {
        (response.coOccurrences, response.alsoCalled) = try reading { () throws(SnapshotError) in
          (
            try knowledge.entities.coOccurrences(of: ordinal).map { (other) throws(SnapshotError) in
              CoOccurrence(
                entity: try entityDirectory[other.entity], sentenceCount: UInt32(clamping: other.count))
            },
            try candidates.dropFirst().prefix(Self.mostNamesakes).map { (other) throws(SnapshotError) in
              try entityDirectory[other]
            }
          )
        }
      }
      return response
    }
  }

  /// An entity, and a page of where it occurs.
  private func known(
    ofEntity ordinal: Int, _ page: NestedPage, _ cancellation: Cancellation
  ) throws(CorpusError) -> GetEntityResponse {
    let lists = knowledge.entities
    let (range, shortRange) = (page.range(.one), page.range(.short))
    let (mentions, events, quotations, documents) = try reading { () throws(SnapshotError) in
      (
        try snapshot.mentions(ofEntity: ordinal),
        try lists.eventsTakingPart(ordinal).union(try lists.eventsTakingPlace(at: ordinal)),
        try lists.quotations(of: ordinal), try catalog.documents(ofEntities: [ordinal])
      )
    }
    try cancellation.check()
    let shownMentions = try reading { () throws(SnapshotError) in try mentions.mentions(shortRange) }
    let mentionList = try page.read(shownMentions.indices, of: mentions.count, cancellation, density: .short) {
      (index) throws(SnapshotError) in try mention(shownMentions[index])
    }
    let roleList = try page.read(mentions.roles.elements(range), of: mentions.roles.count, cancellation) {
      (role) throws(SnapshotError) in Role(trimming: try snapshot.roles[role])
    }
    let eventList = try page.read(events.elements(range), of: events.count, cancellation) {
      (position) throws(SnapshotError) in try event(at: position)
    }
    let shownQuotations = try reading { () throws(SnapshotError) in try quotations.ordinals(range) }
    let quotationList = try page.read(shownQuotations, of: quotations.count, cancellation) {
      (ordinal) throws(SnapshotError) in Quotation(trimming: try snapshot.quotations[ordinal])
    }
    let shownDocuments = try reading { () throws(SnapshotError) in
      try catalog.ordinals(range, of: documents, latestFirst: false)
    }
    let documentList = try page.read(shownDocuments, of: documents.population, cancellation, summary)

    let rows = page.rows([mentionList, roleList, eventList, quotationList, documentList])
    var entity = Entity(trimming: try reading { () throws(SnapshotError) in try snapshot.entities[ordinal] })
    var response = GetEntityResponse(nextPageToken: rows.nextToken)
    (entity.mentions, response.mentionTotal) = mentionList.shown(rows.count)
    (entity.roles, response.roleTotal) = roleList.shown(rows.count)
    (response.events, response.eventTotal) = eventList.shown(rows.count)
    (response.quotations, response.quotationTotal) = quotationList.shown(rows.count)
    (response.documents, response.documentTotal) = documentList.shown(rows.count)
    response.entity = entity
    return response
  }

  private func mention(_ mention: EntityMention) throws(SnapshotError) -> Mention {
    let span = TextSpan(
      offset: UInt32(clamping: mention.offset), length: UInt32(clamping: mention.text.utf8.count))
    let source = Source(documentID: try snapshot.documents[mention.document].id, span: span, text: mention.text)
    return Mention(source: Source(trimming: source), form: mention.form)
  }

  /// The event at a position of the timeline.
  func event(at position: Int) throws(SnapshotError) -> Event {
    Event(trimming: try snapshot.events[try knowledge.timeline.event(at: position)])
  }
}

extension OrdinalList {
  /// The ordinals of either list, ascending.
  fileprivate func union(_ other: OrdinalList) throws(SnapshotError) -> [Int] {
    let (left, right) = (try all(), try other.all())
    if right.isEmpty { return left }
    if left.isEmpty { return right }
    var union: [Int] = []
    union.reserveCapacity(left.count + right.count)
    var (first, second) = (0, 0)
    while first < left.count || second < right.count {
      if second == right.count || (first < left.count && left[first] < right[second]) {
        union.append(left[first])
        first += 1
      } else {
        if first < left.count, left[first] == right[second] { first += 1 }
        union.append(right[second])
        second += 1
      }
    }
    return union
  }
}
