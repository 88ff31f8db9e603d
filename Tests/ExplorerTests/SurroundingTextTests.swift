import Testing

@testable import EntenteExplorer

@Suite struct SurroundingTextTests {
  /// What stands around the words in brackets.
  private static func context(_ marked: String) throws -> SurroundingText {
    let start = try #require(marked.utf8.firstIndex(of: UInt8(ascii: "[")))
    let end = try #require(marked.utf8.firstIndex(of: UInt8(ascii: "]")))
    let offset = marked.utf8.distance(from: marked.utf8.startIndex, to: start)
    let length = marked.utf8.distance(from: start, to: end) - 1
    let text = marked.replacing("[", with: "").replacing("]", with: "")
    return SurroundingText(of: offset..<(offset + length), in: Array(text.utf8))
  }

  @Test(arguments: [
    (
      "Il est venu. Il a évoqué un « [grand défi] » posé par la Chine. Puis il est parti.", "Il a évoqué un",
      "posé par la Chine."
    ),
    ("M. Stoltenberg a parlé : « [Oui] », a-t-il dit\nAutre ligne.", "M. Stoltenberg a parlé :", ", a-t-il dit"),
    ("Titre\n« [Oui] »", "", ""), ("\"[Oui]\" !", "", "!"), ("[Oui]", "", ""),
  ])
  func `it is the rest of the sentence`(marked: String, before: String, after: String) throws {
    let context = try Self.context(marked)
    #expect(context.before == before && context.after == after)
  }

  @Test func `a long sentence is cut between words, whatever its characters take`() throws {
    for shift in 0..<4 {
      let long = String(repeating: "x", count: shift) + String(repeating: " été 日本", count: 100)
      let context = try Self.context("\(long) [Oui] \(long)")
      for (text, isCut) in [
        (context.before, context.before.hasPrefix("…")), (context.after, context.after.hasSuffix("…")),
      ] {
        #expect(isCut && text.utf8.count <= SurroundingText.reach + 4 && !text.contains("\u{FFFD}"))
      }
    }
  }

  @Test func `a span beyond the text has nothing around it`() {
    let context = SurroundingText(of: 90..<100, in: Array("Oui.".utf8))
    #expect(context.after.isEmpty)
  }
}
