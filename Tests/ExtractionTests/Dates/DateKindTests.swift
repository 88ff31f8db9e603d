import EntenteSchema
import Testing

@testable import EntenteExtraction

/// Kinds of dates by which news misleads: habits, stories of other times, what a verb further off governs. The text is of
/// Wednesday 15 May 2024.
@Suite struct DateKindTests {
  private static let habits: [(String, [String])] = [
    ("Visites guidées le dimanche à 15 heures.", []),
    ("Le marché se tient le samedi matin.", []),
    ("Le musée est fermé le lundi.", []),
    ("Le musée ouvrira le lundi 20 mai.", ["2024-05-20"]),
  ]

  private static let stories: [(String, [String])] = [
    ("Une épreuve née en 1947, interrompue deux ans plus tard.", ["1947-01-01..1947-12-31", "1949-01-01..1949-12-31"]),
    (
      "L’accord a été signé en mars 2019. Trois mois plus tard, il était rompu.",
      ["2019-03-01..2019-03-31", "2019-06-01..2019-06-30"]
    ),
    (
      "La bataille du 27 mai 1905 est connue. Une exposition se tiendra le premier samedi de décembre.",
      ["1905-05-27", "2024-12-07"]
    ),
    (
      "En 1905, la flotte est détruite. En septembre, la paix est signée.",
      ["1905-01-01..1905-12-31", "1905-09-01..1905-09-30"]
    ),
    ("Il a dessiné des croiseurs de février 1886 à 1890.", ["1886-02-01..1890-12-31"]),
  ]

  private static let verbs: [(String, [String])] = [
    ("L’équipe est arrivée le 2 avril et repartira fin novembre.", ["2024-04-02", "2024-11-01..2024-11-30"]),
    ("Nous appareillons mardi pour Rosyth.", ["2024-05-21"]),
    ("Le tribunal rend sa décision vendredi.", ["2024-05-17"]),
    ("Le tribunal a rendu sa décision vendredi.", ["2024-05-10"]),
    ("Le Parlement vote jeudi sur le budget.", ["2024-05-16"]),
    ("La date a été fixée au 24 avril.", ["2025-04-24"]),
    ("Le scrutin était prévu le 3 mars.", ["2024-03-03"]),
    ("Son procès, ouvert le 3 juin, dure.", ["2023-06-03"]),
    ("Dans deux semaines, il partira.", ["2024-05-27..2024-06-02"]),
    ("Il rencontrera Per Dahl, avant de regagner Tokyo samedi.", ["2024-05-18"]),
  ]

  @Test("a habit has no day", arguments: habits) func habit(sentence: String, dates: [String]) {
    #expect(statedDates(sentence, on: "2024-05-15", isAfterOpening: true) == dates)
  }

  @Test("a story of another time keeps its years, and what lies ahead its own", arguments: stories)
  func story(sentence: String, dates: [String]) {
    #expect(statedDates(sentence, on: "2024-05-15", isAfterOpening: true) == dates)
  }

  @Test("the verb that governs a date tells its side", arguments: verbs) func verb(sentence: String, dates: [String]) {
    #expect(statedDates(sentence, on: "2024-05-15", isAfterOpening: true) == dates)
  }

  @Test func `a text of history without a day of its own has no last year`() {
    let text = "Le 27 mai 1905, la flotte fut détruite. Un livre paru l’an dernier le raconte."
    let dates = Extractor().read(DocumentInput(id: "a", text: text, title: "Titre")).dates
    #expect(!dates.contains { $0.start.hasPrefix("1904") })
  }
}
