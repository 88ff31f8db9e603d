internal import EntenteClient
internal import EntenteSchema
internal import TTRPC

/// Who said what, exactly, with filters by speaker, goal and words of the quotation's date.
struct QuotationsPage: PageBuilder {
  private static let pageSize: UInt32 = 50

  func build(_ request: PageRequest, _ corpus: QueryClient) async throws(RPCError) -> Page {
    let language = request.language
    let title = Labels.embedded("quotations.title", language)
    let goals = try await corpus.listGoals(ListGoalsRequest()).goals.compactMap(\.goal)
    var view: View = [
      "speaker": request["speaker"], "since": request["since"], "until": request["until"],
      "goals": goals.map { ["id": $0.id, "title": $0.title, "isChosen": request["goal"] == $0.id] as View },
    ]
    do throws(RPCError) {
      let response = try await corpus.listQuotations(
        ListQuotationsRequest(
          pageSize: Self.pageSize, pageToken: request["page"], speaker: request["speaker"], goalID: request["goal"],
          since: request["since"], until: request["until"]))
      let quotations = try await QuotationViews(response.quotations, FactViews(request), corpus)
      view["quotations"] = response.quotations.map { quotations($0) }
      view["hasQuotations"] = !response.quotations.isEmpty
      view["total"] = Labels.embedded.count(response.total, "quotation", language)
      view["hasNext"] = !response.nextPageToken.isEmpty
      view["nextLink"] = request.address.setting("page", response.nextPageToken).text
      return Page(template: "quotations", title: title, view: view, snapshot: response.snapshot)
    } catch {
      guard error.code == .invalidArgument || error.code == .notFound else { throw error }
      view["error"] = FailureView(request)(error, field: "speaker")
      view["hasError"] = true
      return Page(template: "quotations", title: title, view: view)
    }
  }
}
