/// Names that are words with capitals: "Cyber Command", "le groupe turc Vesk".
extension OrganisationReader {
  /// "Cyber Command", "Institute for Peace Studies": words with capitals around one that such names have.
  func readEnglish(into found: inout [Found], taken: inout [Bool]) {
    for match in text.matches(of: [.organisationTail]) where !match.tokens.contains(where: { taken[$0] }) {
      guard let number = text.sentence(ofToken: match.tokens.lowerBound) else { continue }
      let sentence = text.sentences[number].tokens
      var (start, end) = (match.tokens.lowerBound, match.tokens.upperBound)
      while start > max(sentence.lowerBound, match.tokens.lowerBound - 6) {
        if isEnglish(start - 1, taken) {
          start -= 1
        } else if start < match.tokens.lowerBound, start - 2 >= sentence.lowerBound, isEnglish(start - 2, taken),
          ["and", "of", "for"].contains(text.source(text.tokens[start - 1].bytes))
        {
          // "Fire and Emergency Service"
          start -= 2
        } else {
          break
        }
      }
      // "of Defence Studies", "for Peace"
      while end + 1 < sentence.upperBound, end < match.tokens.upperBound + 6 {
        if isEnglish(end, taken), end > match.tokens.upperBound {
          end += 1
        } else if ["of", "for", "and", "on"].contains(text.source(text.tokens[end].bytes)), isEnglish(end + 1, taken) {
          end += 2
        } else {
          break
        }
      }
      // "Air Force One" is an aircraft.
      let isOpen =
        end < sentence.upperBound && text.tokens[end].kind == .word && text.tokens[end].flags.contains(.capitalised)
      guard end - start > match.tokens.count, !isOpen else { continue }
      let acronym =
        end + 2 < sentence.upperBound && text.tokens[end].value == Punctuation.openParenthesis
        && text.tokens[end + 2].value == Punctuation.closeParenthesis && isAcronym(text.tokens[end + 1])
      found.append(
        Found(
          tokens: start..<end, acronym: acronym ? text.source(text.tokens[end + 1].bytes) : nil,
          type: text.entry(match).value(0), stripped: EntityID.slug(text.source(tokens: start..<end)),
          hasAdjective: false))
      for token in start..<end { taken[token] = true }
    }
  }

  func isEnglish(_ token: Int, _ taken: [Bool]) -> Bool {
    let word = text.tokens[token]
    return word.kind == .word && word.flags.contains(.capitalised) && !word.flags.contains(.elided) && !taken[token]
      && text.match(.nameLinker, at: token) == nil && text.match(.clauseWord, at: token) == nil
      && text.match(.civility, at: token) == nil && text.match(.role, at: token) == nil
      && text.match(.sayPreposition, at: token) == nil && text.match(.organisationHead, at: token) == nil
  }

  /// "Vesk Marine": a noun of houses that ends the name of a company.
  func isTail(_ token: Int, _ taken: [Bool]) -> Bool {
    token > 0 && text.match(.organisationHead, at: token) != nil
      && text.tokens[token].flags.contains([.capitalised, .afterSpace])
      && text.tokens[token - 1].flags.contains(.capitalised) && !taken[token]
  }

  /// A word with a capital that may go on with a name, and begins nobody's and no other.
  func mayGoOn(_ token: Int) -> Bool {
    let word = text.tokens[token]
    guard word.kind == .word, word.flags.contains(.capitalised), !word.flags.contains(.elided),
      !word.flags.contains(.allCaps)
    else { return false }
    return Self.others.allSatisfy { text.match($0, at: token) == nil }
  }

  private static let others: [LexiconCategory] = [
    .nameLinker, .clauseWord, .civility, .role, .sayPreposition, .organisationHead, .givenName, .organisation,
    .countryAdjective,
    .sayDeterminer, .dateMonth, .dateWeekday, .capital, .city, .famousName, .sayPronoun, .eventName,
  ]

  /// Types whose names may be whole phrases.
  private static let named: Set<String> = ["ngo", "media", "institute"]

