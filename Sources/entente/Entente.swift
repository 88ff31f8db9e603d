import ArgumentParser

/// `entente`: asks a corpus, from a server or straight from a snapshot file.
@main
struct Entente: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entente",
    abstract:
      "Ask a corpus of partnership documents: search it, and track each goal's evidence, events, people and words.",
    discussion: """
      Answers come from a running entente-query (--server, or ENTENTE_SERVER) or straight from a snapshot file
      (--snapshot, or ENTENTE_SNAPSHOT); they are the same. Every command takes --json.

      Examples:
        entente search cyberdéfense --snapshot corpus.snapshot
        entente search '"sécurité maritime" date:2023..2024' --server 127.0.0.1:7420
        entente goals --json | jq '.goals[].goal.title'
      """,
    version: "1.0.0",
    groupedSubcommands: [
      CommandGroup(
        name: "Search", subcommands: [Search.self, Suggest.self, ShowDocument.self, Documents.self, Related.self]),
      CommandGroup(
        name: "The programme",
        subcommands: [
          ShowProgramme.self, Goals.self, ShowGoal.self, Timeline.self, Entities.self, ShowEntity.self, Quotes.self,
        ]),
      CommandGroup(name: "The service", subcommands: [Status.self, SnapshotCommand.self]),
    ])
}
