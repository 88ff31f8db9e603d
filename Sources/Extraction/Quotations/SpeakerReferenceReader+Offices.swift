internal import EntenteSchema

/// Offices and nouns that stand for somebody: "la ministre", "le chef militaire de l'Alliance".
extension SpeakerReferenceReader {
  func described() -> [(Range<Int>, SpeakerReference.Referent)] {
    var holders: [Int: Int] = [:]
    for number in entities.indices {
      for role in entities[number].roles {
        if let bytes = role.source?.bytes(of: documentID) { holders[bytes.lowerBound] = number }
      }
    }
    return RoleReader(text: text).roles(withPlurals: true).filter { !isAdjective($0) }.map { role in
      if let holder = holders[text.tokens[role.tokens.lowerBound].bytes.lowerBound], !isNextSubject(role.tokens) {
        return (role.tokens, .entity(holder))
      }
      var before = role.tokens.lowerBound - 1
      while before > 0, text.match(.formerWord, at: before) != nil || text.match(.roleAdjective, at: before) != nil {
        before -= 1
      }
      if before >= 0, text.match(.sayIndefinite, at: before) != nil || role.isPlural { return (role.tokens, .nobody) }
      // "ce fils de pêcheurs" is whoever was spoken of.
      if before >= 0, ["ce", "cet", "cette"].contains(text.source(text.tokens[before].bytes)) {
        let gender = text.match(.sayDeterminer, at: before).map { text.entry($0).value(0) } ?? ""
        return (
          role.tokens, .description(.init(head: "", gender: gender, country: country(role.tokens), isShort: true))
        )
      }
      if role.head.count == 1, let partner = partner(role.head.lowerBound) { return (role.tokens, partner) }
      if isKin(role.head.lowerBound) || opensBare(role.tokens) { return (role.tokens, .nobody) }
      let determiner = before >= 0 ? text.match(.sayDeterminer, at: before).map { text.entry($0).value(0) } : nil
      let stated = determiner ?? ""
      let noun = role.gender == "both" ? (isFeminine(role.head) ? "f" : "") : role.gender
      let gender = stated.isEmpty ? noun : stated
      return (
        role.tokens,
        .description(
          .init(
            head: OfficeHolders.plain(text.source(tokens: head(role))), gender: gender, country: country(role.tokens),
            house: house(role.tokens),
            isShort: (role.tokens.count <= role.head.count + 1 || isChampion(role.head))
              && !hasOwner(role.tokens.upperBound)
              && !isOfAnother(before, role.head.lowerBound)))
      )
    }
  }

  /// "Candidat malheureux, le Vannetais X ira en appel": an office without an article is that of the subject that follows.
  private func opensBare(_ office: Range<Int>) -> Bool {
    guard text.tokens[office.lowerBound].flags.contains(.capitalised),
      let number = text.sentence(ofToken: office.lowerBound),
      text.sentences[number].tokens.lowerBound == office.lowerBound
    else { return false }
    return text.sentences[number].tokens.prefix(14).contains {
      text.tokens[$0].kind == .punctuation && text.tokens[$0].value == Punctuation.comma
    }
  }

  /// "l'avocate": the ending tells what the article does not.
  func isFeminine(_ head: Range<Int>) -> Bool {
    text.source(tokens: head).hasSuffix("cate")
  }

  /// "le chef militaire de l'Alliance" is no other chief.
  func head(_ role: StatedRole) -> Range<Int> {
    let next = role.head.upperBound
    guard role.head.count == 1, role.tokens.contains(next), text.tokens[next].kind == .word,
      ["chef", "cheffe"].contains(text.source(tokens: role.head).lowercased()),
      text.match(.nameLinker, at: next) == nil, text.match(.countryAdjective, at: next) == nil
    else { return role.head }
    return role.head.lowerBound..<next + 1
  }

  /// "son frère": one who is somebody to another, and has no name here.
  private func isKin(_ token: Int) -> Bool {
    text.match(.role, at: token).map { text.entry($0).values.contains("kin") } ?? false
  }

