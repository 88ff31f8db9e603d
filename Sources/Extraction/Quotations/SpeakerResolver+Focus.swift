internal import EntenteSchema

/// Whom a text tells of last before a token: a pronoun there, or a quotation without a speaker, means that person.
extension SpeakerResolver {
  /// Who was spoken of last before a token: the subject of the sentence or who spoke in it, then those of the sentences
  /// before.
  ///
  /// - Parameter depth: how many sentences that open with a pronoun have been followed back so far.
  func focus(before token: Int, gender: String = "", depth: Int = 0) -> Speaker? {
    guard let sentence = text.sentence(ofToken: token) else { return nil }
    var isPassed = false
    // Only sentences inside quotations have been passed so far.
    var isNext = true
    for number in stride(from: sentence, through: max(0, sentence - Self.memory), by: -1) {
      // "Le maire, X, a plaidé. « … », a-t-elle dit": where a paragraph tells of another alone, nobody before it is meant.
      if !gender.isEmpty, number < sentence, text.sentences[number].block != text.sentences[number + 1].block,
        text.sentences[number + 1].block == text.sentences[sentence].block,
        tellsOfOther(text.blocks[text.sentences[sentence].block].tokens.lowerBound..<token, gender)
      {
        return .nobody
      }
      // "Je lui ai dit : « … » Il m'a répondu": another than who tells of it.
      if !gender.isEmpty, own.contains(number) { continue }
      // "Une élève lui a demandé …": who answers is the one who was asked.
      if number < sentence, spoken[number] == nil, addresses(text.sentences[number].tokens) { continue }
      if isNext, number < sentence, let asked = asked(in: text.sentences[number].tokens), fits(asked, gender) {
        return .entity(asked)
      }
      if number < sentence || text.sentences[number].tokens.lowerBound < token, let speaker = spoken[number] {
        guard case .entity(let entity) = speaker else {
          // "La compagnie a salué « … ». Il": another than she.
          if !gender.isEmpty, let stranger = strangers[number], stranger != gender { continue }
          return speaker
        }
        if fits(entity, gender), isNear(entity, gender, number, sentence),
          !(number == sentence && !gender.isEmpty && isAddressee(entity, of: text.sentences[number].tokens))
        {
          return speaker
        }
      }
      let range = text.sentences[number].tokens
      let end = min(range.upperBound, token)
      guard range.lowerBound < end else { continue }
      if number < sentence, let opening = text.match(.sayPronoun, at: range.lowerBound),
        text.entry(opening).value(0).hasPrefix("subject"),
        let speaker = protagonist(
          before: range.lowerBound, gender: text.entry(opening).value(0).hasSuffix("-f") ? "f" : "m")
      {
        return speaker
      }
      if number < sentence, let topic = topic(range), case .entity(let entity)? = meaning(topic), fits(entity, gender) {
        return .entity(entity)
      }
      let named = references.indices(range.lowerBound, end).prefix(Self.width)
      if number < sentence, gender.isEmpty,
        opensWithUnknownName(range) || isNext && !isWithinWords(range) && opensWithUnnamed(range)
      {
        return .nobody
      }
      let isSpoken = isWithinWords(range)
      defer { if number < sentence, !isSpoken { isNext = false } }
      if number < sentence, !gender.isEmpty, !isPassed, !isSpoken, !isBackground(range),
        let subject = openingSubject(
          of: range, gender: gender, isNext: isNext,
          opens: text.tokens[token].flags.contains(.capitalised))
      {
        return subject
      }
      // "Un soldat veillait. Il s'est levé. « … », a-t-il dit": whom the sentence before goes on telling of.
      if number < sentence, !isSpoken, !isPassed, !gender.isEmpty, depth < Self.chain,
        let opening = text.match(.sayPronoun, at: range.lowerBound), text.entry(opening).value(0) == gender,
        !namesPerson(named, gender),
        let subject = focus(before: range.lowerBound, gender: gender, depth: depth + 1)
      {
        return subject
      }
      if number < sentence, isNext, !gender.isEmpty, !isSpoken,
        isContested(range, gender) || endsWithOwnKin(range, gender)
      {
        return .nobody
      }
      if number == sentence, !gender.isEmpty, isOpeningPhrase(range.lowerBound..<token) { continue }
      if let subject = subject(among: named, gender) { return subject }
      // "Le ministère a publié ses principes ; il y parle de « … »": the subject of the clause before.
      if number == sentence, !gender.isEmpty, token > range.lowerBound + 4, isSecondClause(token),
        let subject = openingSubject(of: range.lowerBound..<token, gender: gender, isNext: true, opens: false)
      {
        return subject
      }
      // "…, selon X."
      for index in named where references[index].isGoverned {
        guard !references[index].isQuoted, isMarked(references[index]), isPerson(references[index]),
          case .entity(let entity)? = meaning(index)
        else { continue }
        if fits(entity, gender) { return .entity(entity) }
      }
      if number < sentence, let entity = lone(in: range, gender) { return .entity(entity) }
      // Whom the sentence just before names, whatever does something in it, stands nearer than anybody before.
      if number < sentence, isNext, !gender.isEmpty, !isSpoken, let near = onlyPerson(in: range, gender) { return near }
      if number < sentence, isNext, !gender.isEmpty, !isSpoken,
        namesStranger(range) || hasAgent(range, gender) || endsWithUnnamed(range, gender)
      {
        return .nobody
      }
      // A pronoun that opens a later sentence tells that somebody else is meant.
      if !isSpoken, text.match(.sayPronoun, at: range.lowerBound) != nil { isPassed = true }
    }
    let near = references.indices.prefix(references.first(from: token)).suffix(20)
    return near.last { index in
      guard !references[index].isQuoted, case .entity(let entity) = references[index].referent else { return false }
      return entities[entity].kind == .person && fits(entity, gender)
    }.flatMap(meaning)
  }

