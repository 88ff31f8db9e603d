/// Subjects that stand in no plain order: whose view opens a sentence, whom "comme" compares with, a title between marks.
extension AttributionReader {
  /// "Pour X, de l'université d'Oslo, qui conseille l'OTAN, « … »": whose view opens the sentence, when nothing but what
  /// is said of them stands before the words.
  func openingView(_ start: Int, _ pair: QuotationPair, isWithin: Bool) -> Attribution? {
    let last = pair.open - 1
    guard last > start, text.tokens[last].kind == .punctuation, text.tokens[last].value == Punctuation.comma,
      let marker = text.match(.sayMarker, at: start), text.entry(marker).value(0).isEmpty,
      let reference = first(
        from: marker.tokens.upperBound, to: min(last, start + 9), isMarked: true, isWithin: isWithin),
      isNamed(reference), leadsToView(marker.tokens.upperBound, reference)
    else { return nil }
    let end = self.end(of: reference, last)
    guard end < last, text.tokens[end].kind == .punctuation, text.tokens[end].value == Punctuation.comma,
      isAside(end..<last)
    else { return nil }
    return Attribution(subject: .reference(reference), tokens: start..<end)
  }

  /// "Pour l'océanographe X": no punctuation, and no other clause, before a name.
  private func leadsToView(_ next: Int, _ reference: SpeakerReference) -> Bool {
    !(next..<max(next, reference.tokens.lowerBound)).contains {
      text.tokens[$0].kind == .punctuation || text.match(.sayAuxiliary, at: $0) != nil
    }
  }

  /// Whether each part between commas tells something of who stands before it: a relative clause, or words without a verb.
  private func isAside(_ tokens: Range<Int>) -> Bool {
    var opensRelative = false
    for token in tokens {
      if text.tokens[token].kind == .punctuation, text.tokens[token].value == Punctuation.comma {
        opensRelative =
          token + 1 < tokens.upperBound
          && ["qui", "dont", "où", "que", "qu'", "qu’"].contains(text.source(text.tokens[token + 1].bytes))
        continue
      }
      guard !opensRelative else { continue }
      if text.tokens[token].kind == .word,
        text.match(.sayVerb, at: token) != nil || text.match(.sayAuxiliary, at: token) != nil
          || text.match(.sayPronoun, at: token) != nil || text.match(.sayMarker, at: token) != nil
      {
        return false
      }
    }
    return true
  }

  /// "Comme dit ma grand-mère, « … »", "comme l'écrivait X :": the subject stands behind the verb.
  func compared(_ verb: Range<Int>, from start: Int, _ pair: QuotationPair, isWithin: Bool) -> Attribution? {
    var before = verb.lowerBound - 1
    while before > start, verb.lowerBound - before < 4,
      text.match(.sayAuxiliary, at: before) != nil || text.match(.sayFiller, at: before) != nil
        || text.match(.sayDeterminer, at: before) != nil || isSelf(before) || text.match(.sayNobody, at: before) != nil
    {
      before -= 1
    }
    guard before >= start, text.tokens[before].length == 5,
      text.source(text.tokens[before].bytes).lowercased() == "comme"
    else { return nil }
    // "Comme je l'ai dit"
    if let pronoun = (before + 1..<verb.lowerBound).first(where: { isSelf($0) }) {
      return Attribution(subject: .pronoun("self", at: pronoun), tokens: pronoun..<verb.upperBound)
    }
    // "Comme on dit chez nous"
    if (before + 1..<verb.lowerBound).contains(where: { text.match(.sayNobody, at: $0) != nil }) {
      return .denied(before..<verb.upperBound)
    }
    guard
      let subject = first(
        from: verb.upperBound, to: min(pair.open, verb.upperBound + 6), isMarked: false, isWithin: isWithin),
      reaches(verb.upperBound, subject)
    else {
      // "Comme l'a souligné le premier jour la vice-ministre japonaise, Mme X, « … »"
      if isAfterComma(pair.open), let named = reference(endingAt: pair.open - 1), isNamed(named), !named.isGoverned,
        named.isQuoted == isWithin, isApposedName(named),
        !hasVerb(verb.upperBound, named.tokens.lowerBound)
      {
        return Attribution(subject: .reference(named), tokens: before..<pair.open, isCited: true)
      }
      return .denied(before..<verb.upperBound)
    }
    return Attribution(
      subject: .reference(subject), tokens: before..<end(of: subject, pair.open), isCited: true)
  }

  private func isSelf(_ token: Int) -> Bool {
    text.match(.sayPronoun, at: token).map { text.entry($0).value(0) == "self" } ?? false
  }

  /// Words that a name between marks may have: "Le « Journal de la mer »".
  private static let title = 8

  /// "Le « Journal » parlait de « … »", "Un certain « Popaul » écrivait :": what stands between marks is the subject, and
  /// nobody whom the text names, unless it is a house that it knows.
  func quotedSubject(endingAt close: Int, from start: Int, end: Int) -> Attribution? {
    let mark = text.tokens[close].value
    guard mark == Punctuation.closeQuote || mark == Punctuation.straightQuote else { return nil }
    let opening = mark == Punctuation.closeQuote ? Punctuation.openQuote : mark
    guard
      let open = stride(from: close - 2, through: max(start, close - Self.title), by: -1).first(where: {
        text.tokens[$0].kind == .punctuation && text.tokens[$0].value == opening
      }), open > start, text.tokens[open + 1].flags.contains(.capitalised),
      text.match(.sayDeterminer, at: open - 1) != nil || text.match(.sayIndefinite, at: open - 1) != nil
        || text.tokens[open - 1].kind == .word && isNoun(open - 1, from: start)
        || text.match(.sayNobody, at: open - 1) != nil
    else { return nil }
    let index = references.first(from: open + 1)
    if index < references.count, references[index].tokens == open + 1..<close, isNamed(references[index]) {
      return Attribution(subject: .reference(references[index]), tokens: open - 1..<end)
    }
    return .nobody(open - 1..<end)
  }

  /// ", X", ", Mme X"
  private func isApposedName(_ name: SpeakerReference) -> Bool {
    let first = name.tokens.lowerBound
    return isAfterComma(first) || first > 1 && text.match(.civility, at: first - 1) != nil && isAfterComma(first - 1)
  }
}
