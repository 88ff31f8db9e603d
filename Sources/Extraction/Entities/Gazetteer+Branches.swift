/// Known names inside longer ones: of people, of other houses, of their own branches.
extension Gazetteer {
  /// "Lili Bayer", "Delcourt-Nguyen", "le destroyer Asahi": one word that is part of another name.
  func isPartOfOther(_ match: LexiconMatch) -> Bool {
    let (first, next) = (match.tokens.lowerBound, match.tokens.upperBound)
    guard match.tokens.count == 1 else { return false }
    // "la MRC de Vesk": the letters are the noun of another name.
    if text.tokens[first].flags.contains(.allCaps), text.match(.organisationHead, at: first) != nil,
      next + 1 < text.tokens.count, ["de", "d'", "d’", "des", "du"].contains(text.source(text.tokens[next].bytes)),
      text.tokens[next + 1].flags.contains(.capitalised)
    {
      return true
    }
    // "SNUipp-FSU": the end of another's name.
    if first > 0, text.tokens[first].flags.contains([.allCaps, .afterHyphen]),
      text.tokens[first - 1].flags.contains(.capitalised), text.match(.organisation, at: first - 1) == nil
    {
      return true
    }
    // "Écolo-Vesk": the second of two parties that sit together.
    if first > 0, text.tokens[first].flags.contains(.afterHyphen), isParty(first), isParty(first - 1) { return true }
    // "AP-HP"
    if text.tokens[first].flags.contains(.allCaps) {
      return next < text.tokens.count && text.tokens[next].flags.contains([.afterHyphen, .allCaps])
        && text.tokens[first].length < 4 && text.tokens[next].length < 4 && text.matches(at: next).isEmpty
    }
    if isPartOfPerson(match.tokens) { return true }
    if next < text.tokens.count, text.tokens[next].flags.contains([.afterHyphen, .capitalised]) { return true }
    guard first > 0, text.tokens[first - 1].kind == .word else { return false }
    let before = text.tokens[first - 1]
    if text.match(.eventName, at: first - 1) != nil || text.match(.civility, at: first - 1) != nil { return true }
    return before.flags.contains(.capitalised) && before.flags.contains(.latin) && !before.flags.contains(.elided)
      && !before.flags.contains(.allCaps) && before.word == .unknown
  }

  private func isParty(_ token: Int) -> Bool {
    text.match(.organisation, at: token).map { text.entry($0).value(1) } == "party"
  }

  /// "Agence nationale de sécurité du médicament (ANSM)": a known name begins one whose acronym is another.
  func isHeadOfOther(_ match: LexiconMatch, acronym: String) -> Bool {
    let next = match.tokens.upperBound
    guard match.tokens.count > 1, next + 3 < text.tokens.count, text.match(.nameLinker, at: next) != nil,
      let open = (next + 1..<min(next + 9, text.tokens.count - 2)).first(where: { text.tokens[$0].kind != .word }),
      text.tokens[open].value == Punctuation.openParenthesis,
      text.tokens[open + 2].kind == .punctuation, text.tokens[open + 2].value == Punctuation.closeParenthesis
    else { return false }
    let reader = OrganisationReader(text: text)
    return reader.isAcronym(text.tokens[open + 1]) && text.source(text.tokens[open + 1].bytes) != acronym
      && (reader.spells(match.tokens.lowerBound..<open, text.tokens[open + 1], whole: true)
        || reader.abbreviates(match.tokens.lowerBound..<open, text.tokens[open + 1]))
  }

  /// "l'Institut français des relations euro-asiatiques": a known name begins one that goes on with a field.
  func goesOn(_ match: LexiconMatch) -> Bool {
    let next = match.tokens.upperBound
    guard match.tokens.count > 1, next + 2 < text.tokens.count,
      text.match(.organisationHead, at: match.tokens.lowerBound) != nil,
      !text.tokens[next - 1].flags.contains(.capitalised), text.source(text.tokens[next].bytes) == "des"
    else { return false }
    let (noun, adjective) = (text.tokens[next + 1], text.tokens[next + 2])
    return isPlural(noun) && isPlural(adjective)
  }

  private func isPlural(_ word: TextToken) -> Bool {
    word.kind == .word && !word.flags.contains(.capitalised) && word.length > 4
      && text.bytes[word.bytes].last.map { $0 == UInt8(ascii: "s") || $0 == UInt8(ascii: "x") } ?? false
  }

  private static let branches = 4

  /// "Toyota Motor Vesk", "CGT Énergie", "École normale supérieure de Lyon": where the name of a part of it ends.
  func furtherEnd(_ match: LexiconMatch) -> Int? {
    let entry = text.entry(match)
    let next = match.tokens.upperBound
    guard next < text.tokens.count else { return nil }
    switch entry.value(1) {
    case "company", "ngo", "union":
      // "CGT Énergie", "ONU Femmes", but no name that is written out.
      if entry.value(1) == "union", match.tokens.count > 1 || !text.tokens[next - 1].flags.contains(.allCaps) {
        return nil
      }
      var end = next
      let reader = OrganisationReader(text: text)
      while end < text.tokens.count, end < next + Self.branches, reader.mayGoOn(end),
        text.tokens[end].flags.contains(.afterSpace)
      {
        end += 1
      }
      return end > next && text.sentence(ofToken: next) == text.sentence(ofToken: next - 1) ? end : nil
    case "university", "college":
      guard next + 1 < text.tokens.count, ["de", "d'", "d’"].contains(text.source(text.tokens[next].bytes)),
        text.tokens[next + 1].flags.contains(.capitalised),
        let town = text.match(.city, at: next + 1) ?? text.match(.capital, at: next + 1)
          ?? text.match(.town, at: next + 1)
      else { return nil }
      return town.tokens.upperBound
    default: return instituteEnd(match)
    }
  }

  /// "Institut Pasteur de Dakar", "Institut Pasteur de la Guyane": where a house of the same name works.
  private func instituteEnd(_ match: LexiconMatch) -> Int? {
    let next = match.tokens.upperBound
    guard match.tokens.count > 1, next + 2 < text.tokens.count,
      ["Institut", "Alliance"].contains(text.source(text.tokens[match.tokens.lowerBound].bytes)),
      ["de", "d'", "d’", "du"].contains(text.source(text.tokens[next].bytes))
    else { return nil }
    let name = text.match(.sayDeterminer, at: next + 1) != nil ? next + 2 : next + 1
    guard text.tokens[name].flags.contains(.capitalised) else { return nil }
    for category in [LexiconCategory.city, .capital, .town, .country, .region, .province] {
      if let place = text.match(category, at: name) { return place.tokens.upperBound }
    }
    return nil
  }
}
