import EntenteTextAnalysis
import Testing

@Suite struct RelatedWordsTests {
  private func term(_ word: String) -> [UInt8] { LanguageProfile.french.queryWord(word).parts.first?.term ?? [] }

  @Test(arguments: [
    ("perdu", "perte"), ("rompre", "rupture"), ("décès", "mourir"),
    ("patron", "employeur"), ("COURRIEL", "mail"),
  ]) func `words of one root or one meaning are related both ways`(one: String, other: String) {
    #expect(LanguageProfile.french.relatedWords.terms(of: term(one)).contains(term(other)))
    #expect(LanguageProfile.french.relatedWords.terms(of: term(other)).contains(term(one)))
  }

  @Test func `no word is related to itself, and most are not at all`() {
    for word in ["perdre", "patron", "mail", "contrat", "accord"] {
      let related = LanguageProfile.french.relatedWords.terms(of: term(word))
      #expect(!related.isEmpty && !related.contains(term(word)))
      #expect(Set(related).count == related.count)
    }
    #expect(LanguageProfile.french.relatedWords.terms(of: term("cyberdéfense")).isEmpty)
    #expect(LanguageProfile.french.relatedWords.terms(of: []).isEmpty)
  }
}
