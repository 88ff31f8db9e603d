internal import EntenteSchema

/// Whom an office means: "la ministre", "son homologue".
extension SpeakerResolver {
  /// "son homologue" is not the one who was spoken of, and beside somebody without a name it is nobody known.
  func other(than reference: SpeakerReference) -> Speaker? {
    let start = reference.tokens.lowerBound
    guard let role = text.match(.role, at: start), text.entry(role).values.contains("other") else { return nil }
    return focus(before: start)
  }

  /// « … », lui a répondu le ministre: somebody other than the last speaker.
  mutating func answerer(_ attribution: Attribution, _ reference: SpeakerReference) -> Speaker? {
    guard case .description(let description) = reference.referent, !description.isPartner,
      attribution.tokens.prefix(3).contains(where: { token in
        text.tokens[token].length == 3 && text.source(text.tokens[token].bytes) == "lui"
      }), case .entity(let one)? = speaker(reference),
      case .entity(one)? = topic(before: attribution.tokens.lowerBound)
    else { return nil }
    let other = described(description, before: reference.tokens.lowerBound, not: [one])
    return other.map { .entity($0) } ?? .nobody
  }

  /// Sentences back in which the two who meet are named.
  private static let meeting = 3

  /// "son hôte": of two people whom the last sentences name, the one who was not spoken of last.
  func partner(of reference: SpeakerReference) -> Speaker {
    let start = reference.tokens.lowerBound
    guard case .entity(let one)? = focus(before: start), let sentence = text.sentence(ofToken: start) else {
      return .nobody
    }
    let first = text.sentences[max(0, sentence - Self.meeting)].tokens.lowerBound
    var others: Set<Int> = []
    for index in references.indices(first, start).suffix(Self.width) where !references[index].isQuoted {
      guard case .entity(let entity)? = meaning(index), entities[entity].kind == .person, entity != one else {
        continue
      }
      others.insert(entity)
    }
    return others.count == 1 ? others.first.map { .entity($0) } ?? .nobody : .nobody
  }

  /// "Le ministre X a reçu le ministre Y": of two holders of one office, the one who does something.
  private func subject(over reference: SpeakerReference, _ head: String) -> Int? {
    guard reference.isGoverned, let number = text.sentence(ofToken: reference.tokens.lowerBound) else { return nil }
    let sentence = text.sentences[number].tokens
    for one in references.between(sentence.lowerBound, reference.tokens.lowerBound).prefix(Self.width)
    where !one.isGoverned && !one.isQuoted {
      guard case .entity(let entity) = one.referent, entities[entity].kind == .person else { continue }
      return offices.holds(entity, head) ? entity : nil
    }
    return nil
  }

  /// The holder of an office who was spoken of last; of a common noun, whoever was.
  mutating func described(
    _ description: SpeakerReference.Description, before token: Int, not others: Set<Int>
  ) -> Int? {
    let (head, country) = (description.head, description.country)
    // No "ministre japonais", no "ancien ministre".
    let isAlone = country.isEmpty && (token < 1 || text.match(.formerWord, at: token - 1) == nil)
    var nearest: Int?
    var compatriot: Int?
    // Of the office, whatever the country.
    var holder: Int?
    // Of the same house; of an office that the noun stands for.
    var (colleague, meant): (Int?, Int?)
    // Nobody tells of themselves by their office.
    var own: Int?
    // The candidates, and those of them whom this paragraph names.
    var (eligible, paragraph): (Set<Int>, Set<Int>) = ([], [])
    let block = text.block(ofToken: token).map { text.blocks[$0].tokens.lowerBound } ?? 0
    let isOffice = !head.isEmpty && !offices.isGeneric(head)
    if case .entity(let holder)? = turn(at: token) { own = holder }
    for reference in references[..<references.first(from: token)].suffix(60).reversed() {
      guard case .entity(let entity) = reference.referent, entities[entity].kind == .person,
        fits(entity, description.gender), !others.contains(entity), entity != own, isFrom(country, entity),
        !askers.contains(entity)
      else { continue }
      // "le ministre japonais": who is from there, rather than any minister.
      let isCompatriot = !country.isEmpty && entities[entity].countryID == country
      if isCompatriot, compatriot == nil, isHomologue(entity) { compatriot = entity }
      if !head.isEmpty, offices.holds(entity, head) {
        if country.isEmpty || isCompatriot {
          return country.isEmpty ? subject(over: reference, head) ?? entity : entity
        }
        if holder == nil { holder = entity }
      }
      guard offices.mayHold(entity, head, isAlone: isAlone) else { continue }
      if colleague == nil, !description.house.isEmpty, entities[entity].organisationID == description.house {
        colleague = entity
      }
      if meant == nil, offices.isMeant(entity, by: head) { meant = entity }
      if compatriot == nil, !country.isEmpty, entities[entity].countryID == country { compatriot = entity }
      eligible.insert(entity)
      if reference.tokens.lowerBound >= block { paragraph.insert(entity) }
      if nearest == nil, !reference.isQuoted { nearest = entity }
    }
    // A compatriot without a stated office is not preferred to the holder of a similar one.
    if isOffice, let one = compatriot, offices.isUnstated(one), meant != nil || eligible.count > 1 {
      compatriot = meant
    }
    if let known = colleague ?? compatriot ?? holder { return known }
    // An office that nobody is said to hold yet may be told of its holder later: "la Première ministre".
    if !description.isShort, let later = offices.first(of: head, gender: description.gender) { return later }
    if let meant { return meant }
    if OfficeHolders.isOnlyKin(head) { return nil }
    guard description.isShort else { return nil }
    // "souffle le gardien": an office that nobody is said to hold means only somebody whom the text has just mentioned.
    let isTold = !isOffice || !country.isEmpty
    // "L'Italien": where several may be meant, the only one whom this paragraph names.
    if !country.isEmpty, eligible.count > 1 {
      return paragraph.count == 1 ? paragraph.first : nil
    }
    // Where several have their turns, an office is nobody's of whom it is not said.
    if !turns.isEmpty, !head.isEmpty, !offices.isGeneric(head) { return answerer(after: token, description) }
    // Who was spoken of, or spoke, rather than who was only named.
    switch focus(before: token, gender: description.gender) {
    case .entity(let spoken)?
    where !others.contains(spoken) && spoken != own && nearest != spoken && entities[spoken].kind == .person:
      if isFrom(country, spoken), offices.mayHold(spoken, head, isAlone: isAlone) {
        return isTold || isAtHand(spoken, before: token) ? spoken : nil
      }
      // Where several may hold it, only the one whom the text has just mentioned.
      return isOffice && eligible.count > 1 ? nil : nearest
    case .nobody?: return nil
    default: return nearest.flatMap { isTold || isAtHand($0, before: token) ? $0 : nil }
    }
  }

