/// Words that tell how an event is meant, by the kind that `events.tsv` gives them: `stage`, `there`, `modal`.
extension AnnotatedText {
  /// The first cue of a kind that begins at a token.
  func eventCue(_ kind: String, at token: Int) -> LexiconMatch? {
    // Most tokens begin none, which costs a bit test.
    guard categories(at: token).contains(.eventCue) else { return nil }
    for number in matchNumbers(at: token) where matches[number].category == .eventCue {
      if lexicon.kinds[matches[number].entry] == kind { return matches[number] }
    }
    return nil
  }

  /// Whether a preposition of a kind begins at a token: `at`, `between`, `by`, `of`, `toward`.
  func isEventPreposition(_ kind: String, at token: Int) -> Bool {
    guard categories(at: token).contains(.eventPreposition) else { return false }
    return matchNumbers(at: token).contains {
      matches[$0].category == .eventPreposition && lexicon.kinds[matches[$0].entry] == kind
    }
  }

  /// Whether a cue of a kind begins at one of some tokens.
  func hasEventCue(_ kind: String, in tokens: Range<Int>) -> Bool {
    firstEventCue(kind, in: tokens) != nil
  }

  /// The first cue of a kind that begins in a run of tokens.
  func firstEventCue(_ kind: String, in tokens: Range<Int>) -> LexiconMatch? {
    var rest = tokens
    while let token = firstToken(of: [.eventCue], in: rest) {
      if let cue = eventCue(kind, at: token) { return cue }
      rest = token + 1..<rest.upperBound
    }
    return nil
  }
}
