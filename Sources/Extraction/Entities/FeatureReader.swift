internal import EntenteSchema

/// Reads places that are named by a noun: waters, mountains, streets, halls.
///
///     feature = noun name                      "lac Ålrust", "stade Vesk", "pont Neuf"
///             | noun "de" [article] name       "golfe d'Orval", "parc du Thabor"
///             | name tail                      "Vesk Arena", "Orval Bay"
///     name    = word with a capital {"-" word | word with a capital | "de" word with a capital}
///
/// What the noun is named after is no person, organisation or place of its own.
struct FeatureReader {
  let text: AnnotatedText
  private static let longest = 6
  private static let linkers: Set<String> = ["de", "d'", "d’", "du", "des", "do", "da", "dos", "das", "del", "della"]
  private static let articles: Set<String> = ["la", "l'", "l’"]

  /// Adds what it finds, and marks its tokens; gives back where they stand, by start.
  func find(into table: inout EntityTable, taken: inout [Bool]) -> [Range<Int>] {
    guard text.categories.contains(.placeNoun) || text.categories.contains(.placeTail) else { return [] }
    var features: [Range<Int>] = []
    // A town inside the name is no obstacle to it: "le château de Blois".
    var towns: Set<Int> = []
    for mention in table.mentions(of: .place) where mention.form == .name { towns.formUnion(mention.tokens) }
    let blocked = zip(taken.indices, taken).map { $1 && !towns.contains($0) }
    // "exercice Vesk Bridge": what the text calls so is no place where the name stands alone either.
    var events: Set<String> = []
    // "a-t-elle dit à Archipel Vesk": a medium that the text names.
    var houses: Set<String> = []
    for draft in table.drafts where draft.kind == .organisation && draft.type == "media" { houses.insert(draft.name) }
    for match in text.matches(of: [.placeNoun, .placeTail])
    where !taken[match.tokens.lowerBound]
      && match.tokens.lowerBound >= features.last?.upperBound ?? 0
    {
      let found = match.category == .placeNoun ? named(match, blocked) : tailed(match, blocked)
      guard let found, !found.contains(where: { blocked[$0] }), !isTitle(found) else { continue }
      let name = text.source(tokens: found)
      if houses.contains(name) { continue }
      if match.category == .placeTail {
        if isEvent(found) { events.insert(name) }
        if events.contains(name) { continue }
      }
      features.append(found)
      table.mention(
        table.number(
          EntityDraft(id: EntityID.make(.place, name), kind: .place, name: name, type: text.entry(match).value(0))),
        found)
      for token in found { taken[token] = true }
    }
    return features
  }

  private func named(_ noun: LexiconMatch, _ taken: [Bool]) -> Range<Int>? {
    guard !text.tokens[noun.tokens.lowerBound].flags.contains(.allCaps),
      let number = text.sentence(ofToken: noun.tokens.lowerBound)
    else { return nil }
    let bound = text.sentences[number].tokens.upperBound
    let use = text.entry(noun).value(1)
    var start = noun.tokens.upperBound
    var isLinked = false
    var hasArticle = false
    if start < bound, Self.linkers.contains(text.source(text.tokens[start].bytes)) {
      isLinked = true
      hasArticle = text.tokens[start].length == 3 || text.source(text.tokens[start].bytes) == "du"
      start += 1
      if start < bound, Self.articles.contains(text.source(text.tokens[start].bytes)) {
        hasArticle = true
        start += 1
      }
    }
    switch use {
    case "direct" where isLinked, "linked" where !isLinked: return nil
    case "article" where isLinked && (!hasArticle || isPart(noun.tokens.lowerBound)): return nil
    case "of" where !isLinked || !hasArticle: return nil
    case "capital" where isLinked || !text.tokens[noun.tokens.lowerBound].flags.contains(.capitalised): return nil
    default: break
    }
    guard start < bound, let end = name(from: start, to: min(bound, start + Self.longest), taken),
      isOpen(start, isLinked, hasArticle)
    else { return nil }
    return withSize(noun.tokens.lowerBound)..<end
  }

  /// "le ravitailleur « Fort Vesk »": what marks enclose is a ship or a work.
  private func isTitle(_ tokens: Range<Int>) -> Bool {
    guard tokens.lowerBound > 0, tokens.upperBound < text.tokens.count else { return false }
    let (before, after) = (text.tokens[tokens.lowerBound - 1], text.tokens[tokens.upperBound])
    return before.kind == .punctuation && after.kind == .punctuation
      && (before.value == Punctuation.openQuote || before.value == Punctuation.straightQuote)
      && (after.value == Punctuation.closeQuote || after.value == Punctuation.straightQuote)
  }

  private static let naming: Set<String> = [
    "dénommé", "dénommée", "nommé", "nommée", "baptisé", "baptisée", "appelé", "appelée", "intitulé", "intitulée",
  ]

