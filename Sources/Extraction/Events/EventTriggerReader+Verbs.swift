internal import EntenteSchema

/// Verbs that tell of an event, and what they need beside them.
extension EventTriggerReader {
  // MARK: Verbs

  func verbStands(_ tokens: Range<Int>, needs: String, _ sentence: TextSentence) -> Bool {
    if isSupposed(tokens, sentence) || isHabit(tokens, sentence) { return false }
    switch needs {
    case "gather" where tellsOfSport, "met" where tellsOfSport: return false
    case "told":
      return hasDay(sentence) && hasActor(before: tokens, sentence) && !isPassive(tokens, sentence)
        && hasCounterpart(after: tokens, sentence)
    case "modal": return isAhead(tokens, sentence)
    case "aboard": return hasDay(sentence) && hasTraveller(before: tokens, sentence)
    case "spent":
      return isStayOfDays(tokens, sentence) && hasActor(before: tokens, sentence) && hasDay(sentence)
        && leadsToLand(tokens, sentence)
    case "troops":
      return hasDay(sentence) && !tellsOfSport
        && (hasTroops(before: tokens, sentence) || hasParty(sentence.bytes)
          || !facts.adjectives(in: sentence.bytes).isEmpty)
    case "joint":
      return hasDay(sentence) && hasActor(before: tokens, sentence) && isJoint(tokens, sentence)
    case "fleet":
      let end = min(tokens.upperBound + Self.reach, sentence.tokens.upperBound)
      return hasDay(sentence) && hasTroops(before: tokens, sentence) && hasCue("fleet", in: tokens.upperBound..<end)
    case "phoned":
      return hasDay(sentence)
        && hasCue("spoken", in: max(sentence.tokens.lowerBound, tokens.lowerBound - Self.reach)..<tokens.lowerBound)
        && (hasParty(sentence.bytes) || hasRole(after: tokens, sentence) || hasActor(before: tokens, sentence))
    case "actor": return hasDay(sentence) && hasActor(before: tokens, sentence)
    case "drill": return hasDay(sentence) && hasTroops(before: tokens, sentence) && !tellsOfSport
    case "seated":
      let before = max(sentence.tokens.lowerBound, tokens.lowerBound - Self.reach)..<tokens.lowerBound
      return hasDay(sentence)
        && (hasHouseNoun(before: tokens, sentence)
          || before.contains { text.match(.eventNoun, at: $0) != nil || text.match(.eventRole, at: $0) != nil })
    case "faced": return hasDay(sentence) && hasCounterpart(after: tokens, sentence)
    case "audience":
      let end = min(tokens.upperBound + Self.reach, sentence.tokens.upperBound)
      return hasDay(sentence) && hasCue("students", in: tokens.upperBound..<end)
    case "passer":
      return hasDay(sentence) && leadsToLand(tokens, sentence)
        && (people(in: sentence.bytes) > 0 || hasRole(after: tokens, sentence))
    case "reflexive": return isReflexive(tokens, sentence)
    // `Réunis à La Haye, nous avons …` opens a sentence.
    case "gather":
      return isReflexive(tokens, sentence) || isFirstWord(tokens.lowerBound, sentence) || isMetAside(tokens, sentence)
        || isConvening(tokens, sentence) || isMetBehind(tokens, sentence)
        || text.source(tokens: tokens).hasPrefix("réuni") && isPassive(tokens, sentence) && hasDay(sentence)
    // `La délégation a visité mardi le chantier naval`
    case "person"
    where text.source(tokens: tokens).contains("visit") && hasDay(sentence)
      && hasTraveller(before: tokens, sentence):
      return true
    // `a visité de nombreux pays`
    case "person" where isUnplacedVisit(tokens, sentence): return false
    case "person":
      return hasParty(sentence.bytes) || hasPronoun(before: tokens, sentence) || isDatedVisit(tokens, sentence)
        || hasSpeaker(before: tokens, sentence) && namesLand(after: tokens, sentence)
        || hasRole(after: tokens, sentence) && (hasDay(sentence) || namesLand(in: sentence.bytes))
    case "encounter": return isEncounter(tokens, sentence) || verbStands(tokens, needs: "person", sentence)
    case "two":
      return people(in: sentence.bytes.lowerBound..<text.tokens[tokens.lowerBound].bytes.lowerBound) >= 2
    case "pair":
      let people = people(in: sentence.bytes)
      return people >= 2 || people == 1 && hasPronoun(before: tokens, sentence)
    // `Il a réuni 2 000 soldats`: another telling of what was named before.
    case "dated" where hasPronoun(before: tokens, sentence): return false
    case "site":
      return hasTraveller(before: tokens, sentence) && hasDay(sentence) && namesLand(after: tokens, sentence)
    // `ont dîné ensemble mardi`
    case "shared" where isTogether(tokens, sentence): return true
    // `Ils en ont parlé mardi avec Anna Holm`
    case "shared"
    where isJoint(tokens, sentence) && hasDay(sentence)
      && (hasPronoun(before: tokens, sentence) || hasSpeaker(before: tokens, sentence)):
      return people(in: sentence.bytes) > 0
    case "shared":
      // `parlera de Vilnius avec l'historienne Anna Holm`: a subject of talk before those whom it is shared with.
      if text.source(tokens: tokens).hasPrefix("parle"), !isWith(tokens, sentence) { return false }
      // `X et Y ont parlé de …`.
      if people(in: sentence.bytes.lowerBound..<text.tokens[tokens.lowerBound].bytes.lowerBound) >= 2 { return true }
      let after = tokens.upperBound..<min(tokens.upperBound + Self.reach, sentence.tokens.upperBound)
      if isAgreed(tokens, sentence) { return true }
      return people(in: sentence.bytes) >= 2
        && after.contains { text.match(.eventPreposition, at: $0).map { text.entry($0).value(0) } == "between" }
    // `a reçu mardi la visite d'une délégation`: the noun tells of it.
    case "by" where hasEventAsObject(tokens, sentence): return false
    case "by":
      return isBy(tokens, sentence) || people(in: sentence.bytes) >= 2 || hasRoleAfter(tokens, sentence)
        || hasPronoun(before: tokens, sentence) && namesPerson(after: tokens, sentence)
        || isOfSpeaker(tokens, sentence) || isReceived(tokens, sentence) || isReceiving(tokens, sentence)
        || welcomes(tokens, sentence) || isReceivedInHouse(tokens, sentence) || opensWithWelcome(tokens, sentence)
    case "met":
      return namesPerson(after: tokens, sentence)
        || (hasRole(after: tokens, sentence) || hasOffice(after: tokens, sentence)) && hasDay(sentence)
    case "hearing":
      return !facts.dates(in: sentence.bytes).isEmpty
        && (namesPerson(after: tokens, sentence) || hasRole(after: tokens, sentence) || isHeard(tokens, sentence)
          || hasOffice(after: tokens, sentence))
    // `Il est parti lundi pour Oslo`: perhaps for good.
    case "gone" where isDeparture(tokens, sentence): return false
    case "gone":
      return (isGone(tokens, sentence) || isAside(tokens, sentence)) && hasTraveller(before: tokens, sentence)
        && (leadsToLand(tokens, sentence) || leadsToHouse(tokens, sentence))
        || opensWithJourney(tokens, sentence) && leadsToLand(tokens, sentence)
    case "journey":
      return hasTraveller(before: tokens, sentence)
        && (leadsToLand(tokens, sentence) || leadsToHouse(tokens, sentence) || isDatedArrival(tokens, sentence)
          || reaches(tokens, sentence) || isTripTo(tokens, sentence))
    case "stay":
      return hasTraveller(before: tokens, sentence) && hasDay(sentence)
        && (leadsToLand(afterDate(tokens.upperBound, sentence), sentence) || isWhere(tokens, sentence))
    case "invited": return isInvited(tokens, sentence) && namesLand(after: tokens, sentence)
    case "treaty": return hasDay(sentence) && hasAccordBeside(tokens, sentence)
    // `a débarqué sa pêche`
    case "toward" where hasObject(tokens, sentence): return false
    case "bound", "toward":
      guard needs == "toward" || isReflexive(tokens, sentence) else { return false }
      let start = afterDate(tokens.upperBound, sentence)
      let after = start..<max(start, min(start + 2, sentence.tokens.upperBound))
      if leadsToLand(tokens, sentence) { return true }
      return after.contains { text.match(.eventPreposition, at: $0).map { text.entry($0).value(0) } == "at" }
        && namesLand(in: text.tokens[tokens.lowerBound].bytes.lowerBound..<sentence.bytes.upperBound)
    case "accord":
      return hasCue("accord", in: sentence.tokens) || isSignedAside(tokens, sentence)
        || hasCue("contract", in: sentence.tokens) && hasDay(sentence) && !tellsOfSport
          && (hasHouse(sentence.bytes) || isPassive(tokens, sentence) || hasHouseNoun(before: tokens, sentence)
            || hasOffice(before: tokens, sentence) && isJoint(tokens, sentence))
    case "called":
      return hasDay(sentence)
        && (namesPerson(after: tokens, sentence) || hasRole(after: tokens, sentence) || isConvening(tokens, sentence)
          || isReceivedInHouse(tokens, sentence) || opensWithWelcome(tokens, sentence))
    case "dated" where isConvening(tokens, sentence): return true
    case "dated":
      return (hasParty(sentence.bytes) || !facts.adjectives(in: sentence.bytes).isEmpty)
        && !facts.dates(in: sentence.bytes).isEmpty
    case "today":
      return (hasParty(sentence.bytes) || !facts.adjectives(in: sentence.bytes).isEmpty) && hasDay(sentence)
        || isTogether(tokens, sentence) || verbStands(tokens, needs: "drill", sentence)
    case "scheduled": return hasDay(sentence)
    case "exchanged":
      let next = afterDate(tokens.upperBound, sentence)
      return next < sentence.tokens.upperBound && text.match(.eventDeterminer, at: next) == nil
        && verbStands(tokens, needs: "shared", sentence)
    default: return true
    }
  }

