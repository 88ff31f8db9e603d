internal import EntenteSchema

/// Verbs of journeys and visits: whether they lead somewhere, and whether they have been made.
extension EventTriggerReader {
  /// `est parti`, and nobody is named in the sentence who holds an office.
  func isDeparture(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard text.source(tokens: tokens).hasPrefix("parti"), hasPronoun(before: tokens, sentence) else { return false }
    return people(in: sentence.bytes) == 0
  }

  /// `la ministre, Anna Holm, attendue jeudi`, `une mission, attendue le 22`: somebody before the comma, a day behind the verb.
  func isAwaited(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let comma = tokens.lowerBound - 1
    guard comma > sentence.tokens.lowerBound, isComma(comma), isDatedSetting(tokens.upperBound, sentence)
    else { return false }
    let before = text.bytes(of: max(sentence.tokens.lowerBound, comma - 4)..<comma)
    return facts.mentions(in: before).contains { isPerson($0) && $0.bytes.upperBound == before.upperBound }
      || hasCue("traveller", in: max(sentence.tokens.lowerBound, comma - 3)..<comma)
  }

  /// `jeudi`, `à Oslo mardi prochain`: a day, or a place and then a day.
  private func isDatedSetting(_ first: Int, _ sentence: TextSentence) -> Bool {
    if afterDate(first, sentence) > first { return true }
    let end = afterSetting(first, sentence)
    return end > first && !facts.dates(in: text.bytes(of: first..<end)).isEmpty
  }

  /// `est venue lundi constater les dégâts`: an office, a day and what it is for.
  func isComing(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let next = afterDate(tokens.upperBound, sentence)
    return text.source(tokens: tokens).hasPrefix("ven") && hasDay(sentence) && isGone(tokens, sentence)
      && next < sentence.tokens.upperBound && text.isInfinitive(next)
      && (hasOffice(before: tokens, sentence) || hasPeople(before: tokens, sentence)
        || people(in: bytes(before: tokens, sentence)) > 0)
  }

  /// `est attendue jeudi à l'abattoir`: wherever it is.
  func isExpected(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let verb = text.source(tokens: tokens)
    guard verb.contains("attendu") || verb.contains("annonc") else { return false }
    // `Une délégation est annoncée en octobre`: wherever she goes.
    return isGoing(tokens, sentence)
      || hasDelegation(before: tokens, sentence) && afterDate(tokens.upperBound, sentence) > tokens.upperBound
  }

  /// `Elle a visité la Toscane en 2003`
  func isVisitOfLongAgo(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    text.source(tokens: tokens).contains("visit") && isBygone(sentence)
  }

  /// `interrogée mardi par Radio Oslo`: a medium right behind the verb.
  func isAired(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let next = afterDate(tokens.upperBound, sentence)
    guard hasDay(sentence), next + 1 < sentence.tokens.upperBound, isPreposition("by", next) else { return false }
    let after = text.bytes(of: next + 1..<min(next + 4, sentence.tokens.upperBound))
    return facts.mentions(in: after).first.map { facts.type(of: $0) == "media" } ?? false
  }

  /// `est monté mardi à bord de la frégate`: somebody, past a day.
  func isBoarding(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let next = afterDate(tokens.upperBound, sentence)
    return next + 1 < sentence.tokens.upperBound && isPreposition("at", next)
      && text.eventCue("aboard", at: next + 1) != nil
      && (hasOffice(before: tokens, sentence) || people(in: bytes(before: tokens, sentence)) > 0)
  }

  /// `Elles y reviendront jusqu'en 2005`: again and again.
  func isUntil(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard tokens.upperBound < sentence.tokens.upperBound, text.eventCue("until", at: tokens.upperBound) != nil else {
      return false
    }
    let after = text.tokens[tokens.upperBound].bytes.lowerBound..<sentence.bytes.upperBound
    return facts.dates(in: after).first.map { facts.dates[$0.date].precision == .year } ?? true
  }

  /// `gagnera Oslo vendredi`: the town is the object of the verb.
  func reaches(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let verb = text.source(tokens: tokens)
    guard verb.hasPrefix("gagn") || verb.contains("ralli") || verb.hasPrefix("rejoi"), hasDay(sentence) else {
      return false
    }
    let next = afterDate(tokens.upperBound, sentence)
    guard next < sentence.tokens.upperBound, text.tokens[next].flags.contains(.capitalised),
      // `rejoindront Oslo dès le mois prochain`: for long.
      next + 1 >= sentence.tokens.upperBound || text.eventCue("onward", at: next + 1) == nil
    else { return false }
    return namesLand(in: text.tokens[next].bytes)
  }

