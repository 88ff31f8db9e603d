/// Words that a colon introduces, and whose they are when no verb of speech says so.
extension AttributionReader {
  /// "X a abondé dans son sens : « … »": a colon makes speech of it, whatever the verb.
  func introduced(_ pair: QuotationPair, from opening: Int, isWithin: Bool) -> Attribution? {
    let colon = pair.open - 1
    // "X : Les voisins nous écrivent : « … »": behind the label of a turn.
    let label = (opening..<max(opening, colon)).last {
      text.tokens[$0].kind == .punctuation && text.tokens[$0].value == Punctuation.colon
    }
    let start = label.map { $0 + 1 } ?? opening
    guard colon > start, text.tokens[colon].kind == .punctuation,
      text.tokens[colon].value == Punctuation.colon || text.tokens[colon].value == Punctuation.openParenthesis,
      !goesOn(pair)
    else { return nil }
    if let missive = missive(start, colon) { return missive }
    if let writer = writer(start, colon, isWithin: isWithin) { return writer }
    if isBorrowed(start, colon) || isShown(start, colon) { return .nobody(start..<colon) }
    if let stranger = strangerBehindThat(from: start, colon) { return .nobody(stranger) }
    if let pronoun = text.match(.sayPronoun, at: start), text.tokens[start].length < 5 {
      return Attribution(subject: .pronoun(text.entry(pronoun).value(0), at: start), tokens: start..<colon)
    }
    // "X (« … ») et Y (« … »)"
    if text.tokens[colon].value == Punctuation.openParenthesis, let named = reference(endingAt: colon),
      named.isQuoted == isWithin, isNamed(named)
    {
      return Attribution(subject: .reference(named), tokens: self.start(of: named)..<colon)
    }
    // "Sur la tombe de X, on lit :"
    let last = clause(before: colon, from: start)
    let subject = last > start ? last + 1 : start
    if subject < colon, let nobody = text.match(.sayNobody, at: subject), nobody.tokens.upperBound < colon {
      return .nobody(subject..<colon)
    }
    if let relative = relative(colon, from: start, isWithin: isWithin) { return relative }
    if let pronoun = lastClause(before: colon, from: start) {
      let subject = pronoun.tokens.lowerBound
      return Attribution(subject: .pronoun(text.entry(pronoun).value(0), at: subject), tokens: subject..<colon)
    }
    if text.tokens[colon].value == Punctuation.colon,
      opensWithUnnamed(start, before: colon) || opensWithUnknownName(start, before: colon)
    {
      return .nobody(start..<colon)
    }
    for start in [clause(before: colon, from: start), start] {
      for reference in references.between(start, colon)
      where !reference.isGoverned && reference.isQuoted == isWithin {
        if case .document = reference.referent { continue }
        if isReader(reference) { continue }
        return Attribution(subject: .reference(reference), tokens: self.start(of: reference)..<colon)
      }
    }
    // "ce n'est pas l'avis de X :"
    if let reference = reference(endingAt: colon), reference.isGoverned, reference.isQuoted == isWithin,
      isNamed(reference)
    {
      var linker = text.source(text.tokens[reference.tokens.lowerBound - 1].bytes).lowercased()
      // "Réaction du maire X :"
      let office = self.start(of: reference)
      if office < reference.tokens.lowerBound, office > start {
        let before = text.match(.sayDeterminer, at: office - 1) != nil && office - 1 > start ? office - 2 : office - 1
        linker = text.source(text.tokens[before].bytes).lowercased()
      }
      if ["de", "d'", "d’", "du", "chez", "pour"].contains(linker), !isPictured(reference, from: start) {
        return Attribution(subject: .reference(reference), tokens: reference.tokens.lowerBound..<colon)
      }
    }
    for token in start..<colon where text.tokens[token].length < 5 {
      if let pronoun = text.match(.sayPronoun, at: token) {
        return Attribution(subject: .pronoun(text.entry(pronoun).value(0), at: token), tokens: token..<colon)
      }
    }
    // "Réponse du général :"
    if let reference = reference(endingAt: colon), reference.isGoverned, reference.isQuoted == isWithin,
      text.tokens[start].kind == .word, (start + 2...start + 3).contains(self.start(of: reference)),
      text.match(.nameLinker, at: start + 1) != nil, text.match(.sayPreposition, at: start) == nil,
      isSomebody(reference)
    {
      return Attribution(subject: .reference(reference), tokens: start..<colon)
    }
    // "Le rapport est sévère :"
    if let document = references.between(start, min(colon, start + 2)).first, case .document = document.referent {
      return Attribution(subject: .reference(document), tokens: start..<colon)
    }
    if opensWithStranger(start, before: colon), hasVerb(start, colon) { return .nobody(start..<colon) }
    if text.tokens[colon].value == Punctuation.colon, opensWithNoun(start, before: colon) {
      return .nobody(start..<colon)
    }
    return nil
  }

