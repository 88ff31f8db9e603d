import EntenteFileMapping
import EntenteTextAnalysis
import Testing

@testable import EntenteSearchIndex

@Suite struct ExactPhraseTests {
  /// Documents of stop words and others, their texts beside the index.
  private struct Library {
    let texts: [String]
    let index: IndexReader
    let profile: LanguageProfile

    init(_ texts: [String], profile: LanguageProfile = .french) throws {
      self.texts = texts
      self.profile = profile
      var builder = SegmentBuilder(firstDocument: 0, profile: profile)
      for text in texts { builder.add(title: "", body: text) }
      var sections: [String: ByteRegion] = [:]
      for (name, bytes) in try IndexWriter.sections(of: [builder.finish()], profile: profile) {
        sections[name] = ByteRegion(bytes)
      }
      index = try IndexReader(sections: sections)
    }

    var lookup: PhraseLookup {
      var finder = PhraseFinder(profile)
      return PhraseLookup { phrase in
        { document, _ in
          let bytes = Array(texts[Int(document)].utf8)
          return unsafe finder.count(phrase, in: bytes.span.bytes)
        }
      }
    }

    func search(_ phrase: String, limit: Int = 10) throws -> SearchResult {
      try index.search(.exactPhrase(profile.exactPhrase(phrase)), limit: limit, phrases: lookup)
    }

    func found(_ phrase: String) throws -> [UInt32] { try search(phrase).hits.map(\.document).sorted() }
  }

  private static let library = [
    "Un accord de défense lie les deux pays.", "Un accord sans défense ne vaut rien.", "Le chef quitte notre marine.",
    "Le chef de la marine part.", "Le chef d'État arrive.", "On ne sait où il va.", "Nous sommes là.",
    "Deux mille hommes.",
  ]

  @Test(
    arguments: [
      ("accord de défense", [0]), ("accord sans défense", [1]), ("chef de la marine", [3]), ("notre marine", [2]),
      ("la marine", [3]),
      ("chef d'état", [4]), ("chef l'état", []), ("où", [5]), ("sommes", [6]), ("nous sommes", [6]), ("ne", [1, 5]),
      ("deux", [0, 7]),
    ] as [(String, [UInt32])])
  func `a phrase has exactly its words`(example: (phrase: String, documents: [UInt32])) throws {
    #expect(try Library(Self.library).found(example.phrase) == example.documents)
  }

  @Test func `excluding a phrase keeps what only resembles it`() throws {
    let library = try Library(Self.library)
    let accord = LanguageProfile.french.queryWord("accord").parts[0].term
    let query = SearchQuery.boolean(
      must: [.term(accord)], should: [], mustNot: [.exactPhrase(library.profile.exactPhrase("accord de défense"))])
    #expect(try library.index.search(query, limit: 9, phrases: library.lookup).hits.map(\.document) == [1])
    #expect(try library.index.documents(matching: query, phrases: library.lookup) == [1])
  }

  @Test(arguments: [1, 2, 3]) func `phrases find what a reading of every text finds, best first`(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let words = ["le", "chef", "de", "la", "marine", "accord", "sans", "défense", "où", "sommes", "force", "notre"]
    let texts = (0..<500).map { _ in
      (0..<Int.random(in: 1...30, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }.joined(
        separator: " ")
    }
    let library = try Library(texts)
    for _ in 0..<40 {
      let phrase = (0..<Int.random(in: 1...4, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
        .joined(separator: " ")
      let exact = library.profile.exactPhrase(phrase)
      let query = SearchQuery.exactPhrase(exact)
      let expected = texts.indices.filter { " \(texts[$0]) ".contains(" \(phrase) ") }.map(UInt32.init)
      #expect(try library.index.documents(matching: query, phrases: library.lookup) == expected, "\(phrase)")
      let whole = try library.index.search(query, limit: 1000, phrases: library.lookup)
      #expect(whole.hits.map(\.document).sorted() == expected && whole.total == expected.count && whole.isExact)
      let best = try library.index.search(query, limit: 5, phrases: library.lookup)
      #expect(best.hits == Array(whole.hits.prefix(5)), "\(phrase)")
      #expect(best.total <= expected.count && (best.total == expected.count || !best.isExact))
    }
  }

  @Test func `a rare stop word is indexed, a common one is not, and both are found`() throws {
    let texts = (0..<320).map { $0 == 200 ? "voici où aller" : "voici le mot \($0)" }
    let library = try Library(texts)
    #expect(try library.index.entry([1] + Array("ou".utf8))?.documentFrequency == 1)
    #expect(try library.index.entry([1] + Array("le".utf8)) == nil)
    #expect(try library.found("où") == [200])
    #expect(try library.search("le").hits.count == 10)
  }

  @Test func `where a segment ends does not show in what is known of stop words`() throws {
    let texts = (0..<100).map { "le mot où il va \($0) " + ($0 % 30 == 0 ? "sommes" : "de") }
    func sections(cut: Int) throws -> [[UInt8]] {
      var segments: [Segment] = []
      var builder = SegmentBuilder(firstDocument: 0)
      for (number, text) in texts.enumerated() {
        if number > 0, number % cut == 0 {
          segments.append(builder.finish())
          builder.begin(firstDocument: UInt32(number))
        }
        builder.add(title: "", body: text)
      }
      segments.append(builder.finish())
      return try IndexWriter.sections(of: segments).map(\.bytes)
    }
    let whole = try sections(cut: 1000)
    for cut in [1, 7, 50] { #expect(try sections(cut: cut) == whole) }
  }

  @Test func `an index names its language, and another one is refused by name`() throws {
    let library = try Library(["the ships of the navy"], profile: .neutral)
    #expect(library.index.profile == .neutral)
    #expect(try library.index.search(.term(Array("ships".utf8)), limit: 1).total == 1)
    #expect(try library.index.search(.term(Array("the".utf8)), limit: 1).total == 1)
    var sections: [String: ByteRegion] = [:]
    for (name, bytes) in try IndexWriter.sections(of: [SegmentBuilder(firstDocument: 0).emptied()]) {
      let name = name
      var bytes = bytes
      if name == "header" { bytes.replaceSubrange(bytes.count - 4..<bytes.count, with: Array("xx-9".utf8)) }
      sections[name] = ByteRegion(bytes)
    }
    #expect(throws: IndexError.unknownProfile("xx-9")) { try IndexReader(sections: sections) }
  }
}

extension SegmentBuilder {
  fileprivate func emptied() -> Segment {
    var builder = self
    return builder.finish()
  }
}
