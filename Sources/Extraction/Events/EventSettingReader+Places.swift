internal import EntenteSchema

/// Where an event takes place.
extension EventSettingReader {
  /// How many tokens after the trigger a place may stand.
  private static let reach = 28
  /// How many bytes after a visit's verb the town of a house may stand.
  private static let houseReach = 90

  /// The place or country after the trigger with a preposition of place, up to what the sentence tells of next; else a
  /// town before it.
  func place(of trigger: EventTrigger, before next: Int, in sentence: TextSentence) -> Int? {
    let named = facts.mentions(in: sentence.bytes).filter { isLocation($0, trigger) }
    let anchor = text.bytes(of: trigger.tokens)
    if let town = namesake(of: trigger, named) { return town }
    let end = clauseEnd(after: trigger.tokens.upperBound, before: next)
    let after = named.filter { $0.bytes.lowerBound >= anchor.upperBound && $0.bytes.lowerBound < end }
    if let first = after.firstIndex(where: { isPlaced($0, nameOfEvent: trigger.type == "summit") }) {
      // `au siège de l'Alliance à Bruxelles`: the town says more than the house.
      let following = first + 1
      if following < after.count, facts.entities[after[following].entity].kind == .place,
        after[following].bytes.lowerBound - after[first].bytes.upperBound <= 5,
        isPlaced(after[following], nameOfEvent: false)
      {
        return after[following].entity
      }
      return after[first].entity
    }
    // `a visité Tokyo`
    if trigger.isVerb, trigger.type == "visit",
      let next = named.first(where: { $0.bytes.lowerBound >= anchor.upperBound }),
      next.bytes.lowerBound - anchor.upperBound < 5
    {
      return next.entity
    }
    // `s'est rendu à la base navale de Yokosuka`
    if trigger.isVerb, trigger.type == "visit",
      let next = after.first(where: {
        isPlaced($0, nameOfEvent: true) || isOf($0) || trigger.isJourney && isDestination($0)
      }),
      next.bytes.lowerBound - anchor.upperBound < Self.houseReach
    {
      return next.entity
    }
    if trigger.isVerb, let place = antecedent(of: trigger, named, sentence) { return place }
    if trigger.isVerb || trigger.type == "visit" {
      if trigger.type == "visit" {
        return trigger.isVerb ? nil : purpose(of: trigger, named, sentence) ?? beside(trigger, named)
      }
      return opening(named, sentence) ?? stay(before: anchor.lowerBound, named)
    }
    return named.lastIndex { $0.bytes.upperBound <= anchor.lowerBound && isPlaced($0, nameOfEvent: false) }
      .map { finer($0, named) }
  }

  /// `À Séoul, Mme Beten a été reçue`: the place that opens the sentence.
  private func opening(_ named: [DocumentFacts.Mention], _ sentence: TextSentence) -> Int? {
    let start = sentence.tokens.lowerBound
    return named.first { mention in
      guard let token = text.token(atByte: mention.bytes.lowerBound), token - start < 6,
        let next = text.token(atByte: mention.bytes.upperBound), next < sentence.tokens.upperBound
      else { return false }
      return isPlaced(mention, nameOfEvent: false) && text.tokens[next].kind == .punctuation
        && text.tokens[next].value == Punctuation.comma
    }?.entity
  }

  /// `a entamé mardi à Oslo une visite`, `est attendu à Oslo pour une visite`: right before the noun.
  private func beside(_ trigger: EventTrigger, _ named: [DocumentFacts.Mention]) -> Int? {
    let start = trigger.tokens.lowerBound
    return named.last { mention in
      guard mention.bytes.upperBound <= text.tokens[start].bytes.lowerBound,
        let next = text.token(atByte: mention.bytes.upperBound), next < start, start - next < 4
      else { return false }
      return isPlaced(mention, nameOfEvent: false)
        && !text.tokens[next..<start].contains { $0.kind == .punctuation }
        && !(next..<start).contains { text.match(.eventBoundary, at: $0) != nil }
    }?.entity
  }

  /// `est attendu jeudi à Oslo pour une visite`: where somebody goes to make it.
  private func purpose(
    of trigger: EventTrigger, _ named: [DocumentFacts.Mention], _ sentence: TextSentence
  ) -> Int? {
    let start = trigger.tokens.lowerBound
    let aim = (max(sentence.tokens.lowerBound, start - 3)..<start).first {
      text.source(text.tokens[$0].bytes) == "pour"
    }
    guard let aim else { return nil }
    let byte = text.tokens[aim].bytes.lowerBound
    return named.last {
      $0.bytes.upperBound <= byte && byte - $0.bytes.upperBound < 4 && isPlaced($0, nameOfEvent: false)
    }?
    .entity
  }

  /// `Anna Holm, en déplacement à Oslo, s'est entretenue`
  private func stay(before byte: Int, _ named: [DocumentFacts.Mention]) -> Int? {
    named.last { mention in
      guard mention.bytes.upperBound <= byte, let token = text.token(atByte: mention.bytes.lowerBound), token > 2,
        isPreposition(token - 1)
      else { return false }
      return ["déplacement", "visite", "mission", "voyage", "tournée"].contains(
        text.source(text.tokens[token - 2].bytes))
        && text.source(text.tokens[token - 3].bytes) == "en"
    }?.entity
  }