  /// `le préfet réunira mercredi les maires`, `a réuni jeudi les associations`: an office, a day, and those who are called.
  func isConvening(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let next = afterDate(tokens.upperBound, sentence)
    guard hasDay(sentence), next + 1 < sentence.tokens.upperBound, text.tokens[next].kind == .word,
      ["les", "ses", "des", "leurs", "nos"].contains(text.source(text.tokens[next].bytes)),
      hasOffice(before: tokens, sentence)
        || people(in: sentence.bytes.lowerBound..<text.tokens[tokens.lowerBound].bytes.lowerBound) > 0
    else { return false }
    return text.tokens[next + 1].kind == .word && !tellsOfSport
  }

  /// `a accueilli à Northwood une délégation japonaise`: a delegation is there on a visit.
  func welcomes(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard text.source(tokens: tokens).hasPrefix("accueill"), hasDay(sentence),
      leadsToLand(tokens, sentence), !isPassive(tokens, sentence),
      hasParty(sentence.bytes.lowerBound..<text.tokens[tokens.lowerBound].bytes.lowerBound)
    else { return false }
    return hasCue("traveller", in: tokens.upperBound..<min(tokens.upperBound + 24, sentence.tokens.upperBound))
  }

  /// `sera reçue le 18 à Bercy`, `a été reçu mardi à l'Élysée`: where somebody is received who is named before.
  private func isReceivedInHouse(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard isPassive(tokens, sentence), hasDay(sentence), !tellsOfSport else { return false }
    let next = afterDate(tokens.upperBound, sentence)
    guard next < sentence.tokens.upperBound, isPreposition("at", next),
      hasCue("house", in: next..<min(next + 4, sentence.tokens.upperBound))
    else { return false }
    return hasTraveller(before: tokens, sentence)
      || (sentence.tokens.lowerBound..<tokens.lowerBound).contains { text.match(.sayPronoun, at: $0) != nil }
  }

