import EntenteTextAnalysis
import Testing

@Suite struct WordInitialsTests {
  @Test func `words are looked for by their first letters without loss`() {
    let pieces = [
      "otan", "OTAN", "l'", "d’", "O.T.A.N.", "U.E", " ", " ", " ", "-", ".", ", ", "Indo", "indo", "Pacifique", "euro",
      "yeux", "œil", "É", "été", "e\u{301}t", "aujourd'hui", "NATO's", "le", "2023", "日本", "\u{AD}", "\n", "а", "x’",
      "×", "œuf", "«",
      "\u{C2}", "i", "1", "12", " 000", "000", ".5", ",", "\u{A0}", "C-130", "F", "mig-29", "'", "venir", "vient",
      "ira",
    ]
    var state: UInt64 = 5
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for _ in 0..<2_000 {
      let bytes = Array((0..<random(60)).map { _ in pieces[random(pieces.count)] }.joined().utf8)
      var analyzer = Analyzer()
      var all: [Token] = []
      unsafe analyzer.analyze(bytes.span.bytes, into: &all)
      guard !all.isEmpty else { continue }
      let terms = (0...random(2)).map { _ in Array(analyzer.term(Int(all[random(all.count)].term))) }
      let prefixes = (0..<random(2)).map { _ in Array("otiepyux2na".utf8.dropFirst(random(11)).prefix(1 + random(2))) }
      let initials = WordInitials(terms: terms, prefixes: prefixes)
      var some: [Token] = []
      unsafe analyzer.analyze(bytes.span.bytes, wordsBeginningWith: initials, into: &some)
      func wanted(_ tokens: [Token]) -> [Token] {
        tokens.filter { token in
          let term = Array(analyzer.term(Int(token.term)))
          return terms.contains(term) || prefixes.contains { term.starts(with: $0) }
        }.map { Token(term: $0.term, position: 0, offset: $0.offset, length: $0.length) }
      }
      #expect(wanted(some) == wanted(all), "\(String(decoding: bytes, as: UTF8.self)) \(terms)")
    }
  }
}
