import Testing

@testable import EntenteCorpus

@Suite struct DateBoundsTests {
  @Test(arguments: ["abc", "2024-13", "2024-00", "2024-02-31", "2023-02-29", "1900-02-29", "2024-04-31", "2024-1", "-"])
  func `a day that no calendar has is refused`(text: String) {
    #expect(throws: CorpusError.self) { _ = try DateBounds(since: text) }
    #expect(throws: CorpusError.self) { _ = try DateBounds(since: "", until: text) }
  }

  @Test(arguments: ["2024", "2024-12", "2024-02-29", "2000-02-29", "2023-12-31"])
  func `days, months and years are taken`(text: String) throws {
    _ = try DateBounds(since: text, until: text)
  }

  @Test func `a period that ends before it begins is refused`() {
    #expect(throws: CorpusError.self) { _ = try DateBounds(since: "2025", until: "2024") }
    #expect(throws: CorpusError.self) { _ = try DateBounds(since: "2024-07-12", until: "2024-07-11") }
  }
}
