/// Forms of a verb that tell its subject by themselves: inverted pronouns, agents of the passive.
extension AttributionReader {
  /// "Le chef, écrira-t-il, …": the pronoun behind a verb.
  func inverted(after verb: Range<Int>) -> LexiconMatch? {
    var next = verb.upperBound
    guard next < text.tokens.count, text.tokens[next].flags.contains(.afterHyphen) else { return nil }
    if text.tokens[next].length == 1 { next += 1 }
    guard next < text.tokens.count, text.tokens[next].flags.contains(.afterHyphen) else { return nil }
    return text.match(.sayPronoun, at: next)
  }

  /// The end of "on" or "ils" behind a verb: "lit-on", "peut-on".
  func invertedNobody(after verb: Int, end: Int) -> Int? {
    var next = verb + 1
    if next < end, text.tokens[next].length == 1, text.tokens[next].flags.contains(.afterHyphen) { next += 1 }
    guard next < end, text.tokens[next].flags.contains(.afterHyphen), text.match(.sayNobody, at: next) != nil else {
      return nil
    }
    return next + 1
  }

  /// "par X": who does what a participle before it tells.
  func agent(at token: Int, end: Int) -> Attribution? {
    guard token + 1 < end, text.tokens[token].kind == .word, text.tokens[token].length == 3,
      text.source(text.tokens[token].bytes) == "par", text.match(.sayMarker, at: token) == nil
    else { return nil }
    let index = references.first(from: token)
    guard index < references.count, references[index].tokens.lowerBound <= token + 2,
      references[index].tokens.lowerBound == token + 1 || text.match(.sayDeterminer, at: token + 1) != nil
        || text.match(.sayIndefinite, at: token + 1) != nil,
      isSomebody(references[index])
    else { return nil }
    return Attribution(
      subject: .reference(references[index]), tokens: token..<self.end(of: references[index], end))
  }

  /// "a été accusé de « … »", "est décrite comme « … »": somebody else spoke.
  func isPassive(_ verb: Int) -> Bool {
    guard verb > 0 else { return false }
    guard text.tokens[verb - 1].kind == .word else { return isAccused(verb) }
    let before = text.source(text.tokens[verb - 1].bytes)
    if ["été", "entendu", "entendue"].contains(before) { return true }
    // "s'est félicité"
    if verb > 1, text.match(.sayFiller, at: verb - 2) != nil, text.tokens[verb - 2].length < 5 { return false }
    let word = text.source(text.tokens[verb].bytes)
    return ["est", "sont", "était", "étaient", "fut", "furent", "sera", "seront", "serait"].contains(before)
      && ["é", "ée", "és", "ées", "crit", "crite", "crits", "crites"].contains { word.hasSuffix($0) }
      && !["allé", "monté", "resté", "entré", "arrivé"].contains { word.hasPrefix($0) }
  }

  /// "X, accusé de « … », est parti": a participle behind a comma, and no "a, mardi, dénoncé".
  private func isAccused(_ verb: Int) -> Bool {
    guard isAfterComma(verb), isParticiple(verb) else { return false }
    for token in stride(from: verb - 2, to: max(0, verb - 16), by: -1) where isAfterComma(token) {
      return text.match(.sayAuxiliary, at: max(0, token - 2)) == nil
    }
    return true
  }

  private func isParticiple(_ token: Int) -> Bool {
    Self.accusations.contains(text.source(text.tokens[token].bytes))
  }

  private static let accusations: Set<String> = [
    "accusé", "accusée", "accusés", "accusées", "taxé", "taxée", "qualifié", "qualifiée", "qualifiés", "qualifiées",
    "traité", "traitée", "soupçonné", "soupçonnée", "décrit", "décrite", "jugé", "jugée", "critiqué", "critiquée",
    "dénoncé", "dénoncée", "présenté", "présentée", "considéré", "considérée",
  ]

