/// Finds the words that attribute a quotation, and the subject of their verb.
struct AttributionReader {
  let text: AnnotatedText
  let references: [SpeakerReference]
  /// Whether each entity is a person.
  let people: [Bool]
  static let reach = 48

  /// - Parameters:
  ///   - holder: the quotation around it.
  ///   - previous: the quotation before it, and what attributes that.
  func attribution(
    of pair: QuotationPair, inside holder: QuotationPair?, after previous: QuotationPair?, told: Attribution?
  ) -> Attribution? {
    if let holder {
      return before(pair, from: max(holder.open + 1, pair.open - Self.reach), previous, told, isNested: true)
    }
    guard let number = text.sentence(ofToken: pair.open) else { return nil }
    let start = max(opening(of: pair, number), pair.open - Self.reach)
    if let agent = agent(at: pair.close + 1, end: min(text.tokens.count, pair.close + 12)), isQualified(pair) {
      return agent
    }
    if let by = use(behind: pair) { return agent(at: by, end: min(text.tokens.count, by + 10)) }
    if isTerm(pair, from: start) { return nil }
    if let gapped = gapped(pair, after: previous, told) { return gapped }
    if let voice = voice(at: pair.close + 1) { return voice }
    // "parle de « … », expression de X"
    if pair.close + 2 < text.tokens.count, isAfterComma(pair.close + 2),
      let cited = text.match(.sayMarker, at: pair.close + 2),
      text.entry(cited).value(0) == "cited",
      let found = marker(pair.close + 2, end: sentenceEnd(behind: pair), follows: true)
    {
      return found
    }
    let governs = governs(pair, from: start)
    if governs, let witness = witness(of: pair, end: sentenceEnd(behind: pair)),
      tellsNobody(before(pair, from: start, previous, told, isNested: false))
    {
      return witness
    }
    if !governs {
      if let after = after(pair) { return citation(behind: after) ?? after }
      if let within = within(pair) { return within }
    }
    if let own = quotedVerb(pair, from: start) { return own }
    guard let found = before(pair, from: start, previous, told, isNested: false) else {
      return embedded(pair, from: start)
    }
    // One small word far from the verb is no speech: initiatives « phares ».
    let words = pair.inside.count { text.tokens[$0].kind == .word }
    let isFar = pair.open - found.tokens.upperBound > 4
    let isSaid = text.match(.sayCopula, at: pair.open - 1) != nil
    return words == 1 && isFar && !isSaid && !text.tokens[pair.open + 1].flags.contains(.capitalised) ? nil : found
  }

  /// The first token of the sentence of a quotation; of the one before, when that ends with a colon: "X a déclaré :", and the
  /// words stand in a paragraph of their own.
  func opening(of pair: QuotationPair, _ number: Int) -> Int {
    let first = text.sentences[number].tokens.lowerBound
    guard first == pair.open, first > 0, number > 0, text.tokens[first - 1].kind == .punctuation,
      text.tokens[first - 1].value == Punctuation.colon
    else { return first }
    return text.sentences[number - 1].tokens.lowerBound
  }

  /// "X parle d'« … », il pense": a verb right before words that go on its clause has them as its own.
  func governs(_ pair: QuotationPair, from start: Int) -> Bool {
    let before = pair.open - 1
    guard before > start, text.tokens[before].kind == .word, !text.tokens[pair.open + 1].flags.contains(.capitalised)
    else { return false }
    if opensAccused(start, pair) { return true }
    for token in stride(from: before, through: max(start + 1, before - 2), by: -1) {
      guard text.tokens[token].kind == .word else { return false }
      if let verb = text.match(.sayVerb, at: token), verb.tokens.upperBound <= pair.open, isVerb(verb),
        reports(verb, pair)
      {
        return true
      }
    }
    // "X a espéré que Y viendrait « … », a dit Z"
    for token in stride(from: before, to: max(start + 1, before - 24), by: -1) {
      guard text.tokens[token].kind == .word else { return false }
      if isThat(token), let verb = text.match(.sayVerb, at: token - 1) { return isVerb(verb) }
    }
    return false
  }

  /// Where the sentence ends in which a quotation closes, as far as is looked.
  private func sentenceEnd(behind pair: QuotationPair) -> Int {
    let end = text.sentence(ofToken: pair.close).map { text.sentences[$0].tokens.upperBound } ?? text.tokens.count
    return min(end, pair.close + Self.reach)
  }

  /// A verb of speech, but none that tells only the words right after it.
  func report(at token: Int) -> LexiconMatch? {
    text.match(.sayVerb, at: token).flatMap { text.entry($0).value(0).isEmpty ? $0 : nil }
  }

