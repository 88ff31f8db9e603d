public import EntenteSchema
internal import EntenteSnapshot
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
    let places = try identifiers(request.place, nil, knowledge)
    let goal = try knowledge.goalIdentifier(request.goalId)
    let type = try knowledge.eventType(request.type)
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

  static func isEarlier(_ left: Event, _ right: Event) -> Bool {
    PartialDate.isEarlier(left.date, right.date) ?? left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
  }
}
