import EntenteClient
import EntenteSchema
import TTRPC

// Fetches paged answers until they are complete.

extension QueryClient {
  /// The most that a page takes.
  private static let pageSize: UInt32 = 200

  /// A document with its whole text and all that is known of it.
  func wholeDocument(_ id: String) async throws(RPCError) -> GetDocumentResponse {
    var request = GetDocumentRequest(id: id)
    var whole = try await getDocument(request)
    request.pageSize = Self.pageSize
    if !whole.nextPageToken.isEmpty {
      // The first page was a smaller one: begin the lists again.
      (whole.quotations, whole.events, whole.evidence, whole.entities, whole.dates) = ([], [], [], [], [])
      request.withoutText = true
      repeat {
        let page = try await getDocument(request)
        try whole.snapshot.mustBe(page.snapshot)
        whole.quotations += page.quotations
        whole.events += page.events
        whole.evidence += page.evidence
        whole.entities += page.entities
        whole.dates += page.dates
        request.pageToken = page.nextPageToken
      } while !request.pageToken.isEmpty
    }
    (request.withoutText, request.pageToken, request.pageSize) = (false, "", 1)
    while whole.nextTextOffset > 0 {
      request.textOffset = whole.nextTextOffset
      let piece = try await getDocument(request)
      try whole.snapshot.mustBe(piece.snapshot)
      whole.document?.text += piece.document?.text ?? ""
      whole.nextTextOffset = piece.nextTextOffset
    }
    (whole.textSize, whole.nextPageToken) = (0, "")
    (whole.quotationTotal, whole.eventTotal, whole.evidenceTotal, whole.entityTotal, whole.dateTotal) = (0, 0, 0, 0, 0)
    return whole
  }

  /// The review of every goal.
  func wholeReview(_ request: ListGoalsRequest) async throws(RPCError) -> ListGoalsResponse {
    var request = request
    var whole = try await listGoals(request)
    while !whole.nextPageToken.isEmpty {
      request.pageToken = whole.nextPageToken
      let page = try await listGoals(request)
      try whole.snapshot.mustBe(page.snapshot)
      whole.goals += page.goals
      whole.nextPageToken = page.nextPageToken
    }
    whole.total = 0
    return whole
  }

  /// A goal with all of its evidence, events and quotations.
  func wholeGoal(_ request: GetGoalRequest) async throws(RPCError) -> GetGoalResponse {
    var request = request
    request.pageSize = Self.pageSize
    var whole = try await getGoal(request)
    while !whole.nextPageToken.isEmpty {
      request.pageToken = whole.nextPageToken
      let page = try await getGoal(request)
      try whole.snapshot.mustBe(page.snapshot)
      whole.evidence += page.evidence
      whole.events += page.events
      whole.quotations += page.quotations
      whole.nextPageToken = page.nextPageToken
    }
    return whole
  }

  /// An entity with all of its roles, mentions, events, quotations and documents.
  func wholeEntity(_ id: String) async throws(RPCError) -> GetEntityResponse {
    var request = GetEntityRequest(id: id, pageSize: Self.pageSize)
    var whole = try await getEntity(request)
    while !whole.nextPageToken.isEmpty {
      request.pageToken = whole.nextPageToken
      let page = try await getEntity(request)
      try whole.snapshot.mustBe(page.snapshot)
      whole.entity?.roles += page.entity?.roles ?? []
      whole.entity?.mentions += page.entity?.mentions ?? []
      whole.events += page.events
      whole.quotations += page.quotations
      whole.documents += page.documents
      whole.nextPageToken = page.nextPageToken
    }
    (whole.mentionTotal, whole.roleTotal, whole.eventTotal, whole.quotationTotal, whole.documentTotal) = (0, 0, 0, 0, 0)
    return whole
  }
}

extension SnapshotReference? {
  /// - Throws: where pages come from different snapshots.
  fileprivate func mustBe(_ other: SnapshotReference?) throws(RPCError) {
    guard self?.id != other?.id else { return }
    throw RPCError(.failedPrecondition, "the server switched to a new snapshot between two pages; try again")
  }
}
