internal import EntenteSchema

/// Finds the nouns, verbs and phrases of a sentence that tell of an event, and drops those that are negated or lack what
/// their entry of the lexicon needs beside them.
struct EventTriggerReader {
  let text: AnnotatedText
  let facts: DocumentFacts

  static let reach = 12
  /// Without one of them a sentence has no trigger.
  static let words: CategorySet = [.eventNoun, .eventVerb, .eventPhrase]

  /// The triggers of a sentence, in order, none inside another.
  func triggers(in sentence: TextSentence) -> [EventTrigger] {
    var triggers: [EventTrigger] = []
    var token = sentence.tokens.lowerBound
    while token < sentence.tokens.upperBound {
      guard let match = match(at: token) else {
        token += 1
        continue
      }
      token = max(match.tokens.upperBound, token + 1)
      let start = text.tokens[match.tokens.lowerBound].bytes.lowerBound
      if facts.isInSpeech(start) || facts.isInRole(start) || isInName(match.tokens) { continue }
      if isNegated(match.tokens, sentence) || isCancelled(match.tokens, sentence) { continue }
      if let trigger = trigger(match, sentence) {
        triggers.append(trigger)
      } else if match.category == .eventVerb {
        // `s'entretenir avec` may lack what `entretenir` does not need.
        token = match.tokens.lowerBound + 1
      }
    }
    return triggers
  }

  private func match(at token: Int) -> LexiconMatch? {
    for number in text.matchNumbers(at: token) {
      let match = text.matches[number]
      switch match.category {
      case .eventNoun, .eventVerb, .eventPhrase: return match
      default: continue
      }
    }
    return nil
  }

  private func trigger(_ match: LexiconMatch, _ sentence: TextSentence) -> EventTrigger? {
    let entry = text.entry(match)
    let type = entry.value(0)
    switch match.category {
    case .eventPhrase:
      // `s'ouvrira` says of what there is that it begins.
      guard match.tokens.lowerBound == 0 || text.match(.eventReflexive, at: match.tokens.lowerBound - 1) == nil else {
        return nil
      }
      return EventTrigger(
        type: type, tokens: match.tokens, determination: .none,
        status: entry.value(1) == "planned" ? .planned : .proposed)
    case .eventVerb:
      guard verbStands(match.tokens, needs: entry.value(1), sentence) else { return nil }
      return EventTrigger(
        type: type, tokens: match.tokens, determination: .none, isVerb: true,
        isGathering: entry.value(1) == "gather")
    default:
      return noun(match.tokens, type: type, needs: entry.value(1), sentence)
    }
  }

  // MARK: Nouns

  private func noun(
    _ tokens: Range<Int>, type: String, needs: String, _ sentence: TextSentence
  ) -> EventTrigger? {
    let determination = determination(of: tokens, sentence)
    // `une vidéo tournée à Oslo`
    if isParticiple(tokens, sentence) { return nil }
    var type = type
    switch needs {
    case "none": return nil
    case "first" where determination != .indefinite && determination != .none: return nil
    case "dated":
      guard !facts.dates(in: sentence.bytes).isEmpty else { return nil }
    case "with" where isPurpose(tokens, determination): return nil
    case "with":
      guard [.demonstrative, .possessive].contains(determination) || isShared(tokens, sentence) else { return nil }
    case "plural":
      guard hasParty(sentence.bytes) else { return nil }
    case "person":
      guard people(in: sentence.bytes) > 0 else { return nil }
    case "adopted":
      guard hasCue("adopted", in: sentence.tokens) else { return nil }
    case "media":
      if isForeignWord(tokens) || namesMedium(sentence) { type = "interview" }
    default: break
    }
    return EventTrigger(type: type, tokens: tokens, determination: determination)
  }

  /// A noun that looks like a participle, right after another noun.
  private func isParticiple(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let token = tokens.lowerBound
    guard tokens.count == 1, token > sentence.tokens.lowerBound, text.isParticiple(token) else { return false }
    let before = text.tokens[token - 1]
    return before.kind == .word && !before.flags.contains(.elided) && before.length > 4
      && !before.flags.contains(.capitalised) && text.match(.eventDeterminer, at: token - 1) == nil
      && text.match(.eventCue, at: token - 1) == nil && text.match(.dateCount, at: token - 1) == nil
      && text.match(.dateOrdinal, at: token - 1) == nil && text.match(.roleAdjective, at: token - 1) == nil
  }

  /// A medium, but for that of the dateline: `SÉOUL (Yonhap) -`.
  private func namesMedium(_ sentence: TextSentence) -> Bool {
    facts.mentions(in: sentence.bytes).contains { mention in
      guard facts.entities[mention.entity].type == "media" else { return false }
      guard let next = text.token(atByte: mention.bytes.upperBound), next < sentence.tokens.upperBound else {
        return true
      }
      return text.tokens[next].kind != .punctuation || text.tokens[next].value != Punctuation.closeParenthesis
    }
  }

  /// `pour faciliter les consultations avec …`: an infinitive before the noun tells of an aim, not of an event.
  private func isPurpose(_ tokens: Range<Int>, _ determination: EventTrigger.Determination) -> Bool {
    guard determination == .definite || determination == .possessive, tokens.lowerBound > 1 else { return false }
    return (max(0, tokens.lowerBound - 3)..<tokens.lowerBound).contains { token in
      let found = text.tokens[token]
      guard found.kind == .word, found.length > 5, !found.flags.contains(.capitalised) else { return false }
      return Self.infinitives.contains { text.bytes[found.bytes].suffix(2).elementsEqual($0.utf8) }
    }
  }

