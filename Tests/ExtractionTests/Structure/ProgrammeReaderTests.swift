import EntenteSchema
import Foundation
import Testing

@testable import EntenteExtraction

@Suite struct ProgrammeReaderTests {
  private func text(_ path: String) throws -> String {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let url = tests.appending(path: path)
    return try String(contentsOf: url, encoding: .utf8)
  }

  private func read(_ text: String) -> DocumentKnowledge { Extractor().read(DocumentInput(id: "p", text: text)) }

  @Test func `the programme of Korea is read by its structure`() throws {
    let knowledge = read(try text("Development/117_programme_coree.txt"))
    #expect(knowledge.kind == .programme)
    #expect(knowledge.published?.start == "2023-07-11")
    #expect(knowledge.updated?.start == "2023-07-14")
    #expect(knowledge.updated?.time == "10:05")
    let programme = try #require(knowledge.programme)
    #expect(programme.partners == ["OTAN", "République de Corée"])
    #expect([programme.firstYear, programme.lastYear] == [2023, 2026])
    #expect(
      programme.parts.map(\.title) == [
        "PARTENARIAT RÉPUBLIQUE DE CORÉE-OTAN", "OBJECTIFS STRATÉGIQUES DE COOPÉRATION", "BUTS DE PARTENARIAT",
      ])
    #expect(programme.parts.map(\.paragraphs.count) == [2, 2, 1])
    #expect(
      programme.strategicObjectives.map(\.text) == [
        "approfondir le dialogue politique entre la République de Corée et l’OTAN",
        "développer l’interopérabilité des forces",
      ])
    #expect(programme.priorities.map(\.goals.count) == [3, 2, 2])
    #expect(programme.priorities.last?.title == "PROMOTION DES VALEURS FONDAMENTALES")
    #expect(programme.priorities.flatMap(\.goals).map(\.number) == [1, 2, 3, 4, 5, 6, 7])
    #expect(programme.priorities.first?.goals.first?.id == "cyberdefense")
  }

  @Test func `hyphens for dashes, and no nested priority`() throws {
    let programme = try #require(read(try text("Development/118_programme_nouvelle_zelande.txt")).programme)
    #expect(programme.partners == ["OTAN", "Nouvelle-Zélande"])
    #expect(programme.parts.map(\.paragraphs.count) == [3, 1, 2])
    #expect(programme.strategicObjectives.count == 3)
    #expect(programme.priorities.map(\.goals.count) == [3, 3])
    #expect(
      programme.priorities[1].goals[0].commitment == "La Nouvelle-Zélande et l’OTAN partagent leurs enseignements.")
  }

  @Test func `roman parts, priorities by their word, and goals in small letters`() throws {
    let programme = try #require(read(try text("Development/Facts/221_programme_australie.txt")).programme)
    #expect(programme.partners == ["Australie", "OTAN"])
    #expect([programme.firstYear, programme.lastYear] == [2024, 2028])
    #expect(programme.parts.map(\.number) == [1, 2, 3])
    #expect(programme.parts.map(\.paragraphs.count) == [2, 1, 1])
    #expect(programme.priorities.map(\.goals.count) == [3, 2, 2])
    #expect(
      programme.priorities[0].goals.map(\.id) == ["cyberdefense", "technologies-emergentes", "changement-climatique"])
  }

  @Test func `parts by ordinals, and commitments in the line below`() throws {
    let programme = try #require(read(try text("Development/Facts/222_programme_coree_prose.txt")).programme)
    #expect(programme.parts.map(\.title).first == "UN PARTENARIAT DE CONFIANCE")
    #expect(programme.strategicObjectives.map(\.number) == [1, 2, 3])
    #expect(programme.priorities.map(\.title) == ["SÉCURITÉ COOPÉRATIVE", "DÉFENSE ET INNOVATION"])
    #expect(programme.priorities.map(\.goals.count) == [2, 3])
    #expect(programme.priorities[1].goals[0].commitment.hasPrefix("Les deux parties partagent des données"))
  }

  @Test func `every span, cut from the text, holds what is shown`() throws {
    let knowledge = read(try text("Development/117_programme_coree.txt"))
    let bytes = Array(try text("Development/117_programme_coree.txt").utf8)
    for goal in try #require(knowledge.programme).priorities.flatMap(\.goals) {
      let span = try #require(goal.span)
      let item = String(decoding: bytes[Int(span.offset)..<Int(span.offset + span.length)], as: UTF8.self)
      #expect(item.contains(goal.title) && item.hasSuffix(goal.commitment))
    }
  }

  @Test func `a structure without indentation is the same`() throws {
    let flat = try text("Development/117_programme_coree.txt").split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.drop { $0 == " " } }.joined(separator: "\n")
    let programme = try #require(read(flat).programme)
    #expect(programme.priorities.map(\.goals.count) == [3, 2, 2])
    #expect(programme.parts.map(\.paragraphs.count) == [2, 2, 1])
  }

  @Test(arguments: [
    "", "Un titre\n\nUne phrase.", "PARTIE 1 – X", "• A – b\n• C – d", "1. X :\n • A – b",
  ])
  func `a text that is no programme, or only looks like one, is no trap`(_ text: String) {
    let goals = read(text).programme?.priorities.flatMap(\.goals) ?? []
    #expect(goals.allSatisfy { text.contains($0.commitment) })
  }
}
