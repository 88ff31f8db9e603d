/// Finds the words that attribute a quotation, and the subject of their verb.
struct AttributionReader {
  let text: AnnotatedText
  let references: [SpeakerReference]
  private static let reach = 48

  /// - Parameters:
  ///   - holder: the quotation around it.
  ///   - previous: the quotation before it, and what attributes that.
  func attribution(
    of pair: QuotationPair, inside holder: QuotationPair?, after previous: QuotationPair?, told: Attribution?
  ) -> Attribution? {
    if let holder { return before(pair, from: holder.open + 1, previous, told, isNested: true) }
    guard let number = text.sentence(ofToken: pair.open) else { return nil }
    let start = max(text.sentences[number].tokens.lowerBound, pair.open - Self.reach)
    if !governs(pair, from: start) {
      if !pair.isContinued, let after = after(pair) { return after }
      if let within = within(pair) { return within }
    }
    guard let found = before(pair, from: start, previous, told, isNested: false) else { return nil }
    // One small word far from the verb is no speech: initiatives « phares ».
    let words = pair.inside.count { text.tokens[$0].kind == .word }
    let isFar = pair.open - found.tokens.upperBound > 4
    let isSaid = text.match(.sayCopula, at: pair.open - 1) != nil
    return words == 1 && isFar && !isSaid && !text.tokens[pair.open + 1].flags.contains(.capitalised) ? nil : found
  }

  /// "X parle d'« … », il pense": a verb right before words that go on its clause has them as its own.
  private func governs(_ pair: QuotationPair, from start: Int) -> Bool {
    let before = pair.open - 1
    guard before > start, text.tokens[before].kind == .word, !text.tokens[pair.open + 1].flags.contains(.capitalised)
    else { return false }
    for token in stride(from: before, through: max(start + 1, before - 2), by: -1) {
      guard text.tokens[token].kind == .word else { return false }
      if let verb = text.match(.sayVerb, at: token), verb.tokens.upperBound <= pair.open, isVerb(verb) { return true }
    }
    // "X a espéré que Y viendrait « … », a dit Z"
    for token in stride(from: before, to: max(start + 1, before - 24), by: -1) {
      guard text.tokens[token].kind == .word else { return false }
      if isThat(token), let verb = text.match(.sayVerb, at: token - 1) { return isVerb(verb) }
    }
    return false
  }

  // After

  /// « … », a déclaré X; « … », selon X; « … », a-t-il ajouté.
  private func after(_ pair: QuotationPair) -> Attribution? {
    guard let number = text.sentence(ofToken: pair.close) else { return nil }
    let end = min(text.sentences[number].tokens.upperBound, pair.close + Self.reach)
    var token = pair.close + 1
    var isClauseStart = true
    while token < end {
      let word = text.tokens[token]
      if word.kind == .punctuation {
        if word.value == Punctuation.openQuote || word.value == Punctuation.straightQuote { return nil }
        isClauseStart = true
        token += 1
        continue
      }
      if isClauseStart {
        if let found = plain(token, end: end, follows: token <= pair.close + 2) { return found }
        if let found = incise(token, end: end, follows: token <= pair.close + 2) {
          return introduces(found.tokens) ? nil : found
        }
        if let found = marker(token, end: end, follows: token <= pair.close + 2) { return found }
      }
      isClauseStart = false
      token += 1
    }
    return nil
  }

  /// « A, résume X, B »: the marks hold the words that attribute them.
  private func within(_ pair: QuotationPair) -> Attribution? {
    for comma in pair.inside.dropFirst().dropLast(2)
    where text.tokens[comma].kind == .punctuation && text.tokens[comma].value == Punctuation.comma {
      guard let found = incise(comma + 1, end: min(pair.close, comma + 24), follows: false, isWithin: true),
        found.tokens.upperBound < pair.close
      else { continue }
      switch found.subject {
      case .unstated: continue
      case .pronoun: return found
      case .reference(let reference):
        guard text.tokens[found.tokens.upperBound].kind == .punctuation,
          let verb = (comma + 1..<reference.tokens.lowerBound).last(where: { text.match(.sayVerb, at: $0) != nil }),
          leads((text.match(.sayVerb, at: verb)?.tokens.upperBound ?? verb), to: reference)
        else { continue }
        return found
      }
    }
    return nil
  }

