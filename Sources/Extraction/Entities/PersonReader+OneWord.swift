/// What makes a person of one word with a capital: words of theirs, an age, an office, a deed, fame.
extension PersonReader {
  func isPersonByOneWord(_ run: Run, _ roleStarts: [Int: Int]) -> Bool {
    guard let name = run.words.first else { return false }
    if isQuoted(run, name) || isDescribed(run, name, roleStarts) || isRuler(run, name, roleStarts) || isDoing(name)
      || isNamedWithAge(run, name) || isNamedBehindNoun(run, name) || isFamous(run, name) || isFromThere(run, name)
    {
      return true
    }
    if run.isAfterRole {
      // "le rappeur Vesk"
      return run.role.map { roles[$0].isTitle } == true || text.match(.givenName, at: name) != nil
        || text.tokens[name].word == .unknown && text.tokens[name].length > 2
          && !text.tokens[name].flags.contains(.allCaps)
          && run.role.map { roles[$0].tokens.count <= roles[$0].head.count + 1 } == true
    }
    // "Son épouse, Georgina, sourit"
    return (run.role.map { isKin($0) } ?? false || run.role != nil && text.match(.givenName, at: name) != nil)
      && name + 1 < text.tokens.count
      && text.tokens[name + 1].kind == .punctuation && text.tokens[name + 1].value == Punctuation.comma
  }

  /// "X a répondu : « … »", "« … », dit X": one word that nothing else explains, and whose words are told.
  private func isQuoted(_ run: Run, _ name: Int) -> Bool {
    guard run.civility == nil, text.tokens[name].word == .unknown || text.match(.givenName, at: name) != nil,
      text.tokens[name].length > 2, !text.tokens[name].flags.contains(.allCaps),
      let number = text.sentence(ofToken: name)
    else { return false }
    // Not far: a sentence may be as long as its text.
    let sentence = text.sentences[number].tokens.clamped(to: name - 40..<name + 40)
    guard name == sentence.lowerBound || text.match(.sayDeterminer, at: name - 1) == nil,
      sentence.contains(where: {
        text.tokens[$0].kind == .punctuation
          && (text.tokens[$0].value == Punctuation.openQuote || text.tokens[$0].value == Punctuation.straightQuote)
      })
    else { return false }
    let next = name + 1
    let says =
      text.match(.sayAuxiliary, at: next) != nil && text.match(.sayVerb, at: next + 1) != nil
      || text.match(.sayVerb, at: next) != nil && !text.isParticiple(next)
    return says || isAfterWords(name)
  }

  /// "Timon, le rameur, compte": one unknown word that says what it is between commas.
  private func isDescribed(_ run: Run, _ name: Int, _ roleStarts: [Int: Int]) -> Bool {
    let comma = run.tokens.upperBound
    guard run.civility == nil, text.tokens[name].word == .unknown || text.match(.givenName, at: name) != nil,
      text.tokens[name].length > 2, !text.tokens[name].flags.contains(.allCaps), comma + 3 < text.tokens.count,
      text.tokens[comma].kind == .punctuation, text.tokens[comma].value == Punctuation.comma,
      let role = roleStarts[comma + 2], !roles[role].isPlural,
      text.match(.sayDeterminer, at: comma + 1) != nil, roles[role].tokens.upperBound < text.tokens.count,
      text.tokens[roles[role].tokens.upperBound].kind == .punctuation
    else { return false }
    guard name > 0, text.tokens[name - 1].kind == .word else { return true }
    return text.match(.sayVerb, at: name - 1) != nil
  }

  /// "Vesk, reine d'Orval": one unknown word, and the office of a chief with what it rules.
  private func isRuler(_ run: Run, _ name: Int, _ roleStarts: [Int: Int]) -> Bool {
    let comma = run.tokens.upperBound
    guard run.civility == nil, text.tokens[name].word == .unknown, text.tokens[name].length > 2,
      !text.tokens[name].flags.contains(.allCaps), comma + 2 < text.tokens.count,
      text.tokens[comma].kind == .punctuation, text.tokens[comma].value == Punctuation.comma,
      let role = roleStarts[comma + 1], roles[role].isChief, roles[role].tokens.count > roles[role].head.count
    else { return false }
    return true
  }

