internal import EntenteSchema

/// Finds every ``SpeakerReference`` of a document.
struct SpeakerReferenceReader {
  let text: AnnotatedText
  let documentID: String
  let entities: [Entity]

  private static let nouns: CategorySet = [.documentNoun, .saySource, .countryAdjective]

  /// By start; none inside another.
  func references(quoted pairs: [QuotationPair]) -> [SpeakerReference] {
    let outer = pairs.filter { $0.depth == 0 }
    var found = named() + described() + houses()
    found += text.matches(of: Self.nouns).compactMap { match in
      switch match.category {
      case .documentNoun: isVerb(match) ? nil : (match.tokens, .document)
      case .saySource: isVerb(match) ? nil : (match.tokens, somebody(match))
      case .countryAdjective: inhabitant(match).map { (match.tokens, $0) }
      default: nil
      }
    }
    // The longest of those that begin together, names before offices and offices before documents.
    let sorted = found.enumerated().sorted {
      ($0.element.0.lowerBound, -$0.element.0.upperBound, $0.offset) < (
        $1.element.0.lowerBound, -$1.element.0.upperBound, $1.offset
      )
    }
    var references: [SpeakerReference] = []
    var end = 0
    var pair = 0
    for (_, (tokens, referent)) in sorted where tokens.lowerBound >= end {
      while pair < outer.count, outer[pair].close <= tokens.lowerBound { pair += 1 }
      let isQuoted = pair < outer.count && outer[pair].open < tokens.lowerBound
      var reference = SpeakerReference(
        tokens: tokens, referent: referent, isGoverned: isGoverned(tokens.lowerBound), isQuoted: isQuoted)
      if !reference.isGoverned, let last = references.last, last.isGoverned, last.isQuoted == isQuoted,
        isApposition(last, reference)
      {
        reference.isGoverned = true
      }
      references.append(reference)
      end = tokens.upperBound
    }
    for index in references.indices where isFragment(references[index]) { references[index].referent = .nobody }
    // From the last one on: "le ministre, le colonel-major X".
    for index in references.indices.dropLast().reversed() {
      if let name = name(after: index, references) { references[index].referent = name }
    }
    for index in references.indices.dropFirst() where isAnothers(index, references) {
      references[index].referent = .nobody
    }
    for index in references.indices.dropFirst() {
      if let name = name(before: index, references) ?? name(beside: index, references) {
        references[index].referent = name
      }
    }
    return references
  }

  /// "le militaire" may be who was spoken of; "une source" is nobody known.
  private func somebody(_ match: LexiconMatch) -> SpeakerReference.Referent {
    let before = match.tokens.lowerBound - 1
    if text.entry(match).value(0) == "other" { return partner(match.tokens.lowerBound) ?? .nobody }
    if text.entry(match).value(0) == "accused" { return accused(match) }
    guard text.entry(match).value(0) == "person", before >= 0, text.match(.sayIndefinite, at: before) == nil,
      let determiner = text.match(.sayDeterminer, at: before)
    else { return .nobody }
    return .description(.init(head: "", gender: text.entry(determiner).value(0), country: "", isShort: true))
  }

  /// "le prévenu": who is said to be accused.
  private func accused(_ match: LexiconMatch) -> SpeakerReference.Referent {
    let (article, next) = (match.tokens.lowerBound - 1, match.tokens.upperBound)
    guard article >= 0, ["le", "la", "l'", "l’"].contains(text.source(text.tokens[article].bytes).lowercased()),
      // "l'accusé de Bergen"
      next >= text.tokens.count || text.match(.nameLinker, at: next) == nil
    else { return .nobody }
    let isFeminine = text.source(text.tokens[match.tokens.lowerBound].bytes).hasSuffix("e")
    return .description(
      .init(head: OfficeHolders.accused, gender: isFeminine ? "f" : "m", country: "", isShort: true))
  }

