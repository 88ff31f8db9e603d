public import EntenteSchema
internal import EntenteSnapshot

extension Corpus {
  /// Who said what, in the order of the documents.
  public func quotations(
    _ request: ListQuotationsRequest = ListQuotationsRequest(), _ cancellation: Cancellation = .none
  ) throws(CorpusError) -> ListQuotationsResponse {
    try answer(request.minimumGeneration, cancellation) { () throws(CorpusError) in
      var filters = request
      (filters.pageSize, filters.pageToken, filters.minimumGeneration) = (0, "", 0)
      let page = try Page(size: request.pageSize, token: request.pageToken, of: filters, snapshotID: snapshot.id)
      let knowledge = try knowledge()
      let bounds = try DateBounds(since: request.since, until: request.until)
      let speakers = try identifiers(request.speaker, .unspecified)
      let goal = request.goalId.isEmpty ? nil : try goalDirectory().goal(named: request.goalId).goal.id
      try cancellation.check()
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
}