  /// "Antoine a fui": a given name that does something, and is no place.
  private func isDoing(_ name: Int) -> Bool {
    guard text.match(.givenName, at: name) != nil, name + 2 < text.tokens.count,
      text.match(.city, at: name) == nil, text.match(.capital, at: name) == nil, text.match(.region, at: name) == nil,
      text.match(.country, at: name) == nil, text.match(.town, at: name) == nil, text.tokens[name].length > 3,
      text.match(.province, at: name) == nil, !text.tokens[name].flags.contains(.afterHyphen)
    else { return false }
    if name > 0, text.tokens[name - 1].kind == .word, !text.tokens[name - 1].flags.contains(.elided),
      text.match(.clauseWord, at: name - 1) == nil
    {
      return false
    }
    return ["a", "avait", "aura"].contains(text.source(text.tokens[name + 1].bytes))
      && text.tokens[name + 2].kind == .word && !text.tokens[name + 2].flags.contains(.capitalised)
  }

  /// "Gérard, 71 ans,"
  private func isNamedWithAge(_ run: Run, _ name: Int) -> Bool {
    run.civility == nil && text.tokens[name].length > 2 && !text.tokens[name].flags.contains(.allCaps)
      && (text.match(.givenName, at: name) != nil || text.tokens[name].word == .unknown)
      && isAged(run.tokens.upperBound)
  }

  /// "Un garçon de neuf ans, Vesk, dessine": one word between commas, behind a noun for one person.
  private func isNamedBehindNoun(_ run: Run, _ name: Int) -> Bool {
    guard run.civility == nil, text.tokens[name].word == .unknown || text.match(.givenName, at: name) != nil,
      text.tokens[name].length > 2, !text.tokens[name].flags.contains(.allCaps),
      !text.tokens[name].flags.contains(.afterHyphen), run.tokens.upperBound < text.tokens.count,
      text.tokens[run.tokens.upperBound].kind == .punctuation,
      text.tokens[run.tokens.upperBound].value == Punctuation.comma
    else { return false }
    return isAppositive(run)
  }

  /// "Plutarque": one name that tells who is meant, and no street, ship or prize that is called so.
  private func isFamous(_ run: Run, _ name: Int) -> Bool {
    guard run.civility == nil, let famous = text.match(.famousName, at: name), text.entry(famous).value(0) != "none",
      !text.tokens[name].flags.contains(.afterHyphen), !text.tokens[name].flags.contains(.allCaps)
    else { return false }
    let next = name + 1
    if next < text.tokens.count, text.tokens[next].flags.contains(.afterHyphen) || text.tokens[next].kind == .number {
      return false
    }
    guard name > 0, text.tokens[name - 1].kind == .word else { return true }
    let before = text.tokens[name - 1]
    if before.flags.contains(.capitalised), text.match(.sayPreposition, at: name - 1) == nil,
      text.match(.clauseWord, at: name - 1) == nil
    {
      return false
    }
    return text.match(.sayDeterminer, at: name - 1) == nil && text.match(.eventName, at: name - 1) == nil
      && text.match(.organisationHead, at: name - 1) == nil && text.match(.placeHead, at: name - 1) == nil
      && text.match(.placeNoun, at: name - 1) == nil && text.match(.roleModifier, at: name - 1) == nil
  }

  /// "l'Australien X": one unknown word behind somebody of a country.
  private func isFromThere(_ run: Run, _ name: Int) -> Bool {
    guard run.civility == nil, name > 1, text.tokens[name].word == .unknown, text.tokens[name].length > 2,
      !text.tokens[name].flags.contains(.allCaps), text.match(.countryAdjective, at: name - 1) != nil,
      text.tokens[name - 1].flags.contains(.capitalised), let article = text.match(.sayDeterminer, at: name - 2)
    else { return false }
    return article.tokens.upperBound == name - 1
  }

  /// "son frère jumeau, X,"
  private func isKin(_ role: Int) -> Bool {
    text.match(.role, at: roles[role].head.lowerBound).map { text.entry($0).values.contains("kin") } ?? false
  }
}
