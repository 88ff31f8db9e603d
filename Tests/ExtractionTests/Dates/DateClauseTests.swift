import EntenteSchema
import Testing

@testable import EntenteExtraction

/// Sentences of our own whose clause says on which side of the day of the text their dates lie.
@Suite struct DateClauseTests {
  private static let questions: [(String, String, [String])] = [
    ("2026-03-03", "Serez-vous à Ankara en juillet ?", ["2026-07-01..2026-07-31"]),
    ("2026-03-03", "Viendrez-vous à Oslo en juin ?", ["2026-06-01..2026-06-30"]),
    ("2026-03-03", "Irez-vous à Séoul vendredi ?", ["2026-03-06"]),
    ("2026-03-03", "Que ferez-vous jeudi ?", ["2026-03-05"]),
  ]

  @Test(arguments: questions)
  func `a question to someone is in the future`(_ day: String, _ sentence: String, _ expected: [String]) {
    #expect(statedDates(sentence, on: day) == expected)
  }

  private static let openings: [(String, String, [String])] = [
    ("2025-10-24", "Mardi, à Canberra, l’Australie et l’OTAN tiendront leurs consultations annuelles.", ["2025-10-28"]),
    (
      "2025-10-24",
      "Lundi, le président du Conseil régional de Bretagne et la préfète Anne Le Goff recevront les élus.",
      ["2025-10-27"]
    ),
    (
      "2025-10-24", "Lundi, le président du Conseil régional de Bretagne et la préfète Anne Le Goff ont reçu les élus.",
      ["2025-10-20"]
    ),
    ("2025-10-24", "Jeudi, la frégate « Amiral Ronarc’h » (D660) appareillera de Brest.", ["2025-10-30"]),
    ("2025-10-24", "Jeudi, la frégate « Amiral Ronarc’h » (D660) a appareillé de Brest.", ["2025-10-23"]),
    ("2025-10-24", "Le 12 mars, la ministre, le maire et le préfet inaugureront le pont.", ["2026-03-12"]),
    (
      "2025-10-24", "En juillet, le chantier, le plus grand du port et de la région, emploiera mille personnes.",
      ["2026-07-01..2026-07-31"]
    ),
    ("2025-10-24", "Samedi, la goélette que le roi baptisera a quitté Brest.", ["2025-10-18"]),
    (
      "2025-10-24", "Samedi, la goélette qui avait sombré en 2019 sera baptisée à Brest.",
      ["2025-10-25", "2019-01-01..2019-12-31"]
    ),
  ]

  @Test(arguments: openings)
  func `a date that opens its sentence takes the verb behind its subject, however long`(
    _ day: String, _ sentence: String, _ expected: [String]
  ) {
    #expect(statedDates(sentence, on: day) == expected)
  }

  private static let told: [(String, String, [String])] = [
    ("2025-10-24", "Le peintre est mort à Bergen, a annoncé sa fille mercredi.", ["2025-10-22"]),
    ("2025-10-24", "Le pont rouvrira, a promis le maire de Vesk lundi.", ["2025-10-20"]),
    ("2025-10-24", "Le maire a annoncé une visite lundi.", ["2025-10-27"]),
    ("2025-10-24", "Jan Berg, le maire, a annoncé une visite lundi.", ["2025-10-27"]),
    (
      "2025-10-24", "Nous demandons de publier l’étude commandée en mars à un cabinet.", ["2025-03-01..2025-03-31"]
    ),
    ("2025-10-24", "Il promet une réponse écrite en mars.", ["2026-03-01..2026-03-31"]),
  ]

  @Test(arguments: told)
  func `who told it, and what was ordered, stand before the day on which it was`(
    _ day: String, _ sentence: String, _ expected: [String]
  ) {
    #expect(statedDates(sentence, on: day) == expected)
  }

