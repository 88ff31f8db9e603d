/// Words that tell how an event is meant, by the kind that `events.tsv` gives them: `stage`, `there`, `modal`.
extension AnnotatedText {
  /// The first cue of a kind that begins at a token.
  func eventCue(_ kind: String, at token: Int) -> LexiconMatch? {
    // Most tokens begin none, which costs a bit test.
    guard categories(at: token).contains(.eventCue) else { return nil }
    return matches(at: token).first { $0.category == .eventCue && entry($0).value(0) == kind }
  }

  /// Whether a cue of a kind begins at one of some tokens.
  func hasEventCue(_ kind: String, in tokens: Range<Int>) -> Bool {
    tokens.contains { eventCue(kind, at: $0) != nil }
  }
}
