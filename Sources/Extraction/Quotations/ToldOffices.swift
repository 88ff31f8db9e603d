internal import EntenteSchema

/// Offices that a text states without a role beside the name: "Me X" is a lawyer, the ship "que commande X" has a commander,
/// "X, soupçonné de trafic," is accused.
struct ToldOffices {
  let text: AnnotatedText
  let entities: [Entity]
  let references: [SpeakerReference]

  /// The offices, by person.
  func offices() -> [Int: [String]] {
    var found: [Int: [String]] = [:]
    for (index, reference) in references.enumerated() where !reference.isQuoted {
      guard case .entity(let person) = reference.referent, entities[person].kind == .person else { continue }
      if isLawyer(reference) { found[person, default: []] += ["avocat", "avocate"] }
      if isCommanding(reference, index) { found[person, default: []] += ["commandant", "commandante"] }
      if isAccused(reference) { found[person, default: []].append(OfficeHolders.accused) }
    }
    return found
  }

  private func word(_ token: Int) -> String {
    text.tokens.indices.contains(token) ? text.source(text.tokens[token].bytes) : ""
  }

  /// "Me X": the civility stands in the name or right before it.
  private func isLawyer(_ name: SpeakerReference) -> Bool {
    let first = name.tokens.lowerBound
    return [first - 1, first].contains { ["Me", "Maître"].contains(word($0)) }
  }

  /// "que commande le capitaine X", "commandé par X", "sous le commandement de X".
  private func isCommanding(_ name: SpeakerReference, _ index: Int) -> Bool {
    var first = name.tokens.lowerBound
    // The rank of the same person stands before the name.
    if index > 0, case .entity(let one) = references[index - 1].referent, case .entity(one) = name.referent,
      references[index - 1].tokens.upperBound == first
    {
      first = references[index - 1].tokens.lowerBound
    }
    var before = first - 1
    while before > 0, before > first - 4, text.match(.sayDeterminer, at: before) != nil { before -= 1 }
    if word(before) == "commande" { return ["que", "qu'", "qu’"].contains(word(before - 1)) }
    if word(before) == "par" { return ["commandé", "commandée"].contains(word(before - 1)) }
    return ["de", "du", "d'", "d’"].contains(word(before)) && word(before - 1) == "commandement"
      && word(before - 3) == "sous"
  }

  /// "X, soupçonné de"
  private func isAccused(_ name: SpeakerReference) -> Bool {
    let end = name.tokens.upperBound
    // "X, 67 ans, comparaît depuis lundi"
    if (end..<min(end + Self.near, text.tokens.count)).contains(where: {
      text.tokens[$0].length > 9 && ["comparaît", "comparaissait", "comparaîtra"].contains(word($0))
    }) {
      return true
    }
    if answersForOffence(end) { return true }
    guard word(end) == ",", Self.charges.contains(word(end + 1)) else { return false }
    // "mis en examen"
    return !word(end + 1).hasPrefix("mis") || word(end + 3) == "examen" || word(end + 3) == "cause"
  }

  /// "X, 67 ans, a répondu pendant neuf heures d'escroquerie"
  private func answersForOffence(_ end: Int) -> Bool {
    let near = end..<min(end + Self.near, text.tokens.count)
    guard let verb = near.first(where: { text.tokens[$0].length > 5 && word($0).hasPrefix("répond") }) else {
      return false
    }
    return (verb + 1..<min(verb + Self.near, text.tokens.count)).contains {
      ["de", "d'", "d’"].contains(word($0)) && Self.offences.contains(word($0 + 1))
    }
  }

  private static let offences: Set<String> = [
    "abus", "agression", "assassinat", "blanchiment", "complicité", "corruption", "coups", "détournement",
    "détournements", "escroquerie", "escroqueries", "favoritisme", "fraude", "harcèlement", "homicide", "meurtre",
    "meurtres", "recel", "trafic", "tromperie", "violences", "viol", "viols", "vol", "vols",
  ]

  /// Tokens behind a name in which its verb may stand.
  private static let near = 8
  private static let charges: Set<String> = [
    "accusé", "accusée", "soupçonné", "soupçonnée", "poursuivi", "poursuivie", "inculpé", "inculpée", "jugé", "jugée",
    "mis", "mise",
  ]
}
