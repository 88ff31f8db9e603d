public import EntenteSchema
internal import EntenteSnapshot
public import TTRPC

extension QueryService {
  public func listQuotations(
    _ request: ListQuotationsRequest, context: CallContext
  ) throws(RPCError) -> ListQuotationsResponse {
    try check(minimumGeneration: request.minimumGeneration, context)
    var filters = request
    (filters.pageSize, filters.pageToken, filters.minimumGeneration) = (0, "", 0)
    let page = try Page(
      size: request.pageSize, token: request.pageToken, of: filters, snapshotID: snapshot.id)
    let knowledge = try knowledge()
    let bounds = try DateBounds(since: request.since, until: request.until)
    let speakers = try identifiers(request.speaker, nil, knowledge)
    let goal = try knowledge.goalIdentifier(request.goalId)
    let quotations = knowledge.quotations.filter { quotation in
      let isWanted =
        request.kind == .unspecified
        ? quotation.kind == .speech || quotation.kind == .document : quotation.kind == request.kind
      return isWanted && bounds.contains(quotation.date)
        && (speakers.map { $0.contains(quotation.speakerId) } ?? true)
        && (goal.map(quotation.goalIds.contains) ?? true)
    }
    return ListQuotationsResponse(
      snapshot: reference, quotations: Array(page.cut(quotations)),
      nextPageToken: page.nextToken(total: quotations.count), total: UInt64(quotations.count))
  }
}
