/// Attributions that stand before their quotation.
extension AttributionReader {
  /// X a déclaré : « … »; il a ajouté que « … »; selon X, « … »; la déclaration soulignait que « … ».
  func before(
    _ pair: QuotationPair, from start: Int, _ previous: QuotationPair?, _ told: Attribution?, isNested: Bool
  ) -> Attribution? {
    guard start < pair.open else { return nil }
    if let document = openingDocument(start, pair) { return document }
    if let view = openingView(start, pair, isWithin: isNested) { return view }
    var token = pair.open - 1
    var depth = 0
    while token >= start {
      let word = text.tokens[token]
      if word.kind == .punctuation {
        if word.value == Punctuation.closeQuote || (previous?.close == token) { depth += 1 }
        // A full stop that ended no sentence, before a capital.
        if depth == 0, word.value == Punctuation.fullStop, token > 0, token + 1 < pair.open,
          text.tokens[token + 1].flags.contains(.capitalised), text.tokens[token - 1].length > 1,
          text.match(.civility, at: token - 1) == nil
        {
          return introduced(pair, from: token + 1, isWithin: isNested)
        }
        if word.value == Punctuation.openQuote || (previous?.open == token && word.value == Punctuation.straightQuote) {
          depth = max(0, depth - 1)
        }
      } else if depth == 0, !isNested, opensRelative(token), let found = relative(behindWords: token, pair) {
        return found
      } else if depth == 0, let told, told.tokens.contains(token), !isNested {
        // "« A », a dit X, « B »", "a estimé que « A » et que « B »"
        return told
      } else if depth == 0, let verb = text.match(.sayVerb, at: token), isVerb(verb),
        !hasObject(verb, from: start, pair),
        reports(verb, pair), !isOfInnerClause(verb.tokens, from: start, pair)
      {
        // "X ne sourit pas : « … »"
        if follows(colonOf: pair), isManner(verb.tokens.lowerBound), isDenied(verb.tokens, from: start) {
          return introduced(pair, from: start, isWithin: isNested)
        }
        if isDenied(verb.tokens, from: start), !(isRefused(verb.tokens, from: start) && follows(colonOf: pair)) {
          return .denied(verb.tokens)
        }
        if deniesNoun(verb, pair) { return .denied(verb.tokens) }
        if let handedOn = handedOn(after: verb.tokens, pair) { return handedOn }
        if follows(colonOf: pair), let stranger = strangerBehindThat(from: start, pair.open - 1) {
          return .nobody(stranger)
        }
        return subject(of: verb.tokens, from: start, pair, told, isWithin: isNested)
      } else if depth == 0, deniesDeed(token, pair) {
        return .denied(token..<token + 1)
      } else if depth == 0, isNested == false, let verb = verb(before: token, from: start) {
        return subject(of: verb, from: start, pair, told, isWithin: false)
      } else if depth == 0, let marker = text.match(.sayMarker, at: token), isMarker(token, start) {
        let next = marker.tokens.upperBound
        // "Selon ses mots, « … »"
        if text.entry(marker).value(0) == "own" { return Attribution(subject: .unstated, tokens: marker.tokens) }
        // "a démenti un rapport selon lequel": the words are those of what is denied.
        if next < pair.open, isRelative(next) {
          // "une déclaration du Kremlin selon laquelle": whose it is.
          if !isDeniedAbove(token, from: start), let owner = reference(endingAt: token), owner.isGoverned,
            isNamed(owner), !servesOwner(owner)
          {
            return Attribution(subject: .reference(owner), tokens: token..<next + 1, isCited: true)
          }
          return .denied(token..<next + 1)
        }
        if let pronoun = pronoun(at: next, isSubject: false) {
          return Attribution(
            subject: .pronoun(text.entry(pronoun).value(0), at: token), tokens: token..<pronoun.tokens.upperBound)
        }
        if next < pair.open, text.source(text.tokens[next].bytes).lowercased() == "qui",
          let reference = before(token, from: start, isMarked: true)
        {
          return Attribution(subject: .reference(reference), tokens: token..<next + 1)
        }
        if let reference = first(from: next, to: min(pair.open, next + 9), isMarked: true) {
          if let stranger = strangerMarked(next, before: reference) { return .nobody(token..<stranger) }
          // "Ces mots de X ont fait réagir Y :"
          if text.entry(marker).value(0) == "cited", reference.tokens.upperBound < pair.open,
            text.match(.sayAuxiliary, at: reference.tokens.upperBound) != nil
          {
            return introduced(pair, from: reference.tokens.upperBound, isWithin: isNested)
          }
          return Attribution(
            subject: .reference(reference), tokens: token..<end(of: reference, pair.open),
            isCited: text.entry(marker).value(0) == "cited"
              || text.source(tokens: marker.tokens).lowercased() == "citant")
        }
        // "le mot de X", of whom no reference tells.
        if text.entry(marker).value(0) == "cited", next < pair.open, text.tokens[next].flags.contains(.capitalised) {
          return .denied(token..<next + 1)
        }
      }
      token -= 1
    }
    return introduced(pair, from: start, isWithin: isNested)
  }