  /// "« … », X a dit": the order of other languages, in translations.
  private func plain(_ token: Int, end: Int, follows: Bool) -> Attribution? {
    guard follows else { return nil }
    let index = firstReference(from: token)
    guard index < references.count, references[index].tokens.lowerBound <= token + 1, !references[index].isQuoted,
      references[index].tokens.lowerBound == token || text.match(.sayDeterminer, at: token) != nil
    else { return nil }
    let subject = references[index]
    var verb = self.end(of: subject, end)
    while verb < end, text.match(.sayVerb, at: verb) == nil,
      text.match(.sayAuxiliary, at: verb) != nil || text.match(.sayFiller, at: verb) != nil
    {
      verb += 1
    }
    guard verb < end, let match = text.match(.sayVerb, at: verb), !introduces(token..<match.tokens.upperBound) else {
      return nil
    }
    return Attribution(subject: .reference(subject), tokens: token..<match.tokens.upperBound)
  }

  /// "selon X", "pour elle", "d'après une source"
  private func marker(_ token: Int, end: Int, follows: Bool) -> Attribution? {
    guard follows, let marker = text.match(.sayMarker, at: token) else { return nil }
    let next = marker.tokens.upperBound
    if let pronoun = pronoun(at: next, isSubject: false), next < end {
      return Attribution(
        subject: .pronoun(text.entry(pronoun).value(0), at: token), tokens: token..<pronoun.tokens.upperBound)
    }
    guard let reference = first(from: next, to: min(end, next + 9), isMarked: true) else {
      // "selon les chiffres publiés"
      guard text.tokens[token].length == 5 else { return nil }
      let close = (next..<max(next, end)).first { text.tokens[$0].kind == .punctuation } ?? end
      let nobody = SpeakerReference(tokens: next..<next, referent: .nobody, isGoverned: false, isQuoted: false)
      return Attribution(subject: .reference(nobody), tokens: token..<close)
    }
    return Attribution(subject: .reference(reference), tokens: token..<self.end(of: reference, end))
  }

  /// "il a déclaré : « … »", "il a déclaré que": the words belong to what follows.
  private func introduces(_ attribution: Range<Int>) -> Bool {
    let next = attribution.upperBound
    guard next < text.tokens.count else { return false }
    if text.tokens[next].kind == .punctuation {
      return text.tokens[next].value == Punctuation.colon || text.tokens[next].value == Punctuation.openQuote
    }
    return ["que", "qu'", "qu’"].contains(text.source(text.tokens[next].bytes).lowercased())
  }

