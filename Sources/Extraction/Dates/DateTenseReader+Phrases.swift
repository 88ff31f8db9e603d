/// Participle phrases, asides and names between a date and the verb that it belongs to.
extension DateTenseReader {
  /// `avait été vu`
  static let verbLength = 3

  /// The longest name in marks or parenthesis that is read past, in tokens.
  static let asideLength = 10

  /// The last token, in the way of reading, of a parenthesis or a name in marks that begins at a token: `(SNMG2)`,
  /// `« Étoile de Langlade »`. What it holds says nothing of the date.
  func aside(at token: Int, by step: Int, in sentence: Range<Int>) -> Int? {
    guard text.tokens[token].kind == .punctuation else { return nil }
    let pair: (open: UInt32, close: UInt32) =
      switch text.tokens[token].value {
      case Punctuation.openParenthesis, Punctuation.closeParenthesis:
        (Punctuation.openParenthesis, Punctuation.closeParenthesis)
      case Punctuation.openQuote, Punctuation.closeQuote:
        (Punctuation.openQuote, Punctuation.closeQuote)
      default: (0, 0)
      }
    guard text.tokens[token].value == (step > 0 ? pair.open : pair.close) else { return nil }
    let last = token + step * Self.asideLength
    let range = (min(token + 1, last)..<max(token, last + 1)).clamped(to: sentence)
    let end =
      step > 0
      ? range.first { isMark($0, pair.close) } : range.last { isMark($0, pair.open) }
    guard let end else { return nil }
    let first = min(token, end) + 1
    guard first < max(token, end) else { return end }
    // `l'accord « a été signé »` goes on with the sentence.
    return pair.open == Punctuation.openParenthesis || text.tokens[first].flags.contains(.capitalised) ? end : nil
  }

  func isMark(_ token: Int, _ mark: UInt32) -> Bool {
    text.tokens[token].kind == .punctuation && text.tokens[token].value == mark
  }

  func isWithinName(_ token: Int, _ step: Int, _ sentence: Range<Int>) -> Bool {
    sentence.contains(token - step)
      && [token, token - step].allSatisfy {
        text.tokens[$0].kind == .word && text.tokens[$0].flags.contains(.capitalised)
      }
  }

  /// `Arrivée d'Odense en juillet, elle…`: a participle that opens the sentence, with the date before its first comma.
  func isOpeningParticiple(_ token: Int, _ date: Int, _ sentence: Range<Int>) -> Bool {
    guard text.isSpelledParticiple(token) || text.match(.dateVerb, at: token) != nil, !sets(token),
      text.tokens[token].length > 2
    else { return false }
    let comma = (token..<min(sentence.upperBound, token + Self.openingReach)).first { isMark($0, Punctuation.comma) }
    return comma.map { $0 > date } ?? false
  }

  /// `demande qu'un poste soit créé en mai`
  func isSubjunctive(_ token: Int) -> Bool {
    guard token + 1 < text.tokens.count else { return false }
    let word = text.bytes[text.tokens[token].bytes]
    guard word.elementsEqual("soit".utf8) || word.elementsEqual("soient".utf8) else { return false }
    return isParticiple(token + 1)
  }

  /// `l'étude de l'Institut remise à vos services en décembre`: a participle right behind its noun or name.
  func isReducedRelative(_ token: Int) -> Bool {
    guard token > 1, isParticiple(token), !sets(token), !isTimeless(token), !isAnd(token - 1),
      !text.tokens[token].flags.contains(.capitalised),
      !endsLikeNoun(token), text.tokens[token - 1].kind == .word, text.tokens[token - 1].length > 3,
      text.match(.eventDeterminer, at: token - 1) == nil, text.match(.nameLinker, at: token - 1) == nil
    else { return false }
    // `de publier l'étude commandée en mai`: the noun behind its article has the participle.
    let isOfNoun = text.match(.eventDeterminer, at: token - 2) != nil
    return !(max(0, token - 4)..<token).contains {
      isAuxiliary($0) || text.match(.dateTense, at: $0) != nil || text.isFuture($0)
        || !isOfNoun && text.isInfinitive($0)
    }
  }

  /// `la conférence organisée en mai` may be past or not.
  func isTimeless(_ token: Int) -> Bool {
    text.match(.dateVerb, at: token).map { text.entry($0).value(0) == "timeless" } ?? false
  }

  /// `sécurité`, `qualité`: nouns that end like a participle.
  func endsLikeNoun(_ token: Int) -> Bool {
    let word = text.bytes[text.tokens[token].bytes]
    return ["ité", "ités", "eté", "etés", "rté", "rtés", "anté"].contains {
      word.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }

  /// `…, a annoncé sa famille mercredi`: behind the comma of what was told stand the verb and its subject.
  func isIncise(_ verb: Int, _ edge: Int) -> Bool {
    guard let auxiliary = auxiliary(before: verb), auxiliary > 0, isMark(auxiliary - 1, Punctuation.comma),
      verb + 1 < edge, edge - verb < Self.asideLength
    else { return false }
    // `X, ministre, a annoncé une visite mercredi`
    if text.match(.sayIndefinite, at: verb + 1) != nil { return false }
    return !(verb + 1..<edge).contains { opensClause($0) || isMark($0, Punctuation.comma) || text.isInfinitive($0) }
  }

  /// `a convenu devant la Chambre, le 22 mai, que…`: between commas, right before what was told.
  func isTellingAside(_ edge: Int) -> Bool {
    guard edge > 0, edge + 2 < text.tokens.count, isArticle(edge), isMark(edge - 1, Punctuation.comma),
      let comma = (edge + 1..<min(edge + 5, text.tokens.count - 1)).first(where: { isMark($0, Punctuation.comma) })
    else { return false }
    let next = text.bytes[text.tokens[comma + 1].bytes]
    return ["que", "qu'", "qu’", "de", "d'", "d’"].contains { next.elementsEqual($0.utf8) }
  }
}
