/// Names whose kind tells how they go on: schools, territories, funds, delegations, associations.
extension OrganisationReader {
  /// "l'école Jean-Vesk": the names of somebody, joined by a hyphen.
  func school(_ head: LexiconMatch, bound: Int) -> Range<Int>? {
    let name = head.tokens.upperBound
    guard text.entry(head).value(0) == "college", name + 1 < bound, text.tokens[name].kind == .word,
      text.tokens[name].flags.contains(.capitalised), !text.tokens[name].flags.contains(.elided),
      text.tokens[name + 1].flags.contains([.afterHyphen, .capitalised])
    else { return nil }
    var end = name + 2
    while end < bound, text.tokens[end].flags.contains(.afterHyphen) { end += 1 }
    return head.tokens.lowerBound..<end
  }

  /// "la région Bretagne a payé": a territory whose council does something.
  func acting(_ head: LexiconMatch, bound: Int) -> Range<Int>? {
    let (first, name) = (head.tokens.lowerBound, head.tokens.upperBound)
    guard text.entry(head).value(0) == "government", head.tokens.count == 1, name < bound, first > 0,
      ["région", "métropole", "département", "province"].contains(text.source(text.tokens[first].bytes).lowercased()),
      text.match(.sayDeterminer, at: first - 1) != nil, text.tokens[name].flags.contains(.capitalised),
      let place = text.match(.region, at: name) ?? text.match(.province, at: name) ?? text.match(.city, at: name)
        ?? text.match(.town, at: name)
    else { return nil }
    let verb = place.tokens.upperBound
    guard verb + 1 < text.tokens.count, verb <= bound,
      text.match(.sayAuxiliary, at: verb) != nil
        && (text.isParticiple(verb + 1) || text.match(.sayVerb, at: verb + 1) != nil)
        || text.match(.sayVerb, at: verb) != nil
    else { return nil }
    return first..<verb
  }

  /// "fonds d'affectation spéciale au profit de l'Ukraine": a fund by the country that it is for.
  func trust(_ head: LexiconMatch, bound: Int) -> Range<Int>? {
    var token = head.tokens.upperBound
    guard text.entry(head).value(0) == "fund", head.tokens.count > 1, token + 2 < bound else { return nil }
    switch text.source(text.tokens[token].bytes) {
    case "pour": break
    case "au", "en":
      guard ["profit", "faveur", "bénéfice"].contains(text.source(text.tokens[token + 1].bytes)) else { return nil }
      token += 2
    default: return nil
    }
    guard let country = afterLinkers(token, bound: bound), country > token, text.match(.country, at: country) != nil,
      text.tokens[country].flags.contains(.capitalised)
    else { return nil }
    return head.tokens.lowerBound..<longest(country)
  }

  /// "l'association Four à bois sans frontières": a name that goes on in small letters, up to a mark or an auxiliary.
  func phrase(_ head: LexiconMatch, bound: Int) -> Range<Int>? {
    let first = head.tokens.upperBound
    guard text.entry(head).value(0) == "ngo", first + 2 < bound,
      !text.tokens[head.tokens.lowerBound].flags.contains(.capitalised), text.tokens[first].kind == .word,
      text.tokens[first].flags.contains(.capitalised), !text.tokens[first].flags.contains(.elided)
    else { return nil }
    // "Les Amis de la baie"
    let hasArticle = ["La", "Le", "Les"].contains(text.source(text.tokens[first].bytes))
    if hasArticle, !text.tokens[first + 1].flags.contains(.capitalised) { return nil }
    let start = hasArticle ? first + 2 : first + 1
    var end = start
    // "l'association Forêt vivante": one adjective.
    if !hasArticle, text.match(.givenName, at: first) == nil, isAdjective(start), text.tokens[start + 1].kind == .word {
      end = start + 1
    }
    // "l'association La Ruche bleue"
    if hasArticle, start < bound, isAdjective(start) { end = start + 1 }
    // "le collectif Sauvons nos haies"
    if !hasArticle, let object = object(of: first, bound: bound) { end = object }
    while end + 1 < bound, end < first + 8 {
      let linker = text.source(text.tokens[end].bytes)
      // "l'association Mémoire de doris", but not "l'association France de basket".
      let isOf = (hasArticle || isPlainName(first)) && ["de", "d'", "d’", "du", "des"].contains(linker)
      guard isOf || ["à", "sans", "pour", "en"].contains(linker) else { break }
      let noun =
        isOf && ["la", "l'", "l’"].contains(text.source(text.tokens[end + 1].bytes)) ? end + 2 : end + 1
      guard noun < bound, text.tokens[noun].kind == .word, !text.tokens[noun].flags.contains(.capitalised),
        text.match(.nameLinker, at: noun) == nil, text.match(.sayIndefinite, at: noun) == nil
      else { break }
      end = noun + 1
    }
    guard end > start, end < text.tokens.count else { return nil }
    let isEnd =
      text.tokens[end].kind == .punctuation || text.match(.sayAuxiliary, at: end) != nil
      || text.match(.sayVerb, at: end) != nil || hasArticle && isAnd(end)
      || end + 1 < text.tokens.count && !text.tokens[end].flags.contains(.capitalised)
        && (text.match(.sayDeterminer, at: end + 1) != nil || text.match(.sayIndefinite, at: end + 1) != nil)
      || text.isPastTense(end) || text.isFuture(end) || text.isPluralVerb(end)
    return isEnd ? first..<end : nil
  }

