internal import EntenteSchema

/// Words that name an event where none took place and none will: it is denied, called off, or part of a name.
extension EventTriggerReader {
  /// `aucun accord`, `n'a pas rencontré`.
  func isNegated(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    var hasParticle = false
    var hasNegation = false
    var (hasDistantParticle, hasDistantNegation) = (false, false)
    var token = tokens.lowerBound
    while token > sentence.tokens.lowerBound, tokens.lowerBound - token < Self.reach {
      token -= 1
      if text.tokens[token].kind == .punctuation { break }
      if tokens.lowerBound - token > Self.reach / 2 {
        // `aucune date n'a été fixée pour une rencontre`
        if text.match(.eventBoundary, at: token) != nil { break }
        note(token, &hasDistantParticle, &hasDistantNegation)
        if hasParticle || hasDistantParticle, isNone(token) { return true }
        continue
      }
      note(token, &hasParticle, &hasNegation)
      if let match = text.match(.eventNegation, at: token), text.entry(match).value(0) == "alone" { return true }
    }
    return hasParticle && (hasNegation || isNegated(behind: tokens, sentence))
  }

  /// `n'ira pas à Oslo`, `n'a rencontré personne`: the particle stands right before the verb, and the negation behind it.
  private func isNegated(behind tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let before = max(sentence.tokens.lowerBound, tokens.lowerBound - 3)..<tokens.lowerBound
    let after = tokens.upperBound..<min(tokens.upperBound + 2, sentence.tokens.upperBound)
    return before.contains { text.match(.eventNegation, at: $0).map { text.entry($0).value(0) } == "particle" }
      && after.contains { token in
        text.match(.eventNegation, at: token).map { text.entry($0).value(0) != "particle" } ?? false
          || text.eventCue("nobody", at: token) != nil
      }
  }

  /// `a renoncé à se rendre`, and `la réunion a été reportée` up to the next word that opens a clause.
  func isCancelled(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    if hasCue("cancelled", in: max(sentence.tokens.lowerBound, tokens.lowerBound - 4)..<tokens.lowerBound) {
      return true
    }
    let after = tokens.upperBound..<min(tokens.upperBound + Self.reach + 6, sentence.tokens.upperBound)
    for token in after {
      if text.match(.eventBoundary, at: token) != nil { return false }
      if text.eventCue("off", at: token) != nil { return true }
    }
    return false
  }

  private func isNone(_ token: Int) -> Bool {
    text.match(.eventNegation, at: token).map { text.entry($0).value(0) == "alone" } ?? false
  }

  private func note(_ token: Int, _ hasParticle: inout Bool, _ hasNegation: inout Bool) {
    guard let match = text.match(.eventNegation, at: token) else { return }
    if text.entry(match).value(0) == "particle" { hasParticle = true }
    if text.entry(match).value(0) == "negation" { hasNegation = true }
  }

  /// A word inside a longer name is part of the name: `Forum` in the name of an institute. A programme's name may be the
  /// event itself.
  func isInName(_ tokens: Range<Int>) -> Bool {
    let bytes = text.bytes(of: tokens)
    guard let sentence = text.sentence(ofToken: tokens.lowerBound) else { return false }
    let before = text.sentences[sentence].bytes.lowerBound..<bytes.upperBound
    guard let mention = facts.mentions(in: before).last else { return false }
    let isOther = facts.entities[mention.entity].type != "programme"
    return isOther && mention.bytes.lowerBound <= bytes.lowerBound && bytes.upperBound < mention.bytes.upperBound
  }

  /// `Le Forum de Busan s'est ouvert lundi`: the name begins with the word, and what it names takes place.
  func isStaged(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let start = text.tokens[tokens.lowerBound].bytes.lowerBound
    guard hasDay(sentence),
      let mention = facts.mentions(in: start..<start + 1).first,
      let next = text.token(atByte: mention.bytes.upperBound), next < sentence.tokens.upperBound
    else { return false }
    return hasCue("stage", in: next..<min(next + 3, sentence.tokens.upperBound))
      || mention.bytes.lowerBound == start && isOpened(tokens, sentence)
  }

  /// `a ouvert mardi le premier Forum industriel`
  private func isOpened(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    (max(sentence.tokens.lowerBound, tokens.lowerBound - Self.reach)..<tokens.lowerBound).contains { token in
      text.eventCue("held", at: token) != nil && token > sentence.tokens.lowerBound
        && text.match(.sayAuxiliary, at: token - 1) != nil
    }
  }

  /// `Le ministre a-t-il participé aux discussions ?`: what is asked is not told.
  func asks(_ sentence: TextSentence) -> Bool {
    guard let last = text.tokens[sentence.tokens].last else { return false }
    return last.kind == .punctuation && last.value == Punctuation.question
  }

  /// `la traduction donne « exercice militaire »`: quotation marks about these words alone mention them.
  func isMentioned(_ tokens: Range<Int>) -> Bool {
    guard tokens.lowerBound > 0, tokens.upperBound < text.tokens.count else { return false }
    // `« exercice militaire conjoint »`: with an adjective.
    let end = text.tokens[tokens.upperBound].flags.contains(.capitalised) ? tokens.upperBound : tokens.upperBound + 1
    return isMark(tokens.lowerBound - 1)
      && (isMark(tokens.upperBound) || end < text.tokens.count && end > tokens.upperBound && isMark(end))
  }

