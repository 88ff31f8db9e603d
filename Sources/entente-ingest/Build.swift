import ArgumentParser
import EntenteFileMapping
import EntenteFormats
import EntenteIngest

struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Build a snapshot.", shouldDisplay: false)

  @OptionGroup var inputs: InputOptions
  @OptionGroup var outputs: OutputOptions
  @OptionGroup(title: "Going on") var publishing: PublishingOptions

  @Option(
    help: ArgumentHelp(
      "An earlier snapshot: what did not change since is not understood again. The result is the same without it.",
      valueName: "file"))
  var base: String?

  @Flag(inversion: .prefixedNo, help: "Find people, events, quotations and evidence.")
  var extract = true

  func validate() throws {
    guard !publishing.watch || !inputs.paths.contains("-") else {
      throw ValidationError("--watch follows files and folders; standard input is read once.")
    }
  }

  func run() async throws {
    var options = outputs.options(inputs.options)
    options.base = base
    options.extracts = extract
    if publishing.goesOn {
      let output = outputs.output
      return try await Publishing(paths: inputs.paths, output: output, options: options, publishing: publishing).run()
    }
    try await SnapshotRun(output: outputs.output, base: base).run { [inputs, outputs] progress throws(IngestError) in
      try await SnapshotBuilder(options: options, progress: progress).build(inputs.paths, output: outputs.output)
    }
  }
}

/// What to read, and how.
struct InputOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Files and folders to read; - for JSON Lines from standard input.", valueName: "path"))
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "The encoding of all inputs: utf-8, utf-16, utf-32 (each of the two also with le or be), windows-1252, iso-8859-1, "
        + "iso-8859-15, macintosh or cp850. (default: recognised, file by file)", valueName: "name"))
  var encoding: EncodingName?

  struct EncodingName: ExpressibleByArgument {
    let encoding: TextEncoding

    init?(argument: String) {
      guard let encoding = TextEncoding(label: argument) else { return nil }
      self.encoding = encoding
    }
  }

  var options: IngestOptions {
    var options = IngestOptions()
    options.encoding = encoding?.encoding
    return options
  }
}
