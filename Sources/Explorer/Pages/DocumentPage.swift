internal import EntenteClient
internal import EntenteSchema
internal import TTRPC

/// A document exactly as it stands, with its facts marked.
struct DocumentPage: PageBuilder {
  /// How many facts of a kind stand beside the text; all of them are marked in it.
  private static let mostListed = 100

  /// A fact that a link leads to: `at=OFFSET,LENGTH`.
  private static func target(_ text: String) -> Range<Int>? {
    let parts = text.split(separator: ",").compactMap { UInt32($0) }.map(Int.init)
    return parts.count == 2 ? parts[0]..<(parts[0] + parts[1]) : nil
  }

  func build(_ request: PageRequest, _ corpus: QueryClient) async throws(RPCError) -> Page {
    let target = Self.target(request["at"])
    let whole = try await WholeDocument(
      request["id"], from: UInt32(request["from"]).map(Int.init), fact: target, corpus)
    let response = whole.response
    let document = response.document ?? Document()
    let related = try await corpus.listRelated(ListRelatedRequest(documentID: document.id)).related
    let goals = response.evidence.isEmpty ? [] : try await corpus.listGoals(ListGoalsRequest()).goals.compactMap(\.goal)
    let goalTitles = Dictionary(goals.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    let views = FactViews(request)
    let switches = MarkSwitches(request)
    let language = request.language
    let date = DateText(language: language)
    return Page(
      template: "document", title: document.title.isEmpty ? document.id : document.title,
      view: [
        "title": document.title.isEmpty ? document.id : document.title, "id": document.id,
        "kind": Labels.embedded("kind.\(document.kind.key)", language),
        "published": date.effective(document.effectiveDate),
        "updated": date(document.updated), "publisher": document.publisher,
        "hasPublished": document.effectiveDate != nil, "hasUpdated": document.updated != nil,
        "hasPublisher": !document.publisher.isEmpty, "sourceURL": Self.safeAddress(document.sourceURL),
        "hasSource": !Self.safeAddress(document.sourceURL).isEmpty, "language": document.language,
        "text": DocumentMarks(response, offset: whole.offset, goals: goalTitles, views).html(target: target),
        "switches": switches.views(response, language), "hidden": switches.hiddenClasses, "from": request["from"],
        "at": request["at"], "isCut": whole.isCut,
        "entities": response.entities.prefix(Self.mostListed).map(views.reference),
        "hasEntities": !response.entities.isEmpty, "entityCount": count(response.entities.count, response.entityTotal),
        "events": response.events.prefix(Self.mostListed).map { views.event($0) },
        "hasEvents": !response.events.isEmpty, "eventCount": count(response.events.count, response.eventTotal),
        "evidenceCount": count(response.evidence.count, response.evidenceTotal),
        "evidence": response.evidence.prefix(Self.mostListed).map { evidence -> View in
          var view = views.evidence(evidence)
          view["goal"] = goalTitles[evidence.goalID] ?? evidence.goalID
          view["goalLink"] = views.goalLink(evidence.goalID)
          return view
        }, "hasEvidence": !response.evidence.isEmpty,
        "related": related.map { other -> View in
          var view = views.document(other.document ?? DocumentSummary())
          view["shared"] = other.sharedWords.joined(separator: ", ")
          return view
        }, "hasRelated": !related.isEmpty, "isLater": whole.offset > 0,
        "firstLink": request.address.setting("from", "").setting("at", "").text,
        "hasNext": response.nextTextOffset != 0,
        "nextLink": request.address.setting("from", String(response.nextTextOffset)).setting("at", "").text,
      ], snapshot: response.snapshot)
  }

  /// How many facts there are, where some are not listed: `100 / 312`.
  private func count(_ found: Int, _ total: UInt64) -> String {
    let all = max(found, Int(clamping: total))
    return all > Self.mostListed ? "\(Self.mostListed) / \(all)" : String(all)
  }

  /// Only addresses of the web become links: a document may name any other, such as `javascript:`.
  static func safeAddress(_ address: String) -> String {
    let lower = address.lowercased()
    return lower.hasPrefix("https://") || lower.hasPrefix("http://") ? address : ""
  }
}
