internal import EntenteSchema
internal import Foundation
internal import Testing

@testable internal import EntenteExtraction

/// Who speaks, in one sentence of each kind: `speakers.tsv` has the sentences.
@Suite struct SpeakerTests {
  private static let lead =
    "La ministre norvégienne de la Défense, Eva Lund, a reçu lundi à Oslo le général Per Dahl. "

  struct Case: CustomTestStringConvertible {
    let text, speaker: String
    var testDescription: String { text }
  }

  private static let cases: [Case] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "speakers.tsv")
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.filter { !$0.hasPrefix("#") }.map { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      let text = (columns[0].hasPrefix("E ") ? lead + columns[0].dropFirst(2) : String(columns[0]))
        .replacing("⏎", with: "\n")
      return Case(text: text, speaker: columns.count > 1 ? String(columns[1]) : "")
    }
  }()

  @Test("words go to whoever speaks them, and else to nobody", arguments: cases)
  func speaker(of one: Case) {
    let text = AnnotatedText(one.text)
    let entities = EntityReader.entities(of: text, documentID: "a")
    let quotations = QuotationReader(text: text, documentID: "a", entities: entities).quotations()
    #expect(quotations.last?.speaker == one.speaker)
  }

  @Test func `the sentences are there`() {
    #expect(Self.cases.count > 200)
  }
}
