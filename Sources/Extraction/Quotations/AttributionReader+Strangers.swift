/// Subjects that no reference tells: "la police a indiqué", "a dit un proche du président". Their words are nobody's.
extension AttributionReader {
  private static let window = 18
  /// Words between an article and the reference that it belongs to: "le tout nouveau et très respecté ministre".
  private static let modifiers = 4

  /// The end of a subject of its own after a verb, when it stands before any reference: "a indiqué la police".
  func stranger(after verb: Int, end: Int) -> Int? {
    var token = verb
    let limit = min(end, verb + Self.window)
    while token < limit {
      let word = text.tokens[token]
      guard word.kind == .word else {
        if word.kind == .punctuation, word.value != Punctuation.comma { return nil }
        token += 1
        continue
      }
      if let reference = begins(at: token) {
        guard reference.isGoverned else { return nil }
        token = reference.tokens.upperBound
        continue
      }
      if let nobody = text.match(.sayNobody, at: token), token == verb { return nobody.tokens.upperBound }
      if let filler = text.match(.sayFiller, at: token), text.match(.sayDeterminer, at: token) == nil {
        token = filler.tokens.upperBound
      } else if isArticle(token), !isGovernedArticle(token, from: verb) {
        if let time = time(at: token) {
          token = time
        } else {
          return leadsToReference(token, limit) ? nil : noun(after: token, limit)
        }
      } else if token == verb, word.flags.contains(.capitalised), !word.flags.contains(.elided) {
        // "a indiqué Reuters"
        return token + 1
      } else {
        token += 1
      }
    }
    return nil
  }

  /// "la lauréate du prix, X.": who stands in apposition to a noun that no reference tells.
  func named(behind noun: Int, end: Int) -> SpeakerReference? {
    var comma = noun
    while comma < min(end, noun + Self.modifiers * 2), text.tokens[comma].kind == .word {
      guard text.match(.sayVerb, at: comma) == nil, text.match(.sayAuxiliary, at: comma) == nil,
        text.match(.clauseWord, at: comma) == nil || text.match(.sayPreposition, at: comma) != nil
      else { return nil }
      comma += 1
    }
    guard comma + 1 < min(end, text.tokens.count), text.tokens[comma].kind == .punctuation,
      text.tokens[comma].value == Punctuation.comma
    else { return nil }
    // "son consultant, l'ancien champion X"
    var first = comma + 1
    while first < min(end, comma + Self.modifiers),
      let match = text.match(.sayDeterminer, at: first) ?? text.match(.formerWord, at: first)
        ?? text.match(.civility, at: first), begins(at: first) == nil
    {
      first = match.tokens.upperBound
    }
    guard var name = begins(at: first), !name.isQuoted else { return nil }
    if !isNamed(name), let next = begins(at: name.tokens.upperBound) { name = next }
    let last = self.end(of: name, text.tokens.count)
    guard isNamed(name), last < text.tokens.count, text.tokens[last].kind == .punctuation else { return nil }
    return name
  }

  /// "Selon l'enquêteur, X était « … »": whom a marker names is no reference, and X only does something next.
  func strangerMarked(_ next: Int, before reference: SpeakerReference) -> Int? {
    guard
      let comma = (next..<max(next, reference.tokens.lowerBound)).first(where: {
        text.tokens[$0].kind == .punctuation && text.tokens[$0].value == Punctuation.comma
      }), comma > next + 1 || text.match(.sayFiller, at: next) == nil
    else { return nil }
    // "selon l'historienne, X, …"
    let end = reference.tokens.upperBound
    let isApposed =
      reference.tokens.lowerBound <= comma + 3 && end < text.tokens.count && text.tokens[end].kind == .punctuation
    return isApposed ? nil : comma
  }

