package import EntenteSchema

/// Completions of a query over the shards of a corpus.
package struct MergedSuggestions {
  private let request: SuggestRequest
  private let corpus: SnapshotReference
  private let completion: Completion

  /// - Throws: `CorpusError.invalidArgument`.
  package init(_ request: SuggestRequest, of corpus: SnapshotReference) throws(CorpusError) {
    self.request = request
    self.corpus = corpus
    completion = try Completion(of: request)
  }

  /// What is asked of every shard.
  package var shardRequest: ShardSuggestRequest { ShardSuggestRequest(corpusID: corpus.id, request: request) }

  /// Brings the answers of all shards together.
  package func response(_ answers: [ShardSuggestResponse]) throws(ShardFault) -> SuggestResponse {
    let candidates = answers.first?.candidates ?? []
    guard answers.allSatisfy({ $0.candidates.map(\.documentCount) == candidates.map(\.documentCount) }) else {
      throw ShardFault("it completes the query otherwise than the other shards do")
    }
    do throws(CorpusError) {
      let suggestions = try completion.suggestions(candidates.map { Int(clamping: $0.documentCount) }) { number in
        Spelling.word(answers.flatMap { $0.candidates[number].sightings })
      }
      return SuggestResponse(snapshot: corpus, suggestions: suggestions)
    } catch {
      throw ShardFault("\(error)")
    }
  }
}
