/// Quotations that no verb attributes: the speaker before goes on, somebody answers a question, or nobody is known.
extension QuotationReader {
  /// Who goes on speaking where no words say so.
  func unattributed(_ pair: QuotationPair, _ resolver: inout SpeakerResolver) -> SpeakerResolver.Speaker? {
    let isAnswer =
      pair.open > 0 && text.tokens[pair.open - 1].kind == .punctuation
      && text.tokens[pair.open - 1].value == Punctuation.question
    if isLabelled(pair) || isNamedLater(pair) || isReadOut(pair) || hasUnreadVerb(pair) { return .nobody }
    // "Une plainte ? « … »": who spoke in the paragraph answers.
    if isAnswer, let voice = resolver.voice(before: pair.open) { return voice }
    if followsMany(pair) { return .nobody }
    let topic = resolver.topic(before: pair.open)
    // Else the one of whom the paragraph tells, and nobody of whom another did.
    if isAnswer, interviewee == nil, case .entity(let entity)? = topic, !resolver.tells(of: entity, before: pair.open) {
      return .nobody
    }
    return topic ?? interviewee ?? resolver.next(after: pair.close)
  }

  /// « … », vitupère la foule: a verb that nothing explains says who speaks, and it is nobody told of before.
  private func hasUnreadVerb(_ pair: QuotationPair) -> Bool {
    var verb = pair.close + 2
    while verb < min(pair.close + 5, text.tokens.count),
      text.match(.sayAuxiliary, at: verb) != nil
        || text.tokens[verb].length < 5 && text.match(.sayFiller, at: verb) != nil
    {
      verb += 1
    }
    guard verb + 1 < text.tokens.count, text.tokens[pair.close + 1].kind == .punctuation,
      text.tokens[pair.close + 1].value == Punctuation.comma, attributions.mayBeVerb(verb),
      text.match(.sayDeterminer, at: verb) == nil, text.match(.sayIndefinite, at: verb) == nil
    else { return false }
    return text.match(.sayDeterminer, at: verb + 1) != nil || text.match(.sayIndefinite, at: verb + 1) != nil
      || text.tokens[verb + 1].flags.contains(.capitalised)
  }

  /// "Raison officielle : « … »": a label without a verb, of whose words is not told.
  private func isLabelled(_ pair: QuotationPair) -> Bool {
    let colon = pair.open - 1
    guard colon > 0, text.tokens[colon].kind == .punctuation, text.tokens[colon].value == Punctuation.colon,
      let number = text.sentence(ofToken: colon)
    else { return false }
    let label = text.sentences[number].tokens.lowerBound..<colon
    if isPlacard(label) { return true }
    guard (1...Self.label).contains(label.count), text.tokens[label.lowerBound].kind == .word,
      text.match(.sayPreposition, at: label.lowerBound) != nil
        || text.match(.clauseWord, at: label.lowerBound) == nil
    else { return false }
    // "À l'aéroport, une pancarte l'attendait : « … »"
    if label.contains(where: { attributions.isSign($0) }) { return true }
    let last = (label.last { text.tokens[$0].kind == .punctuation }).map { $0 + 1 } ?? label.lowerBound
    return !label.contains {
      text.match(.sayVerb, at: $0).map(attributions.isVerb) ?? false || text.match(.sayAuxiliary, at: $0) != nil
        || $0 >= last && Self.ownWords.contains(text.source(text.tokens[$0].bytes).lowercased())
    }
  }

  /// Tokens of a label.
  private static let label = 14
  /// "Sa réponse", "Une seule consigne": a label that belongs to the person mentioned before.
  private static let ownWords: Set<String> = ["son", "sa", "ses", "leur", "leurs", "seul", "seule", "seuls", "seules"]

  /// « … » : le mot d'ordre a fait le tour du pays.
  private func isNamedLater(_ pair: QuotationPair) -> Bool {
    let next = pair.close + 1
    return next < text.tokens.count && text.tokens[next].kind == .punctuation
      && text.tokens[next].value == Punctuation.colon
  }

