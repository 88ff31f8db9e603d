import EntenteFileMapping
import EntenteSearchIndex
import Testing

@Suite struct DamageTests {
  let sections: [String: [UInt8]]

  init() throws { sections = try RandomCorpus(seed: 11, count: 300).sections() }

  /// Uses everything that the index offers; damage may only be an error or another answer.
  func use(_ sections: [String: [UInt8]]) {
    guard let index = try? IndexReader(sections: sections.mapValues { ByteRegion($0) }) else { return }
    let words = RandomCorpus.words.prefix(6).map { SearchTests.term($0) }
    for word in words { _ = try? index.search(.term(word), limit: 10) }
    _ = try? index.search(
      .phrase([PhraseSlot(term: words[0], position: 0), PhraseSlot(term: words[1], position: 1)]), limit: 10)
    _ = try? index.search(
      .boolean(must: [.term(words[0])], should: [.prefix(Array("mot".utf8))], mustNot: [.term(words[2])]), limit: 10)
    _ = try? index.terms(near: words[0], distance: 2, limit: 10)
    let question = [
      QuestionWord(term: words[0], related: [words[3]]), QuestionWord(term: words[1], related: [words[4]]),
    ]
    if let hits = try? index.search(.all, limit: 40).hits {
      _ = try? index.rerank(hits, for: question, unfitOpenings: [words[2]])
    }
  }

  @Test func `every truncation of every section is an error or an answer`() {
    for (name, bytes) in sections {
      for end in stride(from: 0, to: bytes.count, by: max(bytes.count / 60, 1)) {
        var damaged = sections
        damaged[name] = Array(bytes[..<end])
        use(damaged)
      }
    }
  }

  @Test func `flipped bits in every section are an error or an answer`() {
    for (name, bytes) in sections {
      for index in stride(from: 0, to: bytes.count, by: max(bytes.count / 150, 1)) {
        var damaged = sections
        damaged[name]?[index] ^= 1 << UInt8(index % 8)
        use(damaged)
      }
    }
  }

  @Test func `a missing section is named`() {
    for name in sections.keys {
      var incomplete = sections.mapValues { ByteRegion($0) }
      incomplete[name] = nil
      let given = incomplete
      #expect(throws: IndexError.damaged(section: name, offset: 0, reason: "it is missing")) {
        try IndexReader(sections: given)
      }
    }
  }
}
