public import EntenteSchema
internal import EntenteSearchIndex

extension Corpus {
  /// Returns completions of a partly typed query.
  public func suggest(
    _ request: SuggestRequest, _ cancellation: Cancellation = .none
  ) throws(CorpusError) -> SuggestResponse {
    try answer(request.minimumGeneration, cancellation) { () throws(CorpusError) in
      try requireWhole()
      let completion = try Completion(of: request)
      let candidates = try completion.candidates(index)
      let frequencies = candidates.map(\.documentFrequency)
      let suggestions = try completion.suggestions(frequencies) { (number) throws(CorpusError) in
        try cancellation.check()
        return try spelling.word(of: candidates[number].term, cancellation)
      }
      return SuggestResponse(snapshot: reference, suggestions: suggestions)
    }
  }

  /// How the documents write words.
  var spelling: Spelling { Spelling(index: index, snapshot: snapshot, finders: finders) }
}
