internal import EntenteSchema

/// Who receives, calls or hears whom.
extension EventTriggerReader {
  /// `le préfet réunira mercredi les maires`, `a réuni jeudi les associations`: an office, a day, and those who are called.
  func isConvening(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let next = afterDate(tokens.upperBound, sentence)
    guard hasDay(sentence), next + 1 < sentence.tokens.upperBound, text.tokens[next].kind == .word,
      ["les", "ses", "des", "leurs", "nos"].contains(text.source(text.tokens[next].bytes)),
      hasOffice(before: tokens, sentence)
        || people(in: sentence.bytes.lowerBound..<text.tokens[tokens.lowerBound].bytes.lowerBound) > 0
        || isAuthority(before: tokens, sentence)
    else { return false }
    return text.tokens[next + 1].kind == .word && !tellsOfSport
  }

  private static let authorities: Set<String> = [
    "commune", "municipalité", "mairie", "préfecture", "sous-préfecture", "ville", "région", "département", "rectorat",
    "agglomération", "province", "métropole",
  ]

  /// `La commune réunira les deux camps lundi`: who calls people together is the house of an office.
  private func isAuthority(before tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let noun = tokens.lowerBound - 1
    return noun > sentence.tokens.lowerBound && text.match(.eventDeterminer, at: noun - 1) != nil
      && Self.authorities.contains(text.source(text.tokens[noun].bytes).lowercased())
  }

  /// `Le Conseil national débat mardi de l'achat`: a body stands right before the verb, and no determiner.
  func isDebating(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let before = tokens.lowerBound - 1
    guard before > sentence.tokens.lowerBound, hasDay(sentence), text.tokens[before].kind == .word,
      text.match(.eventDeterminer, at: before) == nil, text.match(.eventPreposition, at: before) == nil
    else { return false }
    return hasHouse(text.tokens[before].bytes) || hasHouseNoun(before: tokens, sentence)
      || facts.mentions(in: bytes(before: tokens, sentence)).contains {
        facts.kind(of: $0) == .organisation && $0.bytes.upperBound >= text.tokens[before].bytes.lowerBound
      }
  }

  /// `a accueilli à Northwood une délégation japonaise`: a delegation is there on a visit.
  func welcomes(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard text.source(tokens: tokens).hasPrefix("accueill"), hasDay(sentence) else { return false }
    if isHosted(tokens, sentence) { return true }
    guard
      leadsToLand(tokens, sentence), !isPassive(tokens, sentence),
      hasParty(sentence.bytes.lowerBound..<text.tokens[tokens.lowerBound].bytes.lowerBound)
    else { return false }
    return hasCue("traveller", in: tokens.upperBound..<min(tokens.upperBound + 24, sentence.tokens.upperBound))
  }

  /// `sera reçue le 18 à Bercy`, `a été reçu mardi à l'Élysée`: where somebody is received who is named before.
  func isReceivedInHouse(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard isPassive(tokens, sentence), hasDay(sentence), !tellsOfSport else { return false }
    let next = afterDate(tokens.upperBound, sentence)
    guard next < sentence.tokens.upperBound, isPreposition("at", next),
      hasCue("house", in: next..<min(next + 4, sentence.tokens.upperBound))
    else { return false }
    return hasTraveller(before: tokens, sentence) || hasActor(before: tokens, sentence)
      || (sentence.tokens.lowerBound..<tokens.lowerBound).contains { text.match(.sayPronoun, at: $0) != nil }
  }

  /// `ont reçu leurs homologues`, and `recevra les élus lundi`, where nobody is named.
  func hasRoleAfter(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard hasRole(after: tokens, sentence) else { return false }
    return hasParty(sentence.bytes) || hasDay(sentence) && text.match(.eventReflexive, at: tokens.lowerBound - 1) == nil
  }

  /// `auditionnera la direction de l'usine le 20`, `sera entendu vendredi par l'inspection`: a body or people on the other side.
  func hearsParty(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard hasDay(sentence) else { return false }
    let next = afterSetting(tokens.upperBound, sentence)
    guard next < sentence.tokens.upperBound else { return false }
    if isPassive(tokens, sentence) {
      return isPreposition("by", next) && isParty(at: next + 1, sentence)
        && (hasPeople(before: tokens, sentence) || hasActor(before: tokens, sentence))
    }
    return text.match(.eventDeterminer, at: next) != nil && isParty(at: next, sentence)
      && (hasPeople(before: tokens, sentence) || hasActor(before: tokens, sentence))
  }

