import ArgumentParser
import EntenteClient
import EntenteSchema
import TTRPC

struct Search: AskingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Search the full text, in French.",
    discussion: """
      Words, "phrases", AND, OR, NOT, +must, -not, prefix*, fuzzy~, and filters: kind: source: date: person:
      organisation: country: goal: priority:. Case, accents, elisions and hyphens are ignored.

      Examples:
        entente search cyberdéfense
        entente search '"sécurité maritime" -exercice'
        entente search 'partenariat date:2023-07..2024 country:Japon' --facets
        entente search Japon --sort date
      """)

  @Argument(help: "The query; several arguments are joined.")
  var query: [String]

  @Option(help: "Order of the hits: relevance, or date, the latest first.")
  var sort = SortOrder.relevance
  @OptionGroup var page: PageOptions
  @Flag(help: "Count the hits by kind, year, goal, person, organisation and country.")
  var facets = false
  @OptionGroup var options: AnswerOptions

  func ask(_ corpus: QueryClient) async throws(RPCError) -> SearchResponse {
    try await corpus.search(
      SearchRequest(
        query: query.joined(separator: " "), pageSize: page.limit, pageToken: page.page,
        facets: facets ? [.documentKind, .year, .goal, .person, .organisation, .country] : [],
        sort: sort == .date ? .date : .unspecified))
  }

  func nothing(_ answer: SearchResponse) -> String? {
    answer.hits.isEmpty
      ? "Nothing found." + (answer.didYouMean.isEmpty ? "" : " Did you mean: \(answer.didYouMean)") : nil
  }

  func lines(_ answer: SearchResponse, style: Style) -> [String] {
    var lines = answer.hits.flatMap { hitLines($0, style: style) }
    let total = (answer.totalIsExact ? "" : "at least ") + "\(answer.totalHits)"
    lines.append(style.dim("\(answer.hits.count) of \(total) document\(answer.totalHits == 1 ? "" : "s")"))
    if !answer.didYouMean.isEmpty { lines.append("Did you mean: \(style.bold(answer.didYouMean))") }
    if !answer.nextPageToken.isEmpty { lines.append(style.dim("More: --page \(answer.nextPageToken)")) }
    lines += answer.facets.flatMap { facetLines($0, style: style) }
    return lines + footnote(answer.hits.map { $0.document?.effectiveDate }, style: style)
  }

  private func hitLines(_ hit: SearchHit, style: Style) -> [String] {
    guard let document = hit.document else { return [] }
    let facts = [document.id, shownEffective(document.effectiveDate), document.kind.shown, document.publisher].filter {
      !$0.isEmpty
    }
    var lines = MarkedText(document.name).lines(width: style.width, style: style).map(style.title)
    lines += MarkedText(facts.joined(separator: " · ")).lines(width: style.width, style: style).map(style.dim)
    if let passage = hit.passage, let source = passage.source, let span = source.span {
      let start = Int(span.offset)
      let marks = passage.highlights.map { Int($0.offset) - start..<Int($0.offset) - start + Int($0.length) }
      lines += MarkedText(source.text, marks: marks).lines(width: style.width, indent: 2, style: style)
    }
    return lines + [""]
  }

  private func facetLines(_ facet: Facet, style: Style) -> [String] {
    guard !facet.counts.isEmpty else { return [] }
    let counts = facet.counts.prefix(8).map {
      "\(facet.kind == .documentKind || $0.label.isEmpty ? $0.value : $0.label) \($0.count)"
    }
    let text = MarkedText(counts.joined(separator: " · ")).lines(width: style.width, indent: 2, style: style)
    return ["", style.bold(facet.kind.shown)] + text
  }
}

/// The orders in which hits may be shown.
enum SortOrder: String, ExpressibleByArgument, CaseIterable {
  case relevance, date
}

extension FacetKind {
  fileprivate var shown: String {
    switch self {
    case .documentKind: "Kinds"
    case .year: "Years"
    case .goal: "Goals"
    case .person: "People"
    case .organisation: "Organisations"
    case .country: "Countries"
    case .unspecified, .unrecognized: ""
    }
  }
}
