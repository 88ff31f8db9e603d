internal import EntenteSchema
internal import Testing

@testable internal import EntenteExtraction

/// Media and towns that the first line of a text names beside its day.
@Suite struct MastheadTests {
  private func names(_ text: String, _ kind: EntityKind) -> [String] {
    EntityReader.entities(of: AnnotatedText(text), documentID: "a").filter { $0.kind == kind }.map(\.name)
  }

  @Test(arguments: [
    ("L'Écho bigouden, 19 janvier 2025\n\nLe port a fermé.", "L'Écho bigouden"),
    ("Par Jean Morel | Le Veilleur normand | 20 mai 2025\n\nLe port a fermé.", "Le Veilleur normand"),
    ("La Lettre des armées, mardi 18 mars 2025\n\nLe port a fermé.", "La Lettre des armées"),
    ("Cayenne Matin, vendredi 21 mars 2025\n\nLe port a fermé.", "Cayenne Matin"),
    ("Le Journalier de la Drune – 11.09.2024 – par Jean Morel\n\nLe port a fermé.", "Le Journalier de la Drune"),
    ("Jean Morel | L'Étrave de la Drune\nPublié le 17 mars 2025\n\nLe port a fermé.", "L'Étrave de la Drune"),
    ("Le Cahier bigouden, n° 17, 30 mars 2025. Propos recueillis par Jean Morel\n\nLe port.", "Le Cahier bigouden"),
    ("Mis en ligne le 14/03/2025 – Rédaction d'Îles Vertes\n\nLe port a fermé.", "Îles Vertes"),
    ("Bulletin du Foyer Drune-Avenir, n° 2, jeudi 2 mars 2025\n\nLe port a fermé.", "Foyer Drune-Avenir"),
    ("Par Jean Morel • Les Roches de la Drune • 7 mars 2025\n\nLe port a fermé.", "Les Roches de la Drune"),
  ])
  func `the words before the day of a line are a paper`(_ text: String, _ name: String) {
    #expect(names(text, .organisation).contains(name))
  }

  @Test(arguments: [
    "La Rochelle, 19 janvier 2025\n\nLe port a fermé.", "Le Havre, le 19 janvier 2025\n\nLe port a fermé.",
    "Le Premier ministre, 19 janvier 2025\n\nLe port a fermé.", "Jean Morel, 19 janvier 2025\n\nLe port a fermé.",
    "QUESTION (Jean Morel) : Viendrez-vous ?", "QUESTION (Japon) : Viendrez-vous ?",
  ])
  func `a town, somebody and an office are none`(_ text: String) {
    #expect(names(text, .organisation).isEmpty)
  }

  @Test func `the town of a special correspondent opens the text`() {
    #expect(names("Tours, de notre envoyée spéciale\n\nLe match est fini.", .place) == ["Tours"])
  }
}
