import EntenteFileMapping
import Testing

@Suite struct HarmlessTextTests {
  private let commands =
    (0...0x1F).filter { $0 != 0x09 && $0 != 0x0A } + Array(0x7F...0x9F) + [0x61C, 0x200E, 0x200F]
    + Array(0x2028...0x202E)
    + Array(0x2066...0x2069)

  @Test func `no character that commands a terminal is shown, wherever it stands`() throws {
    for code in commands {
      let scalar = try #require(Unicode.Scalar(UInt32(code)))
      for (before, after) in [("", ""), ("é", "’"), ("a", "b"), ("\u{2066}", "\u{9B}")] {
        let shown = HarmlessText.shown(before + String(Character(scalar)) + after)
        #expect(!shown.unicodeScalars.contains { commands.contains(Int($0.value)) }, "\(String(code, radix: 16))")
      }
      #expect(HarmlessText.shown("a\(scalar)b") == "ab")
    }
  }

  @Test func `all other text stays as it is`() {
    for text in [
      "", "é", "« l’été »\n\tà 5 €…", "東京 😀", "\u{A0}\u{AD}\u{200B}\u{200D}\u{FEFF}", "\u{C2}\u{E2}\u{D8}", "\u{622}",
    ] {
      #expect(HarmlessText.shown(text) == text)
      #expect(HarmlessText.json(text) == text)
    }
    for code in UInt32(0x20)...0x3000 where !commands.contains(Int(code)) {
      let text = Unicode.Scalar(code).map { "\($0)" } ?? ""
      #expect(HarmlessText.shown(text) == text)
    }
  }

  @Test func `the program's own colours stay, and no others`() {
    let text = "\u{1B}[1mgras\u{1B}[0m \u{1B}[8mcaché\u{1B}[30;40m \u{1B}[1;33mx\u{1B}"
    #expect(HarmlessText.shown(text) == "[1mgras[0m [8mcaché[30;40m [1;33mx")
    #expect(
      HarmlessText.shown(text, keeping: ["\u{1B}[1m", "\u{1B}[0m"])
        == "\u{1B}[1mgras\u{1B}[0m [8mcaché[30;40m [1;33mx")
  }

  @Test func `JSON says the same in escapes`() {
    #expect(HarmlessText.json(#"{"a": "\#u{9B}31m\#u{202E}\#u{7F}é"}"#) == #"{"a": "\u009B31m\u202E\u007Fé"}"#)
  }
}
