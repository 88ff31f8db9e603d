import EntenteSchema
import Testing

@testable import EntenteExtraction

@Suite struct StructureReaderTests {
  private func document(_ text: String) -> DocumentKnowledge {
    Extractor().read(DocumentInput(id: "a", text: text))
  }

  private func boilerplate(_ text: String) -> [String] {
    let text = Array(text.utf8)
    return document(String(decoding: text, as: UTF8.self)).boilerplate.map {
      String(decoding: text[Int($0.offset)..<Int($0.offset + $0.length)], as: UTF8.self)
    }
  }

  @Test func `a first line that is no sentence is the title`() {
    #expect(document("Une visite à Séoul\nLe ministre est arrivé mardi.").title == "Une visite à Séoul")
    #expect(document("Le ministre est arrivé mardi.\nIl repart jeudi.").title == "")
    #expect(document("Une ligne seule").title == "")
  }

  @Test func `a line about reading time, and a title that is repeated, are no body`() {
    let reading = ("Article de 120 mots ⏱️ 1 min de lecture\n\nLe ministre est arrivé. Il repart jeudi.")
    #expect(boilerplate(reading) == ["Article de 120 mots ⏱️ 1 min de lecture"])
    #expect(document(reading).title == "")
    let doubled = ("Une visite à Séoul\n\nUne visite à Séoul\n\nLe ministre est arrivé mardi.")
    #expect(document(doubled).title == "Une visite à Séoul")
    #expect(boilerplate(doubled) == ["Une visite à Séoul"])
  }

