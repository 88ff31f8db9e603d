import EntenteSchema
import Testing

@testable import EntenteExtraction

@Suite struct DocumentDateTests {
  private static let text = """
    Accord signé

    « Nous irons plus loin », a déclaré Marie Dupont. « C'était prévu », a déclaré le 3 mai 2023 Marie Dupont.
    """

  private func quotationDates(_ input: DocumentInput) -> [PartialDate?] {
    Extractor().read(input).quotations.map(\.date)
  }

  @Test func `words without a day are dated by their document, and it is said so`() throws {
    let dates = quotationDates(DocumentInput(id: "a", text: Self.text, date: "2023-06-01"))
    try #require(dates.count == 2)
    #expect(dates[0]?.start == "2023-06-01")
    #expect(dates[0]?.subject == .publication)
    #expect(dates[1]?.start == "2023-05-03")
    #expect(dates[1]?.subject == .unspecified)
  }

  @Test func `the reference day of a manifest stands in where no publication is known`() throws {
    let dates = quotationDates(DocumentInput(id: "a", text: Self.text, referenceDate: "2023-05-09"))
    try #require(dates.count == 2)
    #expect(dates[0]?.start == "2023-05-09")
    #expect(dates[0]?.basis == .manifest)
    #expect(dates[0]?.subject == .reference)
    #expect(dates[1]?.subject == .unspecified)
  }

  @Test(arguments: [nil, "2023-02-31", "mai"]) func `no date is made up`(reference: String?) throws {
    let dates = quotationDates(DocumentInput(id: "a", text: Self.text, referenceDate: reference))
    try #require(dates.count == 2)
    #expect(dates[0] == nil)
    #expect(DocumentDate.standIn(published: PartialDate(precision: .unresolved), reference: reference) == nil)
  }

  // MARK: The effective date

  private func effective(_ input: DocumentInput) -> PartialDate? { Extractor().read(input).effective }

  private static let report = "Les ministres se sont réunis le 9 juillet 2024 à Oslo. Ils se reverront le 3 mai 2025."

  @Test func `a document is ordered by its publication before the day of the manifest`() {
    let date = effective(
      DocumentInput(id: "a", text: Self.report, date: "2024-07-12", referenceDate: "2024-08-01"))
    #expect(date?.start == "2024-07-12")
    #expect(date?.subject == .publication)
  }

  @Test func `a document without publication is ordered by the day of the manifest`() {
    let date = effective(DocumentInput(id: "a", text: Self.report, referenceDate: "2024-08-01"))
    #expect(date?.start == "2024-08-01")
    #expect(date?.subject == .reference)
    #expect(date?.basis == .manifest)
  }

  @Test(arguments: [
    (report, "2024-07-09"),
    ("Du 13 au 15 novembre 2023, les équipes se sont retrouvées à Paris.", "2023-11-15"),
    ("Le pont fut ouvert le 3 mars 1878. Il a été fermé le 5 mai 1999.", "1999-05-05"),
    ("Ils se sont vus le 12 mai 2024 et ont signé le lendemain, le 13 mai 2024.", "2024-05-13"),
  ])
  func `a document with neither is ordered by the latest day that it tells of as past`(
    _ text: String, _ day: String
  ) throws {
    let date = try #require(effective(DocumentInput(id: "a", text: text, title: "Titre")))
    #expect(date.start == day && date.end == day)
    #expect(date.subject == .latestTold)
    #expect(date.basis == .text)
    #expect(date.source != nil)
  }

  @Test(arguments: [
    "Ils se reverront le 3 mai 2025.", "Le texte expirera le 31 décembre 2035.", "Ils répondront avant le 3 mai 2024.",
    "Ils ont parlé en 2023.", "Ils se sont vus vendredi.", "Rien n'est dit du jour.", "",
  ])
  func `a day ahead, a year or a weekday alone order no document`(_ text: String) {
    #expect(effective(DocumentInput(id: "a", text: text, title: "Titre")) == nil)
  }

  @Test func `what is not French is ordered by what was given beside it`() {
    let text = "They met on 9 July 2024 in Oslo."
    #expect(
      effective(DocumentInput(id: "a", text: text, referenceDate: "2024-08-01", language: "en"))?.start == "2024-08-01")
    #expect(effective(DocumentInput(id: "a", text: text, language: "en")) == nil)
  }
}
