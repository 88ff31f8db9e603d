internal import EntenteClient
internal import EntenteSchema
internal import TTRPC

/// Every document, in order of publication.
struct DocumentsPage: PageBuilder {
  private static let pageSize: UInt32 = 50

  func build(_ request: PageRequest, _ corpus: QueryClient) async throws(RPCError) -> Page {
    let response = try await corpus.listDocuments(
      ListDocumentsRequest(pageSize: Self.pageSize, pageToken: request["page"]))
    let views = FactViews(request)
    return Page(
      template: "documents", title: Labels.embedded("documents.title", request.language),
      view: [
        "documents": response.documents.map(views.document), "hasDocuments": !response.documents.isEmpty,
        "total": Labels.embedded.count(response.total, "document", request.language),
        "hasNext": !response.nextPageToken.isEmpty,
        "nextLink": request.address.setting("page", response.nextPageToken).text,
      ], snapshot: response.snapshot)
  }
}
