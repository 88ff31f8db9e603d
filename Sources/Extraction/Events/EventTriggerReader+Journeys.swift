internal import EntenteSchema

/// Who travels, and where to.
extension EventTriggerReader {
  /// How many tokens after its verb the place of a journey begins.
  private static let journey = 6

  /// `ira à Oslo`, `était ici, à Oslo`, `partira mardi pour Oslo`: a place or country follows, with its preposition.
  func leadsToLand(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    leadsToLand(afterDate(tokens.upperBound, sentence), sentence)
      || isToward(tokens.upperBound - 1, orBy: true) && tokens.upperBound < sentence.tokens.upperBound
        && namesLand(in: text.tokens[tokens.upperBound].bytes)
      || isThere(tokens, sentence) || isWhere(tokens, sentence)
  }

  /// `y est attendue le 13 janvier`, `est attendu sur place`: where what was told of is.
  func isThere(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    hasCue("there", in: max(sentence.tokens.lowerBound, tokens.lowerBound - 3)..<tokens.lowerBound)
      || hasCue("onsite", in: tokens.upperBound..<min(tokens.upperBound + 4, sentence.tokens.upperBound))
  }

  /// The same from a token on, past a day: `appareillera de Bergen mardi pour Oslo`.
  func leadsToLand(_ first: Int, _ sentence: TextSentence) -> Bool {
    let reach = first..<max(first, min(first + Self.journey, sentence.tokens.upperBound))
    guard !reach.isEmpty else { return false }
    return facts.mentions(in: text.bytes(of: reach)).contains { mention in
      guard [.country, .place].contains(facts.entities[mention.entity].kind),
        let token = text.token(atByte: mention.bytes.lowerBound)
      else { return false }
      return (max(first, token - 2)..<max(first, token)).contains { isToward($0) }
    }
  }

  /// `au port de Bergen`: the first words after the verb lead there, and nothing stops on the way.
  func leadsToHouse(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let first = afterDate(tokens.upperBound, sentence)
    let reach = first..<max(first, min(first + Self.journey, sentence.tokens.upperBound))
    guard let start = reach.first, isToward(start) else { return false }
    let land = facts.mentions(in: text.bytes(of: reach)).first { mention in
      [.country, .place].contains(facts.entities[mention.entity].kind)
    }
    guard let land, let token = text.token(atByte: land.bytes.lowerBound), token > start else { return false }
    return !text.tokens[start..<token].contains { $0.kind == .punctuation }
  }

  /// `à`, and the `pour` of a journey.
  private func isToward(_ token: Int, orBy: Bool = false) -> Bool {
    isPreposition("at", token) || isPreposition("toward", token) || orBy && isPreposition("by", token)
  }

  /// Somebody named, a pronoun, an office, a delegation or a ship before the verb.
  func hasTraveller(before tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    // `Il arrivera à Oslo en juillet`: a player who changes clubs visits nobody.
    if isOfSport(sentence) { return false }
    let before = sentence.bytes.lowerBound..<text.tokens[tokens.lowerBound].bytes.lowerBound
    if people(in: before) > 0 || hasPronoun(before: tokens, sentence) { return true }
    let end = clauseEnd(before: tokens, sentence)
    let start = max(sentence.tokens.lowerBound, end - Self.reach)
    if end < tokens.lowerBound, hasDelegation(before: tokens, sentence) { return true }
    if (start..<tokens.lowerBound).contains(where: { text.match(.eventRole, at: $0) != nil }) { return true }
    if hasCue("traveller", in: start..<tokens.lowerBound) || hasOffice(before: tokens, sentence) { return true }
    return isSpeaker(before: tokens, sentence)
  }

  private static let longestAside = 24

  /// A delegation, before the clause that may stand between it and its verb.
  func hasDelegation(before tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let end = clauseEnd(before: tokens, sentence)
    return hasCue("traveller", in: max(sentence.tokens.lowerBound, end - Self.reach)..<end)
  }

  /// `Une délégation, qui a visité le site en mai, est annoncée`: where the subject ends that a clause stands behind.
  private func clauseEnd(before tokens: Range<Int>, _ sentence: TextSentence) -> Int {
    let comma = tokens.lowerBound - 1
    guard comma > sentence.tokens.lowerBound, isComma(comma) else { return tokens.lowerBound }
    let start = max(sentence.tokens.lowerBound, comma - Self.longestAside)
    return (start..<comma).last {
      isComma($0) && ["qui", "dont", "où", "que", "qu'", "qu’"].contains(text.source(text.tokens[$0 + 1].bytes))
    } ?? tokens.lowerBound
  }

  /// `la secrétaire générale`, `le maire`: an office with its article, up to a verb.
  func hasOffice(before tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let start = max(sentence.tokens.lowerBound, tokens.lowerBound - Self.reach)
    return (start..<tokens.lowerBound).contains { token in
      token > sentence.tokens.lowerBound
        // `Son frère est parti pour Oslo`: no office.
        && text.match(.role, at: token).map { !text.entry($0).values.contains("kin") } ?? false
        && text.match(.eventDeterminer, at: token - 1).map { text.entry($0).value(0) != "indefinite" } ?? false
    }
  }

  /// `entendu mardi le directeur`: an office right after a verb, past a day.
  func hasOffice(after tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let next = afterDate(tokens.upperBound, sentence)
    guard next + 1 < sentence.tokens.upperBound, text.match(.eventDeterminer, at: next) != nil else { return false }
    return text.match(.role, at: next + 1) != nil
  }

  /// `Vous étiez à Oslo lundi`, but not `Quand j'étais à Oslo`, which tells when something else was.
  private func isSpeaker(before tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let start = max(sentence.tokens.lowerBound, tokens.lowerBound - 3)
    return hasCue("speaker", in: start..<tokens.lowerBound)
      && !(start..<tokens.lowerBound).contains { text.match(.eventBoundary, at: $0) != nil }
      && facts.dates(in: sentence.bytes).contains {
        facts.dates[$0.date].precision != .year && !facts.dates[$0.date].deadline
      }
  }

  /// `a invité son homologue à visiter Oslo`.
  func isInvited(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let before = max(sentence.tokens.lowerBound, tokens.lowerBound - Self.reach)..<tokens.lowerBound
    return hasCue("invites", in: before)
  }

  /// `visiter Oslo`: right after the verb.
  func namesLand(after tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let after = tokens.upperBound..<min(tokens.upperBound + 5, sentence.tokens.upperBound)
    return !after.isEmpty && namesLand(in: text.bytes(of: after))
  }
}
