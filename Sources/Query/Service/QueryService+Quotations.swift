public import Schema
internal import Snapshot
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
    let speakers = request.speaker.isEmpty ? nil : Set(knowledge.entities(named: request.speaker).map(\.id))
    if let speakers, speakers.isEmpty {
      throw RPCError(
        .notFound, "nobody in the corpus is called \"\(request.speaker.prefix(200))\"; ListEntities gives who there is")
    }
    let quotations = knowledge.quotations.filter { quotation in
      let isWanted =
        request.kind == .unspecified
        ? quotation.kind == .speech || quotation.kind == .document : quotation.kind == request.kind
      return isWanted && bounds.contains(quotation.date)
        && (speakers.map { $0.contains(quotation.speakerId) } ?? true)
        && (request.goalId.isEmpty || quotation.goalIds.contains(request.goalId))
    }
    return ListQuotationsResponse(
      snapshot: reference, quotations: Array(page.cut(quotations)),
      nextPageToken: page.nextToken(total: quotations.count), total: UInt64(quotations.count))
  }
}