  @Test
  func `a letterhead, a place below the title, a sign of an agency and a Japanese line give the day of publication`() {
    let body = "Le ministre est arrivé mardi. Il repart jeudi."
    #expect(
      document("LE PHARE DE VESK – Jeudi 10 octobre 2024\n\nUn titre\n\n\(body)").published?.start == "2024-10-10")
    #expect(
      document(
        "TRANSCRIPTION\n\nConférence de presse du ministre\n\nSiège de l’OTAN, Bruxelles, 13 février 2026\n\n\(body)"
      )
      .published?.start == "2026-02-13")
    #expect(document("Un titre\n\nBerne, 8 mars 2026 (ats) \(body)").published?.start == "2026-03-08")
    let japanese = document("Un titre\n\nKyodo Tsushin 2025年12月9日 21:03\n\n\(body)").published
    #expect(japanese?.start == "2025-12-09")
    #expect(japanese?.time == "21:03")
    #expect(document("Un titre\n\nBerne, 8 mars 2026 (voir ci-dessous) \(body)").published == nil)
  }

  @Test(arguments: [
    ("Publié le vendredi 12 juillet 2024 à 10h05", "2024-07-12", "10:05"), ("12/07/2024", "2024-07-12", ""),
    ("• 1er août 2023 -", "2023-08-01", ""), ("29 Feb. 2024", "2024-02-29", ""),
  ])
  func `a date line gives the date of publication`(_ line: String, _ day: String, _ time: String) {
    let found = document("Un titre\n\(line)\nLe ministre est arrivé mardi.")
    #expect(found.published?.start == day)
    #expect(found.published?.time == time)
    #expect(found.published?.basis == .text)
    #expect(found.updated == nil)
  }

  @Test(arguments: [
    "Commission de la défense – mercredi 15 mai 2024\n\nLe ministre est arrivé mardi.",
    "Nouméa, mercredi 15 mai 2024. Le ministre est arrivé mardi.",
    "NOUMÉA – Mercredi 15 mai 2024. Le ministre est arrivé mardi.",
    "Palais d'Egmont, grande salle, Bruxelles, le 15 mai 2024\n\nLe ministre est arrivé mardi.",
    "Procès-verbal de la séance du mercredi 15 mai 2024\n\nLe ministre est arrivé mardi.",
    "Propos recueillis par Jan Berg et Eva Lund, 15 mai 2024.\n\nLe ministre est arrivé mardi.",
    "Le Phare du Nord | Société | 15.05.24\n\nLe ministre est arrivé mardi.",
    "Publié le 15/05/24\n\nLe ministre est arrivé mardi.",
    "Publié : 2024-05-15T19:40:00+02:00\n\nLe ministre est arrivé mardi.",
    "Mis en ligne le 15 mai 2024 à 18 h 42\n\nLe ministre est arrivé mardi.",
    "May 15, 2024\n\nLe ministre est arrivé mardi.",
    "KYODO NEWS - May 15, 2024 - 15:20 | World\n\nLe ministre est arrivé mardi.",
    "15 mai 2024 | Temps de lecture : 4 minutes\n\nLe ministre est arrivé mardi.",
    "La Gazette du Nord, 15 mai 2024, p. 7\n\nLe ministre est arrivé mardi.",
    "Bulletin n° 44 du 15 mai 2024\n\nLe ministre est arrivé mardi.",
    "Question écrite n° 1234 publiée au JO le 15 mai 2024\n\nLe ministre est arrivé mardi.",
    "(Turku, 15 mai 2024) Le ministre est arrivé mardi.",
    "TURKU (NVP) 15 mai 2024 Le ministre est arrivé mardi.",
    "Mercredi 15 mai 2024. Le ministre est arrivé mardi.",
  ])
  func `a session and a dateline with a full stop give the date of publication`(_ body: String) {
    #expect(document("Un titre\n\n\(body)").published?.start == "2024-05-15")
  }

  @Test(arguments: [
    "31 février 2024", "En Corée, le 15 mai 2024. Le ministre est arrivé mardi.",
    "Le 12 juillet 2024, le ministre est arrivé à Séoul avec deux collègues.", "juillet 2024",
    "45/13/2024", "Version 2.10.24", "Le budget de 15.05.24 est voté dans les deux chambres", "15/05.24", "Mis à jour",
    "12 juillet",
  ])
  func `a line that is none gives none`(_ line: String) {
    #expect(document("Un titre\n\(line)\nLe ministre est arrivé mardi.").published == nil)
  }

  @Test(arguments: [
    ("Conférence de presse du ministre – Oslo, mercredi 15 mai 2024", "2024-05-15"),
    ("Audition du général Berg, mercredi 15 mai 2024", "2024-05-15"),
    ("La crise du détroit de Vesk, 15 mai 2024", ""), ("Un discours attendu le 15 mai 2024", ""),
  ])
  func `the title of a record ends with the day on which it was held`(_ title: String, _ day: String) {
    let found = document("\(title)\n\nM. BERG : Bonjour à tous. Nous avons signé mardi.")
    #expect(found.title == title)
    #expect(found.published?.start ?? "" == day)
  }

  @Test func `a line of publication counts more than the day in a title`() {
    let text =
      "Audition du général Berg, mercredi 15 mai 2024\n\nPublié le 17 mai 2024\n\nLe ministre est arrivé mardi."
    #expect(document(text).published?.start == "2024-05-17")
  }

  @Test func `a summary and a byline may stand above the line of a paper`() {
    let text = """
      Un port sans bateaux

      Jan Berg garde le phare de Vesk. Nous l'avons rencontré.

      Propos recueillis par Eva Lund
      Le Courrier du Nord, 15 mai 2024

      — Que voyez-vous ?
      — La mer, comme mardi.
      """
    #expect(document(text).published?.start == "2024-05-15")
  }

  @Test func `a question is published with its answer`() {
    let text = """
      Question écrite n° 12 de M. Jan Berg
      Question publiée au JO le 02/04/2024
      Réponse publiée au JO le 15/05/2024

      M. Jan Berg interroge le ministre sur le port.
      """
    #expect(document(text).published?.start == "2024-05-15")
  }

  @Test func `a date of the last change is not one of publication`() {
    let found = document("Un titre\n• Mis à jour le: 01 Aug. 2023 11:59\nLe ministre est arrivé mardi.")
    #expect(found.updated?.start == "2023-08-01")
    #expect(found.updated?.time == "11:59")
    #expect(found.published == nil)
  }

  @Test func `the first entry of a chronology gives no date of publication`() {
    let text = """
      Repères

      25 juin 1950 – Le navire franchit le détroit.

      27 juillet 1953 – Le navire revient.

      Mai 2022. Le navire est vendu.
      """
    #expect(document(text).published == nil)
  }

  private static let lastDays: [(String, String?)] = [
    ("La coupe se poursuivra dimanche à Vesk. (28/12/26)", "2026-12-28"),
    ("La coupe se poursuivra dimanche à Vesk.\n\n(13 juin 2024)", "2024-06-13"),
    ("La coupe se poursuivra à Vesk (13 juin 2024)", nil),
    ("La coupe se poursuivra à Vesk. (Voir notre numéro du 13 juin 2024)", nil),
  ]

  @Test(arguments: lastDays)
  func `a day alone in the last parentheses is that of the text`(_ ending: String, _ expected: String?) {
    let text = "Un titre\n\nLa coureuse a gagné dimanche à Vesk.\n\n" + ending
    #expect(document(text).published?.start == expected)
  }
}
