import EntenteCorpus
import Testing

@testable import EntenteExplorer

@Suite struct LabelTests {
  @Test func `every label that a template prints exists in both languages`() throws {
    for (name, template) in Templates.all {
      for match in template.matches(of: #/\{\{t\.([a-z_-]+)\}\}/#) {
        for language in Language.allCases {
          #expect(
            Labels.embedded.all(language)[String(match.1)]?.isEmpty == false, "\(name): \(match.1) in \(language)")
        }
      }
    }
  }

  @Test func `every reason of an error has words in both languages, with the same values`() {
    for kind in RequestFault.Kind.allCases {
      let words = Language.allCases.map { Labels.embedded("reason.\(kind.rawValue)", $0) }
      #expect(words.allSatisfy { !$0.hasPrefix("reason.") && !$0.isEmpty }, "\(kind.rawValue)")
      let values = words.map { Set($0.matches(of: #/\{[a-z]+\}/#).map { String($0.0) }) }
      #expect(values.first == values.last, "\(kind.rawValue)")
    }
  }

  @Test func `the noun of a count agrees with it`() {
    #expect(Labels.embedded.count(0, "document", .french) == "0 document")
    #expect(Labels.embedded.count(0, "document", .english) == "0 documents")
    #expect(Labels.embedded.count(2, "mention", .french) == "2 mentions")
  }

  @Test func `a label that is missing shows its key`() {
    #expect(Labels.embedded("no.such", .french) == "no.such")
  }
}
