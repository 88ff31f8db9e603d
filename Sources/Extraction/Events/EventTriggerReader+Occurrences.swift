internal import EntenteSchema

/// What takes place though no word of the lexicon names it: `Un premier cours aura lieu à Oslo le 3 mai`.
extension EventTriggerReader {
  /// How long what takes place may be called, in tokens.
  private static let subject = 8
  /// How long its apposition may be.
  private static let apposition = 24

  /// The event of a sentence that has no other: with its day and its place.
  ///
  /// A pronoun takes up an encounter that was told before: `Elle aura lieu à Oslo`.
  func occurrence(in sentence: TextSentence) -> EventTrigger? {
    guard sentence.categories.contains(.eventCue), !tellsOfSport,
      !sentence.categories.contains(.eventNoun),
      let verb = text.firstEventCue("place", in: sentence.tokens)?.tokens
    else { return nil }
    let start = text.tokens[verb.lowerBound].bytes.lowerBound
    if facts.isInSpeech(start) || isNegated(verb, sentence) || isCancelled(verb, sentence) { return nil }
    if verb.lowerBound - sentence.tokens.lowerBound < 3, hasPronoun(before: verb, sentence) {
      return EventTrigger(type: "meeting", tokens: verb, determination: .demonstrative, isVerb: true)
    }
    guard hasDay(sentence), let subject = subject(before: verb, sentence) else {
      return nil
    }
    // `Le second s'est tenu à Oslo`: of what, stands in the sentence before.
    if subject.tokens.allSatisfy({ text.match(.dateOrdinal, at: $0) != nil }) {
      guard let number = text.sentence(ofToken: verb.lowerBound), number > 0,
        let type = shared(in: text.sentences[number - 1]), text.sentences[number - 1].block == sentence.block
      else { return nil }
      return EventTrigger(type: type, tokens: verb, determination: .none, isVerb: true)
    }
    // `Le conseil d'administration se tiendra jeudi`
    if text.eventCue("body", at: subject.tokens.lowerBound) != nil {
      return EventTrigger(type: "meeting", tokens: subject.tokens, determination: subject.determination)
    }
    return EventTrigger(type: "other", tokens: subject.tokens, determination: subject.determination)
  }

  private static let shared: Set<String> = ["exercise", "conference", "symposium", "summit", "dialogue", "debate"]

  /// `Vingt spécialistes y ont pris part en novembre`: in what the sentence before names.
  func partaking(in sentence: TextSentence) -> EventTrigger? {
    guard sentence.categories.contains(.eventCue), hasDay(sentence),
      let there = text.firstEventCue("there", in: sentence.tokens)?.tokens.lowerBound,
      let verb = (there + 1..<max(there + 1, min(there + 4, sentence.tokens.upperBound))).first(where: {
        text.eventCue("partake", at: $0) != nil
      }),
      !facts.isInSpeech(text.tokens[verb].bytes.lowerBound), !isNegated(verb..<verb + 1, sentence),
      let number = text.sentence(ofToken: there), number > 0, text.sentences[number - 1].block == sentence.block
    else { return nil }
    guard let type = shared(in: text.sentences[number - 1]) else { return nil }
    return EventTrigger(type: type, tokens: verb..<verb + 1, determination: .none, isVerb: true)
  }

  /// The last event that a sentence names, of those in which many take part.
  private func shared(in sentence: TextSentence) -> String? {
    sentence.tokens.lazy.compactMap { text.match(.eventNoun, at: $0) }.map { text.entry($0).value(0) }
      .last { Self.shared.contains($0) }
  }

  /// `les premières sessions`: which of them has the day, the sentence does not say.
  private func isPlural(_ determiner: LexiconMatch) -> Bool {
    text.bytes[text.bytes(of: determiner.tokens)].last == UInt8(ascii: "s")
  }

  /// The noun with its determiner that opens the clause of a verb, and what stands between.
  private func subject(
    before verb: Range<Int>, _ sentence: TextSentence
  ) -> (tokens: Range<Int>, determination: EventTrigger.Determination)? {
    var first: Int?
    var token = subjectEnd(before: verb, sentence)
    let end = token
    while token > sentence.tokens.lowerBound, end - token < Self.subject {
      token -= 1
      if text.tokens[token].kind != .word || text.match(.eventBoundary, at: token) != nil { break }
      if let match = text.match(.eventDeterminer, at: token), match.tokens.upperBound < end {
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
    let tokens = match.tokens.upperBound..<end
    return (tokens, determination)
  }

  /// `La cérémonie, présidée par Anna Holm, aura lieu lundi`: the subject ends before its apposition.
  private func subjectEnd(before verb: Range<Int>, _ sentence: TextSentence) -> Int {
    guard verb.lowerBound > sentence.tokens.lowerBound, isComma(verb.lowerBound - 1) else { return verb.lowerBound }
    let start = max(sentence.tokens.lowerBound, verb.lowerBound - Self.apposition)
    return (start..<verb.lowerBound - 1).first { isComma($0) } ?? verb.lowerBound
  }
}
