internal import EntenteSchema

/// Nouns that name an event, and what they need beside them.
extension EventTriggerReader {
  func noun(
    _ tokens: Range<Int>, type: String, needs: String, _ sentence: TextSentence
  ) -> EventTrigger? {
    let determination = determination(of: tokens, sentence)
    // `une vidéo tournée à Oslo`
    if isParticiple(tokens, sentence) || endsName(tokens, sentence) { return nil }
    // `Le musée se visite de mardi à dimanche`
    if tokens.lowerBound > sentence.tokens.lowerBound,
      text.match(.eventReflexive, at: tokens.lowerBound - 1) != nil
    {
      return nil
    }
    if recurs(tokens, determination, sentence) { return nil }
    if type == "exercise", isOfAccounts(tokens, sentence) { return nil }
    var type = type
    let opensEntry = opensEntry(tokens, sentence)
    switch needs {
    case "none": return nil
    // `appelle à un sommet`
    case "" where isWished(tokens, sentence) && !hasDay(sentence): return nil
    case "landing":
      guard determination == .definite || determination == .possessive, hasDay(sentence),
        leadsToLand(tokens, sentence), people(in: sentence.bytes) > 0 || isMade(tokens, sentence)
      else { return nil }
    case "named":
      let before = max(sentence.tokens.lowerBound, tokens.lowerBound - Self.reach)..<tokens.lowerBound
      guard hasDay(sentence), hasCue("partake", in: before), tokens.upperBound < sentence.tokens.upperBound,
        text.tokens[tokens.upperBound].flags.contains(.capitalised)
      else { return nil }
    // `poursuivra sa tournée à Oslo jeudi`
    // `2024. Négociations à Oslo avec les armateurs.`
    case "held" where opensEntry, "with" where opensEntry, "plural" where opensEntry, "first" where opensEntry: break
    case "again":
      let after = tokens.upperBound..<min(tokens.upperBound + Self.reach, sentence.tokens.upperBound)
      let rest = text.tokens[tokens.lowerBound].bytes.upperBound..<sentence.bytes.upperBound
      guard !facts.dates(in: sentence.bytes).isEmpty, hasDay(sentence) || namesLand(in: rest),
        hasCue("stage", in: after) || hasCue("place", in: after)
      else { return nil }
    case "first" where isWished(tokens, sentence) || isStep(tokens, sentence): return nil
    case "first" where determination == .possessive && hasDay(sentence) && leadsToLand(tokens, sentence): break
    // `La table ronde a eu lieu mardi`
    case "first" where determination == .definite && isStagedAfter(tokens, sentence): break
    // `La table ronde organisée mardi à Oslo`
    case "first" where determination == .definite && isArranged(tokens, sentence): break
    case "given":
      guard hasDay(sentence), isSpoken(tokens, sentence) else { return nil }
    case "first" where determination != .indefinite && determination != .none: return nil
    case "dated":
      guard !facts.dates(in: sentence.bytes).isEmpty else { return nil }
    // `à l'issue des négociations tenues en décembre à Oslo`
    case "with" where isArranged(tokens, sentence), "held" where isArranged(tokens, sentence): break
    // `Un séminaire sur la médiation se tiendra lundi`: what another event is about.
    case "held" where isTopic(tokens, sentence): return nil
    case "with" where isPurpose(tokens, determination) || isWished(tokens, sentence): return nil
    // `Les discussions ont achoppé mercredi à Oslo`
    case "with" where isSubjectOnDay(tokens, sentence), "held" where isSubjectOnDay(tokens, sentence): break
    case "subject":
      guard isSubjectOnDay(tokens, sentence) else { return nil }
    case "with":
      guard
        [.demonstrative, .possessive].contains(determination) || isShared(tokens, sentence)
          || hasDay(sentence) && isCalledTogether(tokens, sentence)
          || isNumbered(tokens, sentence)
          || type == "exercise" && determination == .indefinite && hasDay(sentence)
      else { return nil }
    case "day":
      guard hasDay(sentence) else { return nil }
    case "held":
      guard
        isHeld(tokens, sentence) || isDatedAside(tokens, sentence) || isSet(tokens, sentence)
          || isStagedAfter(tokens, sentence)
      else { return nil }
    // `l'atelier de Bergen a été fouillé lundi`: where somebody works.
    case "shop" where determination == .definite || determination == .possessive:
      guard isTold(tokens, sentence) || isNumbered(tokens, sentence) else { return nil }
    case "opening":
      guard isFirstWord(tokens.lowerBound, sentence), afterDate(tokens.upperBound, sentence) > tokens.upperBound else {
        return nil
      }
    // `un échange de prisonniers avec la Norvège`
    // `échange des opinions avec le ministre`: a verb.
    case "company" where isPreposition("of", tokens.upperBound) || determination == .none: return nil
    case "company":
      guard hasCompany(after: tokens, sentence), hasDay(sentence) || people(in: sentence.bytes) > 0,
        !isOfSport(sentence)
      else { return nil }
    case "holding":
      guard hasDay(sentence), isCalledTogether(tokens, sentence) else { return nil }
    case "agreed":
      let behind = tokens.upperBound..<min(tokens.upperBound + Self.reach / 2, sentence.tokens.upperBound)
      guard hasDay(sentence), determination == .definite, hasCue("adopted", in: behind) else { return nil }
    case "sitting":
      guard hasDay(sentence), tokens.lowerBound > sentence.tokens.lowerBound,
        isWord(tokens.lowerBound - 1, Self.sittings) || isCalledTogether(tokens, sentence)
      else { return nil }
    case "placed":
      guard leadsToLand(tokens, sentence), hasParty(sentence.bytes) || !facts.dates(in: sentence.bytes).isEmpty else {
        return nil
      }
    case "passing":
      guard determination == .definite || determination == .possessive, leadsToLand(tokens, sentence) else {
        return nil
      }
    case "game" where tellsOfSport: return nil
    case "plural" where hasDay(sentence) && isAttended(tokens, sentence): break
    case "plural":
      guard
        hasParty(sentence.bytes) || hasDay(sentence) && isHeld(tokens, sentence) || isSet(tokens, sentence)
          || isStagedAfter(tokens, sentence)
      else { return nil }
    case "told" where type == "exercise" && determination == .possessive: return nil
    case "told":
      guard hasDay(sentence), isTold(tokens, sentence) else { return nil }
    case "person" where hasDay(sentence) && leadsToLand(tokens, sentence) && isMade(tokens, sentence): break
    case "person":
      guard people(in: sentence.bytes) > 0,
        type != "visit" || hasDay(sentence) || leadsToLand(tokens, sentence) || determination == .possessive
          || determination == .demonstrative
      else { return nil }
    case "staged":
      let end = min(tokens.upperBound + Self.reach, sentence.tokens.upperBound)
      guard hasDay(sentence), hasCue("stage", in: tokens.upperBound..<end) || isHeld(tokens, sentence) else {
        return nil
      }
    case "adopted":
      guard hasCue("adopted", in: sentence.tokens), !isFrame(tokens, sentence) else { return nil }
    case "media" where isUpkeep(tokens, sentence): return nil
    case "media" where facts.kind == .interview && isFirstWord(tokens.lowerBound, sentence): type = "interview"
    case "media":
      if isForeignWord(tokens) || namesMedium(sentence) || isGranted(tokens, sentence) { type = "interview" }
    default: break
    }
    return EventTrigger(
      type: type, tokens: tokens, determination: determination, isJourney: type == "visit" && isStay(tokens, sentence))
  }