  private static let nouns: [(String, String, [String])] = [
    ("2025-06-17", "Le contrat signé en avril entrera en vigueur.", ["2025-04-01..2025-04-30"]),
    ("2025-06-17", "Le texte adopté le 5 décembre arrive à l’Assemblée.", ["2024-12-05"]),
    ("2025-06-17", "Le plan sera présenté à Oslo, puis discuté à Bergen en juillet.", ["2025-07-01..2025-07-31"]),
    ("2025-06-17", "Le navire, coulé le 3 juillet 1944, a été retrouvé le 5 juin.", ["1944-07-03", "2025-06-05"]),
    (
      "2025-06-17", "La digue, construite en 1953, a cédé en février.",
      ["1953-01-01..1953-12-31", "2025-02-01..2025-02-28"]
    ),
    (
      "2025-06-17", "En 1953, la digue a cédé. En février, on la relevait.",
      ["1953-01-01..1953-12-31", "1953-02-01..1953-02-28"]
    ),
  ]

  @Test(arguments: nouns)
  func `a date that goes with a noun says nothing of the clause around it`(
    _ day: String, _ sentence: String, _ expected: [String]
  ) {
    #expect(statedDates(sentence, on: day) == expected)
  }

  private static let surely: [(String, String, [String])] = [
    ("2025-06-17", "Les faits remontent au 12 août.", ["2024-08-12"]),
    (
      "2025-06-17", "Le ministre a été entendu le 5 mai et le sera de nouveau le 5 juillet.",
      ["2025-05-05", "2025-07-05"]
    ),
    (
      "2025-06-17", "Le maire viendra la semaine prochaine, sans doute mercredi.",
      ["2025-06-23..2025-06-29", "2025-06-25"]
    ),
    ("2025-06-17", "La digue a cédé le 3 juin 1953 ; le 12, on comptait les morts.", ["1953-06-03", "1953-06-12"]),
    (
      "2025-06-17", "Les faits remontent à août 2022. Le 14, un pêcheur avait donné l’alerte.",
      ["2022-08-01..2022-08-31", "2022-08-14"]
    ),
  ]

  @Test(arguments: surely)
  func `what tells a side for sure is not overruled by a nearer day`(
    _ day: String, _ sentence: String, _ expected: [String]
  ) {
    #expect(statedDates(sentence, on: day) == expected)
  }

  private static let monthStories: [(String, String, [String])] = [
    (
      "2025-10-24", "En février 2023, le maire m’a appelé. Le 11 mars, j’étais à Vesk.",
      ["2023-02-01..2023-02-28", "2023-03-11"]
    ),
    (
      "2025-10-24", "En février 2023, le maire m’a appelé. Le 11 septembre, j’étais à Vesk.",
      ["2023-02-01..2023-02-28", "2025-09-11"]
    ),
    (
      "2025-10-24", "En février 2023, le maire m’a appelé. Le 11 mars, nous rouvrirons le pont.",
      ["2023-02-01..2023-02-28", "2026-03-11"]
    ),
  ]

  @Test(arguments: monthStories)
  func `a day soon after a month that has its year is of that year`(
    _ day: String, _ sentence: String, _ expected: [String]
  ) {
    #expect(statedDates(sentence, on: day) == expected)
  }

  private static let participles: [(String, String, [String])] = [
    (
      "2025-10-24", "Arrivée de Bergen en décembre, elle signera jeudi son contrat.",
      ["2024-12-01..2024-12-31", "2025-10-30"]
    ),
    ("2025-10-24", "Élu en novembre, le maire présentera mardi son budget.", ["2024-11-01..2024-11-30", "2025-10-28"]),
    (
      "2025-10-24", "Créditée de 8 % des voix en novembre, elle affrontera dimanche le maire sortant.",
      ["2024-11-01..2024-11-30", "2025-10-26"]
    ),
    ("2025-10-24", "Attendue mardi à Oslo, la ministre y rencontrera son homologue.", ["2025-10-28"]),
    ("2025-10-24", "Prévu en décembre, le vote aura lieu à main levée.", ["2025-12-01..2025-12-31"]),
    (
      "2025-10-24", "Partie de Brest en décembre, la goélette rentrera samedi.",
      ["2024-12-01..2024-12-31", "2025-10-25"]
    ),
    ("2025-10-24", "Née en novembre, l'association compte cent membres.", ["2024-11-01..2024-11-30"]),
  ]

  @Test(arguments: participles)
  func `a participle that opens a sentence tells what is past, unless it sets a day`(
    _ day: String, _ sentence: String, _ expected: [String]
  ) {
    #expect(statedDates(sentence, on: day) == expected)
  }