  /// `parlera avec Anna Holm`: right behind a verb, past a day.
  private func isWith(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    if people(in: sentence.bytes.lowerBound..<text.tokens[tokens.lowerBound].bytes.lowerBound) >= 2 { return true }
    if hasPluralAuxiliary(before: tokens, sentence) || text.source(tokens: tokens).hasSuffix("ont") { return true }
    let next = afterDate(tokens.upperBound, sentence)
    return (next..<max(next, min(next + 2, sentence.tokens.upperBound))).contains {
      text.match(.eventPreposition, at: $0).map { text.entry($0).value(0) } == "between"
    }
  }

  /// `est parti`, and nobody is named in the sentence who holds an office.
  private func isDeparture(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard text.source(tokens: tokens).hasPrefix("parti"), hasPronoun(before: tokens, sentence) else { return false }
    return people(in: sentence.bytes) == 0
  }

  /// `gagnera Oslo vendredi`: the town is the object of the verb.
  private func reaches(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let verb = text.source(tokens: tokens)
    guard verb.hasPrefix("gagn") || verb.contains("ralli"), hasDay(sentence) else { return false }
    let next = afterDate(tokens.upperBound, sentence)
    guard next < sentence.tokens.upperBound, text.tokens[next].flags.contains(.capitalised) else { return false }
    return namesLand(in: text.tokens[next].bytes)
  }