  /// "un conseiller de X selon lequel": somebody else than X.
  private func servesOwner(_ owner: SpeakerReference) -> Bool {
    let linker = start(of: owner) - 1
    guard linker > 0, let near = references[..<references.first(from: linker)].last,
      near.tokens.upperBound == linker || near.tokens.upperBound == linker - 1
    else { return false }
    switch near.referent {
    case .nobody, .description: return true
    case .entity, .document: return false
    }
  }

  /// « … », que le second a jugé « … »: who stands in the clause that takes up the words before it.
  private func relative(behindWords that: Int, _ pair: QuotationPair) -> Attribution? {
    if let pronoun = pronoun(at: that + 1) {
      return Attribution(
        subject: .pronoun(text.entry(pronoun).value(0), at: that + 1), tokens: that + 1..<pair.open)
    }
    guard let subject = first(from: that + 1, to: pair.open, isMarked: false), reaches(that + 1, subject) else {
      return nil
    }
    return Attribution(subject: .reference(subject), tokens: that + 1..<end(of: subject, pair.open))
  }

  /// "X redoute que": whatever the verb, when somebody stands before it and a clause follows.
  func verb(before that: Int, from start: Int) -> Range<Int>? {
    let verb = that - 1
    guard verb > start, text.tokens[that].length < 5, text.tokens[verb].kind == .word,
      report(at: verb) == nil,
      isThat(that), mayBeVerb(verb)
    else { return nil }
    let isSubject =
      reference(endingAt: verb).map { !$0.isGoverned && !$0.isQuoted } ?? false
      || text.match(.sayAuxiliary, at: verb - 1) != nil || text.match(.sayPronoun, at: verb - 1) != nil
    return isSubject ? verb..<verb + 1 : nil
  }

  /// "a démenti toute « bavure »": a few words that others say.
  private func deniesNoun(_ verb: LexiconMatch, _ pair: QuotationPair) -> Bool {
    guard text.match(.sayDenial, at: verb.tokens.lowerBound)?.tokens.count == 1, pair.inside.count < 5,
      pair.open - verb.tokens.upperBound < 3, pair.open > verb.tokens.upperBound
    else { return false }
    return ["tout", "toute", "le", "la", "les", "l'", "l’", "être", "cette", "ces", "ce"].contains(
      text.source(text.tokens[pair.open - 1].bytes))
  }

  /// "Dans cette déclaration, …": a document speaks, whoever signed it.
  func openingDocument(_ start: Int, _ pair: QuotationPair) -> Attribution? {
    guard start + 2 < pair.open, text.source(text.tokens[start].bytes) == "Dans",
      ["cette", "ce", "la", "le", "cet"].contains(text.source(text.tokens[start + 1].bytes)),
      let noun = text.match(.documentNoun, at: start + 2)
    else { return nil }
    let reference = SpeakerReference(tokens: noun.tokens, referent: .document, isGoverned: false, isQuoted: false)
    return Attribution(subject: .reference(reference), tokens: start..<min(pair.open, start + 20))
  }

  /// "reçu par X, qui a remercié, disant": who does the last thing that a relative clause tells.
  private func relativeSubject(before verb: Int, from start: Int, isWithin: Bool) -> SpeakerReference? {
    for token in stride(from: verb - 1, to: max(start + 1, verb - 16), by: -1)
    where text.tokens[token].length == 3 && isAfterComma(token) && text.source(text.tokens[token].bytes) == "qui" {
      guard let reference = reference(endingAt: token - 1), reference.isQuoted == isWithin, isNamed(reference) else {
        return nil
      }
      return reference
    }
    return nil
  }

  /// "pour" and "selon" only where they open a clause, and no clause of somebody's words: "a rappelé que, pour X, « … »".
  func isMarker(_ token: Int, _ start: Int) -> Bool {
    if token > start + 1, text.tokens[token].length < 5, text.tokens[token - 1].kind == .punctuation,
      isThat(token - 2)
    {
      return false
    }
    // "pour sa part"
    if let filler = text.match(.sayFiller, at: token), filler.tokens.count > 1 { return false }
    if let marker = text.match(.sayMarker, at: token), marker.tokens.count > 1 { return true }
    return token == start || text.tokens[token - 1].kind == .punctuation || text.tokens[token].length > 4
  }

