import EntenteTextAnalysis
import Testing

@Suite struct FoldingTests {
  @Test(arguments: [
    ("CÔTÉ", "cote"), ("œuvre", "oeuvre"), ("Ægir", "aegir"), ("Straße", "strasse"), ("ﬁnance", "finance"),
    ("eﬃcace", "efficace"),
    ("aﬄux", "afflux"), ("Łódź", "lodz"), ("Nguyễn", "nguyen"), ("ＯＴＡＮ", "otan"), ("e\u{301}te\u{301}", "ete"),
    ("Đà Nẵng", "da nang"),
    ("сссР", "ссср"), ("l’OTAN", "l’otan"),
  ])
  func `letters fold to their base, and what is no letter stays`(pair: (text: String, folded: String)) {
    #expect(Folding.fold(pair.text) == pair.folded)
    #expect(Folding.fold(pair.folded) == pair.folded)
  }

  @Test(arguments: [
    "L'Académie  française", "l’académie\u{A0}française", " L‘ACADE\u{301}MIE\u{202F}FRANC\u{327}AISE\n",
    "lʼacadémie\tfran\u{AD}çaise",
  ])
  func `names that differ by typography alone fold to one`(name: String) {
    #expect(Folding.foldName(name) == "l'academie francaise")
  }

  @Test func `the table of letters says what folding says`() {
    for value: UInt32 in Array(0..<0x2000) + Array(0xFB00..<0xFB10) {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
      let letter = FoldedLetters.latin[value]
      guard letter.first != 0 else { continue }
      let folded = [letter.first, letter.second, letter.third].filter { $0 != 0 }
      #expect(Folding.fold(String(scalar)) == String(decoding: folded, as: UTF8.self))
    }
  }
}
