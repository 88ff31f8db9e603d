public import EntenteSchema
internal import EntenteSnapshot

extension Corpus {
  /// The timeline: what happened, is planned or proposed, in order of date, undated events last.
  public func events(
    _ request: ListEventsRequest = ListEventsRequest(), _ cancellation: Cancellation = .none
  ) throws(CorpusError) -> ListEventsResponse {
    try answer(request.minimumGeneration, cancellation) { () throws(CorpusError) in
      var filters = request
      (filters.pageSize, filters.pageToken, filters.minimumGeneration) = (0, "", 0)
      let page = try Page(size: request.pageSize, token: request.pageToken, of: filters, snapshotID: snapshot.id)
      let knowledge = try knowledge()
      let bounds = try DateBounds(since: request.since, until: request.until)
      let people = try identifiers(request.person, .person)
      let organisations = try identifiers(request.organisation, .organisation)
      let countries = try identifiers(request.country, .country)
      let places = try identifiers(request.place, .unspecified)
      let goal = request.goalId.isEmpty ? nil : try goalDirectory().goal(named: request.goalId).goal.id
      let type = try knowledge.eventType(request.type)
      try cancellation.check()
      let events = knowledge.events.filter { event in
        let participants = Set(event.participants.map(\.id))
        return bounds.contains(event.date)
          && (goal.map(event.goalIds.contains) ?? true)
          && (type.map { event.type == $0 } ?? true)
          && (request.status == .unspecified || event.status == request.status)
          && [people, organisations, countries].allSatisfy { $0.map { !$0.isDisjoint(with: participants) } ?? true }
          && (places.map { $0.contains(event.place?.id ?? "") } ?? true)
      }.sorted(by: Self.isEarlier)
      return ListEventsResponse(
        snapshot: reference, events: Array(page.cut(events)), nextPageToken: page.nextToken(total: events.count),
        total: UInt64(events.count))
    }
  }

  static func isEarlier(_ left: Event, _ right: Event) -> Bool {
    PartialDate.isEarlier(left.date, right.date) ?? left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
  }

  /// The ids of the entities that a filter may mean; nil for no filter.
  ///
  /// - Parameter kind: unspecified for any.
  /// - Throws: `CorpusError.notFound` when it means nobody.
  func identifiers(_ name: String, _ kind: EntityKind) throws(CorpusError) -> Set<String>? {
    guard !name.isEmpty else { return nil }
    var identifiers: Set<String> = []
    for ordinal in try entityDirectory.ordinals(of: name, kind) {
      identifiers.insert(try reading { () throws(SnapshotError) in try entityDirectory[ordinal].id })
    }
    return identifiers
  }
}

extension KnowledgeBase {
  /// The type of event that is meant; nil for no filter.
  ///
  /// - Throws: `CorpusError.notFound` where no event is of that type, with the types that there are.
  fileprivate func eventType(_ name: String) throws(CorpusError) -> String? {
    guard !name.isEmpty else { return nil }
    let types = Set(events.map(\.type)).sorted()
    let wanted = EntityName.fold(name)
    if let type = types.first(where: { EntityName.fold($0) == wanted }) { return type }
    var near = NearNames(to: name)
    for type in types { near.offer(type) }
    throw .notFound(UnknownName(.eventType, name, suggestions: near.best, known: types))
  }
}
