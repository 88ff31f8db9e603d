import Testing

@testable import EntenteExplorer

@Suite struct MarkupTests {
  @Test func `every character that means something in HTML is escaped`() {
    #expect(Markup("<a href='x'>\"&\"</a>").description == "&lt;a href=&#39;x&#39;&gt;&quot;&amp;&quot;&lt;/a&gt;")
  }

  @Test func `a quotation mark is escaped even where a combining accent follows it`() {
    // As one character with the accent, the mark would pass a table of characters and end an attribute.
    let hostile = "\"\u{301} onmouseover=\"\u{301}alert(1)"
    #expect(!Markup(hostile).description.unicodeScalars.contains("\""))
    #expect(!Markup("<\u{338}script>").description.unicodeScalars.contains("<"))
  }

  @Test func `control characters are replaced, but not line feeds`() {
    #expect(Markup("a\u{1B}[8m\u{0}\u{9B}\nb").description == "a\u{FFFD}[8m\u{FFFD}\u{FFFD}\nb")
  }

  @Test func `a text without marks is the text`() {
    #expect(MarkedText.html("l’Otan < 3", []).description == "l’Otan &lt; 3")
  }

  @Test func `overlapping marks share the stretch between them`() {
    let html = MarkedText.html(
      "abcdef", [TextMark(range: 0..<4, style: "one"), TextMark(range: 2..<6, style: "two")])
    #expect(
      html.description
        == #"<mark class="one">ab</mark><mark class="one two">cd</mark><mark class="two">ef</mark>"#)
  }

  @Test func `marks that leave the text or cut a character are left out`() {
    let text = "é"
    #expect(MarkedText.html(text, [TextMark(range: 0..<1, style: "x")]).description == "é")
    #expect(MarkedText.html(text, [TextMark(range: 0..<9, style: "x")]).description == "é")
    #expect(MarkedText.html(text, [TextMark(range: 0..<2, style: "x")]).description == #"<mark class="x">é</mark>"#)
  }

  @Test func `the innermost link wins, and titles are joined`() {
    let html = MarkedText.html(
      "ab",
      [
        TextMark(range: 0..<2, style: "m", link: "/wide", title: "un"),
        TextMark(range: 0..<1, style: "n", link: "/narrow", title: "deux\""),
      ])
    #expect(
      html.description
        == #"<a class="m n" href="/narrow" title="un · deux&quot;">a</a><a class="m" href="/wide" title="un">b</a>"#)
  }
}
