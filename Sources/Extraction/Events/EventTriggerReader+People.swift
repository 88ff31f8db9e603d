internal import EntenteSchema

/// Whoever can be met, received or sent, named or not: `la Fédération des tanneurs`, `les salariés`, `une équipe`.
extension EventTriggerReader {
  /// How many days and places may stand between a verb and its object.
  private static let settings = 3
  /// How many words may stand between a determiner and its noun.
  private static let adjectives = 2

  private static let endings = WordEndings([
    "eurs", "euses", "iens", "iennes", "istes", "éens", "éennes", "rices",
  ])

  /// `pêcheurs`, `lycéennes`: a plural noun that ends like those for people, and is none of the things that do.
  private func endsLikePeople(_ token: Int) -> Bool {
    let word = text.tokens[token]
    return word.kind == .word && word.length > 5 && !word.flags.contains(.capitalised)
      && Self.endings.contains(endOf: word.bytes, in: text.bytes.span) && text.eventCue("things", at: token) == nil
  }

  /// Whether a noun for people stands at a token.
  func isPeople(_ token: Int) -> Bool {
    guard token < text.tokens.count else { return false }
    if let role = text.match(.role, at: token) { return !text.entry(role).values.contains("kin") }
    return text.match(.eventRole, at: token) != nil
      || text.eventCue("students", at: token) != nil || text.eventCue("envoys", at: token) != nil
      || endsLikePeople(token)
  }

  /// Whether somebody or a body stands at a token, past its determiner and adjectives.
  func isParty(at first: Int, _ sentence: TextSentence) -> Bool {
    var token = first
    var others = 0
    while token < sentence.tokens.upperBound, others <= Self.adjectives {
      let bytes = text.tokens[token].bytes
      if let mention = facts.mentions(in: bytes).first {
        return facts.kind(of: mention) != .place || text.match(.organisationHead, at: token) != nil
      }
      if isPeople(token) || text.match(.organisationHead, at: token) != nil { return true }
      guard text.tokens[token].kind == .word else {
        // `M. Paul Roy`
        guard text.tokens[token].value == Punctuation.fullStop, token > first else { return false }
        token += 1
        continue
      }
      let isDeterminer = text.match(.eventDeterminer, at: token) != nil
      // `la lettre des syndicats`: of whom it is.
      if isDeterminer, others > 0 { return false }
      if !isDeterminer, text.match(.civility, at: token) == nil { others += 1 }
      token += 1
    }
    return false
  }

  /// Past the days and places that begin at a token: `vendredi à Bercy`, `, mardi, à l'hôtel de ville,`.
  func afterSetting(_ first: Int, _ sentence: TextSentence) -> Int {
    var token = first
    for _ in 0..<Self.settings {
      let past = afterDate(token, sentence)
      if past > token {
        token = past
      } else if let end = placeEnd(from: token, sentence) {
        token = end
      } else {
        break
      }
    }
    return token
  }

  /// `à Oslo`, `au ministère`: where the phrase of a place ends.
  private func placeEnd(from token: Int, _ sentence: TextSentence) -> Int? {
    guard token + 1 < sentence.tokens.upperBound, isPreposition("at", token) else { return nil }
    let noun = text.match(.eventDeterminer, at: token + 1) != nil ? token + 2 : token + 1
    guard noun < sentence.tokens.upperBound else { return nil }
    if let house = text.eventCue("house", at: noun) { return house.tokens.upperBound }
    // `au Rocher`: a place that nothing else knows.
    if text.tokens[noun].flags.contains(.capitalised), !text.tokens[noun].flags.contains(.elided),
      facts.mentions(in: text.tokens[noun].bytes).isEmpty
    {
      return noun + 1
    }
    guard let mention = facts.mentions(in: text.tokens[noun].bytes).first, facts.kind(of: mention) != .person,
      mention.bytes.lowerBound == text.tokens[noun].bytes.lowerBound
    else { return nil }
    return text.token(atByte: mention.bytes.upperBound).map { max($0, noun + 1) }
  }

  // Words that stand in most sentences: as cues they would be looked for at each.
  /// `en Conseil des ministres`.
  static let sittings = ["en", "au", "du"].map(Lexicon.standard.word)
  /// `l'a reçue`, `le signeront`: what stands before a verb for its object.
  static let objects = ["le", "la", "les", "l'"].map(Lexicon.standard.word)
  /// `avec eux`.
  private static let others = ["eux", "elles", "elle", "lui", "moi", "nous", "vous"].map(Lexicon.standard.word)

