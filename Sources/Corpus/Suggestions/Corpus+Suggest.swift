public import EntenteSchema

extension Corpus {
  private static let longestPrefix = 1024
  private static let defaultSuggestions = 8
  private static let mostSuggestions = 50

  /// Returns completions of a partly typed query.
  public func suggest(
    _ request: SuggestRequest, _ cancellation: Cancellation = .none
  ) throws(CorpusError) -> SuggestResponse {
    try answer(request.minimumGeneration, cancellation) { () throws(CorpusError) in
      let limit = request.limit == 0 ? Self.defaultSuggestions : min(Int(request.limit), Self.mostSuggestions)
      guard request.prefix.utf8.count <= Self.longestPrefix else {
        throw .invalidArgument("prefix has \(request.prefix.utf8.count) bytes; the limit is \(Self.longestPrefix)")
      }
      let completion = Completion(index: index, spelling: spelling)
      return SuggestResponse(
        snapshot: reference, suggestions: try completion.complete(request.prefix, limit: limit, cancellation))
    }
  }

  /// How the documents write words.
  var spelling: Spelling { Spelling(index: index, snapshot: snapshot, finders: finders) }
}
