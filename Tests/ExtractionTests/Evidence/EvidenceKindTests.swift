import EntenteSchema
import Testing

@testable import EntenteExtraction

/// Kinds of sentences that show a goal advance, or only seem to.
@Suite struct EvidenceKindTests {
  private func stated(_ text: String) -> StatedFacts {
    StatedFacts(text).naming(.organisation, "OTAN", type: "alliance").naming(.country, "Australie", iso2: "AU")
      .naming(.person, "Anna Holm").naming(.organisation, "Université d'Oslo", type: "university")
      .naming(.organisation, "Institut des sciences industrielles", type: "institute")
      .naming(.place, "mer de Corail", type: "sea")
  }

  private func goals(_ text: String) -> [String] { stated(text).evidence.map(\.goalID) }

  @Test(arguments: [
    ("Des officiers de l'Australie ont embarqué sur nos navires.", "interoperabilite-pratique"),
    ("L'Australie a rejoint le groupe maritime permanent de l'OTAN.", "interoperabilite-pratique"),
    ("Anna Holm prononcera un discours à l'université devant l'OTAN et l'Australie.", "diplomatie-publique"),
    ("Deux experts de l'Australie traquent les faux comptes avec l'OTAN.", "communication-strategique"),
    ("Les directeurs d'armement de l'Australie ont rejoint le projet.", "developpement-capacitaire"),
  ])
  func `officers aboard, speeches to students and work done now are evidence`(_ sentence: String, _ goal: String) {
    #expect(goals("L'OTAN et l'Australie se parlent. " + sentence).contains(goal), "\(sentence)")
  }

  @Test func `a sentence that names both sides tells of what they share, whatever its verb`() {
    let lead = "L'OTAN et l'Australie se parlent. "
    #expect(
      goals(lead + "L'OTAN et l'Australie demandent des inspections nucléaires.").contains("maitrise-des-armements"))
    #expect(!goals(lead + "L'Australie demande des inspections nucléaires.").contains("maitrise-des-armements"))
  }

  @Test func `whoever is invited to a summit has dialogue there`() {
    let text = "L'OTAN et l'Australie se parlent. Anna Holm et l'Australie ont été conviées au sommet de l'OTAN."
    #expect(goals(text).contains("dialogue-et-consultation"))
  }

  @Test func `what a sentence says of y is of the field of the sentence before`() {
    let text = "L'OTAN et l'Australie se parlent. L'OTAN a ouvert un centre de cyberdéfense."
    func passages(_ last: String) -> [String] {
      stated(text + " " + last).evidence.filter { $0.goalID == "cyberdefense" }.compactMap { $0.passage?.text }
    }
    #expect(passages("L'Australie y a envoyé des officiers.").contains("L'Australie y a envoyé des officiers."))
    #expect(!passages("Des marins y ont pris part.").contains("Des marins y ont pris part."))
    #expect(!passages("Il y a dix ans, l'Australie a rejoint le pacte.").contains { $0.hasPrefix("Il y a") })
  }

  @Test func `a name tells of no field but by its first word`() {
    let lead = "L'OTAN et l'Australie se parlent. "
    let institute = goals(lead + "L'Australie et l'OTAN ont rejoint l'Institut des sciences industrielles.")
    #expect(!institute.contains("developpement-capacitaire"))
    #expect(!goals(lead + "L'Australie et l'OTAN ont surveillé la mer de Corail.").contains("surete-maritime"))
    let quoted = goals(lead + "L'étude est commune, analyse Anna Holm, de l'Université d'Oslo, avec l'Australie.")
    #expect(!quoted.contains("science-et-technologie"))
  }

  @Test func `an exercise of relief is no evidence of practical interoperability`() {
    let title = "L'OTAN et l'Australie simulent un séisme et les secours d'urgence\n\n"
    let text = title + "L'OTAN et l'Australie ont achevé un exercice à Oslo.\n\nL'exercice était organisé par l'OTAN."
    let found = Extractor().read(DocumentInput(id: "a", text: text)).evidence.map(\.goalID)
    #expect(!found.contains("interoperabilite-pratique"))
  }

  @Test func `each paragraph of a digest is news of its own`() {
    let about = "L'OTAN et l'Australie ont mené un exercice conjoint. L'OTAN s'en félicite."
    let digest = "Brèves de la semaine.\n\nLe temps sera beau demain.\n\n\(about)\n\nAutre fait.\n\n"
    let apart = digest + "L'Australie a livré des missiles et des munitions."
    #expect(!goals(apart).contains("developpement-capacitaire"))
    #expect(goals(apart).contains("interoperabilite-pratique"))
  }
}