  private static let infinitives = ["er", "ir"]

  /// `interview` is always with a medium; `entretien` is one only where a medium is named.
  private func isForeignWord(_ tokens: Range<Int>) -> Bool {
    let bytes = text.bytes(of: tokens)
    return bytes.count >= 9 && text.bytes[bytes.lowerBound] | 0x20 == UInt8(ascii: "i")
  }

  /// `discussions avec`, `dialogue entre`, `ont tenu des discussions`, `toutes les discussions`.
  private func isShared(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let after = tokens.upperBound..<min(tokens.upperBound + 4, sentence.tokens.upperBound)
    if after.contains(where: { text.match(.eventPreposition, at: $0).map { text.entry($0).value(0) } == "between" }) {
      return true
    }
    if namesSides(after: tokens.upperBound, sentence) || hasCue("place", in: after) { return true }
    let before = max(sentence.tokens.lowerBound, tokens.lowerBound - Self.reach - 6)..<tokens.lowerBound
    return hasCue("held", in: before)
  }

  /// `dialogue OTAN-Japon`.
  private func namesSides(after token: Int, _ sentence: TextSentence) -> Bool {
    guard token + 1 < sentence.tokens.upperBound, text.tokens[token + 1].flags.contains(.afterHyphen) else {
      return false
    }
    return text.match(.alliance, at: token) != nil || text.match(.country, at: token) != nil
  }

  /// The determiner stands before the noun, with at most three words between: `leur premier dialogue`.
  private func determination(of tokens: Range<Int>, _ sentence: TextSentence) -> EventTrigger.Determination {
    var token = tokens.lowerBound
    while token > sentence.tokens.lowerBound, tokens.lowerBound - token < 4 {
      token -= 1
      if text.tokens[token].kind == .punctuation { break }
      guard let match = text.match(.eventDeterminer, at: token) else { continue }
      switch text.entry(match).value(0) {
      case "demonstrative": return .demonstrative
      case "definite": return .definite
      case "possessive": return .possessive
      default: return .indefinite
      }
    }
    return .none
  }

  /// How many people a run of bytes names.
  func people(in bytes: Range<Int>) -> Int {
    Set(facts.mentions(in: bytes).filter { isPerson($0) }.map(\.entity)).count
  }

  // MARK: Surroundings

  /// `aucun accord`, `n'a pas rencontré`.
  private func isNegated(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    var hasParticle = false
    var hasNegation = false
    var token = tokens.lowerBound
    while token > sentence.tokens.lowerBound, tokens.lowerBound - token < Self.reach / 2 {
      token -= 1
      if text.tokens[token].kind == .punctuation { break }
      note(token, &hasParticle, &hasNegation)
      if let match = text.match(.eventNegation, at: token), text.entry(match).value(0) == "alone" { return true }
    }
    return hasParticle && hasNegation
  }

  /// `a renoncé à se rendre`, and `la réunion a été reportée` up to the next word that opens a clause.
  private func isCancelled(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    if hasCue("cancelled", in: max(sentence.tokens.lowerBound, tokens.lowerBound - 4)..<tokens.lowerBound) {
      return true
    }
    let after = tokens.upperBound..<min(tokens.upperBound + Self.reach + 6, sentence.tokens.upperBound)
    for token in after {
      if text.match(.eventBoundary, at: token) != nil { return false }
      if let match = text.match(.eventCue, at: token), text.entry(match).value(0) == "cancelled" { return true }
    }
    return false
  }

  private func note(_ token: Int, _ hasParticle: inout Bool, _ hasNegation: inout Bool) {
    guard let match = text.match(.eventNegation, at: token) else { return }
    if text.entry(match).value(0) == "particle" { hasParticle = true }
    if text.entry(match).value(0) == "negation" { hasNegation = true }
  }

  /// A word inside a longer name is part of the name: `Forum` in the name of an institute. A programme's name may be the
  /// event itself.
  private func isInName(_ tokens: Range<Int>) -> Bool {
    let bytes = text.bytes(of: tokens)
    guard let sentence = text.sentence(ofToken: tokens.lowerBound) else { return false }
    let before = text.sentences[sentence].bytes.lowerBound..<bytes.upperBound
    guard let mention = facts.mentions(in: before).last else { return false }
    let isOther = facts.entities[mention.entity].type != "programme"
    return isOther && mention.bytes.lowerBound <= bytes.lowerBound && bytes.upperBound < mention.bytes.upperBound
  }

  func hasCue(_ kind: String, in tokens: Range<Int>) -> Bool {
    tokens.contains { token in
      text.matches(at: token).contains { $0.category == .eventCue && text.entry($0).value(0) == kind }
    }
  }

  /// `il a visité`.
  func hasPronoun(before tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    (max(sentence.tokens.lowerBound, tokens.lowerBound - 4)..<tokens.lowerBound).contains {
      text.match(.eventPronoun, at: $0) != nil
    }
  }

  func hasParty(_ bytes: Range<Int>) -> Bool {
    facts.mentions(in: bytes).contains { facts.entities[$0.entity].kind != .place }
  }

  func isPerson(_ mention: DocumentFacts.Mention) -> Bool { facts.entities[mention.entity].kind == .person }

  func namesLand(in bytes: Range<Int>) -> Bool {
    facts.mentions(in: bytes).contains { [.country, .place].contains(facts.entities[$0.entity].kind) }
  }
}