  /// `Audition, mercredi, du général`, `a organisé mardi une séance de travail`, `Une séance de travail a réuni mardi …`:
  /// the noun opens the sentence or its heading, or somebody does it, or it takes place.
  private func isTold(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    if tellsOfSport || isWished(tokens, sentence) { return false }
    let before = max(sentence.tokens.lowerBound, tokens.lowerBound - Self.reach)..<tokens.lowerBound
    return hasCue("engage", in: before) || isHeld(tokens, sentence) || isStagedAfter(tokens, sentence)
      || isDatedAside(tokens, sentence)
      || isSet(tokens, sentence) || isArranged(tokens, sentence) || isHeading(tokens, sentence)
  }

  /// The first noun of a paragraph that its date leads, as chronologies have them.
  private func opensEntry(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard isHeading(tokens, sentence) else { return false }
    if headings.heading(of: sentence) != nil { return true }
    // `2024 – Négociations à Oslo.`
    guard let date = facts.dates(in: sentence.bytes).first else { return false }
    return date.bytes.lowerBound == sentence.bytes.lowerBound
      && date.bytes.upperBound <= text.tokens[tokens.lowerBound].bytes.lowerBound
  }

  /// `dans le cadre du programme de partenariat`
  private func isFrame(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    (max(sentence.tokens.lowerBound, tokens.lowerBound - 4)..<tokens.lowerBound).contains {
      text.source(text.tokens[$0].bytes) == "cadre"
    }
  }

