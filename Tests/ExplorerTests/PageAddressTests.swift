import Testing

@testable import EntenteExplorer

@Suite struct PageAddressTests {
  @Test(arguments: ["cyberdéfense", "a&b=c", "100 %", "\"é\u{301}\"", "a+b", "日本", "<script>", "../..", ""])
  func `what is put into an address is read from it`(value: String) {
    let text = PageAddress("/search", [("q", value)]).text
    let query = text.split(separator: "?", maxSplits: 1).dropFirst().first.map(String.init)
    #expect(PageAddress(path: "/search", rawQuery: query)["q"] == value)
    #expect(text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"'<>".utf8.contains($0) })
  }

  @Test func `a parameter is replaced, added and taken back`() {
    let address = PageAddress("/search", [("q", "otan"), ("f", "kind:news")])
    #expect(address.adding("f", "date:2023").all("f") == ["kind:news", "date:2023"])
    #expect(address.removing("f", "kind:news").text == "/search?q=otan")
    #expect(address.setting("q", "").text == "/search?f=kind:news")
  }

  @Test func `broken escapes and bytes that are no text are read as they stand`() {
    #expect(PageAddress(path: "/", rawQuery: "q=%zz%4")["q"] == "%zz%4")
    #expect(PageAddress(path: "/", rawQuery: "q=%ff")["q"] == "\u{FFFD}")
  }

  @Test(arguments: [
    ("fr-FR,fr;q=0.9,en;q=0.8", Language.french), ("en-US,en;q=0.5", .english),
    ("de;q=1, en;q=0.2, fr;q=0.1", .english),
    ("", .french), ("*", .french), ("en;q=0", .french), ("en;q=x", .english),
  ])
  func `the language is the one that the browser prefers`(header: String, language: Language) {
    #expect(Language(acceptLanguage: header) == language)
  }
}
