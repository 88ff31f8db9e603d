import EntenteSchema
import Testing

@testable import EntenteSnapshot

@Suite struct DocumentOpeningTests {
  @Test func `an opening is the first line that is no boilerplate, as written`() {
    let text = "Lecture : 2 min\n\n  L’été  est là. Il fait chaud.  \nSuite."
    let boilerplate = [TextSpan(offset: 0, length: 15)]
    #expect(DocumentOpening.words(of: text, boilerplate: boilerplate) == "L’été  est là. Il fait chaud.")
    #expect(DocumentOpening.words(of: text, boilerplate: []) == "Lecture : 2 min")
  }

  @Test func `a long opening ends with a whole word`() {
    let opening = DocumentOpening.words(of: String(repeating: "énième ", count: 100), boilerplate: [])
    #expect(opening.utf8.count <= 160)
    #expect(opening.hasSuffix("énième"))
  }

  @Test(arguments: ["", " \n\t ", String(repeating: "語", count: 300)])
  func `there is none where there are no words`(text: String) {
    #expect(DocumentOpening.words(of: text, boilerplate: []).isEmpty)
  }

  @Test func `boilerplate that ends beyond the text does no harm`() {
    let all = TextSpan(offset: 0, length: .max)
    #expect(DocumentOpening.words(of: "Rien.", boilerplate: [all]).isEmpty)
  }
}
