import EntenteTextAnalysis
import Testing

@Suite struct LanguageGuessTests {
  @Test(arguments: [
    (
      "fr",
      "Le ministre a reçu les ambassadeurs des pays alliés, qui ont parlé avec lui de la sécurité dans la région. Elle est pour eux une priorité, et ce n'est pas nouveau."
    ),
    (
      "en",
      "The minister has received the ambassadors of the allied countries, who have spoken with him of the security that is for them a priority in the region."
    ),
    (
      "de",
      "Der Minister hat die Botschafter der Länder empfangen, und sie haben mit ihm über die Lage gesprochen, die nicht neu ist und auf das Meer wirkt."
    ),
    (
      "es",
      "El ministro recibió a los embajadores de las naciones para hablar del plan que se firmó por una de ellas con su vecina, pero sin la otra."
    ),
  ])
  func `a paragraph is known by its commonest words`(example: (tag: String, text: String)) {
    #expect(LanguageGuess.language(of: example.text) == example.tag)
  }

  @Test(arguments: ["", "OTAN", "Tokyo, 2023", "1 2 3 4 5 6 7 8 9 10 11 12", "日本と北大西洋条約機構は協力を強化する。"])
  func `what tells nothing is not guessed`(text: String) { #expect(LanguageGuess.language(of: text) == nil) }

  @Test func `names and quotations of another language do not change a text's own`() {
    let text =
      "Le centre « Center for the Study of War and Peace » est à Tallinn. Les experts de ce centre ont dit que les menaces sont nouvelles, mais pas pour eux : elles ont été vues par une équipe dans la région."
    #expect(LanguageGuess.language(of: text) == "fr")
  }
}
