import EntenteTextAnalysis
import Testing

@testable import EntenteCorpus

@Suite struct PhraseCountsTests {
  @Test func `the counts of one phrase do not displace each other`() {
    let counts = PhraseCounts()
    let phrase = PhraseKey(LanguageProfile.french.exactPhrase("sans liquidation"))
    #expect(counts[phrase, 0] == nil)
    for document in 0..<2048 as Range<UInt32> { counts.insert(Int(document) + 1, phrase, document) }
    var kept = 0
    for document in 0..<2048 as Range<UInt32> {
      guard let count = counts[phrase, document] else { continue }
      #expect(count == Int(document) + 1)
      kept += 1
    }
    // One or two, as a rule, share a pair with two others.
    #expect(kept >= 2030)
    counts.insert(7, phrase, 5)
    #expect(counts[phrase, 5] == 7)
  }
}