  /// `Paul Roy arrive demain pour …`: a person and a day, whatever the place.
  private func isDatedArrival(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard text.source(tokens: tokens).hasPrefix("arriv"), !tellsOfSport,
      people(in: sentence.bytes.lowerBound..<text.tokens[tokens.lowerBound].bytes.lowerBound) > 0
    else { return false }
    let next = afterDate(tokens.upperBound, sentence)
    guard next > tokens.upperBound, next < sentence.tokens.upperBound else { return false }
    return text.source(text.tokens[next].bytes) == "pour"
  }

  /// `la déclaration commune signée à Oslo le 3 mai`: signed right behind what is signed.
  private func isSignedAside(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard hasDay(sentence), text.isParticiple(tokens.lowerBound), leadsToLand(tokens, sentence) else { return false }
    let start = max(sentence.tokens.lowerBound, tokens.lowerBound - 5)
    return hasCue("contract", in: start..<tokens.lowerBound)
  }

  /// `la visite`, right behind the verb or its day.
  private func hasEventAsObject(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let next = afterDate(tokens.upperBound, sentence)
    return next + 1 < sentence.tokens.upperBound && text.match(.eventDeterminer, at: next) != nil
      && text.match(.eventNoun, at: next + 1) != nil
  }

  /// A determiner that no preposition leads, right behind the verb.
  private func hasObject(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let next = afterDate(tokens.upperBound, sentence)
    return next < sentence.tokens.upperBound
      && text.match(.eventDeterminer, at: next) != nil && text.match(.eventPreposition, at: next) == nil
  }

  /// `fera le déplacement de Varsovie`
  private func isTripTo(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let next = tokens.upperBound
    guard next + 1 < sentence.tokens.upperBound, text.source(tokens: tokens).hasSuffix("déplacement") else {
      return false
    }
    return isPreposition("of", next) && namesLand(in: text.tokens[next + 1].bytes)
  }

  /// `a visité de nombreux pays`: no day, and nothing that is named after the verb.
  private func isUnplacedVisit(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard text.source(tokens: tokens).contains("visit"), !hasDay(sentence) else { return false }
    let after = text.tokens[tokens.lowerBound].bytes.upperBound..<sentence.bytes.upperBound
    return !namesLand(in: after) && !hasParty(after) && facts.adjectives(in: after).isEmpty
  }

  /// `les participants ont visité la base de Jinhae le 15 novembre`
  func isDatedVisit(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let after = text.tokens[tokens.lowerBound].bytes.upperBound..<sentence.bytes.upperBound
    return !facts.dates(in: sentence.bytes).isEmpty && namesLand(in: after)
  }

