import ArgumentParser
import Foundation

/// Writes documents of the field that nobody wrote: for measuring how everything grows.
struct NewsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "news", abstract: "Write generated news and programmes, as JSON Lines.",
    discussion: """
      Four fifths are news: meetings, visits, exercises, what people said, and on which goals things advance. A fifth are
      partnership programmes of other countries. People, dates and words differ from document to document; more documents
      name more people. The same count and seed give the same bytes, and fewer documents are the first of more.
      """)

  @Option(help: "How many documents.") var count: Int
  @Option(help: "Of everything that is random.") var seed: UInt64 = 1
  @Option(help: "The file; standard output where none is given.") var output: String?

  func run() throws {
    var generator = try NewsGenerator(seed: seed)
    let path = output ?? "/dev/stdout"
    if output != nil { FileManager.default.createFile(atPath: path, contents: nil) }
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for number in 0..<count {
      try file.write(contentsOf: try encoder.encode(generator.document(number)) + [UInt8(ascii: "\n")])
    }
    try file.close()
  }
}
