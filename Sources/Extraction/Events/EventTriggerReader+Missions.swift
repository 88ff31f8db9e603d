internal import EntenteSchema

/// Who is sent, lands or shows himself somewhere, and before whom somebody speaks.
extension EventTriggerReader {
  /// How many words may stand between a verb and those who are sent.
  private static let sent = 5

  /// `a envoyé une équipe à Kendari mardi`, `dépêche lundi deux experts`: those who are sent right behind the verb, and
  /// where or when.
  func isSending(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard !isOfSport(sentence), !isPassive(tokens, sentence),
      hasActor(before: tokens, sentence) || hasPronoun(before: tokens, sentence)
    else { return false }
    let first = afterSetting(tokens.upperBound, sentence)
    let end = min(first + Self.sent, sentence.tokens.upperBound)
    guard
      let envoys = (first..<max(first, end)).first(where: {
        text.eventCue("envoys", at: $0) != nil || isOwnPeople($0, first)
      }),
      !(first..<envoys).contains(where: {
        text.tokens[$0].kind == .punctuation || text.match(.eventPreposition, at: $0) != nil
      })
    else { return false }
    // `enverra dès janvier deux experts`: for good, or for long.
    if first > tokens.upperBound, text.eventCue("onward", at: tokens.upperBound) != nil { return false }
    return hasDay(sentence) || leadsToLand(envoys + 1, sentence)
  }

  /// `envoie à Oslo son conseiller`: an office of the sender's own.
  private func isOwnPeople(_ token: Int, _ first: Int) -> Bool {
    token > first && text.match(.eventRole, at: token) != nil
      && text.match(.eventDeterminer, at: token - 1).map { text.entry($0).value(0) } == "possessive"
  }

  /// `s'est rendu mercredi sur la base d'Ohakea`, `se rendra lundi chez les vignerons`: wherever it leads, somebody goes there
  /// on a day; but nobody surrenders, and nothing is evident.
  func isGoing(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard hasDay(sentence) || isOfficial(tokens, sentence), !isOfSport(sentence),
      hasTraveller(before: tokens, sentence) || hasActor(before: tokens, sentence)
        || hasPeople(before: tokens, sentence)
    else { return false }
    let next = afterSetting(tokens.upperBound, sentence)
    if next > tokens.upperBound, facts.mentions(in: behind(tokens, next)).contains(where: { isLand($0) }) {
      return true
    }
    // `à Vesk le week-end dernier`: a place that nothing else knows.
    let linker = afterDate(tokens.upperBound, sentence)
    guard linker + 1 < sentence.tokens.upperBound,
      isPreposition("at", linker) || text.eventCue("toward", at: linker) != nil
    else { return false }
    return !(linker..<min(linker + 3, sentence.tokens.upperBound)).contains {
      text.eventCue("surrender", at: $0) != nil
    }
  }

  /// `La maire, Anna Holm, s'est rendue dans la foulée à l'usine`: no day, but an office or a name, and it is told.
  private func isOfficial(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    hasAuxiliary(before: tokens, sentence)
      && (hasOffice(before: tokens, sentence) || people(in: bytes(before: tokens, sentence)) > 0)
  }

  private func behind(_ tokens: Range<Int>, _ end: Int) -> Range<Int> { text.bytes(of: tokens.upperBound..<end) }

  private func isLand(_ mention: DocumentFacts.Mention) -> Bool {
    [.country, .place].contains(facts.kind(of: mention))
  }

  /// `se sont posés lundi sur la base de Bergen`: those who fly, and a day.
  func isLanding(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    isReflexive(tokens, sentence) && isGoing(tokens, sentence)
      && (hasTroops(before: tokens, sentence) || people(in: bytes(before: tokens, sentence)) > 0)
  }

  func bytes(before tokens: Range<Int>, _ sentence: TextSentence) -> Range<Int> {
    sentence.bytes.lowerBound..<text.tokens[tokens.lowerBound].bytes.lowerBound
  }

  /// How many tokens from its verb those stand before whom somebody speaks.
  private static let hearing = 14

  /// `présentait jeudi ses cartes devant le conseil de l'île`, `Devant les sénateurs, mercredi, l'amiral a défendu …`.
  func isBeforeBody(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    guard hasDay(sentence), !isPassive(tokens, sentence),
      hasActor(before: tokens, sentence) || hasPronoun(before: tokens, sentence)
        || hasSpeaker(before: tokens, sentence)
    else { return false }
    let start = max(sentence.tokens.lowerBound, tokens.lowerBound - Self.hearing)
    let end = min(tokens.upperBound + Self.hearing, sentence.tokens.upperBound)
    return (start..<end).contains { token in
      text.eventCue("before", at: token) != nil
        && (token + 1..<min(token + 4, sentence.tokens.upperBound)).contains {
          text.eventCue("body", at: $0) != nil
        }
    }
  }

  /// `l'a redit mardi devant le conseil municipal`: a committee right behind the verb, its subject or its day.
  func isBeforePanel(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let end = min(tokens.upperBound + Self.reach / 2, sentence.tokens.upperBound)
    guard hasAuxiliary(before: tokens, sentence),
      let before = (tokens.upperBound..<end).first(where: { text.eventCue("before", at: $0) != nil })
    else { return false }
    return (before + 1..<min(before + 3, sentence.tokens.upperBound)).contains { text.eventCue("panel", at: $0) != nil }
  }

  /// `s'est prêtée mardi aux questions des élèves`: to questions, and on a day.
  func isAsked(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let end = min(tokens.upperBound + Self.reach, sentence.tokens.upperBound)
    return hasDay(sentence) && hasActor(before: tokens, sentence)
      && (tokens.upperBound..<end).contains { token in
        text.eventCue("questions", at: token) != nil
      }
      && !(tokens.upperBound..<min(end + 4, sentence.tokens.upperBound)).contains {
        text.eventCue("press", at: $0) != nil
      }
  }

  /// `Nos ministres le signeront à Oslo le 3 mai`: a pronoun for the agreement that the sentence before names.
  func signsWhatWasNamed(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let before = tokens.lowerBound - 1
    guard before > sentence.tokens.lowerBound, isWord(before, Self.objects),
      hasDay(sentence) || leadsToLand(tokens, sentence),
      let number = text.sentence(ofToken: sentence.tokens.lowerBound)
    else { return false }
    // `Un accord est-il prévu ? — Oui. Nos ministres le signeront.`
    return (max(0, number - 3)..<number).contains { earlier in
      let tokens = text.sentences[earlier].tokens
      return hasCue("accord", in: tokens) || hasCue("contract", in: tokens)
    }
  }
}
