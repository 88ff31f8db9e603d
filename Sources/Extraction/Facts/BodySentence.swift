extension AnnotatedText {
  /// A longer run without a full stop is a list or a damaged text, and tells of nothing that one could cite.
  private static let longestSentence = 300

  /// Whether a sentence belongs to the body: not to a title, a heading or boilerplate.
  func isBody(_ sentence: TextSentence) -> Bool {
    guard sentence.tokens.count <= Self.longestSentence else { return false }
    let kind = blocks[sentence.block].kind
    return kind == .paragraph || kind == .listItem
  }
}