  func isWord(_ token: Int, _ words: [WordID]) -> Bool {
    text.tokens[token].word != .unknown && words.contains(text.tokens[token].word)
  }

  /// How many tokens behind its word `avec` may stand.
  private static let company = 9

  /// `discuterons avec la Norvège`, `un déjeuner avec le chancelier`: with somebody, whom a name or a noun tells.
  func hasCompany(after tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let end = min(tokens.upperBound + Self.company, sentence.tokens.upperBound)
    for token in tokens.upperBound..<max(tokens.upperBound, end) {
      if text.match(.eventBoundary, at: token) != nil { return false }
      guard isPreposition("between", token), token + 1 < sentence.tokens.upperBound else { continue }
      return isParty(at: token + 1, sentence) || isWord(token + 1, Self.others)
    }
    return false
  }

  /// `En discuterons avec eux à Oslo le 3 mai`: those who talk, with whom, and when.
  func isTalkingWith(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard hasDay(sentence), hasCompany(after: tokens, sentence),
      !text.source(tokens: tokens).hasPrefix("parl") || isWith(tokens, sentence)
    else { return false }
    return hasActor(before: tokens, sentence) || hasPronoun(before: tokens, sentence)
      || hasSpeaker(before: tokens, sentence) || hasPeople(before: tokens, sentence)
  }

  /// `a dialogué avec une centaine d'étudiants`: a debate, where those whom somebody meets study.
  func talked(_ type: String, _ tokens: Range<Int>, _ sentence: TextSentence) -> String {
    guard type == "meeting" else { return type }
    let end = min(tokens.upperBound + Self.company, sentence.tokens.upperBound)
    let with = (tokens.upperBound..<max(tokens.upperBound, end)).first { isPreposition("between", $0) }
    guard let with, hasCue("students", in: with..<min(with + 5, sentence.tokens.upperBound)) else { return type }
    return "debate"
  }

  /// `a inspecté`: an auxiliary stands right before the verb.
  func hasAuxiliary(before tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    (max(sentence.tokens.lowerBound, tokens.lowerBound - 2)..<tokens.lowerBound).contains {
      text.match(.sayAuxiliary, at: $0) != nil
    }
  }

  /// `a reçu vendredi à Bercy la Fédération des tanneurs`, `J'ai reçu la Compagnie du littoral mercredi`.
  func receivesParty(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard hasDay(sentence), !isPassive(tokens, sentence), !isOfSport(sentence),
      text.source(tokens: tokens).hasPrefix("rec") || text.source(tokens: tokens).hasPrefix("reç"),
      hasActor(before: tokens, sentence) || hasSpeaker(before: tokens, sentence)
    else { return false }
    let object = afterSetting(tokens.upperBound, sentence)
    let opening = object..<max(object, min(object + 4, sentence.tokens.upperBound))
    // `Demain, nous recevrons l'écrivaine Anna Holm`: on the air.
    if !text.source(tokens: tokens).hasPrefix("reç"), hasSpeaker(before: tokens, sentence),
      !hasHouse(text.bytes(of: opening)),
      !opening.contains(where: { text.match(.eventRole, at: $0) != nil })
    {
      return false
    }
    // `recevra des pêcheurs une lettre`: of whom it comes.
    guard object < sentence.tokens.upperBound, text.match(.eventDeterminer, at: object) != nil || isName(object) else {
      return false
    }
    return isParty(at: object, sentence)
  }

  private func isName(_ token: Int) -> Bool {
    facts.mentions(in: text.tokens[token].bytes).first.map { facts.kind(of: $0) != .place } ?? false
  }

  /// `Des ingénieurs coréens sont venus`: people, of whom nobody is named, before the verb.
  func hasPeople(before tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let start = max(sentence.tokens.lowerBound, tokens.lowerBound - Self.reach)
    return (start..<tokens.lowerBound).contains { isPeople($0) }
  }

  /// The text, or the sentence by itself, tells of a match.
  func isOfSport(_ sentence: TextSentence) -> Bool {
    tellsOfSport || sentence.categories.contains(.eventCue) && hasCue("sport", in: sentence.tokens)
  }
}
