internal import EntenteSchema
internal import Foundation
internal import Testing

@testable internal import EntenteExtraction

/// Sentences that show a goal advance in words of its field, or none: `fields.tsv`.
@Suite struct FieldSentenceTests {
  private static let cases: [(goal: String, text: String)] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "fields.tsv")
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.filter { !$0.hasPrefix("#") }.compactMap { line in
      let columns = line.split(separator: "\t").map(String.init)
      return columns.count == 2 ? (columns[0], columns[1]) : nil
    }
  }()

  /// The goals that a sentence is evidence of, in news about both sides.
  private static func goals(_ sentence: String) -> [String] {
    let text = """
      Nouvelles du partenariat entre l'Alliance, le Japon, la Corée, l'Australie et la Nouvelle-Zélande

      Publié le mardi 5 mai 2026

      L'OTAN et ses partenaires du Pacifique se connaissent depuis vingt ans.

      \(sentence)

      La pluie est tombée sur Oslo.
      """
    return Extractor().read(DocumentInput(id: "a", text: text)).evidence
      .filter { $0.passage?.text.hasPrefix(sentence.prefix(20)) ?? false }.map(\.goalID)
  }

  @Test("a sentence shows the goal of its field", arguments: cases)
  func shows(goal: String, text: String) {
    let goals = Self.goals(text)
    #expect(goal == "-" ? goals.isEmpty : goals.contains(goal), "\(text)")
  }

  @Test func `the sentences are there`() {
    #expect(Self.cases.count > 50)
  }

  @Test func `ministers of one side alone have no dialogue, and who holds an office of the alliance stands for it`() {
    let dialogue = "dialogue-et-consultation"
    #expect(
      !Self.goals("Le ministre japonais Kenji Ogata a rencontré lundi le ministre chilien Raúl Soto.").contains(
        dialogue))
    #expect(
      Self.goals("Le ministre japonais Kenji Ogata a rencontré lundi le secrétaire général adjoint, Paul Roy.")
        .contains(dialogue))
  }

  @Test func `an allocution at an institute is not of its field`() {
    let sentence =
      "La ministre japonaise a prononcé mardi une allocution à l'Institut de recherche d'Oslo, devant l'OTAN."
    #expect(!Self.goals(sentence).contains("science-et-technologie"))
  }
}