  /// A subject of its own between the start of a clause and its verb: "les autorités du port indiquent", "on parle".
  func stranger(before verb: Int, from start: Int) -> Range<Int>? {
    let opening = clauseStart(before: verb, from: start)
    guard opening < verb else { return nil }
    if let nobody = text.match(.sayNobody, at: opening), !isObject(opening, before: verb) {
      return nobody.tokens.lowerBound..<max(nobody.tokens.upperBound, opening + 1)
    }
    if let name = unknownName(at: opening, before: verb) { return name }
    var token = opening
    while token < verb {
      let word = text.tokens[token]
      if word.kind == .word, isArticle(token), !isGovernedArticle(token, from: opening),
        text.match(.sayAuxiliary, at: token + 1) == nil, token + 1 < verb
      {
        guard let time = time(at: token) else {
          return leadsToReference(token, verb) ? nil : token..<noun(after: token, verb)
        }
        token = time
      } else {
        token += 1
      }
    }
    return nil
  }

  /// "Odd Ness lui a confié": two words with capitals that open a clause, and that nothing knows.
  func unknownName(at token: Int, before verb: Int) -> Range<Int>? {
    guard token + 1 < verb, begins(at: token) == nil, begins(at: token + 1) == nil else { return nil }
    let isName = (token...token + 1).allSatisfy {
      let word = text.tokens[$0]
      return word.kind == .word && word.flags.contains(.capitalised) && !word.flags.contains(.elided)
        && text.match(.clauseWord, at: $0) == nil && text.match(.sayPreposition, at: $0) == nil
        && text.match(.sayPronoun, at: $0) == nil
    }
    return isName ? token..<token + 2 : nil
  }

  /// "n'a jamais déclaré", "a démenti avoir dit": words that are denied.
  func isDenied(_ verb: Range<Int>, from start: Int) -> Bool {
    var token = verb.lowerBound - 1
    // "dément avoir « donné »"
    if text.match(.sayDenial, at: verb.lowerBound) != nil, verb.upperBound < text.tokens.count,
      ["avoir", "être"].contains(text.source(text.tokens[verb.upperBound].bytes))
    {
      return true
    }
    if isRefused(verb, from: start) || (isGerund(verb) && isDeniedAbove(verb.lowerBound, from: start)) { return true }
    var isNegated = text.match(.sayNot, at: verb.upperBound) != nil && !isOnly(verb.upperBound)
    while token >= max(start, verb.lowerBound - 5), text.tokens[token].kind == .word {
      let word = text.tokens[token]
      // "ni X ni Y n'ont dit"
      if word.length <= 4, isNe(token) { return isNegated || !isOnly(verb.upperBound - 1) }
      if text.match(.sayNot, at: token) != nil {
        if isOnly(token) { return false }
        isNegated = true
      } else if ["avoir", "avait", "ait", "être"].contains(text.source(word.bytes)), token > start,
        let denial = (max(start, token - 3)..<token).lazy.compactMap({ self.text.match(.sayDenial, at: $0) }).first,
        denial.tokens.upperBound <= token
      {
        return true
      } else if ["avoir", "être"].contains(text.source(word.bytes)) {
        // "assure n'avoir jamais dit"
      } else if text.match(.sayAuxiliary, at: token) == nil, filler(endingAt: token, from: start) == nil {
        return false
      }
      token -= 1
    }
    return false
  }

  /// "a refusé de dire si"
  func isRefused(_ verb: Range<Int>, from start: Int) -> Bool {
    if let refusal = text.match(.sayDenial, at: verb.lowerBound), refusal.tokens.count > 1,
      refusal.tokens.upperBound < text.tokens.count
    {
      return text.tokens[refusal.tokens.upperBound].kind == .word
    }
    let before = verb.lowerBound - 2
    guard before >= start, let refusal = text.match(.sayDenial, at: before) else { return false }
    return refusal.tokens.count > 1 && refusal.tokens.upperBound == verb.lowerBound
  }

  /// "a démenti un rapport disant que": what follows belongs to what is denied.
  func isDeniedAbove(_ participle: Int, from start: Int) -> Bool {
    guard participle > start, text.tokens[participle - 1].kind == .word,
      !["en", "et"].contains(text.source(text.tokens[participle - 1].bytes))
    else { return false }
    var token = participle - 1
    while token >= max(start, participle - 8), text.tokens[token].kind == .word {
      if text.match(.sayDenial, at: token) != nil { return true }
      token -= 1
    }
    return false
  }

