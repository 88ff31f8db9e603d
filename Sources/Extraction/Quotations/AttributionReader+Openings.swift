/// Subjects that open a sentence: somebody whom the text does not name, and a pronoun that only stresses the noun before it.
extension AttributionReader {
  /// Tokens of an opening phrase, and of a subject with what is said of it.
  private static let phrase = 14
  private static let subject = 12

  /// Where the subject of a sentence may begin: behind an opening phrase, "À la fin,".
  func subjectStart(_ start: Int, _ end: Int) -> Int {
    guard start < end, text.match(.sayPreposition, at: start) != nil || text.match(.sayTime, at: start + 1) != nil,
      let comma = (start..<min(end, start + Self.phrase)).first(where: { isComma($0) }), comma + 1 < end,
      text.tokens[comma + 1].kind == .word
    else { return start }
    return comma + 1
  }

  /// "À la fin, un vieil homme s'est levé": somebody whom the text does not name, and who gets no name in apposition.
  func opensWithUnnamed(_ start: Int, before end: Int) -> Bool {
    let first = subjectStart(start, end)
    guard first + 2 < end, ["un", "une"].contains(text.source(text.tokens[first].bytes).lowercased()),
      text.tokens[first + 1].kind == .word, text.match(.documentNoun, at: first + 1) == nil,
      // "Une seule consigne :", "Une analyse que partage X :"
      end - first > 4 || hasVerb(first, end), reference(endingAt: end).map({ !isNamed($0) }) ?? true
    else { return false }
    for token in first + 1..<min(end, first + Self.subject) {
      if text.match(.sayAuxiliary, at: token) != nil || text.match(.sayVerb, at: token) != nil { break }
      if let reference = references.between(token, token + 1).first, isNamed(reference), !reference.isGoverned {
        return false
      }
    }
    return true
  }

  /// "Orva Vesk remplit ses bidons, puis lâche :": a name that nothing knows opens the sentence.
  func opensWithUnknownName(_ start: Int, before end: Int) -> Bool {
    let first = subjectStart(start, end)
    guard first + 2 < end, text.tokens[first].word == .unknown, text.tokens[first + 1].word == .unknown,
      text.tokens[first].length > 2, text.tokens[first + 1].length > 2
    else { return false }
    return unknownName(at: first, before: end) != nil
  }

  /// "La foule se lève :", "Le silence s'installe :": an article and a noun of which no reference tells open the sentence.
  func opensWithNoun(_ start: Int, before end: Int) -> Bool {
    let first = subjectStart(start, end)
    // "Sa femme, qui tient l'étal, est moins résignée :"
    if first + 2 < end, ["son", "sa", "leur"].contains(text.source(text.tokens[first].bytes).lowercased()),
      text.match(.personNoun, at: first + 1) != nil || text.source(text.tokens[first + 1].bytes) == "femme"
    {
      return !references.between(first, min(end, first + Self.subject)).contains { isNamed($0) && !$0.isGoverned }
    }
    guard first + 2 < end, text.match(.sayDeterminer, at: first) != nil,
      ["le", "la", "l'", "l’", "les", "des"].contains(text.source(text.tokens[first].bytes).lowercased()),
      text.tokens[first + 1].kind == .word, !text.tokens[first + 1].flags.contains(.capitalised)
    else { return false }
    return references.between(first, min(end, first + Self.subject)).isEmpty
  }

  /// "La mairie, elle, parle de « … »", "X, lui, a dit": whom a pronoun between commas only stresses.
  func stressed(_ pronoun: LexiconMatch, from start: Int, end: Int, isWithin: Bool) -> Attribution? {
    let (comma, next) = (pronoun.tokens.lowerBound - 1, pronoun.tokens.upperBound)
    guard comma > start, pronoun.tokens.count == 1, isComma(comma), next < text.tokens.count, isComma(next),
      text.tokens[comma - 1].kind == .word
    else { return nil }
    if let reference = reference(endingAt: comma), reference.isQuoted == isWithin, !isGovernedDirectly(reference) {
      return Attribution(subject: .reference(reference), tokens: self.start(of: reference)..<end)
    }
    guard let stranger = stranger(before: comma, from: start) else { return nil }
    return .nobody(stranger.lowerBound..<end)
  }

