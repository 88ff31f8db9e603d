import ArgumentParser
import EntenteFileMapping
import EntenteIngest
import EntenteSchema
import Foundation

struct Shard: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Split a snapshot into shards, for corpora that outgrow a machine.",
    discussion: """
      Writes shard-K-of-N.snapshot for each shard, and manifest.json, into a folder. A shard holds the texts and postings of
      a range of the documents, and all that is known of the corpus: scores do not depend on the number of shards. Serve each
      with entente-query --shard FOLDER/manifest.json#K, and all of them with entente-router.

      Example:
        entente-ingest shard corpus.snapshot --count 4 --output shards
      """)

  @Argument(help: ArgumentHelp("The snapshot.", valueName: "snapshot")) var snapshot: String
  @Option(help: ArgumentHelp("The number of shards.", valueName: "n")) var count: Int
  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder to write to; made if it does not exist.", valueName: "folder"))
  var output: String
  @Option(
    help: ArgumentHelp("What to hold in memory, such as 512M; the rest waits in a temporary file.", valueName: "size"))
  var memory = MemorySize(bytes: IngestOptions().memory)

  func validate() throws {
    guard (1...1024).contains(count) else { throw ValidationError("--count takes 1 to 1024.") }
    guard memory.bytes >= IngestOptions.minimumMemory else {
      throw ValidationError("--memory takes at least \(MemorySize(bytes: IngestOptions.minimumMemory)).")
    }
  }

  func run() throws {
    do {
      try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
      let manifest = try SnapshotSharding(memory: memory.bytes).write(snapshot, count: count, to: output)
      for shard in manifest.shards {
        try StandardStream.output.show(
          "\(output)/\(shard.file): documents \(shard.firstDocument) to \(shard.endDocument - 1) of "
            + "\(manifest.documentCount), \(shard.size) bytes, id \(shard.snapshotID.prefix(12))")
      }
    } catch {
      try? StandardStream.error.show("entente-ingest: \(error)")
      throw ExitCode.failure
    }
  }
}
