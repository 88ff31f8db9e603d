internal import EntenteSchema

/// Verbs of journeys and visits: whether they lead somewhere, and whether they have been made.
extension EventTriggerReader {
  /// `est parti`, and nobody is named in the sentence who holds an office.
  func isDeparture(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard text.source(tokens: tokens).hasPrefix("parti"), hasPronoun(before: tokens, sentence) else { return false }
    return people(in: sentence.bytes) == 0
  }

  /// `gagnera Oslo vendredi`: the town is the object of the verb.
  func reaches(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let verb = text.source(tokens: tokens)
    guard verb.hasPrefix("gagn") || verb.contains("ralli"), hasDay(sentence) else { return false }
    let next = afterDate(tokens.upperBound, sentence)
    guard next < sentence.tokens.upperBound, text.tokens[next].flags.contains(.capitalised) else { return false }
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

  static let are = ["sommes", "suis", "êtes"].map(Lexicon.standard.word).filter { $0 != .unknown }

  /// `est également arrivée`: an auxiliary stands up to three tokens before, and no article, as in `l'arrivée`.
  func isGone(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let before = max(sentence.tokens.lowerBound, tokens.lowerBound - 3)..<tokens.lowerBound
    return before.contains { text.match(.sayAuxiliary, at: $0) != nil || Self.are.contains(text.tokens[$0].word) }
      && before.last.flatMap { text.match(.eventDeterminer, at: $0) } == nil
  }
}
