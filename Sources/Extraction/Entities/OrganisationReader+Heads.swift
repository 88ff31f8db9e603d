/// Names that a noun begins: "ministère japonais de la Défense", « initiative "…" ».
extension OrganisationReader {
  /// "118e brigade", "3e régiment d'infanterie", "7e flotte": the number is the name of a force.
  func unit(at token: Int, limit: Int, taken: [Bool]) -> Range<Int>? {
    guard text.tokens[token].kind == .number, text.tokens[token].flags.contains(.ordinal), token + 1 < limit
    else { return nil }
    guard
      let head = text.match(.organisationHead, at: token + 1), text.entry(head).value(0) == "military",
      head.tokens.upperBound <= limit
    else { return nil }
    let span = extent(head, bound: min(limit, token + Self.longestName), isFormal: false)
    let unit = token..<span.upperBound
    return unit.contains { taken[$0] } ? nil : unit
  }

  /// "RPIMa", "BCA": letters that French units have behind their number.
  func isUnitCode(_ token: Int) -> Bool {
    let word = text.tokens[token]
    guard word.kind == .word, (2...6).contains(word.length), isAcronym(word),
      !text.tokens[token].flags.contains(.dotted)
    else { return false }
    if !word.flags.contains(.allCaps) { return true }
    return text.match(.organisationCode, at: token) != nil
  }

  /// The name that a head begins, and the acronym after it.
  func read(
    _ head: LexiconMatch, limit: Int, taken: [Bool]
  ) -> (name: Range<Int>, acronym: String?)? {
    let need = text.entry(head).value(1)
    if need == "never" { return nil }
    let first = head.tokens.lowerBound
    if need == "owner", isOneOfSeveral(head) { return nil }
    if need == "sent" { return sent(head, bound: min(limit, first + Self.longestName)).map { ($0, nil) } }
    if need == "house" {
      return house(head, bound: min(limit, first + Self.longestName), taken: taken).map { ($0, nil) }
    }
    // "La Gazette du Nord" is a name wherever it stands; the letters of "ONG" make none.
    let isTitle = text.entry(head).value(0) == "media" && need == "formal"
    let isFormal =
      text.tokens[first].flags.contains(.capitalised)
      && !(text.tokens[first].flags.contains(.allCaps) && need == "acronym")
      && (isTitle || !isSentenceStart(first) || isHeading(first))
    if need == "acronym", let quoted = quoted(after: head.tokens.upperBound, limit: limit) { return (quoted, nil) }
    let bound = min(limit, first + Self.longestName)
    if let (name, acronym) = withAcronym(head, bound: bound) { return (name, acronym) }
    if let name = phrase(head, bound: bound) { return (name, nil) }
    if need == "acronym", !isFormal, let name = house(head, bound: bound, taken: taken) { return (name, nil) }
    if let name = school(head, bound: bound) ?? acting(head, bound: bound) ?? trust(head, bound: bound) {
      return (name, nil)
    }
    if let name = committee(head, bound: bound) ?? allied(head, bound: bound) ?? department(head, bound: bound) {
      return (name, nil)
    }
    if let name = joined(head, bound: bound, taken: taken) { return (name, nil) }
    var span = extent(head, bound: bound, isFormal: isFormal)
    if text.entry(head).value(0) == "council", let end = fields(after: span.upperBound, bound: bound) {
      span = span.lowerBound..<end
    }
    let rest = head.tokens.upperBound..<span.upperBound
    if need == "alone" {
      let isName = head.tokens.count > 1 || rest.contains { text.tokens[$0].flags.contains(.capitalised) }
      return isName ? (span, nil) : nil
    }
    // "l'ambassade à Paris"
    if rest.isEmpty, text.entry(head).value(0) == "embassy", head.tokens.upperBound + 1 < bound,
      ["à", "en"].contains(text.source(text.tokens[head.tokens.upperBound].bytes)),
      text.match(.capital, at: head.tokens.upperBound + 1) != nil
        || text.match(.city, at: head.tokens.upperBound + 1) != nil
    {
      return (span.lowerBound..<longest(head.tokens.upperBound + 1), nil)
    }
    // "le Parc naturel régional", "la Région": a noun with a capital inside a sentence is a name without more.
    if rest.isEmpty, isFormal, isWhole(head, need) { return (span, nil) }
    guard !rest.isEmpty else { return nil }
    if isFormal, need != "alone", text.entry(head).value(0) != "office", isQuality(rest) {
      return (span, nil)
    }
    if let name = accredited(head, span, bound: bound) { return (name, nil) }
    // "la commission de la Chambre"
    if !isFormal, text.entry(head).value(0) == "council", let last = rest.last, isOfParliament(rest, last) {
      return nil
    }
    // "le service de Pyongyang"
    if !isFormal, text.entry(head).value(0) == "office", need == "name", isTown(rest) { return nil }
    let hasOwner = rest.contains { isOrganisation($0) }
    let hasCapital = rest.contains { text.tokens[$0].flags.contains(.capitalised) && text.tokens[$0].kind == .word }
    switch need {
    case "name" where text.entry(head).value(0) == "embassy":
      // "ambassade chinoise"
      let isNamed = hasCapital || rest.contains { text.match(.countryAdjective, at: $0) != nil }
      return isNamed ? (span, nil) : nil
    case "name":
      return hasCapital || (isFormal && (rest.count > 1 || head.tokens.count > 1)) ? (span, nil) : nil
    case "formal": return isFormal && rest.count > 1 ? (span, nil) : nil
    case "owner":
      // "centre d'excellence de Riga"
      let isPlaced =
        (head.tokens.count > 1 || text.entry(head).value(0) == "command")
        && rest.contains { text.match(.city, at: $0) != nil || text.match(.capital, at: $0) != nil }
      return (isFormal && rest.count > 1) || hasOwner || (isPlaced && hasCapital) ? (span, nil) : nil
    default:
      // "la coopérative de Vesk"
      if Self.local.contains(text.source(text.tokens[first].bytes)), isOfPlace(rest, first) { return (span, nil) }
      // "le Groupe des opérations spatiales"
      let isGroup = ["company", "group", "military"].contains(text.entry(head).value(0)) && rest.count > 1
      // "le Syndicat national des sages-femmes"
      let isUnion = text.entry(head).value(0) == "ngo" && rest.count > 2
      return isFormal && (hasCapital || isGroup || isUnion) ? (span, nil) : nil
    }
  }

