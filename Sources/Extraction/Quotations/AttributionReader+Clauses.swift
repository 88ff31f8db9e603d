/// The clauses around a verb: where they begin, what stands between their subject and it.
extension AttributionReader {
  /// The first comma of a sentence, before a token.
  func openingComma(_ start: Int, _ end: Int) -> Int {
    (start..<end).first { text.tokens[$0].kind == .punctuation } ?? end
  }

  /// Where the last clause begins: behind its comma.
  func clause(before end: Int, from start: Int) -> Int {
    (start..<end).last { text.tokens[$0].kind == .punctuation && text.tokens[$0].value == Punctuation.comma } ?? start
  }

  /// No noun: "la demande", "une note".
  func isVerb(_ verb: LexiconMatch) -> Bool {
    let before = verb.tokens.lowerBound - 1
    if opensNoun(verb.tokens) { return false }
    // "soi-disant"
    if text.tokens[verb.tokens.lowerBound].flags.contains(.afterHyphen), text.match(.sayPronoun, at: before) == nil,
      text.tokens[before].length == 3
    {
      return false
    }
    // "un système d'alerte"
    if before >= 0, text.tokens[before].flags.contains(.elided), verb.tokens.count == 1,
      ["d'", "d’"].contains(text.source(text.tokens[before].bytes).lowercased()), !isGerund(verb.tokens)
    {
      return false
    }
    guard before >= 0, text.tokens[before].kind == .word, !text.tokens[before].flags.contains(.elided),
      // "les qualifiant"
      !text.source(text.tokens[verb.tokens.upperBound - 1].bytes).hasSuffix("ant")
    else {
      return true
    }
    // "je le disais", "comme le rappelle X": the article is a pronoun.
    if before > 0,
      text.match(.sayPronoun, at: before - 1) != nil
        || text.source(text.tokens[before - 1].bytes).lowercased() == "comme"
    {
      return true
    }
    return text.match(.sayIndefinite, at: before) == nil && text.match(.sayDeterminer, at: before) == nil
  }

  /// "Réplique de X :", "Reproche de la direction :": a noun that opens its sentence.
  private func opensNoun(_ verb: Range<Int>) -> Bool {
    guard verb.count == 1, verb.upperBound + 1 < text.tokens.count,
      text.tokens[verb.lowerBound].flags.contains(.capitalised)
    else { return false }
    // "Réplique immédiate de X"
    let linker = verb.upperBound + (isPlainWord(verb.upperBound) ? 1 : 0)
    guard ["de", "d'", "d’", "du", "des"].contains(text.source(text.tokens[linker].bytes)),
      text.sentence(ofToken: verb.lowerBound).map({ text.sentences[$0].tokens.lowerBound == verb.lowerBound }) ?? false
    else { return false }
    let word = text.source(text.tokens[verb.lowerBound].bytes)
    return word.hasSuffix("e") && !word.hasSuffix("ée")
  }

  func isGerund(_ verb: Range<Int>) -> Bool {
    guard let first = verb.first else { return false }
    // "a mis en avant" is none.
    let word = text.source(text.tokens[first].bytes)
    return word.hasSuffix("ant") || ((word.hasSuffix("er") || word.hasSuffix("ir")) && verb.count == 1)
  }

  /// "s'est borné à regretter", "a tenu à saluer": an infinitive whose subject stands before the verb that governs it.
  func isFinite(_ verb: Range<Int>, from start: Int) -> Bool {
    guard let filler = filler(endingAt: verb.lowerBound - 1, from: start), filler > start else { return false }
    let word = text.source(text.tokens[filler].bytes)
    guard verb.lowerBound - filler > 1, text.match(.sayPreposition, at: verb.lowerBound - 1) != nil,
      text.match(.sayPreposition, at: filler) == nil
    else { return false }
    return text.match(.sayAuxiliary, at: filler - 1) != nil || text.match(.sayFiller, at: filler - 1) != nil
      || word.hasSuffix("e")
  }

  func isThat(_ token: Int) -> Bool {
    text.tokens[token].length < 6 && ["que", "qu'", "qu’"].contains(text.source(text.tokens[token].bytes))
  }

