/// Several subjects of one verb: their words are nobody's in particular.
extension AttributionReader {
  /// "X et Y ont dénoncé": a verb in the plural, or somebody else joined before, and no name that is a plural itself.
  func isOneOfSeveral(_ reference: SpeakerReference, verb: Range<Int>) -> Bool {
    guard isNamed(reference) || isDescribed(reference) else { return false }
    var token = start(of: reference) - 1
    let sentence = text.sentence(ofToken: reference.tokens.lowerBound).map { text.sentences[$0].tokens.lowerBound } ?? 0
    var isPluralName = false
    while token >= sentence, text.tokens[token].kind == .word, text.match(.sayDeterminer, at: token) != nil {
      isPluralName = ["les", "leurs", "ses"].contains(text.source(text.tokens[token].bytes).lowercased())
      token -= 1
    }
    let isBehind = reference.tokens.lowerBound >= verb.upperBound
    guard isPlural(verb, from: isBehind ? verb.lowerBound : reference.tokens.upperBound) else { return false }
    guard isPluralName else { return true }
    // "le Japon et les États-Unis"
    return token > sentence && text.tokens[token].length == 2 && text.source(text.tokens[token].bytes) == "et"
      && self.reference(endingAt: token) != nil
  }

  private func isDescribed(_ reference: SpeakerReference) -> Bool {
    if case .description = reference.referent { return true }
    return false
  }

  /// Whether the verb that ends at the range's end, or its auxiliary from a token on, is in the plural.
  func isPlural(_ verb: Range<Int>, from start: Int) -> Bool {
    for token in max(start, verb.lowerBound - 6)..<max(start, verb.upperBound)
    where text.tokens[token].kind == .word && text.tokens[token].length > 2 {
      let word = text.source(text.tokens[token].bytes).lowercased()
      if Self.auxiliaries.contains(word) { return true }
      guard verb.contains(token), word.hasSuffix("nt") else { continue }
      return word.hasSuffix("ont")
        || word.hasSuffix("ent") && !["tient", "vient", "dément", "consent", "ressent"].contains { word.hasSuffix($0) }
    }
    return false
  }

  private static let auxiliaries: Set<String> = [
    "ont", "sont", "avaient", "étaient", "auront", "auraient", "seront", "seraient", "furent", "eurent", "font", "vont",
    "veulent", "peuvent", "doivent",
  ]

  /// "X « condamne fermement »", "X a « condamné »": the verb stands among the words.
  func quotedVerb(_ pair: QuotationPair, from start: Int) -> Attribution? {
    let verb = pair.open + 1
    guard text.tokens[verb].kind == .word, !text.tokens[verb].flags.contains(.capitalised) else { return nil }
    var token = pair.open - 1
    let hasAuxiliary =
      token > start && ["a", "ont", "avait", "avaient"].contains(text.source(text.tokens[token].bytes))
    if hasAuxiliary { token -= 1 }
    let isReport = report(at: verb) != nil
    guard hasAuxiliary || isReport, token >= start,
      let reference = reference(endingAt: token + 1), !reference.isQuoted, !reference.isGoverned, isNamed(reference)
    else { return nil }
    // "La cour a estimé que X avait « menti »"
    if isReported(self.start(of: reference), from: start) { return nil }
    if hasAuxiliary, isOneOfSeveral(reference, verb: token + 1..<token + 2) { return nil }
    return Attribution(subject: .reference(reference), tokens: self.start(of: reference)..<pair.open)
  }

  /// "a dit que X": a clause of somebody else's words.
  private func isReported(_ subject: Int, from start: Int) -> Bool {
    for token in stride(from: subject - 1, to: max(start, subject - 4), by: -1) where isThat(token) {
      return (max(start, token - 3)..<token).contains { text.match(.sayVerb, at: $0) != nil }
    }
    return false
  }

