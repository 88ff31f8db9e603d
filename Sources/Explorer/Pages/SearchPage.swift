internal import EntenteClient
internal import EntenteSchema
internal import TTRPC

/// Hits with their passages, and facets to narrow them down.
struct SearchPage: PageBuilder {
  /// In bytes, as the service takes them.
  private static let longestName = 200

  func build(_ request: PageRequest, _ corpus: QueryClient) async throws(RPCError) -> Page {
    let words = request["q"]
    let filters = request.address.all("f")
    let query = Self.query(words, filters)
    var view: View = [
      "q": words, "filters": chosen(filters, request), "hasFilters": !filters.isEmpty,
      "hiddenFilters": filters.map { ["value": $0] as View }, "isAsked": !query.isEmpty,
      "sort": request["sort"], "orders": orders(request),
    ]
    let title = Labels.embedded("search.title", request.language)
    guard !query.isEmpty else { return Page(template: "search", title: title, view: view) }
    do throws(RPCError) {
      let response = try await corpus.search(
        SearchRequest(
          query: query, pageToken: request["page"], facets: FacetKind.shown,
          sort: request["sort"] == "date" ? .date : .unspecified))
      fill(&view, response, request)
      if response.hits.isEmpty, request["page"].isEmpty {
        let names = try await names(like: words.trimmed, corpus)
        view["names"] = names.map(FactViews(request).entity)
        view["hasNames"] = !names.isEmpty
      }
      return Page(template: "search", title: words.isEmpty ? title : words, view: view, snapshot: response.snapshot)
    } catch {
      guard error.code == .invalidArgument || error.code == .failedPrecondition else { throw error }
      view["error"] = FailureView(request)(error, query: query)
      view["hasError"] = true
      return Page(template: "search", title: title, view: view)
    }
  }

  /// Entities for words that no document holds: texts may name a country by its adjective alone, or in another language.
  private func names(like words: String, _ corpus: QueryClient) async throws(RPCError) -> [EntitySummary] {
    guard !words.isEmpty, words.utf8.count <= Self.longestName else { return [] }
    return try await corpus.listEntities(ListEntitiesRequest(pageSize: 5, name: words)).entities
  }

  /// The words and every chosen facet, all of which must hold.
  static func query(_ words: String, _ filters: [String]) -> String {
    let words = words.trimmed
    guard !filters.isEmpty else { return words }
    return ((words.isEmpty ? [] : ["(\(words))"]) + filters).joined(separator: " ")
  }

  /// A facet's value as the query language takes it.
  static func filter(_ kind: FacetKind, _ value: String) -> String {
    "\(kind.filter):\"\(value.replacing("\"", with: ""))\""
  }

  /// The filter for the documents that an entity stands in; places have none.
  static func filter(on kind: EntityKind, _ id: String) -> String {
    switch kind {
    case .person: filter(FacetKind.person, id)
    case .organisation: filter(FacetKind.organisation, id)
    case .country: filter(FacetKind.country, id)
    default: ""
    }
  }

  private func fill(_ view: inout View, _ response: SearchResponse, _ request: PageRequest) {
    let views = FactViews(request)
    view["hits"] = response.hits.map { hit($0, views) }
    view["hasHits"] = !response.hits.isEmpty
    view["total"] =
      (response.totalIsExact ? "" : Labels.embedded("search.at-least", request.language) + " ")
      + Labels.embedded.count(response.totalHits, "hit", request.language)
    view["didYouMean"] = response.didYouMean
    view["didYouMeanLink"] = request.address.setting("q", response.didYouMean).setting("page", "").text
    view["hasDidYouMean"] = !response.didYouMean.isEmpty
    view["filters"] = chosen(request.address.all("f"), request, response.facets)
    view["facets"] = response.facets.compactMap { facet($0, request) }
    view["hasNext"] = !response.nextPageToken.isEmpty
    view["nextLink"] = request.address.setting("page", response.nextPageToken).text
    view["isFirst"] = request["page"].isEmpty
    view["firstLink"] = request.address.setting("page", "").text
  }

  private func hit(_ hit: SearchHit, _ views: FactViews) -> View {
    let document = hit.document ?? DocumentSummary()
    var view = views.document(document)
    let marks = hit.titleHighlights.map { TextMark(range: $0.range, style: "hit") }
    if !document.title.isEmpty {
      view["titleMarked"] = MarkedText.html(document.title, marks)
    } else {
      view["titleMarked"] = Markup(document.opening + " …")
    }
    if let source = hit.passage?.source {
      view["passage"] = Self.passage(source, hit.passage?.highlights ?? [])
      view["hasPassage"] = true
      // The title leads where the passage stands, as facts do: who finds a document wants the place that was found.
      view["link"] = views.sourceLink(source)
    }
    return view
  }

  /// A passage with an ellipsis where it breaks off within a sentence.
  private static func passage(_ source: Source, _ highlights: [TextSpan]) -> Markup {
    let marked = MarkedText.html(source.text, source.marks(highlights, style: "hit"))
    let isWhole = source.text.last { !$0.isWhitespace && !"»\"”)".contains($0) }.map { ".!?…:;".contains($0) } ?? true
    return isWhole ? marked : marked + Markup("\u{A0}…")
  }

  private func facet(_ facet: Facet, _ request: PageRequest) -> View? {
    guard !facet.counts.isEmpty else { return nil }
    let chosen = Set(request.address.all("f"))
    return [
      "name": Labels.embedded("facet.\(facet.kind.filter)", request.language),
      "values": facet.counts.map { count -> View in
        let filter = Self.filter(facet.kind, count.value)
        let isChosen = chosen.contains(filter)
        let plain = request.address.setting("page", "")
        return [
          "label": label(facet.kind, count, request.language), "count": Int(clamping: count.count),
          "isChosen": isChosen,
          "link": (isChosen ? plain.removing("f", filter) : plain.adding("f", filter)).text,
        ]
      },
    ]
  }

  private func label(_ kind: FacetKind, _ count: FacetCount, _ language: Language) -> String {
    if kind == .documentKind { return Labels.embedded("kind.\(count.value.replacing("_", with: "-"))", language) }
    return count.label.isEmpty ? count.value : count.label
  }

  /// The orders to choose from, each a link to the first page in it.
  private func orders(_ request: PageRequest) -> [View] {
    let isByDate = request["sort"] == "date"
    return [("relevance", "", !isByDate), ("date", "date", isByDate)].map { key, value, isChosen in
      [
        "label": Labels.embedded("search.sort.\(key)", request.language), "isChosen": isChosen,
        "link": request.address.setting("page", "").setting("sort", value).text,
      ]
    }
  }

  /// The chosen filters, by the names of their values where the facets tell them.
  private func chosen(_ filters: [String], _ request: PageRequest, _ facets: [Facet] = []) -> [View] {
    let names = facets.flatMap { facet in
      facet.counts.map { count in
        (
          Self.filter(facet.kind, count.value),
          Labels.embedded("facet.\(facet.kind.filter)", request.language) + " · "
            + label(facet.kind, count, request.language)
        )
      }
    }
    let texts = Dictionary(names, uniquingKeysWith: { first, _ in first })
    return filters.map {
      ["text": texts[$0] ?? $0, "link": request.address.setting("page", "").removing("f", $0).text]
    }
  }
}