  /// `un séminaire sur la médiation`: behind the noun of another event and what leads its topic.
  private func isTopic(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let start = max(sentence.tokens.lowerBound, tokens.lowerBound - 3)
    guard let topic = (start..<tokens.lowerBound).first(where: { text.match(.eventTopic, at: $0) != nil }) else {
      return false
    }
    return (max(sentence.tokens.lowerBound, topic - 4)..<topic).contains { text.match(.eventNoun, at: $0) != nil }
  }

  /// `un entretien accordé le 2 mai à « Vesk »`
  private func isGranted(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let next = tokens.upperBound
    guard next < sentence.tokens.upperBound, text.source(text.tokens[next].bytes).hasPrefix("accord"),
      text.isParticiple(next)
    else { return false }
    let to = afterDate(next + 1, sentence)
    return to + 1 < sentence.tokens.upperBound && isPreposition("at", to)
      && text.tokens[to + 1].kind == .punctuation
      && [Punctuation.openQuote, Punctuation.straightQuote].contains(text.tokens[to + 1].value)
  }

  private static let step = Lexicon.standard.word("étape")

  /// `première étape de sa tournée`: a part of it.
  private func isStep(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    (max(sentence.tokens.lowerBound, tokens.lowerBound - 3)..<tokens.lowerBound).contains {
      text.tokens[$0].word != .unknown && text.tokens[$0].word == Self.step
    }
  }

  /// The first noun of a sentence, or of what follows its date and place.
  private func isHeading(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let start = sentence.tokens.lowerBound
    if (start..<tokens.lowerBound).allSatisfy({
      text.match(.dateOrdinal, at: $0) != nil || text.match(.roleAdjective, at: $0) != nil
    }) {
      return true
    }
    // `Reprise des négociations`, `Oslo – Ouverture de la conférence`
    var first = tokens.lowerBound
    if let beginning = (max(start, first - 3)..<first).first(where: { text.eventCue("beginning", at: $0) != nil }) {
      if beginning == start { return true }
      first = beginning
    }
    guard first > start else { return false }
    let before = text.tokens[first - 1]
    return before.kind == .punctuation
      && [Punctuation.dash, Punctuation.colon, Punctuation.fullStop].contains(before.value)
  }

  /// `En déplacement jeudi à Lorient, la ministre`, `Le déplacement du président à Oslo`, `effectue un déplacement`: an
  /// office makes the journey.
  private func isMade(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    if isHeld(tokens, sentence) || hasOffice(before: tokens, sentence) || hasPronoun(before: tokens, sentence) {
      return true
    }
    let after = tokens.upperBound..<min(tokens.upperBound + Self.reach, sentence.tokens.upperBound)
    return after.contains { token in
      text.match(.role, at: token) != nil && text.match(.eventDeterminer, at: token - 1) != nil
        // `Lors d'un déplacement en Bavière, les 24 et 25 avril, il a constaté`
        || isComma(token - 1) && text.match(.eventPronoun, at: token).map { text.entry($0).value(0) } == "one"
    }
  }

