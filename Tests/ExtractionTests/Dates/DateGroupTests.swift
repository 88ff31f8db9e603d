import EntenteSchema
import Testing

@testable import EntenteExtraction

/// Dates that go with other words: of a counted month or year, of a week, of an undated text. The day of the text, where it
/// has one, is Wednesday 15 May 2024.
@Suite struct DateGroupTests {
  private static let grouped: [(String, [String])] = [
    ("Les ministres se verront du 2 au 4 du mois prochain.", ["2024-06-02..2024-06-04"]),
    ("Le sommet aura lieu les 7 et 8 juillet de l'année prochaine.", ["2025-07-07..2025-07-08"]),
    ("Le 3 mai de l'année dernière, ils se sont vus.", ["2023-05-03"]),
    ("Elle ira à Oslo la semaine du 20, puis à Bergen.", ["2024-05-20..2024-05-26"]),
    ("La fête aura lieu le week-end du 25 mai.", ["2024-05-25..2024-05-26"]),
    ("Il viendra en première moitié de l'année.", ["2024-01-01..2024-06-30"]),
    ("Dans la seconde moitié de cette année, un bureau ouvrira.", ["2024-07-01..2024-12-31"]),
    ("La première moitié du match fut longue.", []),
    ("Du XIXe au XXe siècle, les flottes grossissent.", ["1801-01-01..2000-12-31"]),
    ("Pendant la guerre (1853-56), une escadre vint.", ["1853-01-01..1856-12-31"]),
    ("L'incident a eu lieu le jour de Noël.", ["2023-12-25"]),
    ("Le musée fermera le lundi de Pentecôte.", ["2024-05-20"]),
    ("Elle l'a reçu le 10 mai. Le jour d'après, elle est partie.", ["2024-05-10", "2024-05-11"]),
    ("Dès demain, les vols reprendront.", ["2024-05-16"]),
    ("Le monde de demain se prépare.", []),
    ("Il y a tout juste un an, Paul Roy était élu.", ["2023-01-01..2023-12-31"]),
  ]

  @Test(arguments: grouped)
  func `what a date goes with says which one is meant`(_ sentence: String, _ expected: [String]) {
    #expect(statedDates(sentence, on: "2024-05-15", isAfterOpening: true) == expected, "\(sentence)")
  }

  private static let governed: [(String, [String])] = [
    (
      "Elle s'entretiendra demain avec le secrétaire général délégué, M. Tomasz Wierzbicki, avant de regagner Tokyo samedi.",
      ["2024-05-16", "2024-05-18"]
    ),
    ("Les frégates, commandées à Oslo en août pour dix millions, doivent être livrées.", ["2023-08-01..2023-08-31"]),
    ("Au menu : une rencontre vendredi à Oslo.", ["2024-05-17"]),
  ]

  @Test(arguments: governed)
  func `a date is as past or upcoming as what its phrase goes on with`(_ sentence: String, _ expected: [String]) {
    #expect(statedDates(sentence, on: "2024-05-15", isAfterOpening: true) == expected, "\(sentence)")
  }

  private static let undated: [(String, [String])] = [
    // It was written after 2022, nobody knows when.
    (
      "Le 27 août 2016, il a signé. En juin 2022, il est parti. Cet hiver, il a écrit.",
      ["2016-08-27", "2022-06-01..2022-06-30"]
    ),
    (
      "Le contrat date du 7 décembre 2016. Il a été rompu le 20 février. Tout a fini en 2023.",
      ["2016-12-07", "?", "2023-01-01..2023-12-31"]
    ),
    (
      "Il a perdu son frère le 17 janvier 1995 et publié un livre en 1998. Le musée l'expose jusqu'au 15 mars.",
      ["1995-01-17", "1998-01-01..1998-12-31", "?"]
    ),
    ("Un pacte fut signé le 27 juillet 53. Un sommet s'est tenu en 2024.", ["1953-07-27", "2024-01-01..2024-12-31"]),
    (
      "Il est rentré en juin 69. L'ère avait commencé en 1868. Le musée ouvrira en 2026.",
      ["?", "1868-01-01..1868-12-31", "2026-01-01..2026-12-31"]
    ),
    (
      "Elle a parlé mercredi 13 mars 2024. Le conseil se tiendra les 26 et 27 novembre 2025. Un accord a été signé le 5 mars.",
      ["2024-03-13", "2025-11-26..2025-11-27", "2024-03-05"]
    ),
    (
      "Le sommet a eu lieu en juillet 2023. La visite du 31 janvier 2023 a marqué. Ils se sont vus en mars.",
      ["2023-07-01..2023-07-31", "2023-01-31", "?"]
    ),
    ("Le club a gagné samedi 24 février 2024. Une réunion est prévue mercredi.", ["2024-02-24", "2024-02-28"]),
    ("Il est mort le 19 août 14. Le livre a paru en 2016.", ["?", "2016-01-01..2016-12-31"]),
  ]

  @Test(arguments: undated)
  func `a text that tells of later years lends its days to nothing`(_ sentence: String, _ expected: [String]) {
    #expect(statedDates(sentence, on: nil, isAfterOpening: true) == expected, "\(sentence)")
  }

  /// More paragraphs than those at whose head the day of a text is looked for.
  private static let long = "Titre\n\n" + String(repeating: "Un mot encore, et rien de plus.\n\n", count: 12)

  private static let printed: [(String, String)] = [
    ("Titre\n\nOSLO 24.01.2026 - 18:05 (NTB) Le tribunal a tranché vendredi.", "2026-01-24"),
    ("Titre\n\nGOLD COAST (Queensland), 4/3/2026. Une tête, et le stade bascule.", "2026-03-04"),
    ("Titre\n\nL'ambassade remercie ses amis.\n\nEncore un mot.\n\nFait à Oslo, le 2 décembre 2024.", "2024-12-02"),
    ("Titre\n\nLe plan a paru.\n\nEncore un mot.\n\nPublié à 16h30 le 07-04-2025.", "2025-04-07"),
    ("Titre\n\nLe tribunal a tranché le 24.01.2026 (Belga) et en reste là.", ""),
    (long + "Oslo, le 2 décembre 2024", "2024-12-02"),
    (long + "Inscription avant le 2 décembre 2024", ""),
    ("Titre\n\nFait rare, le 2 décembre 2024 a été chaud.", ""),
  ]

  @Test(arguments: printed)
  func `the day of publication stands in a dateline or in the last line`(_ text: String, _ day: String) {
    #expect(Extractor().read(DocumentInput(id: "a", text: text)).published?.start ?? "" == day)
  }
}
