import Testing

@testable import EntenteExtraction

@Suite struct InflectionTests {
  @Test func `a regular verb is found in the forms that reports use`() {
    let forms = Inflection.verb("signer")
    for form in ["signer", "signe", "signent", "signé", "signées", "signera", "signaient", "signant"] {
      #expect(forms.contains(form))
    }
    #expect(Inflection.verb("partager").contains("partageons"))
    #expect(Inflection.verb("appuyer").contains("appuiera"))
    #expect(Inflection.verb("établir").contains("établissent"))
    #expect(Inflection.verb("s'engager").contains("s'engagent"))
    #expect(Inflection.verb("prendre").isEmpty)
  }

  @Test(arguments: [
    ("missile balistique", "missiles balistiques"), ("capacités de production", "capacité de production"),
    ("réseau", "réseaux"), ("eaux", "eau"), ("exercice naval", "exercices navals"),
    ("accident industriel", "accidents industriels"), ("arsenal", "arsenaux"), ("arsenaux", "arsenal"),
  ])
  func `a noun with its adjectives has another number`(_ form: String, _ other: String) {
    #expect(Inflection.otherNumber(form) == other)
  }

  @Test(arguments: ["l'espace", "en orbite", "pays", "fonds de recherche"])
  func `what shows no number has none`(_ form: String) {
    #expect(Inflection.otherNumber(form) == nil)
  }

  @Test func `what a file states for one goal is not taken by the other number of another`() {
    let lexicon = Lexicon(files: ["goalTerm\tfrégate\ta\t1\ngoalTerm\tfrégates\tb\t1\ngoalTerm\tdrone\ta\t1"])
    func goals(_ text: String) -> [String] {
      let text = AnnotatedText(text, lexicon: lexicon)
      return text.matches.map { text.entry($0).value(0) }
    }
    #expect(goals("des frégates") == ["b"])
    #expect(goals("des drones") == ["a"])
  }

  @Test func `a verb with a plus stands for all its forms`() {
    let lexicon = Lexicon(files: ["activityCue\tpartager+"])
    #expect(AnnotatedText("Ils partageront ce que nous partageons.", lexicon: lexicon).matches.count == 2)
  }
}
