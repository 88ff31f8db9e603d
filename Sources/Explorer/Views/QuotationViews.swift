internal import EntenteClient
internal import EntenteSchema
internal import TTRPC

/// Makes the views of quotations with the rest of their sentences: two words in quotation marks say little alone.
///
/// Quotations near each other are looked up in one piece of their document's text.
struct QuotationViews {
  /// So far apart in bytes, quotations are looked up one by one.
  private static let nearby = 2 << 10

  private struct Piece {
    var documentID: String
    /// In bytes of the document's text.
    var span: Range<Int>
    var text: [UInt8] = []
    var title = ""
  }

  private let pieces: [Piece]
  private let views: FactViews

  /// - Throws: what the service answers.
  init(_ quotations: [Quotation], _ views: FactViews, _ corpus: QueryClient) async throws(RPCError) {
    var pieces: [Piece] = []
    for var piece in Self.pieces(quotations) {
      guard let (offset, document) = try await Self.read(piece, corpus) else { continue }
      piece.text = Array(document.text.utf8)
      piece.span = offset..<(offset + piece.text.count)
      piece.title = document.title
      pieces.append(piece)
    }
    self.pieces = pieces
    self.views = views
  }

  func callAsFunction(_ quotation: Quotation) -> View {
    var view = views.quotation(quotation)
    guard let source = quotation.source, let span = Self.span(source),
      let piece = pieces.first(where: {
        $0.documentID == source.documentID && $0.span.lowerBound <= span.lowerBound
          && span.upperBound <= $0.span.upperBound
      })
    else { return view }
    let start = span.lowerBound - piece.span.lowerBound
    let context = SurroundingText(of: start..<(start + span.count), in: piece.text)
    view["before"] = context.before
    view["source"] = DocumentTitles.shortened(piece.title)
    let isApart = context.after.first.map { !",.;:!?…)".contains($0) } ?? false
    view["after"] = (isApart ? " " : "") + context.after
    return view
  }

  private static func span(_ source: Source) -> Range<Int>? {
    source.span.map { Int($0.offset)..<(Int($0.offset) + Int($0.length)) }
  }

  /// What is to be read of each document, in order.
  private static func pieces(_ quotations: [Quotation]) -> [Piece] {
    let wanted = quotations.compactMap { quotation -> Piece? in
      guard let source = quotation.source, let span = span(source) else { return nil }
      let reach = SurroundingText.reach + 4
      return Piece(
        documentID: source.documentID, span: max(span.lowerBound - reach, 0)..<(span.upperBound + reach))
    }.sorted { ($0.documentID, $0.span.lowerBound) < ($1.documentID, $1.span.lowerBound) }
    return wanted.reduce(into: []) { pieces, piece in
      if let last = pieces.last, last.documentID == piece.documentID,
        piece.span.lowerBound - last.span.upperBound < nearby
      {
        pieces[pieces.count - 1].span = last.span.lowerBound..<max(last.span.upperBound, piece.span.upperBound)
      } else {
        pieces.append(piece)
      }
    }
  }

  /// The document with the text of a piece, from the first whole character on, and where that stands; nil where none begins
  /// there.
  private static func read(
    _ piece: Piece, _ corpus: QueryClient
  ) async throws(RPCError) -> (offset: Int, document: Document)? {
    for shift in 0..<4 {
      do throws(RPCError) {
        let offset = piece.span.lowerBound + shift
        let answer = try await corpus.getDocument(
          GetDocumentRequest(
            id: piece.documentID, textOffset: UInt64(offset), textLength: UInt64(piece.span.upperBound - offset),
            pageSize: 1))
        return (offset, answer.document ?? Document())
      } catch {
        guard error.code == .invalidArgument else { throw error }
      }
    }
    return nil
  }
}
