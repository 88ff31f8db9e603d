/// Names that a sign, quotation marks or a nationality tell for organisations.
///
///     partners = words "&" words                    "Marlow & Keating"
///     medium   = article « words » of a day | verb    "dans le « Vesk » du 8 août", "le « Vesk » rapporte"
///     national = article nationality words            "le marocain Somagec"
extension OrganisationReader {
  /// Words of such a name on either side.
  private static let longestSide = 4

  private static let kin: Set<String> = ["Fils", "Filles", "Frères", "Associés", "Compagnie", "Cie"]

  /// "Marlow & Keating": words with capitals on both sides of the sign.
  func readPartners(into found: inout [Found], taken: inout [Bool]) {
    for sign in text.marks([Punctuation.ampersand]) where sign > 0 && sign < text.tokens.count - 1 {
      guard let number = text.sentence(ofToken: sign) else { continue }
      let sentence = text.sentences[number].tokens
      var (start, end) = (sign, sign + 1)
      while start > sentence.lowerBound, sign - start < Self.longestSide, isEnglish(start - 1, taken) { start -= 1 }
      while end < sentence.upperBound, end - sign <= Self.longestSide,
        isEnglish(end, taken) || end > sign + 1 && text.tokens[end].flags.contains(.afterHyphen) && !taken[end]
          || end == sign + 1 && text.tokens[end].flags.contains(.capitalised)
            && Self.kin.contains(text.source(text.tokens[end].bytes))
      {
        end += 1
      }
      // "R & D" is no house, "Orva Vesk & Lund Skeld" may be two people.
      guard start < sign, end > sign + 1, (start..<sign).contains(where: { text.tokens[$0].length > 1 }),
        (sign + 1..<end).contains(where: { text.tokens[$0].length > 1 }),
        sign - start == 1 || text.match(.givenName, at: start) == nil
      else { continue }
      add(start..<end, "company", into: &found, taken: &taken)
    }
  }

  /// "dans le « Vesk » du 8 août", "Le « Vesk » a rapporté": a medium between marks, which has a day or says something.
  func readQuotedMedia(into found: inout [Found], taken: inout [Bool]) {
    for open in text.marks([Punctuation.openQuote, Punctuation.straightQuote])
    where open > 0 && open < text.tokens.count - 3 {
      var close = open + 1
      while close < min(text.tokens.count - 1, open + 6), isTitleWord(close, first: open + 1, taken) { close += 1 }
      guard close > open + 1, isClosing(close), text.tokens[close - 1].flags.contains(.capitalised),
        isArticle(open - 1) && (hasDay(after: close + 1, before: open - 1) || says(after: close + 1))
          || isWritten(in: open, close)
      else { continue }
      add(open + 1..<close, "media", into: &found, taken: &taken)
    }
  }

  /// "le marocain Somagec", "du danois Vesk": a nationality in small letters behind an article stands for a company.
  func readNationals(into found: inout [Found], taken: inout [Bool]) {
    for match in text.matches(of: [.countryAdjective]) {
      let (adjective, name) = (match.tokens.lowerBound, match.tokens.upperBound)
      guard adjective > 0, name < text.tokens.count, !text.tokens[adjective].flags.contains(.capitalised),
        ["le", "du", "au", "l'", "l’", "Le", "L'", "L’", "la", "La"].contains(
          text.source(text.tokens[adjective - 1].bytes)),
        isEnglish(name, taken), text.tokens[name].length > 2, text.tokens[name].flags.contains(.afterSpace)
      else { continue }
      var end = name + 1
      while end < text.tokens.count, end < name + 3, isEnglish(end, taken) || isTail(end, taken) { end += 1 }
      // "le japonais Tokai Skeld": two words, of which the first is nobody's.
      guard text.tokens[name].word == .unknown || end > name + 1 && text.match(.givenName, at: name) == nil else {
        continue
      }
      // "la japonaise Kurohane Metals": one word may be an athlete's.
      let isFeminine = ["la", "La"].contains(text.source(text.tokens[adjective - 1].bytes))
      guard text.sentence(ofToken: name) == text.sentence(ofToken: end - 1),
        !isFeminine || end > name + 1 && text.match(.givenName, at: name) == nil
      else { continue }
      add(name..<end, "company", into: &found, taken: &taken)
    }
  }

