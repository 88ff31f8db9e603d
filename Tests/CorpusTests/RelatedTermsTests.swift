import Testing

@testable import EntenteCorpus

@Suite struct RelatedTermsTests {
  @Test func `related documents are looked for by the best terms that fit, and always by the best`() {
    #expect(Corpus.affordable([10, 20, 30], 60) == [0, 1, 2])
    #expect(Corpus.affordable([10, 60, 20, 30, 25], 60) == [0, 2, 3])
    #expect(Corpus.affordable([61, 1, 2], 60) == [0])
    #expect(Corpus.affordable([], 60) == [])
  }
}
