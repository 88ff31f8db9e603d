public import EntenteSchema
internal import EntenteSearchIndex
internal import EntenteSnapshot
internal import EntenteTextAnalysis

extension Corpus {
  /// Returns the timeline: past, planned and proposed events in order of date, undated events last.
  public func events(
    _ request: ListEventsRequest = ListEventsRequest(), _ cancellation: Cancellation = .none
  ) throws(CorpusError) -> ListEventsResponse {
    try answer(request.minimumGeneration, cancellation) { () throws(CorpusError) in
      var filters = request
      (filters.pageSize, filters.pageToken, filters.minimumGeneration) = (0, "", 0)
      let page = try Page(size: request.pageSize, token: request.pageToken, of: filters, snapshotID: reference.id)
      let (positions, total) = try positions(of: request, page.range, cancellation)
      let events = try page.records(positions, cancellation, read: event)
      return ListEventsResponse(
        snapshot: reference, events: events, nextPageToken: page.nextToken(shown: events.count, total: total),
        total: UInt64(total))
    }
  }

  /// The positions in the timeline of a page of the events that a request asks for, and how many events it asks for.
  private func positions(
    of request: ListEventsRequest, _ page: Range<Int>, _ cancellation: Cancellation
  ) throws(CorpusError) -> ([Int], total: Int) {
    let period = try DateBounds(since: request.since, until: request.until).days
    let type = try eventType(request.type)
    let chosen = try chosen(by: request)
    try cancellation.check()
    let timeline = knowledge.timeline
    let range = timeline.positions(in: period)
    let isPlain = period == .all && type == nil && request.status == .unspecified
    if isPlain, chosen == nil { return (Array(range.clamped(to: page)), range.count) }
    var (found, total) = ([Int](), 0)
    var position = range.lowerBound
    var step = 0
    while let next = chosen.map({ $0.first(from: position) }) ?? position, next < range.upperBound {
      try cancellation.check(at: step)
      (position, step) = (next + 1, step + 1)
      guard isPlain || period.overlaps(timeline.days(at: next)) else { continue }
      if let type, timeline.type(at: next) != type { continue }
      if request.status != .unspecified, timeline.status(at: next) != request.status { continue }
      if page.contains(total) { found.append(next) }
      total += 1
    }
    return (found, total)
  }

  /// The events that the filters of entities and goals leave; nil if there are none of these filters.
  private func chosen(by request: ListEventsRequest) throws(CorpusError) -> OrdinalSet? {
    var chosen: OrdinalSet?
    func restrict(_ lists: [OrdinalList]) throws(SnapshotError) {
      var set = OrdinalSet(count: knowledge.timeline.count)
      for list in lists {
        try list.visit {
          set.insert($0)
          return true
        }
      }
      if chosen?.formIntersection(set) == nil { chosen = set }
    }
    let participants: [(String, EntityKind, String)] = [
      (request.person, .person, "person"), (request.organisation, .organisation, "organisation"),
      (request.country, .country, "country"),
    ]
    for (name, kind, field) in participants where !name.isEmpty {
      let ordinals = try entityDirectory.ordinals(of: name, kind, field)
      try reading { () throws(SnapshotError) in
        try restrict(
          try ordinals.map { (entity) throws(SnapshotError) in try knowledge.entities.eventsTakingPart(entity) })
      }
    }
    if !request.place.isEmpty {
      let ordinals = try entityDirectory.ordinals(of: request.place, .unspecified, "place")
      try reading { () throws(SnapshotError) in
        try restrict(
          try ordinals.map { (entity) throws(SnapshotError) in try knowledge.entities.eventsTakingPlace(at: entity) })
      }
    }
    if !request.goalID.isEmpty {
      let goal = try goalDirectory().goal(named: request.goalID).ordinal
      try reading { () throws(SnapshotError) in try restrict([try knowledge.goals.events(of: goal)]) }
    }
    return chosen
  }

  /// The number of an event type in the timeline; nil for no filter.
  ///
  /// - Throws: `CorpusError.notFound`, with the existing types, if no event has that type.
  private func eventType(_ name: String) throws(CorpusError) -> Int? {
    guard !name.isEmpty else { return nil }
    try NameLimit.check(name, "type")
    let types = try reading { () throws(SnapshotError) in try knowledge.timeline.typeNames() }
    let wanted = Folding.foldName(name)
    if let type = types.firstIndex(where: { Folding.foldName($0) == wanted }) { return type }
    var near = NearNames(to: name)
    for type in types { near.offer(type) }
    throw .notFound(UnknownName(.eventType, name, suggestions: near.best, known: types))
  }
}
