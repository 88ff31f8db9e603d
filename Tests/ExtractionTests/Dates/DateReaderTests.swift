import Schema
import Testing

@testable import Extraction

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

  @Test func `every date, cut from the text, is the words that are shown`() {
    let text = "Publié le 12 juillet 2024.\n\nL’été dernier, à Tokyo, d'ici 2030, il y a 10 ans, mercredi, en août."
    let bytes = Array(text.utf8)
    for date in read(text) {
      guard let source = date.source, let span = source.span else { continue }
      let cut = String(decoding: bytes[Int(span.offset)..<Int(span.offset + span.length)], as: UTF8.self)
      #expect(cut == source.text)
    }
  }

  @Test(arguments: ["trois jours ", "achevé trois jours ", "12 juillet ", "vendredi 2024-", "il y a 10 ans d'ici "])
  func `two hundred thousand bytes of almost dates on one line takes bounded time`(_ words: String) {
    let text = String(repeating: words, count: 200_000 / words.utf8.count)
    #expect(read(text).count <= text.utf8.count)
  }

  @Test func `the calendar knows its weekdays and its leap years`() throws {
    #expect(try #require(CivilDay(2024, 7, 12)).weekday == 5)
    #expect(try #require(CivilDay(2000, 2, 29)).weekday == 2)
    #expect(CivilDay(1900, 2, 29) == nil)
    #expect(try #require(CivilDay(2024, 3, 1)).moved(by: -1) == CivilDay(2024, 2, 29))
    #expect(try #require(CivilDay(2023, 12, 31)).moved(by: 1) == CivilDay(2024, 1, 1))
  }
}
