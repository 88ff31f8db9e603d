import ArgumentParser
import EntenteIngest
import Foundation

/// What to write, and what it may take.
struct OutputOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: ArgumentHelp("The snapshot to write.", valueName: "file"))
  var output: String

  @Option(help: "How much to do at once; the snapshot does not depend on it.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  @Option(
    help: ArgumentHelp(
      "Written into the snapshot; give each publication a greater one. With --watch, of the first.", valueName: "n"))
  var generation: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "What to hold in memory of documents and index, such as 512M or 2G; the rest waits in a temporary file beside the "
        + "output. The snapshot does not depend on it.", valueName: "size"))
  var memory = MemorySize(bytes: IngestOptions().memory)

  func validate() throws {
    guard (1...256).contains(threads) else { throw ValidationError("--threads takes 1 to 256.") }
    guard memory.bytes >= IngestOptions.minimumMemory else {
      throw ValidationError("--memory takes at least \(MemorySize(bytes: IngestOptions.minimumMemory)).")
    }
  }

  /// The options with what is said here.
  func options(_ options: IngestOptions = IngestOptions()) -> IngestOptions {
    var options = options
    options.threads = threads
    options.generation = generation
    options.memory = memory.bytes
    return options
  }
}
