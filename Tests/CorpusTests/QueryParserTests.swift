import EntenteCorpus
import Testing

@Suite struct QueryParserTests {
  private func offset(_ text: String) -> Int? {
    do throws(QuerySyntaxError) {
      _ = try QueryParser.parse(text)
      return nil
    } catch {
      return error.offset
    }
  }

  @Test func `words are alternatives`() throws {
    let query = try QueryParser.parse("cyber défense")
    #expect(
      query.expression
        == .group(required: [], optional: [.word("cyber", at: 0..<5), .word("défense", at: 6..<13)], excluded: []))
  }

  @Test(arguments: ["a AND b", "a ET b", "+a +b"])
  func `words can be required`(text: String) throws {
    guard case .group(let required, let optional, let excluded)? = try QueryParser.parse(text).expression else {
      Issue.record("no group")
      return
    }
    #expect(required.count == 2 && optional.isEmpty && excluded.isEmpty)
  }

  @Test(arguments: ["a NOT b", "a SAUF b", "a -b", "a AND NOT b", "a -(b)"])
  func `words can be excluded`(text: String) throws {
    guard case .group(_, _, let excluded)? = try QueryParser.parse(text).expression else {
      Issue.record("no group")
      return
    }
    #expect(excluded.count == 1)
  }

  @Test(arguments: ["permis B+E", "a (b)+c", "a (b)-c", "\"a b\"-c", "voiture+caution"])
  func `a sign joined to what precedes it is none`(text: String) throws {
    guard case .group(let required, _, let excluded)? = try QueryParser.parse(text).expression else {
      Issue.record("no group")
      return
    }
    #expect(required.isEmpty && excluded.isEmpty)
  }

  @Test func `AND binds tighter than OR`() throws {
    guard case .group(_, let optional, _)? = try QueryParser.parse("a OR b AND c").expression else {
      Issue.record("no group")
      return
    }
    #expect(optional.count == 2)
    guard case .group(let required, _, _) = optional[1] else {
      Issue.record("no chain")
      return
    }
    #expect(required.count == 2)
  }

  @Test(arguments: ["\"sécurité maritime\"", "« sécurité maritime »", "“sécurité maritime”"])
  func `phrases take every kind of quotation mark`(text: String) throws {
    guard case .phrase(let words, _)? = try QueryParser.parse(text).expression else {
      Issue.record("no phrase")
      return
    }
    #expect(words.split(separator: " ").count == 2)
  }

  @Test func `hyphens, apostrophes and dots stay inside words`() throws {
    #expect(try QueryParser.parse("Indo-Pacifique").expression == .word("Indo-Pacifique", at: 0..<14))
    #expect(try QueryParser.parse("l’OTAN").expression == .word("l’OTAN", at: 0..<6))
    #expect(try QueryParser.parse("O.T.A.N.").expression == .word("O.T.A.N.", at: 0..<8))
  }

  @Test func `prefixes and near words are read`() throws {
    #expect(try QueryParser.parse("cyber*").expression == .prefix("cyber", at: 0..<6))
    #expect(try QueryParser.parse("Stoltemberg~").expression == .fuzzy("Stoltemberg", edits: 2, at: 0..<12))
    #expect(try QueryParser.parse("chat~1").expression == .fuzzy("chat", edits: 1, at: 0..<6))
  }

  @Test func `filters are set aside`() throws {
    let query = try QueryParser.parse("japon kind:news person:\"David van Weel\" -source:nato date:2023-07..2024")
    #expect(query.filters.map(\.field) == [.kind, .person, .source, .date])
    #expect(query.filters.map(\.value) == ["news", "David van Weel", "nato", "2023-07..2024"])
    #expect(query.filters.map(\.isExcluded) == [false, false, true, false])
    #expect(query.expression == .word("japon", at: 0..<5))
    #expect(try QueryParser.parse("kind:news").expression == nil)
    #expect(try QueryParser.parse("kind:news AND japon").expression == .word("japon", at: 14..<19))
  }

  @Test(arguments: [
    "Comment déclarer ses revenus ?", "Impôt : quel barème ?",
    "RSA (revenu de solidarité active) : qui peut l'obtenir ?", "Peut-on, en 2024, voter ?", "a ... b – c",
  ])
  func `questions are plain words`(text: String) throws {
    #expect(try QueryParser.parse(text).filters.isEmpty)
  }

  @Test func `errors name the character`() {
    #expect(offset("japon \"paix") == 6)
    #expect(offset("a (b c") == 2)
    #expect(offset("a b)") == 3)
    #expect(offset("a *") == 2)
    #expect(offset("a AND") == 2)
    #expect(offset("japon persone:Kishida") == 6)
    #expect(offset("") == 0)
    #expect(offset("? !") == 0)
    #expect(offset("a " + String(repeating: "b", count: 300) + "~") == 2)
  }

  @Test func `size and depth are bounded`() {
    #expect(offset(String(repeating: "a", count: 1 << 20)) != nil)
    #expect(offset(String(repeating: "a ", count: 10_000)) != nil)
    #expect(offset(String(repeating: "(", count: 20_000)) == QueryParser.maximumDepth)
    #expect(offset(String(repeating: "(", count: 30) + "a" + String(repeating: ")", count: 30)) == nil)
  }

  @Test func `any text parses or fails within itself`() {
    let pieces = [
      "a", "é", " ", "\"", "«", "»", "(", ")", "+", "-", "*", "~", "~3", ":", "kind:", "AND", "OR", "NOT", "date:", "…",
      "😀", "'", ".",
    ]
    var state: UInt64 = 11
    for _ in 0..<3_000 {
      var text = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      if let place = offset(text) { #expect(place >= 0 && place <= text.count) }
    }
  }
}