  /// `Paul Roy arrive demain pour …`: a person and a day, whatever the place.
  func isDatedArrival(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard text.source(tokens: tokens).hasPrefix("arriv"), !tellsOfSport,
      people(in: sentence.bytes.lowerBound..<text.tokens[tokens.lowerBound].bytes.lowerBound) > 0
    else { return false }
    let next = afterDate(tokens.upperBound, sentence)
    guard next > tokens.upperBound, next < sentence.tokens.upperBound else { return false }
    return text.source(text.tokens[next].bytes) == "pour"
  }

  /// `fera le déplacement de Varsovie`
  func isTripTo(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let next = tokens.upperBound
    guard next + 1 < sentence.tokens.upperBound, text.source(tokens: tokens).hasSuffix("déplacement") else {
      return false
    }
    return isPreposition("of", next) && namesLand(in: text.tokens[next + 1].bytes)
  }

  /// `a visité de nombreux pays`: no day, and nothing that is named after the verb.
  func isUnplacedVisit(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard text.source(tokens: tokens).contains("visit"), !hasDay(sentence) else { return false }
    let after = text.tokens[tokens.lowerBound].bytes.upperBound..<sentence.bytes.upperBound
    return !namesLand(in: after) && !hasParty(after) && facts.adjectives(in: after).isEmpty
  }

  /// `les participants ont visité la base de Jinhae le 15 novembre`
  func isDatedVisit(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let after = text.tokens[tokens.lowerBound].bytes.upperBound..<sentence.bytes.upperBound
    return !facts.dates(in: sentence.bytes).isEmpty && namesLand(in: after)
  }

  /// `Paul Roy, arrivé lundi à Oslo`
  func isAside(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let token = tokens.lowerBound - 1
    return token > sentence.tokens.lowerBound && text.tokens[token].kind == .punctuation
      && text.tokens[token].value == Punctuation.comma && hasDay(sentence)
  }

  /// `Arrivée lundi à Oslo, Anna Holm a …`
  func opensWithJourney(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard isFirstWord(tokens.lowerBound, sentence), text.isSpelledParticiple(tokens.lowerBound), !tellsOfSport else {
      return false
    }
    return namesPerson(after: tokens, sentence)
  }

  /// `était lundi à Oslo`, `est dans le Cantal ce vendredi`: a preposition follows right behind the verb, past a day; what
  /// is shown or held somewhere has a participle there.
  func isStaying(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard hasDay(sentence), hasTraveller(before: tokens, sentence) else { return false }
    if isWhere(tokens, sentence) { return true }
    let next = afterDate(tokens.upperBound, sentence)
    // `J'y étais le 6 août`
    if next > tokens.upperBound, isThere(tokens, sentence) { return true }
    guard next < sentence.tokens.upperBound,
      isPreposition("at", next) || text.eventCue("present", at: next) != nil || isComma(next)
    else { return false }
    return leadsToLand(next, sentence)
  }

  /// `Je serai jeudi à Oslo avec mes homologues`: whom the speaker meets there.
  func staysWith(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let rest = tokens.upperBound..<min(tokens.upperBound + 2 * Self.reach, sentence.tokens.upperBound)
    // `pour en parler avec la ministre` tells of the meeting itself.
    guard let with = rest.first(where: { ["avec", "pour"].contains(text.source(text.tokens[$0].bytes)) }),
      with + 1 < rest.upperBound, text.tokens[with].length == 4, text.source(text.tokens[with].bytes) == "avec"
    else { return false }
    let after = with + 1..<min(with + 5, sentence.tokens.upperBound)
    return people(in: text.bytes(of: after)) > 0
      || after.contains { text.match(.eventRole, at: $0) != nil || text.match(.role, at: $0) != nil }
  }

  static let are = ["sommes", "suis", "êtes"].map(Lexicon.standard.word).filter { $0 != .unknown }

  /// `est également arrivée`: an auxiliary stands up to three tokens before, and no article, as in `l'arrivée`.
  func isGone(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let before = max(sentence.tokens.lowerBound, tokens.lowerBound - 3)..<tokens.lowerBound
    return before.contains { text.match(.sayAuxiliary, at: $0) != nil || Self.are.contains(text.tokens[$0].word) }
      && before.last.flatMap { text.match(.eventDeterminer, at: $0) } == nil
  }
}
