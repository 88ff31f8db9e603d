import ArgumentParser
import EntenteSchema
import Foundation

/// `entente`: asks a corpus, from a server or straight from a snapshot file.
@main
struct Entente: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entente",
    abstract:
      "Search a corpus of partnership documents, and track each goal's evidence, events, people and quotations.",
    discussion: """
      Answers come from a running entente-query (--server, or ENTENTE_SERVER) or
      directly from a snapshot file (--snapshot, or ENTENTE_SNAPSHOT), with the same
      results. Every query command accepts --json.

      Examples:
        entente search cyberdéfense --snapshot corpus.snapshot
        entente search '"sécurité maritime" date:2023..2024' --server 127.0.0.1:7420
        entente goals --json | jq '.goals[].goal.title'
      """,
    version: EntenteVersion.current,
    groupedSubcommands: [
      CommandGroup(
        name: "Search", subcommands: [Search.self, Suggest.self, ShowDocument.self, Documents.self, Related.self]),
      CommandGroup(
        name: "The programme",
        subcommands: [
          ShowProgramme.self, Goals.self, ShowGoal.self, Timeline.self, Entities.self, ShowEntity.self, Quotes.self,
        ]),
      CommandGroup(name: "The service", subcommands: [Open.self, Status.self, SnapshotCommand.self]),
    ])

  static var _errorPrefix: String { "entente: " }

  static func main() async {
    do {
      try CommandWords.check(Array(CommandLine.arguments.dropFirst()), of: Entente.self)
      var command = try parseAsRoot()
      if var asking = command as? any AsyncParsableCommand {
        try await asking.run()
      } else {
        try command.run()
      }
    } catch {
      leave(error)
    }
  }

  /// Ends the program as an error says: with help on standard output, or with a complaint and its exit status.
  private static func leave(_ error: any Error) -> Never {
    // What shells and tools read has lines as long as they must be.
    let forTools = ["--generate-completion-script", "--experimental-dump-help"]
    if CommandLine.arguments.dropFirst().first.map({ word in forTools.contains { word.hasPrefix($0) } }) == true {
      exit(withError: error)
    }
    let code = exitCode(for: error)
    let style = code.isSuccess ? Style.ofStandardOutput() : .ofStandardError()
    let text = Help.fitted(fullMessage(for: error, columns: style.width), width: style.width)
    if code.isSuccess {
      do { try Screen.show([text]) } catch { Foundation.exit(exitCode(for: error).rawValue) }
    } else if !text.isEmpty {
      writeError(text)
    }
    Foundation.exit(code.rawValue)
  }
}