  /// `à Oslo, où il rencontrera Paul Roy`: the place right before the clause of the verb.
  private func antecedent(
    of trigger: EventTrigger, _ named: [DocumentFacts.Mention], _ sentence: TextSentence
  ) -> Int? {
    let start = max(sentence.tokens.lowerBound, trigger.tokens.lowerBound - Self.clause)
    let opening = (start..<trigger.tokens.lowerBound).last { text.eventCue("where", at: $0) != nil }
    guard let opening else { return nil }
    let clause = text.tokens[opening].bytes.lowerBound
    return named.lastIndex { $0.bytes.upperBound <= clause && clause - $0.bytes.upperBound < 4 }
      .map { finer($0, named) }
  }

  /// `Hobart, en Australie`: the town that stands right before its country.
  private func finer(_ index: Int, _ named: [DocumentFacts.Mention]) -> Int {
    guard index > 0, facts.kind(of: named[index]) == .country, facts.kind(of: named[index - 1]) == .place,
      (1...Self.apart).contains(named[index].bytes.lowerBound - named[index - 1].bytes.upperBound)
    else { return named[index].entity }
    return named[index - 1].entity
  }

  /// How many bytes stand between a town and its country, in `, en ` or `, aux `.
  private static let apart = 6

  /// How many tokens before a verb its clause may open.
  private static let clause = 10

  /// The byte at which the clause ends that the trigger stands in.
  private func clauseEnd(after token: Int, before next: Int) -> Int {
    // `un exercice qui s'est tenu à …`: the clause of the event itself.
    var end = token
    while end < next, end - token < Self.reach, end - token < 4 || text.match(.eventBoundary, at: end) == nil {
      end += 1
    }
    return end > token
      ? text.tokens[end - 1].bytes.upperBound : text.tokens[min(token, text.tokens.count - 1)].bytes.lowerBound
  }

  private func isLocation(_ mention: DocumentFacts.Mention, _ trigger: EventTrigger) -> Bool {
    let entity = facts.entities[mention.entity]
    if facts.isInRole(mention.bytes.lowerBound) { return false }
    if entity.type == "region" || entity.type == "continent" { return trigger.type == "exercise" }
    return entity.kind == .place || entity.kind == .country
  }

  /// `à Tokyo`, `au Japon`, `dans la mer Baltique`; `de Vilnius` where a summit has the town in its name.
  private func isPlaced(_ mention: DocumentFacts.Mention, nameOfEvent: Bool) -> Bool {
    guard let token = text.token(atByte: mention.bytes.lowerBound), token > 0 else { return false }
    if isSpokenOf(token, isCountry: facts.entities[mention.entity].kind == .country) { return false }
    if isPreposition(token - 1) || endsPhrase(before: token) { return true }
    guard text.match(.eventDeterminer, at: token - 1) != nil else { return false }
    if nameOfEvent, facts.entities[mention.entity].kind == .place { return true }
    return token > 1 && isPreposition(token - 2)
  }

  /// `au large de l'Islande`: a preposition of several words, with or without an article after it.
  private func endsPhrase(before token: Int) -> Bool {
    (max(0, token - 5)..<token).contains { start in
      text.matches(at: start).contains { match in
        match.category == .eventPreposition && match.tokens.count > 1 && text.entry(match).value(0) == "at"
          && (match.tokens.upperBound == token
            || match.tokens.upperBound == token - 1 && text.match(.eventDeterminer, at: token - 1) != nil)
      }
    }
  }

  /// `la réunion de Bruxelles`, `le sommet d'Oslo`: the town right after the noun.
  private func namesake(of trigger: EventTrigger, _ named: [DocumentFacts.Mention]) -> Int? {
    let next = trigger.tokens.upperBound
    guard !trigger.isVerb, trigger.type != "visit", text.tokens.indices.contains(next),
      text.matches(at: next).contains(where: {
        $0.category == .eventPreposition && text.entry($0).value(0) == "of" && $0.tokens.count == 1
      })
    else { return nil }
    let start = text.tokens[next].bytes.upperBound
    return named.first {
      facts.entities[$0.entity].kind == .place && $0.bytes.lowerBound >= start && $0.bytes.lowerBound - start < 2
    }?.entity
  }

  /// `la guerre en Ukraine`, `l'aide à l'Ukraine`: no place where an event takes place.
  func isSpokenOf(_ token: Int, isCountry: Bool) -> Bool {
    guard isCountry else { return false }
    let isDative =
      token > 1 && text.match(.eventDeterminer, at: token - 1) != nil && text.tokens[token - 2].length <= 2
      && isPreposition(token - 2) && text.tokens[token - 2].flags.contains(.accented)
    return isDative || (max(0, token - 5)..<token).contains { text.match(.eventElsewhere, at: $0) != nil }
  }

  /// `la base d'Ohakea`
  private func isOf(_ mention: DocumentFacts.Mention) -> Bool {
    guard let token = text.token(atByte: mention.bytes.lowerBound), token > 0 else { return false }
    return text.matches(at: token - 1).contains {
      $0.category == .eventPreposition && text.entry($0).value(0) == "of"
    }
  }

  /// `partira pour Oslo`, `pour la Norvège`.
  private func isDestination(_ mention: DocumentFacts.Mention) -> Bool {
    guard let token = text.token(atByte: mention.bytes.lowerBound) else { return false }
    return (max(0, token - 2)..<token).contains { before in
      text.matches(at: before).contains {
        $0.category == .eventPreposition && text.entry($0).value(0) == "toward"
      }
    }
  }

  func isPreposition(_ token: Int) -> Bool { text.isEventPreposition("at", at: token) }
}
