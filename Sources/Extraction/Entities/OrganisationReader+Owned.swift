/// Houses in small letters that are told by whose they are or by what they are for: those of an alliance, ministries of
/// several fields.
extension OrganisationReader {
  private static let allied: Set<String> = ["centre", "division", "école", "groupe", "collège", "académie"]

  /// "groupe permanent de lutte contre les mines de l'OTAN", "division spatiale de l'OTAN": a house of an alliance by what it
  /// is for, in small letters.
  func allied(_ head: LexiconMatch, bound: Int) -> Range<Int>? {
    let first = head.tokens.lowerBound
    guard first > 0, head.tokens.count == 1, Self.allied.contains(text.source(text.tokens[first].bytes).lowercased()),
      text.match(.sayIndefinite, at: first - 1) == nil,
      text.match(.sayDeterminer, at: first - 1) != nil || text.tokens[first - 1].flags.contains(.ordinal)
        || ["du", "au"].contains(text.source(text.tokens[first - 1].bytes))
    else { return nil }
    var token = head.tokens.upperBound
    if text.tokens[first].flags.contains(.capitalised), let end = purpose(after: token, bound: bound) {
      return first..<end
    }
    // "groupe de soldats de l'OTAN" is none.
    if text.source(text.tokens[first].bytes).lowercased() != "centre", token < bound,
      text.match(.nameLinker, at: token) != nil
    {
      return nil
    }
    while token + 2 < bound, text.tokens[token].kind == .word {
      if token > head.tokens.upperBound, text.tokens[token + 1].flags.contains(.elided),
        text.source(text.tokens[token].bytes) == "de", text.tokens[token + 2].flags.contains(.capitalised)
      {
        guard let owner = text.match(.organisation, at: token + 2), text.entry(owner).value(1) == "alliance",
          isLed(first) || text.tokens[first - 1].flags.contains(.ordinal)
        else { return nil }
        return (text.tokens[first - 1].flags.contains(.ordinal) ? first - 1 : first)..<owner.tokens.upperBound
      }
      if text.tokens[token].flags.contains(.afterHyphen) || text.tokens[token + 1].flags.contains(.afterHyphen) {
        token += 1
        continue
      }
      let isLinker = text.match(.nameLinker, at: token) != nil || text.match(.sayPreposition, at: token) != nil
      guard !text.tokens[token].flags.contains(.capitalised) || token == head.tokens.upperBound,
        isLinker
          || text.match(.clauseWord, at: token) == nil && text.match(.sayAuxiliary, at: token) == nil
            && text.match(.organisationHead, at: token) == nil && !text.isPastTense(token) && !text.isFuture(token)
            && (text.match(.sayVerb, at: token) == nil || text.match(.nameLinker, at: token - 1) != nil)
      else { return nil }
      token += 1
    }
    return nil
  }

  /// "Centre de l'OTAN pour la maîtrise des armements": what a house is for, behind whose it is.
  private func purpose(after linker: Int, bound: Int) -> Int? {
    guard linker + 5 < bound, text.source(text.tokens[linker].bytes) == "de",
      text.tokens[linker + 1].flags.contains(.elided),
      let owner = text.match(.organisation, at: linker + 2), text.entry(owner).value(1) == "alliance"
    else { return nil }
    let aim = owner.tokens.upperBound
    guard aim + 2 < bound, text.source(text.tokens[aim].bytes) == "pour",
      text.match(.sayDeterminer, at: aim + 1) != nil, isField(aim + 2)
    else { return nil }
    var end = aim + 3
    while end + 1 < bound, ["de", "des", "du", "d'", "d’"].contains(text.source(text.tokens[end].bytes)),
      isField(end + 1)
    {
      end += 2
    }
    return end
  }

  private func isField(_ token: Int) -> Bool {
    text.tokens[token].kind == .word && !text.tokens[token].flags.contains(.capitalised)
      && text.tokens[token].length > 3
  }

  private static let departments: Set<String> = [
    "armées", "affaires", "finances", "transports", "sports", "anciens", "femmes", "droits", "intérieur", "défense",
    "justice", "santé", "éducation", "culture", "agriculture", "économie", "travail", "environnement", "énergie",
    "commerce",
    "industrie", "tourisme", "recherche", "enseignement", "logement", "pêche", "outre-mer", "transition", "écologie",
    "jeunesse", "solidarités", "numérique", "sciences",
  ]

  /// "ministère des armées et des anciens combattants": fields in small letters, two at least.
  func department(_ head: LexiconMatch, bound: Int) -> Range<Int>? {
    guard text.entry(head).value(0) == "ministry", head.tokens.upperBound + 1 < bound,
      var end = department(at: head.tokens.upperBound, bound: bound), end + 1 < bound, isAnd(end),
      let second = department(at: end + 1, bound: bound)
    else { return nil }
    end = second
    return head.tokens.lowerBound..<end
  }

  private func department(at linker: Int, bound: Int) -> Int? {
    guard linker + 1 < bound, ["de", "du", "des", "d'", "d’"].contains(text.source(text.tokens[linker].bytes)),
      let noun = afterLinkers(linker, bound: bound), noun > linker,
      Self.departments.contains(text.source(text.tokens[noun].bytes))
    else { return nil }
    let next = noun + 1
    guard next < bound, text.tokens[next].kind == .word, !text.tokens[next].flags.contains(.capitalised),
      text.match(.fieldAdjective, at: next) != nil || agreesInNumber(noun, next)
    else { return next }
    return next + 1
  }

  /// "anciens combattants", "affaires étrangères"
  private func agreesInNumber(_ noun: Int, _ next: Int) -> Bool {
    isPluralWord(noun) && isPluralWord(next) && text.tokens[next].length > 4 && text.match(.sayVerb, at: next) == nil
      && text.match(.clauseWord, at: next) == nil && text.match(.nameLinker, at: next) == nil
  }
}
