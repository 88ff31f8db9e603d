internal import Hummingbird

/// What a page is asked for: its address, and the language to label it in.
struct PageRequest: Sendable {
  let address: PageAddress
  let language: Language

  /// The language that the address names, else the one that the browser prefers.
  init(_ request: Request) {
    address = PageAddress(path: request.uri.path, rawQuery: request.uri.query)
    language =
      Language(rawValue: address["lang"])
      ?? Language(acceptLanguage: request.headers[.acceptLanguage] ?? "")
  }

  init(_ address: PageAddress, _ language: Language) {
    self.address = address
    self.language = language
  }

  subscript(name: String) -> String { address[name] }

  /// An address of another page. It carries the language on where this one's address names it.
  func link(_ path: String, _ query: [(String, String)] = [], fragment: String = "") -> String {
    PageAddress(path, query + [("lang", address["lang"])], fragment: fragment).text
  }
}
