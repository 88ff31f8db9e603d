import Testing
import EntenteTextAnalysis

@Suite struct QueryWordTests {
  private func strings(_ word: QueryWord) -> [String] { word.parts.map { String(decoding: $0.term, as: UTF8.self) } }

  @Test func `a compound has parts and a joined form`() {
    let word = Analyzer.analyzeQueryWord("Indo-Pacifique")
    #expect(word.parts.map(\.position) == [0, 1])
    #expect(word.joined == Analyzer.analyzeQueryWord("indopacifique").parts.first?.term)
    #expect(
      Analyzer.analyzeQueryWord("porte-avions").joined == Analyzer.analyzeQueryWord("porteavions").parts.first?.term)
  }

  @Test func `a stop word has no parts`() {
    #expect(Analyzer.analyzeQueryWord("comment").isStopWord)
    #expect(Analyzer.analyzeQueryWord("peut-on").parts.count == 1)
  }

  @Test func `english names lead to the french ones`() {
    #expect(Equivalents.forms(of: "NATO").contains("otan"))
    #expect(Equivalents.forms(of: "cyber defence").contains("cyberdéfense"))
    #expect(Equivalents.forms(of: "WPS").contains("fps"))
    #expect(Equivalents.forms(of: "sécurité").isEmpty)
  }
}