  /// "a déclaré X", "a-t-il ajouté", "tranche X" at the start of a clause. Right after the words any verb may report them.
  private func incise(_ start: Int, end: Int, follows: Bool, isWithin: Bool = false) -> Attribution? {
    var token = start
    var pronoun: LexiconMatch?
    var hasAuxiliary = false
    while token < min(end, start + 7), text.match(.sayVerb, at: token) == nil {
      if text.match(.sayFiller, at: token) != nil, text.match(.sayPronoun, at: token) != nil {
        // "lui a répondu X"
      } else if let match = text.match(.sayPronoun, at: token), text.tokens[token].length < 5, token > start || !follows
      {
        pronoun = match
      } else if text.match(.sayAuxiliary, at: token) != nil {
        hasAuxiliary = true
      } else if text.match(.sayPronoun, at: token) != nil {
        pronoun = text.match(.sayPronoun, at: token)
      } else if let filler = text.match(.sayFiller, at: token) {
        token = filler.tokens.upperBound - 1
      } else {
        break
      }
      token += 1
    }
    guard token < end, text.tokens[token].kind == .word else { return nil }
    let verb = text.match(.sayVerb, at: token)
    var verbEnd = verb?.tokens.upperBound ?? token + 1
    if verb == nil, !mayBeVerb(token) { return nil }
    // "poursuit-il", "s'interroge-t-elle"
    if pronoun == nil {
      var next = verbEnd
      if next < end, text.tokens[next].flags.contains(.afterHyphen), text.tokens[next].length == 1 { next += 1 }
      if next < end, text.tokens[next].flags.contains(.afterHyphen), let match = text.match(.sayPronoun, at: next) {
        pronoun = match
        verbEnd = match.tokens.upperBound
      }
    }
    if let pronoun {
      let isInverted = text.tokens[pronoun.tokens.lowerBound].flags.contains(.afterHyphen)
      guard verb != nil || (isInverted && follows), isInverted || !isWithin else { return nil }
      return Attribution(
        subject: .pronoun(text.entry(pronoun).value(0), at: start), tokens: start..<verbEnd)
    }
    // "a dit ce dernier"
    if verb != nil || (follows && hasAuxiliary), let match = self.pronoun(at: verbEnd),
      match.tokens.count > 1
    {
      return Attribution(
        subject: .pronoun(text.entry(match).value(0), at: start), tokens: start..<match.tokens.upperBound)
    }
    let subject = first(from: verbEnd, to: min(end, verbEnd + 18), isMarked: false, isWithin: isWithin)
    if verb == nil {
      guard follows, hasAuxiliary || token <= start + 1, let subject, leads(verbEnd, to: subject) else { return nil }
      return Attribution(subject: .reference(subject), tokens: start..<self.end(of: subject, end))
    }
    if let subject {
      return Attribution(subject: .reference(subject), tokens: start..<self.end(of: subject, end))
    }
    guard hasAuxiliary else { return nil }
    return Attribution(subject: .unstated, tokens: start..<verbEnd)
  }

  /// A word of its own in small letters, that no other entry claims.
  private func mayBeVerb(_ token: Int) -> Bool {
    let word = text.tokens[token]
    return word.kind == .word && word.length > 2 && !word.flags.contains(.capitalised) && !word.flags.contains(.elided)
      && text.match(.clauseWord, at: token) == nil && text.match(.nameLinker, at: token) == nil
      && text.match(.role, at: token) == nil && text.match(.formerWord, at: token) == nil
      && text.match(.sayPreposition, at: token) == nil
  }

  /// Nothing but articles, courtesy and "de son côté" between the verb and its subject.
  private func leads(_ token: Int, to reference: SpeakerReference) -> Bool {
    var next = token
    while next < reference.tokens.lowerBound {
      guard
        let match = text.match(.sayFiller, at: next) ?? text.match(.sayDeterminer, at: next)
          ?? text.match(.sayIndefinite, at: next) ?? text.match(.formerWord, at: next)
          ?? text.match(.civility, at: next)
      else { return false }
      next = match.tokens.upperBound
    }
    return true
  }

  // Before

