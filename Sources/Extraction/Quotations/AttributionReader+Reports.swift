/// Which verbs report the words that stand behind them, and how far off.
extension AttributionReader {
  /// "Paris veut « une trêve »": verbs that tell words only where these follow at once, behind an article at most.
  func reports(_ verb: LexiconMatch, _ pair: QuotationPair) -> Bool {
    switch text.entry(verb).value(0) {
    case "": return true
    case "asks": return asks(verb, pair)
    case "holds": return holds(verb, pair)
    default: break
    }
    let gap = verb.tokens.upperBound..<max(verb.tokens.upperBound, pair.open)
    guard verb.tokens.lowerBound > 0 else { return false }
    let isPlain =
      gap.count < 3
      && gap.allSatisfy {
        text.match(.sayIndefinite, at: $0) != nil || text.match(.sayDeterminer, at: $0) != nil
          || text.match(.sayFiller, at: $0) != nil
      }
    let before = verb.tokens.lowerBound - 1
    // "X dit que Tokyo veut « … »": the words are those of X.
    guard isPlain || isPhrase(gap),
      !(max(0, before - 8)..<before).contains(where: { isThat($0) && !takesUpNoun($0, before) })
    else { return false }
    // The subject stands right before it: "X", "il", "X, lui,", "X, qui revient de Bergen,".
    let isContrasted =
      text.tokens[before].kind == .punctuation && before > 1
      && (isAfterComma(before - 1) || text.tokens[before - 1].flags.contains(.capitalised))
      && text.match(.sayPronoun, at: before - 1) != nil
    return reference(endingAt: before + 1).map { !$0.isGoverned && !$0.isQuoted } ?? false
      || text.match(.sayPronoun, at: before) != nil || isContrasted || isApposed(before)
      || isComma(before) && isNamedBefore(relativeTo: before)
  }

  /// "une loi qu'elle veut « … »": a pronoun between "que" behind a noun and the verb.
  private func takesUpNoun(_ that: Int, _ pronoun: Int) -> Bool {
    that == pronoun - 1 && text.match(.sayPronoun, at: pronoun) != nil && that > 0 && isPlainWord(that - 1)
  }

  /// "attend du Parlement « … »": a phrase with its preposition between the verb and the words.
  private func isPhrase(_ gap: Range<Int>) -> Bool {
    guard (2...6).contains(gap.count), text.match(.sayPreposition, at: gap.lowerBound) != nil,
      let last = gap.last, text.match(.sayPreposition, at: last) == nil
    else { return false }
    return gap.allSatisfy {
      text.tokens[$0].kind == .word && text.match(.sayVerb, at: $0) == nil && text.match(.sayAuxiliary, at: $0) == nil
        && text.match(.sayPronoun, at: $0) == nil && !isThat($0)
    }
  }

  /// Whether a comma closes a relative clause behind a name.
  private func isNamedBefore(relativeTo comma: Int) -> Bool {
    guard let number = text.sentence(ofToken: comma),
      let open = relative(endingAt: comma, from: text.sentences[number].tokens.lowerBound),
      let reference = reference(endingAt: open)
    else { return false }
    return !reference.isGoverned && !reference.isQuoted && isNamed(reference)
  }

  /// "Le président du parc, X, attend": a comma behind who stands in apposition.
  func isApposed(_ comma: Int) -> Bool {
    guard text.tokens[comma].kind == .punctuation, text.tokens[comma].value == Punctuation.comma,
      let reference = reference(endingAt: comma), !reference.isGoverned, !reference.isQuoted, isNamed(reference)
    else { return false }
    return isAfterComma(start(of: reference))
      || isAfterComma(reference.tokens.lowerBound) || text.match(.civility, at: reference.tokens.lowerBound - 1) != nil
  }

  /// "X a invité les siens à « voter »", "X entend « voter »": an infinitive opens the words, behind its preposition or the
  /// verb.
  private func asks(_ verb: LexiconMatch, _ pair: QuotationPair) -> Bool {
    let (before, first) = (text.tokens[pair.open - 1], text.tokens[pair.open + 1])
    guard before.kind == .word, first.kind == .word, !first.flags.contains(.capitalised) else { return false }
    if verb.tokens.upperBound == pair.open {
      let word = text.source(first.bytes)
      return ["er", "ir", "re"].contains { word.hasSuffix($0) }
    }
    return ["à", "de", "d'", "d’"].contains(text.source(before.bytes))
  }

  /// "X tient la poste pour « une promesse »": "pour" stands right before the words, and no other clause before it.
  private func holds(_ verb: LexiconMatch, _ pair: QuotationPair) -> Bool {
    let gap = verb.tokens.upperBound..<max(verb.tokens.upperBound, pair.open)
    guard (2...10).contains(gap.count), let last = gap.last, text.source(text.tokens[last].bytes) == "pour" else {
      return false
    }
    return gap.allSatisfy {
      text.tokens[$0].kind == .word && text.match(.sayAuxiliary, at: $0) == nil && !isThat($0)
        && !(text.match(.sayVerb, at: $0).map(isVerb) ?? false)
    }
  }

  /// "annoncé … à « X »": a verb with an article after it has an object, and reports no words.
  func hasObject(_ verb: LexiconMatch, from start: Int, _ pair: QuotationPair) -> Bool {
    let next = verb.tokens.upperBound
    guard text.entry(verb).value(0) != "asks", next < pair.open - 8, text.tokens[next].kind == .word,
      // ", a précisé la capitaine X, officier de liaison :"
      !(follows(colonOf: pair) && isInverted(verb.tokens, from: start)),
      // "déclaré la semaine dernière que"
      !(next + 1..<next + 6).contains(where: { isThat($0) }),
      // "Comme l'a souligné la vice-ministre japonaise, Mme X, « … »"
      verb.tokens.lowerBound - start > 4 || text.source(text.tokens[start].bytes) != "Comme",
      // "juré le 28 janvier, dans la presse, que"
      text.tokens[next + 1].kind != .number || text.match(.dateMonth, at: next + 2) == nil
        || !(next + 3..<min(pair.open, next + Self.insertion)).contains(where: { isThat($0) })
    else { return false }
    return ["le", "la", "les", "l'", "l’", "une"].contains(text.source(text.tokens[next].bytes).lowercased())
  }

  /// Tokens of a day and a place between a verb and "que".
  private static let insertion = 14
}