  /// "a rapporté le journal, citant X": the words are those of X.
  func citation(behind found: Attribution) -> Attribution? {
    let comma = found.tokens.upperBound
    guard comma + 2 < text.tokens.count, isAfterComma(comma + 1),
      text.source(text.tokens[comma + 1].bytes) == "citant",
      let reference = first(from: comma + 2, to: comma + 8, isMarked: true), isNamed(reference),
      leads(comma + 2, to: reference)
    else { return nil }
    let reports = found.tokens.contains { token in
      ["rapport", "relat"].contains { text.source(text.tokens[token].bytes).hasPrefix($0) }
    }
    guard reports else { return nil }
    return Attribution(
      subject: .reference(reference), tokens: comma + 1..<end(of: reference, text.tokens.count), isCited: true)
  }

  /// "« A », Y « B »": the verb before the first words is that of the second as well.
  func gapped(_ pair: QuotationPair, after previous: QuotationPair?, _ told: Attribution?) -> Attribution? {
    guard let previous, told != nil, previous.close + 1 < pair.open, pair.open - previous.close < 12,
      joinsGap(previous.close + 1)
    else { return nil }
    let start = previous.close + 2
    guard start < pair.open,
      !(start..<pair.open).contains(where: { text.tokens[$0].kind != .word && !isAbbreviation($0) })
    else { return nil }
    // "X parle d'« … », Y d'« … »"
    var end = pair.open
    while end > start + 1,
      text.match(.nameLinker, at: end - 1) != nil || text.match(.sayIndefinite, at: end - 1) != nil
    {
      end -= 1
    }
    if let pronoun = text.match(.sayPronoun, at: start), pronoun.tokens.count > 1, pronoun.tokens.upperBound == end {
      return Attribution(subject: .pronoun(text.entry(pronoun).value(0), at: start), tokens: start..<end)
    }
    if let reference = reference(endingAt: end), !reference.isQuoted {
      let opening = self.start(of: reference)
      let isWhole = !(start..<max(start, opening)).contains {
        text.match(.sayDeterminer, at: $0) == nil && text.match(.sayIndefinite, at: $0) == nil
          && text.match(.formerWord, at: $0) == nil && text.match(.civility, at: $0) == nil
      }
      if isWhole { return Attribution(subject: .reference(reference), tokens: opening..<pair.open) }
    }
    guard text.match(.sayDeterminer, at: start) != nil || text.match(.sayIndefinite, at: start) != nil,
      text.match(.sayNobody, at: start) == nil,
      !(start..<pair.open).contains(where: {
        text.match(.sayVerb, at: $0) != nil || text.match(.sayAuxiliary, at: $0) != nil || isThat($0)
          || text.match(.documentNoun, at: $0) != nil
      })
    else { return nil }
    return .nobody(start..<pair.open)
  }

  /// The full stop of "M."
  private func isAbbreviation(_ token: Int) -> Bool {
    token > 0 && text.tokens[token].value == Punctuation.fullStop && text.match(.civility, at: token - 1) != nil
  }

  /// A comma, a semicolon or "et" between the two.
  private func joinsGap(_ token: Int) -> Bool {
    guard text.tokens[token].kind == .punctuation else {
      return text.tokens[token].length == 2 && text.source(text.tokens[token].bytes) == "et"
    }
    return [Punctuation.comma, Punctuation.semicolon].contains(text.tokens[token].value)
  }

  /// "X a-t-elle parlé d'un « tournant » ?": what is asked was not said.
  func isAsked(_ verb: Range<Int>, _ pair: QuotationPair) -> Bool {
    guard let number = text.sentence(ofToken: pair.open) else { return false }
    let last = text.sentences[number].tokens.upperBound - 1
    guard last > pair.close, text.tokens[last].kind == .punctuation, text.tokens[last].value == Punctuation.question
    else { return false }
    return (max(0, verb.lowerBound - 4)..<verb.lowerBound).contains {
      text.tokens[$0].flags.contains(.afterHyphen) && text.match(.sayPronoun, at: $0) != nil
    }
  }
}
