internal import EntenteSchema

/// Verbs that tell of an event, and what they need beside them.
extension EventTriggerReader {
  // MARK: Verbs

  func verbStands(_ tokens: Range<Int>, needs: String, _ sentence: TextSentence) -> Bool {
    if isSupposed(tokens, sentence) || isHabit(tokens, sentence) { return false }
    switch needs {
    case "gather" where isOfSport(sentence), "met" where isOfSport(sentence), "encounter" where isOfSport(sentence):
      return false
    case "encounter" where isBygone(sentence), "gone" where isBygone(sentence), "journey" where isBygone(sentence),
      "toward" where isBygone(sentence):
      return false
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
    case "drill":
      return hasDay(sentence) && !tellsOfSport
        && (hasTroops(before: tokens, sentence) || isSimulating(tokens, sentence))
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
    case "person" where isUnplacedVisit(tokens, sentence) || isVisitOfLongAgo(tokens, sentence): return false
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
      return hasTraveller(before: tokens, sentence) && hasDay(sentence)
        && (namesLand(after: tokens, sentence) || text.isFuture(tokens.lowerBound)
          || hasAuxiliary(before: tokens, sentence) || isAhead(tokens, sentence))
    case "sent": return isSending(tokens, sentence)
    case "landed": return isLanding(tokens, sentence)
    case "before": return isBeforeBody(tokens, sentence)
    case "heard": return hasDay(sentence) && isBeforePanel(tokens, sentence)
    case "awaited": return hasDay(sentence) && isAwaited(tokens, sentence)
    case "asked": return isReflexive(tokens, sentence) && isAsked(tokens, sentence)
    // `ont dîné ensemble mardi`
    case "shared" where isTogether(tokens, sentence) || isTalkingWith(tokens, sentence): return true
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
        || receivesParty(tokens, sentence) || receivesThem(tokens, sentence) || isReceivedByOffice(tokens, sentence)
    case "met":
      return namesPerson(after: tokens, sentence)
        || (hasRole(after: tokens, sentence) || hasOffice(after: tokens, sentence)) && hasDay(sentence)
    case "hearing":
      return !facts.dates(in: sentence.bytes).isEmpty
        && (namesPerson(after: tokens, sentence) || hasRole(after: tokens, sentence) || isHeard(tokens, sentence)
          || hasOffice(after: tokens, sentence) || hearsParty(tokens, sentence))
    // `Il est parti lundi pour Oslo`: perhaps for good.
    case "reached": return hasTraveller(before: tokens, sentence) && reaches(tokens, sentence)
    case "aired": return isAired(tokens, sentence)
    case "gone" where isDeparture(tokens, sentence): return false
    case "gone":
      return (isGone(tokens, sentence) || isAside(tokens, sentence))
        && (hasTraveller(before: tokens, sentence) || hasDay(sentence) && hasPeople(before: tokens, sentence))
        && (leadsToLand(tokens, sentence) || leadsToHouse(tokens, sentence))
        || isComing(tokens, sentence)
        || opensWithJourney(tokens, sentence) && (leadsToLand(tokens, sentence) || hasDay(sentence))
    case "journey" where isUntil(tokens, sentence): return false
    case "journey":
      return hasTraveller(before: tokens, sentence)
        && (leadsToLand(tokens, sentence) || leadsToHouse(tokens, sentence) || isDatedArrival(tokens, sentence)
          || isExpected(tokens, sentence)
          || reaches(tokens, sentence) || isTripTo(tokens, sentence))
    case "stay": return isStaying(tokens, sentence)
    case "hosted":
      return hasDay(sentence) && (hasTraveller(before: tokens, sentence) || hasOffice(before: tokens, sentence))
    case "convened": return isConvening(tokens, sentence)
    case "planning": return hasDay(sentence) && hasActor(before: tokens, sentence)
    case "codename": return takesPartInName(tokens, sentence)
    case "boarding": return hasDay(sentence) && isBoarding(tokens, sentence)
    case "debating": return isDebating(tokens, sentence)
    case "invited": return isInvited(tokens, sentence) && namesLand(after: tokens, sentence)
    case "treaty": return hasDay(sentence) && hasAccordBeside(tokens, sentence)
    // `a débarqué sa pêche`
    case "toward" where hasObject(tokens, sentence): return false
    case "bound", "toward":
      guard needs == "toward" || isReflexive(tokens, sentence), !isOfSport(sentence) else { return false }
      if text.source(tokens: tokens).hasPrefix("rend"), isGoing(tokens, sentence) { return true }
      let start = afterDate(tokens.upperBound, sentence)
      let after = start..<max(start, min(start + 2, sentence.tokens.upperBound))
      if leadsToLand(tokens, sentence) { return true }
      return after.contains { text.match(.eventPreposition, at: $0).map { text.entry($0).value(0) } == "at" }
        && namesLand(in: text.tokens[tokens.lowerBound].bytes.lowerBound..<sentence.bytes.upperBound)
    case "accord":
      return hasCue("accord", in: sentence.tokens) || isSignedAside(tokens, sentence)
        || signsWhatWasNamed(tokens, sentence)
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

  /// `parlera avec Anna Holm`: right behind a verb, past a day.
  func isWith(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    if people(in: sentence.bytes.lowerBound..<text.tokens[tokens.lowerBound].bytes.lowerBound) >= 2 { return true }
    if hasPluralAuxiliary(before: tokens, sentence) || text.source(tokens: tokens).hasSuffix("ont") { return true }
    let next = afterDate(tokens.upperBound, sentence)
    return (next..<max(next, min(next + 2, sentence.tokens.upperBound))).contains {
      text.match(.eventPreposition, at: $0).map { text.entry($0).value(0) } == "between"
    }
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

  /// `visite chaque année`: what somebody does again and again, and no date says when.
  private func isHabit(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard facts.dates(in: sentence.bytes).isEmpty else { return false }
    if opensWithHabit(sentence) { return true }
    let end = min(tokens.upperBound + 4, sentence.tokens.upperBound)
    return hasCue("recurrent", in: tokens.upperBound..<max(tokens.upperBound, end))
  }

  /// `nous avons visité`.
  func hasSpeaker(before tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    hasCue("speaker", in: max(sentence.tokens.lowerBound, tokens.lowerBound - 3)..<tokens.lowerBound)
  }

  func hasRole(after tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let after = tokens.upperBound..<min(tokens.upperBound + Self.reach / 2 + 2, sentence.tokens.upperBound)
    return after.contains { text.match(.eventRole, at: $0) != nil }
  }

  func isPreposition(_ kind: String, _ token: Int) -> Bool { text.isEventPreposition(kind, at: token) }

  /// Whether the clause goes on with somebody's name.
  func namesPerson(after tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let after = tokens.upperBound..<min(tokens.upperBound + Self.reach, sentence.tokens.upperBound)
    return !after.isEmpty && people(in: text.bytes(of: after)) > 0
  }

  /// `un traité, conclu à Oslo`, `ont conclu un accord`.
  func hasAccordBeside(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let beside =
      max(
        sentence.tokens.lowerBound, tokens.lowerBound - Self.reach)..<min(
        tokens.upperBound + Self.reach, sentence.tokens.upperBound)
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
