internal import EntenteSchema

/// The names that stand beside an office or a noun for somebody, and tell who is meant.
extension SpeakerReferenceReader {
  /// "une habitante, X": somebody whom the text names after all.
  func name(after index: Int, _ references: [SpeakerReference]) -> SpeakerReference.Referent? {
    switch references[index].referent {
    case .entity, .document: return nil
    case .nobody, .description: break
    }
    if let lawyer = name(behindOwner: index, references) ?? name(behindComplement: index, references)
      ?? name(behindModifiers: index, references)
    {
      return lawyer
    }
    let next = references[index + 1]
    let gap = references[index].tokens.upperBound..<max(references[index].tokens.upperBound, next.tokens.lowerBound)
    guard case .entity(let entity) = next.referent, entities[entity].kind == .person,
      gap.isEmpty || isApposed(next, behind: gap)
    else { return nil }
    return next.referent
  }

  /// "l'avocat de X, Me Y,": who stands in apposition to one who serves somebody.
  func name(behindOwner index: Int, _ references: [SpeakerReference]) -> SpeakerReference.Referent? {
    guard index + 2 < references.count else { return nil }
    let (office, owner, name) = (references[index], references[index + 1], references[index + 2])
    let gap = owner.tokens.upperBound..<max(owner.tokens.upperBound, name.tokens.lowerBound)
    guard owner.isGoverned, owner.tokens.lowerBound <= office.tokens.upperBound + 2,
      case .entity(let entity) = name.referent, entities[entity].kind == .person, !gap.isEmpty,
      hasOwner(office.tokens.upperBound), isApposed(name, behind: gap), name.tokens.upperBound < text.tokens.count,
      text.tokens[name.tokens.upperBound].kind == .punctuation
    else { return nil }
    return name.referent
  }

  /// "Le commandant des sous-marins de l'OTAN, le contre-amiral Y, a": who stands in apposition to an office that opens a
  /// clause, and whose verb follows.
  func name(behindComplement index: Int, _ references: [SpeakerReference]) -> SpeakerReference.Referent? {
    let end = references[index].tokens.upperBound
    guard case .description = references[index].referent, end < text.tokens.count, text.tokens[end].kind == .word,
      text.match(.nameLinker, at: end) != nil,
      let comma = (end..<min(text.tokens.count, end + 14)).first(where: { text.tokens[$0].kind == .punctuation }),
      text.tokens[comma].value == Punctuation.comma,
      !(end..<comma).contains(where: {
        text.match(.sayAuxiliary, at: $0) != nil || text.match(.sayVerb, at: $0) != nil
          || text.match(.sayPronoun, at: $0) != nil
          || text.match(.clauseWord, at: $0) != nil
            && text.match(.sayPreposition, at: $0) == nil && text.match(.nameLinker, at: $0) == nil
            && text.match(.sayDeterminer, at: $0) == nil
      }), let next = references.between(comma, comma + 4).first, case .entity(let entity) = next.referent,
      entities[entity].kind == .person,
      isApposed(next, behind: comma..<next.tokens.lowerBound)
    else { return nil }
    var close = next.tokens.upperBound
    if let name = references.between(close, close + 1).first, case .entity(entity) = name.referent {
      close = name.tokens.upperBound
    }
    guard close + 1 < text.tokens.count, text.tokens[close].kind == .punctuation,
      text.tokens[close].value == Punctuation.comma, leadsToVerb(close + 1)
    else { return nil }
    return next.referent
  }

  /// "la déléguée CGT, X", "le directeur académique, X": who stands in apposition to an office with its house or adjectives.
  func name(behindModifiers index: Int, _ references: [SpeakerReference]) -> SpeakerReference.Referent? {
    let end = references[index].tokens.upperBound
    guard
      let comma = (end..<min(text.tokens.count, end + 4)).first(where: { text.tokens[$0].kind == .punctuation }),
      comma > end, text.tokens[comma].value == Punctuation.comma,
      (end..<comma).allSatisfy({ isModifier($0) }),
      let next = references.between(comma, comma + 5).first, case .entity(let entity) = next.referent,
      entities[entity].kind == .person, isApposed(next, behind: comma..<next.tokens.lowerBound),
      next.tokens.upperBound < text.tokens.count, text.tokens[next.tokens.upperBound].kind == .punctuation
    else { return nil }
    return next.referent
  }

  /// A word in small letters or an acronym, and nothing that makes a clause.
  private func isModifier(_ token: Int) -> Bool {
    let word = text.tokens[token]
    guard word.kind == .word, !word.flags.contains(.elided) else { return false }
    if word.flags.contains(.allCaps) { return true }
    return !word.flags.contains(.capitalised) && !text.categories(at: token).intersects(Self.clauses)
  }

  private static let clauses: CategorySet = [
    .sayVerb, .sayAuxiliary, .sayPronoun, .sayPreposition, .clauseWord, .sayDeterminer, .nameLinker,
  ]

  /// Whether a verb stands at a token, behind the pronouns that go with it: "m'a tendu", "ne cache pas".
  private func leadsToVerb(_ token: Int) -> Bool {
    var next = token
    while next < min(text.tokens.count, token + 3), text.tokens[next].kind == .word,
      Self.clitics.contains(text.source(text.tokens[next].bytes))
    {
      next += 1
    }
    guard next < text.tokens.count, text.tokens[next].kind == .word else { return false }
    return next > token && !text.tokens[next].flags.contains(.capitalised)
      || text.match(.sayAuxiliary, at: next) != nil || text.match(.sayVerb, at: next) != nil
  }

