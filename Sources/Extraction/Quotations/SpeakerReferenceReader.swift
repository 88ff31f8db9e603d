internal import EntenteSchema

/// Finds every ``SpeakerReference`` of a document.
struct SpeakerReferenceReader {
  let text: AnnotatedText
  let documentID: String
  let entities: [Entity]

  private static let nouns: CategorySet = [.documentNoun, .saySource, .countryAdjective, .roleKin]

  /// By start; none inside another.
  func references(quoted pairs: [QuotationPair]) -> [SpeakerReference] {
    let outer = pairs.filter { $0.depth == 0 }
    var found = named() + described() + houses()
    found += text.matches(of: Self.nouns).compactMap { match in
      switch match.category {
      case .documentNoun: isVerb(match) ? nil : (match.tokens, .document)
      case .saySource: isVerb(match) || isParticiple(match) ? nil : (match.tokens, somebody(match))
      case .countryAdjective: inhabitant(match).map { (match.tokens, $0) }
      case .roleKin: colleague(match).map { (match.tokens, $0) }
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
    for index in references.indices where leadsToUnknown(index, references) { references[index].referent = .nobody }
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

  /// "la prêtresse Orva Vesk": an office right before a name that nothing knows is its bearer's.
  private func leadsToUnknown(_ index: Int, _ references: [SpeakerReference]) -> Bool {
    guard case .description = references[index].referent else { return false }
    let next = references[index].tokens.upperBound
    guard next < text.tokens.count, text.tokens[next].word == .unknown,
      text.tokens[next].flags.contains([.capitalised, .latin]), !text.tokens[next].flags.contains(.allCaps),
      !text.tokens[next].flags.contains(.afterHyphen), text.tokens[next].length > 2,
      text.sentence(ofToken: next) == text.sentence(ofToken: next - 1)
    else { return false }
    return index + 1 >= references.count || references[index + 1].tokens.lowerBound > next
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

  /// "l'édile": a noun that is no office, and stands for one.
  private func colleague(_ match: LexiconMatch) -> SpeakerReference.Referent? {
    let (article, next) = (match.tokens.lowerBound - 1, match.tokens.upperBound)
    let head = OfficeHolders.plain(text.source(tokens: match.tokens))
    guard OfficeHolders.isOnlyKin(head), article >= 0,
      ["le", "la", "l'", "l’"].contains(text.source(text.tokens[article].bytes).lowercased()),
      let determiner = text.match(.sayDeterminer, at: article),
      // "l'édile de Bergen"
      next >= text.tokens.count || text.match(.nameLinker, at: next) == nil
    else { return nil }
    return .description(.init(head: head, gender: text.entry(determiner).value(0), country: "", isShort: true))
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
  func partner(_ noun: Int) -> SpeakerReference.Referent? {
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

  /// "X nous avait prévenus", "a été invité": a participle behind its auxiliary.
  private func isParticiple(_ match: LexiconMatch) -> Bool {
    let before = match.tokens.lowerBound - 1
    return match.tokens.count == 1 && before >= 0 && text.match(.sayAuxiliary, at: before) != nil
      && text.match(.sayDeterminer, at: before) == nil
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

  /// "collectif Sauvons Oslo": a word with a capital makes a name with the next.
  func isPartOfName(_ token: Int) -> Bool {
    let word = text.tokens[token]
    return word.kind == .word && word.flags.contains(.capitalised) && !word.flags.contains(.allCaps)
      && text.match(.sayPreposition, at: token) == nil && text.match(.clauseWord, at: token) == nil
      && text.match(.sayMarker, at: token) == nil
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
}