  /// "cité par X", "a cité Y :"
  func isCiting(_ verb: Range<Int>) -> Bool {
    guard let last = verb.last else { return false }
    return text.tokens[last].length <= 7 && text.source(text.tokens[last].bytes).hasPrefix("cit")
  }

  /// "a cité Y : « … »" gives the words to Y; "X, cité par Y, …" keeps them from Y.
  func cited(after verb: Range<Int>, _ pair: QuotationPair, isWithin: Bool) -> Attribution? {
    let next = verb.upperBound
    guard next < pair.open else { return nil }
    if text.source(text.tokens[next].bytes) == "par" {
      if isAfterComma(verb.lowerBound), let reference = reference(endingAt: verb.lowerBound - 1),
        !reference.isGoverned, reference.isQuoted == isWithin
      {
        return Attribution(subject: .reference(reference), tokens: start(of: reference)..<next)
      }
      return .nobody(verb)
    }
    guard let reference = first(from: next, to: min(pair.open, next + 6), isMarked: false, isWithin: isWithin),
      reaches(next, reference)
    else { return nil }
    return Attribution(
      subject: .reference(reference), tokens: verb.lowerBound..<end(of: reference, pair.open), isCited: true)
  }

  /// "La flotte, estime X, n'est « … »", "Le pont tient, a précisé X :": a verb and its subject behind a comma.
  func incised(_ verb: Range<Int>, from start: Int, _ pair: QuotationPair) -> Attribution? {
    guard verb.lowerBound > start, isInverted(verb, from: start), !isGerund(verb) else { return nil }
    // "Faux, répond le ministère,"
    if isArticleAfter(verb.upperBound, pair.open),
      let stranger = stranger(after: verb.upperBound, end: min(pair.open, verb.upperBound + 6)), stranger < pair.open,
      closesIncise(stranger)
    {
      return .nobody(verb.lowerBound..<stranger)
    }
    guard let subject = first(from: verb.upperBound, to: min(pair.open, verb.upperBound + 6), isMarked: false),
      reaches(verb.upperBound, subject)
    else { return nil }
    var end = self.end(of: subject, pair.open)
    // "a précisé l'armée (FDA) dans un courriel :"
    if end < pair.open, text.tokens[end].kind == .punctuation,
      text.tokens[end].value == Punctuation.closeParenthesis
    {
      end += 1
    }
    // "a précisé l'armée dans un courriel :"
    let goesOn = follows(colonOf: pair) && text.match(.sayPreposition, at: end) != nil
    guard end < pair.open, closesIncise(end) || goesOn else { return nil }
    return Attribution(subject: .reference(subject), tokens: verb.lowerBound..<end)
  }

  /// "Accusé par X de « … », Y a ironisé": the participle that opens the sentence has the words, and not what follows them.
  func opensAccused(_ start: Int, _ pair: QuotationPair) -> Bool {
    guard start + 1 < pair.open, text.tokens[start].flags.contains(.capitalised),
      Self.accusations.contains(text.source(text.tokens[start].bytes).lowercased())
    else { return false }
    return !(start..<pair.open).contains { text.tokens[$0].kind == .punctuation }
  }

  /// « … », le défend X; « … », l'a repris X: a pronoun before a verb, whose subject follows at once and ends the clause.
  func isObject(_ token: Int, end: Int) -> Bool {
    guard isIncise(token), token + 2 < end,
      ["le", "la", "les", "l'", "l’"].contains(text.source(text.tokens[token].bytes))
    else { return false }
    var verb = token + 1
    while verb < min(end, token + 3), text.match(.sayAuxiliary, at: verb) != nil { verb += 1 }
    guard verb + 1 < end, text.match(.sayVerb, at: verb) != nil || mayBeVerb(verb),
      let subject = first(from: verb + 1, to: min(end, verb + 4), isMarked: false), isNamed(subject),
      leads(verb + 1, to: subject)
    else { return false }
    let next = self.end(of: subject, text.tokens.count)
    return next >= text.tokens.count || text.tokens[next].kind == .punctuation
  }

