internal import Crypto

/// Files that pages refer to. Their address holds a digest of their content, so that browsers may keep them forever.
enum Assets {
  struct Asset: Sendable {
    let body: CodedBody
    let type: String
    let digest: String

    init(_ text: String, type: String) {
      body = CodedBody(Array(text.utf8), level: 9)
      self.type = type
      digest = SHA256.hash(data: body.plain).prefix(6).map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
    }
  }

  static let all: [String: Asset] = [
    "style.css": Asset(EmbeddedText.style, type: "text/css; charset=utf-8"),
    "explorer.js": Asset(EmbeddedText.explorer, type: "text/javascript; charset=utf-8"),
    "icon.svg": Asset(EmbeddedText.icon, type: "image/svg+xml"),
  ]

  static func link(_ name: String) -> String { "/assets/\(name)?v=\(all[name]?.digest ?? "")" }

  /// Changes with any asset or template: part of every page's tag.
  static let version = Asset(
    (all.sorted { $0.key < $1.key }.map(\.value.digest) + Templates.all.sorted { $0.key < $1.key }.map(\.value))
      .joined() + EmbeddedText.labels, type: ""
  ).digest
}

/// The page templates by name.
enum Templates {
  static let all: [String: String] = [
    "layout": EmbeddedText.layoutPage, "home": EmbeddedText.homePage, "search": EmbeddedText.searchPage,
    "goal": EmbeddedText.goalPage, "timeline": EmbeddedText.timelinePage, "entities": EmbeddedText.entitiesPage,
    "entity": EmbeddedText.entityPage, "document": EmbeddedText.documentPage, "documents": EmbeddedText.documentsPage,
    "quotations": EmbeddedText.quotationsPage, "compare": EmbeddedText.comparePage, "cluster": EmbeddedText.clusterPage,
    "error": EmbeddedText.errorPage, "event": EmbeddedText.eventPart, "quotation": EmbeddedText.quotationPart,
    "evidence": EmbeddedText.evidencePart, "failure": EmbeddedText.failurePart,
  ]
}