  /// "son hôte", "sa visiteuse": the other one of two who meet.
  private func partner(_ noun: Int) -> SpeakerReference.Referent? {
    guard noun > 0, ["son", "sa"].contains(text.source(text.tokens[noun - 1].bytes).lowercased()),
      let match = text.match(.saySource, at: noun), text.entry(match).value(0) == "other"
    else { return nil }
    return .description(
      .init(head: "", gender: text.entry(match).value(1), country: "", isShort: true, isPartner: true))
  }

  /// "X note que": a noun has an article.
  private func isVerb(_ match: LexiconMatch) -> Bool {
    let start = match.tokens.lowerBound
    return text.match(.sayVerb, at: start) != nil && start > 0 && text.match(.sayDeterminer, at: start - 1) == nil
      && text.match(.sayIndefinite, at: start - 1) == nil
  }

  /// "une habitante, X": somebody whom the text names after all.
  private func name(after index: Int, _ references: [SpeakerReference]) -> SpeakerReference.Referent? {
    switch references[index].referent {
    case .entity, .document: return nil
    case .nobody, .description: break
    }
    if let lawyer = name(behindOwner: index, references) ?? name(behindComplement: index, references) { return lawyer }
    let next = references[index + 1]
    let gap = references[index].tokens.upperBound..<max(references[index].tokens.upperBound, next.tokens.lowerBound)
    guard case .entity(let entity) = next.referent, entities[entity].kind == .person,
      gap.isEmpty || isApposed(next, behind: gap)
    else { return nil }
    return next.referent
  }

  /// "l'avocat de X, Me Y,": who stands in apposition to one who serves somebody.
  private func name(behindOwner index: Int, _ references: [SpeakerReference]) -> SpeakerReference.Referent? {
    guard index + 2 < references.count else { return nil }
    let (office, owner, name) = (references[index], references[index + 1], references[index + 2])
    let gap = owner.tokens.upperBound..<max(owner.tokens.upperBound, name.tokens.lowerBound)
    guard owner.isGoverned, owner.tokens.lowerBound <= office.tokens.upperBound + 2,
      case .entity(let entity) = name.referent, entities[entity].kind == .person, !gap.isEmpty,
      hasOwner(office.tokens.upperBound), isApposed(name, behind: gap), name.tokens.upperBound < text.tokens.count,
      text.tokens[name.tokens.upperBound].kind == .punctuation
    else { return nil }
    return name.referent
  }

  /// "Le commandant des sous-marins de l'OTAN, le contre-amiral Y, a": who stands in apposition to an office that opens a
  /// clause, and whose verb follows.
  private func name(behindComplement index: Int, _ references: [SpeakerReference]) -> SpeakerReference.Referent? {
    let end = references[index].tokens.upperBound
    guard case .description = references[index].referent, end < text.tokens.count, text.tokens[end].kind == .word,
      text.match(.nameLinker, at: end) != nil,
      let comma = (end..<min(text.tokens.count, end + 14)).first(where: { text.tokens[$0].kind == .punctuation }),
      text.tokens[comma].value == Punctuation.comma,
      !(end..<comma).contains(where: {
        text.match(.sayAuxiliary, at: $0) != nil || text.match(.sayVerb, at: $0) != nil
          || text.match(.sayPronoun, at: $0) != nil
          || text.match(.clauseWord, at: $0) != nil
            && text.match(.sayPreposition, at: $0) == nil && text.match(.nameLinker, at: $0) == nil
            && text.match(.sayDeterminer, at: $0) == nil
      }), let next = references.between(comma, comma + 4).first, case .entity(let entity) = next.referent,
      entities[entity].kind == .person,
      isApposed(next, behind: comma..<next.tokens.lowerBound)
    else { return nil }
    var close = next.tokens.upperBound
    if let name = references.between(close, close + 1).first, case .entity(entity) = name.referent {
      close = name.tokens.upperBound
    }
    guard close + 1 < text.tokens.count, text.tokens[close].kind == .punctuation,
      text.tokens[close].value == Punctuation.comma, leadsToVerb(close + 1)
    else { return nil }
    return next.referent
  }