  // After

  /// « … », a déclaré X; « … », selon X; « … », a-t-il ajouté.
  func after(_ pair: QuotationPair) -> Attribution? {
    guard let number = text.sentence(ofToken: pair.close) else { return nil }
    let end = min(text.sentences[number].tokens.upperBound, pair.close + Self.reach)
    var token = pair.close + 1
    var isClauseStart = true
    if let named = named(behindColonOf: pair, end: end) { return named }
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
        if let found = plainNamed(token, end: end, follows: token <= pair.close + 2) { return found }
        if let found = plainStranger(token, end: end, follows: token <= pair.close + 2) { return found }
        if let found = incise(token, end: end, follows: token <= pair.close + 2), !goesOn(found, after: pair),
          !closesAside(pair, before: found)
        {
          return introduces(found.tokens, isIncise: isAfterComma(token)) ? nil : found
        }
        if let found = marker(token, end: end, follows: token <= pair.close + 2) { return found }
      }
      isClauseStart = false
      token += 1
    }
    return nil
  }

  /// "À la question « … », elle a souri": the subject of a sentence that the words only open.
  private func goesOn(_ found: Attribution, after pair: QuotationPair) -> Bool {
    guard case .pronoun = found.subject, found.tokens.lowerBound < text.tokens.count,
      let pronoun = text.match(.sayPronoun, at: found.tokens.lowerBound), pronoun.tokens.count == 1,
      text.match(.sayFiller, at: found.tokens.lowerBound) == nil,
      let number = text.sentence(ofToken: pair.open)
    else { return false }
    return text.sentences[number].tokens.lowerBound != pair.open
  }

  /// "La loi, présentée comme « un bouclier », irrite X": the comma behind the words closes what a participle opened, and a
  /// verb that tells no speech goes on with the sentence.
  private func closesAside(_ pair: QuotationPair, before found: Attribution) -> Bool {
    guard !found.tokens.contains(where: { text.match(.sayVerb, at: $0) != nil }),
      let number = text.sentence(ofToken: pair.open)
    else { return false }
    let start = max(text.sentences[number].tokens.lowerBound, pair.open - Self.aside)
    guard let comma = (start..<max(start, pair.open)).last(where: { isComma($0) }), comma + 1 < pair.open else {
      return false
    }
    let participle = text.source(text.tokens[comma + 1].bytes)
    return ["é", "ée", "és", "ées"].contains { participle.hasSuffix($0) }
      && !(comma + 1..<pair.open).contains {
        text.match(.sayAuxiliary, at: $0) != nil || text.match(.sayPronoun, at: $0) != nil
      }
  }

  /// Tokens of a participle and what goes with it.
  private static let aside = 12

  /// « A, résume X, B »: the marks hold the words that attribute them.
  func within(_ pair: QuotationPair) -> Attribution? {
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
  func plain(_ token: Int, end: Int, follows: Bool) -> Attribution? {
    guard follows else { return nil }
    let index = references.first(from: token)
    guard index < references.count, references[index].tokens.lowerBound <= token + 1, !references[index].isQuoted,
      references[index].tokens.lowerBound == token || text.match(.sayDeterminer, at: token) != nil
    else { return nil }
    let subject = references[index]
    var verb = self.end(of: subject, end)
    // "X, un pêcheur de 58 ans, a dit"
    if verb < end, isComma(verb), let close = (verb + 1..<min(end, verb + 14)).first(where: { isComma($0) }),
      !hasVerb(verb, close)
    {
      verb = close + 1
    }
    while verb < end, text.match(.sayVerb, at: verb) == nil,
      text.match(.sayAuxiliary, at: verb) != nil || text.match(.sayFiller, at: verb) != nil
    {
      verb += 1
    }
    guard verb < end, let match = report(at: verb), !introduces(token..<match.tokens.upperBound) else {
      return nil
    }
    return Attribution(subject: .reference(subject), tokens: token..<match.tokens.upperBound)
  }

  /// "« … », la directrice de la maison, X, a dit": a name in apposition, or at the end of a long subject.
  func plainNamed(_ token: Int, end: Int, follows: Bool) -> Attribution? {
    guard follows, text.match(.sayDeterminer, at: token) != nil else { return nil }
    guard
      let verb = (token..<min(end, token + 24)).first(where: {
        text.match(.sayAuxiliary, at: $0) != nil || text.match(.sayVerb, at: $0) != nil
          || text.tokens[$0].kind == .punctuation && text.tokens[$0].value != Punctuation.comma
      }), text.tokens[verb].kind == .word
    else { return nil }
    let isApposed = isAfterComma(verb)
    guard let subject = reference(endingAt: isApposed ? verb - 1 : verb), isNamed(subject), !subject.isQuoted,
      subject.tokens.lowerBound > token,
      !isApposed || isAfterComma(start(of: subject)) || isAfterComma(subject.tokens.lowerBound),
      let said = (verb..<min(end, verb + 4)).first(where: { report(at: $0) != nil }), let match = report(at: said),
      !introduces(token..<match.tokens.upperBound)
    else { return nil }
    return Attribution(subject: .reference(subject), tokens: token..<match.tokens.upperBound)
  }

  /// "« … », la police a dit": nobody whom a reference tells.
  func plainStranger(_ token: Int, end: Int, follows: Bool) -> Attribution? {
    guard follows, isAfterComma(token),
      text.match(.sayDeterminer, at: token) != nil || text.match(.sayNobody, at: token) != nil
    else { return nil }
    for verb in token + 1..<min(end, token + 7) {
      guard text.tokens[verb].kind == .word else { return nil }
      guard let match = text.match(.sayVerb, at: verb), text.match(.sayAuxiliary, at: verb - 1) != nil else { continue }
      guard stranger(before: verb - 1, from: token) != nil, !introduces(token..<match.tokens.upperBound) else {
        return nil
      }
      return .nobody(token..<match.tokens.upperBound)
    }
    return nil
  }

  /// "selon X", "pour elle", "d'après une source"
  func marker(_ token: Int, end: Int, follows: Bool) -> Attribution? {
    guard follows, let marker = text.match(.sayMarker, at: token) else { return nil }
    if text.entry(marker).value(0) == "own" { return Attribution(subject: .unstated, tokens: marker.tokens) }
    let next = marker.tokens.upperBound
    if let pronoun = pronoun(at: next, isSubject: false), next < end {
      return Attribution(
        subject: .pronoun(text.entry(pronoun).value(0), at: token), tokens: token..<pronoun.tokens.upperBound)
    }
    guard let reference = first(from: next, to: min(end, next + 9), isMarked: true) else {
      // "selon les chiffres publiés", "d'après l'acte d'accusation"
      guard ["selon", "d'après", "d’après"].contains(text.source(tokens: marker.tokens).lowercased()) else {
        return nil
      }
      let close = (next..<max(next, end)).first { text.tokens[$0].kind == .punctuation } ?? end
      let nobody = SpeakerReference(tokens: next..<next, referent: .nobody, isGoverned: false, isQuoted: false)
      return Attribution(subject: .reference(nobody), tokens: token..<close)
    }
    if let stranger = strangerMarked(next, before: reference) { return .nobody(token..<stranger) }
    return Attribution(subject: .reference(reference), tokens: token..<self.end(of: reference, end))
  }

  /// « … », par la voix de X: whoever else is said to speak.
  private func voice(at comma: Int) -> Attribution? {
    guard comma + 1 < text.tokens.count, text.tokens[comma].kind == .punctuation,
      text.tokens[comma].value == Punctuation.comma, let marker = text.match(.sayMarker, at: comma + 1),
      marker.tokens.count > 3, text.source(text.tokens[comma + 1].bytes) == "par"
    else { return nil }
    return self.marker(comma + 1, end: min(text.tokens.count, comma + Self.reach), follows: true)
  }

  /// "il a déclaré : « … »", "il a déclaré que": the words belong to what follows.
  ///
  /// - Parameter isIncise: they stand behind a comma, and belong to what precedes it whatever is cited next.
  func introduces(_ attribution: Range<Int>, isIncise: Bool = false) -> Bool {
    let next = attribution.upperBound
    guard next < text.tokens.count else { return false }
    if text.tokens[next].kind == .punctuation {
      return text.tokens[next].value == Punctuation.colon
        || (!isIncise && text.tokens[next].value == Punctuation.openQuote)
    }
    return ["que", "qu'", "qu’"].contains(text.source(text.tokens[next].bytes).lowercased())
  }

  /// "a déclaré X", "a-t-il ajouté", "tranche X" at the start of a clause. Right after the words any verb may report them.
  func incise(_ start: Int, end: Int, follows: Bool, isWithin: Bool = false) -> Attribution? {
    var token = start
    var pronoun: LexiconMatch?
    var hasAuxiliary = false
    var isNegated = false
    var isNobody = false
    while token < min(end, start + 7), text.match(.sayVerb, at: token) == nil {
      if text.match(.sayNot, at: token) != nil {
        isNegated = true
        token += 1
        continue
      }
      // "ont-ils déclaré", "a-t-on appris"
      if hasAuxiliary, text.tokens[token].flags.contains(.afterHyphen), text.match(.sayNobody, at: token) != nil {
        isNobody = true
        token += 1
        continue
      }
      if text.match(.sayFiller, at: token) != nil, text.match(.sayPronoun, at: token) != nil {
        // "lui a répondu X"
      } else if token == start, follows, !isWithin, isObject(token, end: end) {
        // "le défend X"
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
    // "peut-on y lire"
    if follows, !isWithin, let nobody = invertedNobody(after: token, end: end) { return .nobody(start..<nobody) }
    let verb = report(at: token)
    if let verb, follows || hasAuxiliary, !isWithin, isDenied(verb.tokens, from: start) {
      return .denied(start..<verb.tokens.upperBound)
    }
    var verbEnd = verb?.tokens.upperBound ?? token + 1
    if isNobody, follows, !isWithin { return .nobody(start..<verbEnd) }
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
    // "lit-on", "disent-ils"
    if pronoun == nil, follows, let nobody = invertedNobody(after: verbEnd - 1, end: end) {
      return .nobody(start..<nobody)
    }
    if let pronoun {
      let isInverted = text.tokens[pronoun.tokens.lowerBound].flags.contains(.afterHyphen)
      guard verb != nil || (isInverted && follows), isInverted || !isWithin else { return nil }
      // "Surnommée « … » par la presse, elle sourit": a sentence that goes on.
      if !isInverted, !follows { return nil }
      return Attribution(
        subject: .pronoun(text.entry(pronoun).value(0), at: start), tokens: start..<verbEnd)
    }
    // "a dit ce dernier"
    if verb != nil || (follows && hasAuxiliary), let match = self.pronoun(at: verbEnd),
      match.tokens.count > 1
    {
      // "sourit la première, X"
      let name = match.tokens.upperBound + 1
      let index = references.first(from: name)
      if name < end, isAfterComma(name), index < references.count, references[index].tokens.lowerBound == name,
        isNamed(references[index]), !references[index].isQuoted
      {
        return Attribution(subject: .reference(references[index]), tokens: start..<references[index].tokens.upperBound)
      }
      return Attribution(
        subject: .pronoun(text.entry(match).value(0), at: start), tokens: start..<match.tokens.upperBound)
    }
    if !isWithin, isIncise(start), verb != nil || (follows && isArticleAfter(verbEnd, end)),
      let stranger = stranger(after: verbEnd, end: end)
    {
      if let name = named(behind: stranger, end: end) {
        return Attribution(subject: .reference(name), tokens: start..<name.tokens.upperBound)
      }
      return .nobody(start..<min(stranger, end))
    }
    let subject = first(from: verbEnd, to: min(end, verbEnd + 18), isMarked: false, isWithin: isWithin)
    if verb == nil {
      guard follows, isIncise(start) || isEnglishIncise(start), hasAuxiliary || token <= start + 1, let subject,
        reaches(verbEnd, subject) || leadsOverPhrase(verbEnd, to: subject)
      else { return nil }
      // "n'a pas voulu confirmer X"
      if isNegated, hasAuxiliary { return .denied(start..<self.end(of: subject, end)) }
      // "Des cris de « Dehors ! » ont accueilli X"
      if hasAuxiliary, isOneOfSeveral(subject, verb: start..<verbEnd) { return .denied(start..<verbEnd) }
      return Attribution(subject: .reference(subject), tokens: start..<self.end(of: subject, end))
    }
    if let subject {
      let end = self.end(of: subject, end)
      if !isWithin, isOneOfSeveral(subject, verb: start..<verbEnd) { return .nobody(start..<end) }
      return Attribution(subject: .reference(subject), tokens: start..<end)
    }
    if follows, let gender = demonstrative(at: verbEnd), verbEnd + 1 < end {
      return Attribution(subject: .pronoun(gender, at: start), tokens: start..<verbEnd + 2)
    }
    guard hasAuxiliary else { return nil }
    return Attribution(subject: .unstated, tokens: start..<verbEnd)
  }

  /// A word of its own in small letters, that no other entry claims.
  func mayBeVerb(_ token: Int) -> Bool {
    let word = text.tokens[token]
    return word.kind == .word && word.length > 2 && !word.flags.contains(.capitalised) && !word.flags.contains(.elided)
      && text.match(.clauseWord, at: token) == nil && text.match(.nameLinker, at: token) == nil
      && text.match(.role, at: token) == nil && text.match(.formerWord, at: token) == nil
      && text.match(.sayPreposition, at: token) == nil
  }
}
