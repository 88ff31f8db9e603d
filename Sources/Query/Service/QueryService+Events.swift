public import Schema
internal import Snapshot
public import TTRPC

extension QueryService {
  public func listEvents(_ request: ListEventsRequest, context: CallContext) throws(RPCError) -> ListEventsResponse {
    try check(minimumGeneration: request.minimumGeneration, context)
    var filters = request
    (filters.pageSize, filters.pageToken, filters.minimumGeneration) = (0, "", 0)
    let page = try Page(
      size: request.pageSize, token: request.pageToken, of: filters, snapshotID: snapshot.id)
    let knowledge = try knowledge()
    let bounds = try DateBounds(since: request.since, until: request.until)
    let people = try identifiers(request.person, .person, knowledge)
    let organisations = try identifiers(request.organisation, .organisation, knowledge)
    let countries = try identifiers(request.country, .country, knowledge)
    let places = request.place.isEmpty ? nil : Set(knowledge.entities(named: request.place).map(\.id))
    let events = knowledge.events.filter { event in
      let participants = Set(event.participants.map(\.id))
      return bounds.contains(event.date)
        && (request.goalId.isEmpty || event.goalIds.contains(request.goalId))
        && (request.type.isEmpty || event.type == request.type)
        && (request.status == .unspecified || event.status == request.status)
        && [people, organisations, countries].allSatisfy { $0.map { !$0.isDisjoint(with: participants) } ?? true }
        && (places.map { $0.contains(event.place?.id ?? "") } ?? true)
    }.sorted(by: Self.isEarlier)
    return ListEventsResponse(
      snapshot: reference, events: Array(page.cut(events)), nextPageToken: page.nextToken(total: events.count),
      total: UInt64(events.count))
  }

  static func isEarlier(_ left: Event, _ right: Event) -> Bool {
    PartialDate.isEarlier(left.date, right.date) ?? left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
  }

  /// The ids of the entities that a filter may mean; nil for no filter.
  ///
  /// - Throws: NOT_FOUND when it means nobody.
  func identifiers(
    _ name: String, _ kind: EntityKind, _ knowledge: KnowledgeBase
  ) throws(RPCError) -> Set<String>? {
    guard !name.isEmpty else { return nil }
    let found = knowledge.entities(named: name, kind: kind)
    guard !found.isEmpty else {
      throw RPCError(
        .notFound, "nothing in the corpus is called \"\(name.prefix(200))\"; ListEntities gives what there is")
    }
    return Set(found.map(\.id))
  }
}
