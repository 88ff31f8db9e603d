internal import EntenteSchema

/// Evidence for the goal of dialogue, which is what the partners' encounters are.
extension EvidenceFinder {
  /// What dialogue that is no event counts.
  static let talk: Float = 0.6
  /// What is planned counts for so much of what was held.
  static let planned: Float = 0.8
  /// Events that are dialogue, and how much.
  static let dialogueEvents: [String: Float] = [
    "meeting": 0.9, "dialogue": 1, "declaration": 0.85, "debate": 0.6, "symposium": 0.6, "summit": 0.75,
  ]

  /// An encounter of the partners that this sentence tells of. A summit is one for whoever is said to take part.
  func dialogue(
    in sentence: TextSentence, terms: [FieldTerm], events: [Event], isTheme: Bool
  ) -> Evidence? {
    if isOfOutsider(sentence) || !(isAboutAlliance || namesAlliance(inBlock: sentence.block)) {
      return nil
    }
    let told = events.filter { event in
      guard event.status != .proposed else { return false }
      if event.type == "visit" { return isToHeadquarters(sentence) }
      if isOfTheTwo(event, sentence) { return true }
      return hasTwoSides(event, sentence) && hasBothSides(event, sentence)
        && (event.type != "summit" || takesPart(sentence))
    }
    let weights = told.compactMap { event in
      (event.type == "visit" ? Self.call : Self.dialogueEvents[event.type])
        .map { event.status == .past ? $0 : $0 * Self.planned }
    }
    guard let best = weights.max() ?? talk(in: sentence, terms: terms, isTheme: isTheme), best >= Self.floor else {
      return nil
    }
    return item(Self.dialogue, best, sentence, terms.filter { $0.goal == Self.dialogue }.map(\.tokens))
  }

  /// What a visit of a partner's minister to the alliance counts.
  private static let call: Float? = 0.75

  /// `La ministre coréenne est attendue au siège de l'OTAN`: an office, of a partner, and the house of the alliance.
  private func isToHeadquarters(_ sentence: TextSentence) -> Bool {
    guard namesAlliance(in: sentence), namesPartner(in: sentence) else { return false }
    let seat = sentence.tokens.first { token in
      text.match(.buildingHead, at: token) != nil
        && (token + 1..<min(token + 4, sentence.tokens.upperBound)).contains { text.match(.alliance, at: $0) != nil }
    }
    return seat != nil
      && sentence.tokens.contains { text.match(.role, at: $0) != nil || text.match(.eventRole, at: $0) != nil }
  }

  /// `Les consultations annuelles se tiendront à Séoul`, where the head of the text names the alliance and nobody else takes
  /// part: a dialogue is that of the two whom the text is about.
  private func isOfTheTwo(_ event: Event, _ sentence: TextSentence) -> Bool {
    guard event.type == "dialogue",
      headNamesAlliance || facts.kind != .news && sentence.tokens.contains(where: isPartnerPronoun),
      namesPartner,
      !facts.mentions(in: sentence.bytes).contains(where: { facts.isOutsider($0) }), !namesOwnState(in: sentence)
    else { return false }
    return event.participants.isEmpty
  }

  /// A committee that meets has no dialogue: somebody else takes part, or words stand for them (`avec`, `leurs homologues`).
  func hasTwoSides(_ event: Event, _ sentence: TextSentence) -> Bool {
    guard let first = event.participants.first else { return false }
    if event.participants.count > 1 || !isOrganisation(first.id, in: sentence) { return true }
    return sentence.tokens.contains { token in
      text.match(.eventRole, at: token) != nil || text.match(.partnerPronoun, at: token) != nil
        || text.match(.eventPreposition, at: token).map { text.entry($0).value(0) } == "between"
    }
  }