  /// Articles that begin the names of foreign papers.
  private static let foreignArticles: Set<String> = [
    "The", "De", "Het", "Der", "Die", "Das", "El", "Il", "La", "Los", "O", "Al", "Den", "Det",
  ]

  /// Small words of other languages inside a name.
  private static let foreignLinks: Set<String> = [
    "e", "y", "i", "und", "and", "og", "och", "of", "for", "für", "voor", "do", "da", "dos", "das", "del", "della",
    "di", "von", "van", "mot", "til", "för", "na", "dla", "pro",
  ]

  static let houses: Set<String> = ["media", "company", "fund", "militia", "team", "ngo", "institute"]

  /// "comité de riverains Meuse vivante", "club d'aïkido Hirondelle": a noun joined by "de", then a name with capitals.
  func joined(_ head: LexiconMatch, bound: Int, taken: [Bool]) -> Range<Int>? {
    let linker = head.tokens.upperBound
    var name = linker + 2
    // "l'éditeur de jeux vidéo Vesk"
    if name + 1 < bound, text.tokens[name].kind == .word, !text.tokens[name].flags.contains(.capitalised),
      text.match(.nameLinker, at: name) == nil, text.match(.clauseWord, at: name) == nil,
      text.match(.sayVerb, at: name) == nil, text.match(.sayAuxiliary, at: name) == nil,
      text.match(.sayPreposition, at: name) == nil, text.entry(head).value(0) == "company", !text.isPluralVerb(name)
    {
      name += 1
    }
    guard ["council", "ngo", "team", "group", "company"].contains(text.entry(head).value(0)), name < bound,
      ["de", "d'", "d’", "des"].contains(text.source(text.tokens[linker].bytes)),
      text.tokens[linker + 1].kind == .word, text.match(.nameLinker, at: linker + 1) == nil,
      !text.tokens[linker + 1].flags.contains(.capitalised),
      isEnglish(name, taken),
      text.match(.givenName, at: name) == nil
        || text.entry(head).value(0) == "company" && text.match(.role, at: head.tokens.lowerBound) == nil,
      text.match(.countryAdjective, at: name) == nil
    else { return nil }
    var end = name + 1
    while end < min(bound, name + 5), isEnglish(end, taken) || text.tokens[end].flags.contains(.afterHyphen) {
      end += 1
    }
    if text.entry(head).value(0) != "company", end < bound, !text.tokens[end].flags.contains(.capitalised),
      text.tokens[end].kind == .word,
      text.tokens[end].length > 5, text.tokens[end].word == .unknown
    {
      end += 1
    }
    // "le fabricant de drones Vesk"
    return (text.entry(head).value(0) == "company" ? name : head.tokens.lowerBound)..<end
  }

  /// "le champ gazier Vesk": an adjective of a place.
  private func isOfPlace(_ head: LexiconMatch) -> Bool {
    let before = head.tokens.lowerBound - 1
    guard before >= 0, !text.tokens[before].flags.contains(.capitalised) else { return false }
    return (text.match(.placeNoun, at: before)?.tokens.upperBound ?? 0) > before + 1
      || (text.match(.placeHead, at: before)?.tokens.upperBound ?? 0) > before + 1
  }

