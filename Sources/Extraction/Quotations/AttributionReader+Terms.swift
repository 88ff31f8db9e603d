/// Terms between marks: what somebody is called, what a question was about, a label that is refused. Whoever does something
/// with them has not said them.
extension AttributionReader {
  /// "X, surnommé « le Vieux », a souri", "Interrogé sur une « trahison », X", "X refuse l'étiquette de « traître »".
  func isTerm(_ pair: QuotationPair, from start: Int) -> Bool {
    let before = pair.open - 1
    guard before > start, text.tokens[before].kind == .word else { return false }
    let word = text.source(text.tokens[before].bytes)
    if Self.naming.contains(where: { word.hasPrefix($0) }) { return true }
    return opensAsked(start, pair) || isLabel(endingAt: before, from: start)
  }

  private static let naming = ["surnomm", "baptis", "rebaptis", "dénomm"]

  /// "Interrogé sur une « trahison », X": a participle of asking opens the sentence, and no comma stands before the words.
  private func opensAsked(_ start: Int, _ pair: QuotationPair) -> Bool {
    guard text.tokens[start].flags.contains(.capitalised),
      !(start..<pair.open).contains(where: { text.tokens[$0].kind == .punctuation })
    else { return false }
    let word = text.source(text.tokens[start].bytes)
    return ["Interrogé", "Questionné", "Relancé", "Interpellé"].contains { word.hasPrefix($0) }
  }

  /// "refuse le mot de", "à l'évocation d'une": a noun for words that are told of, behind what somebody does to them.
  private func isLabel(endingAt last: Int, from start: Int) -> Bool {
    var linker = last
    if linker > start, text.match(.sayIndefinite, at: linker) != nil { linker -= 1 }
    guard linker - 3 >= start, ["de", "d'", "d’"].contains(text.source(text.tokens[linker].bytes)),
      text.match(.sayDeterminer, at: linker - 2) != nil
    else { return false }
    let noun = text.source(text.tokens[linker - 1].bytes)
    let before = text.source(text.tokens[linker - 3].bytes).lowercased()
    if before == "à" { return ["évocation", "mention", "idée", "perspective"].contains(noun) }
    return Self.labels.contains(noun) && Self.refusals.contains { before.hasPrefix($0) }
  }

  private static let labels: Set<String> = [
    "étiquette", "mot", "terme", "qualificatif", "expression", "accusation", "formule", "idée", "notion", "image",
    "reproche", "qualification", "slogan",
  ]
  private static let refusals = ["refus", "rejet", "récus", "réfut", "contest", "démen", "balai", "balay", "repouss"]

  /// "Le mot « trahison », lâché par X, …": where behind the words stands "par" with who used them.
  func use(behind pair: QuotationPair) -> Int? {
    let participle = pair.close + 2
    guard participle + 2 < text.tokens.count, isAfterComma(participle),
      text.source(text.tokens[participle + 1].bytes) == "par"
    else { return nil }
    let word = text.source(text.tokens[participle].bytes)
    return Self.uses.contains { word.hasPrefix($0) } ? participle + 1 : nil
  }

  private static let uses = [
    "lâché", "lancé", "prononcé", "employé", "utilisé", "forgé", "martelé", "scandé", "répété", "asséné", "glissé",
  ]
}
