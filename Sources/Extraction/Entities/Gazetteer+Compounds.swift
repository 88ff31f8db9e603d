/// Places whose names hyphens join: a part of one is no place of its own.
extension Gazetteer {
  private static let places: CategorySet = [.capital, .city, .town, .province, .region]

  /// Small words that hyphens join in the name of a town.
  static let joints: Set<String> = [
    "en", "sur", "sous", "lès", "lez", "les", "de", "du", "des", "la", "le", "aux", "au", "à", "près", "devant", "d'",
    "d’", "l'", "l’",
  ]

  /// "Provence" in "Aix-en-Provence", "Seine" in "Seine-Saint-Denis".
  func isPartOfPlace(_ match: LexiconMatch, _ wholeEnd: Int) -> Bool {
    let (first, next) = (match.tokens.lowerBound, match.tokens.upperBound)
    guard Self.places.contains(match.category) else { return false }
    if next <= wholeEnd { return true }
    if text.tokens[first].flags.contains(.afterHyphen), first > 1, isJoint(inName: first - 1) { return true }
    return next + 1 < text.tokens.count && isJoint(inName: next)
      && text.tokens[next + 1].flags.contains([.afterHyphen, .capitalised])
  }

  /// "-en-", "-sur-": a small word between hyphens.
  func isJoint(inName token: Int) -> Bool {
    text.tokens[token].flags.contains(.afterHyphen) && !text.tokens[token].flags.contains(.capitalised)
      && Self.joints.contains(text.source(text.tokens[token].bytes))
  }

  /// A town or region whose words hyphens join.
  func isCompound(_ match: LexiconMatch) -> Bool {
    guard match.category == .town || match.category == .province, match.tokens.count > 1 else { return false }
    return match.tokens.dropFirst().allSatisfy { text.tokens[$0].flags.contains(.afterHyphen) }
  }
}
