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
}