  func subject(
    of verb: Range<Int>, from start: Int, _ pair: QuotationPair, _ told: Attribution?, isWithin: Bool
  ) -> Attribution? {
    let first = verb.lowerBound
    if isAsked(verb, pair) || isWondered(first, from: start) || isSupposed(verb) { return .denied(verb) }
    if let compared = compared(verb, from: start, pair, isWithin: isWithin) { return compared }
    if let pronoun = inverted(after: verb) {
      return Attribution(
        subject: .pronoun(text.entry(pronoun).value(0), at: first), tokens: first..<pronoun.tokens.upperBound)
    }
    if isCiting(verb) {
      if let cited = self.cited(after: verb, pair, isWithin: isWithin) { return cited }
      // "X cite un proverbe :"
      if verb.upperBound < pair.open - 1 { return .denied(verb) }
    } else if let agent = agent(at: verb.upperBound, end: pair.open) {
      return agent
    }
    if isPassive(first) { return .denied(first..<verb.upperBound) }
    if let subject = incised(verb, from: start, pair) { return subject }
    let isIntroduced = text.tokens[pair.open - 1].value == Punctuation.colon && pair.open - first < 12
    let end = max(verb.upperBound, isIntroduced ? pair.open : min(pair.open, verb.upperBound + 2))
    if isGerund(verb), !isFinite(verb, from: start) {
      // "X a salué …, ajoutant que": the subject of the sentence, or who spoke in it.
      if let told, !told.isCited, told.tokens.lowerBound >= start, told.tokens.upperBound <= first {
        return Attribution(subject: told.subject, tokens: first..<end)
      }
      if let reference = relativeSubject(before: first, from: start, isWithin: isWithin) {
        return Attribution(subject: .reference(reference), tokens: first..<end)
      }
      if let reference = references.between(start, first).first(where: {
        !$0.isGoverned && $0.isQuoted == isWithin && $0.tokens.upperBound <= first && isSomebody($0)
      }) {
        // "Le tribunal a condamné X, jugeant que"
        if opensWithStranger(start, before: reference.tokens.lowerBound), hasVerb(start, reference.tokens.lowerBound) {
          return .nobody(first..<end)
        }
        return Attribution(subject: .reference(reference), tokens: first..<end)
      }
      if let pronoun = pronoun(before: first, from: start) {
        return Attribution(
          subject: .pronoun(text.entry(pronoun).value(0), at: pronoun.tokens.lowerBound), tokens: first..<end)
      }
      if opensWithStranger(start, before: openingComma(start, first)) { return .nobody(first..<end) }
      return Attribution(subject: .unstated, tokens: first..<end)
    }
    if let told, joins(first, from: start), told.tokens.lowerBound >= start, told.tokens.upperBound <= first {
      return Attribution(subject: told.subject, tokens: first..<end)
    }
    // "X a, quant à lui, estimé": over what may stand between a subject and its verb.
    var token = first - 1
    while token >= max(start, first - Self.reach) {
      let word = text.tokens[token]
      if let reference = reference(endingAt: token + 1), reference.isQuoted == isWithin, !isGovernedDirectly(reference)
      {
        if let told = outer(around: reference, verb, from: start) {
          return subject(of: told, from: start, pair, nil, isWithin: isWithin)
        }
        if isOneOfSeveral(reference, verb: verb) { return .nobody(self.start(of: reference)..<end) }
        return Attribution(subject: .reference(reference), tokens: self.start(of: reference)..<end)
      }
      if word.kind == .punctuation {
        // "X (parti vert) a dit"
        if word.value == Punctuation.closeParenthesis, let open = parenthesis(endingAt: token, from: start) {
          token = open - 1
          continue
        }
        // "Kurt – c'est son nom – résume"
        if word.value == Punctuation.dash, let open = dash(before: token, from: start) {
          token = open - 1
          continue
        }
        if let title = quotedSubject(endingAt: token, from: start, end: end) { return title }
        guard word.value == Punctuation.comma else { break }
        if let reference = apposed(endingAt: token, from: start), reference.isQuoted == isWithin {
          if isOneOfSeveral(reference, verb: verb) { return .nobody(self.start(of: reference)..<end) }
          return Attribution(subject: .reference(reference), tokens: self.start(of: reference)..<end)
        }
        let relative = relative(endingAt: token, from: start)
        if let relative { token = relative }
        // "La police, arrivée tard, a indiqué": who opens the sentence.
        let opening = openingComma(start, token)
        if opening < token || relative != nil, opensWithStranger(start, before: opening),
          !references.between(opening, token).contains(where: { !$0.isGoverned && isNamed($0) })
        {
          return .nobody(start..<end)
        }
      } else if let pronoun = pronoun(endingAt: token, from: start) {
        if let stressed = stressed(pronoun, from: start, end: end, isWithin: isWithin)
          ?? topic(before: pronoun, from: start, end: end, isWithin: isWithin)
        {
          return stressed
        }
        if let told = clause(around: pronoun.tokens.lowerBound, from: start) {
          return subject(of: told, from: start, pair, nil, isWithin: isWithin)
        }
        return Attribution(
          subject: .pronoun(text.entry(pronoun).value(0), at: pronoun.tokens.lowerBound),
          tokens: pronoun.tokens.lowerBound..<end)
      } else if text.source(word.bytes).lowercased() == "qui" {
        // "Qui a parlé d'un « clone » ?"
        if token == start || text.tokens[token - 1].kind == .punctuation,
          text.tokens[token].flags.contains(.capitalised)
        {
          return .denied(token..<end)
        }
        let clause = joinedRelative(token, from: start) ?? token
        guard let reference = before(clause, from: start, isMarked: true, isWithin: isWithin) else {
          // "À l'inconnue, qui demandait si": whoever the clause tells of is nobody whom the text names.
          if isAfterComma(token), token > start + 1, pronoun(endingAt: token - 2, from: start) == nil {
            return .nobody(token..<end)
          }
          break
        }
        let writes = text.source(text.tokens[first].bytes).hasPrefix("écri")
        if let stranger = antecedent(of: clause, after: reference) ?? (writes ? nil : document(above: reference)) {
          return .nobody(stranger..<end)
        }
        return Attribution(subject: .reference(reference), tokens: self.start(of: reference)..<end)
      } else if let filler = filler(endingAt: token, from: start) {
        token = filler
      } else if text.match(.sayAuxiliary, at: token) == nil, text.match(.sayPronoun, at: token) == nil {
        if let doer = doer(ofDeed: token, before: first, from: start, isWithin: isWithin) {
          return Attribution(subject: .reference(doer), tokens: self.start(of: doer)..<end)
        }
        if isNoun(token, from: start) {
          // "X a dit que son parti soutenait": the words are those of X.
          if let told = clause(around: token - 1, from: start) {
            return subject(of: told, from: start, pair, nil, isWithin: isWithin)
          }
          let nobody = SpeakerReference(
            tokens: token - 1..<token + 1, referent: .nobody, isGoverned: false, isQuoted: isWithin)
          return Attribution(subject: .reference(nobody), tokens: token - 1..<end)
        }
        break
      }
      token -= 1
    }
    if let stranger = stranger(before: first, from: start) {
      if let told = clause(around: stranger.lowerBound, from: start) {
        return subject(of: told, from: start, pair, nil, isWithin: isWithin)
      }
      return .nobody(stranger.lowerBound..<end)
    }
    if opensWithUnnamed(start, before: first) || opensWithUnknownName(start, before: first), !hasClause(start, first) {
      return .nobody(start..<end)
    }
    if let pronoun = pronoun(before: first, from: max(start, first - 12)),
      let stressed = stressed(pronoun, from: start, end: end, isWithin: isWithin)
    {
      return stressed
    }
    if let pronoun = pronoun(before: first, from: max(start, first - 12)),
      before(first, from: pronoun.tokens.upperBound, isMarked: false, isWithin: isWithin) == nil
    {
      return Attribution(
        subject: .pronoun(text.entry(pronoun).value(0), at: pronoun.tokens.lowerBound),
        tokens: pronoun.tokens.lowerBound..<end)
    }
    if let reference = before(first, from: start, isMarked: false, isWithin: isWithin) {
      if isOneOfSeveral(reference, verb: verb) { return .nobody(self.start(of: reference)..<end) }
      return Attribution(subject: .reference(reference), tokens: self.start(of: reference)..<end)
    }
    if let pronoun = (verb.upperBound..<min(verb.upperBound + 2, pair.open)).lazy.compactMap({ self.pronoun(at: $0) })
      .first,
      pronoun.tokens.count > 1
    {
      return Attribution(
        subject: .pronoun(text.entry(pronoun).value(0), at: pronoun.tokens.lowerBound),
        tokens: first..<max(end, pronoun.tokens.upperBound))
    }
    if let reference = self.first(from: verb.upperBound, to: pair.open, isMarked: false, isWithin: isWithin),
      isSomebody(reference),
      text.match(.sayAuxiliary, at: first - 1) != nil || first == start
    {
      return Attribution(subject: .reference(reference), tokens: first..<self.end(of: reference, pair.open))
    }
    return Attribution(subject: .unstated, tokens: first..<end)
  }
}
