import Testing
import TextAnalysis

@Suite struct WordInitialsTests {
  @Test func `words are looked for by their first letters without loss`() {
    let pieces = [
      "otan", "OTAN", "l'", "d’", "O.T.A.N.", "U.E", " ", " ", " ", "-", ".", ", ", "Indo", "indo", "Pacifique", "euro",
      "yeux", "œil", "É", "été", "e\u{301}t", "aujourd'hui", "NATO's", "le", "2023", "日本", "\u{AD}", "\n", "а", "x’",
      "\u{C2}", "i",
    ]
    var state: UInt64 = 5
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for _ in 0..<2_000 {
      let bytes = Array((0..<random(16)).map { _ in pieces[random(pieces.count)] }.joined().utf8)
      let letters = (0...random(3)).map { _ in Array("otiepyux2na".utf8)[random(11)] }
      var analyzer = Analyzer()
      var all: [Token] = []
      var some: [Token] = []
      unsafe analyzer.analyze(bytes.span.bytes, into: &all)
      unsafe analyzer.analyze(bytes.span.bytes, wordsBeginningWith: WordInitials(of: letters.map { [$0] }), into: &some)
      func wanted(_ tokens: [Token]) -> [Token] {
        tokens.filter { analyzer.term(Int($0.term)).first.map(letters.contains) ?? false }
      }
      #expect(wanted(some) == wanted(all), "\(String(decoding: bytes, as: UTF8.self))")
    }
  }
}