  /// "Sauvons nos haies", "Gardez la gare": the end of what an imperative calls for.
  private func object(of verb: Int, bound: Int) -> Int? {
    let word = text.bytes[text.tokens[verb].bytes]
    guard word.count > 5, word.suffix(3).elementsEqual("ons".utf8) || word.suffix(2).elementsEqual("ez".utf8),
      verb + 2 < bound, text.match(.sayDeterminer, at: verb + 1) != nil, text.tokens[verb + 2].kind == .word,
      !text.tokens[verb + 2].flags.contains(.capitalised)
    else { return nil }
    return verb + 3
  }

  /// A word that is neither a place, a given name nor an organisation.
  private func isPlainName(_ token: Int) -> Bool {
    ![LexiconCategory.city, .capital, .town, .country, .region, .province, .givenName, .organisation].contains {
      text.match($0, at: token) != nil
    }
  }

  /// A lower-case word that can be an adjective of a name: no verb, participle, preposition or conjunction.
  private func isAdjective(_ token: Int) -> Bool {
    let word = text.tokens[token]
    return word.kind == .word && !word.flags.contains(.capitalised) && word.length > 4
      && text.match(.sayVerb, at: token) == nil && text.match(.sayAuxiliary, at: token) == nil
      && text.match(.clauseWord, at: token) == nil && text.match(.sayPreposition, at: token) == nil
      && text.match(.countryAdjective, at: token) == nil && text.match(.roleModifier, at: token) == nil
      && text.match(.dateVerb, at: token) == nil && text.match(.eventVerb, at: token) == nil
      && !text.isParticiple(token) && !text.isPastTense(token) && !text.isFuture(token) && !text.isPluralVerb(token)
      && ["e", "es", "s", "if", "al", "eur", "eux"].contains {
        text.bytes[word.bytes].suffix($0.utf8.count).elementsEqual($0.utf8)
      }
  }

  /// "la délégation de l'Union européenne à Praia": whose it is, where a place follows.
  func sent(_ head: LexiconMatch, bound: Int) -> Range<Int>? {
    let first = head.tokens.lowerBound
    guard first > 0, text.match(.sayDeterminer, at: first - 1) != nil, text.match(.sayIndefinite, at: first - 1) == nil,
      let owner = afterLinkers(head.tokens.upperBound, bound: bound), owner > head.tokens.upperBound,
      isOrganisation(owner)
    else { return nil }
    let end = longest(owner)
    guard end + 1 < bound, ["à", "en", "au", "aux", "auprès"].contains(text.source(text.tokens[end].bytes)),
      let place = afterLinkers(end, bound: bound), text.tokens[place].flags.contains(.capitalised)
    else { return nil }
    return first..<end
  }

  /// "une mission de l'OTAN", "un bureau de l'OTAN": one of several, or none yet; but "un bureau de liaison de l'OTAN".
  func isOneOfSeveral(_ head: LexiconMatch) -> Bool {
    let first = head.tokens.lowerBound
    guard first > 0, text.match(.sayIndefinite, at: first - 1) != nil, head.tokens.count == 1,
      !text.tokens[first].flags.contains(.capitalised),
      let owner = afterLinkers(head.tokens.upperBound, bound: text.tokens.count)
    else { return false }
    let type = text.entry(head).value(0)
    return (type == "mission" || type == "office") && isOrganisation(owner)
  }
}
