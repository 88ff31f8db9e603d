import Testing

@testable import EntenteExtraction

@Suite struct GoalTaxonomyTests {
  private let entries = Lexicon.standard.entries

  @Test func `there are sixteen goals, each with titles and with words of its field`() {
    let titled = Set(entries.filter { $0.category == .goalTitle }.map { $0.value(0) })
    let told = Set(entries.filter { $0.category == .goalTerm }.map { $0.value(0) })
    #expect(titled.count == 16)
    #expect(titled == told)
  }

  @Test func `every weight is above nothing and at most one`() {
    for entry in entries where entry.category == .goalTerm {
      let weight = Float(entry.value(1)) ?? 0
      #expect(weight > 0 && weight <= 1, "\(entry.forms)")
    }
  }

  @Test func `printed titles lead to their goals`() {
    let titles = [
      "CYBERDÉFENSE": "cyberdefense", "COMMUNICATION STRATÉGIQUE (STRATCOM)": "communication-strategique",
      "TECHNOLOGIES ÉMERGENTES ET TECHNOLOGIES DE RUPTURE": "technologies-emergentes",
      "SÛRETÉ SPATIALE": "surete-spatiale", "CHANGEMENT CLIMATIQUE ET SÉCURITÉ": "changement-climatique",
      "SÉCURITÉ MARITIME": "surete-maritime",
      "MAÎTRISE DES ARMEMENTS, DÉSARMEMENT ET NON-PROLIFÉRATION": "maitrise-des-armements",
      "DIALOGUE ET CONSULTATION": "dialogue-et-consultation",
      "GESTION DES SITUATIONS D’URGENCE": "gestion-des-urgences",
      "SCIENCE ET TECHNOLOGIE": "science-et-technologie",
      "COOPÉRATION PRATIQUE EN MATIÈRE D'INTEROPÉRABILITÉ": "interoperabilite-pratique",
      "DÉVELOPPEMENT CAPACITAIRE ET INTEROPÉRABILITÉ": "developpement-capacitaire",
      "RÉSILIENCE ET PRÉPARATION DU SECTEUR CIVIL": "resilience-civile", "DIPLOMATIE PUBLIQUE": "diplomatie-publique",
      "PROGRAMME FEMMES, PAIX ET SÉCURITÉ (FPS)": "femmes-paix-securite", "SÉCURITÉ HUMAINE": "securite-humaine",
    ]
    for (title, goal) in titles {
      let text = AnnotatedText(title)
      let first = text.matches.first { $0.category == .goalTitle }
      #expect(first.map { text.entry($0).value(0) } == goal, "\(title)")
    }
  }
}
