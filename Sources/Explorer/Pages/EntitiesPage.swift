internal import EntenteClient
internal import EntenteSchema
internal import TTRPC

/// People, organisations, countries and places, most mentioned first, and who of them appears with whom.
struct EntitiesPage: PageBuilder {
  private static let pageSize: UInt32 = 100
  private static let drawn = 24

  func build(_ request: PageRequest, _ corpus: QueryClient) async throws(RPCError) -> Page {
    let language = request.language
    let views = FactViews(request)
    let kind = EntityKind(key: request["kind"])
    let response = try await corpus.listEntities(
      ListEntitiesRequest(pageSize: Self.pageSize, pageToken: request["page"], kind: kind, name: request["name"]))
    let isPlain = request["name"].isEmpty && request["page"].isEmpty
    let graph = isPlain ? try await self.graph(response.entities, corpus, views) : Markup(safe: "")
    return Page(
      template: "entities", title: Labels.embedded("entities.title", language),
      view: [
        "name": request["name"], "kind": kind.key,
        "kinds": [EntityKind.unspecified, .person, .organisation, .country, .place].map { choice in
          [
            "label": Labels.embedded("entities.\(choice.key)", language), "isChosen": choice == kind,
            "link": request.link("/entities", [("kind", choice == .unspecified ? "" : choice.key)]),
          ] as View
        },
        "entities": response.entities.map(views.entity), "hasEntities": !response.entities.isEmpty,
        "total": Labels.embedded.count(response.total, "entity", language), "graph": graph, "hasGraph": isPlain,
        "legend": views.graphLegend,
        "hasNext": !response.nextPageToken.isEmpty,
        "nextLink": request.address.setting("page", response.nextPageToken).text,
      ], snapshot: response.snapshot)
  }

  private func graph(
    _ entities: [EntitySummary], _ corpus: QueryClient, _ views: FactViews
  ) async throws(RPCError) -> Markup {
    let drawn = Array(entities.prefix(Self.drawn))
    let index = Dictionary(
      drawn.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var edges: [EntityGraph.Edge] = []
    for (from, entity) in drawn.enumerated() {
      let answer = try await corpus.getEntity(GetEntityRequest(id: entity.id))
      for other in answer.coOccurrences {
        guard let to = index[other.entity?.id ?? ""], from < to else { continue }
        edges.append(EntityGraph.Edge(from: from, to: to, weight: Int(other.sentenceCount)))
      }
    }
    let nodes = drawn.map {
      EntityGraph.Node(
        id: $0.id, name: $0.acronym.isEmpty ? $0.name : $0.acronym, style: $0.kind.key, link: views.entityLink($0.id),
        weight: Int($0.mentionCount))
    }
    return EntityGraph(nodes: nodes, edges: edges).draw(label: views.label("graph.title"))
  }
}
