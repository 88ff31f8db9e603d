import EntenteSchema
import ProtobufCoding
import Testing

@testable import EntenteExtraction

@Suite struct DateReaderTests {
  private func read(_ text: String, reference: String? = nil) -> [PartialDate] {
    Extractor().read(DocumentInput(id: "a", text: text, title: "Titre", referenceDate: reference)).dates
  }

  private func described(_ text: String, reference: String? = nil) -> [String] {
    read(text, reference: reference).map { "\($0.source?.text ?? "?") = \($0.start)..\($0.end)" }
  }

  @Test(arguments: [
    ("Il est arrivé le 12 juillet 2024 à Séoul.", "12 juillet 2024 = 2024-07-12..2024-07-12"),
    ("Il est arrivé le 1er août 2023.", "1er août 2023 = 2023-08-01..2023-08-01"),
    ("Réunion du 9 au 11 juillet 2024 à Washington.", "9 au 11 juillet 2024 = 2024-07-09..2024-07-11"),
    ("Réunion les 28 et 29 juin 2023.", "28 et 29 juin 2023 = 2023-06-28..2023-06-29"),
    ("Ils se sont vus en février 2024.", "février 2024 = 2024-02-01..2024-02-29"),
    ("Le programme couvre 2023-2026.", "2023-2026 = 2023-01-01..2026-12-31"),
    ("Le premier semestre de 2025 sera chargé.", "premier semestre de 2025 = 2025-01-01..2025-06-30"),
    ("Vu le 12/05/2023 à Paris.", "12/05/2023 = 2023-05-12..2023-05-12"),
  ])
  func `a date that is printed whole is resolved by itself`(_ text: String, _ expected: String) {
    #expect(described(text) == [expected])
  }

  @Test(arguments: [
    ("Ouvert du 30 juin au 2 juillet 2024.", "30 juin au 2 juillet 2024 = 2024-06-30..2024-07-02"),
    ("Ouvert du 28 décembre au 3 janvier 2025.", "28 décembre au 3 janvier 2025 = 2024-12-28..2025-01-03"),
    ("Les lundi 3 et mardi 4 juin 2024.", "lundi 3 et mardi 4 juin 2024 = 2024-06-03..2024-06-04"),
    ("Les 3, 4 et 5 avril 2024.", "3, 4 et 5 avril 2024 = 2024-04-03..2024-04-05"),
    ("De mars à juin 2024.", "mars à juin 2024 = 2024-03-01..2024-06-30"),
    ("Entre 2014 et 2024.", "2014 et 2024 = 2014-01-01..2024-12-31"),
    ("Dans les années 1990.", "1990 = 1990-01-01..1999-12-31"),
    ("Au deuxième trimestre 2025.", "deuxième trimestre 2025 = 2025-04-01..2025-06-30"),
    ("Au 1er semestre 2025.", "1er semestre 2025 = 2025-01-01..2025-06-30"),
    ("Fin 2024, tout sera prêt.", "Fin 2024 = 2024-01-01..2024-12-31"),
    ("Le 2024-05-12, à Séoul.", "2024-05-12 = 2024-05-12..2024-05-12"),
    ("Le 12.05.2024, à Séoul.", "12.05.2024 = 2024-05-12..2024-05-12"),
    ("Le 24 Juin, 2024, à Séoul.", "24 Juin, 2024 = 2024-06-24..2024-06-24"),
    ("June 24, 2024, à Séoul.", "June 24, 2024 = 2024-06-24..2024-06-24"),
    ("Mi-mai 2024, à Séoul.", "Mi-mai 2024 = 2024-05-01..2024-05-31"),
    ("Depuis l'hiver 2023-2024.", "hiver 2023-2024 = 2023-12-21..2024-03-19"),
  ])
  func `ranges and parts of months and years are read whole`(_ text: String, _ expected: String) {
    #expect(described(text) == [expected])
  }

