/// What makes a person of a run of capitals: a role, a title, a verb, a known given name.
extension PersonReader {
  /// A given and a family name; "M. van Weel", "M. Roy-Laurent" and "l'amiral Cavo Dragone" are family names until nobody
  /// has them.
  func isWhole(_ run: Run) -> Bool {
    guard run.words.count > 1, let last = run.words.last else { return false }
    let isCompound = run.words.dropFirst().allSatisfy { text.tokens[$0].flags.contains([.afterHyphen, .capitalised]) }
    if isCompound { return false }
    if text.match(.givenName, at: run.words[0]) != nil { return true }
    // "Mme Le Goff-Tanguy": the second half of a family name.
    if text.match(.givenName, at: last) != nil, !text.tokens[last].flags.contains(.afterHyphen) { return true }
    if text.tokens[last].flags.contains(.afterHyphen), !text.tokens[last].flags.contains(.capitalised) { return true }
    return run.civility == nil && text.match(.nameParticle, at: run.words[0]) == nil && run.words.count > 2
  }

  func isPerson(_ run: Run, _ roleStarts: [Int: Int]) -> Bool {
    guard let first = run.words.first, let last = run.words.last, text.tokens[last].length > 1,
      text.tokens[last].flags.contains(.afterHyphen) || text.match(.clauseWord, at: last) == nil,
      text.match(.eventName, at: first) == nil
    else { return false }
    if run.civility != nil || run.isFromTown { return true }
    // "capitaine de frégate X" holds a rank, and no ship.
    if !run.isAfterRole, isThing(before: first) || isNamedAfter(run) || isAtPlace(before: first) { return false }
    if run.words.allSatisfy({ text.tokens[$0].flags.contains(.allCaps) }) {
      let isRanked = run.isAfterRole && run.role.map { roles[$0].isTitle } == true
      return run.words.count > 1 && (isRanked || text.match(.givenName, at: first) != nil)
    }
    if run.words.count == 1 { return isPersonByOneWord(run, roleStarts) }
    if text.match(.givenName, at: first) != nil { return true }
    if run.role != nil { return true }
    if text.match(.givenName, at: last) != nil || text.match(.famousName, at: last) != nil { return true }
    if run.words.count >= 3, text.tokens[last].flags.contains(.afterHyphen),
      !text.tokens[last].flags.contains(.capitalised)
    {
      return true
    }
    if isDouble(run) || roleAfter(run.tokens.upperBound, roleStarts) != nil { return true }
    // "le Danois X", "selon X, qui dirige"
    if first > 1, text.match(.countryAdjective, at: first - 1) != nil,
      text.tokens[first - 1].flags.contains(.capitalised)
    {
      return true
    }
    if isApposed(run.tokens) || isCued(first) || isTurn(run) || isSecond(run) { return true }
    // "à Nozawa Onsen" is a place.
    if run.words.count == 2, run.words.allSatisfy({ isRomaji(text.tokens[$0]) }) {
      return first == 0 || text.source(text.tokens[first - 1].bytes) != "à"
        || first > 1 && text.match(.placeDative, at: first - 2) != nil
    }
    if isScholar(run.tokens.upperBound) { return true }
    if isTold(run.tokens) || isSubject(run) || isAged(run.tokens.upperBound) || isBeside(run) { return true }
    return isSpeaker(run.tokens) || isAfterWords(run.tokens.lowerBound)
  }

  /// "l'école Jean-Vesk", "à Jean-Vesk": a hyphen joins the names of somebody after whom a place or a school is called.
  private func isNamedAfter(_ run: Run) -> Bool {
    guard run.role == nil, run.words.count > 1, let first = run.words.first, first > 0 else { return false }
    // "Port-Saint-Vesk"
    if run.words.dropFirst().allSatisfy({ text.tokens[$0].flags.contains(.afterHyphen) }),
      run.words.dropFirst().dropLast().contains(where: {
        ["Saint", "Sainte"].contains(text.source(text.tokens[$0].bytes))
      })
    {
      return true
    }
    guard text.match(.givenName, at: first) != nil, text.tokens[first - 1].kind == .word,
      run.words.dropFirst().allSatisfy({
        text.tokens[$0].flags.contains([.afterHyphen, .capitalised]) && text.match(.givenName, at: $0) == nil
      })
    else { return false }
    return text.match(.sayPreposition, at: first - 1) != nil || text.match(.organisationHead, at: first - 1) != nil
      || text.match(.placeNoun, at: first - 1) != nil || text.match(.placeHead, at: first - 1) != nil
  }

