import EntenteTextAnalysis
import Testing

@testable import EntenteSearchIndex

@Suite struct QuestionRankingTests {
  private static let words = RandomCorpus.words.map { SearchTests.term($0) }

  private static func question(_ random: inout SplitMix64) -> [QuestionWord] {
    var question: [QuestionWord] = []
    for term in words.shuffled(using: &random).prefix(Int.random(in: 1...6, using: &random)) {
      let related = words.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random)).filter { $0 != term }
      question.append(QuestionWord(term: term, count: Int.random(in: 1...2, using: &random), related: related))
    }
    // One that no document holds, and that means the same as one that some do.
    question.append(QuestionWord(term: Array("inconnu".utf8), related: [words[Int.random(in: 0..<60, using: &random)]]))
    return question
  }

  /// What the definition adds to the score of a document, found without an index.
  private static func bonus(
    _ question: [QuestionWord], _ unfit: [[UInt8]], _ document: SearchTests.Analysed, _ corpus: [SearchTests.Analysed]
  ) -> Float {
    let scoring = BM25(documentCount: corpus.count, totalLength: corpus.reduce(0) { $0 + UInt64($1.length) })
    let length = QuantisedLength.encode(Int(document.length))
    func occurrences(_ term: [UInt8]) -> Float {
      Float((document.positions[term] ?? []).count) + (document.titleTerms.contains(term) ? Float(BM25.titleWeight) : 0)
    }
    func frequency(_ term: [UInt8]) -> Int { corpus.count { $0.positions[term] != nil } }
    let asked = Set(question.map(\.term))
    var sum: Float = 0
    var places: [(position: UInt32, term: [UInt8], idf: Float)] = []
    for word in question {
      let related = word.related.filter { !asked.contains($0) }
      let own = frequency(word.term)
      let rarity = own > 0 ? own : related.map(frequency).max() ?? 0
      guard rarity > 0 else { continue }
      let idf = BM25.idf(documentFrequency: rarity, documentCount: corpus.count)
      let held = occurrences(word.term)
      let more = held + 0.7 * related.reduce(0) { $0 + occurrences($1) }
      let gain = scoring.saturation(more, length: length) - scoring.saturation(held, length: length)
      sum += idf * Float(word.count) * (BM25.k1 + 1) * gain
      let positions = (document.positions[word.term] ?? []).sorted()
      if let first = positions.first { sum += idf / (1 + Float(first) / 15) }
      places += positions.prefix(64).map { ($0, word.term, idf) }
    }
    let closeness = places.map { first in
      let near = places.filter { $0.position >= first.position && $0.position <= first.position + 15 }
      return Dictionary(near.map { ($0.term, $0.idf) }, uniquingKeysWith: { $1 }).values.reduce(0, +)
    }.max()
    let isFit = !unfit.contains { (document.positions[$0] ?? []).contains(0) }
    return sum + 0.8 * (closeness ?? 0) + (unfit.isEmpty || !isFit ? 0 : 1.5)
  }

  @Test(arguments: [1, 2, 3]) func `the best documents are ranked once more as the definition says`(
    seed: UInt64
  ) throws {
    let corpus = RandomCorpus(seed: seed, count: 120)
    let index = try corpus.index()
    let documents = corpus.documents.map { SearchTests.Analysed($0.title, $0.body) }
    var random = SplitMix64(state: seed)
    for _ in 0..<12 {
      let question = Self.question(&random)
      let query = SearchQuery.boolean(must: [], should: question.map { .term($0.term) }, mustNot: [])
      let hits = try index.search(query, limit: 30).hits
      let unfit = Array(Self.words.prefix(Int.random(in: 0...2, using: &random)))
      let ranked = try index.rerank(hits, for: question, unfitOpenings: unfit)
      #expect(ranked.dropFirst(20) == hits.dropFirst(20))
      #expect(Set(ranked.map(\.document)) == Set(hits.map(\.document)))
      let before = Dictionary(uniqueKeysWithValues: hits.map { ($0.document, $0.score) })
      for hit in ranked.prefix(20) {
        let expected =
          (before[hit.document] ?? 0) + Self.bonus(question, unfit, documents[Int(hit.document)], documents)
        #expect(abs(hit.score - expected) < 0.001, "document \(hit.document)")
      }
      let order = ranked.prefix(20).map(\.score)
      #expect(order == order.sorted(by: >))
    }
  }

  @Test func `a document that speaks of it first, in one place, or in related words comes first`() throws {
    let filler = (0..<40).map { "bla\($0)" }.joined(separator: " ")
    let texts = [
      "\(filler) préavis \(filler) départ", "préavis \(filler) départ \(filler)", "\(filler) préavis départ \(filler)",
    ]
    var builder = SegmentBuilder(firstDocument: 0)
    for text in texts { builder.add(title: "", body: text) }
    let index = try RandomCorpus.index(of: [builder.finish()])
    let question = ["préavis", "départ"].map { QuestionWord(term: SearchTests.term($0)) }
    let hits = (0..<3).map { Hit(document: $0, score: 1) }
    #expect(try index.rerank(hits, for: question).map(\.document) == [2, 1, 0])
    let alone = [QuestionWord(term: Array("congé".utf8), related: [SearchTests.term("bla7")])]
    #expect(try index.rerank(hits, for: alone).allSatisfy { $0.score > 1 })
    #expect(try index.rerank(hits, for: [QuestionWord(term: Array("rien".utf8))]) == hits)
    #expect(try index.rerank([], for: question).isEmpty)
    // The second document begins with a word that no answer begins with.
    let opening = [SearchTests.term("préavis")]
    #expect(try index.rerank(hits, for: [], unfitOpenings: opening).map(\.document) == [0, 2, 1])
  }
}
