internal import EntenteClient
internal import EntenteSchema
internal import TTRPC

/// A document, or a piece of its text, with its facts gathered from several calls.
struct WholeDocument {
  private static let pageSize: UInt32 = 200
  /// A document has at most so many facts of each kind marked, times the size of a page: a page must end somewhere.
  private static let mostPages = 25
  /// A longer text is shown in pieces.
  private static let pieceSize: UInt64 = 512 << 10
  /// How much of the text stands before a fact that is far from the beginning.
  private static let lead = 2 << 10

  private(set) var response: GetDocumentResponse
  /// Where the piece begins in the text.
  let offset: Int
  /// Whether some facts were left out.
  let isCut: Bool

  /// - Parameters:
  ///   - from: where the piece begins; nil for the beginning, or near `fact` if that lies further on.
  ///   - fact: the span that a link leads to.
  init(
    _ id: String, from: Int?, fact: Range<Int>?, _ corpus: QueryClient
  ) async throws(RPCError) {
    let fact = (fact?.upperBound ?? 0) > Int(Self.pieceSize) ? fact : nil
    let start = from ?? fact.map { max($0.lowerBound - Self.lead, 0) } ?? 0
    var request = GetDocumentRequest(
      id: id, textOffset: UInt64(clamping: start), textLength: Self.pieceSize, pageSize: Self.pageSize,
      withMentions: true)
    var whole = try await Self.piece(&request, isExact: from != nil, corpus)
    offset = Int(clamping: request.textOffset)
    request.withoutText = true
    for _ in 1..<Self.mostPages where !whole.nextPageToken.isEmpty {
      request.pageToken = whole.nextPageToken
      let page = try await corpus.getDocument(request)
      whole.quotations += page.quotations
      whole.events += page.events
      whole.evidence += page.evidence
      whole.entities += page.entities
      whole.dates += page.dates
      whole.mentions += page.mentions
      whole.nextPageToken = page.nextPageToken
    }
    isCut = !whole.nextPageToken.isEmpty
    response = whole
  }

  /// The first call, at the next whole character if `isExact` is false.
  private static func piece(
    _ request: inout GetDocumentRequest, isExact: Bool, _ corpus: QueryClient
  ) async throws(RPCError) -> GetDocumentResponse {
    for _ in 0..<3 where !isExact {
      do throws(RPCError) {
        return try await corpus.getDocument(request)
      } catch {
        guard error.code == .invalidArgument else { throw error }
        request.textOffset += 1
      }
    }
    return try await corpus.getDocument(request)
  }
}