  /// "relevé au Piton Vesk": no article stands before somebody's name.
  private func isAtPlace(before name: Int) -> Bool {
    guard name > 0, text.tokens[name - 1].kind == .word, text.tokens[name - 1].length <= 3 else { return false }
    return ["au", "aux"].contains(text.source(text.tokens[name - 1].bytes).lowercased())
  }

  /// "le sous-marin X", "le porte-avions français X Y": the name of a ship, a storm or a law.
  private func isThing(before name: Int) -> Bool {
    var end = name
    if end > 0, text.match(.countryAdjective, at: end - 1) != nil, !text.tokens[end - 1].flags.contains(.capitalised) {
      end -= 1
    } else if end > 1, text.match(.roleModifier, at: end - 1) != nil || text.match(.fieldAdjective, at: end - 1) != nil
    {
      end -= 1
    }
    return (max(0, end - 3)..<end).contains { text.match(.eventName, at: $0)?.tokens.upperBound == end }
  }

  /// "Orva Skeld-Vesk": a given name, and a family name of two words with a hyphen, none of which is a place.
  private func isDouble(_ run: Run) -> Bool {
    guard run.words.count == 3, let first = run.words.first,
      text.tokens[run.words[2]].flags.contains([.afterHyphen, .capitalised]),
      !text.tokens[run.words[1]].flags.contains(.afterHyphen), text.tokens[first].length > 1,
      text.tokens[run.words[1]].flags.contains(.capitalised),
      !text.tokens[first].flags.contains(.allCaps)
    else { return false }
    if first > 0, text.match(.organisationHead, at: first - 1) != nil || text.match(.placeHead, at: first - 1) != nil {
      return false
    }
    // "l'hôpital de Vesk Orva-Lund"
    if first > 1, text.match(.organisationHead, at: first - 2) != nil || text.match(.placeNoun, at: first - 2) != nil {
      return false
    }
    return run.words.allSatisfy { word in
      !Self.named.contains { text.match($0, at: word) != nil } && text.match(.eventNoun, at: word) == nil
    }
  }

  private static let named: [LexiconCategory] = [
    .country, .countryAdjective, .capital, .city, .town, .province, .region, .organisation, .organisationHead,
    .eventName, .dateMonth, .sayDeterminer, .sayPreposition, .clauseWord,
  ]

  /// ", secrétaire général", ", ancien ministre", "(ministre …)": a role in apposition.
  func roleAfter(_ end: Int, _ roleStarts: [Int: Int]) -> Int? {
    guard end < text.tokens.count, text.tokens[end].kind == .punctuation,
      text.tokens[end].value == Punctuation.comma || text.tokens[end].value == Punctuation.openParenthesis
    else { return nil }
    // "X, et la ministre Y"
    if end + 1 < text.tokens.count, text.source(text.tokens[end + 1].bytes) == "et" { return nil }
    var token = end + 1
    while token < min(end + 6, text.tokens.count) {
      // "chez Vesk, l'ancien champion Y": the role of who is named next.
      if let role = roleStarts[token] {
        return leadsDirectly(role) || doesNext(role) ? nil : role
      }
      guard
        let word = text.match(.roleAdjective, at: token) ?? text.match(.nameLinker, at: token)
          ?? text.match(.formerWord, at: token) ?? text.match(.sayDeterminer, at: token)
      else { return nil }
      token = word.tokens.upperBound
    }
    return nil
  }

  /// "son auteure, X.": who belongs to somebody, and is named.
  func isApposed(_ tokens: Range<Int>) -> Bool {
    let comma = tokens.lowerBound - 1
    guard comma > 2, text.tokens[comma].kind == .punctuation, text.tokens[comma].value == Punctuation.comma,
      tokens.upperBound < text.tokens.count, text.tokens[tokens.upperBound].kind == .punctuation,
      ["son", "sa", "leur"].contains(text.source(text.tokens[comma - 2].bytes).lowercased())
    else { return false }
    let noun = comma - 1
    return text.tokens[noun].kind == .word && !text.tokens[noun].flags.contains(.capitalised)
      && text.match(.eventName, at: noun) == nil && text.match(.organisationHead, at: noun) == nil
      && text.match(.buildingHead, at: noun) == nil && text.match(.eventNoun, at: noun) == nil
      && text.match(.documentNoun, at: noun) == nil
  }