  private func isMark(_ token: Int) -> Bool {
    let found = text.tokens[token]
    return found.kind == .punctuation
      && [Punctuation.openQuote, Punctuation.closeQuote, Punctuation.straightQuote].contains(found.value)
  }

  /// `le World Forum`: the last word of a name that the text does not tell as one.
  func endsName(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let before = tokens.lowerBound - 1
    guard before > sentence.tokens.lowerBound, text.tokens[tokens.lowerBound].flags.contains(.capitalised) else {
      return false
    }
    let found = text.tokens[before]
    return found.kind == .word && found.flags.contains(.capitalised) && !found.flags.contains(.elided)
      && text.match(.eventDeterminer, at: before) == nil
  }

  private static let held = ["lieu", "tient", "tiennent", "déroule", "déroulent", "réunit", "réunissent"]
    .map(Lexicon.standard.word)

  /// `La conférence a lieu chaque année en mai`: right after a verb of the present.
  private func comesAgain(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let after = tokens.upperBound..<min(tokens.upperBound + Self.reach, sentence.tokens.upperBound)
    return after.dropFirst().contains { token in
      text.tokens[token - 1].word != .unknown && Self.held.contains(text.tokens[token - 1].word)
        && text.matches(at: token).contains {
          $0.category == .eventCue && $0.tokens.count > 1 && text.entry($0).value(0) == "recurrent"
        }
    }
  }

  private static let each = Lexicon.standard.word("chaque")

  /// `un dialogue annuel`, `un exercice par an`: what comes again and again, and is given no day, is not one event.
  func recurs(_ tokens: Range<Int>, _ determination: EventTrigger.Determination, _ sentence: TextSentence) -> Bool {
    // `à chaque visite`
    let before = tokens.lowerBound - 1
    if before >= sentence.tokens.lowerBound, facts.dates(in: sentence.bytes).isEmpty,
      text.tokens[before].word != .unknown, text.tokens[before].word == Self.each
    {
      return true
    }
    if comesAgain(tokens, sentence) || opensWithHabit(sentence) { return true }
    guard determination == .indefinite || determination == .none, facts.dates(in: sentence.bytes).isEmpty else {
      return false
    }
    let start = max(sentence.tokens.lowerBound, tokens.lowerBound - 2)
    return hasCue("recurrent", in: start..<min(tokens.upperBound + 3, sentence.tokens.upperBound))
  }

  /// `Chaque année, les deux pays …`
  func opensWithHabit(_ sentence: TextSentence) -> Bool {
    let opening = sentence.tokens.prefix(4)
    return hasCue("recurrent", in: opening.lowerBound..<opening.upperBound) && facts.dates(in: sentence.bytes).isEmpty
      && !text.tokens[sentence.tokens.lowerBound].flags.contains(.elided)
      && opening.contains { text.tokens[$0].kind == .punctuation }
  }

  /// `ouvert au dialogue`, `appelle au dialogue`: wished for, not held.
  func isWished(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    (max(sentence.tokens.lowerBound, tokens.lowerBound - 5)..<tokens.lowerBound).contains { token in
      text.matches(at: token).contains {
        $0.category == .eventCue && text.entry($0).value(0) == "willing" && $0.tokens.upperBound <= tokens.lowerBound
          && tokens.lowerBound - $0.tokens.upperBound < 2
      }
    }
  }

  /// `n'a pas dit si le ministre se rendrait à Oslo`: the clause of a verb opens with `si`.
  func isSupposed(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    var token = tokens.lowerBound
    while token > sentence.tokens.lowerBound, tokens.lowerBound - token < Self.reach {
      token -= 1
      if text.eventCue("if", at: token) != nil { return true }
      if text.tokens[token].kind == .punctuation || text.match(.eventBoundary, at: token) != nil { return false }
    }
    return false
  }

  /// `l'entretien d'un navire`: upkeep, not an encounter, which would be with somebody.
  func isUpkeep(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    // `l'entretien commun des avions`
    let ahead = tokens.upperBound..<min(tokens.upperBound + 2, sentence.tokens.upperBound)
    guard let next = ahead.first(where: { text.match(.eventDeterminer, at: $0) != nil }),
      next == tokens.upperBound
        || text.tokens[tokens.upperBound].kind == .word
          && facts.dates(in: text.bytes(of: tokens.upperBound..<next)).isEmpty
          && text.match(.eventPreposition, at: tokens.upperBound) == nil
    else { return false }
    let after = next..<min(next + Self.reach, sentence.tokens.upperBound)
    // `un entretien de deux heures`
    if after.prefix(3).contains(where: { text.tokens[$0].kind == .number || text.match(.dateCount, at: $0) != nil }),
      !hasArticle(after)
    {
      return false
    }
    return people(in: text.bytes(of: after)) == 0
      && !after.contains {
        text.match(.eventRole, at: $0) != nil
          || text.match(.eventPreposition, at: $0).map { text.entry($0).value(0) } == "between"
      }
  }

  /// `d'un`: longer than a preposition.
  private func hasArticle(_ tokens: Range<Int>) -> Bool {
    tokens.first.flatMap { text.match(.eventDeterminer, at: $0) }.map { $0.tokens.count > 1 } ?? false
  }
}
