/// What the verb that stands nearest to a date says of it, and how surely.
extension DateTenseReader {
  /// How far a subject may push a verb from the date that opens its clause.
  static let subject = 12

  func governed(_ verb: Verb, _ tokens: Range<Int>) -> DateTense {
    let isBefore = verb.token < tokens.lowerBound
    let between = isBefore ? verb.token + 1..<tokens.lowerBound : tokens.upperBound..<verb.token
    var tense = DateTense(side: verb.side)
    if verb.isAim { return tense }
    if verb.isPhrase {
      (tense.isCertain, tense.isAside) = (true, true)
      return tense
    }
    if sets(verb.token) {
      // `était prévu le 24 avril` may be past.
      if auxiliary(before: verb.token) != nil, isPluperfect(verb.token) { return .unknown }
      tense.isCertain = isSet(verb.token, tokens)
      return tense
    }
    // `le procès, ouvert le 3 juin,`
    if isBefore, tokens.lowerBound - verb.token <= 2, verb.side == .past, isApposition(verb.token) {
      (tense.isCertain, tense.isAside) = (true, true)
      return tense
    }
    guard !between.contains(where: opensClause), isBefore || verb.cost <= Self.subject else { return tense }
    switch verb.side {
    case .upcoming: tense.isCertain = isSurelyAhead(verb.token)
    case .past:
      // `remonte au 12 août`
      if let match = text.match(.dateTense, at: verb.token), text.entry(match).value(1) == "sure" {
        tense.isCertain = true
        return tense
      }
      let participle = perfect(verb.token)
      guard participle != nil || text.isPastTense(verb.token) else { return tense }
      if let participle, isBefore, participle < tokens.lowerBound {
        // `a invité Paul Roy le 12 mai` may be either.
        let rest = participle + 1..<tokens.lowerBound
        if rest.contains(where: { isAim($0) || text.isInfinitive($0) }) { return tense }
      }
      tense.isCertain = true
      tense.isAnterior = isPluperfect(verb.token)
    case .unknown: break
    }
    return tense
  }

  /// `est fixée au 24 avril`; `était prévu le 24 avril` may be past.
  func isSet(_ token: Int, _ date: Range<Int>) -> Bool {
    guard date.lowerBound - token <= 2, let auxiliary = auxiliary(before: token) else { return false }
    let word = text.bytes[text.tokens[auxiliary].bytes]
    if word.elementsEqual("est".utf8) || word.elementsEqual("sont".utf8) { return true }
    // `a été fixée au 24 avril`
    return date.lowerBound - token == 2 && text.bytes[text.tokens[token - 1].bytes].elementsEqual("été".utf8)
      && text.bytes[text.tokens[token + 1].bytes].elementsEqual("au".utf8)
  }

  /// `est organisée dimanche`, `est jugé lundi`: a passive of the present, right before the date. `est arrivé lundi` is past.
  func isUnderWay(_ token: Int) -> Bool {
    guard token > 1, text.isParticiple(token), text.tokens[token - 1].kind == .word else { return false }
    let auxiliary = text.bytes[text.tokens[token - 1].bytes]
    guard auxiliary.elementsEqual("est".utf8) || auxiliary.elementsEqual("sont".utf8),
      text.match(.eventReflexive, at: token - 2) == nil
    else { return false }
    let word = text.bytes[text.tokens[token].bytes]
    return !Self.moving.contains { word.starts(with: $0) }
  }

  /// Verbs whose past has "est": `arrivé`, `rentrée`.
  private static let moving = [
    "arriv", "rentr", "entr", "tomb", "all", "rest", "mont", "pass", "retourn", "décéd", "né", "réapparu", "décoll",
    "termin", "achev", "clos",
  ].map { Array($0.utf8) }

  func opensClause(_ token: Int) -> Bool {
    text.tokens[token].kind == .punctuation
      ? text.tokens[token].value != Punctuation.comma
      : text.match(.eventBoundary, at: token) != nil || text.match(.dateFrame, at: token) != nil
  }

  /// A future, or `va`, `vont` and an infinitive.
  func isSurelyAhead(_ token: Int) -> Bool {
    if text.isFuture(token) { return true }
    let word = text.bytes[text.tokens[token].bytes]
    return Self.futures.contains { word.elementsEqual($0) }
  }

  static let futures = ["va", "vont", "sera", "seront", "aura", "auront", "ira", "iront", "fera", "feront"].map {
    Array($0.utf8)
  }

  /// The participle of a compound past whose auxiliary or participle stands at a token; nil for other words.
  func perfect(_ token: Int) -> Int? {
    if isAuxiliary(token) {
      return (token + 1..<min(token + 5, text.tokens.count)).first { isParticiple($0) }
    }
    return isParticiple(token) && auxiliary(before: token) != nil ? token : nil
  }

  /// `a débuté`, `ont présidé`: a participle in `é` of a compound past that nothing sets ahead.
  func isPerfect(_ token: Int) -> Bool {
    text.isParticiple(token) && !sets(token) && (max(0, token - 3)..<token).contains { isAuxiliary($0) }
  }

  /// `leur rencontre`, `une rencontre`, `le vote`: a noun that is spelt like a present.
  func isNoun(_ match: LexiconMatch) -> Bool {
    guard match.tokens.count == 1, match.tokens.lowerBound > 0, !isSurelyAhead(match.tokens.lowerBound),
      let determiner = text.match(.eventDeterminer, at: match.tokens.lowerBound - 1)
    else { return false }
    // `ce sera`, `de compte`; `intentions de vote`
    let word = text.bytes[text.bytes(of: determiner.tokens)]
    if word.elementsEqual("ce".utf8) { return false }
    if word.elementsEqual("de".utf8) {
      return text.bytes[text.bytes(of: match.tokens)].elementsEqual("vote".utf8)
    }
    return match.tokens.upperBound < text.tokens.count
      && (text.entry(determiner).value(0) != "definite" || isOf(match.tokens.upperBound))
  }

  private func isOf(_ token: Int) -> Bool {
    let word = text.bytes[text.tokens[token].bytes]
    return ["de", "du", "d'", "d’", "entre", "avec"].contains { word.elementsEqual($0.utf8) }
  }

  func isParticiple(_ token: Int) -> Bool {
    text.isParticiple(token) || text.match(.dateVerb, at: token) != nil
  }

  func auxiliary(before token: Int) -> Int? {
    (max(0, token - 4)..<token).reversed().first { isAuxiliary($0) }
  }

  func isAuxiliary(_ token: Int) -> Bool {
    guard text.tokens[token].kind == .word, text.tokens[token].length <= 8 else { return false }
    let word = text.bytes[text.tokens[token].bytes]
    return Self.auxiliaries.contains { word.elementsEqual($0) }
  }

  func isPluperfect(_ token: Int) -> Bool {
    guard let auxiliary = isAuxiliary(token) ? token : auxiliary(before: token) else { return false }
    let word = text.bytes[text.tokens[auxiliary].bytes]
    return Self.pluperfect.contains { word.elementsEqual($0) }
  }

  static let pluperfect = ["avait", "avaient", "était", "étaient"].map { Array($0.utf8) }
  static let auxiliaries =
    ["a", "ont", "est", "sont", "ai", "avons", "avez", "sommes", "êtes", "fut", "furent", "eut", "eurent"].map {
      Array($0.utf8)
    } + pluperfect
}
