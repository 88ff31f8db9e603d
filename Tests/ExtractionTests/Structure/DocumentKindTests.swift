import EntenteSchema
import Testing

@testable import EntenteExtraction

@Suite struct DocumentKindTests {
  private func kind(_ text: String, publisher: String = "") -> DocumentKind {
    Extractor().read(DocumentInput(id: "a", text: text, publisher: publisher)).kind
  }

  private static let body = "Le ministre a reçu son homologue le 12 mai 2024. Ils ont parlé de cyberdéfense."

  @Test(arguments: [
    ("Entretien téléphonique du ministre avec son homologue", "", DocumentKind.pressRelease),
    ("Interview de l'ambassadeur", "", .interview),
    ("Déclaration conjointe des ministres", "OTAN", .declaration),
    ("Déclaration du porte-parole", "OTAN", .pressRelease),
    ("Discours du ministre à Tokyo", "OTAN", .speech),
    ("Dans un discours, le ministre s'inquiète", "Le Journal du soir", .news),
    ("Une visite à Séoul", "Ministère des Armées", .pressRelease),
    ("Une visite à Séoul", "Agence France-Presse", .news),
    ("Une visite à Séoul", "Zone Armée", .news),
    ("Une visite à Séoul", "", .pressRelease),
  ])
  func `title and publisher tell the kind`(_ title: String, _ publisher: String, _ expected: DocumentKind) {
    #expect(kind("\(title)\n\(Self.body)", publisher: publisher) == expected)
  }

  @Test func `questions in turn with answers make an interview`() {
    let text = """
      « Nous y travaillons »
      Propos recueillis par Anne Roy, le 12 mai 2024
      Où en êtes-vous ?
      Nous avançons avec nos partenaires.
      """
    #expect(kind(text) == .interview)
    #expect(Extractor().read(DocumentInput(id: "a", text: text)).published?.start == "2024-05-12")
    let turns = String(
      repeating: "Que faites-vous de cela ?\nNous avançons avec nos partenaires de l'Alliance.\n", count: 3)
    #expect(kind("« Nous y travaillons »\n" + turns) == .interview)
  }

  @Test func `paragraphs that begin with Nous make a declaration, a salutation a speech`() {
    let paragraphs = (1...4).map { "\($0). Nous réaffirmons notre volonté de travailler ensemble à la paix." }
    #expect(kind("L'OTAN et ses partenaires\n" + paragraphs.joined(separator: "\n")) == .declaration)
    #expect(kind("À Tokyo, un message\nMesdames et Messieurs,\nJe suis heureux d'être ici.") == .speech)
  }

  @Test(arguments: [
    "SÉOUL, 4 juin 2024 (AFP) - Le ministre est arrivé.", "Le ministre est arrivé mardi, après le 12 mai 2024.",
    "Le 12 mai 2024, une source diplomatique l'a dit.", "Il n'y a aucune date ici, seulement des mots.",
  ])
  func `datelines, weekdays and sources are of news`(_ body: String) {
    #expect(kind("Une visite à Séoul\n" + body) == .news)
  }

  @Test(arguments: [
    "OSLO, 3 mars 2024 (AFP) - Dans un communiqué, le ministère annonce un accord.",
    "De notre correspondante à Oslo, Eva Lund\n\nLe 3 mars 2024, le port a rouvert.",
    "Le 3 mars 2024, le port a rouvert.\n\nCe texte n'engage que son autrice.",
  ])
  func `a report that names a release, a correspondent or an author is news`(_ body: String) {
    #expect(kind("Le port d'Oslo\n\n\(body)") == .news)
  }

  @Test func `a line of posting tells of the publication, not of a change`() {
    let text = "Une visite à Séoul\nMis en ligne le 14/02/2025 – Mis à jour le 15/02/2025\n" + Self.body
    let found = Extractor().read(DocumentInput(id: "a", text: text))
    #expect(found.published?.start == "2025-02-14")
    #expect(found.updated?.start == "2025-02-15")
  }
}