  /// "selon X, qui": somebody whose words are told, and who does something.
  func isTold(_ tokens: Range<Int>) -> Bool {
    let (before, after) = (tokens.lowerBound - 1, tokens.upperBound)
    return before >= 0 && text.match(.sayMarker, at: before) != nil && after + 1 < text.tokens.count
      && text.tokens[after].value == Punctuation.comma && text.source(text.tokens[after + 1].bytes) == "qui"
  }

  /// "X Y, qui dirige l'exercice, reconnaît que": a subject of two unknown words that says something.
  func isSubject(_ run: Run) -> Bool {
    let after = run.tokens.upperBound
    guard run.words.count == 2, run.words.allSatisfy({ text.tokens[$0].word == .unknown }),
      after + 2 < text.tokens.count,
      let number = text.sentence(ofToken: after), text.sentences[number].tokens.lowerBound == run.tokens.lowerBound,
      text.tokens[after].kind == .punctuation, text.tokens[after].value == Punctuation.comma,
      ["qui", "que", "qu'", "qu’", "dont", "où", "l'", "l’"].contains(text.source(text.tokens[after + 1].bytes))
    else { return false }
    let rest = text.sentences[number].tokens.clamped(to: after + 2..<after + 24)
    guard let comma = rest.first(where: { text.tokens[$0].kind == .punctuation }), comma + 2 < text.tokens.count,
      text.tokens[comma].value == Punctuation.comma
    else { return false }
    // "X, qui préside, m'a glissé"
    let verb = comma + (Self.clitics.contains(text.source(text.tokens[comma + 1].bytes)) ? 2 : 1)
    return text.match(.sayVerb, at: verb) != nil
      || text.match(.sayAuxiliary, at: verb) != nil && text.match(.sayVerb, at: verb + 1) != nil
  }

  /// "entretien avec X": what stands before people.
  func isCued(_ first: Int) -> Bool {
    (max(0, first - 4)..<first).contains { text.match(.personCue, at: $0)?.tokens.upperBound == first }
  }

  /// "X et Y": two words with capitals beside a person by given name.
  func isSecond(_ run: Run) -> Bool {
    let start = run.tokens.lowerBound
    guard start > 2, text.tokens[start - 1].length == 2, text.source(text.tokens[start - 1].bytes) == "et",
      !text.tokens[run.words[1]].flags.contains(.afterHyphen)
    else { return false }
    var token = start - 2
    while token > 0, token > start - 6, text.tokens[token].kind == .word,
      text.tokens[token].flags.contains(.capitalised)
    {
      if token < start - 2, text.match(.givenName, at: token) != nil { return true }
      token -= 1
    }
    return false
  }

  /// "X (Radio Y) : …" at the head of a paragraph: who has the turn.
  func isTurn(_ run: Run) -> Bool {
    let end = run.tokens.upperBound
    guard let block = text.block(ofToken: run.tokens.lowerBound),
      text.blocks[block].tokens.lowerBound == run.tokens.lowerBound, text.blocks[block].kind == .paragraph,
      end < text.blocks[block].tokens.upperBound, text.tokens[end].kind == .punctuation,
      text.tokens[end].value == Punctuation.openParenthesis
    else { return false }
    let close = (end..<min(end + 8, text.blocks[block].tokens.upperBound - 1)).first {
      text.tokens[$0].kind == .punctuation && text.tokens[$0].value == Punctuation.closeParenthesis
    }
    return close.map { text.tokens[$0 + 1].value == Punctuation.colon } ?? false
  }

  /// ", de l'université X": the house of somebody who is asked.
  func isScholar(_ end: Int) -> Bool {
    guard end + 2 < text.tokens.count, text.tokens[end].kind == .punctuation,
      text.tokens[end].value == Punctuation.comma, text.match(.sayPreposition, at: end + 1) != nil
    else { return false }
    return (end + 2..<min(end + 4, text.tokens.count)).contains { token in
      ["university", "institute", "centre", "college"].contains(
        text.match(.organisationHead, at: token).map { text.entry($0).value(0) } ?? "")
    }
  }

  /// A word that Japanese may have in Latin letters: syllables of a consonant and a vowel, or n.
  func isRomaji(_ token: TextToken) -> Bool {
    token.length > 2 && token.word == .unknown && !token.flags.contains(.afterHyphen)
      && RomajiReader.reads(text.bytes[token.bytes])
  }

  /// ", 22 ans": nobody but people has an age.
  func isAged(_ end: Int) -> Bool {
    guard end + 2 < text.tokens.count, text.tokens[end].kind == .punctuation,
      text.tokens[end].value == Punctuation.comma || text.tokens[end].value == Punctuation.openParenthesis,
      end + 3 < text.tokens.count
    else { return false }
    // "X, a 16 ans"
    let number = ["a", "avait"].contains(text.source(text.tokens[end + 1].bytes)) ? end + 2 : end + 1
    return text.tokens[number].kind == .number && text.source(text.tokens[number + 1].bytes) == "ans"
  }

