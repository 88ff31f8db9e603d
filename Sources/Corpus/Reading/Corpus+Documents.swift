public import EntenteSchema
internal import EntenteSearchIndex
internal import EntenteSnapshot

extension Corpus {
  /// Returns one document, or a piece of its text, and a page of the facts extracted from it.
  public func document(
    _ request: GetDocumentRequest, _ cancellation: Cancellation = .none
  ) throws(CorpusError) -> GetDocumentResponse {
    try answer(request.minimumGeneration, cancellation) { () throws(CorpusError) in
      let ordinal = try ordinal(ofDocument: request.id)
      let page = try NestedPage(
        size: request.pageSize, token: request.pageToken,
        of: GetDocumentRequest(id: request.id, withMentions: request.withMentions), snapshotID: reference.id)
      var response = try known(ofDocument: ordinal, withMentions: request.withMentions, page, cancellation)
      response.snapshot = reference
      var document = Document(trimming: try reading { () throws(SnapshotError) in try snapshot.documents[ordinal] })
      if !request.withoutText {
        let text = try reading { () throws(SnapshotError) in try snapshot.text(ofDocument: ordinal) }
        let piece = try TextPiece(of: text, offset: request.textOffset, length: request.textLength)
        document.text = piece.text
        response.textSize = piece.isWhole ? 0 : UInt64(text.utf8.count)
        response.nextTextOffset = piece.next
      }
      response.document = document
      return response
    }
  }

  /// A page of what is known of a document.
  private func known(
    ofDocument document: Int, withMentions: Bool, _ page: NestedPage, _ cancellation: Cancellation
  ) throws(CorpusError) -> GetDocumentResponse {
    let lists = knowledge.documents
    let (quotations, events, evidence, entities, dates) = try reading { () throws(SnapshotError) in
      (
        try lists.quotations(of: document), try lists.events(of: document), try lists.evidence(of: document),
        try lists.entities(of: document), try snapshot.dates[document].dates
      )
    }
    let (range, shortRange) = (page.range(.one), page.range(.short))
    let quotationList = try page.read(quotations.elements(range), of: quotations.count, cancellation) {
      (ordinal) throws(SnapshotError) in Quotation(trimming: try snapshot.quotations[ordinal])
    }
    let eventList = try page.read(events.elements(range), of: events.count, cancellation) {
      (ordinal) throws(SnapshotError) in Event(trimming: try snapshot.events[ordinal])
    }
    var evidenceProgrammes = EvidenceProgrammes(self)
    let evidenceList = try page.read(evidence.elements(range), of: evidence.count, cancellation) {
      (ordinal) throws(SnapshotError) in try self.evidence(ordinal, &evidenceProgrammes)
    }
    let entityList = try page.read(entities.elements(shortRange), of: entities.count, cancellation, density: .short) {
      (ordinal) throws(SnapshotError) in try entityDirectory.reference(ordinal)
    }
    let dateList = try page.read(dates.indices.elements(shortRange), of: dates.count, cancellation, density: .short) {
      PartialDate(trimming: dates[$0])
    }
    let mentions = withMentions ? try self.mentions(of: entities, inDocument: document, cancellation) : []
    let mentionList = try page.read(
      mentions.indices.elements(page.range(.tiny)), of: mentions.count, cancellation, density: .tiny
    ) { (index) throws(SnapshotError) in
      DocumentMention(
        entityID: try entityDirectory[mentions[index].entity].id, span: mentions[index].span, form: mentions[index].form
      )
    }
    let rows = page.rows([quotationList, eventList, evidenceList, entityList, dateList, mentionList])
    var response = GetDocumentResponse(nextPageToken: rows.nextToken)
    (response.quotations, response.quotationTotal) = quotationList.shown(rows.count)
    (response.events, response.eventTotal) = eventList.shown(rows.count)
    (response.evidence, response.evidenceTotal) = evidenceList.shown(rows.count)
    (response.entities, response.entityTotal) = entityList.shown(rows.count)
    (response.dates, response.dateTotal) = dateList.shown(rows.count)
    (response.mentions, response.mentionTotal) = mentionList.shown(rows.count)
    return response
  }

  private typealias LocatedMention = (entity: Int, span: TextSpan, form: MentionForm)

  /// Where a document mentions its entities, in text order; of mentions with the same beginning, the longer first.
  private func mentions(
    of entities: [Int], inDocument document: Int, _ cancellation: Cancellation
  ) throws(CorpusError) -> [LocatedMention] {
    var mentions: [LocatedMention] = []
    for entity in entities {
      try cancellation.check()
      mentions += try reading { () throws(SnapshotError) in
        try snapshot.mentions(ofEntity: entity).mentions(inDocument: document)
      }.map { mention in
        let length = UInt32(clamping: mention.text.utf8.count)
        return (entity, TextSpan(offset: UInt32(clamping: mention.offset), length: length), mention.form)
      }
    }
    return mentions.sorted {
      $0.span.offset != $1.span.offset
        ? $0.span.offset < $1.span.offset
        : $0.span.length != $1.span.length ? $0.span.length > $1.span.length : $0.entity < $1.entity
    }
  }

  /// Returns the documents of the corpus, in order of publication.
  public func documents(
    _ request: ListDocumentsRequest = ListDocumentsRequest(), _ cancellation: Cancellation = .none
  ) throws(CorpusError) -> ListDocumentsResponse {
    try answer(request.minimumGeneration, cancellation) { () throws(CorpusError) in
      let page = try Page(
        size: request.pageSize, token: request.pageToken, of: ListDocumentsRequest(kind: request.kind),
        snapshotID: reference.id)
      let (ordinals, total) = try reading { () throws(SnapshotError) in
        let wanted =
          request.kind == .unspecified
          ? OrdinalSet(count: catalog.count, all: true) : try catalog.documents(ofKind: request.kind)
        return (try catalog.ordinals(page.range, of: wanted, latestFirst: false), wanted.population)
      }
      let documents = try page.records(ordinals, cancellation, read: summary)
      return ListDocumentsResponse(
        snapshot: reference, documents: documents,
        nextPageToken: page.nextToken(shown: documents.count, total: total), total: UInt64(total))
    }
  }

  func summary(ofDocument ordinal: Int) throws(SnapshotError) -> DocumentSummary {
    let document = try snapshot.documents[ordinal]
    return DocumentSummary(
      document, textLength: knowledge.documents.textLength(of: ordinal),
      opening: document.title.isEmpty
        ? try snapshot.opening(ofDocument: ordinal, document) : "")
  }

  /// - Throws: `CorpusError.notFound`.
  func ordinal(ofDocument id: String) throws(CorpusError) -> Int {
    try NameLimit.check(documentID: id)
    guard let ordinal = try reading({ () throws(SnapshotError) in try snapshot.ordinal(ofDocument: id) }) else {
      throw .notFound(UnknownName(.document, id))
    }
    return ordinal
  }
}

extension RandomAccessCollection where Index == Int {
  /// The elements in a range, counted from the first; fewer if there are not that many.
  func elements(_ places: Range<Int>) -> SubSequence { dropFirst(places.lowerBound).prefix(places.count) }
}
