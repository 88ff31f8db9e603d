import Testing

@testable import EntenteExtraction

@Suite struct AnnotatedTextTests {
  private func tokens(_ text: String) -> [String] {
    let annotated = AnnotatedText(text)
    return annotated.tokens.map { annotated.source($0.bytes) }
  }

  private func sentences(_ text: String) -> [String] {
    let annotated = AnnotatedText(text)
    return annotated.sentences.map { annotated.source($0.bytes) }
  }

  @Test func `elided particles are tokens of their own`() {
    #expect(
      tokens("L’OTAN et qu'il aujourd'hui jusqu’à O'Brien") == [
        "L’", "OTAN", "et", "qu'", "il", "aujourd'hui", "jusqu’", "à", "O'Brien",
      ])
  }

  @Test func `hyphens join tokens without being one`() {
    let text = AnnotatedText("OTAN-Japon a-t-il état-major 2023-2026 – non")
    let words = text.tokens.map { text.source($0.bytes) }
    #expect(words == ["OTAN", "Japon", "a", "t", "il", "état", "major", "2023", "2026", "–", "non"])
    #expect(text.tokens[1].flags.contains(.afterHyphen))
    #expect(text.tokens[8].flags.contains(.afterHyphen))
    #expect(!text.tokens[9].flags.contains(.afterHyphen))
  }

  @Test func `numbers, decimals, ordinals and dotted acronyms are single tokens`() {
    let text = AnnotatedText("3,5 1er 75e AP4 14h30 O.T.A.N. 12.07.2023")
    let words = text.tokens.map { text.source($0.bytes) }
    #expect(words == ["3,5", "1er", "75e", "AP4", "14h30", "O.T.A.N.", "12", ".", "07", ".", "2023"])
    #expect(text.tokens[1].value == 1)
    #expect(text.tokens[1].flags.contains(.ordinal))
    #expect(text.tokens[3].kind == .word)
    #expect(text.tokens[10].value == 2023)
  }

  @Test func `sentences end at full stops but not at titles, initials or inside a quotation that goes on`() {
    #expect(
      sentences("M. Dupont est venu. Mme. J. Park aussi ! « Quoi ? » a-t-il dit. « Oui. » Elle part…") == [
        "M. Dupont est venu.", "Mme. J. Park aussi !", "« Quoi ? » a-t-il dit.", "« Oui. »", "Elle part…",
      ])
  }

  @Test func `blocks follow lines, markers and broken sentences`() throws {
    let text = AnnotatedText(
      "Titre\n\n  1. Un\n    • Deux\n  • |\na) trois\nune ligne coupée au\nmilieu d'une phrase.\n")
    let words = text.blocks.map { text.source($0.bytes) }
    try #require(words == ["Titre", "Un", "Deux", "|", "trois\nune ligne coupée au\nmilieu d'une phrase."])
    #expect(text.blocks[1].marker == .number(1))
    #expect(text.blocks[2].marker == .bullet)
    #expect(text.blocks[2].indent == 4)
  }

  @Test func `sentences and texts know the categories of what stands in them, and of nothing else`() {
    let lexicon = Lexicon(files: ["city\tTokyo\nrole\tsecrétaire général\n"])
    let text = AnnotatedText("Le secrétaire général parle. Il va à Tokyo. Fin.", lexicon: lexicon)
    for category in LexiconCategory.allCases {
      let (first, second) = (text.sentences[0].categories, text.sentences[1].categories)
      #expect(first.contains(category) == (category == .role))
      #expect(second.contains(category) == (category == .city))
      #expect(text.categories.contains(category) == (category == .role || category == .city))
    }
    #expect(!text.sentences[2].categories.intersects([.role, .city]))
  }

  @Test func `lexicon forms match without case, diacritics and hyphens, strict ones with them`() {
    let lexicon = Lexicon(files: ["city\tétat major|=SPS\ncity\tetat\n"])
    func found(_ text: String) -> [String] {
      let annotated = AnnotatedText(text, lexicon: lexicon)
      return annotated.matches.map { annotated.source(tokens: $0.tokens) }
    }
    #expect(found("L'ÉTAT-MAJOR") == ["ÉTAT-MAJOR", "ÉTAT"])
    #expect(found("l’etat, major") == ["etat"])
    #expect(found("SPS sps Sps") == ["SPS"])
  }

  @Test func `a word has all of its entries, however many, wherever it stands`() {
    let lexicon = Lexicon(files: [(1...100).map { "city\tmer\t\($0)\n" }.joined() + "role\tmer noire\n"])
    let text = AnnotatedText(String(repeating: "mer mer noire. ", count: 40), lexicon: lexicon)
    for token in text.tokens.indices where text.tokens[token].kind == .word {
      let isNoun = text.source(text.tokens[token].bytes) == "mer"
      let isLong = isNoun && text.source(text.tokens[token + 1].bytes) == "noire"
      #expect(text.matches(at: token).count == (isNoun ? 100 : 0) + (isLong ? 1 : 0))
    }
  }

  @Test(arguments: [
    "a", "Japon", "OTAN", "mer", "MER", "É", "à", "élu", "Été", "ÉTÉ", "DÉFENSE", "défense", "secrétaire", "Ministère",
    "développement", "DÉVELOPPEMENT", "commandement", "environnement", "multilatéralisme", "œuvre", "Noël", "Üç",
  ])
  func `a word is read alike whether or not something invisible stands in it`(_ word: String) throws {
    let plain = try #require(AnnotatedText("\(word) et").tokens.first)
    let marked = try #require(AnnotatedText("\(word)\u{AD} et").tokens.first)
    #expect((plain.word, plain.flags, plain.kind) == (marked.word, marked.flags, marked.kind))
  }

  @Test func `any bytes are read without a crash and every token lies inside, in order`() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in
        [0x20, 0x2E, 0x27, 0xE2, 0x80, 0x99, 0xC3, 0xA9, 0x41, 0x61, 0x31, 0x0A, 0x2D, 0xFF].randomElement(
          using: &random) ?? 0x20
      }
      let text = AnnotatedText(bytes: bytes.map { UInt8($0) })
      var end = 0
      for token in text.tokens {
        #expect(token.bytes.lowerBound >= end)
        #expect(token.length > 0)
        end = token.bytes.upperBound
      }
      #expect(end <= bytes.count)
    }
  }
}