  private static let local: Set<String> = [
    "coopérative", "conserverie", "laiterie", "fromagerie", "savonnerie", "mutuelle",
  ]

  /// Nothing but "de" and a name, behind an article.
  private func isOfPlace(_ rest: Range<Int>, _ first: Int) -> Bool {
    guard first > 0, rest.count > 1, let linker = rest.first,
      ["la", "une", "de"].contains(text.source(text.tokens[first - 1].bytes).lowercased())
    else { return false }
    return ["de", "d'", "d’"].contains(text.source(text.tokens[linker].bytes))
      && text.tokens[linker + 1].flags.contains(.capitalised) && text.match(.country, at: linker + 1) == nil
  }

  /// "mission du Japon auprès de l'OTAN", "ambassade du Japon en Belgique": with where it is sent.
  private func accredited(_ head: LexiconMatch, _ span: Range<Int>, bound: Int) -> Range<Int>? {
    let type = text.entry(head).value(0)
    let next = span.upperBound
    guard next + 1 < bound, ["mission", "office", "embassy"].contains(type) else { return nil }
    let isSent = (head.tokens.upperBound..<next).contains {
      text.match(.country, at: $0) != nil || text.match(.countryAdjective, at: $0) != nil
    }
    guard isSent else { return nil }
    let linker = text.source(text.tokens[next].bytes)
    if linker == "auprès", let house = afterLinkers(next + 1, bound: bound), house > next + 1,
      text.tokens[house].flags.contains(.capitalised)
    {
      return span.lowerBound..<longest(house)
    }
    guard type == "embassy", ["en", "au", "aux"].contains(linker), text.tokens[next + 1].flags.contains(.capitalised),
      text.match(.country, at: next + 1) != nil
    else { return nil }
    return span.lowerBound..<longest(next + 1)
  }

  /// Nothing but "de" and a town.
  private func isTown(_ rest: Range<Int>) -> Bool {
    guard let name = rest.first(where: { text.match(.nameLinker, at: $0) == nil }) else { return false }
    let town = text.match(.capital, at: name) ?? text.match(.city, at: name) ?? text.match(.country, at: name)
    return town.map { $0.tokens.upperBound >= rest.upperBound } ?? false
  }

  private func isOfParliament(_ rest: Range<Int>, _ last: Int) -> Bool {
    guard let house = rest.first(where: { text.match(.nameLinker, at: $0) == nil }),
      ["chambre", "sénat", "parlement", "assemblée"].contains(text.source(text.tokens[house].bytes).lowercased())
    else { return false }
    return last <= house + 1
  }

