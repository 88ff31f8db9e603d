internal import EntenteExtraction

/// What was understood of documents before: it is taken over where understanding them again would give the same.
protocol EarlierKnowledge: Sendable {
  /// Nil for a document that has to be understood again.
  func knowledge(of input: InputDocument) -> DocumentKnowledge?
}
