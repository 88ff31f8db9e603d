import Testing
import EntenteTextAnalysis

@Suite struct SentenceSplitterTests {
  private func sentences(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var ranges: [Range<Int>] = []
    unsafe SentenceSplitter.split(bytes.span.bytes, into: &ranges)
    return ranges.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test func `sentences end at their marks`() {
    #expect(sentences("Un. Deux ! Trois ? Quatre… Cinq") == ["Un.", "Deux !", "Trois ?", "Quatre…", "Cinq"])
    #expect(sentences("Un titre\n\nUne phrase.  ") == ["Un titre", "Une phrase."])
  }

  @Test func `abbreviations, initials and decimals end none`() {
    #expect(sentences("M. van Weel a vu Mme. Sato. Fin.") == ["M. van Weel a vu Mme. Sato.", "Fin."])
    #expect(sentences("J. Stoltenberg, art. 5 : 3.5 % à 10.30 h.").count == 1)
    #expect(sentences("Il a dit… puis rien.").count == 1)
  }

  @Test func `closing marks belong to the sentence`() {
    #expect(sentences("« C'est fait. » Elle part.") == ["« C'est fait. »", "Elle part."])
    #expect(sentences("(Voir là.) “Oui.” Non.") == ["(Voir là.)", "“Oui.”", "Non."])
  }

  @Test func `nothing but spaces has no sentence, and damage is survived`() {
    #expect(sentences(" \n\u{A0}\u{202F} ").isEmpty)
    var generator = SplitMix(state: 3)
    for _ in 0..<500 {
      let bytes =
        (0..<40).map { _ in
          [0x2E, 0x20, 0xC2, 0xBB, 0xE2, 0x80, 0xA6, 0x41, 0x0A].randomElement(using: &generator) ?? 0
        } as [UInt8]
      var ranges: [Range<Int>] = []
      unsafe SentenceSplitter.split(bytes.span.bytes, into: &ranges)
      #expect(ranges.allSatisfy { !$0.isEmpty && $0.upperBound <= bytes.count })
    }
  }
}
