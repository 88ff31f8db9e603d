import ArgumentParser
import Foundation

struct Open: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open what another command shows in the explorer.",
    discussion: """
      Put `open` before the command. The address is printed; on a desktop, the browser opens it too.

      Examples:
        entente open search cyberdéfense --sort date
        entente open goal cyberdefense
        entente open timeline --person Stoltenberg
        entente open --explorer https://corpus.example.org quotes --by Stoltenberg
      """)

  @Option(
    help: ArgumentHelp(
      "The explorer's address. (default: $ENTENTE_EXPLORER, else http://127.0.0.1:8080)", valueName: "url"))
  var explorer: String?

  @Flag(name: .customLong("print"), help: "Only print the address.")
  var onlyPrints = false

  @Argument(
    parsing: .allUnrecognized, help: "A command with its options; without one, the address of the start page.")
  var command: [String] = []

  func run() async throws {
    let base = try base()
    let page = try page()
    let address = page.address(at: base)
    try Screen.show([address])
    if !onlyPrints { Desktop.open(address) }
  }

  private func base() throws -> String {
    let given = explorer ?? environment("ENTENTE_EXPLORER") ?? "http://127.0.0.1:8080"
    guard let parts = URLComponents(string: given), ["http", "https"].contains(parts.scheme?.lowercased()),
      parts.host?.isEmpty == false, parts.query == nil, parts.fragment == nil
    else {
      throw ValidationError("the explorer's address must begin with http:// or https://, not \"\(given)\"")
    }
    return given.hasSuffix("/") ? String(given.dropLast()) : given
  }

  private func page() throws -> ExplorerPage {
    guard !command.isEmpty else { return ExplorerPage("/") }
    try CommandWords.check(command, of: Entente.self)
    guard let asked = try Entente.parseAsRoot(command) as? any BrowsableCommand else {
      throw ValidationError("the explorer has no page for `entente \(command[0])`")
    }
    return try asked.explorerPage
  }
}

/// A command whose answer is a page of the explorer too.
protocol BrowsableCommand: ParsableCommand {
  /// - Throws: `ValidationError` where the page cannot show what the options ask for.
  var explorerPage: ExplorerPage { get throws }
}

/// A page of the explorer: its path and query.
struct ExplorerPage {
  let path: String
  let query: [(name: String, value: String)]

  init(_ path: String, _ query: [(String, String)] = []) {
    self.path = path
    self.query = query.filter { !$0.1.isEmpty }.map { (name: $0.0, value: $0.1) }
  }

  /// - Parameter base: the explorer's address, without a slash at its end.
  func address(at base: String) -> String {
    var parts = URLComponents()
    parts.path = path
    if !query.isEmpty { parts.queryItems = query.map { URLQueryItem(name: $0.name, value: $0.value) } }
    // In a query, a plus sign is a space.
    parts.percentEncodedQuery = parts.percentEncodedQuery?.replacing("+", with: "%2B")
    return base + (parts.string ?? path)
  }
}

// The pages of the commands.

extension Search: BrowsableCommand {
  var explorerPage: ExplorerPage {
    ExplorerPage("/search", [("q", query.joined(separator: " ")), ("sort", sort == .date ? "date" : "")])
  }
}

extension ShowDocument: BrowsableCommand {
  var explorerPage: ExplorerPage { ExplorerPage("/document", [("id", id)]) }
}

extension Documents: BrowsableCommand {
  var explorerPage: ExplorerPage { ExplorerPage("/documents") }
}

extension Related: BrowsableCommand {
  var explorerPage: ExplorerPage { ExplorerPage("/document", [("id", id)]) }
}

extension ShowProgramme: BrowsableCommand {
  var explorerPage: ExplorerPage {
    document.isEmpty ? ExplorerPage("/") : ExplorerPage("/document", [("id", document)])
  }
}

extension Goals: BrowsableCommand {
  var explorerPage: ExplorerPage { ExplorerPage("/") }
}

extension ShowGoal: BrowsableCommand {
  var explorerPage: ExplorerPage { ExplorerPage("/goal", [("id", id), ("since", since)]) }
}

extension Timeline: BrowsableCommand {
  var explorerPage: ExplorerPage {
    get throws {
      let names = [person, organisation, country, place].filter { !$0.isEmpty }
      guard names.count < 2 else { throw ValidationError("the explorer's timeline filters by one name at a time") }
      return ExplorerPage(
        "/timeline",
        [
          ("since", since), ("until", until), ("name", names.first ?? ""), ("goal", goal), ("type", type),
          ("status", status?.rawValue ?? ""),
        ])
    }
  }
}

extension Entities: BrowsableCommand {
  var explorerPage: ExplorerPage { ExplorerPage("/entities", [("kind", kind?.rawValue ?? ""), ("name", name)]) }
}

extension ShowEntity: BrowsableCommand {
  var explorerPage: ExplorerPage { ExplorerPage("/entity", [("id", name.joined(separator: " "))]) }
}

extension Quotes: BrowsableCommand {
  var explorerPage: ExplorerPage {
    ExplorerPage("/quotations", [("speaker", speaker), ("goal", goal), ("since", since), ("until", until)])
  }
}

extension Status: BrowsableCommand {
  var explorerPage: ExplorerPage { ExplorerPage("/cluster") }
}