  /// Whether it is the alliance that meets somebody, and not its own states alone: it is named, or one who holds an office
  /// of it, or stands for by a pronoun; and where only states of its own are named, nobody of a partner is there.
  func hasBothSides(_ event: Event, _ sentence: TextSentence) -> Bool {
    // `Il s'est entretenu avec elle`, `Les deux parties`, `Je reçois`: the document tells who.
    if sentence.tokens.contains(where: { token in
      text.match(.eventPronoun, at: token) != nil || isPartnerPronoun(token)
        || facts.kind != .news && text.eventCue("speaker", at: token) != nil
    }) {
      return true
    }
    let people = event.participants.compactMap { reference in
      facts.entities.firstIndex { $0.id == reference.id && $0.kind == .person }
    }
    let isAllied =
      namesAlliance(in: sentence) || people.contains { office(of: $0, has: [.alliance]) { _ in true } }
      || sentence.tokens.contains { text.eventCue("secretary", at: $0) != nil }
    // Whoever speaks for himself need not name the alliance again.
    guard isAllied || facts.kind != .news && facts.kind != .pressRelease else { return false }
    if namesPartner(in: sentence) { return true }
    let states: CategorySet = [.country, .countryAdjective]
    if people.contains(where: { office(of: $0, has: states) { isPartner($0) } }) { return true }
    return !namesOwnState(in: sentence)
      && !people.contains { office(of: $0, has: states) { Self.ownStates.contains($0) } }
  }

  private func namesOwnState(in sentence: TextSentence) -> Bool {
    (facts.mentions(in: sentence.bytes) + facts.adjectives(in: sentence.bytes)).contains { mention in
      facts.kind(of: mention) == .country && Self.ownStates.contains(facts.entities[mention.entity].iso2)
    }
  }

  /// How many offices of somebody are looked at.
  private static let offices = 4

  /// Whether an office of somebody has a word of some categories in it: `secrétaire général de l'OTAN`.
  private func office(of person: Int, has categories: CategorySet, _ isOf: (String) -> Bool) -> Bool {
    facts.entities[person].roles.prefix(Self.offices).contains { role in
      guard let bytes = role.source?.bytes(of: facts.documentID), let first = text.token(atByte: bytes.lowerBound)
      else {
        return false
      }
      return (first..<text.tokens.count).prefix(Self.officeLength)
        .prefix { text.tokens[$0].bytes.lowerBound < bytes.upperBound }
        .contains { token in
          text.categories(at: token).intersects(categories)
            && text.matches(at: token).contains { match in
              let category: CategorySet = [match.category]
              return category.intersects(categories) && isOf(text.entry(match).value(0))
            }
        }
    }
  }

  /// How many tokens of an office are looked at.
  private static let officeLength = 12

  func isOrganisation(_ id: String, in sentence: TextSentence) -> Bool {
    facts.mentions(in: sentence.bytes).contains { mention in
      facts.entities[mention.entity].id == id && facts.kind(of: mention) == .organisation
    }
  }

  /// `un bureau de liaison pour faciliter les consultations`: dialogue that is no event, where the alliance and a partner
  /// are both named, and two words speak of it, or one where the title does.
  func talk(in sentence: TextSentence, terms: [FieldTerm], isTheme: Bool) -> Float? {
    let own = terms.filter { $0.goal == Self.dialogue && $0.weight == 1 }
    // `lettres de créance` needs no second word.
    guard Set(own.map(\.tokens)).count > (isTheme || own.contains { $0.tokens.count > 2 } ? 0 : 1),
      namesAlliance(in: sentence),
      facts.mentions(in: sentence.bytes).contains(where: { mention in
        facts.kind(of: mention) == .country && !facts.isOutsider(mention)
      })
    else { return nil }
    return Self.talk
  }

  /// Whether the first whom the sentence names is an outsider, so that it tells of an outsider's words or deeds.
  func isOfOutsider(_ sentence: TextSentence) -> Bool {
    let reader = FieldTermReader(text: text, facts: facts)
    if let first = facts.mentions(in: sentence.bytes).first, reader.isOutsiderCapital(first) { return true }
    let actor = facts.mentions(in: sentence.bytes).first { mention in
      facts.kind(of: mention) != .place && facts.type(of: mention) != "media"
    }
    return actor.map { facts.isOutsider($0) } ?? false
  }

  private static let attendance = ["particip", "assist", "convi", "invit"]

  func takesPart(_ sentence: TextSentence) -> Bool {
    sentence.tokens.contains { token in
      text.match(.activityCue, at: token).map { cue in
        let word = text.source(tokens: cue.tokens).lowercased()
        return Self.attendance.contains { word.hasPrefix($0) }
      } ?? false
    }
  }
}
