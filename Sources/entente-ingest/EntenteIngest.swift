import ArgumentParser
import EntenteFileMapping
import EntenteIngest
import EntenteSchema
import Foundation

/// `entente-ingest`: builds a snapshot from documents.
@main
struct EntenteIngest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entente-ingest",
    abstract: "Build a snapshot from documents, or print the facts extracted from them.",
    discussion: """
      Reads files and folders: .txt, .md, .html and .jsonl (one object a line with "id" and "text", or a page as
      "html" or "markdown", and optionally "title", "date", "language", "publisher", "source" and "file"), each optionally .gz.
      A corpus.json beside the documents says more of them. What cannot be read is listed with its reason on standard
      error and in FILE.report.json; the rest is ingested.

      Exit status: 0 when every input was ingested, 3 when some were rejected, 1 when no snapshot was written.

      Examples:
        entente-ingest seeds --output corpus.snapshot
        entente-ingest extract seeds > seeds.jsonl
        entente-ingest news/*.txt archive.jsonl.gz --output corpus.snapshot --threads 4 --memory 2G
        zcat rows.gz | entente-ingest - --output corpus.snapshot
        entente-ingest news --output new.snapshot --base corpus.snapshot
        entente-ingest merge new.snapshot archive.snapshot --output all.snapshot
        entente-ingest shard all.snapshot --count 4 --output shards
        entente-ingest news --output corpus.snapshot --watch --serve 0.0.0.0:7421
      """,
    version: EntenteVersion.current,
    subcommands: [Build.self, Extract.self, Merge.self, Shard.self, FeedHealth.self],
    defaultSubcommand: Build.self)

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      leave(error)
    }
  }

  /// Ends the program as an error says; what it says may hold names of files.
  private static func leave(_ error: any Error) -> Never {
    let code = exitCode(for: error)
    let text = fullMessage(for: error)
    if !text.isEmpty { try? (code.isSuccess ? StandardStream.output : .error).show(text) }
    exit(withError: code)
  }
}
