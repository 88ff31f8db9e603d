public import EntenteSchema
internal import EntenteSearchIndex
internal import EntenteSnapshot

extension Corpus {
  /// Returns who said what, in document order.
  public func quotations(
    _ request: ListQuotationsRequest = ListQuotationsRequest(), _ cancellation: Cancellation = .none
  ) throws(CorpusError) -> ListQuotationsResponse {
    try answer(request.minimumGeneration, cancellation) { () throws(CorpusError) in
      var filters = request
      (filters.pageSize, filters.pageToken, filters.minimumGeneration) = (0, "", 0)
      let page = try Page(size: request.pageSize, token: request.pageToken, of: filters, snapshotID: reference.id)
      let (ordinals, total) = try ordinals(of: request, page.range, cancellation)
      let quotations = try page.records(ordinals, cancellation) { (ordinal) throws(SnapshotError) in
        Quotation(trimming: try snapshot.quotations[ordinal])
      }
      return ListQuotationsResponse(
        snapshot: reference, quotations: quotations,
        nextPageToken: page.nextToken(shown: quotations.count, total: total), total: UInt64(total))
    }
  }

  /// A page of the quotations that a request asks for, and how many it asks for.
  private func ordinals(
    of request: ListQuotationsRequest, _ page: Range<Int>, _ cancellation: Cancellation
  ) throws(CorpusError) -> ([Int], total: Int) {
    let period = try DateBounds(since: request.since, until: request.until).days
    let chosen = try chosen(by: request)
    try cancellation.check()
    let lists = knowledge.quotations
    let isTimeless = period == .all
    func isWanted(_ kind: QuotationKind) -> Bool {
      request.kind == .unspecified ? kind == .speech || kind == .document : kind == request.kind
    }
    // Without filters the total is known, and nothing beyond the page is read.
    let whole = chosen == nil && isTimeless ? try quotationTotals.count(lists, where: isWanted, cancellation) : nil
    var (found, total) = ([Int](), 0)
    var (ordinal, step) = (0, 0)
    while let next = chosen.map({ $0.first(from: ordinal) }) ?? ordinal, next < lists.count {
      try cancellation.check(at: step)
      (ordinal, step) = (next + 1, step + 1)
      guard isWanted(lists.kind(of: next)), isTimeless || period.overlaps(lists.days(of: next)) else { continue }
      if page.contains(total) { found.append(next) }
      total += 1
      if let whole, total >= page.upperBound { return (found, whole) }
    }
    return (found, whole ?? total)
  }

  /// The quotations that the filters of speaker and goal leave; nil if there are none of these filters.
  private func chosen(by request: ListQuotationsRequest) throws(CorpusError) -> OrdinalSet? {
    var chosen: OrdinalSet?
    func restrict(_ lists: [OrdinalList]) throws(SnapshotError) {
      var set = OrdinalSet(count: knowledge.quotations.count)
      for list in lists {
        try list.visit {
          set.insert($0)
          return true
        }
      }
      if chosen?.formIntersection(set) == nil { chosen = set }
    }
    if !request.speaker.isEmpty {
      let speakers = try entityDirectory.ordinals(of: request.speaker, .unspecified, "speaker")
      try reading { () throws(SnapshotError) in
        try restrict(
          try speakers.map { (entity) throws(SnapshotError) in try knowledge.entities.quotations(of: entity) })
      }
    }
    if !request.goalID.isEmpty {
      let goal = try goalDirectory().goal(named: request.goalID).ordinal
      try reading { () throws(SnapshotError) in try restrict([try knowledge.goals.quotations(of: goal)]) }
    }
    return chosen
  }
}
