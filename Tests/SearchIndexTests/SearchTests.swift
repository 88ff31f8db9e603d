import EntenteFileMapping
import EntenteTextAnalysis
import Foundation
import Testing

@testable import EntenteSearchIndex

@Suite struct SearchTests {
  /// What a document is, found without an index: the positions of each term.
  struct Analysed {
    var positions: [[UInt8]: [UInt32]] = [:]
    var titleTerms: Set<[UInt8]> = []
    var length: UInt32 = 0

    init(_ title: String, _ body: String) {
      let titleEnd = add(title, from: 0, isTitle: true)
      length = add(body, from: titleEnd == 0 ? 0 : titleEnd + 8, isTitle: false)
    }

    private mutating func add(_ text: String, from start: UInt32, isTitle: Bool) -> UInt32 {
      var analyzer = Analyzer()
      var tokens: [Token] = []
      let bytes = Array(text.utf8)
      unsafe analyzer.analyze(bytes.span.bytes, into: &tokens)
      var end = start
      for token in tokens {
        let term = Array(analyzer.term(Int(token.term)))
        positions[term, default: []].append(start + token.position)
        if isTitle { titleTerms.insert(term) }
        end = start + token.position + 1
      }
      return end
    }
  }

  static func term(_ word: String) -> [UInt8] { LanguageProfile.french.queryWord(word).parts[0].term }

  /// Whether a document matches, by the definition of the query.
  static func matches(_ query: SearchQuery, _ document: Analysed) -> Bool {
    switch query {
    case .term(let term): document.positions[term] != nil
    case .phrase(let slots):
      (document.positions[slots[0].term] ?? []).contains { first in
        slots.allSatisfy { slot in
          (document.positions[slot.term] ?? []).contains(first - slots[0].position + slot.position)
        }
      }
    case .boolean(let must, let should, let mustNot):
      must.allSatisfy { matches($0, document) } && !mustNot.contains { matches($0, document) }
        && (!must.isEmpty || should.isEmpty || should.contains { matches($0, document) })
    case .prefix(let prefix): document.positions.keys.contains { $0.starts(with: prefix) }
    case .weighted(let inner, _): matches(inner, document)
    case .all: true
    default: false
    }
  }

  static func randomQuery(_ random: inout SplitMix64, depth: Int = 2) -> SearchQuery {
    func word() -> [UInt8] { term(RandomCorpus.words.randomElement(using: &random) ?? "") }
    func queries(_ range: ClosedRange<Int>) -> [SearchQuery] {
      (0..<Int.random(in: range, using: &random)).map { _ in randomQuery(&random, depth: depth - 1) }
    }
    switch Int.random(in: 0..<(depth == 0 ? 3 : 7), using: &random) {
    case 0: return .term(word())
    case 1: return .phrase([PhraseSlot(term: word(), position: 0), PhraseSlot(term: word(), position: 1)])
    case 2: return .prefix(Array("mot".utf8))
    case 3: return .boolean(must: queries(1...3), should: [], mustNot: [])
    case 6: return .weighted(randomQuery(&random, depth: depth - 1), 0.7)
    case 4: return .boolean(must: [], should: queries(1...3), mustNot: queries(0...1))
    default: return .boolean(must: queries(1...2), should: queries(0...2), mustNot: queries(0...1))
    }
  }

  @Test(arguments: [1, 2, 3, 4])
  func `every query finds what its definition says, and ranks it the same at every limit`(
    seed: UInt64
  ) throws {
    let corpus = RandomCorpus(seed: seed, count: 700)
    let index = try corpus.index()
    let documents = corpus.documents.map { Analysed($0.title, $0.body) }
    let scorer = ExhaustiveScorer(documents)
    var random = SplitMix64(state: seed &* 77)
    for _ in 0..<60 {
      let query = Self.randomQuery(&random)
      let expected = documents.indices.filter { Self.matches(query, documents[$0]) }.map(UInt32.init)
      let whole = try index.search(query, limit: 700)
      let found = try index.documents(matching: query)
      #expect(found == expected, "\(query)")
      #expect(whole.hits.map(\.document).sorted() == expected)
      #expect(whole.total == expected.count)
      let ranked = whole.hits.sorted { ($0.score, $1.document) > ($1.score, $0.document) }
      #expect(whole.hits == ranked)
      for hit in whole.hits {
        #expect(hit.score == BM25.value(scorer.score(query, Int(hit.document))), "\(query)")
      }
      try expectSameBest(query, whole.hits, index)
    }
  }

  /// Whatever a search leaves out, the best are the best of all.
  func expectSameBest(_ query: SearchQuery, _ whole: [Hit], _ index: IndexReader) throws {
    for limit in [0, 1, 3, 10] {
      let counted = try index.search(query, limit: limit)
      #expect(counted.hits == Array(whole.prefix(limit)), "\(query)")
      #expect(counted.total == whole.count)
      #expect(counted.isExact)
      for count in [0, 70] {
        let fast = try index.search(query, limit: limit, counting: count)
        #expect(fast.hits == Array(whole.prefix(limit)), "\(query)")
        #expect(fast.isExact ? fast.total == whole.count : fast.total <= whole.count)
        #expect(fast.total >= min(count, whole.count))
      }
    }
  }

