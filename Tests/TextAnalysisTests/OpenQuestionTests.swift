import EntenteTextAnalysis
import Testing

@Suite struct OpenQuestionTests {
  private func isOpen(_ question: String) -> Bool {
    LanguageProfile.french.questions.isOpen(question.split(separator: " ").map(String.init))
  }

  @Test(arguments: [
    "Comment renouveler mon passeport", "dans quel délai dois-je répondre", "Qu'est-ce qu’un traceur",
    "QU’EST-CE qu'un acte",
    "où voter", "Qui peut voter à ma place", "que faire en cas de perte", "Pendant combien de temps peut-on filmer",
  ]) func `a question that asks how, what, who, where or when is open`(question: String) {
    #expect(isOpen(question))
  }

  @Test(arguments: [
    "Peut-on partir quand on veut", "Est-ce que je peux savoir combien", "Mon chef peut‑il lire ce que j'écris",
    "perte ou vol du passeport", "acte de naissance", "le document qui prouve", "",
  ]) func `what asks for yes or no, or asks nothing, is not`(question: String) {
    #expect(!isOpen(question))
  }

  @Test func `yes and no begin closed answers`() {
    #expect(
      LanguageProfile.french.questions.closedAnswers.map { String(decoding: $0, as: UTF8.self) } == ["oui", "non"])
  }
}
