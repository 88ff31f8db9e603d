internal import EntenteSchema

/// What a document's text is marked with: names, dates, quotations, evidence, page furniture.
struct DocumentMarks {
  private let text: String
  private var marks: [TextMark] = []
  /// Where the shown piece begins in the text: spans count from the start of the text.
  private let offset: Int

  /// - Parameters:
  ///   - offset: where the text of the response begins in the document's.
  ///   - goals: titles by id.
  init(_ response: GetDocumentResponse, offset: Int, goals: [String: String], _ views: FactViews) {
    self.offset = offset
    text = response.document?.text ?? ""
    let date = DateText(language: views.request.language)
    let names = Dictionary(response.entities.map { ($0.id, $0.name) }) { first, _ in first }
    for span in response.document?.boilerplate ?? [] { add(span, .furniture) }
    for evidence in response.evidence {
      add(evidence.passage?.span, .evidence, title: goals[evidence.goalID] ?? evidence.goalID)
      for word in evidence.decidingWords { add(word.span, .deciding) }
    }
    for quotation in response.quotations { add(quotation.source?.span, .quotation, title: quotation.speaker) }
    for stated in response.dates { add(stated.source?.span, .date, title: date(stated)) }
    for mention in response.mentions {
      add(mention.span, .entity, title: names[mention.entityID] ?? "", link: views.entityLink(mention.entityID))
    }
  }

  private mutating func add(_ span: TextSpan?, _ kind: MarkKind, title: String = "", link: String = "") {
    guard let span else { return }
    marks.append(TextMark(range: span.range, style: kind.style, link: link, title: title))
  }

  /// The text, exactly as written.
  ///
  /// - Parameter target: the span that a link leads to.
  func html(target: Range<Int>?) -> Markup {
    let length = text.utf8.count
    let fact = target.map { [TextMark(range: $0, style: "m-target", id: "fact")] } ?? []
    return MarkedText.html(
      text,
      (marks + fact).compactMap { mark in
        let range = (mark.range.lowerBound - offset)..<(mark.range.upperBound - offset)
        guard range.overlaps(0..<length) else { return nil }
        var moved = mark
        // A fact that reaches into another piece is marked as far as this one shows it.
        moved.range = range.clamped(to: 0..<length)
        return moved
      })
  }
}