  /// Queries of the forms that have a search of their own, over lists of many blocks and several windows.
  @Test(arguments: [31, 32]) func `the best of long lists are the best of all`(seed: UInt64) throws {
    let corpus = RandomCorpus(seed: seed, count: 9000)
    let index = try corpus.index()
    var random = SplitMix64(state: seed)
    for _ in 0..<40 {
      let words = (0..<Int.random(in: 2...4, using: &random)).map { _ in
        Self.term(RandomCorpus.words.randomElement(using: &random) ?? "")
      }
      let slots = words.enumerated().map { PhraseSlot(term: $1, position: UInt32($0)) }
      for query in [
        .boolean(must: words.map { .term($0) }, should: [], mustNot: []),
        .boolean(must: [], should: words.map { .term($0) }, mustNot: []), .phrase(Array(slots.prefix(2))),
      ] as [SearchQuery] {
        // The exclusion of nothing is answered by the tree of cursors, which scores every match.
        let tree = SearchQuery.boolean(must: [query], should: [], mustNot: [.none])
        let whole = try index.search(tree, limit: 9000)
        #expect(!whole.hits.isEmpty)
        try expectSameBest(query, whole.hits, index)
      }
    }
  }

  @Test(arguments: [21, 22, 23]) func `the best documents of a term are those of all its documents, at every limit`(
    seed: UInt64
  ) throws {
    let index = try RandomCorpus(seed: seed, count: 3000).index()
    for word in RandomCorpus.words {
      let term = Self.term(word)
      let whole = try index.search(.boolean(must: [.term(term)], should: [], mustNot: []), limit: 3000)
      for limit in [0, 1, 3, 10, 100, 3000] {
        let top = try index.search(.term(term), limit: limit)
        #expect(top.hits == Array(whole.hits.prefix(limit)))
        #expect(top.total == whole.total)
      }
    }
  }

  @Test func `a term is scored by the formula of BM25`() throws {
    let corpus = RandomCorpus(seed: 9, count: 300)
    let index = try corpus.index()
    let documents = corpus.documents.map { Analysed($0.title, $0.body) }
    let mean = Float(documents.reduce(0) { $0 + Int($1.length) }) / 300
    for word in RandomCorpus.words.prefix(20) {
      let term = Self.term(word)
      let holders = documents.filter { $0.positions[term] != nil }
      for hit in try index.search(.term(term), limit: 300).hits {
        let document = documents[Int(hit.document)]
        let titleWeight: Float = document.titleTerms.contains(term) ? 3 : 0
        let frequency: Float = Float(document.positions[term]?.count ?? 0) + titleWeight
        let count = Double(holders.count)
        let rarity: Double = 1 + (300 - count + 0.5) / (count + 0.5)
        // Lengths are quantised, in steps of at most an eighth.
        let idf = Float(log(rarity))
        func score(_ length: Float) -> Float {
          let norm: Float = 2 * (0.1 + 0.9 * length / mean)
          return idf * frequency * 3 / (frequency + norm)
        }
        let (greatest, least) = (score(Float(document.length) * 0.87), score(Float(document.length)))
        #expect(hit.score <= greatest * 1.0001)
        #expect(hit.score >= least * 0.9999)
      }
    }
  }

  @Test func `how the documents were cut into segments does not show`() throws {
    let corpus = RandomCorpus(seed: 5, count: 500)
    let whole = try corpus.sections(1)
    for pieces in [2, 3, 7] {
      let cut = try corpus.sections(pieces)
      #expect(cut == whole)
    }
  }

  @Test func `terms are found by prefix and by edit distance`() throws {
    let index = try RandomCorpus(seed: 6, count: 300).index()
    let prefixed = try index.terms(withPrefix: Array("mota".utf8), limit: 10)
    #expect(!prefixed.isEmpty)
    #expect(prefixed.allSatisfy { $0.term.starts(with: Array("mota".utf8)) })
    let exact = Self.term(RandomCorpus.words[0])
    let near = try index.terms(near: Array(exact.dropLast()), distance: 1, limit: 50).map(\.term)
    #expect(near.contains(exact))
    let far = try index.terms(near: Array("motzzzzzz".utf8), distance: 1, limit: 50)
    #expect(far.isEmpty)
  }

  @Test func `an empty corpus has an index in which nothing is found`() throws {
    let sections = Dictionary(
      uniqueKeysWithValues: try IndexWriter.sections(of: []).map { ($0.name, ByteRegion($0.bytes)) })
    let index = try IndexReader(sections: sections)
    let result = try index.search(.term([0x61]), limit: 10)
    #expect(result.hits.isEmpty)
    let all = try index.search(.all, limit: 10)
    #expect(all.total == 0)
  }
}