  /// After `SÉOUL, 5 juin 2024 (AFP) -`, a Wednesday.
  @Test(arguments: [
    ("Ils se sont vus mardi.", "mardi = 2024-06-04..2024-06-04"),
    ("Ils se sont vus mercredi.", "mercredi = 2024-06-05..2024-06-05"),
    ("Ils se sont vus mercredi dernier.", "mercredi dernier = 2024-05-29..2024-05-29"),
    ("Il doit se rendre vendredi à Tokyo.", "vendredi = 2024-06-07..2024-06-07"),
    ("Mardi, il prononcera un discours.", "Mardi = 2024-06-11..2024-06-11"),
    ("Le sommet, prévu en juillet, l'attend.", "juillet = 2024-07-01..2024-07-31"),
    ("Ils ont convenu de se revoir en octobre.", "octobre = 2024-10-01..2024-10-31"),
    ("Il vient de publier en octobre.", "octobre = 2023-10-01..2023-10-31"),
    ("Il est arrivé le 4, a dit son porte-parole.", "4 = 2024-06-04..2024-06-04"),
    ("Il est arrivé le 20, a dit son porte-parole.", "20 = 2024-05-20..2024-05-20"),
    ("Il arrivera le 20 à Tokyo.", "20 = 2024-06-20..2024-06-20"),
    ("Le texte sera prêt au second semestre.", "second semestre = 2024-07-01..2024-12-31"),
    ("Le texte sera remis au premier trimestre.", "premier trimestre = 2025-01-01..2025-03-31"),
    ("Ils se verront au cours de ce mois.", "ce mois = 2024-06-01..2024-06-30"),
    ("Il répondra avant la fin du mois de juillet.", "fin du mois de juillet = 2024-07-01..2024-07-31"),
    (
      "Il sera reçu avec son épouse et ses enfants par la reine vendredi, ont indiqué ses services.",
      "vendredi = 2024-06-07..2024-06-07"
    ),
    ("Ils se sont vus le 3 mai 2024 (vendredi).", "3 mai 2024 = 2024-05-03..2024-05-03"),
    ("Ils pourront le voir vendredi depuis la plage.", "vendredi = 2024-06-07..2024-06-07"),
    ("Ils ont quitté Oslo lundi pour Tokyo.", "lundi = 2024-06-03..2024-06-03"),
    ("Il souhaite revenir en mars.", "mars = 2025-03-01..2025-03-31"),
    ("Il était venu en mai.", "mai = 2024-05-01..2024-05-31"),
    ("Il était venu en février de l'année dernière.", "février de l'année dernière = 2023-02-01..2023-02-28"),
    ("Il était venu en août.", "août = 2023-08-01..2023-08-31"),
    ("Elle l'avait dit le 20 décembre.", "20 décembre = 2023-12-20..2023-12-20"),
    ("Il reviendra le 15 janvier.", "15 janvier = 2025-01-15..2025-01-15"),
    ("Il l'a dit la semaine dernière.", "la semaine dernière = 2024-05-27..2024-06-02"),
    ("Il viendra le mois prochain.", "le mois prochain = 2024-07-01..2024-07-31"),
    ("Il est arrivé hier.", "hier = 2024-06-04..2024-06-04"),
    ("Il est venu il y a trois ans.", "il y a trois ans = 2021-01-01..2021-12-31"),
    ("Il viendra dans trois jours.", "dans trois jours = 2024-06-08..2024-06-08"),
    ("Ce sera fait cette année.", "cette année = 2024-01-01..2024-12-31"),
    ("Ils se verront à l'automne.", "automne = 2024-09-22..2024-12-20"),
  ])
  func `what counts from a dateline lies on the side that the clause tells`(_ sentence: String, _ expected: String) {
    #expect(described("SÉOUL, 5 juin 2024 (AFP) - Bonjour à tous.\n\n" + sentence).last == expected)
  }

  @Test func `a dateline without a year counts from the manifest and says so`() {
    let text = "TOKYO, 3 mars (AFP) - Ils se sont rencontrés lundi. Le lendemain, ils sont repartis."
    let dates = read(text, reference: "2025-03-05")
    #expect(dates.map(\.start) == ["2025-03-03", "2025-03-03", "2025-03-04"])
    #expect(dates.allSatisfy { $0.basis == .manifest })
    #expect(read(text).allSatisfy { $0.start.isEmpty })
  }

  @Test func `a chronology gives its years to the days below them`() {
    let text = "2022\n29 juin : sommet de Madrid.\n2023\n12 juillet : programme.\nAoût : exercice."
    #expect(read(text).map(\.start) == ["2022-01-01", "2022-06-29", "2023-01-01", "2023-07-12", "2023-08-01"])
  }