  /// "Quant au rapport de X, il conclut à « … »": what the opening phrase names is what the pronoun takes up.
  private func topicNoun(_ start: Int) -> Int? {
    guard text.source(text.tokens[start].bytes) == "Quant", start + 2 < text.tokens.count else { return nil }
    let article = start + 2
    return text.match(.sayDeterminer, at: article) != nil ? article + 1 : article
  }

  func topic(before pronoun: LexiconMatch, from start: Int, end: Int, isWithin: Bool) -> Attribution? {
    let comma = pronoun.tokens.lowerBound - 1
    guard let noun = topicNoun(start), noun < comma, isComma(comma) else { return nil }
    let tokens = pronoun.tokens.lowerBound..<end
    if let document = text.match(.documentNoun, at: noun) {
      let reference = SpeakerReference(
        tokens: document.tokens, referent: .document, isGoverned: false, isQuoted: isWithin)
      return Attribution(subject: .reference(reference), tokens: tokens)
    }
    guard let reference = references.between(start, comma).first, reference.tokens.lowerBound <= noun + 1,
      reference.isQuoted == isWithin
    else { return .nobody(tokens) }
    return Attribution(subject: .reference(reference), tokens: tokens)
  }

  /// "X a eu l'audace de me dire :": who has the noun that an infinitive goes with.
  func doer(ofDeed noun: Int, before verb: Int, from start: Int, isWithin: Bool) -> SpeakerReference? {
    guard text.isInfinitive(verb) || text.source(text.tokens[verb].bytes) == "dire", verb - noun <= 4,
      ["de", "d'", "d’"].contains(text.source(text.tokens[noun + 1].bytes)),
      noun > start + 2,
      text.match(.sayDeterminer, at: noun - 1) != nil || text.match(.sayIndefinite, at: noun - 1) != nil
    else { return nil }
    for token in stride(from: noun - 2, through: max(start, noun - 6), by: -1) {
      if let reference = reference(endingAt: token + 1), reference.isQuoted == isWithin {
        return isGovernedDirectly(reference) ? nil : reference
      }
      if isComma(token) {
        let named = apposed(endingAt: token, from: start) ?? reference(endingAt: token)
        return named.flatMap { isGovernedDirectly($0) || $0.isQuoted != isWithin ? nil : $0 }
      }
    }
    return nil
  }

  /// "X a dit que la France considérait « … »": what a house thinks is told in the words of X.
  func outer(around reference: SpeakerReference, _ verb: Range<Int>, from start: Int) -> Range<Int>? {
    guard isNamed(reference) else { return nil }
    let thought = text.source(text.tokens[verb.lowerBound].bytes)
    // "X espère que Y reconnaîtra « … »": what is still to be said is told in the words of X.
    guard
      isPerson(reference)
        ? text.isFuture(verb.lowerBound) : Self.thoughts.contains(where: { thought.hasPrefix($0) })
    else { return nil }
    var opening = self.start(of: reference)
    if opening > start, text.match(.sayDeterminer, at: opening - 1) != nil { opening -= 1 }
    return clause(around: opening, from: start)
  }

  private static let thoughts = [
    "considér", "voi", "voyai", "attend", "veu", "voul", "souhait", "espèr", "espér", "ten",
  ]

  /// "nie avoir « vendu les plans »": the verb of denial is no verb of speech.
  func deniesDeed(_ token: Int, _ pair: QuotationPair) -> Bool {
    guard let denial = text.match(.sayDenial, at: token), denial.tokens.count == 1, token + 1 < pair.open else {
      return false
    }
    return ["avoir", "être"].contains(text.source(text.tokens[token + 1].bytes))
  }

  /// "j'aurais parlé de « … »", "vous auriez dit « … »": what others say that somebody said.
  func isSupposed(_ verb: Range<Int>) -> Bool {
    (max(0, verb.lowerBound - 3)..<verb.lowerBound).contains {
      ["aurais", "auriez"].contains(text.source(text.tokens[$0].bytes))
    }
  }

  /// Whether "qui" or "que" opens another clause of a range.
  func hasClause(_ start: Int, _ end: Int) -> Bool {
    (start..<max(start, end)).contains {
      isThat($0) || text.tokens[$0].length == 3 && text.source(text.tokens[$0].bytes) == "qui"
    }
  }

  func isComma(_ token: Int) -> Bool {
    text.tokens[token].kind == .punctuation && text.tokens[token].value == Punctuation.comma
  }
}