  /// X a déclaré : « … »; il a ajouté que « … »; selon X, « … »; la déclaration soulignait que « … ».
  private func before(
    _ pair: QuotationPair, from start: Int, _ previous: QuotationPair?, _ told: Attribution?, isNested: Bool
  ) -> Attribution? {
    guard start < pair.open else { return nil }
    if let document = openingDocument(start, pair) { return document }
    var token = pair.open - 1
    var depth = 0
    while token >= start {
      let word = text.tokens[token]
      if word.kind == .punctuation {
        if word.value == Punctuation.closeQuote || (previous?.close == token) { depth += 1 }
        // A full stop that ended no sentence, before a capital.
        if depth == 0, word.value == Punctuation.fullStop, token + 1 < pair.open,
          text.tokens[token + 1].flags.contains(.capitalised), text.tokens[token - 1].length > 1,
          text.match(.civility, at: token - 1) == nil
        {
          return introduced(pair, from: token + 1, isWithin: isNested)
        }
        if word.value == Punctuation.openQuote || (previous?.open == token && word.value == Punctuation.straightQuote) {
          depth = max(0, depth - 1)
        }
      } else if depth == 0, let told, told.tokens.contains(token), !isNested {
        // "« A », a dit X, « B »", "a estimé que « A » et que « B »"
        return told
      } else if depth == 0, let verb = text.match(.sayVerb, at: token), isVerb(verb), !hasObject(verb, pair) {
        return subject(of: verb.tokens, from: start, pair, told, isWithin: isNested)
      } else if depth == 0, isNested == false, let verb = verb(before: token, from: start) {
        return subject(of: verb, from: start, pair, told, isWithin: false)
      } else if depth == 0, let marker = text.match(.sayMarker, at: token), isMarker(token, start) {
        let next = marker.tokens.upperBound
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
          return Attribution(
            subject: .reference(reference), tokens: token..<end(of: reference, pair.open),
            isCited: text.entry(marker).value(0) == "cited"
              || text.source(tokens: marker.tokens).lowercased() == "citant")
        }
      }
      token -= 1
    }
    return introduced(pair, from: start, isWithin: isNested)
  }

  /// "X a abondé dans son sens : « … »": a colon makes speech of it, whatever the verb.
  private func introduced(_ pair: QuotationPair, from start: Int, isWithin: Bool) -> Attribution? {
    let colon = pair.open - 1
    guard colon > start, text.tokens[colon].kind == .punctuation,
      text.tokens[colon].value == Punctuation.colon || text.tokens[colon].value == Punctuation.openParenthesis
    else { return nil }
    if let pronoun = text.match(.sayPronoun, at: start), text.tokens[start].length < 5 {
      return Attribution(subject: .pronoun(text.entry(pronoun).value(0), at: start), tokens: start..<colon)
    }
    for start in [clause(before: colon, from: start), start] {
      for reference in references[firstReference(from: start)..<firstReference(from: colon)]
      where !reference.isGoverned && reference.isQuoted == isWithin {
        if case .document = reference.referent { continue }
        return Attribution(subject: .reference(reference), tokens: self.start(of: reference)..<colon)
      }
    }
    for token in start..<colon where text.tokens[token].length < 5 {
      if let pronoun = text.match(.sayPronoun, at: token) {
        return Attribution(subject: .pronoun(text.entry(pronoun).value(0), at: token), tokens: token..<colon)
      }
    }
    return nil
  }

  /// Where the last clause begins: behind its comma.
  private func clause(before end: Int, from start: Int) -> Int {
    (start..<end).last { text.tokens[$0].kind == .punctuation && text.tokens[$0].value == Punctuation.comma } ?? start
  }

  /// No noun: "la demande", "une note".
  private func isVerb(_ verb: LexiconMatch) -> Bool {
    let before = verb.tokens.lowerBound - 1
    guard before >= 0, text.tokens[before].kind == .word, !text.tokens[before].flags.contains(.elided),
      // "les qualifiant"
      !text.source(text.tokens[verb.tokens.upperBound - 1].bytes).hasSuffix("ant")
    else {
      return true
    }
    // "je le disais": the article is a pronoun.
    if before > 0, text.match(.sayPronoun, at: before - 1) != nil { return true }
    return text.match(.sayIndefinite, at: before) == nil && text.match(.sayDeterminer, at: before) == nil
  }

  private func isGerund(_ verb: Range<Int>) -> Bool {
    guard let last = verb.last else { return false }
    let word = text.source(text.tokens[last].bytes)
    return word.hasSuffix("ant") || ((word.hasSuffix("er") || word.hasSuffix("ir")) && verb.count == 1)
  }

  /// "X redoute que": whatever the verb, when somebody stands before it and a clause follows.
  private func verb(before that: Int, from start: Int) -> Range<Int>? {
    let verb = that - 1
    guard verb > start, text.tokens[that].length < 5, text.tokens[verb].kind == .word,
      text.match(.sayVerb, at: verb) == nil,
      isThat(that), mayBeVerb(verb)
    else { return nil }
    let isSubject =
      reference(endingAt: verb).map { !$0.isGoverned && !$0.isQuoted } ?? false
      || text.match(.sayAuxiliary, at: verb - 1) != nil || text.match(.sayPronoun, at: verb - 1) != nil
    return isSubject ? verb..<verb + 1 : nil
  }

  private func isThat(_ token: Int) -> Bool {
    text.tokens[token].length < 6 && ["que", "qu'", "qu’"].contains(text.source(text.tokens[token].bytes))
  }

  /// "annoncé … à « X »": a verb with an article after it has an object, and reports no words.
  private func hasObject(_ verb: LexiconMatch, _ pair: QuotationPair) -> Bool {
    let next = verb.tokens.upperBound
    guard next < pair.open - 8, text.tokens[next].kind == .word,
      // "déclaré la semaine dernière que"
      !(next + 1..<next + 6).contains(where: { isThat($0) })
    else { return false }
    return ["le", "la", "les", "l'", "l’", "une"].contains(text.source(text.tokens[next].bytes).lowercased())
  }

  /// "Dans cette déclaration, …": a document speaks, whoever signed it.
  private func openingDocument(_ start: Int, _ pair: QuotationPair) -> Attribution? {
    guard start + 2 < pair.open, text.source(text.tokens[start].bytes) == "Dans",
      ["cette", "ce", "la", "le", "cet"].contains(text.source(text.tokens[start + 1].bytes)),
      let noun = text.match(.documentNoun, at: start + 2)
    else { return nil }
    let reference = SpeakerReference(tokens: noun.tokens, referent: .document, isGoverned: false, isQuoted: false)
    return Attribution(subject: .reference(reference), tokens: start..<min(pair.open, start + 20))
  }

  /// "pour" and "selon" only where they open a clause, and no clause of somebody's words: "a rappelé que, pour X, « … »".
  private func isMarker(_ token: Int, _ start: Int) -> Bool {
    if token > start + 1, text.tokens[token - 1].kind == .punctuation, isThat(token - 2) { return false }
    if let marker = text.match(.sayMarker, at: token), marker.tokens.count > 1 { return true }
    return token == start || text.tokens[token - 1].kind == .punctuation || text.tokens[token].length > 4
  }

  private func subject(
    of verb: Range<Int>, from start: Int, _ pair: QuotationPair, _ told: Attribution?, isWithin: Bool
  ) -> Attribution? {
    let first = verb.lowerBound
    let isIntroduced = text.tokens[pair.open - 1].value == Punctuation.colon && pair.open - first < 12
    let end = max(verb.upperBound, isIntroduced ? pair.open : min(pair.open, verb.upperBound + 2))
    if isGerund(verb) {
      // "X a salué …, ajoutant que": the subject of the sentence, or who spoke in it.
      if let told, told.tokens.lowerBound >= start, told.tokens.upperBound <= first {
        return Attribution(subject: told.subject, tokens: first..<end)
      }
      if let reference = references[firstReference(from: start)..<firstReference(from: first)].first(where: {
        !$0.isGoverned && $0.isQuoted == isWithin && $0.tokens.upperBound <= first && isSomebody($0)
      }) {
        return Attribution(subject: .reference(reference), tokens: first..<end)
      }
      if let pronoun = pronoun(before: first, from: start) {
        return Attribution(
          subject: .pronoun(text.entry(pronoun).value(0), at: pronoun.tokens.lowerBound), tokens: first..<end)
      }
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
        return Attribution(subject: .reference(reference), tokens: self.start(of: reference)..<end)
      }
      if word.kind == .punctuation {
        guard word.value == Punctuation.comma else { break }
        if let reference = apposed(endingAt: token, from: start), reference.isQuoted == isWithin {
          return Attribution(subject: .reference(reference), tokens: self.start(of: reference)..<end)
        }
        if let clause = relative(endingAt: token, from: start) { token = clause }
      } else if let pronoun = pronoun(endingAt: token, from: start) {
        if let told = clause(around: pronoun.tokens.lowerBound, from: start) {
          return subject(of: told, from: start, pair, nil, isWithin: isWithin)
        }
        return Attribution(
          subject: .pronoun(text.entry(pronoun).value(0), at: pronoun.tokens.lowerBound),
          tokens: pronoun.tokens.lowerBound..<end)
      } else if text.source(word.bytes).lowercased() == "qui" {
        guard let reference = before(token, from: start, isMarked: true, isWithin: isWithin) else { break }
        return Attribution(subject: .reference(reference), tokens: self.start(of: reference)..<end)
      } else if let filler = filler(endingAt: token, from: start) {
        token = filler
      } else if text.match(.sayAuxiliary, at: token) == nil, text.match(.sayPronoun, at: token) == nil {
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
    if let pronoun = pronoun(before: first, from: max(start, first - 12)),
      before(first, from: pronoun.tokens.upperBound, isMarked: false, isWithin: isWithin) == nil
    {
      return Attribution(
        subject: .pronoun(text.entry(pronoun).value(0), at: pronoun.tokens.lowerBound),
        tokens: pronoun.tokens.lowerBound..<end)
    }
    if let reference = before(first, from: start, isMarked: false, isWithin: isWithin) {
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

  /// "X a dit que …, et a remercié": a second verb of the same subject.
  private func joins(_ verb: Int, from start: Int) -> Bool {
    var token = verb - 1
    while token > start,
      text.match(.sayAuxiliary, at: token) != nil || filler(endingAt: token, from: start) != nil,
      text.match(.sayPronoun, at: token) == nil || text.match(.sayFiller, at: token) != nil
    {
      token = min(token - 1, filler(endingAt: token, from: start).map { $0 - 1 } ?? token)
    }
    return token > start && text.tokens[token].length == 2
      && text.source(text.tokens[token].bytes).lowercased() == "et"
  }

  /// Where the filler that ends at a token begins: "pour sa part".
  private func filler(endingAt token: Int, from start: Int) -> Int? {
    (max(start, token - 3)...max(start, token)).first {
      text.match(.sayFiller, at: $0).map { $0.tokens.upperBound == token + 1 } ?? false
    }
  }

  /// The comma before "qui dirige l'agence," when that ends at a comma.
  private func relative(endingAt comma: Int, from start: Int) -> Int? {
    for token in stride(from: comma - 2, to: max(start, comma - 30), by: -1)
    where text.tokens[token].kind == .punctuation {
      guard text.tokens[token].value == Punctuation.comma else { return nil }
      if ["qui", "dont", "où"].contains(text.source(text.tokens[token + 1].bytes)) { return token }
    }
    return nil
  }

  /// "X, reçu par Y, a dit": the person before the words in apposition.
  private func apposed(endingAt comma: Int, from start: Int) -> SpeakerReference? {
    guard
      let first = stride(from: comma - 1, to: max(start, comma - 30), by: -1).first(where: {
        text.tokens[$0].kind == .punctuation
      }), text.tokens[first].value == Punctuation.comma, let reference = reference(endingAt: first),
      !reference.isGoverned, text.match(.sayMarker, at: first + 1) == nil, case .entity = reference.referent
    else { return nil }
    return reference
  }

  /// "X a dit qu'il espérait": the verb whose clause a pronoun opens.
  private func clause(around pronoun: Int, from start: Int) -> Range<Int>? {
    guard pronoun > start + 1, isThat(pronoun - 1), text.source(text.tokens[pronoun - 2].bytes) != "ce" else {
      return nil
    }
    return stride(from: pronoun - 2, through: max(start, pronoun - 10), by: -1).lazy
      .compactMap { self.text.match(.sayVerb, at: $0) }.first { isVerb($0) && !isGerund($0.tokens) }?.tokens
  }

  /// "le groupe a dit": somebody whom no reference tells.
  private func isNoun(_ token: Int, from start: Int) -> Bool {
    guard token > start, text.tokens[token].kind == .word, text.match(.clauseWord, at: token) == nil,
      let determiner = text.match(.sayDeterminer, at: token - 1), determiner.tokens.count == 1,
      text.tokens[token - 1].kind == .word
    else { return false }
    return token - 1 == start || text.match(.sayPreposition, at: token - 2) == nil
  }

  /// The last subject pronoun of a run: "il", "elle", "ce dernier".
  private func pronoun(before end: Int, from start: Int) -> LexiconMatch? {
    var token = end - 1
    while token >= start {
      if let match = pronoun(at: token) { return match }
      token -= 1
    }
    return nil
  }

  /// "il", "ce dernier" at its last word.
  private func pronoun(endingAt token: Int, from start: Int) -> LexiconMatch? {
    for first in max(start, token - 2)...max(start, token) {
      if let match = pronoun(at: first), match.tokens.upperBound == token + 1 { return match }
    }
    return nil
  }

  /// A pronoun that may be a subject: "vous" only before a verb of its own, "le premier" before no noun.
  private func pronoun(at token: Int, isSubject: Bool = true) -> LexiconMatch? {
    guard let match = text.match(.sayPronoun, at: token), !isSubject || text.match(.sayFiller, at: token) == nil
    else { return nil }
    let next = match.tokens.upperBound
    guard next < text.tokens.count else { return nil }
    switch text.entry(match).value(0) {
    case "addressee" where isSubject:
      let verb = text.source(text.tokens[next].bytes)
      return verb.hasSuffix("ez") || verb.hasSuffix("êtes") ? match : nil
    case "first", "second":
      let stands =
        text.tokens[next].kind == .punctuation || text.match(.sayAuxiliary, at: next) != nil
        || text.match(.sayVerb, at: next) != nil || text.match(.sayFiller, at: next) != nil
      return stands ? match : nil
    default: return match
    }
  }

  // References

  private func isSomebody(_ reference: SpeakerReference) -> Bool {
    if case .document = reference.referent { return false }
    return true
  }

  private func isGovernedDirectly(_ reference: SpeakerReference) -> Bool {
    guard reference.isGoverned else { return false }
    // What goes with a governed name is governed by no preposition of its own, and may be a subject.
    var token = start(of: reference) - 1
    while token >= 0, text.match(.sayDeterminer, at: token) != nil { token -= 1 }
    return token >= 0 && text.tokens[token].kind == .word
  }

  private func reference(endingAt end: Int) -> SpeakerReference? {
    let index = firstReference(from: end)
    return index > 0 && references[index - 1].tokens.upperBound == end ? references[index - 1] : nil
  }

  /// The nearest reference before a token that may be a subject.
  private func before(_ token: Int, from start: Int, isMarked: Bool, isWithin: Bool = false) -> SpeakerReference? {
    references[..<firstReference(from: token)].suffix(16).last {
      $0.tokens.lowerBound >= start && $0.tokens.upperBound <= token && $0.isQuoted == isWithin
        && (isMarked || !$0.isGoverned)
    }
  }

  /// The first reference that may be a subject; a marker governs what follows it.
  private func first(from start: Int, to end: Int, isMarked: Bool, isWithin: Bool = false) -> SpeakerReference? {
    for reference in references[firstReference(from: start)...].prefix(6) {
      guard reference.tokens.lowerBound < end else { return nil }
      guard reference.isQuoted == isWithin else { return nil }
      if isMarked || !reference.isGoverned { return reference }
    }
    return nil
  }

  /// With the name of the same person that stands beside it: "la ministre, X".
  private func end(of reference: SpeakerReference, _ limit: Int) -> Int {
    var end = reference.tokens.upperBound
    guard case .entity(let entity) = reference.referent else { return min(end, limit) }
    for next in references[firstReference(from: end)...].prefix(2) {
      guard case .entity(let other) = next.referent, other == entity, next.tokens.lowerBound <= end + 1 else { break }
      end = next.tokens.upperBound
    }
    return min(end, limit)
  }

  /// With the office of the same person that stands before it: "la ministre, X".
  private func start(of reference: SpeakerReference) -> Int {
    let index = firstReference(from: reference.tokens.lowerBound)
    guard index > 0, case .entity(let entity) = reference.referent,
      case .entity(entity) = references[index - 1].referent,
      references[index - 1].tokens.upperBound + 1 >= reference.tokens.lowerBound
    else { return reference.tokens.lowerBound }
    return references[index - 1].tokens.lowerBound
  }

  private func firstReference(from token: Int) -> Int {
    var (low, high) = (0, references.count)
    while low < high {
      let middle = (low + high) / 2
      if references[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
