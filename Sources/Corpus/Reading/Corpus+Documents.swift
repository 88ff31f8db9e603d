public import EntenteSchema
internal import EntenteSearchIndex
internal import EntenteSnapshot

extension Corpus {
  /// One document, and what is known of it.
  public func document(
    _ request: GetDocumentRequest, _ cancellation: Cancellation = .none
  ) throws(CorpusError) -> GetDocumentResponse {
    try answer(request.minimumGeneration, cancellation) { () throws(CorpusError) in
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
  }

  /// The documents of the corpus, in order of publication.
  public func documents(
    _ request: ListDocumentsRequest = ListDocumentsRequest(), _ cancellation: Cancellation = .none
  ) throws(CorpusError) -> ListDocumentsResponse {
    try answer(request.minimumGeneration, cancellation) { () throws(CorpusError) in
      let page = try Page(
        size: request.pageSize, token: request.pageToken, of: ListDocumentsRequest(kind: request.kind),
        snapshotID: snapshot.id)
      let (ordinals, total) = try reading { () throws(SnapshotError) in
        let wanted =
          request.kind == .unspecified
          ? DocumentSet(count: catalog.count, all: true) : try catalog.documents(ofKind: request.kind)
        return (
          try catalog.ordinals(page.offset..<page.offset + page.size, of: wanted, latestFirst: false),
          wanted.population
        )
      }
      var documents: [DocumentSummary] = []
      for ordinal in ordinals {
        try cancellation.check()
        documents.append(try summary(ofDocument: ordinal))
      }
      return ListDocumentsResponse(
        snapshot: reference, documents: documents, nextPageToken: page.nextToken(total: total), total: UInt64(total))
    }
  }

  func summary(ofDocument ordinal: Int) throws(CorpusError) -> DocumentSummary {
    try reading { () throws(SnapshotError) in
      DocumentSummary(try snapshot.documents[ordinal], text: try snapshot.text(ofDocument: ordinal))
    }
  }

  /// - Throws: `CorpusError.notFound`.
  func ordinal(ofDocument id: String) throws(CorpusError) -> Int {
    guard let ordinal = try reading({ () throws(SnapshotError) in try snapshot.ordinal(ofDocument: id) }) else {
      throw .notFound(UnknownName(.document, id))
    }
    return ordinal
  }
}