  private static let inside = [Lexicon.standard.word("en")]

  /// `Anna Holm, en déplacement à Oslo, …`: where somebody is who does something else.
  private func isStay(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let before = tokens.lowerBound - 1
    guard before > sentence.tokens.lowerBound, text.tokens[before].word != .unknown,
      Self.inside.contains(text.tokens[before].word)
    else { return false }
    return text.tokens[before - 1].kind == .punctuation && text.tokens[before - 1].value == Punctuation.comma
  }

  /// `a prononcé une allocution`
  private func isSpoken(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    (max(sentence.tokens.lowerBound, tokens.lowerBound - 6)..<tokens.lowerBound).contains { token in
      let word = text.source(text.tokens[token].bytes)
      return word.hasPrefix("prononc") || word.hasPrefix("donn")
    }
  }

  /// `l'exercice 2025`: a year of accounts, with no name.
  private func isOfAccounts(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let next = tokens.upperBound
    guard tokens.count == 1, next < sentence.tokens.upperBound, text.tokens[next].kind == .number else { return false }
    return (1900...2100).contains(text.tokens[next].value)
  }

  /// A noun that looks like a participle, right after another noun.
  private func isParticiple(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let token = tokens.lowerBound
    guard tokens.count == 1, token > sentence.tokens.lowerBound, text.isParticiple(token) else { return false }
    let before = text.tokens[token - 1]
    return before.kind == .word && !before.flags.contains(.elided) && before.length > 4
      && !before.flags.contains(.capitalised) && text.match(.eventDeterminer, at: token - 1) == nil
      && text.match(.eventCue, at: token - 1) == nil && text.match(.dateCount, at: token - 1) == nil
      && text.match(.dateOrdinal, at: token - 1) == nil && text.match(.roleAdjective, at: token - 1) == nil
  }

  /// A medium, but for that of the dateline: `SÉOUL (Yonhap) -`.
  private func namesMedium(_ sentence: TextSentence) -> Bool {
    facts.mentions(in: sentence.bytes).contains { mention in
      guard facts.entities[mention.entity].type == "media" else { return false }
      guard let next = text.token(atByte: mention.bytes.upperBound), next < sentence.tokens.upperBound else {
        return true
      }
      return text.tokens[next].kind != .punctuation || text.tokens[next].value != Punctuation.closeParenthesis
    }
  }

  /// `pour faciliter les consultations avec …`: an infinitive before the noun tells of an aim, not of an event.
  private func isPurpose(_ tokens: Range<Int>, _ determination: EventTrigger.Determination) -> Bool {
    guard determination == .definite || determination == .possessive, tokens.lowerBound > 1 else { return false }
    return (max(0, tokens.lowerBound - 3)..<tokens.lowerBound).contains { token in
      let found = text.tokens[token]
      guard found.kind == .word, found.length > 5, !found.flags.contains(.capitalised),
        text.eventCue("attend", at: token) == nil,
        // `viennent de présider le dialogue`
        !(max(0, token - 2)..<token).contains(where: { text.eventCue("just", at: $0) != nil })
      else { return false }
      return Self.infinitives.contains { text.bytes[found.bytes].suffix(2).elementsEqual($0.utf8) }
    }
  }

  private static let infinitives = ["er", "ir"]

  /// `interview` is always with a medium; `entretien` is one only where a medium is named.
  private func isForeignWord(_ tokens: Range<Int>) -> Bool {
    let bytes = text.bytes(of: tokens)
    return bytes.count >= 9 && text.bytes[bytes.lowerBound] | 0x20 == UInt8(ascii: "i")
  }

  /// `le quatrième dialogue`: which of them it is.
  private func isNumbered(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let before = tokens.lowerBound - 1
    return before >= sentence.tokens.lowerBound && text.match(.dateOrdinal, at: before) != nil
  }

