internal import EntenteSchema

/// Who acts, and with whom: conditions that any verb may need, whatever its event.
extension EventTriggerReader {
  /// A name, an office, a house, troops or a pronoun before the verb.
  func hasActor(before tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    if isOfSport(sentence) { return false }
    let before = sentence.bytes.lowerBound..<text.tokens[tokens.lowerBound].bytes.lowerBound
    return hasParty(before) || !facts.adjectives(in: before).isEmpty || hasHouseNoun(before: tokens, sentence)
      || hasTroops(before: tokens, sentence) || hasTraveller(before: tokens, sentence)
  }

  /// `Des plongeurs`, `deux avions`: those who take part in exercises.
  func hasTroops(before tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let start = max(sentence.tokens.lowerBound, tokens.lowerBound - Self.reach)
    return hasCue("troops", in: start..<tokens.lowerBound) || hasCue("traveller", in: start..<tokens.lowerBound)
  }

  private static let armed: Set<String> = ["command", "military", "alliance"]

  /// `Ils ont simulé lundi l'évacuation`, `L'état-major a simulé jeudi la panne`: but `Des chercheurs ont simulé` is no drill.
  func isSimulating(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard text.source(tokens: tokens).hasPrefix("simul") else { return false }
    let start = max(sentence.tokens.lowerBound, tokens.lowerBound - Self.reach)
    return hasPronoun(before: tokens, sentence)
      || facts.mentions(in: bytes(before: tokens, sentence)).contains { Self.armed.contains(facts.type(of: $0)) }
      || (start..<tokens.lowerBound).contains { token in
        text.match(.organisationHead, at: token).map { Self.armed.contains(text.entry($0).value(0)) } ?? false
      }
  }

  /// `Douze navires ont pris part à Cold Anchor`: troops, a day, and a name that nothing else knows.
  func takesPartInName(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let linker = afterDate(tokens.upperBound, sentence)
    let name = linker + 1
    guard name < sentence.tokens.upperBound, text.tokens[linker].length == 2, isPreposition("at", linker),
      text.tokens[linker].flags.contains(.accented), hasDay(sentence), hasTroops(before: tokens, sentence),
      !isOfSport(sentence)
    else { return false }
    let word = text.tokens[name]
    return word.kind == .word && word.flags.contains(.capitalised) && !word.flags.contains(.elided)
      && facts.mentions(in: word.bytes).isEmpty && text.match(.dateMonth, at: name) == nil
  }

  /// `L'établissement public a signé`: a noun for a house.
  func hasHouseNoun(before tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    (max(sentence.tokens.lowerBound, tokens.lowerBound - Self.reach)..<tokens.lowerBound).contains {
      text.match(.organisationHead, at: $0) != nil
    }
  }

  /// `a retrouvé mardi à Berne son homologue`, `verra demain Anna Holm`: past a day and a place, the object of the verb is
  /// somebody.
  func hasCounterpart(after tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    var token = tokens.upperBound
    var others = 0
    while token < min(tokens.upperBound + Self.reach, sentence.tokens.upperBound), others < 3 {
      let past = afterDate(token, sentence)
      if past > token {
        token = past
        continue
      }
      let bytes = text.tokens[token].bytes
      if let mention = facts.mentions(in: bytes).first {
        if isPerson(mention) { return true }
        token = max(token + 1, text.token(atByte: mention.bytes.upperBound) ?? token + 1)
        continue
      }
      if text.match(.eventDeterminer, at: token) != nil, text.match(.eventPreposition, at: token) == nil {
        return (token + 1..<min(token + 3, sentence.tokens.upperBound)).contains {
          text.match(.role, at: $0) != nil || text.match(.eventRole, at: $0) != nil || isPeople($0)
        }
      }
      if text.tokens[token].kind == .word, text.match(.eventPreposition, at: token) == nil { others += 1 }
      token += 1
    }
    return false
  }

  private static let been = [
    "été", "sera", "seront", "être", "est", "sont", "était", "étaient", "fut", "furent", "soit",
  ].map(Lexicon.standard.word)

  /// `a été reçu`, `sera longuement entendu`.
  func isPassive(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    (max(sentence.tokens.lowerBound, tokens.lowerBound - 2)..<tokens.lowerBound).contains {
      text.tokens[$0].word != .unknown && Self.been.contains(text.tokens[$0].word)
    }
  }

  /// `doivent signer`, `s'apprête à rencontrer`: an infinitive that tells of an event to come.
  func isAhead(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    hasCue("modal", in: max(sentence.tokens.lowerBound, tokens.lowerBound - 4)..<tokens.lowerBound)
  }

  /// `a passé trois jours à Riga`: how long the stay is, right after the verb.
  func isStayOfDays(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let after = tokens.upperBound..<min(tokens.upperBound + 4, sentence.tokens.upperBound)
    return after.contains { text.match(.dateUnit, at: $0) != nil || text.eventCue("stay", at: $0) != nil }
      || afterDate(tokens.upperBound, sentence) > tokens.upperBound
  }

  /// `Kiev, où il a passé trois jours`: the place stands before its clause.
  func isWhere(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let before = max(sentence.tokens.lowerBound, tokens.lowerBound - 4)..<tokens.lowerBound
    guard let opening = before.last(where: { text.eventCue("where", at: $0) != nil }) else { return false }
    let start = max(sentence.tokens.lowerBound, opening - 4)
    return start < opening && namesLand(in: text.bytes(of: start..<opening))
  }

  private static let with = Lexicon.standard.word("avec")

  /// `a navigué de conserve avec la frégate`: with somebody, or together.
  func isJoint(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let end = min(tokens.upperBound + Self.reach / 2, sentence.tokens.upperBound)
    return (tokens.upperBound..<end).contains {
      text.eventCue("together", at: $0) != nil || text.tokens[$0].word == Self.with
    }
  }

  /// `Reçu mercredi à l'Élysée, le chancelier …`, `Convoqué jeudi au ministère, l'ambassadeur …`: the participle opens the
  /// sentence, and whoever it is about follows its comma.
  func opensWithWelcome(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard isFirstWord(tokens.lowerBound, sentence), hasDay(sentence), !tellsOfSport else { return false }
    let end = min(tokens.upperBound + Self.reach + 4, sentence.tokens.upperBound)
    let comma = (tokens.upperBound..<end).first {
      text.tokens[$0].kind == .punctuation && text.tokens[$0].value == Punctuation.comma
    }
    guard let comma, comma + 1 < sentence.tokens.upperBound else { return false }
    let rest = comma + 1..<min(comma + Self.reach / 2, sentence.tokens.upperBound)
    let isSomebody =
      people(in: text.bytes(of: rest)) > 0
      || rest.prefix(3).contains { text.match(.role, at: $0) != nil || text.match(.eventRole, at: $0) != nil }
    return isSomebody
      && (tokens.upperBound..<comma).contains { text.match(.eventPreposition, at: $0) != nil }
  }
}
