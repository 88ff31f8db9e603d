internal import EntenteSchema

// What lists of events, quotations, evidence and documents show of each, in one form for all pages.

/// Makes the views of facts for one request.
struct FactViews {
  let request: PageRequest
  private var date: DateText { DateText(language: request.language) }

  init(_ request: PageRequest) { self.request = request }

  func label(_ key: String) -> String { Labels.embedded(key, request.language) }

  // MARK: Links

  func documentLink(_ id: String) -> String { request.link("/document", [("id", id)]) }

  /// To the place in a document where a fact stands, marked.
  func sourceLink(_ source: Source?) -> String {
    guard let source, let span = source.span else { return "" }
    return request.link(
      "/document", [("id", source.documentID), ("at", "\(span.offset),\(span.length)")], fragment: "fact")
  }

  func entityLink(_ id: String) -> String { request.link("/entity", [("id", id)]) }
  func goalLink(_ id: String) -> String { request.link("/goal", [("id", id)]) }

  // MARK: Facts

  func document(_ summary: DocumentSummary) -> View {
    [
      "title": summary.title.isEmpty ? summary.opening + " …" : summary.title,
      "id": summary.id, "link": documentLink(summary.id), "kind": label("kind.\(summary.kind.key)"),
      "date": date.effective(summary.effectiveDate), "publisher": summary.publisher,
    ]
  }

  func event(_ event: Event, goals: [String: String] = [:]) -> View {
    [
      "title": event.title, "type": label("event.\(event.type)"), "date": date(event.date),
      "isDated": !date(event.date).isEmpty, "status": event.status.key,
      "statusLabel": label("status.\(event.status.key)"),
      "place": event.place.map(reference) ?? [:] as View, "hasPlace": event.place != nil,
      "participants": event.participants.map(reference), "hasParticipants": !event.participants.isEmpty,
      "sentence": event.evidence?.text ?? "", "link": sourceLink(event.evidence),
      "goals": event.goalIDs.map { ["name": goals[$0] ?? $0, "link": goalLink($0)] as View },
    ]
  }

  func quotation(_ quotation: Quotation) -> View {
    [
      "text": quotation.source?.text ?? "", "link": sourceLink(quotation.source), "speaker": quotation.speaker,
      "hasSpeaker": !quotation.speaker.isEmpty,
      "speakerLink": quotation.speakerID.isEmpty ? "" : entityLink(quotation.speakerID),
      "attribution": quotation.attribution?.text ?? "", "date": date(quotation.date),
      "cited": quotation.citedDocument,
    ]
  }

  func evidence(_ evidence: Evidence) -> View {
    let passage = evidence.passage
    let marks = passage?.marks(evidence.decidingWords.map(\.span), style: "deciding") ?? []
    return [
      "passage": MarkedText.html(passage?.text ?? "", marks), "link": sourceLink(passage),
      "strength": evidence.strength == .direct ? "direct" : "related",
      "strengthLabel": label(evidence.strength == .direct ? "strength.direct" : "strength.related"),
      "score": Int((evidence.score * 100).rounded()), "date": date(evidence.date),
      "document": passage?.documentID ?? "",
      "programmes": evidence.programmeIDs.map { ["id": $0, "link": documentLink($0)] as View },
      "hasProgrammes": !evidence.programmeIDs.isEmpty,
    ]
  }

  func entity(_ summary: EntitySummary) -> View {
    [
      "id": summary.id, "name": summary.name, "acronym": summary.acronym,
      "hasAcronym": !summary.acronym.isEmpty && summary.acronym != summary.name,
      "role": summary.role, "link": entityLink(summary.id), "kind": label("entity.\(summary.kind.key)"),
      "mentions": Labels.embedded.count(summary.mentionCount, "mention", request.language),
      "documents": Labels.embedded.count(summary.documentCount, "document", request.language),
    ]
  }

  /// What the colours of a graph's nodes mean.
  var graphLegend: [View] {
    [EntityKind.person, .organisation, .country, .place].map { ["key": $0.key, "label": label("entity.\($0.key)")] }
  }

  func reference(_ reference: EntityReference) -> View {
    ["name": reference.name, "link": entityLink(reference.id)]
  }
}
