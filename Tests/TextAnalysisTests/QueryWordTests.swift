import EntenteTextAnalysis
import Testing

@Suite struct QueryWordTests {
  private func strings(_ word: QueryWord) -> [String] { word.parts.map { String(decoding: $0.term, as: UTF8.self) } }

  @Test func `a compound has parts and a joined form`() {
    let word = LanguageProfile.french.queryWord("Indo-Pacifique")
    #expect(word.parts.map(\.position) == [0, 1])
    #expect(word.joined == LanguageProfile.french.queryWord("indopacifique").parts.first?.term)
    #expect(
      LanguageProfile.french.queryWord("porte-avions").joined
        == LanguageProfile.french.queryWord("porteavions").parts.first?.term)
  }

  @Test func `a stop word has no parts`() {
    #expect(LanguageProfile.french.queryWord("comment").isStopWord)
    #expect(LanguageProfile.french.queryWord("peut-on").parts.count == 1)
  }

  @Test func `english names lead to the french ones`() {
    #expect(LanguageProfile.french.equivalents.forms(of: "NATO").contains("otan"))
    #expect(LanguageProfile.french.equivalents.forms(of: "cyber defence").contains("cyberdéfense"))
    #expect(LanguageProfile.french.equivalents.forms(of: "WPS").contains("fps"))
    #expect(LanguageProfile.french.equivalents.forms(of: "sécurité").isEmpty)
  }
}