  /// « … » : la phrase de X est connue; « … » : c'est ce que X a dit.
  func named(behindColonOf pair: QuotationPair, end: Int) -> Attribution? {
    let colon = pair.close + 1
    guard colon + 3 < end, text.tokens[colon].kind == .punctuation, text.tokens[colon].value == Punctuation.colon else {
      return nil
    }
    for token in colon + 1..<min(end, colon + 5) {
      guard text.tokens[token].kind == .word else { return nil }
      if let cited = text.match(.sayMarker, at: token), text.entry(cited).value(0) == "cited" {
        return marker(token, end: end, follows: true)
      }
      guard isThat(token), text.source(text.tokens[token - 1].bytes) == "ce",
        let subject = first(from: token + 1, to: min(end, token + 6), isMarked: false), reaches(token + 1, subject)
      else { continue }
      let next = self.end(of: subject, end)
      let verb = (next..<max(next, min(end, next + 4))).first { text.match(.sayVerb, at: $0) != nil }
      return verb.map { Attribution(subject: .reference(subject), tokens: token..<$0 + 1) }
    }
    return nil
  }

  /// Whether a verb, with its auxiliary, opens what stands behind a comma, and its subject stands not before that:
  /// ", a précisé la capitaine", but not "X, le maire, a salué la foule".
  func isInverted(_ verb: Range<Int>, from start: Int) -> Bool {
    var first = verb.lowerBound
    while first > start, verb.lowerBound - first < 4, text.tokens[first - 1].kind == .word,
      text.match(.sayAuxiliary, at: first - 1) != nil || text.match(.sayFiller, at: first - 1) != nil
    {
      first -= 1
    }
    guard first > start, isAfterComma(first) else { return false }
    let comma = first - 1
    // "l'initiative OTAN-Ukraine, a précisé": half a compound is no subject.
    if let reference = reference(endingAt: comma), !reference.isGoverned,
      !text.tokens[reference.tokens.lowerBound].flags.contains(.afterHyphen)
    {
      // "X, soutient son avocat, a agi": no comma parts a subject from its verb.
      return first == verb.lowerBound && verb.count == 1 && isNamed(reference)
        && !isAfterComma(reference.tokens.lowerBound) && !isAfterComma(self.start(of: reference))
        && isArticleAfter(verb.upperBound, text.tokens.count)
    }
    return apposed(endingAt: comma, from: start) == nil && relative(endingAt: comma, from: start) == nil
  }

  /// A comma, a colon or a parenthesis.
  private func closesIncise(_ token: Int) -> Bool {
    text.tokens[token].kind == .punctuation
      && [Punctuation.comma, Punctuation.colon, Punctuation.openParenthesis].contains(text.tokens[token].value)
  }

  /// "a été qualifié de « … »": a participle right before the words.
  func isQualified(_ pair: QuotationPair) -> Bool {
    for token in max(0, pair.open - 4)..<pair.open {
      guard let verb = text.match(.sayVerb, at: token), verb.tokens.upperBound <= pair.open else { continue }
      let before = verb.tokens.lowerBound - 1
      guard before >= 0 else { return true }
      return text.tokens[before].kind == .punctuation || text.match(.sayCopula, at: before) != nil
        || text.match(.sayFiller, at: before) != nil
    }
    return false
  }

  /// "lequel", "laquelle"
  func isRelative(_ token: Int) -> Bool {
    ["lequel", "laquelle", "lesquels", "lesquelles"].contains(text.source(text.tokens[token].bytes))
  }

  func isAfterComma(_ token: Int) -> Bool {
    token > 0 && text.tokens[token - 1].kind == .punctuation && text.tokens[token - 1].value == Punctuation.comma
  }