  /// `discussions avec`, `dialogue entre`, `ont tenu des discussions`, `toutes les discussions`.
  private func isShared(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    if isOfDays(tokens, sentence) { return true }
    let after = tokens.upperBound..<min(tokens.upperBound + 4, sentence.tokens.upperBound)
    if after.contains(where: { text.match(.eventPreposition, at: $0).map { text.entry($0).value(0) } == "between" }) {
      return true
    }
    if namesSides(after: tokens.upperBound, sentence) || hasCue("place", in: after) { return true }
    let clause = tokens.upperBound..<min(tokens.upperBound + Self.reach, sentence.tokens.upperBound)
    if hasDay(sentence), hasCue("stage", in: clause) || isHeldAside(clause, sentence) { return true }
    return isHeld(tokens, sentence)
  }

  /// `deux jours de consultations`, `quatorze heures de pourparlers`: how long they last.
  private func isOfDays(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let unit = tokens.lowerBound - 2
    return unit > sentence.tokens.lowerBound && isPreposition("of", unit + 1)
      && ["jours", "heures", "journées", "semaines"].contains(text.source(text.tokens[unit].bytes))
  }

  /// `Le dialogue de sécurité, tenu mardi à Séoul`
  private func isHeldAside(_ clause: Range<Int>, _ sentence: TextSentence) -> Bool {
    clause.contains { token in
      token + 1 < sentence.tokens.upperBound && text.tokens[token].kind == .punctuation
        && text.tokens[token].value == Punctuation.comma && hasCue("held", in: token + 1..<token + 2)
    }
  }

  /// `organisée mardi`, `prévue lundi`: right behind the noun.
  private func isArranged(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let next = tokens.upperBound
    guard hasDay(sentence), next < sentence.tokens.upperBound, text.isParticiple(next) else { return false }
    return hasCue("held", in: next..<next + 1) || hasCue("planned", in: next..<next + 1)
  }

  private func isStagedAfter(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    hasDay(sentence)
      && hasCue("stage", in: tokens.upperBound..<min(tokens.upperBound + Self.reach, sentence.tokens.upperBound))
  }

  /// `l'audience est fixée au 4 novembre`
  private func isSet(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let after = tokens.upperBound..<min(tokens.upperBound + 3, sentence.tokens.upperBound)
    return hasDay(sentence)
      && (hasCue("place", in: after) || hasCue("planned", in: after) || hasCue("stage", in: after))
  }

  /// `ont tenu`, `mèneront`: somewhere before the noun.
  private func isHeld(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let before = max(sentence.tokens.lowerBound, tokens.lowerBound - Self.reach - 6)..<tokens.lowerBound
    return hasCue("held", in: before) || hasCue("hold", in: before)
      // `vont aussi tenir des pourparlers`
      || hasDay(sentence)
        && before.contains { token in
          text.eventCue("attend", at: token) != nil
            && hasCue("modal", in: max(sentence.tokens.lowerBound, token - 4)..<token)
        }
  }

  /// The determiner stands before the noun, with at most three words between: `leur premier dialogue`.
  private func determination(of tokens: Range<Int>, _ sentence: TextSentence) -> EventTrigger.Determination {
    var token = tokens.lowerBound
    while token > sentence.tokens.lowerBound, tokens.lowerBound - token < 4 {
      token -= 1
      if text.tokens[token].kind == .punctuation { break }
      guard let match = text.match(.eventDeterminer, at: token) else {
        // `participe cette semaine à Locked Shields`
        if text.match(.eventPreposition, at: token) != nil { break }
        continue
      }
      switch text.entry(match).value(0) {
      case "demonstrative": return .demonstrative
      case "definite": return .definite
      case "possessive": return .possessive
      default: return .indefinite
      }
    }
    return .none
  }

  /// How many people a run of bytes names.
  func people(in bytes: Range<Int>) -> Int {
    Set(facts.mentions(in: bytes).filter { isPerson($0) }.map(\.entity)).count
  }
}
