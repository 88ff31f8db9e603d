public import EntenteSchema
internal import EntenteSnapshot
public import TTRPC

extension QueryService {
  public func getDocument(_ request: GetDocumentRequest, context: CallContext) throws(RPCError) -> GetDocumentResponse {
    try check(minimumGeneration: request.minimumGeneration, context)
    let ordinal = try ordinal(ofDocument: request.id)
    let (document, dates) = try reading { () throws(SnapshotError) in
      (try snapshot.document(ordinal), try snapshot.dates[ordinal])
    }
    let knowledge = try knowledge()
    func isHere(_ source: Source?) -> Bool { source?.documentId == document.id }
    let mentioned = knowledge.entities.filter { entity in entity.mentions.contains { isHere($0.source) } }
    return GetDocumentResponse(
      snapshot: reference, document: document,
      quotations: knowledge.quotations.filter { isHere($0.source) },
      events: knowledge.events.filter { isHere($0.evidence) },
      evidence: knowledge.evidence.filter { isHere($0.passage) },
      entities: mentioned.map { EntityReference(id: $0.id, name: $0.name) }, dates: dates.dates)
  }

  public func listDocuments(
    _ request: ListDocumentsRequest, context: CallContext
  ) throws(RPCError) -> ListDocumentsResponse {
    try check(minimumGeneration: request.minimumGeneration, context)
    let page = try Page(
      size: request.pageSize, token: request.pageToken, of: ListDocumentsRequest(kind: request.kind),
      snapshotID: snapshot.id)
    let catalog = try catalog()
    let (ordinals, total) = try reading { () throws(SnapshotError) in
      let wanted =
        request.kind == .unspecified
        ? DocumentBits(count: catalog.count, all: true) : try catalog.documents(ofKind: request.kind)
      return (
        try catalog.ordinals(page.offset..<page.offset + page.size, of: wanted, latestFirst: false), wanted.population
      )
    }
    var documents: [DocumentSummary] = []
    for ordinal in ordinals { documents.append(try summary(ofDocument: ordinal)) }
    return ListDocumentsResponse(
      snapshot: reference, documents: documents, nextPageToken: page.nextToken(total: total), total: UInt64(total))
  }

  func summary(ofDocument ordinal: Int) throws(RPCError) -> DocumentSummary {
    try reading { () throws(SnapshotError) in
      summary(of: try snapshot.documents[ordinal], text: try snapshot.text(ofDocument: ordinal))
    }
  }

  /// - Throws: NOT_FOUND, with what to do.
  func ordinal(ofDocument id: String) throws(RPCError) -> Int {
    guard let ordinal = try reading({ () throws(SnapshotError) in try snapshot.ordinal(ofDocument: id) }) else {
      throw unknownDocument(id)
    }
    return ordinal
  }
}
