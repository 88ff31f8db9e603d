/// Committees of a parliament, whose fields are written small: "commission de la défense nationale et des forces armées".
///
///     committee = "commission" field {"," field} ["et" field] ["de" parliament]
///     field     = "de" noun [adjective]
///
/// Two fields at least, or a parliament, make a name.
extension OrganisationReader {
  private static let mostFields = 5

  func committee(_ head: LexiconMatch, bound: Int) -> Range<Int>? {
    let first = head.tokens.lowerBound
    guard head.tokens.count == 1, text.tokens[first].length == 10,
      text.source(text.tokens[first].bytes).lowercased() == "commission",
      var end = field(after: head.tokens.upperBound, bound: bound)
    else { return nil }
    var fields = 1
    var isJoined = false
    while fields < Self.mostFields, end + 1 < bound, !isJoined {
      let isComma = text.tokens[end].kind == .punctuation && text.tokens[end].value == Punctuation.comma
      isJoined = text.tokens[end].kind == .word && isAnd(end)
      guard isComma || isJoined, let next = field(after: end + 1, bound: bound) else { break }
      end = next
      fields += 1
    }
    if let owner = afterLinkers(end, bound: bound), owner > end, isOrganisation(owner) {
      return first..<longest(owner)
    }
    if fields == 1, isStanding(first, end) { return first..<end }
    // A list that does not end is one of other things.
    return fields > 1 && isJoined ? first..<end : nil
  }

  private static let standing: Set<String> = [
    "affaires", "finances", "lois", "défense", "budget", "développement",
  ]

  /// "la commission des affaires sociales": one field that every parliament has a committee for.
  private func isStanding(_ first: Int, _ end: Int) -> Bool {
    guard first > 0, text.match(.sayDeterminer, at: first - 1) != nil, text.match(.sayIndefinite, at: first - 1) == nil,
      let field = (first + 1..<end).first(where: { text.match(.nameLinker, at: $0) == nil })
    else { return false }
    let noun = text.source(text.tokens[field].bytes)
    return Self.standing.contains(noun) && (end > field + 1 || noun != "affaires" && noun != "développement")
  }

  /// The end of "de la défense nationale", in small letters.
  private func field(after token: Int, bound: Int) -> Int? {
    guard token < bound, let noun = afterLinkers(token, bound: bound), noun > token,
      ["de", "du", "des", "d'", "d’"].contains(text.source(text.tokens[token].bytes)),
      text.match(.country, at: noun) == nil, !isOrganisation(noun)
    else { return nil }
    let next = noun + 1
    let isAdjective =
      next < bound
      && (text.match(.fieldAdjective, at: next) != nil || text.match(.forceAdjective, at: next) != nil
        || isArmed(next))
    return isAdjective ? next + 1 : next
  }

  /// "forces armées", "affaires étrangères": a participle or adjective in the plural after a plural.
  private func isArmed(_ token: Int) -> Bool {
    text.tokens[token].kind == .word && text.tokens[token].length > 4 && isPluralWord(token)
      && isPluralWord(token - 1) && text.match(.sayVerb, at: token) == nil
      && text.match(.clauseWord, at: token) == nil
  }
}
