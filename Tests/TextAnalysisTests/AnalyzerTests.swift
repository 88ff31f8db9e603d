import EntenteTextAnalysis
import Testing

@Suite struct AnalyzerTests {
  private func analysis(_ text: String) -> (terms: [String], tokens: [Token]) {
    let bytes = Array(text.utf8)
    var analyzer = Analyzer()
    var tokens: [Token] = []
    unsafe analyzer.analyze(bytes.span.bytes, into: &tokens)
    return (tokens.map { analyzer.termString(Int($0.term)) }, tokens)
  }

  private func terms(_ text: String) -> [String] { analysis(text).terms }

  @Test func `case and diacritics fold, composed or not`() {
    let plain = terms("cyberdefense")
    for form in ["cyberdéfense", "CYBERDÉFENSE", "Cyberde\u{301}fense", "cyber\u{AD}défense"] {
      #expect(terms(form) == plain)
    }
    #expect(terms("œuvre") == terms("oeuvre"))
    #expect(terms("Lætitia") == terms("laetitia"))
    #expect(terms("Straße") == terms("strasse"))
    #expect(terms("Łódź") == ["lodz"])
    #expect(terms("ＯＴＡＮ") == ["otan"])
  }

  @Test(arguments: [
    "l'OTAN", "L’OTAN", "lʼOTAN", "d'OTAN", "qu'OTAN", "jusqu’OTAN", "lorsqu'OTAN", "puisqu'OTAN", "quoiqu'OTAN",
    "s'OTAN", "c'OTAN",
  ])
  func `elided words fall away and take no position`(text: String) {
    let (terms, tokens) = analysis(text)
    #expect(terms == ["otan"])
    #expect(tokens.first?.position == 0)
  }

  @Test func `an apostrophe inside a word joins it`() {
    #expect(terms("aujourd'hui") == terms("aujourd’hui"))
    #expect(terms("aujourd'hui").count == 1)
    #expect(terms("NATO's") == ["nato"])
  }

  @Test(arguments: ["Indo-Pacifique", "indo-pacifique", "indo pacifique", "INDO‑PACIFIQUE"])
  func `compounds give their parts and the joined form`(text: String) {
    let (terms, tokens) = analysis(text)
    #expect(terms == ["indo", analysis("indopacifique").terms[0], analysis("pacifique").terms[0]])
    #expect(tokens.map(\.position) == [0, 0, 1])
    #expect(Int(tokens[1].length) == text.utf8.count)
  }

  @Test func `a unit of money is no first part of a compound`() {
    #expect(terms("un euro symbolique").count == 2)
    #expect(terms("euro-atlantique").count == 3)
  }

  @Test func `dotted acronyms are one word`() {
    let (terms, tokens) = analysis("L'O.T.A.N. et l'U.E.")
    #expect(terms == ["otan", "ue"])
    #expect(tokens[0].offset == 2 && tokens[0].length == 8)
  }

  @Test func `stop words keep their place`() {
    let (terms, tokens) = analysis("le chef de l'OTAN")
    #expect(terms == ["chef", "otan"])
    #expect(tokens.map(\.position) == [1, 3])
  }

  @Test func `offsets cut the words out of the text`() {
    let text = "À Tōkyō, l’Été 2023-2026 : « sécurité » 🚀 naïve"
    let bytes = Array(text.utf8)
    let (_, tokens) = analysis(text)
    let words = tokens.map { String(decoding: bytes[Int($0.offset)..<Int($0.offset + $0.length)], as: UTF8.self) }
    #expect(words == ["Tōkyō", "Été", "2023", "2026", "sécurité", "naïve"])
  }

  @Test(arguments: [
    ["déclaration", "déclarations", "déclarer", "déclare"], ["national", "nationaux", "nationale", "nationales"],
    ["allié", "alliés", "alliée", "alliées"], ["maritime", "maritimes"], ["partenariat", "partenariats"],
    ["européen", "européenne", "européens"], ["opérateur", "opérateurs", "opérations"],
  ])
  func `forms of a word meet`(forms: [String]) {
    #expect(Set(forms.map { terms($0) }).count == 1)
  }

  @Test func `words that only look alike stay apart`() {
    #expect(terms("Paris") != terms("pari"))
    #expect(terms("Tours") != terms("tour"))
    #expect(terms("AUKUS") == terms("aukus"))
  }

  @Test func `any bytes give ordered tokens within the text`() {
    var generator = SplitMix(state: 7)
    let seeds = Array("L’Indo-Pacifique, aujourd'hui : O.T.A.N. « éœ » 日本 e\u{301}".utf8)
    for _ in 0..<2_000 {
      var bytes = seeds
      for _ in 0..<Int.random(in: 0...6, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator))
      var analyzer = Analyzer()
      var tokens: [Token] = []
      unsafe analyzer.analyze(bytes.span.bytes, into: &tokens)
      var position: UInt32 = 0
      for token in tokens {
        #expect(Int(token.offset) + Int(token.length) <= bytes.count && token.length > 0)
        #expect(token.position >= position)
        #expect(Int(token.term) < analyzer.termCount)
        position = token.position
      }
    }
  }

  @Test func `words are the same at the end of a text and before what follows`() {
    let parts = [
      "a", "E", "é", "Œ", "7", "'", "’", ".", "-", " ", "@", "[", "`", "{", "/", ":", "×", "東", "\u{301}", "z", "Z",
    ]
    for seed in 0..<2000 {
      var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
      let text = (0..<seed % 30).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return parts[Int(state >> 33) % parts.count]
      }.joined()
      let (alone, followed) = (analysis(text), analysis(text + String(repeating: " ", count: 20)))
      #expect(alone.terms == followed.terms)
      #expect(alone.tokens == followed.tokens)
    }
  }

  @Test func `terms that begin alike have numbers of their own, and the order of their bytes`() {
    var analyzer = Analyzer()
    let stem = [UInt8]("cyberdefense".utf8)
    var terms = (0...300).map { Array(repeatElement(stem, count: 30).joined().prefix($0)) }
    terms += (0..<3000).map { Array("organisa\($0)".utf8) } + [[0], [0, 0], [0x61, 0], [0x61, 0, 0]]
    let numbers = terms.map { analyzer.intern(term: $0) }
    let again = terms.map { analyzer.intern(term: $0) }
    #expect(numbers == Array(terms.indices))
    #expect(again == numbers)
    #expect(numbers.map { Array(analyzer.term($0)) } == terms)
    let ordered = numbers.sorted { analyzer.precedes($0, $1) }
    #expect(ordered.map { terms[$0] } == terms.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test func `a term is never longer than its bound`() {
    let (terms, tokens) = analysis(String(repeating: "é", count: 5_000) + " fin")
    #expect(terms.count == 2)
    #expect(terms[0].utf8.count <= Analyzer.maximumTermLength)
    #expect(tokens[0].length == 10_000)
  }

  @Test func `the same word has the same number in every text`() {
    var analyzer = Analyzer()
    var first: [Token] = []
    var second: [Token] = []
    let a = Array("sécurité maritime".utf8)
    let b = Array("La sécurité".utf8)
    unsafe analyzer.analyze(a.span.bytes, into: &first)
    unsafe analyzer.analyze(b.span.bytes, into: &second)
    #expect(first[0].term == second[0].term)
    #expect(analyzer.termCount == 2)
  }
}

/// A small seeded generator, so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z &>> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z &>> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z &>> 31
  }
}
