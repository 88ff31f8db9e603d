import EntenteTextAnalysis
import Testing

@Suite struct PhraseFinderTests {
  private func count(_ phrase: String, _ text: String) -> Int {
    var finder = PhraseFinder(.french)
    let bytes = Array(text.utf8)
    return unsafe finder.count(LanguageProfile.french.exactPhrase(phrase), in: bytes.span.bytes)
  }

  @Test(arguments: [
    ("accord de défense", "Un accord de défense. L'Accord  de\nDéfense.", 2),
    ("accord de défense", "un accord sans défense", 0),
    ("accord de défense", "un accord de la défense", 0), ("accord de défense", "des accords de défense", 1),
    ("chef de la marine", "Le chef quitte notre marine", 0), ("chef d'état", "un chef l'état", 0),
    ("chef d'état", "Chef d’État", 1),
    ("la marine", "de la marine, à la Marine", 2), ("la marine", "notre marine", 0),
    ("être ou ne pas être", "Être, ou ne pas être ?", 1),
    ("où", "On sait où. Mais ou non.", 2), ("indo-pacifique libre", "un Indo-Pacifique libre", 1),
    ("1 000 hommes", "mille, 1000 hommes", 1),
    ("de de", "de de de", 2), ("", "rien", 0), ("absent", "présent", 0),
  ])
  func `a phrase stands where all its words do`(example: (phrase: String, text: String, count: Int)) {
    #expect(count(example.phrase, example.text) == example.count)
  }

  @Test func `what the finder counts, a reading of every word counts`() {
    let words = ["le", "chef", "de", "la", "marine", "l'", "accord", "sans", "défense", ",", "d’", "C-130", "1 000"]
    var generator = SplitMix(state: 5)
    for _ in 0..<300 {
      let text = (0..<60).map { _ in words.randomElement(using: &generator) ?? "" }.joined(separator: " ")
      let phrase = (0..<Int.random(in: 1...4, using: &generator))
        .map { _ in
          words.filter { $0 != "," && !$0.hasSuffix("'") && !$0.hasSuffix("’") }.randomElement(using: &generator) ?? ""
        }
        .joined(separator: " ")
      // The words of the phrase, all of them, in a text of words without punctuation.
      let expected = Self.windows(of: LanguageProfile.french.exactPhrase(phrase), in: text)
      #expect(count(phrase, text) == expected, "« \(phrase) » in \(text)")
    }
  }

  /// Compares the phrase with every run of words, each analysed alone.
  private static func windows(of phrase: ExactPhrase, in text: String) -> Int {
    let profile = LanguageProfile.french
    let runs = text.replacing("1 000", with: "1000").split(separator: " ").filter { $0 != "," }.map {
      profile.exactPhrase(String($0))
    }
    let size = phrase.wordCount
    guard size > 0, runs.count >= size else { return 0 }
    return (0...runs.count - size).count { start in
      profile.exactPhrase("").joined(with: runs[start..<start + size]) == phrase.terms
    }
  }

  @Test func `a text without spaces is looked at in bounded time`() {
    let text = String(repeating: "de,", count: 200_000)
    #expect(count("de de", text) <= PhraseFinder.greatestCount)
  }
}

extension ExactPhrase {
  fileprivate var wordCount: Int { terms.count }

  fileprivate func joined(with others: ArraySlice<ExactPhrase>) -> [[UInt8]] { others.flatMap(\.terms) }
}