  /// `entendu lundi par la commission`: who is heard stands before.
  func isHeard(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let next = afterDate(tokens.upperBound, sentence)
    guard next < sentence.tokens.upperBound, isPreposition("by", next) else { return false }
    return people(in: sentence.bytes.lowerBound..<text.tokens[tokens.lowerBound].bytes.lowerBound) > 0
  }

  /// `Le Conseil a accueilli lundi au siège M. Paul Roy`: who receives stands before, whom after.
  func isReceiving(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let start = max(sentence.tokens.lowerBound, tokens.lowerBound - 2)
    guard hasDay(sentence), namesPerson(after: tokens, sentence), !isPassive(tokens, sentence), !tellsOfSport,
      (start..<tokens.lowerBound).contains(where: { text.match(.sayAuxiliary, at: $0) != nil })
    else { return false }
    // `a reçu son diplôme des mains de Paul Roy`
    let next = afterDate(tokens.upperBound, sentence)
    guard next < sentence.tokens.upperBound,
      text.match(.eventDeterminer, at: next) == nil || text.match(.eventPreposition, at: next) != nil
    else { return false }
    return hasParty(sentence.bytes.lowerBound..<text.tokens[tokens.lowerBound].bytes.lowerBound)
  }

  /// `Une délégation a été reçue lundi à la préfecture`: nobody is named who received it.
  func isReceived(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard isPassive(tokens, sentence), hasDay(sentence) else { return false }
    let next = afterDate(tokens.upperBound, sentence)
    guard next < sentence.tokens.upperBound, text.match(.eventPreposition, at: next) != nil else { return false }
    let start = max(sentence.tokens.lowerBound, tokens.lowerBound - Self.reach)
    return hasCue("traveller", in: start..<tokens.lowerBound)
      || (start..<tokens.lowerBound).contains { text.match(.eventRole, at: $0) != nil }
  }

  /// `Le sous-préfet l'a reçue mardi`: whoever it was, an office received somebody.
  func receivesThem(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let start = max(sentence.tokens.lowerBound, tokens.lowerBound - 2)
    return hasDay(sentence) && (start..<tokens.lowerBound).contains { isWord($0, Self.objects) }
      && hasAuxiliary(before: tokens, sentence)
      && (hasOffice(before: tokens, sentence) || people(in: bytes(before: tokens, sentence)) > 0)
  }

  /// `Paul Roy a été reçu par l'empereur`: with or without a day.
  func isReceivedByOffice(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let next = afterSetting(tokens.upperBound, sentence)
    return isPassive(tokens, sentence) && hasAuxiliary(before: tokens, sentence) && next < sentence.tokens.upperBound
      && isPreposition("by", next) && people(in: bytes(before: tokens, sentence)) > 0
      && (next + 1..<min(next + 4, sentence.tokens.upperBound)).contains {
        text.match(.eventRole, at: $0) != nil || text.match(.role, at: $0) != nil
      }
  }

  /// `Vingt cadets ont été accueillis cette semaine à Saumur`: people who are somewhere as guests.
  private func isHosted(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    isPassive(tokens, sentence) && leadsToLand(tokens, sentence) && !isBy(tokens, sentence)
      && (hasPeople(before: tokens, sentence) || hasTraveller(before: tokens, sentence))
  }

  /// `Le ministre m'a reçu lundi`.
  func isOfSpeaker(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let before = max(sentence.tokens.lowerBound, tokens.lowerBound - 2)..<tokens.lowerBound
    // `nous recevrons`: the speaker is the subject.
    return hasCue("me", in: before) && hasDay(sentence) && !text.source(tokens: tokens).hasSuffix("ons")
  }

  /// `reçue par le ministre Paul Roy`, `reçue jeudi à l'hôtel de ville par la maire, Anna Holm`: a day and a place may
  /// stand between, but no object.
  func isBy(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let first = afterDate(tokens.upperBound, sentence)
    guard first < sentence.tokens.upperBound, let preposition = text.match(.eventPreposition, at: first) else {
      return false
    }
    var next = first
    if text.entry(preposition).value(0) == "at" {
      // `en audience privée, samedi, par le pape`
      while next < min(first + Self.reach, sentence.tokens.upperBound), !isPreposition("by", next),
        text.tokens[next].kind != .punctuation || isPassive(tokens, sentence),
        text.match(.eventBoundary, at: next) == nil
      {
        next += 1
      }
    }
    guard next < sentence.tokens.upperBound, isPreposition("by", next) else { return false }
    let after = text.tokens[next].bytes.upperBound..<sentence.bytes.upperBound
    return facts.mentions(in: after).prefix(2).contains { isPerson($0) }
      || isPassive(tokens, sentence) && hasDay(sentence) && hasOffice(after: next..<next + 1, sentence)
  }
}
