internal import EntenteSchema

/// Verbs that tell of an event, and what they need beside them.
extension EventTriggerReader {
  // MARK: Verbs

  func verbStands(_ tokens: Range<Int>, needs: String, _ sentence: TextSentence) -> Bool {
    switch needs {
    case "reflexive": return isReflexive(tokens, sentence)
    // `Réunis à La Haye, nous avons …` opens a sentence.
    case "gather": return isReflexive(tokens, sentence) || isFirstWord(tokens.lowerBound, sentence)
    case "person":
      return hasParty(sentence.bytes) || hasPronoun(before: tokens, sentence) || isDatedVisit(tokens, sentence)
    case "two":
      return people(in: sentence.bytes.lowerBound..<text.tokens[tokens.lowerBound].bytes.lowerBound) >= 2
    case "pair":
      let people = people(in: sentence.bytes)
      return people >= 2 || people == 1 && hasPronoun(before: tokens, sentence)
    case "shared":
      // `X et Y ont parlé de …`.
      if people(in: sentence.bytes.lowerBound..<text.tokens[tokens.lowerBound].bytes.lowerBound) >= 2 { return true }
      let after = tokens.upperBound..<min(tokens.upperBound + Self.reach, sentence.tokens.upperBound)
      return people(in: sentence.bytes) >= 2
        && after.contains { text.match(.eventPreposition, at: $0).map { text.entry($0).value(0) } == "between" }
    case "by": return isBy(tokens, sentence) || people(in: sentence.bytes) >= 2 || hasRoleAfter(tokens, sentence)
    case "bound", "toward":
      guard needs == "toward" || isReflexive(tokens, sentence) else { return false }
      let start = afterDate(tokens.upperBound, sentence)
      let after = start..<max(start, min(start + 2, sentence.tokens.upperBound))
      return after.contains { text.match(.eventPreposition, at: $0).map { text.entry($0).value(0) } == "at" }
        && namesLand(in: text.tokens[tokens.lowerBound].bytes.lowerBound..<sentence.bytes.upperBound)
    case "accord": return hasCue("accord", in: sentence.tokens)
    case "dated": return hasParty(sentence.bytes) && !facts.dates(in: sentence.bytes).isEmpty
    default: return true
    }
  }

  /// `les participants ont visité la base de Jinhae le 15 novembre`
  func isDatedVisit(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let after = text.tokens[tokens.lowerBound].bytes.upperBound..<sentence.bytes.upperBound
    return !facts.dates(in: sentence.bytes).isEmpty && namesLand(in: after)
  }

  /// `se rendra la semaine prochaine à Oslo`: past a date that begins at a token.
  func afterDate(_ token: Int, _ sentence: TextSentence) -> Int {
    guard token < sentence.tokens.upperBound else { return token }
    let start = text.tokens[token].bytes.lowerBound
    guard let date = facts.dates(in: start..<sentence.bytes.upperBound).first, date.bytes.lowerBound - start < 4 else {
      return token
    }
    return text.token(atByte: date.bytes.upperBound) ?? token
  }

  /// `ont reçu leurs homologues`.
  func hasRoleAfter(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let after = tokens.upperBound..<min(tokens.upperBound + Self.reach / 2 + 2, sentence.tokens.upperBound)
    return hasParty(sentence.bytes) && after.contains { text.match(.eventRole, at: $0) != nil }
  }

  /// `reçue par le ministre Paul Roy`.
  func isBy(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let next = tokens.upperBound
    guard next < sentence.tokens.upperBound, let match = text.match(.eventPreposition, at: next) else { return false }
    let after = text.tokens[next].bytes.upperBound..<sentence.bytes.upperBound
    return text.entry(match).value(0) == "by" && facts.mentions(in: after).prefix(2).contains { isPerson($0) }
  }

  func isFirstWord(_ token: Int, _ sentence: TextSentence) -> Bool {
    text.tokens[token].flags.contains(.capitalised)
      && text.tokens[sentence.tokens.lowerBound..<token].allSatisfy { $0.kind != .word }
  }

  /// A reflexive pronoun within four tokens before.
  func isReflexive(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let before = max(sentence.tokens.lowerBound, tokens.lowerBound - 4)..<tokens.lowerBound
    return before.contains { text.match(.eventReflexive, at: $0) != nil }
  }
}