  /// Whether a person is mentioned in the sentence of a token or in the one before it. Sentences that open with a pronoun or
  /// a quotation are looked through.
  private func isAtHand(_ person: Int, before token: Int) -> Bool {
    guard let here = text.sentence(ofToken: token) else { return false }
    for number in stride(from: here, through: max(0, here - Self.memory), by: -1) {
      if case .entity(person)? = spoken[number] { return true }
      let sentence = text.sentences[number].tokens
      for index in references.indices(sentence.lowerBound, min(token, sentence.upperBound)).prefix(Self.width)
      where !references[index].isQuoted {
        if case .entity(person)? = meaning(index) { return true }
      }
      // Nor does a short one: "Long silence."
      if number < here, !isWithinWords(sentence), sentence.count > 4,
        !sentence.prefix(4).contains(where: { isSubject($0) })
      {
        return false
      }
    }
    return false
  }

  /// "Accueilli par X, le commandant a remercié": the agent of the opening participle is not the subject that follows.
  func agents(before reference: SpeakerReference) -> Set<Int> {
    guard let number = text.sentence(ofToken: reference.tokens.lowerBound) else { return [] }
    let sentence = text.sentences[number].tokens
    guard isParticiple(sentence.lowerBound), !reference.isGoverned else { return [] }
    var agents: Set<Int> = []
    for one in references.between(sentence.lowerBound, reference.tokens.lowerBound).prefix(Self.width)
    where one.isGoverned && !one.isQuoted {
      if case .entity(let entity) = one.referent, entities[entity].kind == .person { agents.insert(entity) }
    }
    return agents
  }

  /// "L'avocat de la partie civile", "l'avocat général": not a person who is known as a lawyer only by "Me".
  func isLawyerOfSomebody(_ reference: SpeakerReference, _ description: SpeakerReference.Description) -> Bool {
    guard description.head == "avocat" || description.head == "avocate" else { return false }
    let end = reference.tokens.upperBound
    return reference.tokens.count > 1 || end < text.tokens.count && text.match(.nameLinker, at: end) != nil
  }

  /// "le prévenu": the only person whom the text has called accused so far.
  func accused(_ gender: String, before token: Int) -> Speaker {
    var found: Int?
    for reference in references[..<references.first(from: token)].suffix(60).reversed() where !reference.isQuoted {
      guard case .entity(let entity) = reference.referent, entities[entity].kind == .person,
        offices.holds(entity, OfficeHolders.accused), fits(entity, gender)
      else { continue }
      if let found, found != entity { return .nobody }
      found = entity
    }
    return found.map { .entity($0) } ?? .nobody
  }

  /// "Le ministre disait : « … » Est-ce vrai, monsieur le ministre ?": who answers in the next turn, when it is the holder
  /// of the office.
  private func answerer(after token: Int, _ description: SpeakerReference.Description) -> Int? {
    guard let block = text.block(ofToken: token), let own = turns[block],
      calls(description.head, text.blocks[block].tokens)
    else { return nil }
    let next = (block + 1..<min(text.blocks.count, block + 6)).lazy.compactMap { self.turns[$0] }.first { $0 != own }
    return next.flatMap { offices.holds($0, description.head) && fits($0, description.gender) ? $0 : nil }
  }

  /// Whether somebody is called by an office: "monsieur le ministre".
  private func calls(_ office: String, _ turn: Range<Int>) -> Bool {
    turn.suffix(200).contains { token in
      guard token + 2 < turn.upperBound, text.tokens[token].length > 5,
        ["monsieur", "madame"].contains(text.source(text.tokens[token].bytes).lowercased())
      else { return false }
      return OfficeHolders.plain(text.source(text.tokens[token + 2].bytes)) == office
    }
  }

  private func isHomologue(_ entity: Int) -> Bool {
    entities[entity].roles.contains { $0.text.hasPrefix("homologue") }
  }

  func isFrom(_ country: String, _ entity: Int) -> Bool {
    let home = entities[entity].countryID
    return country.isEmpty || home.isEmpty || home == country
  }
}
