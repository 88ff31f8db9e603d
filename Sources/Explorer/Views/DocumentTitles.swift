internal import EntenteClient
internal import EntenteSchema
internal import TTRPC

/// The titles of the documents that facts stand in: a fact names its source.
struct DocumentTitles {
  /// A page shows the facts of at most so many documents by title.
  private static let most = 100
  private static let longest = 100

  private var titles: [String: String] = [:]

  /// - Throws: what the service answers.
  init(of ids: some Sequence<String>, _ corpus: QueryClient) async throws(RPCError) {
    for id in Set(ids.filter { !$0.isEmpty }).sorted().prefix(Self.most) {
      titles[id] = try await corpus.getDocument(GetDocumentRequest(id: id, textLength: 1, pageSize: 1)).document?.title
    }
  }

  /// Empty where the document has none.
  subscript(id: String) -> String { Self.shortened(titles[id] ?? "") }

  /// A title as it stands under a fact, which is to be read first.
  static func shortened(_ title: String) -> String {
    title.count > longest ? title.prefix(longest).trimmed + "…" : title
  }
}
