import ArgumentParser
import Foundation
import EntenteIngest

struct Extract: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what is understood of documents, as JSON Lines.",
    discussion: """
      A document per line: title, kind, dates, people, organisations, countries, places, quotations, events, evidence for
      the goals of a partnership, and the programme where the document is one.

      Example:
        entente-ingest extract seeds | jq '.goals[].id'
      """)

  @OptionGroup var inputs: InputOptions

  func run() async throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let rejections: [Rejection]
    do throws(IngestError) {
      rejections = try await CorpusExtraction(inputs.paths, options: inputs.options).run { record in
        try FileHandle.standardOutput.write(contentsOf: encoder.encode(record) + Data([0x0A]))
      }
    } catch {
      complain("entente-ingest: \(error)")
      if case .noDocuments(let rejections) = error {
        for rejection in rejections { complain("rejected: \(rejection)") }
      }
      throw ExitCode.failure
    }
    for rejection in rejections { complain("rejected: \(rejection)") }
    if !rejections.isEmpty { throw ExitCode(3) }
  }
}
