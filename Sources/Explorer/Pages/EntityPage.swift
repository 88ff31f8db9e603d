internal import EntenteClient
internal import EntenteSchema
internal import TTRPC

/// One person, organisation, country or place: roles over time, documents, words, events, company.
struct EntityPage: PageBuilder {
  private static let pageSize: UInt32 = 50
  /// A query of more words is hard to read.
  private static let mostForms = 6

  func build(_ request: PageRequest, _ corpus: QueryClient) async throws(RPCError) -> Page {
    let response = try await corpus.getEntity(
      GetEntityRequest(id: request["id"], pageSize: Self.pageSize, pageToken: request["page"]))
    let entity = response.entity ?? Entity()
    let views = FactViews(request)
    let quotations = try await QuotationViews(response.quotations, views, corpus)
    let language = request.language
    let date = DateText(language: language)
    return Page(
      template: "entity", title: entity.name,
      view: [
        "name": entity.name, "acronym": entity.acronym,
        "hasAcronym": !entity.acronym.isEmpty && entity.acronym != entity.name,
        "kind": Labels.embedded("entity.\(entity.kind.key)", language), "forms": entity.forms.joined(separator: " · "),
        "hasForms": entity.forms.count > 1,
        "roles": entity.roles.map { role -> View in
          [
            "text": role.text, "isFormer": role.former, "date": date(role.asOf), "link": views.sourceLink(role.source),
          ]
        }, "hasRoles": !entity.roles.isEmpty,
        "documents": documents(response, views), "hasDocuments": !response.documents.isEmpty,
        "quotations": response.quotations.map { quotations($0) }, "hasQuotations": !response.quotations.isEmpty,
        "events": response.events.map { views.event($0) }, "hasEvents": !response.events.isEmpty,
        "company": response.coOccurrences.compactMap { other -> View? in
          guard let summary = other.entity else { return nil }
          var view = views.entity(summary)
          view["shared"] = Labels.embedded.count(other.sentenceCount, "sentence", language)
          return view
        }, "hasCompany": !response.coOccurrences.isEmpty,
        "sections": sections(response, views), "legend": views.graphLegend,
        "graph": graph(entity, response.coOccurrences, views),
        "others": response.alsoCalled.map(views.entity), "hasOthers": !response.alsoCalled.isEmpty,
        "searchLink": request.link(
          "/search", [("q", Self.words(entity)), ("f", SearchPage.filter(on: entity.kind, entity.id))]),
        "timelineLink": request.link("/timeline", [("name", entity.id)]), "hasNext": !response.nextPageToken.isEmpty,
        "nextLink": request.address.setting("page", response.nextPageToken).text,
      ], snapshot: response.snapshot)
  }

  /// Each document leads to its first mention, as far as the mentions of this page tell it.
  private func documents(_ response: GetEntityResponse, _ views: FactViews) -> [View] {
    let mentions = response.entity?.mentions.compactMap(\.source) ?? []
    let first = Dictionary(mentions.map { ($0.documentID, $0) }, uniquingKeysWith: { first, _ in first })
    return response.documents.map { document in
      var view = views.document(document)
      if let mention = first[document.id] { view["link"] = views.sourceLink(mention) }
      return view
    }
  }

  /// Its forms as words of a query, so that hits show where it stands; none where they are many and a filter finds all.
  private static func words(_ entity: Entity) -> String {
    let forms = Set(entity.forms).sorted { ($0.count, $0) < ($1.count, $1) }.reduce(into: [String]()) { kept, form in
      // "Stoltenberg" finds "M. Stoltenberg" as well.
      if !kept.contains(where: { " \(form) ".contains(" \($0) ") }) { kept.append(form) }
    }
    // Places have no filter, so that words must do.
    guard forms.count <= mostForms || entity.kind == .place else { return "" }
    return forms.prefix(mostForms).map { "\"\($0.replacing("\"", with: " "))\"" }.joined(separator: " ")
  }

  /// Links to what the page holds, at its head: the page of one who speaks a lot is long.
  private func sections(_ response: GetEntityResponse, _ views: FactViews) -> [View] {
    func count(_ shown: Int, _ total: UInt64) -> Int { max(shown, Int(clamping: total)) }
    let sections = [
      ("roles", "entity.roles", count(response.entity?.roles.count ?? 0, response.roleTotal)),
      ("quotations", "goal.quotations", count(response.quotations.count, response.quotationTotal)),
      ("events", "goal.events", count(response.events.count, response.eventTotal)),
      ("company", "graph.title", response.coOccurrences.count),
      ("documents", "documents.title", count(response.documents.count, response.documentTotal)),
    ]
    return sections.filter { $0.2 > 0 }.map { id, label, count in
      ["id": id, "name": views.label(label), "count": count]
    }
  }

  private func graph(_ entity: Entity, _ company: [CoOccurrence], _ views: FactViews) -> Markup {
    let others = company.prefix(20).compactMap { other in other.entity.map { ($0, Int(other.sentenceCount)) } }
    guard !others.isEmpty else { return Markup(safe: "") }
    func node(_ id: String, _ name: String, _ acronym: String, _ kind: EntityKind, _ weight: Int) -> EntityGraph.Node {
      EntityGraph.Node(
        id: id, name: acronym.isEmpty ? name : acronym, style: kind.key, link: views.entityLink(id), weight: weight)
    }
    let heaviest = others.map(\.1).max() ?? 1
    let nodes =
      [node(entity.id, entity.name, entity.acronym, entity.kind, heaviest)]
      + others.map { node($0.0.id, $0.0.name, $0.0.acronym, $0.0.kind, $0.1) }
    let edges = others.indices.map { EntityGraph.Edge(from: 0, to: $0 + 1, weight: others[$0].1) }
    return EntityGraph(nodes: nodes, edges: edges).draw(label: views.label("graph.title"))
  }
}