  /// Whether a verb stands at a token, behind the pronouns that go with it: "m'a tendu", "ne cache pas".
  private func leadsToVerb(_ token: Int) -> Bool {
    var next = token
    while next < min(text.tokens.count, token + 3), text.tokens[next].kind == .word,
      Self.clitics.contains(text.source(text.tokens[next].bytes))
    {
      next += 1
    }
    guard next < text.tokens.count, text.tokens[next].kind == .word else { return false }
    return next > token && !text.tokens[next].flags.contains(.capitalised)
      || text.match(.sayAuxiliary, at: next) != nil || text.match(.sayVerb, at: next) != nil
  }

  private static let clitics: Set<String> = [
    "m'", "m’", "t'", "t’", "s'", "s’", "n'", "n’", "me", "se", "ne", "nous", "vous", "lui", "leur", "y", "en",
  ]

  /// "X, étudiante à Bergen.": a noun without an article behind the comma of a name.
  private func name(beside index: Int, _ references: [SpeakerReference]) -> SpeakerReference.Referent? {
    let (name, office) = (references[index - 1], references[index])
    guard case .description = office.referent, case .entity(let entity) = name.referent,
      entities[entity].kind == .person, name.tokens.upperBound + 1 == office.tokens.lowerBound,
      text.tokens[name.tokens.upperBound].kind == .punctuation,
      text.tokens[name.tokens.upperBound].value == Punctuation.comma,
      !text.tokens[office.tokens.lowerBound].flags.contains(.capitalised)
    else { return nil }
    return name.referent
  }

  /// A comma, and what stands before a name: ", X", ", M. X", ", le colonel X". After "Selon les témoins, X était" it is not.
  private func isApposed(_ next: SpeakerReference, behind gap: Range<Int>) -> Bool {
    guard let comma = gap.first, text.tokens[comma].kind == .punctuation,
      text.tokens[comma].value == Punctuation.comma
    else { return false }
    let end = next.tokens.upperBound
    guard end >= text.tokens.count || text.tokens[end].kind == .punctuation || !isOpening(gap.lowerBound) else {
      return false
    }
    var token = comma + 1
    while token < gap.upperBound {
      guard
        let match = text.match(.civility, at: token) ?? text.match(.sayDeterminer, at: token)
          ?? text.match(.formerWord, at: token)
      else { return false }
      token = match.tokens.upperBound
    }
    return true
  }

  /// Whether a comma closes the opening phrase of a sentence: "Selon un témoin,".
  private func isOpening(_ comma: Int) -> Bool {
    guard let number = text.sentence(ofToken: comma) else { return false }
    let first = text.sentences[number].tokens.lowerBound
    guard comma - first < 14, text.match(.sayMarker, at: first) != nil else { return false }
    return !(first..<comma).contains { text.tokens[$0].kind == .punctuation }
  }

  /// "X, son homologue, a dit": the office of who is named before it.
  private func name(before index: Int, _ references: [SpeakerReference]) -> SpeakerReference.Referent? {
    let (name, office) = (references[index - 1], references[index])
    guard case .description = office.referent, case .entity(let entity) = name.referent,
      entities[entity].kind == .person,
      name.tokens.upperBound + 2 == office.tokens.lowerBound, office.tokens.upperBound < text.tokens.count,
      text.tokens[name.tokens.upperBound].value == Punctuation.comma,
      text.match(.sayDeterminer, at: name.tokens.upperBound + 1) != nil,
      text.tokens[office.tokens.upperBound].value == Punctuation.comma
    else { return nil }
    return name.referent
  }

