/// Forms of a verb that tell its subject by themselves: inverted pronouns, agents of the passive.
extension AttributionReader {
  /// "Le chef, écrira-t-il, …": the pronoun behind a verb.
  func inverted(after verb: Range<Int>) -> LexiconMatch? {
    var next = verb.upperBound
    guard next < text.tokens.count, text.tokens[next].flags.contains(.afterHyphen) else { return nil }
    if text.tokens[next].length == 1 { next += 1 }
    guard next < text.tokens.count, text.tokens[next].flags.contains(.afterHyphen) else { return nil }
    return text.match(.sayPronoun, at: next)
  }

  /// "par X": who does what a participle before it tells.
  func agent(at token: Int, end: Int) -> Attribution? {
    guard token + 1 < end, text.tokens[token].kind == .word, text.tokens[token].length == 3,
      text.source(text.tokens[token].bytes) == "par", text.match(.sayMarker, at: token) == nil
    else { return nil }
    let index = references.first(from: token)
    guard index < references.count, references[index].tokens.lowerBound <= token + 2,
      references[index].tokens.lowerBound == token + 1 || text.match(.sayDeterminer, at: token + 1) != nil
        || text.match(.sayIndefinite, at: token + 1) != nil,
      isSomebody(references[index])
    else { return nil }
    return Attribution(
      subject: .reference(references[index]), tokens: token..<self.end(of: references[index], end))
  }

  /// "a été accusé de « … »": somebody else spoke.
  func isPassive(_ verb: Int) -> Bool {
    guard verb > 0, text.tokens[verb - 1].kind == .word else { return false }
    return ["été", "entendu", "entendue"].contains(text.source(text.tokens[verb - 1].bytes))
  }

  /// "La flotte, estime X, n'est « … »": a verb and its subject between commas.
  func incised(_ verb: Range<Int>, from start: Int, _ pair: QuotationPair) -> Attribution? {
    guard verb.lowerBound > start, isAfterComma(verb.lowerBound), !isGerund(verb),
      let subject = first(from: verb.upperBound, to: min(pair.open, verb.upperBound + 6), isMarked: false),
      leads(verb.upperBound, to: subject)
    else { return nil }
    let end = self.end(of: subject, pair.open)
    guard end < pair.open, text.tokens[end].kind == .punctuation, text.tokens[end].value == Punctuation.comma else {
      return nil
    }
    return Attribution(subject: .reference(subject), tokens: verb.lowerBound..<end)
  }

  /// "a été qualifié de « … »": a participle right before the words.
  func isQualified(_ pair: QuotationPair) -> Bool {
    for token in max(0, pair.open - 4)..<pair.open {
      guard let verb = text.match(.sayVerb, at: token), verb.tokens.upperBound <= pair.open else { continue }
      let before = verb.tokens.lowerBound - 1
      guard before >= 0 else { return true }
      return text.tokens[before].kind == .punctuation || text.match(.sayCopula, at: before) != nil
        || text.match(.sayFiller, at: before) != nil
    }
    return false
  }

  /// "lequel", "laquelle"
  func isRelative(_ token: Int) -> Bool {
    ["lequel", "laquelle", "lesquels", "lesquelles"].contains(text.source(text.tokens[token].bytes))
  }
}
