import EntenteTextAnalysis
import Foundation
import Testing

@Suite struct QueryWordTests {
  private func strings(_ word: QueryWord) -> [String] { word.parts.map { String(decoding: $0.term, as: UTF8.self) } }

  @Test func `a compound has parts and a joined form`() {
    let word = LanguageProfile.french.queryWord("Indo-Pacifique")
    #expect(word.parts.map(\.position) == [0, 1])
    #expect(word.joined == LanguageProfile.french.queryWord("indopacifique").parts.first?.term)
    #expect(
      LanguageProfile.french.queryWord("porte-avions").joined
        == LanguageProfile.french.queryWord("porteavions").parts.first?.term)
  }

  @Test func `a stop word has no parts`() {
    #expect(LanguageProfile.french.queryWord("comment").isStopWord)
    #expect(LanguageProfile.french.queryWord("peut-on").parts.count == 1)
  }

  @Test func `english names lead to the french ones`() {
    #expect(LanguageProfile.french.equivalents.forms(of: "NATO").contains("otan"))
    #expect(LanguageProfile.french.equivalents.forms(of: "cyber defence").contains("cyberdéfense"))
    #expect(LanguageProfile.french.equivalents.forms(of: "WPS").contains("fps"))
    #expect(LanguageProfile.french.equivalents.forms(of: "sécurité").isEmpty)
    #expect(LanguageProfile.french.equivalents.forms(of: "Norway") == ["norvège"])
    #expect(LanguageProfile.french.equivalents.forms(of: "Saudi Arabia") == ["arabie saoudite"])
  }

  @Test func `no French word is taken for an English name`() throws {
    let names = try Self.lexicon("english-names.tsv").map { $0.split(separator: "\t").map(String.init) }
    #expect(names.allSatisfy { $0.count == 2 } && Set(names.map { $0[0] }).count == names.count)
    let forms = Set(names.flatMap { $0[1].split(separator: "|").map(String.init) })
    let french = try (Self.lexicon("related-words.txt") + Self.lexicon("french-forms.tsv")).flatMap {
      $0.split { " \t|/".contains($0) }.map(String.init)
    }
    for word in Set(french + forms) {
      let found = LanguageProfile.french.equivalents.forms(of: word)
      #expect(forms.isDisjoint(with: found) || forms.contains(word), "\(word) \(found)")
    }
  }

  private static func lexicon(_ name: String) throws -> [String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Sources/TextAnalysis/Lexicon")
    return try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\n").map(String.init)
      .filter { !$0.hasPrefix("#") }
  }
}
