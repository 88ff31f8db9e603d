/// Messages, letters and proverbs that somebody hands on: the words are those of who wrote them.
extension AttributionReader {
  /// "La présidente a lu un message de X : « … »": X's, or nobody's in particular where the text does not say whose.
  ///
  /// - Parameter start: where the sentence begins; it ends with the colon.
  func missive(_ start: Int, _ colon: Int) -> Attribution? {
    guard let noun = missiveNoun(start, colon) else { return nil }
    let linker = noun + 1
    guard linker < colon, text.tokens[linker].kind == .word,
      ["de", "d'", "d’", "du", "signé", "signée"].contains(text.source(text.tokens[linker].bytes)),
      let author = author(from: linker + 1, colon)
    else { return .denied(noun..<colon) }
    return Attribution(subject: .reference(author), tokens: noun..<end(of: author, colon), isCited: true)
  }

  /// "X raconte avoir reçu un message de Y : « … »": what was handed on to who tells of it.
  func handedOn(after verb: Range<Int>, _ pair: QuotationPair) -> Attribution? {
    guard follows(colonOf: pair) else { return nil }
    let colon = pair.open - 1
    let isTold = (verb.upperBound..<max(verb.upperBound, colon)).contains {
      text.source(text.tokens[$0 - 1].bytes) == "avoir" && borrowed(at: $0) != nil
    }
    return isTold ? missive(verb.lowerBound, colon) ?? .nobody(verb.lowerBound..<colon) : nil
  }

  /// The noun of what is handed on, right behind a verb of reading or handing on.
  private func missiveNoun(_ start: Int, _ colon: Int) -> Int? {
    for verb in start..<colon where text.tokens[verb].kind == .word {
      guard let match = borrowed(at: verb), match.tokens.lowerBound > start else { continue }
      var noun = match.tokens.upperBound
      while noun < min(colon, match.tokens.upperBound + 5), text.tokens[noun].kind == .word, !isMissive(noun) {
        noun += 1
      }
      if noun < colon, isMissive(noun) { return noun }
    }
    return nil
  }

  /// Who wrote it: the name that ends the sentence, or that follows at once.
  private func author(from first: Int, _ colon: Int) -> SpeakerReference? {
    let named = references.between(first, colon).filter { isNamed($0) && !$0.isQuoted }
    // "une lettre du président de l'OTAN, X :"
    if let apposed = named.last(where: { !$0.isGoverned }) { return end(of: apposed, colon) == colon ? apposed : nil }
    // "une lettre de X, né à Oslo :"
    return named.first.flatMap { $0.tokens.lowerBound <= first + 1 ? $0 : nil }
  }

  /// A verb of reading, getting or handing on.
  func borrowed(at token: Int) -> LexiconMatch? {
    text.matches(at: token).first { $0.category == .sayBorrowed && text.entry($0).value(0).isEmpty }
  }

  /// "une pancarte", "l'inscription": words for anybody to read.
  func isSign(_ token: Int) -> Bool {
    text.matches(at: token).contains { $0.category == .sayBorrowed && text.entry($0).value(0) == "sign" }
  }

  private func isMissive(_ token: Int) -> Bool {
    text.matches(at: token).contains { $0.category == .sayBorrowed && text.entry($0).value(0) == "missive" }
  }
}