  /// "l'exercice Vesk Bridge", "L'exercice, dénommé Vesk Bridge,"
  private func isEvent(_ tail: Range<Int>) -> Bool {
    let before = tail.lowerBound - 1
    guard before >= 0, text.tokens[before].kind == .word else { return false }
    return text.match(.eventName, at: before) != nil || text.match(.eventNoun, at: before) != nil
      || Self.naming.contains(text.source(text.tokens[before].bytes))
  }

  private static let sizes: Set<String> = [
    "Grand", "Grande", "Petit", "Petite", "Vieux", "Vieille", "Haut", "Haute", "Nouveau", "Nouvelle",
  ]

  /// "le Grand barrage de Vesk": the adjective with a capital belongs to the name.
  private func withSize(_ noun: Int) -> Int {
    guard noun > 0, text.tokens[noun - 1].flags.contains(.capitalised),
      Self.sizes.contains(text.source(text.tokens[noun - 1].bytes))
    else { return noun }
    return noun - 1
  }

  /// "la place de l'Europe dans le monde": the part that somebody plays.
  private func isPart(_ noun: Int) -> Bool {
    guard noun > 0, text.match(.sayDeterminer, at: noun - 1) != nil else { return false }
    return noun == 1 || !["sur", "par", "vers"].contains(text.source(text.tokens[noun - 2].bytes))
  }

  /// Whether a name may begin here: no country, no organisation of the lexicon, nobody with a civility.
  private func isOpen(_ token: Int, _ isLinked: Bool, _ hasArticle: Bool) -> Bool {
    // "le piton Sainte-Vesk"
    let isSaint = token + 1 < text.tokens.count && text.tokens[token + 1].flags.contains(.afterHyphen)
    guard isSaint || text.match(.eventName, at: token) == nil, text.match(.dateMonth, at: token) == nil else {
      return false
    }
    // "le barrage de la Renaissance" is called like a party.
    if let house = text.match(.organisation, at: token), !hasArticle || text.entry(house).value(1) != "party" {
      return false
    }
    if text.match(.role, at: token) != nil { return false }
    return isLinked ? text.match(.country, at: token) == nil : text.match(.countryAdjective, at: token) == nil
  }

  /// The end of the words with capitals from a token on.
  private func name(from start: Int, to bound: Int, _ taken: [Bool]) -> Int? {
    var token = start
    while token < bound {
      let word = text.tokens[token]
      guard word.kind == .word, !taken[token],
        text.match(.civility, at: token) == nil || word.flags.contains(.afterHyphen)
      else { break }
      if word.flags.contains(.capitalised), word.flags.contains(.latin) {
        guard !word.flags.contains(.elided) else { break }
        token += 1
      } else if token > start, word.flags.contains(.afterHyphen) {
        token += 1
      } else if token > start, token + 1 < bound, text.source(word.bytes) == "les",
        text.tokens[token + 1].flags.contains(.capitalised)
      {
        // "Vesk les Bains"
        token += 2
      } else if token > start, token + 1 < bound, Self.linkers.contains(text.source(word.bytes)),
        text.tokens[token + 1].kind == .word, text.tokens[token + 1].flags.contains(.capitalised),
        token == start + 1, text.tokens[token].length <= 3
      {
        token += 2
      } else {
        break
      }
    }
    guard token > start, text.tokens[start].length > 1 || token > start + 1 else { return nil }
    return token
  }

  /// "Vesk Arena"
  private func tailed(_ tail: LexiconMatch, _ taken: [Bool]) -> Range<Int>? {
    guard let number = text.sentence(ofToken: tail.tokens.lowerBound) else { return nil }
    let opening = text.sentences[number].tokens.lowerBound
    var start = tail.tokens.lowerBound
    while start > opening, start > tail.tokens.lowerBound - 3, isName(start - 1, taken, text.entry(tail).value(0)) {
      start -= 1
    }
    guard start < tail.tokens.lowerBound else { return nil }
    if tail.tokens.upperBound < text.tokens.count {
      let next = text.tokens[tail.tokens.upperBound]
      guard next.kind != .word || !next.flags.contains(.capitalised) else { return nil }
    }
    return start..<tail.tokens.upperBound
  }

  private func isName(_ token: Int, _ taken: [Bool], _ type: String) -> Bool {
    let word = text.tokens[token]
    return word.kind == .word && word.flags.contains(.capitalised) && word.flags.contains(.latin) && !taken[token]
      && !word.flags.contains(.elided) && text.match(.nameLinker, at: token) == nil
      && text.match(.clauseWord, at: token) == nil && text.match(.sayPreposition, at: token) == nil
      && (type == "building" || text.match(.givenName, at: token) == nil) && text.match(.civility, at: token) == nil
      && text.match(.role, at: token) == nil && text.match(.sayDeterminer, at: token) == nil
  }
}
