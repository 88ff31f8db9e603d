/// Whether a name of a country, a town or a region stands for the place there.
extension Gazetteer {
  /// "à Singapour": the town, of a country that is called like it.
  func isTown(_ match: LexiconMatch, isListed: Bool) -> Bool {
    let first = match.tokens.lowerBound
    let hasTown = text.match(.city, at: first).map { $0.tokens == match.tokens } ?? false
    // "à Oslo, Singapour et Bergen", but "à Orval, Luxembourg": the country of the town.
    let goesOn = text.tokens.indices.contains(match.tokens.upperBound) && isJoint(match.tokens.upperBound)
    switch match.category {
    case .country: return hasTown && (isListed && goesOn || followsPlacePreposition(first))
    case .city:
      return !(isListed && goesOn) && !followsPlacePreposition(first)
        && text.match(.country, at: first)?.tokens == match.tokens
    default: return false
    }
  }

  /// "en Suisse", "aux Philippines": an adjective with a capital that is the name of its country as well, and neither
  /// somebody of it ("un Suisse") nor before a name ("la Suisse Anna Vesk").
  func isCountry(_ adjective: LexiconMatch) -> Bool {
    let (first, next) = (adjective.tokens.lowerBound, adjective.tokens.upperBound)
    guard text.match(.country, at: first)?.tokens == adjective.tokens else { return false }
    if next < text.tokens.count, text.tokens[next].kind == .word, text.tokens[next].flags.contains(.capitalised) {
      return false
    }
    guard first > 0 else { return true }
    return !["le", "un", "une", "ce", "cet", "cette"].contains(text.source(text.tokens[first - 1].bytes).lowercased())
  }

  /// The words that are somebody's family name, when a given name stands before a place: "François Hollande".
  func families() -> Set<WordID> {
    guard text.categories.contains(.givenName) else { return [] }
    var families: Set<WordID> = []
    for match in text.matches(of: [.country, .capital, .city, .town, .province, .region]) where match.tokens.count == 1
    {
      if isPartOfPerson(match.tokens) { families.insert(text.tokens[match.tokens.lowerBound].word) }
    }
    return families
  }

  /// "selon Hollande", after the person of that name: but "en Hollande" is the place.
  func isFamily(_ match: LexiconMatch, _ families: Set<WordID>) -> Bool {
    let first = match.tokens.lowerBound
    guard !families.isEmpty, match.tokens.count == 1, families.contains(text.tokens[first].word),
      text.tokens[first].flags.contains(.capitalised), match.category != .countryAdjective
    else { return false }
    guard first > 0, text.tokens[first - 1].kind == .word else { return true }
    return !["en", "à", "au", "aux", "la", "les", "l'", "l’", "le"].contains(
      text.source(text.tokens[first - 1].bytes).lowercased())
  }

  /// "la frégate Alsace", "Kylie Rhodes": the word before makes another name of a place.
  func isOfAnotherName(_ match: LexiconMatch) -> Bool {
    let before = match.tokens.lowerBound - 1
    guard before >= 0, match.tokens.count == 1, text.tokens[before].kind == .word,
      text.tokens[match.tokens.lowerBound].flags.contains(.capitalised)
    else { return false }
    switch match.category {
    case .city, .town, .province, .region: break
    default: return false
    }
    let word = text.tokens[before]
    // "le HMAS Brisbane"
    if word.flags.contains(.allCaps), text.match(.eventName, at: before) != nil { return true }
    if word.flags.contains(.capitalised) {
      return !word.flags.contains(.allCaps) && !word.flags.contains(.elided) && word.flags.contains(.latin)
        && text.matches(at: before).isEmpty && before > 0 && text.tokens[before - 1].kind == .word
    }
    return text.match(.eventName, at: before) != nil
  }

