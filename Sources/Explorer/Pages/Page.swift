internal import EntenteClient
internal import EntenteSchema
internal import TTRPC

/// What a template is given: strings, which it escapes; `Markup`, which it prints as it is; lists and further views.
typealias View = [String: Any]

/// A page, ready to be laid out.
struct Page {
  /// The name of its template, such as `goal`.
  var template: String
  /// In the browser's title bar, before the name of the product.
  var title: String
  var view: View
  /// The snapshot that every part of it comes from.
  var snapshot: SnapshotReference?
}

/// Asks for what a page shows, and makes its view.
protocol PageBuilder: Sendable {
  /// - Throws: what the service answers, or NOT_FOUND for an address that leads nowhere.
  func build(_ request: PageRequest, _ corpus: QueryClient) async throws(RPCError) -> Page
}
