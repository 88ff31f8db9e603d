import EntenteCorpus
import EntenteSchema
import TestCorpora
import Testing

/// Several programmes print one goal: with Korea, and with Australia before and after 2023.
@Suite(.timeLimit(.minutes(5))) struct EvidenceProgrammesTests {
  private static let korea = programme("la République de Corée", "2023-2026")
  private static let australia = programme("l’Australie", "2023-2026")
  private static let earlier = programme("l’Australie", "2019-2022")

  private static func programme(_ partner: String, _ years: String) -> String {
    """
    Programme de partenariat individualisé entre l’OTAN et \(partner) pour \(years)

    PARTIE 1 – PARTENARIAT

      1. Les deux parties partagent les mêmes valeurs.

    PARTIE 2 – OBJECTIFS STRATÉGIQUES

      1. Un objectif stratégique a été défini :
        1. objectif stratégique 1 – renforcer les consultations politiques.

    PARTIE 3 – BUTS DE PARTENARIAT

      1. Les buts sont au nombre de deux.

      1. QUESTIONS DE SÉCURITÉ ÉMERGENTES :
        • CYBERDÉFENSE – Les deux parties multiplient les exercices communs dans ce domaine.
        • SÉCURITÉ MARITIME – Les deux parties échangent des informations.
    """
  }

  /// The programmes of the evidence that the last document holds on cyber defence.
  private func programmes(
    _ programmes: [String: String], _ text: String, date: String = "2024-05-14"
  ) async throws -> [[String]] {
    var documents = programmes.map { programme in
      (id: programme.key, title: String(programme.value.prefix { !$0.isNewline }), text: programme.value)
    }
    documents.append((id: "news", title: "Nouvelles", text: text))
    let corpus = try await CorpusFixture.make(documents) { $0 == "news" ? date : nil }
    let ofGoal = try corpus.goal(GetGoalRequest(id: "cyberdefense")).evidence
    let ofDocument = try corpus.document(GetDocumentRequest(id: "news")).evidence.filter { $0.goalID == "cyberdefense" }
    let news = ofGoal.filter { $0.passage?.documentID == "news" }
    #expect(!news.isEmpty)
    #expect(news.sorted { ($0.passage?.span?.offset ?? 0) < ($1.passage?.span?.offset ?? 0) } == ofDocument)
    for item in ofGoal where item.passage?.documentID != "news" && programmes.count > 1 {
      #expect(item.programmeIDs == [item.passage?.documentID])
    }
    return ofDocument.map(\.programmeIDs)
  }

  private let both = ["korea": korea, "australia": australia]

  @Test func `a passage belongs to the programme of the partner that it names`() async throws {
    let found = try await programmes(
      both,
      """
      L’OTAN et l’Australie ont mené un exercice commun de cyberdéfense. La République de Corée et l’OTAN ont signé un accord de \
      cyberdéfense. L’OTAN, l’Australie et la République de Corée renforcent leur coopération en cyberdéfense.
      """)
    #expect(found == [["australia"], ["korea"], ["australia", "korea"]])
  }

  @Test func `where it names none, its document tells, if it names one`() async throws {
    let exercise = "L’OTAN et son partenaire ont mené un exercice commun de cyberdéfense."
    #expect(try await programmes(both, "Le ministre est arrivé d’Australie lundi. \(exercise)").last == ["australia"])
    #expect(try await programmes(both, "Des délégués d’Australie et de Corée du Sud sont là. \(exercise)").last == [])
    #expect(try await programmes(both, "Le Japon et l’OTAN ont mené un exercice commun de cyberdéfense.") == [[]])
  }

  @Test func `of programmes with one partner, its day tells`() async throws {
    let inTurn = ["earlier": Self.earlier, "later": Self.australia]
    let text = "L’OTAN et l’Australie ont mené un exercice commun de cyberdéfense."
    #expect(try await programmes(inTurn, text, date: "2021-03-02") == [["earlier"]])
    #expect(try await programmes(inTurn, text, date: "2024-05-14") == [["later"]])
    #expect(try await programmes(inTurn, text, date: "2031-05-14") == [[]])
  }

  @Test func `of a title that names thousands of partners, the first tell`() async throws {
    let many = "l’Australie et " + (1...3000).map { "le Partenaire \($0)" }.joined(separator: " et ")
    let crowded = ["korea": Self.korea, "crowded": Self.programme("\(many) et le Canada", "2023-2026")]
    let found = try await programmes(
      crowded,
      """
      L’OTAN et l’Australie ont mené un exercice commun de cyberdéfense. L’OTAN et le Canada ont mené un exercice commun de \
      cyberdéfense. La République de Corée et l’OTAN ont signé un accord de cyberdéfense.
      """)
    #expect(found.first == ["crowded"])
    #expect(found.last == ["korea"])
  }

  @Test func `a single programme is not named`() async throws {
    let text = "L’OTAN et l’Australie ont mené un exercice commun de cyberdéfense."
    #expect(try await programmes(["australia": Self.australia], text) == [[]])
  }
}