  private func named() -> [(Range<Int>, SpeakerReference.Referent)] {
    var found: [(Range<Int>, SpeakerReference.Referent)] = []
    var countries: [String: Int] = [:]
    for number in entities.indices where entities[number].kind == .country { countries[entities[number].iso2] = number }
    for number in entities.indices {
      for mention in entities[number].mentions where mention.form != .adjective {
        guard let bytes = mention.source?.bytes(of: documentID), let first = text.token(atByte: bytes.lowerBound),
          let last = text.token(atByte: bytes.upperBound - 1)
        else { continue }
        var speaker = number
        if entities[number].kind == .place {
          // A seat of government speaks for its country.
          guard let seat = text.match(.capital, at: first), text.entry(seat).value(1) == "seat",
            first == 0 || !isPartOfName(first - 1)
          else { continue }
          speaker = countries[text.entry(seat).value(0)] ?? number
        }
        found.append((first..<last + 1, .entity(speaker)))
      }
    }
    return found
  }

  private func described() -> [(Range<Int>, SpeakerReference.Referent)] {
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
      if isKin(role.head.lowerBound) { return (role.tokens, .nobody) }
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
            isShort: role.tokens.count <= role.head.count + 1 && !hasOwner(role.tokens.upperBound)
              && !isOfAnother(before, role.head.lowerBound)))
      )
    }
  }

  /// "l'avocate": the ending tells what the article does not.
  private func isFeminine(_ head: Range<Int>) -> Bool {
    text.source(tokens: head).hasSuffix("cate")
  }

  /// "le chef militaire de l'Alliance" is no other chief.
  private func head(_ role: StatedRole) -> Range<Int> {
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

  /// "collectif Sauvons Oslo": a word with a capital makes a name with the next.
  func isPartOfName(_ token: Int) -> Bool {
    let word = text.tokens[token]
    return word.kind == .word && word.flags.contains(.capitalised) && !word.flags.contains(.allCaps)
      && text.match(.sayPreposition, at: token) == nil && text.match(.clauseWord, at: token) == nil
      && text.match(.sayMarker, at: token) == nil
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
  private func hasOwner(_ token: Int) -> Bool {
    guard token + 1 < text.tokens.count, text.tokens[token].kind == .word,
      ["de", "d'", "d’"].contains(text.source(text.tokens[token].bytes))
    else { return false }
    return text.tokens[token + 1].flags.contains(.capitalised)
  }

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
  private func isAnothers(_ index: Int, _ references: [SpeakerReference]) -> Bool {
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
  private func isSubject(_ article: Int) -> Bool {
    article == 0 || text.tokens[article - 1].kind == .punctuation
      || text.sentence(ofToken: article).map { text.sentences[$0].tokens.lowerBound == article } ?? false
  }

  /// The country that an office names: "son homologue japonais".
  private func country(_ tokens: Range<Int>) -> String {
    for token in tokens {
      if let match = text.match(.countryAdjective, at: token) {
        return "country/\(text.entry(match).value(0).lowercased())"
      }
    }
    return ""
  }

  /// The organisation that an office names: "la responsable de l'OTAN".
  private func house(_ tokens: Range<Int>) -> String {
    for token in tokens {
      if let match = text.match(.organisation, at: token), !text.entry(match).value(2).hasPrefix("*") {
        return EntityID.make(.organisation, Gazetteer.plain(text.entry(match).forms[0]))
      }
    }
    return ""
  }

  /// "le Norvégien": the one from there who was spoken of.
  private func inhabitant(_ match: LexiconMatch) -> SpeakerReference.Referent? {
    let start = match.tokens.lowerBound
    guard text.tokens[start].flags.contains(.capitalised), start > 0, text.tokens[start - 1].length <= 4,
      let determiner = text.match(.sayDeterminer, at: start - 1), text.tokens[start - 1].kind == .word,
      text.tokens[start - 1].flags.contains(.elided) || !text.entry(determiner).value(0).isEmpty
    else { return nil }
    return .description(
      .init(
        head: "", gender: text.entry(determiner).value(0),
        country: "country/\(text.entry(match).value(0).lowercased())", isShort: true))
  }

  /// Nouns that a surname goes with: "le camp X", "la loi X".
  private static let houses: Set<String> = [
    "camp", "clan", "administration", "famille", "régime", "gouvernement", "cabinet", "armement", "couple", "fratrie",
    "loi", "réforme", "rapport", "plan", "amendement", "affaire", "dossier", "doctrine", "commission", "mission",
    "majorité",
  ]

  /// After "avec", "de", "par la voix de son": what stands there does nothing itself.
  private func isGoverned(_ start: Int) -> Bool {
    let sentence = text.sentence(ofToken: start).map { text.sentences[$0].tokens.lowerBound } ?? 0
    var token = start - 1
    // "X (ABC) a dit"
    if token >= sentence, text.tokens[token].kind == .punctuation,
      text.tokens[token].value == Punctuation.openParenthesis
    {
      return true
    }
    while token >= max(sentence, start - 3), text.tokens[token].kind == .word,
      text.match(.sayDeterminer, at: token) != nil || text.match(.sayIndefinite, at: token) != nil
        || text.match(.formerWord, at: token) != nil
    {
      token -= 1
    }
    // "le camp X": those about somebody.
    if token == start - 1, token > sentence,
      Self.houses.contains(text.source(text.tokens[token].bytes)), text.tokens[start].flags.contains(.capitalised),
      !text.tokens[token].flags.contains(.capitalised)
    {
      return true
    }
    // "par la voix de son porte-parole"
    if token > 3, let marker = text.match(.sayMarker, at: token - 3), marker.tokens.upperBound == token + 1 {
      return false
    }
    return token >= sentence && text.tokens[token].kind == .word && text.match(.sayPreposition, at: token) != nil
  }

  /// "avec le ministre, X,", "avec X et Y": the second goes with the first, unless a verb follows.
  private func isApposition(_ first: SpeakerReference, _ second: SpeakerReference) -> Bool {
    guard text.sentence(ofToken: first.tokens.lowerBound) == text.sentence(ofToken: second.tokens.lowerBound) else {
      return false
    }
    var between = first.tokens.upperBound..<second.tokens.lowerBound
    let written = between.count
    while let last = between.last, text.match(.sayDeterminer, at: last) != nil { between = between.dropLastToken() }
    // "à Oslo un responsable": an article without a comma begins somebody else.
    guard between.count <= 1, !between.isEmpty || written == 0 else { return false }
    if case .entity(let one) = first.referent, case .entity(let other) = second.referent {
      if one == other { return true }
      // "a confié à l'AFP X"
      if entities[one].type == "media", entities[other].kind == .person { return false }
    }
    guard let joint = between.first else { return true }
    // "Selon le Yomiuri, un responsable": a house is nobody.
    if case .entity(let one) = first.referent, entities[one].kind == .organisation,
      text.tokens[joint].value == Punctuation.comma
    {
      switch second.referent {
      case .nobody, .description: return false
      case .entity, .document: break
      }
    }
    // "À Oslo, le ministre": a place is where somebody does something.
    // "La directrice de la JICA, X,": a house is none of whom stands in apposition.
    if case .entity(let one) = first.referent,
      entities[one].kind == .place || entities[one].kind == .country || entities[one].kind == .organisation,
      text.tokens[joint].value == Punctuation.comma
    {
      guard case .entity(let other) = second.referent, entities[other].kind != .person else { return false }
    }
    guard text.tokens[joint].value == Punctuation.comma || text.source(text.tokens[joint].bytes) == "et" else {
      return false
    }
    var next = second.tokens.upperBound
    if next < text.tokens.count, text.tokens[next].kind == .punctuation { next += 1 }
    return !leadsToVerb(next) || text.tokens[joint].kind == .word
  }
}

extension Range<Int> {
  fileprivate func dropLastToken() -> Range<Int> { lowerBound..<upperBound - 1 }
}