  private static let tellings: [(String, String, [String])] = [
    ("2024-11-05", "Le général a convenu devant le Sénat, le 22 mai, que l’égalité coûte peu.", ["2024-05-22"]),
    ("2024-11-05", "Les deux ministres ont annoncé à Oslo, le 3 décembre, que le traité serait signé.", ["2023-12-03"]),
    ("2024-11-05", "Les deux ministres ont convenu de se revoir à Oslo le 3 décembre.", ["2024-12-03"]),
    ("2024-11-05", "Elle a proposé, le 9 février, de créer un fonds.", ["2024-02-09"]),
  ]

  @Test(arguments: tellings)
  func `a day between commas before what was told is the day of telling`(
    _ day: String, _ sentence: String, _ expected: [String]
  ) {
    #expect(statedDates(sentence, on: day) == expected)
  }

  private static let stories: [(String, String, [String])] = [
    (
      "2025-08-03", "L’exposition ira à Bahia à l’automne 2026. La chanteuse y donnera un concert le 20 novembre.",
      ["2026-09-22..2026-12-20", "2026-11-20"]
    ),
    (
      "2025-08-03", "Le festival se tiendra à l’été 2026. Le 14 juillet, un bal fermera la fête.",
      ["2026-06-21..2026-09-21", "2026-07-14"]
    ),
    (
      "2025-08-03", "Le festival se tiendra du 3 au 9 octobre. Le chœur y chantera le 5 une messe.",
      ["2025-10-03..2025-10-09", "2025-10-05"]
    ),
    (
      "2025-08-03", "Nous serons à Jeju du 13 au 17 octobre. L’OTAN y tiendra le 16 une session.",
      ["2025-10-13..2025-10-17", "2025-10-16"]
    ),
    (
      "2026-06-09",
      "L’équipage sera reçu mercredi à Toulon. Le lendemain, le Pôle Écoles (PEM) accueillera une conférence.",
      ["2026-06-10", "2026-06-11"]
    ),
    ("2026-06-09", "Elle arrivera vendredi. Le lendemain, visite du port.", ["2026-06-12", "2026-06-13"]),
    (
      "2026-06-09", "L’équipage sera reçu mercredi à Toulon. La veille, il a visité Nice.",
      ["2026-06-10", "2026-06-08"]
    ),
    (
      "2026-06-01", "2024. Négociations à Londres. Elles échouent en décembre.",
      ["2024-01-01..2024-12-31", "2024-12-01..2024-12-31"]
    ),
    ("2026-06-01", "• 2021 – Le 3 mars, le port ferme.", ["2021-01-01..2021-12-31", "2021-03-03"]),
  ]

  @Test(arguments: stories)
  func `a day goes with the period or the day that its paragraph told`(
    _ day: String, _ sentence: String, _ expected: [String]
  ) {
    #expect(statedDates(sentence, on: day) == expected)
  }

  private static let aims: [(String, String, [String])] = [
    ("2026-02-12", "Il a demandé qu’un point de contact soit créé en juin.", ["2026-06-01..2026-06-30"]),
    ("2026-02-12", "Elle propose que deux conseillères soient nommées en septembre.", ["2026-09-01..2026-09-30"]),
    (
      "2026-03-11", "Le maire doit s’entretenir avec la ministre de la Culture, Apolline Verhaeghe, lundi à Paris.",
      ["2026-03-16"]
    ),
    (
      "2026-03-11", "Le maire s’est entretenu avec la ministre de la Culture, Apolline Verhaeghe, lundi à Paris.",
      ["2026-03-09"]
    ),
    ("2026-04-13", "Il prévoit des compteurs avant la fin décembre.", ["2026-12-01..2026-12-31"]),
    ("2026-04-13", "Le port sera fini d’ici la fin novembre.", ["2026-11-01..2026-11-30"]),
  ]

  @Test(arguments: aims)
  func `what is asked for or agreed lies ahead`(_ day: String, _ sentence: String, _ expected: [String]) {
    #expect(statedDates(sentence, on: day) == expected)
  }