  /// "Quand j'entrais, il posait sa cuillère :": the pronoun that the last clause before a colon opens with.
  private func lastClause(before colon: Int, from start: Int) -> LexiconMatch? {
    let subject = clause(before: colon, from: start) + 1
    guard subject > start + 1, subject + 1 < colon, text.tokens[subject + 1].kind == .word,
      text.tokens[subject].length < 5, let pronoun = text.match(.sayPronoun, at: subject), pronoun.tokens.count == 1
    else { return nil }
    return pronoun
  }

  /// "Au musée, qui souhaitait les acquérir, elle avait opposé un refus :": a verb of a clause inside the one that the colon
  /// ends.
  func isOfInnerClause(_ verb: Range<Int>, from start: Int, _ pair: QuotationPair) -> Bool {
    guard follows(colonOf: pair), lastClause(before: pair.open - 1, from: verb.upperBound) != nil else { return false }
    return (max(start, verb.lowerBound - 4)..<verb.lowerBound).contains {
      isThat($0)
        || ["qui", "quand", "lorsque", "comme", "si"].contains(text.source(text.tokens[$0].bytes).lowercased())
    }
  }

  /// "Il rapporte ce que lui confia un veilleur :": somebody without a name does what "ce que" opens.
  func strangerBehindThat(from start: Int, _ colon: Int) -> Range<Int>? {
    guard colon - start > 4,
      let that = (start + 1..<colon - 2).last(where: { isThat($0) && text.source(text.tokens[$0 - 1].bytes) == "ce" })
    else { return nil }
    let article = (that + 2..<min(colon - 1, that + 6)).first { text.match(.sayIndefinite, at: $0) != nil }
    guard let article, text.match(.sayPreposition, at: article - 1) == nil,
      !(that + 1..<article).contains(where: {
        text.match(.sayPronoun, at: $0).map { $0.tokens.count } == 1
          && text.match(.sayFiller, at: $0) == nil || text.tokens[$0].kind != .word
      }),
      !references.between(article, min(colon, article + 8)).contains(where: isNamed)
    else { return nil }
    return that - 1..<colon
  }

  /// "La lettre de X commence par ces mots :": who wrote it.
  private func writer(_ start: Int, _ colon: Int, isWithin: Bool) -> Attribution? {
    guard colon - start > 4, ["mots", "termes", "lignes"].contains(text.source(text.tokens[colon - 1].bytes)),
      let author = references.between(start, min(colon, start + 6)).first(where: { isPerson($0) }), author.isGoverned,
      author.isQuoted == isWithin, text.match(.sayDeterminer, at: start) != nil,
      ["de", "d'", "d’", "du"].contains(text.source(text.tokens[max(start, self.start(of: author) - 1)].bytes))
    else { return nil }
    return Attribution(subject: .reference(author), tokens: start..<end(of: author, colon))
  }

  /// "X tenait une pancarte :": a sign right before the colon, or with one word more.
  private func isShown(_ start: Int, _ colon: Int) -> Bool {
    (max(start, colon - 2)..<colon).contains { isSign($0) && text.match(.sayDeterminer, at: max(start, $0 - 1)) != nil }
  }

  /// "X a reçu ce message :", "X a lu le poème :": somebody else's words.
  private func isBorrowed(_ start: Int, _ colon: Int) -> Bool {
    let clause = max(start, colon - 7, clause(before: colon, from: start))..<colon
    return clause.contains { token in
      guard borrowed(at: token) != nil, token > start, !isOfRelative(token) else { return false }
      // "a reçu", and no "le portrait".
      return text.match(.sayAuxiliary, at: token - 1) != nil || isApposed(token - 1)
        || reference(endingAt: token).map { !$0.isGoverned } ?? false || text.match(.sayPronoun, at: token - 1) != nil
    }
  }