  /// `ont reçu leurs homologues`, and `recevra les élus lundi`, where nobody is named.
  func hasRoleAfter(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard hasRole(after: tokens, sentence) else { return false }
    return hasParty(sentence.bytes) || hasDay(sentence) && text.match(.eventReflexive, at: tokens.lowerBound - 1) == nil
  }

  /// `À Oslo, du 2 au 4 mai, les ministres parleront de …`: those who hold an office, with their day and their place.
  private func isAgreed(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let before = max(sentence.tokens.lowerBound, tokens.lowerBound - Self.reach)..<tokens.lowerBound
    guard text.isFuture(tokens.lowerBound) || hasPluralAuxiliary(before: tokens, sentence),
      before.contains(where: { text.match(.eventRole, at: $0) != nil })
    else {
      return false
    }
    return hasDay(sentence) && namesLand(in: sentence.bytes)
  }

  /// `Le maire a rencontré lundi les commerçants`: an office, a day, and an object that is known.
  private func isEncounter(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let next = afterDate(tokens.upperBound, sentence)
    guard hasDay(sentence), next < sentence.tokens.upperBound,
      let determiner = text.match(.eventDeterminer, at: next), text.entry(determiner).value(0) != "indefinite"
    else { return false }
    return hasOffice(before: tokens, sentence)
      || hasSpeaker(before: tokens, sentence) && hasCounterpart(after: tokens, sentence)
  }

  private static let plural = [Lexicon.standard.word("ont"), Lexicon.standard.word("avons")]

  /// `ont longuement discuté`: several people did it together.
  private func hasPluralAuxiliary(before tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    (max(sentence.tokens.lowerBound, tokens.lowerBound - 2)..<tokens.lowerBound).contains {
      text.tokens[$0].word != .unknown && Self.plural.contains(text.tokens[$0].word)
    }
  }

  /// `se sont entraînées ensemble lundi`, `ont dîné lundi ensemble`
  private func isTogether(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let after = tokens.upperBound..<min(tokens.upperBound + 3, sentence.tokens.upperBound)
    return hasDay(sentence) && hasCue("together", in: after) && !tellsOfSport
  }

  /// `entendu lundi par la commission`: who is heard stands before.
  private func isHeard(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let next = afterDate(tokens.upperBound, sentence)
    guard next < sentence.tokens.upperBound, isPreposition("by", next) else { return false }
    return people(in: sentence.bytes.lowerBound..<text.tokens[tokens.lowerBound].bytes.lowerBound) > 0
  }