  /// "Sur une pancarte : « … »": where words are written, and by nobody known.
  private func isPlacard(_ label: Range<Int>) -> Bool {
    guard (3...8).contains(label.count), text.source(text.tokens[label.lowerBound].bytes) == "Sur",
      text.match(.sayDeterminer, at: label.lowerBound + 1) != nil
        || text.match(.sayIndefinite, at: label.lowerBound + 1) != nil
    else { return false }
    return !label.contains {
      text.tokens[$0].kind != .word || text.match(.sayVerb, at: $0) != nil || text.match(.sayAuxiliary, at: $0) != nil
        || text.tokens[$0].flags.contains(.capitalised) && $0 > label.lowerBound
        || ["son", "sa", "ses"].contains(text.source(text.tokens[$0].bytes))
    }
  }

  /// "Ils n'en croient rien. « On verra. »": the words go on from several, of whom the text names none.
  private func followsMany(_ pair: QuotationPair) -> Bool {
    guard let number = text.sentence(ofToken: pair.open), number > 0,
      text.sentences[number].tokens.lowerBound == pair.open,
      let first = text.sentences[number - 1].tokens.first(where: { text.tokens[$0].kind == .word }),
      text.block(ofToken: first) == text.block(ofToken: pair.open),
      !text.sentences[number - 1].tokens.contains(where: {
        text.tokens[$0].kind == .punctuation && text.tokens[$0].value == Punctuation.closeQuote
      })
    else { return false }
    return ["Les", "Des", "Ils", "Elles", "Plusieurs", "Certains", "Certaines", "Beaucoup"].contains(
      text.source(text.tokens[first].bytes))
  }

  /// « Et alors ? », l'a interrogé X: a question that somebody is asked.
  func asks(_ pair: QuotationPair, _ attribution: Attribution) -> Bool {
    guard text.tokens[pair.close - 1].kind == .punctuation,
      text.tokens[pair.close - 1].value == Punctuation.question
    else { return false }
    return attribution.tokens.contains { token in
      ["demand", "interrog", "questionn", "interpell", "insist", "relanc"].contains {
        text.source(text.tokens[token].bytes).hasPrefix($0)
      }
    }
  }

  /// Whether words without a speaker stand right behind a question, but for a short sentence: "Long silence."
  func answer(_ pair: QuotationPair, to question: Int?) -> Bool {
    guard let question, let here = text.sentence(ofToken: pair.open), let before = text.sentence(ofToken: question),
      text.sentences[here].block == text.sentences[before].block, here - before < 3
    else { return false }
    return here - before < 2 || text.sentences[here - 1].tokens.count < 6
  }

  /// « Vous avez peur ? » « Toujours », a-t-elle répondu: who answers has not asked.
  func isAnswered(_ pair: QuotationPair, by next: QuotationPair, _ attribution: Attribution?) -> Bool {
    guard next.open == pair.close + 1, let attribution, attribution.tokens.lowerBound > next.close,
      text.tokens[pair.close - 1].kind == .punctuation, text.tokens[pair.close - 1].value == Punctuation.question
    else { return false }
    return attribution.tokens.contains { token in
      ["répond", "répliqu", "rétorqu"].contains { text.source(text.tokens[token].bytes).hasPrefix($0) }
    }
  }

  /// "Je vais citer un communiqué. « … »": words that are read to others.
  private func isReadOut(_ pair: QuotationPair) -> Bool {
    guard let number = text.sentence(ofToken: pair.open), number > 0,
      text.sentences[number].tokens.lowerBound == pair.open
    else { return false }
    let sentence = text.sentences[number - 1].tokens.prefix(40)
    return sentence.contains { token in
      guard token + 2 < text.tokens.count, text.tokens[token].length < 7,
        ["citer", "cite", "lire", "lis"].contains(text.source(text.tokens[token].bytes).lowercased())
      else { return false }
      return (token + 1..<min(token + 4, text.tokens.count)).contains { text.match(.documentNoun, at: $0) != nil }
    }
  }
}
