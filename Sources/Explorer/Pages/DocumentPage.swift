internal import EntenteClient
internal import EntenteSchema
internal import TTRPC

/// A document exactly as it stands, with its facts marked.
struct DocumentPage: PageBuilder {
  private static let pageSize: UInt32 = 200
  /// A longer text is shown in pieces.
  private static let pieceSize: UInt64 = 512 << 10

  /// A fact that a link leads to: `at=OFFSET,LENGTH`.
  private static func target(_ text: String) -> Range<Int>? {
    let parts = text.split(separator: ",").compactMap { UInt32($0) }.map(Int.init)
    return parts.count == 2 ? parts[0]..<(parts[0] + parts[1]) : nil
  }

  func build(_ request: PageRequest, _ corpus: QueryClient) async throws(RPCError) -> Page {
    let response = try await corpus.getDocument(
      GetDocumentRequest(
        id: request["id"], textOffset: UInt64(request["from"]) ?? 0, textLength: Self.pieceSize,
        pageSize: Self.pageSize, pageToken: request["page"]))
    let document = response.document ?? Document()
    let related = try await corpus.listRelated(ListRelatedRequest(documentID: document.id)).related
    let views = FactViews(request)
    let language = request.language
    let date = DateText(language: language)
    return Page(
      template: "document", title: document.title.isEmpty ? document.id : document.title,
      view: [
        "title": document.title.isEmpty ? document.id : document.title, "id": document.id,
        "kind": Labels.embedded("kind.\(document.kind.key)", language),
        "published": views.effective(document.effectiveDate),
        "updated": date(document.updated), "publisher": document.publisher,
        "hasPublished": document.effectiveDate != nil, "hasUpdated": document.updated != nil,
        "hasPublisher": !document.publisher.isEmpty, "sourceURL": Self.safeAddress(document.sourceURL),
        "hasSource": !Self.safeAddress(document.sourceURL).isEmpty, "language": document.language,
        "text": MarkedText.html(document.text, marks(response, request, views)),
        "entities": response.entities.map(views.reference), "hasEntities": !response.entities.isEmpty,
        "events": response.events.map { views.event($0) }, "hasEvents": !response.events.isEmpty,
        "quotations": response.quotations.map(views.quotation), "hasQuotations": !response.quotations.isEmpty,
        "evidence": response.evidence.map { evidence -> View in
          var view = views.evidence(evidence)
          view["goal"] = evidence.goalID
          view["goalLink"] = views.goalLink(evidence.goalID)
          return view
        }, "hasEvidence": !response.evidence.isEmpty,
        "related": related.map { other -> View in
          var view = views.document(other.document ?? DocumentSummary())
          view["shared"] = other.sharedWords.joined(separator: ", ")
          return view
        }, "hasRelated": !related.isEmpty, "hasNext": response.nextTextOffset != 0,
        "nextLink": request.address.setting("from", String(response.nextTextOffset)).setting("at", "").text,
      ], snapshot: response.snapshot)
  }

  private func marks(_ response: GetDocumentResponse, _ request: PageRequest, _ views: FactViews) -> [TextMark] {
    var marks: [TextMark] = []
    for quotation in response.quotations {
      guard let span = quotation.source?.span else { continue }
      marks.append(TextMark(range: span.range, style: "m-quotation", title: quotation.speaker))
    }
    for date in response.dates {
      guard let span = date.source?.span else { continue }
      marks.append(
        TextMark(range: span.range, style: "m-date", title: DateText(language: request.language)(date)))
    }
    for evidence in response.evidence {
      guard let span = evidence.passage?.span else { continue }
      marks.append(TextMark(range: span.range, style: "m-evidence", title: evidence.goalID))
      for word in evidence.decidingWords {
        if let span = word.span { marks.append(TextMark(range: span.range, style: "m-deciding")) }
      }
    }
    for span in response.document?.boilerplate ?? [] { marks.append(TextMark(range: span.range, style: "m-furniture")) }
    if let target = Self.target(request["at"]) {
      marks.append(TextMark(range: target, style: "m-target", id: "fact"))
    }
    // Spans count from the start of the text, of which this may be a later piece.
    let offset = Int(request["from"]) ?? 0
    return marks.map { mark in
      var moved = mark
      moved.range = (mark.range.lowerBound - offset)..<(mark.range.upperBound - offset)
      return moved
    }
  }

  /// Only addresses of the web become links: a document may name any other, such as `javascript:`.
  static func safeAddress(_ address: String) -> String {
    let lower = address.lowercased()
    return lower.hasPrefix("https://") || lower.hasPrefix("http://") ? address : ""
  }
}