  @Test(arguments: [
    "La sixième année de l'ère Reiwa.", "Reiwa 6, Heisei 31.", "Le monde de demain.", "L'été austral.",
    "Le 11-Septembre.",
    "Il a été reçu.", "Mars est une planète.", "Une visite de trois jours.", "Depuis trois ans.",
    "Le 75e anniversaire.",
    "La veille du sommet.", "Au lendemain de la réunion.", "À 14h30, à 15 heures.",
  ])
  func `ages, eras, anniversaries and figures of speech are no dates`(_ text: String) {
    #expect(described(text).isEmpty)
  }

  @Test func `a day without a year takes that of the date before`() {
    let text = "Le 30 décembre 2023, il est parti. Le 13 novembre, il avait parlé."
    #expect(described(text).last == "13 novembre = 2023-11-13..2023-11-13")
  }

  @Test func `a weekday counts from the manifest where the text has no date, and says so`() throws {
    let text = "Ils se sont rencontrés vendredi à Bruxelles."
    #expect(read(text).map(\.precision) == [.unresolved])
    let date = try #require(read(text, reference: "2025-11-02").first)
    #expect(date.start == "2025-10-31")
    #expect(date.basis == .manifest)
  }

  @Test func `what the manifest resolved is no ground for other dates of the text`() {
    let dates = read("Ils se sont vus vendredi. En juin, ils étaient à Tokyo.", reference: "2025-11-02")
    #expect(dates.map(\.basis) == [.manifest, .manifest])
  }

  @Test(arguments: [
    "Le 31 février 2024, rien.", "2000 soldats et 1950 chars.", "La résolution 1325.", "Il a 1 999,5 euros.", "", "12",
    "le 5",
    "99 janvier 99999999999999999999", "il y a 4000000000 ans", "45/13/2024", String(repeating: "12 ", count: 5000),
  ])
  func `what is no date gives none, and never one that does not exist`(_ text: String) {
    #expect(read(text).allSatisfy { $0.start.isEmpty })
  }

  @Test func `words of dates in any order give days that exist, or none`() {
    let words = [
      "le", "Le", "31", "30", "1er", "12", "et", "au", "à", "du", ",", "-", "/", ".", "–", "février", "mars", "juin",
      "mai",
      "2024", "2023", "1999", "2100", "mardi", "dernier", "prochain", "dans", "il y a", "trois", "499", "jours", "ans",
      "mois", "plus tard", "d'ici", "fin", "début", "été", "l'", "hiver", "années", "premier semestre", "la veille",
      "lendemain", "hier", "cette année", "achevé", "sera", "a", "\n", "SÉOUL", "(AFP)", "Sept", "4294967295", "800",
      "1391", "99", "'68", "Noël", "Pâques", "siècle", "XXIe", "semaine", "de la", "en huit", "dernières", "ces",
      "premier", "avant", "après", "T3", "14h30", "av. J.-C.", "2024-07-12T14:30:00Z", "quinze", "entre",
    ]
    var state: UInt64 = 42
    for _ in 0..<400 {
      let text = (0..<24).map { _ -> String in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return words[Int(state >> 33) % words.count]
      }.joined(separator: " ")
      for date in read(text, reference: "2024-02-29") where !date.start.isEmpty {
        #expect(CivilDate(iso8601: date.start) != nil && date.start <= date.end, "\(text)")
      }
    }
  }

  @Test func `every date, cut from the text, is the words that are shown`() {
    let text = "Publié le 12 juillet 2024.\n\nL’été dernier, à Tokyo, d'ici 2030, il y a 10 ans, mercredi, en août."
    let bytes = Array(text.utf8)
    for date in read(text) {
      guard let source = date.source, let span = source.span else { continue }
      let cut = String(decoding: bytes[Int(span.offset)..<Int(span.offset + span.length)], as: UTF8.self)
      #expect(cut == source.text)
    }
  }

  @Test(arguments: [
    "trois jours ", "achevé trois jours ", "12 juillet ", "vendredi 2024-", "il y a 10 ans d'ici ", "1, ",
    "lendemain du ", "lundi 3 au ", "dix ans après le ", "ces cinq dernières ", "2024-01-01T12:",
  ])
  func `two hundred thousand bytes of almost dates on one line takes bounded time`(_ words: String) {
    let text = String(repeating: words, count: 200_000 / words.utf8.count)
    #expect(read(text).count <= text.utf8.count)
  }
}
