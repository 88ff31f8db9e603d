import EntenteSchema
import Testing

@testable import EntenteExtraction

/// Dates that count from what is told beside them. Where nothing else is said, the text is of Wednesday
/// 15 May 2024.
@Suite struct DateToldTests {
  private static let years: [(String, [String])] = [
    (
      "Le port a été vendu le 3 juin 2021. Il a rouvert le 6 août de la même année.", ["2021-06-03", "2021-08-06"]
    ),
    (
      "Le port a été vendu le 3 juin 2021. Il a rouvert en août de l’année suivante.",
      ["2021-06-03", "2022-08-01..2022-08-31"]
    ),
    ("Il a rouvert le 6 août de l’année dernière.", ["2023-08-06"]),
  ]

  @Test(arguments: years)
  func `the same year and the next are counted from what was told`(_ text: String, _ expected: [String]) {
    #expect(statedDates(text, on: "2024-05-15", isAfterOpening: true) == expected)
  }

  private static let following: [(String, [String])] = [
    (
      "Le pont a cédé le 9 mars 2022. Le mois suivant, le bac a pris la relève.",
      ["2022-03-09", "2022-04-01..2022-04-30"]
    ),
    (
      "Le comité se réunira le samedi 1er juin et rendra son avis la semaine suivante.",
      ["2024-06-01", "2024-06-03..2024-06-09"]
    ),
    ("Elle est partie le mois suivant sa nomination.", []),
    ("Le phare a été repeint le lendemain de la Toussaint.", ["2023-11-02"]),
    ("La fanfare jouera le lendemain de Noël.", ["2024-12-26"]),
  ]

  @Test(arguments: following)
  func `the week and the month after count from the day told, and the morrow from a feast`(
    _ text: String, _ expected: [String]
  ) {
    #expect(statedDates(text, on: "2024-05-15", isAfterOpening: true) == expected)
  }

  private static let pairs: [(String, [String])] = [
    ("Avant-hier et hier, les deux équipes ont plongé ensemble.", ["2024-05-13..2024-05-14"]),
    ("Le musée sera fermé demain et après-demain.", ["2024-05-16..2024-05-17"]),
    ("Hier et demain, la mer est la même.", ["2024-05-14", "2024-05-16"]),
  ]

  @Test(arguments: pairs)
  func `two days beside each other are one stretch`(_ text: String, _ expected: [String]) {
    #expect(statedDates(text, on: "2024-05-15", isAfterOpening: true) == expected)
  }

  private static let named: [(String, [String])] = [
    ("La commune réunira les pêcheurs dans deux semaines, le mercredi 29 mai, à la criée.", ["2024-05-29"]),
    ("Il y a deux semaines, le 2 mai, la digue a cédé.", ["2024-05-02"]),
    ("L’atelier ouvrira lundi le 20 mai à Trois-Rives.", ["2024-05-20"]),
    ("Il partira dans deux semaines, le directeur l’a dit.", ["2024-05-27..2024-06-02"]),
  ]

  @Test(arguments: named)
  func `a day that is told twice over is one date`(_ text: String, _ expected: [String]) {
    #expect(statedDates(text, on: "2024-05-15", isAfterOpening: true) == expected)
  }

  private static let sides: [(String, [String])] = [
    ("L’essai était annoncé dans ma note du 14 octobre.", ["2023-10-14"]),
    ("Le ministre annonce, dans une lettre du 3 août, un audit.", ["2023-08-03"]),
    ("S’il tient debout vendredi soir, je paie la tournée.", ["2024-05-17"]),
    (
      "Au programme : un atelier du 18 au 20 juin, puis une démonstration en octobre.",
      ["2024-06-18..2024-06-20", "2024-10-01..2024-10-31"]
    ),
    (
      "Le bureau fermera le 30 juin. Nous avons compté ses clients : mille passages en décembre.",
      ["2024-06-30", "2023-12-01..2023-12-31"]
    ),
    (
      "La mine a dérivé du 4 au 6 mars. Pourquoi n’avons-nous été avertis que le vendredi 8 ?",
      ["2024-03-04..2024-03-06", "2024-03-08"]
    ),
  ]

  @Test(arguments: sides)
  func `a cited paper is past, a condition and what a plan goes on with lie ahead`(_ text: String, _ expected: [String])
  {
    #expect(statedDates(text, on: "2024-05-15", isAfterOpening: true) == expected)
  }

  @Test func `the morrow in an agenda is that of the day which heads it`() {
    let text = """
      VENDREDI 17 MAI
      Vesk – Le concert est reporté au vendredi 28 juin.
      Romm – Première de la pièce, qui sera rejouée le lendemain.

      """
    #expect(statedDates(text, on: "2024-05-15") == ["2024-05-17", "2024-06-28", "2024-05-18"])
  }

  @Test func `the eve is not counted from the day of the dateline`() {
    let text = """
      Vesk, 14 mai 2024 (AGP) – Une convention signée lundi à Vesk confie le fonds au musée.

      Le chantier commencera le 1er octobre.

      « Un grenier », a lancé la ministre, qui avait visité la veille la maison du peintre.
      """
    let dates = statedDates(text, on: nil)
    #expect(dates.last == "2024-05-12")
  }

  @Test func `an entry of a chronology without a year is of the year before it`() {
    let text = """
      30 novembre 2005 ▪ Première visite au siège.

      5 mai 2022 ▪ Vesk rejoint le centre.

      29 juin ▪ Son président est du sommet.

      22-26 avril 2024 ▪ Ses équipes jouent l’exercice.

      Du 10 au 12 septembre ▪ Un autre réunit vingt pays.

      Décembre 2025 ▪ Une panne éteint les écrans la veille de Noël.

      Chronologie établie le 18 novembre 2026.
      """
    #expect(
      statedDates(text, on: nil).prefix(7) == [
        "2005-11-30", "2022-05-05", "2022-06-29", "2024-04-22..2024-04-26", "2024-09-10..2024-09-12",
        "2025-12-01..2025-12-31", "2025-12-24",
      ])
    #expect(Extractor().read(DocumentInput(id: "a", text: text)).published?.start == "2026-11-18")
  }
}
