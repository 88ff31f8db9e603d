/// Names that are words with capitals: "Cyber Command", "le groupe turc Vesk".
extension OrganisationReader {
  /// "Cyber Command", "Institute for Peace Studies": words with capitals around one that such names have.
  func readEnglish(into found: inout [Found], taken: inout [Bool]) {
    for match in text.matches(of: [.organisationTail]) where !match.tokens.contains(where: { taken[$0] }) {
      guard let number = text.sentence(ofToken: match.tokens.lowerBound) else { continue }
      let sentence = text.sentences[number].tokens
      var (start, end) = (match.tokens.lowerBound, match.tokens.upperBound)
      while start > max(sentence.lowerBound, match.tokens.lowerBound - 6), isEnglish(start - 1, taken) { start -= 1 }
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

  /// Types whose names may be whole phrases.
  private static let named: Set<String> = ["ngo", "media", "institute"]

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
      isEnglish(name, taken), text.match(.givenName, at: name) == nil,
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

  /// "la start-up Vesk Labs", "le site Vesk", "le groupe turc Vesk": the name stands right after what it is.
  func house(_ head: LexiconMatch, bound: Int, taken: [Bool]) -> Range<Int>? {
    guard Self.houses.contains(text.entry(head).value(0)) else { return nil }
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
      text.match(.fieldAdjective, at: first) != nil
        || text.tokens[first].word == .unknown && text.tokens[first].length > 5
          && text.tokens[first + 1].flags.contains(.capitalised)
    {
      first += 1
    }
    // "L'armateur, Caravella, a dit"
    let isApposed =
      first < bound && text.tokens[first].kind == .punctuation && text.tokens[first].value == Punctuation.comma
      && text.entry(head).value(0) == "company" && text.match(.role, at: head.tokens.lowerBound) == nil
    if isApposed { first += 1 }
    // "l'ONG La Strada"
    let article = first
    if first + 1 < bound, text.tokens[first].flags.contains(.capitalised), !taken[first],
      ["La", "Le", "Les", "L'", "L’"].contains(text.source(text.tokens[first].bytes))
    {
      first += 1
    }
    guard first < bound, isEnglish(first, taken),
      article < first || text.match(.givenName, at: first) == nil && text.tokens[first].flags.contains(.afterSpace),
      text.match(.countryAdjective, at: first) == nil
    else { return nil }
    var end = first + 1
    while end < min(bound, first + 5) {
      if isEnglish(end, taken) {
        end += 1
      } else if end + 1 < bound, text.tokens[first].word == .unknown || article < first,
        ["la", "le", "les", "l'", "l’", "du", "des"].contains(text.source(text.tokens[end].bytes)),
        text.tokens[end + 1].flags.contains(.capitalised), !taken[end + 1],
        Self.named.contains(text.entry(head).value(0))
      {
        // "le collectif Sauvons la Loire"
        end += 2
      } else {
        break
      }
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