  /// "Le ministère a salué « … »": "il" means a house only right after it has spoken, in the same paragraph.
  private func isNear(_ entity: Int, _ gender: String, _ spoken: Int, _ here: Int) -> Bool {
    guard !gender.isEmpty, entities[entity].kind != .person else { return true }
    guard spoken >= here - 1, text.sentences[spoken].block == text.sentences[here].block else { return false }
    let noun = entities[entity].name.prefix { $0 != " " }.lowercased()
    if Self.masculine.contains(noun) { return gender == "m" }
    return gender == "f" || !Self.feminine.contains { noun.hasSuffix($0) }
  }

  private static let masculine: Set<String> = [
    "ministère", "département", "gouvernement", "parti", "syndicat", "conseil", "comité", "parlement", "sénat",
    "parquet",
    "tribunal", "centre", "institut", "bureau", "groupe", "collectif", "club", "musée", "quotidien", "journal",
  ]

  /// Endings of nouns for houses: "préfecture", "ambassade", "mairie", "agence".
  static let feminine = [
    "ion", "ence", "ance", "ure", "ade", "rie", "té", "ise", "armée", "police", "banque", "cour", "ligue", "chambre",
    "compagnie", "marine", "revue", "gazette",
  ]

  /// Behind a semicolon, or "et": "…, et elle".
  private func isSecondClause(_ token: Int) -> Bool {
    let before = text.tokens[token - 1]
    return before.kind == .punctuation && before.value == Punctuation.semicolon
      || before.length == 2 && text.source(before.bytes) == "et"
  }

  /// "À X, qui voulait savoir si c'était « … », il a répondu": whoever opens the sentence is spoken to.
  private func isAddressee(_ entity: Int, of sentence: Range<Int>) -> Bool {
    guard ["À", "A"].contains(text.source(text.tokens[sentence.lowerBound].bytes)),
      let first = references.between(sentence.lowerBound, min(sentence.upperBound, sentence.lowerBound + 4)).first,
      case .entity(entity) = first.referent
    else { return false }
    return first.isGoverned
  }

