internal import EntenteSchema

/// What takes place though no word of the lexicon names it: `Un premier cours aura lieu à Oslo le 3 mai`.
extension EventTriggerReader {
  /// How long what takes place may be called, in tokens.
  private static let subject = 8

  /// The event of a sentence that has no other: with its day and its place.
  ///
  /// A pronoun takes up an encounter that was told before: `Elle aura lieu à Oslo`.
  func occurrence(in sentence: TextSentence) -> EventTrigger? {
    guard sentence.categories.contains(.eventCue), !tellsOfSport,
      !sentence.tokens.contains(where: { text.match(.eventNoun, at: $0) != nil }),
      let verb = sentence.tokens.lazy.compactMap({ place(at: $0) }).first
    else { return nil }
    let start = text.tokens[verb.lowerBound].bytes.lowerBound
    if facts.isInSpeech(start) || isNegated(verb, sentence) || isCancelled(verb, sentence) { return nil }
    if verb.lowerBound - sentence.tokens.lowerBound < 3, hasPronoun(before: verb, sentence) {
      return EventTrigger(type: "meeting", tokens: verb, determination: .demonstrative, isVerb: true)
    }
    guard hasDay(sentence), leadsToLand(verb, sentence), let subject = subject(before: verb, sentence) else {
      return nil
    }
    return EventTrigger(type: "other", tokens: subject.tokens, determination: subject.determination)
  }

  /// `les premières sessions`: which of them has the day, the sentence does not say.
  private func isPlural(_ determiner: LexiconMatch) -> Bool {
    text.bytes[text.bytes(of: determiner.tokens)].last == UInt8(ascii: "s")
  }

  private func place(at token: Int) -> Range<Int>? {
    text.matches(at: token).first { $0.category == .eventCue && text.entry($0).value(0) == "place" }?.tokens
  }

  /// The noun with its determiner that opens the clause of a verb, and what stands between.
  private func subject(
    before verb: Range<Int>, _ sentence: TextSentence
  ) -> (tokens: Range<Int>, determination: EventTrigger.Determination)? {
    var first: Int?
    var token = verb.lowerBound
    while token > sentence.tokens.lowerBound, verb.lowerBound - token < Self.subject {
      token -= 1
      if text.tokens[token].kind != .word || text.match(.eventBoundary, at: token) != nil { break }
      if let match = text.match(.eventDeterminer, at: token), match.tokens.upperBound < verb.lowerBound {
        first = token
      }
    }
    guard let first, let match = text.match(.eventDeterminer, at: first), !isPlural(match) else { return nil }
    let determination: EventTrigger.Determination =
      switch text.entry(match).value(0) {
      case "demonstrative": .demonstrative
      case "definite": .definite
      case "possessive": .possessive
      default: .indefinite
      }
    return (match.tokens.upperBound..<verb.lowerBound, determination)
  }
}