  private static let clitics: Set<String> = [
    "m'", "m’", "t'", "t’", "s'", "s’", "n'", "n’", "me", "se", "ne", "nous", "vous", "lui", "leur", "y", "en",
  ]

  /// "X, étudiante à Bergen.": a noun without an article behind the comma of a name.
  func name(beside index: Int, _ references: [SpeakerReference]) -> SpeakerReference.Referent? {
    let (name, office) = (references[index - 1], references[index])
    guard case .description = office.referent, case .entity(let entity) = name.referent,
      entities[entity].kind == .person, name.tokens.upperBound + 1 == office.tokens.lowerBound,
      text.tokens[name.tokens.upperBound].kind == .punctuation,
      text.tokens[name.tokens.upperBound].value == Punctuation.comma,
      !text.tokens[office.tokens.lowerBound].flags.contains(.capitalised)
    else { return nil }
    return name.referent
  }

  /// A comma, and what stands before a name: ", X", ", M. X", ", le colonel X". After "Selon les témoins, X était" it is not.
  func isApposed(_ next: SpeakerReference, behind gap: Range<Int>) -> Bool {
    guard let comma = gap.first, text.tokens[comma].kind == .punctuation,
      text.tokens[comma].value == Punctuation.comma
    else { return false }
    let end = next.tokens.upperBound
    guard end >= text.tokens.count || text.tokens[end].kind == .punctuation || !isOpening(gap.lowerBound) else {
      return false
    }
    var token = comma + 1
    while token < gap.upperBound {
      guard
        let match = text.match(.civility, at: token) ?? text.match(.sayDeterminer, at: token)
          ?? text.match(.formerWord, at: token)
          ?? (token + 1 == gap.upperBound ? text.match(.personNoun, at: token) : nil)
      else { return false }
      token = match.tokens.upperBound
    }
    return true
  }

  /// Whether a comma closes the opening phrase of a sentence: "Selon un témoin,".
  private func isOpening(_ comma: Int) -> Bool {
    guard let number = text.sentence(ofToken: comma) else { return false }
    let first = text.sentences[number].tokens.lowerBound
    guard comma - first < 14, text.match(.sayMarker, at: first) != nil else { return false }
    return !(first..<comma).contains { text.tokens[$0].kind == .punctuation }
  }

  /// "X, son homologue, a dit": the office of who is named before it.
  func name(before index: Int, _ references: [SpeakerReference]) -> SpeakerReference.Referent? {
    let (name, office) = (references[index - 1], references[index])
    guard case .description = office.referent, case .entity(let entity) = name.referent,
      entities[entity].kind == .person,
      name.tokens.upperBound + 2 == office.tokens.lowerBound, office.tokens.upperBound < text.tokens.count,
      text.tokens[name.tokens.upperBound].value == Punctuation.comma,
      text.match(.sayDeterminer, at: name.tokens.upperBound + 1) != nil,
      text.tokens[office.tokens.upperBound].value == Punctuation.comma
    else { return nil }
    return name.referent
  }

  /// "avec le ministre, X,", "avec X et Y": the second goes with the first, unless a verb follows.
  func isApposition(_ first: SpeakerReference, _ second: SpeakerReference) -> Bool {
    guard text.sentence(ofToken: first.tokens.lowerBound) == text.sentence(ofToken: second.tokens.lowerBound) else {
      return false
    }
    var between = first.tokens.upperBound..<second.tokens.lowerBound
    let written = between.count
    while let last = between.last, text.match(.sayDeterminer, at: last) != nil { between = between.dropLastToken() }
    // "à Oslo un responsable": an article without a comma begins somebody else.
    guard between.count <= 1, !between.isEmpty || written == 0 else { return false }
    if case .entity(let one) = first.referent, case .entity(let other) = second.referent {
      if one == other { return true }
      // "a confié à l'AFP X"
      if entities[one].type == "media", entities[other].kind == .person { return false }
    }
    guard let joint = between.first else { return true }
    // "Selon le Yomiuri, un responsable": a house is nobody.
    if case .entity(let one) = first.referent, entities[one].kind == .organisation,
      text.tokens[joint].value == Punctuation.comma
    {
      switch second.referent {
      case .nobody, .description: return false
      case .entity, .document: break
      }
    }
    // "À Oslo, le ministre": a place is where somebody does something.
    // "La directrice de la JICA, X,": a house is none of whom stands in apposition.
    if case .entity(let one) = first.referent,
      entities[one].kind == .place || entities[one].kind == .country || entities[one].kind == .organisation,
      text.tokens[joint].value == Punctuation.comma
    {
      guard case .entity(let other) = second.referent, entities[other].kind != .person else { return false }
    }
    guard text.tokens[joint].value == Punctuation.comma || text.source(text.tokens[joint].bytes) == "et" else {
      return false
    }
    var next = second.tokens.upperBound
    if next < text.tokens.count, text.tokens[next].kind == .punctuation { next += 1 }
    return !leadsToVerb(next) || text.tokens[joint].kind == .word
  }
}

extension Range<Int> {
  fileprivate func dropLastToken() -> Range<Int> { lowerBound..<upperBound - 1 }
}