  /// "X a dit que …, et a remercié": a second verb of the same subject.
  func joins(_ verb: Int, from start: Int) -> Bool {
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
  func filler(endingAt token: Int, from start: Int) -> Int? {
    (max(start, token - 3)...max(start, token)).first {
      text.match(.sayFiller, at: $0).map { $0.tokens.upperBound == token + 1 } ?? false
    }
  }

  /// Where the parenthesis opens that closes at a token, when it is short.
  func parenthesis(endingAt close: Int, from start: Int) -> Int? {
    (max(start, close - 8)..<close).last { text.tokens[$0].value == Punctuation.openParenthesis }
  }

  /// The dash that opens an aside which ends at a dash, when it is short.
  func dash(before close: Int, from start: Int) -> Int? {
    guard start + 1 < close else { return nil }
    return (max(start + 1, close - 14)..<close).last {
      text.tokens[$0].kind == .punctuation && text.tokens[$0].value == Punctuation.dash
    }
  }

  func isParenthesis(_ token: Int) -> Bool {
    text.tokens[token].value == Punctuation.openParenthesis || text.tokens[token].value == Punctuation.closeParenthesis
  }

  /// The comma before "qui dirige l'agence," when that ends at a comma.
  func relative(endingAt comma: Int, from start: Int) -> Int? {
    for token in stride(from: comma - 2, to: max(start, comma - 30), by: -1)
    where text.tokens[token].kind == .punctuation && !isParenthesis(token) {
      guard text.tokens[token].value == Punctuation.comma else { return nil }
      if ["qui", "dont", "où", "que", "qu'", "qu’"].contains(text.source(text.tokens[token + 1].bytes)) {
        return token
      }
    }
    return nil
  }

  /// "X, reçu par Y, a dit": the person before the words in apposition.
  func apposed(endingAt comma: Int, from start: Int) -> SpeakerReference? {
    guard
      let first = stride(from: comma - 1, to: max(start, comma - 30), by: -1).first(where: {
        text.tokens[$0].kind == .punctuation && !isParenthesis($0)
      }), text.tokens[first].value == Punctuation.comma, let reference = reference(endingAt: first),
      !reference.isGoverned, text.match(.sayMarker, at: first + 1) == nil, case .entity = reference.referent
    else { return nil }
    return reference
  }

  /// "X a dit qu'il espérait": the verb whose clause a pronoun opens.
  func clause(around pronoun: Int, from start: Int) -> Range<Int>? {
    guard pronoun > start + 1, isThat(pronoun - 1), !opensRelative(pronoun - 1),
      !Self.conjunctions.contains(text.source(text.tokens[pronoun - 2].bytes).lowercased())
    else { return nil }
    return stride(from: pronoun - 2, through: max(start, pronoun - 10), by: -1).lazy
      .compactMap { self.text.match(.sayVerb, at: $0) }.first { isVerb($0) && !isGerund($0.tokens) }?.tokens
  }

  /// « … », que le second a jugé: "que" behind somebody's words takes them up, and opens nothing that was said before them.
  func opensRelative(_ that: Int) -> Bool {
    guard isThat(that), isAfterComma(that), that > 1, text.tokens[that - 2].kind == .punctuation else { return false }
    return [Punctuation.closeQuote, Punctuation.straightQuote].contains(text.tokens[that - 2].value)
  }

  /// "un texte que X voulait plus court, …": whoever stands right behind "que" does only what the relative clause tells.
  func isWithinRelative(_ reference: SpeakerReference, before verb: Int) -> Bool {
    var token = start(of: reference) - 1
    while token > 0, text.tokens[token].kind == .word, text.match(.sayDeterminer, at: token) != nil { token -= 1 }
    guard token > 1, isThat(token) || ["dont", "où"].contains(text.source(text.tokens[token].bytes)),
      isAfterComma(token)
    else { return false }
    // "dont X," names one of several.
    let end = reference.tokens.upperBound
    guard end < text.tokens.count, text.tokens[end].kind == .word else { return false }
    return (end..<max(end, verb)).contains {
      text.tokens[$0].kind == .punctuation && text.tokens[$0].value == Punctuation.comma
    }
  }

  /// "X, que j'ai vu à Oslo, et qui m'a répondu": the relative clause that another one is joined to has its antecedent.
  func joinedRelative(_ relative: Int, from start: Int) -> Int? {
    guard relative > start + 1, ["et", "mais", "puis"].contains(text.source(text.tokens[relative - 1].bytes)) else {
      return nil
    }
    return stride(from: relative - 2, through: max(start + 1, relative - 24), by: -1).first {
      (isThat($0) || ["qui", "dont", "où"].contains(text.source(text.tokens[$0].bytes))) && isAfterComma($0)
    }
  }

  /// The noun with an article that stands between somebody and "qui": "X a reçu les pêcheurs, qui ont dit".
  func antecedent(of relative: Int, after reference: SpeakerReference) -> Int? {
    let gap = reference.tokens.upperBound..<max(reference.tokens.upperBound, relative)
    // Behind a comma it is somebody's apposition.
    guard gap.count > 1,
      text.tokens[gap.lowerBound].kind == .word
        // "X, citant les pêcheurs, qui"
        || text.source(text.tokens[gap.lowerBound + 1].bytes).hasSuffix("ant")
    else { return nil }
    return gap.dropLast().first { token in
      text.tokens[token].kind == .word && text.tokens[token + 1].kind == .word
        && (text.match(.sayDeterminer, at: token) != nil || text.match(.sayIndefinite, at: token) != nil)
        && text.match(.sayAuxiliary, at: token + 1) == nil && text.match(.sayTime, at: token + 1) == nil
        && (token == gap.lowerBound || text.match(.sayPreposition, at: token - 1) == nil)
    }
  }

  /// "la déclaration de X, qui parle": what is told of is the document.
  func document(above reference: SpeakerReference) -> Int? {
    var token = start(of: reference) - 1
    while token > 0, text.tokens[token].kind == .word, text.match(.sayDeterminer, at: token) != nil { token -= 1 }
    guard token > 0, text.tokens[token].kind == .word,
      ["de", "d'", "d’", "du"].contains(text.source(text.tokens[token].bytes)),
      text.match(.documentNoun, at: token - 1) != nil
    else { return nil }
    return token - 1
  }

  /// "n'a pas voulu dire si elle jugeait": what a verb of speech leaves open.
  func isWondered(_ verb: Int, from start: Int) -> Bool {
    for token in stride(from: verb - 1, to: max(start + 1, verb - 6), by: -1) {
      guard text.tokens[token].kind == .word else { return false }
      guard text.tokens[token].length <= 2, ["si", "s'", "s’"].contains(text.source(text.tokens[token].bytes)),
        text.match(.sayPronoun, at: token + 1) != nil || token + 1 < verb && !isAuxiliary(token + 1)
      else { continue }
      return (max(start, token - 4)..<token).contains {
        text.match(.sayVerb, at: $0) != nil || text.match(.sayDenial, at: $0) != nil
          || ["dire", "savoir", "demander"].contains(text.source(text.tokens[$0].bytes))
      }
    }
    return false
  }

  private func isAuxiliary(_ token: Int) -> Bool { text.match(.sayAuxiliary, at: token) != nil }

  /// Whether a verb that can be told for one stands in a range.
  func hasVerb(_ start: Int, _ end: Int) -> Bool {
    (start..<max(start, end)).contains {
      text.match(.sayAuxiliary, at: $0) != nil || text.match(.sayVerb, at: $0) != nil
    }
  }

  /// "tandis que": what makes another clause of "que".
  static let conjunctions: Set<String> = [
    "ce", "tandis", "alors", "pendant", "après", "avant", "bien", "dès", "depuis", "parce", "afin", "sans", "ainsi",
    "lors",
    "tant", "aussitôt",
  ]

  /// "le groupe a dit": somebody whom no reference tells.
  func isNoun(_ token: Int, from start: Int) -> Bool {
    guard token > start, text.tokens[token].kind == .word, text.match(.clauseWord, at: token) == nil,
      let determiner = text.match(.sayDeterminer, at: token - 1), determiner.tokens.count == 1,
      text.tokens[token - 1].kind == .word
    else { return false }
    return token - 1 == start || text.match(.sayPreposition, at: token - 2) == nil
  }

  /// The last subject pronoun of a run: "il", "elle", "ce dernier".
  func pronoun(before end: Int, from start: Int) -> LexiconMatch? {
    var token = end - 1
    while token >= start {
      if let match = pronoun(at: token) { return match }
      token -= 1
    }
    return nil
  }

  /// "il", "ce dernier" at its last word.
  func pronoun(endingAt token: Int, from start: Int) -> LexiconMatch? {
    for first in max(start, token - 2)...max(start, token) {
      if let match = pronoun(at: first), match.tokens.upperBound == token + 1 { return match }
    }
    return nil
  }

  /// A pronoun that may be a subject: "vous" only before a verb of its own, "le premier" before no noun.
  func pronoun(at token: Int, isSubject: Bool = true) -> LexiconMatch? {
    guard let match = text.match(.sayPronoun, at: token),
      // "Lui se souvient": with a capital it is a subject.
      !isSubject || (text.match(.sayFiller, at: token)?.tokens.count ?? 0) < match.tokens.count
        || text.source(text.tokens[token].bytes) == "Lui"
    else { return nil }
    let next = match.tokens.upperBound
    guard next < text.tokens.count else { return nil }
    switch text.entry(match).value(0) {
    // "il y a trois ans"
    case "none": return nil
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
}
