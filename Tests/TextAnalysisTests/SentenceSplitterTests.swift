import EntenteTextAnalysis
import Testing

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

  @Test(arguments: [
    "M. van Weel a vu Mme. Sato.", "MM. Dupont et Roy, J.-M. Rostand et Ph. Roy.",
    "Selon l'art. 5 et le chap. II, p. 12.", "Cf. Annexe.",
    "P. ex. Paul et le gén. Martin.", "De 700 av. J.-C. Rome s'étendait.", "J.F. Kennedy et J. Le Goff.",
    "L'O.T.A.N. Unie agit.",
    "1. Renforcer le dialogue.", "II. Mise en œuvre.", "b. Le calendrier.", "Voir www.nato.int/a.b?c=d. et la suite.",
    "env. 500 et max. 30.",
    "Il a dit (…) Le reste est perdu.", "La « zone » ! dit-il. ", "Il vit à Paris (Fr.), dit-on.",
    "À 5 h. 30, il part.", "Vers janv. 2023 environ.",
    "Le col. Durand, le Dr. Roy et Me. Petit.", "Bd. Voltaire, nos. 3 et 4.",
  ])
  func `these are one sentence`(text: String) { #expect(sentences(text).count == 1, "\(sentences(text))") }

  @Test(arguments: [
    "Il a choisi le plan B. Il part.", "C'est fini. 12 soldats partent.", "En 2023. Le sommet.",
    "Une distance de 5 m. Le but.",
    "La S.N.C.F. Le train.", "Il rencontre M. Xi. Il parle.", "Rien, etc. Le reste.", "« Quoi ? » Il part.",
    "Elle cria : « Non ! » Puis rien.",
    "Il dit \"oui\". \"Non\", dit-elle.", "Fin (bis). Début.", "Il part… Elle reste.", "Le 12 juil. Le sommet.",
    "Trois pays, dont l'Italie. À Rome.",
    "Premier tour.\nSecond tour.", "Ouvert.\u{A0}» Fermé.",
  ])
  func `these are two sentences`(text: String) { #expect(sentences(text).count == 2, "\(sentences(text))") }

  @Test func `a wrapped paragraph is not cut at its lines`() {
    let text = Array("Le sommet de\nVilnius a pris fin. Il fut\nlong.".utf8)
    var ranges: [Range<Int>] = []
    unsafe SentenceSplitter.split(text.span.bytes, lineBreak: .joins, into: &ranges)
    #expect(ranges.count == 2)
  }

  @Test func `the sentence around a place is the one that the whole text has there`() {
    let text = "M. Roy part. « Bien ! » dit-il à J. Le Goff.\nFin, p. 3. Éole souffle…"
    let bytes = Array(text.utf8)
    var ranges: [Range<Int>] = []
    unsafe SentenceSplitter.split(bytes.span.bytes, into: &ranges)
    for offset in -1...bytes.count + 1 {
      let expected = ranges.first { $0.contains(offset) }
      let found = unsafe SentenceSplitter.sentence(around: offset, in: bytes.span.bytes)
      #expect(expected == nil ? found.isEmpty : found == expected)
    }
    let long = Array((String(repeating: "mot ", count: 100_000) + "fin").utf8)
    #expect(unsafe SentenceSplitter.sentence(around: 200_000, in: long.span.bytes).count <= 4000)
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