  /// `Le Conseil a accueilli lundi au siège M. Paul Roy`: who receives stands before, whom after.
  private func isReceiving(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
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
  private func isReceived(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard isPassive(tokens, sentence), hasDay(sentence) else { return false }
    let next = afterDate(tokens.upperBound, sentence)
    guard next < sentence.tokens.upperBound, text.match(.eventPreposition, at: next) != nil else { return false }
    let start = max(sentence.tokens.lowerBound, tokens.lowerBound - Self.reach)
    return hasCue("traveller", in: start..<tokens.lowerBound)
      || (start..<tokens.lowerBound).contains { text.match(.eventRole, at: $0) != nil }
  }

  /// `Le conseil, réuni mardi, a …`
  private func isMetAside(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    isAside(tokens, sentence) && text.match(.dateVerb, at: tokens.lowerBound) != nil
      && afterDate(tokens.upperBound, sentence) > tokens.upperBound
  }

  /// `les ministres réunis lundi à Oslo`: right behind those who meet.
  private func isMetBehind(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard text.source(tokens: tokens).hasPrefix("réuni"), tokens.lowerBound - 2 > sentence.tokens.lowerBound,
      hasDay(sentence), leadsToLand(tokens, sentence)
    else { return false }
    return (tokens.lowerBound - 2..<tokens.lowerBound).contains { text.match(.eventRole, at: $0) != nil }
  }

  /// `Paul Roy, arrivé lundi à Oslo`
  private func isAside(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let token = tokens.lowerBound - 1
    return token > sentence.tokens.lowerBound && text.tokens[token].kind == .punctuation
      && text.tokens[token].value == Punctuation.comma && hasDay(sentence)
  }

  /// `Arrivée lundi à Oslo, Anna Holm a …`
  private func opensWithJourney(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard isFirstWord(tokens.lowerBound, sentence), text.isSpelledParticiple(tokens.lowerBound), !tellsOfSport else {
      return false
    }
    return namesPerson(after: tokens, sentence)
  }

  /// `visite chaque année`: what somebody does again and again, and no date says when.
  private func isHabit(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard facts.dates(in: sentence.bytes).isEmpty else { return false }
    if opensWithHabit(sentence) { return true }
    let end = min(tokens.upperBound + 4, sentence.tokens.upperBound)
    return hasCue("recurrent", in: tokens.upperBound..<max(tokens.upperBound, end))
  }

  private static let are = ["sommes", "suis", "êtes"].map(Lexicon.standard.word).filter { $0 != .unknown }

  /// `est également arrivée`: an auxiliary stands up to three tokens before, and no article, as in `l'arrivée`.
  private func isGone(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let before = max(sentence.tokens.lowerBound, tokens.lowerBound - 3)..<tokens.lowerBound
    return before.contains { text.match(.sayAuxiliary, at: $0) != nil || Self.are.contains(text.tokens[$0].word) }
      && before.last.flatMap { text.match(.eventDeterminer, at: $0) } == nil
  }

  /// `Le ministre m'a reçu lundi`.
  private func isOfSpeaker(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let before = max(sentence.tokens.lowerBound, tokens.lowerBound - 2)..<tokens.lowerBound
    return hasCue("me", in: before) && hasDay(sentence)
  }

  /// `nous avons visité`.
  func hasSpeaker(before tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    hasCue("speaker", in: max(sentence.tokens.lowerBound, tokens.lowerBound - 3)..<tokens.lowerBound)
  }

  func hasRole(after tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let after = tokens.upperBound..<min(tokens.upperBound + Self.reach / 2 + 2, sentence.tokens.upperBound)
    return after.contains { text.match(.eventRole, at: $0) != nil }
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

  private func isPreposition(_ kind: String, _ token: Int) -> Bool {
    text.matches(at: token).contains { $0.category == .eventPreposition && text.entry($0).value(0) == kind }
  }

  /// Whether the clause goes on with somebody's name.
  func namesPerson(after tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let after = tokens.upperBound..<min(tokens.upperBound + Self.reach, sentence.tokens.upperBound)
    return !after.isEmpty && people(in: text.bytes(of: after)) > 0
  }

  /// `un traité, conclu à Oslo`, `ont conclu un accord`.
  func hasAccordBeside(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let half = Self.reach / 2
    let beside =
      max(
        sentence.tokens.lowerBound, tokens.lowerBound - half)..<min(
        tokens.upperBound + half, sentence.tokens.upperBound)
    return hasCue("accord", in: beside) || hasCue("contract", in: beside) && hasParty(sentence.bytes)
  }

  func isFirstWord(_ token: Int, _ sentence: TextSentence) -> Bool {
    guard text.tokens[token].flags.contains(.capitalised) else { return false }
    // `OSLO, 7 mars (AFP) - Réunis jeudi …`
    if token > sentence.tokens.lowerBound, text.tokens[token - 1].kind == .punctuation,
      text.tokens[token - 1].value == Punctuation.dash
    {
      return true
    }
    return text.tokens[sentence.tokens.lowerBound..<token].allSatisfy { $0.kind != .word }
  }

  /// A reflexive pronoun within four tokens before.
  func isReflexive(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let before = max(sentence.tokens.lowerBound, tokens.lowerBound - 4)..<tokens.lowerBound
    return before.contains { text.match(.eventReflexive, at: $0) != nil }
  }
}