  /// After a comma, or words that end with a mark of their own: « … ! » a lancé.
  func isIncise(_ start: Int) -> Bool {
    guard start > 1, text.tokens[start - 1].kind == .punctuation else { return false }
    let mark = text.tokens[start - 1].value
    if mark == Punctuation.comma { return true }
    guard mark == Punctuation.closeQuote || mark == Punctuation.straightQuote else { return false }
    let last = text.tokens[start - 2]
    return last.kind == .punctuation && last.value != Punctuation.comma
  }

  /// “ … ,” smiles X: the comma stands inside the marks.
  func isEnglishIncise(_ start: Int) -> Bool {
    guard start > 1, text.tokens[start - 1].kind == .punctuation else { return false }
    let mark = text.tokens[start - 1].value
    return (mark == Punctuation.closeQuote || mark == Punctuation.straightQuote) && isAfterComma(start - 1)
  }

  /// "tonne la presse": an article right after a verb.
  func isArticleAfter(_ verb: Int, _ end: Int) -> Bool {
    guard verb < end, text.tokens[verb].kind == .word else { return false }
    return text.match(.sayDeterminer, at: verb) != nil || text.match(.sayIndefinite, at: verb) != nil
  }

  /// The gender of "ce" or "cette" before a noun: "dit cet ancien marin" is whoever was spoken of.
  func demonstrative(at token: Int) -> String? {
    guard token + 1 < text.tokens.count, text.tokens[token + 1].kind == .word,
      ["ce", "cet", "cette"].contains(text.source(text.tokens[token].bytes)),
      let determiner = text.match(.sayDeterminer, at: token)
    else { return nil }
    return text.entry(determiner).value(0)
  }

  /// "calcule à sa manière l'agronome X": a phrase with its preposition, or adverbs, before an article and the subject.
  func leadsOverPhrase(_ token: Int, to reference: SpeakerReference) -> Bool {
    guard token < reference.tokens.lowerBound, reference.tokens.lowerBound <= token + Self.phrase,
      text.match(.sayPreposition, at: token) != nil || isAdverb(token)
    else { return false }
    return (token..<reference.tokens.lowerBound).allSatisfy {
      text.tokens[$0].kind == .word && text.match(.sayAuxiliary, at: $0) == nil && text.match(.sayVerb, at: $0) == nil
        && text.match(.sayPronoun, at: $0) == nil && !isThat($0)
        && (!text.tokens[$0].flags.contains(.capitalised) || text.match(.sayPreposition, at: $0 - 1) != nil)
    }
  }

  /// Words between a verb and its subject.
  private static let phrase = 10

  private func isAdverb(_ token: Int) -> Bool { text.source(text.tokens[token].bytes).hasSuffix("ment") }

  /// Whether a subject stands at once behind a verb, but for courtesy and a noun for the person who is named.
  func reaches(_ token: Int, _ reference: SpeakerReference) -> Bool {
    leads(token, to: reference) || isPerson(reference) && leadsOverNoun(token, to: reference)
  }

  /// "le marchand disparu X": an article, a noun and what is said of it, right before a name.
  func leadsOverNoun(_ token: Int, to reference: SpeakerReference) -> Bool {
    guard token + 1 < reference.tokens.lowerBound, reference.tokens.lowerBound <= token + 5,
      text.match(.sayDeterminer, at: token) != nil || text.match(.sayIndefinite, at: token) != nil
    else { return false }
    return (token + 1..<reference.tokens.lowerBound).allSatisfy { isPlainWord($0) }
  }

  /// A word in small letters that is no verb, no pronoun and no preposition.
  func isPlainWord(_ token: Int) -> Bool {
    let word = text.tokens[token]
    guard word.kind == .word, !word.flags.contains(.capitalised), !word.flags.contains(.elided) else { return false }
    return !text.categories(at: token).intersects(Self.clauses)
  }

  private static let clauses: CategorySet = [
    .sayVerb, .sayAuxiliary, .sayPronoun, .sayPreposition, .clauseWord, .nameLinker,
  ]

  /// Nothing but articles, courtesy and "de son côté" between the verb and its subject.
  func leads(_ token: Int, to reference: SpeakerReference) -> Bool {
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
}