  /// "Larissa Vesk": a town whose name is a given name too stands before a word with a capital; not "à Victoria Falls". Behind
  /// a comma any town's name before one word that nothing knows is somebody's.
  func isGivenName(_ match: LexiconMatch) -> Bool {
    let (first, next) = (match.tokens.lowerBound, match.tokens.upperBound)
    guard match.tokens.count == 1, next < text.tokens.count, text.tokens[next].kind == .word,
      text.tokens[next].flags.contains([.capitalised, .latin]), !text.tokens[next].flags.contains(.allCaps),
      text.sentence(ofToken: first) == text.sentence(ofToken: next)
    else { return false }
    if text.match(.givenName, at: first)?.tokens == match.tokens, !text.tokens[next].flags.contains(.elided),
      !text.tokens[next].flags.contains(.afterHyphen)
    {
      return !followsPlacePreposition(first)
    }
    guard match.category == .city, first > 0, text.tokens[next].flags.contains(.afterSpace),
      text.tokens[next].word == .unknown
    else { return false }
    let before = text.tokens[first - 1]
    return before.kind == .punctuation && before.value == Punctuation.comma
      && text.sentence(ofToken: first - 1) == text.sentence(ofToken: next)
  }

  /// A longer name of somebody or something.
  func isLonger(_ match: LexiconMatch) -> Bool {
    let (first, next) = (match.tokens.lowerBound, match.tokens.upperBound)
    if next < text.tokens.count, text.tokens[next].kind == .word,
      text.tokens[next].flags.contains(.capitalised) || text.tokens[next].flags.contains(.afterHyphen)
    {
      return true
    }
    return text.tokens[first].flags.contains(.afterHyphen)
  }

  /// "à X", "le maire de X": a word that is a common one too is a place there.
  func isTold(_ match: LexiconMatch) -> Bool {
    let linker = match.tokens.lowerBound - 1
    if followsPlacePreposition(linker + 1) { return true }
    if match.category == .province, isElected(linker) || isConstituency(match) { return true }
    guard linker > 0, ["de", "d'", "d’"].contains(text.source(text.tokens[linker].bytes)) else { return false }
    return text.match(.placeHead, at: linker - 1) != nil || leadsOn(match.tokens.upperBound)
  }

  /// Whether the words beside a name of the gazetteer tell a place: "à X", "de X", "X (Ukraine)", "X, en Ukraine".
  func isPlaced(_ match: LexiconMatch) -> Bool {
    let (first, next) = (match.tokens.lowerBound, match.tokens.upperBound)
    if isLonger(match) { return false }
    if isLocated(match) || isAtHour(match) { return true }
    let isAmbiguous = text.entry(match).value(1) == "ambiguous"
    if opensLine(match, isSure: isAmbiguous) { return true }
    if isAmbiguous { return isTold(match) }
    if match.category == .province, isConstituency(match) { return true }
    if next + 1 < text.tokens.count, text.tokens[next].kind == .punctuation {
      let mark = text.tokens[next].value
      var inside = next + 1
      if mark == Punctuation.comma, text.match(.nameLinker, at: inside) != nil { inside += 1 }
      if mark == Punctuation.openParenthesis || mark == Punctuation.comma,
        text.match(.country, at: inside) != nil || text.match(.region, at: inside) != nil
      {
        return true
      }
    }
    guard first > 0 else { return false }
    var before = first - 1
    if before > 0, text.match(.sayDeterminer, at: before) != nil, text.match(.sayPreposition, at: before) == nil {
      before -= 1
    }
    // "le jour de la Saint-Jean"
    if before < first - 1, text.source(text.tokens[first].bytes) == "Saint" { return false }
    return text.tokens[before].kind == .word && text.match(.placePreposition, at: before) != nil
      && !text.tokens[before].flags.contains(.afterHyphen)
  }

  /// "version française", "traduit de l'anglais", "en japonais": a language is no country.
  func isLanguage(_ tokens: Range<Int>) -> Bool {
    let before = tokens.lowerBound - 1
    guard before >= 0, !text.tokens[tokens.lowerBound].flags.contains(.capitalised), text.tokens[before].kind == .word
    else { return false }
    switch text.source(text.tokens[before].bytes).lowercased() {
    case "version", "traduction", "langue", "en": return true
    case "l'", "l’", "du", "le":
      let next = tokens.upperBound
      return next >= text.tokens.count || text.tokens[next].kind == .punctuation
        || text.match(.sayPreposition, at: next) != nil
    default: return false
    }
  }
}
