import Testing

@testable import EntenteIngest

@Suite struct JSONLineTests {
  private func text(_ line: String) -> Result<String?, JSONLine.Failure> {
    let bytes = Array(line.utf8)
    return Result { () throws(JSONLine.Failure) in try JSONLine(bytes.span).members["text"] }
  }

  @Test func `an escape, a quote and a control character are seen wherever they stand`() throws {
    for length in 0..<40 {
      let run = String("Le parténariat avance, l’été 2024 aussi : voilà".prefix(length))
      let line = { (middle: String) in #"{"text": "\#(run)\#(middle)\#(run)"}"# }
      #expect(try text(line("")).get() == run + run)
      #expect(try text(line(#"\n"#)).get() == run + "\n" + run)
      #expect(try text(line(#"\\\""#)).get() == run + #"\""# + run)
      #expect(try text(line(#"\u00e9\ud83d\ude00"#)).get() == run + "é😀" + run)
      #expect(throws: JSONLine.Failure.self) { try text(line("\u{1}")).get() }
      #expect(throws: JSONLine.Failure.self) { try text(line("\n")).get() }
      #expect(throws: JSONLine.Failure.self) { try text(line("\\n\u{1F}")).get() }
      #expect(throws: JSONLine.Failure.self) { try text(line("\"")).get() }
      #expect(throws: JSONLine.Failure.self) { try text(#"{"text": "\#(run)"#).get() }
      #expect(throws: JSONLine.Failure.self) { try text(#"{"text": "\#(run)\n"#).get() }
    }
  }

  @Test(arguments: ["0", "-0", "7", "10", "-1.5", "1e5", "1E+05", "1.50e-3", "1e308", "12345678901234567890123"])
  func `a number may stand in a member that nobody reads`(number: String) throws {
    #expect(try text(#"{"g": \#(number), "text": "oui"}"#).get() == "oui")
  }

  @Test(arguments: [
    "00", "01", "-01", "+1", "1.", ".5", "-", "--1", "1e", "1.5.2", "0x10", "nan", "-inf", "1e999", "1-2",
  ])
  func `what is no number of JSON is refused there`(number: String) {
    #expect(throws: JSONLine.Failure.self) { try text(#"{"g": \#(number), "text": "oui"}"#).get() }
  }

  @Test func `a search by eight bytes finds what a search by one finds`() {
    for seed in 0..<500 {
      var state = UInt64(seed)
      let bytes = (0..<seed % 40).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return [0x0A, 0x1F, 0x20, 0x21, 0x22, 0x23, 0x5B, 0x5C, 0x5D, 0x7F, 0x80, 0xA0, 0xA2, 0xDC, 0xFF, 0x61][
          Int(state >> 60)] as UInt8
      }
      for start in 0...bytes.count {
        let (end, line) = (bytes.span.endOfPlainRun(from: start), bytes.span.endOfLine(from: start))
        #expect(end == bytes[start...].firstIndex { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C } ?? bytes.count)
        #expect(line == bytes[start...].firstIndex(of: 0x0A) ?? bytes.count)
      }
    }
  }
}