  /// "M. Vesk (Marne - UC)", "Orva Vesk (Écolo-Skeld) :": the group of somebody who sits for a place, or who takes the floor.
  func readGroups(into found: inout [Found], taken: inout [Bool]) {
    for open in text.marks([Punctuation.openParenthesis]) where open > 1 && open + 3 < text.tokens.count {
      guard text.tokens[open - 1].flags.contains(.capitalised),
        let close = (open + 2..<min(open + 7, text.tokens.count)).first(where: {
          text.tokens[$0].kind == .punctuation && text.tokens[$0].value == Punctuation.closeParenthesis
        })
      else { continue }
      let first =
        (open + 1..<close).first(where: {
          text.tokens[$0].kind == .punctuation && text.tokens[$0].value == Punctuation.dash
        }).map { $0 + 1 }
      if let first, first + 1 == close, text.tokens[first].flags.contains(.allCaps), !taken[first],
        [LexiconCategory.province, .region, .town, .city].contains(where: { text.match($0, at: open + 1) != nil })
      {
        add(first..<close, "party", into: &found, taken: &taken)
        continue
      }
      let name = open + 1..<close
      guard close + 1 < text.tokens.count, text.tokens[close + 1].kind == .punctuation,
        text.tokens[close + 1].value == Punctuation.colon || text.tokens[close + 1].value == Punctuation.fullStop,
        name.count == 2, text.tokens[open + 1].flags.contains(.capitalised), !taken[open + 1],
        text.tokens[open + 2].flags.contains([.capitalised, .afterHyphen]), !taken[open + 2],
        name.contains(where: { text.match(.organisation, at: $0).map { text.entry($0).value(1) } == "party" })
      else { continue }
      add(name, "party", into: &found, taken: &taken)
    }
  }

  func add(_ tokens: Range<Int>, _ type: String, into found: inout [Found], taken: inout [Bool]) {
    found.append(
      Found(
        tokens: tokens, acronym: nil, type: type, stripped: EntityID.slug(text.source(tokens: tokens)),
        hasAdjective: false))
    for token in tokens { taken[token] = true }
  }

  /// "Vous avez écrit dans « Ouest Vesk » que", "appris par « La Vesk » de samedi": no article before the marks.
  private func isWritten(in open: Int, _ close: Int) -> Bool {
    guard open > 2, ["dans", "par", "selon"].contains(text.source(text.tokens[open - 1].bytes).lowercased()) else {
      return false
    }
    if hasDay(after: close + 1, before: open) { return true }
    return (max(0, open - 4)..<open - 1).contains { text.match(.mediaVerb, at: $0) != nil }
  }

  private func isClosing(_ token: Int) -> Bool {
    text.tokens[token].kind == .punctuation
      && [Punctuation.closeQuote, Punctuation.straightQuote].contains(text.tokens[token].value)
  }

  private static let small: Set<String> = [
    "de", "do", "da", "del", "della", "di", "du", "des", "la", "le", "of", "the", "e", "y",
  ]

  private func isTitleWord(_ token: Int, first: Int, _ taken: [Bool]) -> Bool {
    guard text.tokens[token].kind == .word, !taken[token] else { return false }
    return text.tokens[token].flags.contains(.capitalised)
      || token > first
        && (text.tokens[token].flags.contains(.elided) || Self.small.contains(text.source(text.tokens[token].bytes)))
  }

  private func isArticle(_ token: Int) -> Bool {
    ["le", "la", "les", "l'", "l’", "au", "du", "Le", "La", "Les", "L'", "L’"].contains(
      text.source(text.tokens[token].bytes))
  }

  /// "du 8 août", "de samedi", "de la semaine passée", behind "dans le".
  private func hasDay(after next: Int, before article: Int) -> Bool {
    guard next + 1 < text.tokens.count, article > 0,
      ["dans", "par", "selon", "prêtait", "lit", "lire"].contains(
        text.source(text.tokens[article - 1].bytes).lowercased()),
      ["du", "de", "d'", "d’"].contains(text.source(text.tokens[next].bytes))
    else { return false }
    let day = text.match(.sayDeterminer, at: next + 1) != nil ? next + 2 : next + 1
    guard day < text.tokens.count else { return false }
    return text.tokens[day].kind == .number || text.match(.dateWeekday, at: day) != nil
      || text.match(.dateUnit, at: day) != nil || text.match(.dateRelative, at: next + 1) != nil
      || text.match(.dateMonth, at: day) != nil
  }

  private func says(after next: Int) -> Bool {
    guard next + 1 < text.tokens.count else { return false }
    if text.match(.sayAuxiliary, at: next) != nil {
      return text.match(.sayVerb, at: next + 1) != nil && text.match(.sayCopula, at: next) == nil
    }
    return text.match(.sayVerb, at: next) != nil && !text.isParticiple(next)
  }
}