  /// "une enquête policière": a noun in small letters stands right before it.
  private func isAdjective(_ role: StatedRole) -> Bool {
    let before = role.tokens.lowerBound - 1
    guard before >= 0, role.head.count == 1, text.tokens[before].kind == .word, text.tokens[before].length > 3,
      !text.tokens[before].flags.contains(.capitalised), text.tokens[before].word == .unknown,
      // "le nouveau président"
      text.match(.roleAdjective, at: before) == nil, text.match(.formerWord, at: before) == nil
    else { return false }
    return !text.tokens[role.tokens.lowerBound].flags.contains(.capitalised)
  }

  /// "En présence de X, le général a dit": no apposition, but who does something next.
  private func isNextSubject(_ role: Range<Int>) -> Bool {
    var article = role.lowerBound - 1
    // "l'ancienne trésorière", "le nouveau président"
    while article > 2, article > role.lowerBound - 3, text.tokens[article].kind == .word,
      text.match(.sayDeterminer, at: article) == nil
    {
      article -= 1
    }
    guard article > 1, role.upperBound < text.tokens.count,
      text.match(.sayDeterminer, at: article) != nil,
      text.tokens[article - 1].kind == .punctuation,
      text.tokens[article - 1].value == Punctuation.comma
    else { return false }
    return text.match(.sayAuxiliary, at: role.upperBound) != nil || text.match(.sayVerb, at: role.upperBound) != nil
      || text.match(.sayFiller, at: role.upperBound) != nil
  }

  /// "l'avocat de X": who serves somebody is not whoever was spoken of.
  func hasOwner(_ token: Int) -> Bool {
    guard token + 1 < text.tokens.count, text.tokens[token].kind == .word,
      ["de", "d'", "d’"].contains(text.source(text.tokens[token].bytes))
    else { return false }
    return text.tokens[token + 1].flags.contains(.capitalised)
  }

  /// "la championne du monde": what is won says nothing more of her.
  private func isChampion(_ head: Range<Int>) -> Bool { text.source(tokens: head).hasPrefix("champion") }

  /// "mon prédécesseur", "son entraîneur": the office of somebody beside whoever was spoken of.
  private func isOfAnother(_ before: Int, _ office: Int) -> Bool {
    guard before >= 0 else { return false }
    let owner = text.source(text.tokens[before].bytes).lowercased()
    if ["mon", "ma", "mes", "notre", "nos", "votre", "vos"].contains(owner) { return true }
    // "son homologue" is told apart from whoever was spoken of where it is resolved.
    let isOther = text.match(.role, at: office).map { text.entry($0).values.contains("other") } ?? false
    return ["son", "sa", "leur"].contains(owner) && !isOther
  }

  /// "Le mari de X, un pêcheur": what is said of him is not said of X.
  func isAnothers(_ index: Int, _ references: [SpeakerReference]) -> Bool {
    let (name, office) = (references[index - 1], references[index])
    guard case .entity(let one) = name.referent, case .entity(one) = office.referent, name.isGoverned,
      name.tokens.upperBound + 2 == office.tokens.lowerBound, name.tokens.lowerBound > 2,
      text.tokens[name.tokens.upperBound].value == Punctuation.comma,
      text.match(.sayIndefinite, at: name.tokens.upperBound + 1) != nil,
      let linker = text.match(.nameLinker, at: name.tokens.lowerBound - 1), linker.tokens.count == 1
    else { return false }
    let noun = name.tokens.lowerBound - 2
    return text.tokens[noun].kind == .word && !text.tokens[noun].flags.contains(.capitalised)
      && text.match(.sayDeterminer, at: noun - 1) != nil && isSubject(noun - 1)
  }

  /// An article that opens a sentence or a clause.
  func isSubject(_ article: Int) -> Bool {
    article == 0 || text.tokens[article - 1].kind == .punctuation
      || text.sentence(ofToken: article).map { text.sentences[$0].tokens.lowerBound == article } ?? false
  }

  /// The country that an office names: "son homologue japonais".
  func country(_ tokens: Range<Int>) -> String {
    for token in tokens {
      if let match = text.match(.countryAdjective, at: token) {
        return "country/\(text.entry(match).value(0).lowercased())"
      }
    }
    return ""
  }

  /// The organisation that an office names: "la responsable de l'OTAN".
  func house(_ tokens: Range<Int>) -> String {
    for token in tokens {
      if let match = text.match(.organisation, at: token), !text.entry(match).value(2).hasPrefix("*") {
        return EntityID.make(.organisation, Gazetteer.plain(text.entry(match).forms[0]))
      }
    }
    return ""
  }
}
