internal import EntenteSchema

/// Words of activity in a sentence, and what a sentence is that shows none: a question, an aside, a refusal.
extension EvidenceFinder {
  static let impersonal = Lexicon.standard.word("il")

  /// Words of joint activity that are not themselves words of a field's name.
  func cues(in sentence: TextSentence, besides terms: [FieldTerm]) -> [Range<Int>] {
    guard sentence.categories.contains(.activityCue) else { return act(in: sentence).map { [$0] } ?? [] }
    var cues: [Range<Int>] = []
    for token in sentence.tokens {
      guard let match = text.match(.activityCue, at: token), cues.last.map({ $0.upperBound <= token }) ?? true else {
        continue
      }
      cues.append(match.tokens)
    }
    return cues
  }

  /// A verb that says what was or will be done, whichever it is: `a prêté`, `prêtera`. What is only said is no act.
  func act(in sentence: TextSentence) -> Range<Int>? {
    for token in sentence.tokens where text.tokens[token].kind == .word && text.match(.sayVerb, at: token) == nil {
      if text.isFuture(token) { return token..<token + 1 }
      let before = max(sentence.tokens.lowerBound, token - 2)..<token
      let isParticiple = text.isParticiple(token) || text.match(.irregularParticiple, at: token) != nil
      if isParticiple, before.contains(where: { text.match(.sayAuxiliary, at: $0) != nil }) {
        return token..<token + 1
      }
    }
    return nil
  }

  /// Whether `y` stands for the place or body of the sentence before; `il y a` tells of none.
  func refersBack(_ sentence: TextSentence) -> Bool {
    guard sentence.categories.contains(.eventCue) else { return false }
    return sentence.tokens.dropFirst().contains { token in
      text.tokens[token - 1].word != Self.impersonal && text.eventCue("there", at: token) != nil
    }
  }

  /// A question, as interviews have them, shows nothing by itself.
  func asks(_ sentence: TextSentence) -> Bool {
    guard let last = text.tokens[sentence.tokens].last else { return false }
    return last.kind == .punctuation && last.value == Punctuation.question
  }

  /// `Séparément, la police a …`: other news that closes a dispatch.
  func isAside(_ sentence: TextSentence) -> Bool {
    sentence.tokens.prefix(2).contains { text.match(.asideCue, at: $0) != nil } && !namesAlliance(in: sentence)
  }

  /// `Vos soldates sont peu nombreuses. Est-ce assez ?`: in an interview all that stands before a question is part of it.
  func isOfQuestion(_ sentence: TextSentence) -> Bool {
    guard facts.kind == .interview, let last = text.blocks[sentence.block].sentences.last else { return false }
    return asks(text.sentences[last])
  }

  func refuses(_ sentence: TextSentence) -> Bool {
    sentence.tokens.contains { text.match(.refusalCue, at: $0) != nil }
  }
}
