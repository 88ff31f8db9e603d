internal import EntenteSchema

/// A kind of mark, which a switch of the page shows or hides.
enum MarkKind: String, CaseIterable {
  case entity, date, quotation, evidence, furniture
  /// The words that decided on evidence; shown with it.
  case deciding

  var style: String { "m-" + rawValue }

  /// Those that have a switch.
  static let switched: [MarkKind] = [.entity, .date, .quotation, .evidence, .furniture]
}

/// Which marks a page shows: all, or those that its address names, as in `show=text&show=date`.
struct MarkSwitches {
  private let chosen: [String]

  init(_ request: PageRequest) { chosen = request.address.all("show") }

  private func shows(_ kind: MarkKind) -> Bool { chosen.isEmpty || chosen.contains(kind.rawValue) }

  /// Classes of the text that hide marks.
  var hiddenClasses: String {
    MarkKind.switched.filter { !shows($0) }.map { " off-" + $0.rawValue }.joined()
  }

  func views(_ response: GetDocumentResponse, _ language: Language) -> [View] {
    MarkKind.switched.map { kind in
      [
        "kind": kind.rawValue, "style": kind.style, "isShown": shows(kind),
        "label": Labels.embedded("mark.\(kind.rawValue)", language), "isEmpty": kind.count(response) == 0,
        "count": kind.count(response),
      ]
    }
  }
}

extension MarkKind {
  fileprivate func count(_ response: GetDocumentResponse) -> Int {
    switch self {
    case .entity: response.mentions.count
    case .date: response.dates.count
    case .quotation: response.quotations.count
    case .evidence, .deciding: response.evidence.count
    case .furniture: response.document?.boilerplate.count ?? 0
    }
  }
}