  /// "un diagnostic que j'ai affiché :": what is done with the words, and not how they are had.
  private func isOfRelative(_ verb: Int) -> Bool {
    (max(1, verb - 3)..<verb).contains {
      isThat($0) && text.tokens[$0 - 1].kind == .word && text.match(.sayVerb, at: $0 - 1) == nil
    }
  }

  /// "un tifo à l'effigie de X :", "sur la tombe de X :": words about somebody.
  private func isPictured(_ reference: SpeakerReference, from start: Int) -> Bool {
    var token = self.start(of: reference) - 2
    while token > start, text.tokens[token].kind == .word, text.match(.sayPreposition, at: token) == nil,
      token + 4 > self.start(of: reference)
    {
      token -= 1
    }
    guard token >= start, text.tokens[token].kind == .word else { return false }
    return ["à", "sur", "sous", "devant", "contre", "en"].contains(text.source(text.tokens[token].bytes).lowercased())
  }

  /// "dans un message que l'AFP a pu lire :": who read the words has not said them.
  private func isReader(_ reference: SpeakerReference) -> Bool {
    let end = reference.tokens.upperBound
    var token = start(of: reference) - 1
    while token > 0, text.tokens[token].kind == .word, text.match(.sayDeterminer, at: token) != nil { token -= 1 }
    guard token > 0, isThat(token), end < text.tokens.count, text.match(.sayAuxiliary, at: end) != nil else {
      return false
    }
    return (end + 1..<min(end + 4, text.tokens.count)).contains {
      [
        "lire", "lu", "lue", "consulter", "consulté", "consultée", "voir", "vu", "obtenir", "obtenu", "obtenue",
        "obtenus",
      ]
      .contains(text.source(text.tokens[$0].bytes))
    }
  }

  /// "sourit", "plaisante": how something is said, so that its denial denies no words.
  func isManner(_ verb: Int) -> Bool {
    let word = text.source(text.tokens[verb].bytes)
    return Self.manners.contains { word.hasPrefix($0) } || Self.laughs.contains(word)
  }

  private static let manners = ["souri", "plaisant", "rigol", "ironis", "bronch"]
  private static let laughs: Set<String> = ["ri", "rit", "rient", "riait", "riaient"]

  /// Whether a colon introduces the words.
  func follows(colonOf pair: QuotationPair) -> Bool {
    text.tokens[pair.open - 1].kind == .punctuation && text.tokens[pair.open - 1].value == Punctuation.colon
  }

  /// Whether a sentence tells of somebody whom no reference does: "La police a réagi : « … »".
  func opensWithStranger(_ start: Int, before end: Int) -> Bool {
    guard text.tokens[start].kind == .word,
      start == 0 || text.tokens[start - 1].kind == .punctuation || opensSentence(start)
    else { return false }
    guard let stranger = stranger(before: end, from: start) else { return false }
    return stranger.lowerBound == start
  }

  private func opensSentence(_ token: Int) -> Bool {
    text.sentence(ofToken: token).map { text.sentences[$0].tokens.lowerBound == token } ?? false
  }

  /// "X a reçu les pêcheurs, qui chantaient :": whoever stands right before the relative clause, or nobody known.
  private func relative(_ colon: Int, from start: Int, isWithin: Bool) -> Attribution? {
    let comma = clause(before: colon, from: start)
    guard comma > start, comma + 1 < colon, text.source(text.tokens[comma + 1].bytes) == "qui" else { return nil }
    if let reference = reference(endingAt: comma), reference.isQuoted == isWithin {
      return Attribution(subject: .reference(reference), tokens: self.start(of: reference)..<colon)
    }
    guard let near = before(comma, from: start, isMarked: true, isWithin: isWithin),
      antecedent(of: comma + 1, after: near) == nil
    else { return .nobody(comma + 1..<colon) }
    return Attribution(subject: .reference(near), tokens: self.start(of: near)..<colon)
  }

  /// "Festival : « Le Port » gagne le prix" in a headline: what stands in marks does something, and is no speech.
  private func goesOn(_ pair: QuotationPair) -> Bool {
    guard let number = text.block(ofToken: pair.open), text.blocks[number].kind == .title,
      pair.close + 1 < text.blocks[number].tokens.upperBound
    else { return false }
    let next = text.tokens[pair.close + 1]
    return next.kind == .word && !next.flags.contains(.capitalised)
  }

  func isNamed(_ reference: SpeakerReference) -> Bool {
    if case .entity = reference.referent { return true }
    return false
  }
}
