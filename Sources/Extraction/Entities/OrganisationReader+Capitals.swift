/// Nouns whose capital inside a sentence makes a name of them: with one adjective, or alone.
extension OrganisationReader {
  private static let territories: Set<String> = ["Région", "Département", "Métropole", "Collectivité"]

  /// "le Conseil national", "la Région": several words that name a house, or one that names the council of a territory.
  func isWhole(_ head: LexiconMatch, _ need: String) -> Bool {
    let first = head.tokens.lowerBound
    if text.tokens[first].flags.contains(.allCaps) { return false }
    if head.tokens.count > 1 { return ["name", "formal", "acronym"].contains(need) && isLed(first) }
    return isLed(first) && Self.territories.contains(text.source(text.tokens[first].bytes))
      && !isFollowedByName(head.tokens.upperBound)
  }

  /// A definite article, or "de", stands before it.
  func isLed(_ first: Int) -> Bool {
    guard first > 0 else { return false }
    return text.match(.sayDeterminer, at: first - 1) != nil && text.match(.sayIndefinite, at: first - 1) == nil
      || ["du", "au", "de", "d'", "d’"].contains(text.source(text.tokens[first - 1].bytes))
  }

  private func isFollowedByName(_ next: Int) -> Bool {
    next < text.tokens.count && text.tokens[next].kind == .word && text.tokens[next].flags.contains(.capitalised)
  }

  /// Endings of the adjectives that names have.
  private static let endings = [
    "al", "ale", "el", "elle", "ien", "ienne", "ois", "oise", "eur", "eure", "eux", "ier", "ière", "if", "aire", "ole",
    "ique", "in", "ine", "an", "ane", "é", "ée", "able", "ible", "ain", "aine", "esque", "uel", "ais", "aise",
  ]

  /// "le Parti constitutionnel", "la Cour supérieure": nothing but one adjective, which no object follows.
  func isQuality(_ rest: Range<Int>) -> Bool {
    guard rest.count == 1, let adjective = rest.first else { return false }
    let word = text.tokens[adjective]
    guard word.kind == .word, !word.flags.contains(.capitalised), word.length > 4, !word.flags.contains(.elided),
      text.match(.clauseWord, at: adjective) == nil, text.match(.nameLinker, at: adjective) == nil,
      text.match(.sayVerb, at: adjective) == nil, text.match(.eventVerb, at: adjective) == nil,
      text.match(.speechVerb, at: adjective) == nil, text.match(.sayAuxiliary, at: adjective) == nil,
      Self.endings.contains(where: { text.bytes[word.bytes].suffix($0.utf8.count).elementsEqual($0.utf8) })
    else { return false }
    let next = rest.upperBound
    guard next < text.tokens.count, text.tokens[next].kind == .word else { return true }
    return text.match(.sayDeterminer, at: next) == nil && text.match(.sayIndefinite, at: next) == nil
  }
}
