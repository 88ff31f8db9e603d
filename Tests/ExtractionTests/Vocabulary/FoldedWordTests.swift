import Testing

@testable import EntenteExtraction

@Suite struct FoldedWordTests {
  @Test func `letters taken eight at a time make the word that they make one by one`() {
    for held in 0...9 {
      for count in 0...80 {
        let bytes = (0..<held + count).map { UInt8(ascii: "a") + UInt8($0 * 7 % 26) }
        var single = FoldedWord()
        for byte in bytes { single.append(byte) }
        var together = FoldedWord()
        for byte in bytes.prefix(held) { together.append(byte) }
        for start in stride(from: held, to: bytes.count, by: 8) {
          let run = bytes[start...].prefix(8)
          together.append(run.reversed().reduce(0) { $0 << 8 | UInt64($1) }, count: run.count)
        }
        #expect(together.length == single.length)
        #expect(together.text == single.text)
        #expect(together.hash == single.hash)
      }
    }
  }

  @Test(arguments: [
    "a", "OTAN", "secrétaire", "INTERNATIONALISATION", "Ålesund", "œuvre", "Straße", "abcdefgh", "ABCDEFGHI", "abcdefg",
    "abcdefgé", "éabcdefgh", "abcdefghijklmno", "abcdefghijklmnop", "abcdefghijklmné",
    "ABCDEFGHIJKLMNÉ", "abcdefghijklmnoé",
  ])
  func `a word of any letters is found under its number`(_ word: String) {
    let lexicon = Lexicon(files: ["city\t\(word)\n"])
    let text = AnnotatedText("Avant \(word), après.", lexicon: lexicon)
    #expect(text.matches.map { text.source(tokens: $0.tokens) } == [word])
    #expect(text.tokens.map { text.source($0.bytes) } == ["Avant", word, ",", "après", "."])
  }

  @Test func `an ending is found at the end of a word, and not in a shorter one`() {
    let endings = WordEndings(["rraient", "é"])
    func isFound(_ word: String) -> Bool {
      let alone = Array(word.utf8)
      let inText = Array("né \(word) pourraient".utf8)
      let found = endings.contains(endOf: 0..<alone.count, in: alone.span)
      #expect(endings.contains(endOf: 4..<4 + alone.count, in: inText.span) == found)
      return found
    }
    #expect(isFound("pourraient"))
    #expect(isFound("rraient"))
    #expect(isFound("né"))
    #expect(!isFound("raient"))
    #expect(!isFound("ne"))
    #expect(!isFound(""))
  }
}