  private static let phrases: [(String, String, [String])] = [
    (
      "2026-03-30", "Nous demandons de publier l’étude de l’Institut Verne remise à vos services en décembre.",
      ["2025-12-01..2025-12-31"]
    ),
    ("2026-03-30", "Il faut lire le rapport du Conseil transmis aux députés en octobre.", ["2025-10-01..2025-10-31"]),
    ("2026-03-30", "Le navire commandé à Nantes en octobre sera bleu.", ["2025-10-01..2025-10-31"]),
    (
      "2025-10-24", "Le rapport remis au ministre en novembre sera publié mardi.",
      ["2024-11-01..2024-11-30", "2025-10-28"]
    ),
    ("2025-10-24", "Les accords de sécurité en décembre seront revus.", ["2025-12-01..2025-12-31"]),
    ("2025-10-24", "Le comité de santé en décembre élira son chef.", ["2025-12-01..2025-12-31"]),
    ("2025-10-24", "La réunion prévue en décembre aura lieu à Oslo.", ["2025-12-01..2025-12-31"]),
    ("2025-10-24", "Le sommet attendu à Oslo en décembre décidera.", ["2025-12-01..2025-12-31"]),
    ("2025-10-24", "Le navire doit être livré à Oslo en décembre.", ["2025-12-01..2025-12-31"]),
    ("2025-10-24", "Les députés réunis à Oslo en décembre avaient dit non.", ["2024-12-01..2024-12-31"]),
    ("2025-10-24", "L'armée en décembre sera forte.", ["2025-12-01..2025-12-31"]),
    ("2025-10-24", "Les billets vendus à Caen en mai sont valables.", ["2025-05-01..2025-05-31"]),
    ("2025-10-24", "La conférence organisée à Oslo le 12 décembre réunira trente pays.", ["2025-12-12"]),
    ("2025-10-24", "Le colloque consacré à l'espace le 12 décembre à Oslo est complet.", ["2025-12-12"]),
  ]

  @Test(arguments: phrases)
  func `a participle behind its noun governs the date in its phrase`(
    _ day: String, _ sentence: String, _ expected: [String]
  ) {
    #expect(statedDates(sentence, on: day) == expected)
  }

  private static let voices: [(String, String, [String])] = [
    ("2026-03-05", "Le ministre aurait rencontré mardi son homologue grec.", ["2026-03-03"]),
    ("2026-03-05", "Le sommet aurait lieu mardi.", ["2026-03-10"]),
    ("2026-03-05", "Une grève est annoncée mardi dans les ports.", ["2026-03-10"]),
    ("2026-03-05", "Une marche est organisée dimanche à Oslo.", ["2026-03-08"]),
    ("2026-03-05", "Le navire est arrivé dimanche à Oslo.", ["2026-03-01"]),
    ("2026-03-05", "Le préfet a proposé un moratoire mardi, à l'issue de la réunion.", ["2026-03-03"]),
    (
      "2026-03-05", "En janvier, le maire avait promis un pont pour septembre.",
      [
        "2026-01-01..2026-01-31", "2026-09-01..2026-09-30",
      ]
    ),
    ("2026-03-05", "Il dispute samedi son dernier match.", ["2026-03-07"]),
    ("2026-03-05", "La récolte, engrangée entre octobre et février, est bonne.", ["2025-10-01..2026-02-28"]),
    ("2026-03-05", "L'exposition sera visible de novembre à mars.", ["2026-11-01..2027-03-31"]),
  ]

  @Test(arguments: voices)
  func `a past conditional is past, a passive of the present lies ahead, and a winter ends in the next year`(
    _ day: String, _ sentence: String, _ expected: [String]
  ) {
    #expect(statedDates(sentence, on: day) == expected)
  }

  private static let lists: [(String, String, [String])] = [
    ("2026-03-05", "MARDI 10\nGala des pompiers à Bergen, samedi, avec le roi.", ["2026-03-10", "2026-03-14"]),
    (
      "2026-03-05", "Ils étaient réunis à Bergen du 2 au 4 mars.\n\nUn dîner.\n\nLe 3, ils ont simulé une panne.",
      [
        "2026-03-02..2026-03-04", "2026-03-03",
      ]
    ),
    ("2026-03-05", "Le texte sera examiné à partir du 16.", ["2026-03-16"]),
    ("2026-03-05", "L'hiver 475 avant notre ère fut rude.", []),
  ]

  @Test(arguments: lists)
  func `a day takes its month from the list or the run of days that holds it`(
    _ day: String, _ sentence: String, _ expected: [String]
  ) {
    #expect(statedDates(sentence, on: day) == expected)
  }
}