  /// "« … », rit X", "« … », s'est esclaffé X": a verb, with what goes with it, between somebody's words and a name.
  func isAfterWords(_ start: Int) -> Bool {
    let verb = start - 1
    guard verb > 1, text.tokens[verb].kind == .word, text.tokens[verb].length > 2,
      !text.tokens[verb].flags.contains(.capitalised), text.match(.nameLinker, at: verb) == nil,
      text.match(.clauseWord, at: verb) == nil, text.match(.sayPreposition, at: verb) == nil
    else { return false }
    var mark = verb - 1
    while mark > 1, verb - mark < 4, text.tokens[mark].kind == .word,
      text.match(.sayAuxiliary, at: mark) != nil || Self.clitics.contains(text.source(text.tokens[mark].bytes))
    {
      mark -= 1
    }
    if text.tokens[mark].kind == .punctuation, text.tokens[mark].value == Punctuation.comma { mark -= 1 }
    guard text.tokens[mark].kind == .punctuation else { return false }
    return text.tokens[mark].value == Punctuation.closeQuote || text.tokens[mark].value == Punctuation.straightQuote
  }

  private static let clitics: Set<String> = [
    "s'", "s’", "se", "m'", "m’", "me", "nous", "vous", "lui", "leur", "l'", "l’", "y", "en",
  ]

  /// "a déclaré" before or after.
  func isSpeaker(_ tokens: Range<Int>) -> Bool {
    let before = tokens.lowerBound - 1
    if before > 0, text.match(.speechVerb, at: before) != nil || text.match(.sayVerb, at: before) != nil { return true }
    var after = tokens.upperBound
    // "X lui a confié"
    if after < text.tokens.count, text.tokens[after].length <= 4, text.match(.sayFiller, at: after) != nil {
      after += 1
    }
    return after + 1 < text.tokens.count
      && (text.match(.speechVerb, at: after) != nil
        || (text.match(.clauseWord, at: after) != nil && text.match(.speechVerb, at: after + 1) != nil))
  }

  /// "le chef d'état-major, le général X": the role that a title stands in apposition to.
  func roleBefore(_ title: Int, _ roleEnds: [Int: Int]) -> Int? {
    let article = roles[title].tokens.lowerBound - 1
    guard article > 1, text.match(.nameLinker, at: article) != nil, text.tokens[article - 1].kind == .punctuation,
      text.tokens[article - 1].value == Punctuation.comma
    else { return nil }
    if let role = roleEnds[article - 1] { return role }
    // "le président du Comité (ABC), le général X"
    guard article > 4, text.tokens[article - 2].value == Punctuation.closeParenthesis,
      text.tokens[article - 4].value == Punctuation.openParenthesis
    else { return nil }
    return roleEnds[article - 4]
  }

  func hold(_ role: Int, _ number: Int, _ table: inout EntityTable, _ holders: inout [Int: Int]) {
    holders[role] = number
    table.addRole(number, EntityDraft.Role(tokens: roles[role].tokens, former: roles[role].former, of: ""))
  }

  /// "en présence de X, le général a dit": who does something next.
  private func doesNext(_ role: Int) -> Bool {
    let tokens = roles[role].tokens
    return tokens.upperBound < text.tokens.count && text.match(.sayDeterminer, at: tokens.lowerBound - 1) != nil
      && text.match(.sayAuxiliary, at: tokens.upperBound) != nil
  }

  /// A name follows in the same sentence, without a comma.
  private func leadsDirectly(_ role: Int) -> Bool {
    let end = roles[role].tokens.upperBound
    guard end < text.tokens.count, text.tokens[end].kind == .word else { return false }
    return leads(role) && text.sentence(ofToken: end) == text.sentence(ofToken: end - 1)
  }

  /// Whether a role stands before another name: ", Y".
  func leads(_ role: Int) -> Bool {
    let end = roles[role].tokens.upperBound
    guard end + 1 < text.tokens.count else { return false }
    let isComma = text.tokens[end].kind == .punctuation && text.tokens[end].value == Punctuation.comma
    let name = text.tokens[isComma ? end + 1 : end]
    return name.kind == .word && name.flags.contains(.capitalised) && !name.flags.contains(.elided)
      && text.match(.clauseWord, at: isComma ? end + 1 : end) == nil
  }
}
