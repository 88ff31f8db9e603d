/// Words that no verb of speech reports, and that are those of the person who does what the sentence tells: "X est arrivé
/// « avec trente kilos de sucre »".
extension AttributionReader {
  /// Words of an expression that is rather somebody's than a term.
  private static let fewest = 3
  /// Tokens between the subject and the words.
  private static let span = 30

  func embedded(_ pair: QuotationPair, from start: Int) -> Attribution? {
    let before = pair.open - 1
    guard before > start, text.tokens[before].kind == .word, opensLikeRemark(pair), isFreeNoun(before),
      let number = text.block(ofToken: pair.open), text.blocks[number].kind == .paragraph
    else { return nil }
    if let pronoun = text.match(.sayPronoun, at: start), ["m", "f"].contains(text.entry(pronoun).value(0)),
      pronoun.tokens.count == 1, text.tokens[start].flags.contains(.capitalised)
    {
      let told = pronoun.tokens.upperBound..<pair.open
      guard told.count <= Self.span, !isDoneTo(told), !references.between(start, pair.open).contains(where: isPerson)
      else { return nil }
      return Attribution(
        subject: .pronoun(text.entry(pronoun).value(0), at: start), tokens: start..<pair.open)
    }
    guard let subject = actor(from: start, before: pair.open)
    else { return nil }
    let told = subject.tokens.upperBound..<pair.open
    guard told.count <= Self.span, !isDoneTo(told), !tellsOfOthers(told, than: subject) else { return nil }
    return Attribution(subject: .reference(subject), tokens: self.start(of: subject)..<pair.open)
  }

  /// Some words that open in small letters, and neither like a name ("des sans-voix") nor like a reason ("pour …").
  private func opensLikeRemark(_ pair: QuotationPair) -> Bool {
    let first = text.tokens[pair.open + 1]
    guard first.kind == .word, !first.flags.contains(.capitalised) else { return false }
    let opening = text.source(first.bytes)
    let words = pair.inside.count { text.tokens[$0].kind == .word }
    return words >= Self.fewest + (opening == "à" ? 1 : 0)
      && !["de", "du", "des", "d'", "d’", "pour"].contains(opening)
  }

  /// No article, no noun of a house, a title or an event: what follows would be its name.
  private func isFreeNoun(_ before: Int) -> Bool { !text.categories(at: before).intersects(Self.namers) }

  private static let namers: CategorySet = [
    .sayDeterminer, .titleCue, .organisationHead, .eventName, .eventNoun, .documentNoun, .placeNoun, .placeHead,
    .sayNot, .sayCopula,
  ]

  /// The person by name who opens the sentence, or follows its opening phrase.
  private func actor(from start: Int, before end: Int) -> SpeakerReference? {
    let first = subjectStart(start, end)
    for reference in references.between(first, end).prefix(4) {
      guard !reference.isGoverned, !reference.isQuoted, isSomebody(reference) else { return nil }
      guard isNamed(reference) else { continue }
      let opening = self.start(of: reference)
      let isFirst = (first..<max(first, opening)).allSatisfy {
        text.match(.sayDeterminer, at: $0) != nil || text.match(.civility, at: $0) != nil
          || text.match(.formerWord, at: $0) != nil || text.tokens[$0].kind == .punctuation
          || isPlainWord($0)
      }
      return isFirst && isPerson(reference) ? reference : nil
    }
    return nil
  }

  /// A passive, a denial, or a verb that gives a name.
  private func isDoneTo(_ told: Range<Int>) -> Bool {
    told.contains { token in
      if text.match(.sayNot, at: token) != nil || text.match(.sayDenial, at: token) != nil { return true }
      let word = text.source(text.tokens[token].bytes)
      if Self.passive.contains(word) || Self.naming.contains(where: { word.hasPrefix($0) }) { return true }
      guard token > told.lowerBound,
        ["est", "était", "sera", "fut"].contains(text.source(text.tokens[token - 1].bytes))
      else { return false }
      return (word.hasSuffix("é") || word.hasSuffix("ée")) && !Self.moving.contains { word.hasPrefix($0) }
    }
  }

  private static let passive: Set<String> = [
    "été", "ne", "n'", "n’", "être", "que", "qu'", "qu’", "dont", "où", "sans", "fallu", "faut", "fallait", "faudra",
    "agit", "agissait", "suffit",
  ]
  private static let naming = [
    "appel", "surnomm", "baptis", "nomm", "intitul", "titr", "dirige", "dirigé", "présid", "rejoi", "remport", "publi",
    "incarn", "interprét", "sign", "gagn", "port", "affich", "brand",
  ]
  private static let moving = [
    "arriv", "part", "rentr", "all", "mont", "entr", "rest", "tomb", "retourn", "repart", "revenu", "venu",
  ]

  /// Another person, or another clause, between the subject and the words.
  private func tellsOfOthers(_ told: Range<Int>, than subject: SpeakerReference) -> Bool {
    references.between(told.lowerBound, told.upperBound).contains { reference in
      if case .document = reference.referent { return false }
      guard case .entity(let one) = reference.referent else { return !isComma(reference.tokens.lowerBound - 1) }
      if case .entity(one) = subject.referent { return false }
      return isPerson(reference)
    }
  }
}