  /// « Relier les alliés » after "initiative".
  func quoted(after token: Int, limit: Int) -> Range<Int>? {
    guard token < limit, text.tokens[token].value == Punctuation.openQuote, text.tokens[token].kind == .punctuation
    else { return nil }
    var end = token + 1
    while end < min(limit, token + 10) {
      if text.tokens[end].kind == .punctuation {
        guard text.tokens[end].value == Punctuation.closeQuote, end > token + 1,
          text.tokens[token + 1].flags.contains(.capitalised)
        else { return nil }
        return token + 1..<end
      }
      end += 1
    }
    return nil
  }

  /// "Air Force One": a word with a capital before the noun makes another name of it.
  func isInside(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token > sentence.lowerBound, text.tokens[token].flags.contains(.capitalised) else { return false }
    let before = text.tokens[token - 1]
    return before.kind == .word && before.flags.contains(.capitalised) && !before.flags.contains(.elided)
      && text.matches(at: token - 1).isEmpty
  }

  /// "l'avion parti du Caire": a noun that a word stands right before is a participle.
  func isParticiple(_ head: LexiconMatch, _ sentence: Range<Int>) -> Bool {
    let first = head.tokens.lowerBound
    guard text.entry(head).value(0) == "party", first > sentence.lowerBound,
      !text.tokens[first].flags.contains(.capitalised)
    else { return false }
    let before = text.tokens[first - 1]
    guard before.kind == .word else { return true }
    return text.match(.sayDeterminer, at: first - 1) == nil && text.match(.nameLinker, at: first - 1) == nil
      && text.match(.sayIndefinite, at: first - 1) == nil
  }

  /// The words before the name itself, where a noun in small letters stands right before it: "la société Vesk Marine".
  func noun(of head: LexiconMatch, _ tokens: Range<Int>, _ acronym: String?) -> Int {
    var next = head.tokens.upperBound
    // "la société norvégienne Vesk Marine"
    if next + 1 < tokens.upperBound, let home = text.match(.countryAdjective, at: next),
      !text.tokens[next].flags.contains(.capitalised)
    {
      next = home.tokens.upperBound
    }
    guard acronym == nil, tokens.lowerBound == head.tokens.lowerBound, next < tokens.upperBound,
      ["agency", "company", "media", "ngo", "militia", "fund", "union", "party"].contains(text.entry(head).value(0))
        // "le laboratoire ARC-Nucléart"
        || text.entry(head).value(0) == "institute" && text.tokens[next].flags.contains(.allCaps),
      !text.tokens[head.tokens.lowerBound].flags.contains(.capitalised),
      text.tokens[next].flags.contains(.capitalised), !text.tokens[next].flags.contains(.elided)
    else { return 0 }
    return next - head.tokens.lowerBound
  }

  /// A line of a few words and no full stop, as above the record of a sitting.
  private func isHeading(_ token: Int) -> Bool {
    guard let number = text.block(ofToken: token) else { return false }
    let line = text.blocks[number].tokens
    guard line.lowerBound == token, (2...10).contains(line.count), let last = line.last,
      text.tokens[last].kind == .word
    else { return false }
    return !line.contains {
      text.match(.sayAuxiliary, at: $0) != nil || text.match(.clauseWord, at: $0) != nil
        || text.tokens[$0].kind == .punctuation
    }
  }

  /// "LE MINISTÈRE DE LA DÉFENSE COOPÈRE": capitals that tell nothing.
  func isShouted(_ head: LexiconMatch) -> Bool {
    let (first, next) = (head.tokens.lowerBound, head.tokens.upperBound)
    return text.tokens[first].flags.contains(.allCaps) && text.tokens[first].length > 4 && next < text.tokens.count
      && text.tokens[next].kind == .word && text.tokens[next].flags.contains(.allCaps)
  }

  /// "dans la préfecture de Nagasaki": a territory.
  func isTerritory(_ head: LexiconMatch, _ sentence: Range<Int>) -> Bool {
    let first = head.tokens.lowerBound
    guard text.entry(head).value(0) == "government", first > sentence.lowerBound + 1 else { return false }
    return text.source(text.tokens[first - 2].bytes).lowercased() == "dans"
  }

  func isSentenceStart(_ token: Int) -> Bool {
    text.sentence(ofToken: token).map { text.sentences[$0].tokens.lowerBound == token } ?? true
  }

  func isOrganisation(_ token: Int) -> Bool {
    guard let match = text.match(.organisation, at: token) else { return false }
    return text.tokens[match.tokens.lowerBound].flags.contains(.capitalised)
  }
}
