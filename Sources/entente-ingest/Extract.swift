import ArgumentParser
import EntenteFileMapping
import EntenteIngest
import Foundation

struct Extract: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the facts extracted from documents, as JSON Lines.",
    discussion: """
      One document per line: title, kind, dates, people, organisations, countries, places, quotations, events, evidence for
      the goals of a partnership, and the programme if the document is one.

      Example:
        entente-ingest extract seeds | jq '.goals[].id'
      """)

  @OptionGroup var inputs: InputOptions

  func run() async throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let findings: InputFindings
    do throws(IngestError) {
      findings = try await CorpusExtraction(inputs.paths, options: inputs.options).run { record in
        try StandardStream.output.show(HarmlessText.json(String(decoding: encoder.encode(record), as: UTF8.self)))
      }
    } catch {
      complain("entente-ingest: \(error)")
      if case .noDocuments(let findings) = error { complain(of: findings) }
      throw ExitCode.failure
    }
    complain(of: findings)
    if !findings.rejections.isEmpty { throw ExitCode(3) }
  }
}