  /// Whether a sentence begins with somebody's words.
  func isWithinWords(_ sentence: Range<Int>) -> Bool {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].upperBound <= sentence.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < words.count && words[low].lowerBound <= sentence.lowerBound
  }

  /// Whether a sentence names a person whom a gender fits: "Elle est commandée par X."
  private func namesPerson(_ named: Range<Int>, _ gender: String) -> Bool {
    named.contains { index in
      guard !references[index].isQuoted, case .entity(let entity)? = meaning(index) else { return false }
      return entities[entity].kind == .person && fits(entity, gender)
    }
  }

  /// The first person of a sentence whom a gender fits; nobody known where the subject does not, and two others do.
  func subject(among named: Range<Int>, _ gender: String) -> Speaker? {
    var isSubject = true
    var found: Int?
    for index in named where !references[index].isGoverned && !references[index].isQuoted {
      guard isPerson(references[index]) else { continue }
      guard case .entity(let entity)? = meaning(index) else {
        // "Le gérant vise X. « … »": who goes on is not whom somebody else acts upon.
        if isSubject, gender.isEmpty { return nil }
        continue
      }
      if fits(entity, gender) {
        // "X et Y se sont vus. Il": either.
        if isSubject { return isJoined(index, entity, gender) ? .nobody : .entity(entity) }
        if let found, found != entity { return .nobody }
        found = entity
      }
      isSubject = false
    }
    return found.map { .entity($0) }
  }

  /// "Le texte a été signé par X.": the only one of whom a sentence without a pronoun tells.
  private func lone(in sentence: Range<Int>, _ gender: String) -> Int? {
    guard !sentence.prefix(60).contains(where: { isSubject($0) || isIndirectObject($0) }) else { return nil }
    var found: Int?
    for reference in references.between(sentence.lowerBound, sentence.upperBound).prefix(Self.width)
    where reference.isGoverned && !reference.isQuoted {
      guard case .entity(let entity) = reference.referent, entities[entity].kind == .person else { continue }
      if let found, found != entity { return nil }
      found = entity
    }
    return found.flatMap { fits($0, gender) ? $0 : nil }
  }

  /// Whether somebody whom a gender does not fit does something in a range, and nobody whom it fits.
  private func tellsOfOther(_ range: Range<Int>, _ gender: String) -> Bool {
    var isOther = false
    for index in references.indices(range.lowerBound, range.upperBound).suffix(Self.width)
    where !references[index].isGoverned && !references[index].isQuoted {
      guard case .entity(let entity)? = meaning(index), entities[entity].kind == .person else { continue }
      if fits(entity, gender) { return false }
      // What an office means may be mistaken, a name is not.
      if case .entity = references[index].referent { isOther = true }
    }
    return isOther
  }

  /// "Un concert lui rendra hommage": somebody told of before, and not whom the sentence goes on to name.
  private func isIndirectObject(_ token: Int) -> Bool {
    guard token > 0, text.tokens[token].length == 3, text.source(text.tokens[token].bytes) == "lui",
      token + 1 < text.tokens.count, text.tokens[token + 1].kind == .word
    else { return false }
    return text.tokens[token - 1].kind == .word && text.match(.sayPreposition, at: token - 1) == nil
      && text.match(.sayMarker, at: token - 1) == nil
  }

  /// "l'intéressé": whom the text tells of most.
  func protagonist(before token: Int, gender: String) -> Speaker? {
    var counts: [Int: Int] = [:]
    for index in references.indices.prefix(references.first(from: token)).suffix(60)
    where !references[index].isQuoted {
      guard isPerson(references[index]), case .entity(let entity)? = meaning(index), entities[entity].kind == .person,
        fits(entity, gender)
      else { continue }
      counts[entity, default: 0] += 1
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { .entity($0.key) }
  }
}
