internal import EntenteSchema
internal import Testing

@testable internal import EntenteExtraction

/// Quotations over line breaks and paragraphs, and the marks of other languages.
@Suite struct QuotationLineTests {
  private func quotations(_ written: String) -> [Quotation] {
    let text = AnnotatedText(written)
    let entities = EntityReader.entities(of: text, documentID: "a")
    return QuotationReader(text: text, documentID: "a", entities: entities).quotations()
  }

  @Test(
    "a quotation goes on over any line break",
    arguments: [
      "La route est libre. Le pont\nAussi est libre", "La route est libre !\r\nLe pont aussi",
      "La route est libre ;\nLe pont aussi", "La route est libre\u{85}Le pont aussi",
      "La route est libre.\n\nLe pont est ouvert", "La route est libre.\u{2028}Le pont est ouvert",
    ])
  func lines(words: String) {
    let found = quotations("Jan Berg est à Oslo.\n\n« \(words) », a déclaré Jan Berg.")
    #expect(found.map { $0.source?.text } == [words])
    #expect(found.map(\.speaker) == ["Jan Berg"])
  }

  @Test("a quotation whose mark is repeated by each paragraph is one", arguments: ["« ", "\""]) func repeated(
    mark: String
  ) {
    let close = mark == "\"" ? "\"" : " »"
    let words = "La route est libre.\n\n\(mark)Le pont est ouvert.\n\n\(mark)La ville est calme"
    let found = quotations("\(mark)\(words)\(close), a dit Jan Berg. Il repart.")
    #expect(found.map { $0.source?.text } == [words])
    #expect(found.map(\.speaker) == ["Jan Berg"])
  }

  @Test("a verb before a colon keeps its words in a paragraph of their own", arguments: ["\n", "\n\n", "\r\n\r\n"])
  func colon(gap: String) {
    let found = quotations("Jan Berg est à Oslo.\n\nEva Lund a déclaré :\(gap)« La route est libre. »")
    #expect(found.map(\.speaker) == ["Eva Lund"])
  }

  @Test("a short sentence between marks goes on from the speaker before, and a word between marks is none") func short()
  {
    let found = quotations("« La route est libre », a dit Jan Berg. « C’est fini. » Le mot « fini » est de trop.")
    #expect(found.map(\.kind) == [.speech, .speech, .scare])
    #expect(found.map(\.speaker) == ["Jan Berg", "Jan Berg", ""])
  }

  @Test("an office before a name has the turn") func ranks() {
    let found = quotations(
      "M. Jan Berg. – Que dire ?\n\nGénérale Eva Lund. – J’ai dit que c’était « très utile ».\n\nM. Jan Berg. – Merci.")
    #expect(found.map(\.speaker) == ["Eva Lund"])
  }

  @Test("who says no more than some words has said them") func limited() {
    let found = quotations("Jan Berg s’est borné à répondre que tout était « en bonne voie ».")
    #expect(found.map(\.speaker) == ["Jan Berg"])
  }

  @Test("a mark that nothing closes is passed over") func lost() {
    let found = quotations(
      "« La route est libre, a dit Jan Berg.\n\nLe pont est ouvert. « La ville est calme », a-t-il dit.")
    #expect(found.map { $0.source?.text } == ["La ville est calme"])
  }

  @Test(
    "inches are no quotation mark",
    arguments: [
      ("L’écran de 24\" est posé. \"La route est libre\", a déclaré Jan Berg.", "La route est libre"),
      ("\"Un écran de 24\" suffit\", a déclaré Jan Berg.", "Un écran de 24\" suffit"),
      ("\"Nous étions 24\", a déclaré Jan Berg.", "Nous étions 24"),
    ])
  func inches(written: String, words: String) {
    #expect(quotations(written).map { $0.source?.text } == [words])
  }

  @Test(
    "marks that other languages turn round open and close",
    arguments: [
      "»La route est libre«, a déclaré Jan Berg. »Le pont aussi«, a-t-il dit.",
      "„La route est libre“, a déclaré Jan Berg. „Le pont aussi“, a-t-il dit.",
      "”La route est libre”, a déclaré Jan Berg. “Le pont aussi”, a-t-il dit.",
      "« La route est libre », a déclaré Jan Berg. „Le pont aussi”, a-t-il dit.",
    ])
  func turned(written: String) {
    let found = quotations(written)
    #expect(found.map { $0.source?.text } == ["La route est libre", "Le pont aussi"])
    #expect(found.map(\.speaker) == ["Jan Berg", "Jan Berg"])
  }
}