  private func isNe(_ token: Int) -> Bool {
    ["ne", "n'", "n’"].contains(text.source(text.tokens[token].bytes).lowercased())
  }

  /// "pas seulement": more is said, not less.
  private func isOnly(_ not: Int) -> Bool {
    var next = not + 1
    // "n'y voit « qu'un rhume »"
    if next < text.tokens.count, text.tokens[next].kind == .punctuation,
      [Punctuation.openQuote, Punctuation.straightQuote].contains(text.tokens[next].value)
    {
      next += 1
    }
    guard next < text.tokens.count else { return false }
    return ["seulement", "uniquement", "que", "qu'", "qu’", "autre", "moins"].contains(
      text.source(text.tokens[next].bytes))
  }

  /// Where the clause of a verb begins: behind punctuation, "que", "et", "mais".
  private func clauseStart(before verb: Int, from start: Int) -> Int {
    var token = verb - 1
    while token >= max(start, verb - Self.reach) {
      let word = text.tokens[token]
      if word.kind == .punctuation, word.value == Punctuation.closeParenthesis,
        let open = parenthesis(endingAt: token, from: start)
      {
        token = open - 1
        continue
      }
      if word.kind == .punctuation || isThat(token) { return token + 1 }
      if word.length <= 7,
        ["qui", "et", "mais", "où", "dont", "ou", "car", "quand", "lorsque", "si"].contains(text.source(word.bytes))
      {
        return token + 1
      }
      token -= 1
    }
    return max(start, token + 1)
  }

  /// "tous les ministres", "personne" after "ne": no subject here; "on l'a traité" has one.
  private func isObject(_ token: Int, before verb: Int) -> Bool {
    token + 1 < verb && isArticle(token + 1)
      && (token + 2 == verb || text.match(.sayAuxiliary, at: token + 2) == nil)
  }

  /// "ce fils de pêcheurs" is somebody who was spoken of.
  private func isArticle(_ token: Int) -> Bool {
    text.tokens[token].kind == .word
      && !["ce", "cet", "cette", "ces"].contains(text.source(text.tokens[token].bytes).lowercased())
      && (text.match(.sayDeterminer, at: token) != nil || text.match(.sayIndefinite, at: token) != nil)
  }

  /// "à la presse", "de la police": a preposition stands before the article.
  private func isGovernedArticle(_ token: Int, from start: Int) -> Bool {
    guard token > start else { return false }
    return text.tokens[token - 1].kind == .word && text.match(.sayPreposition, at: token - 1) != nil
  }

  /// The end of "la semaine dernière", "le 3 mars", "ce lundi" at an article.
  private func time(at article: Int) -> Int? {
    for token in article + 1..<min(article + 3, text.tokens.count) {
      if text.tokens[token].kind == .number { return token + 2 }
      if text.match(.sayTime, at: token) != nil || text.match(.dateWeekday, at: token) != nil
        || text.match(.dateUnit, at: token) != nil
      {
        return token + 1
      }
    }
    return nil
  }

  private func begins(at token: Int) -> SpeakerReference? {
    let index = references.first(from: token)
    return index < references.count && references[index].tokens.lowerBound == token ? references[index] : nil
  }

  /// "le nouveau ministre", "la metteuse en scène X": a reference belongs to the article.
  private func leadsToReference(_ article: Int, _ limit: Int) -> Bool {
    let noun = (text.match(.personNoun, at: article + 1) ?? text.match(.role, at: article + 1))?.tokens.upperBound
    let index = references.first(from: article)
    guard index < references.count else { return false }
    let start = references[index].tokens.lowerBound
    // "le camp X" is not X.
    guard start < limit, start <= article + Self.modifiers, start == article + 1 || !references[index].isGoverned else {
      return false
    }
    return !(min(start, noun ?? article + 1)..<max(article + 1, start)).contains {
      text.tokens[$0].kind != .word || text.match(.sayPreposition, at: $0) != nil
    }
  }

  /// The end of the noun after an article.
  private func noun(after article: Int, _ limit: Int) -> Int {
    min(limit, max(article + 2, text.match(.sayIndefinite, at: article).map { $0.tokens.upperBound + 1 } ?? 0))
  }
}