  /// "la start-up Vesk Labs", "le site Vesk", "le groupe turc Vesk": the name stands right after what it is.
  func house(_ head: LexiconMatch, bound: Int, taken: [Bool]) -> Range<Int>? {
    guard Self.houses.contains(text.entry(head).value(0)), !isOfPlace(head) else { return nil }
    var first = head.tokens.upperBound
    if first < bound, let home = text.match(.countryAdjective, at: first),
      !text.tokens[first].flags.contains(.capitalised)
    {
      first = home.tokens.upperBound
    }
    // "la radio publique suédoise Vesk"
    if first + 1 < bound, text.match(.fieldAdjective, at: first) != nil,
      let home = text.match(.countryAdjective, at: first + 1), !text.tokens[first + 1].flags.contains(.capitalised)
    {
      first = home.tokens.upperBound
    }
    // "la jeune pousse rennaise Vesk": one adjective of any kind before the name.
    if first + 1 < bound, text.tokens[first].kind == .word, !text.tokens[first].flags.contains(.capitalised),
      text.match(.country, at: first + 1) == nil,
      text.match(.fieldAdjective, at: first) != nil
        || text.tokens[first].word == .unknown && text.tokens[first].length > 5
          && text.tokens[first + 1].flags.contains(.capitalised)
    {
      first += 1
    }
    // "L'exploitant du barrage, Caravella, a dit": of what, stands before the comma.
    if first + 2 < bound, text.entry(head).value(0) == "company", text.match(.nameLinker, at: first) != nil,
      text.tokens[first + 1].kind == .word, !text.tokens[first + 1].flags.contains(.capitalised), isComma(first + 2)
    {
      first += 2
    }
    // "L'armateur, Caravella, a dit"
    // "Son équipe, Vesk-Orval, a déposé"
    let isApposed =
      first < bound && text.tokens[first].kind == .punctuation && text.tokens[first].value == Punctuation.comma
      && (text.entry(head).value(0) == "company"
        || text.entry(head).value(0) == "team" && first + 2 < bound
          && text.match(.givenName, at: first + 1) == nil && text.match(.country, at: first + 1) == nil
          && text.tokens[first + 2].flags.contains([.capitalised, .afterHyphen]))
      && text.match(.role, at: head.tokens.lowerBound) == nil
    if isApposed { first += 1 }
    // "l'ONG La Strada"
    let article = first
    if first + 1 < bound, text.tokens[first].flags.contains(.capitalised), !taken[first],
      ["La", "Le", "Les", "L'", "L’"].contains(text.source(text.tokens[first].bytes))
        || text.entry(head).value(0) == "media"
          && Self.foreignArticles.contains(text.source(text.tokens[first].bytes))
    {
      first += 1
    }
    // "la start-up Paul", but "l'éditeur Paul X": only who may be a person has a given name.
    let mayBePerson = text.match(.role, at: head.tokens.lowerBound) != nil || text.entry(head).value(0) == "media"
    guard first < bound, isEnglish(first, taken),
      article < first
        || (!mayBePerson || text.match(.givenName, at: first) == nil) && text.tokens[first].flags.contains(.afterSpace),
      text.match(.countryAdjective, at: first) == nil
    else { return nil }
    var end = first + 1
    while end < min(bound, first + 5) {
      if isEnglish(end, taken) || text.entry(head).value(0) == "company" && isTail(end, taken) {
        end += 1
      } else if end + 1 < bound, text.tokens[first].word == .unknown || article < first,
        ["la", "le", "les", "l'", "l’", "du", "des"].contains(text.source(text.tokens[end].bytes)),
        text.tokens[end + 1].flags.contains(.capitalised), !taken[end + 1],
        Self.named.contains(text.entry(head).value(0))
      {
        // "le collectif Sauvons la Loire"
        end += 2
      } else if end + 1 < bound, Self.foreignLinks.contains(text.source(text.tokens[end].bytes)),
        text.tokens[end + 1].flags.contains(.capitalised), !taken[end + 1]
      {
        // "l'ONG Transparência e Vesk"
        end += 2
      } else {
        break
      }
    }
    // "Journal Vesk" above a text is all of its name.
    if text.tokens[head.tokens.lowerBound].flags.contains(.capitalised), text.entry(head).value(0) == "media",
      let number = text.block(ofToken: head.tokens.lowerBound), number < 8,
      text.blocks[number].tokens.lowerBound == head.tokens.lowerBound
    {
      return head.tokens.lowerBound..<end
    }
    first = article
    // "l'association Voix libres"
    if end < bound, agrees(end, end: end), text.match(.sayVerb, at: end) == nil { end += 1 }
    if isApposed {
      guard end < bound, text.tokens[end].kind == .punctuation, text.tokens[end].value == Punctuation.comma else {
        return nil
      }
    }
    return first..<end
  }
}
