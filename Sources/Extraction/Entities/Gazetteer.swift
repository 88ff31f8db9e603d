internal import EntenteSchema

/// Finds the names that the lexicon holds: countries, regions, cities and organisations.
///
/// A name needs its capital; inside a longer name it is no mention of its own.
struct Gazetteer {
  let text: AnnotatedText
  /// Usual names of countries by code.
  private static let countryNames: [String: String] = {
    var names: [String: String] = [:]
    for entry in Lexicon.standard.entries(of: .country) {
      let name = entry.value(1).isEmpty ? entry.forms.first.map(plain) ?? "" : entry.value(1)
      names[entry.value(0)] = name
    }
    return names
  }()

  static func plain(_ form: String) -> String { form.hasPrefix("=") ? String(form.dropFirst()) : form }

  /// Types of organisations that are often told by their country: "département d'État américain".
  private static let ofCountries: Set<String> = [
    "military", "agency", "ministry", "parliament", "court", "council", "government", "command",
  ]

  private static let names: CategorySet = [
    .country, .countryAdjective, .capital, .city, .town, .province, .region, .regionAdjective, .organisation,
    .mediaTail,
  ]

  /// Adds what it finds, and marks its tokens.
  func find(into table: inout EntityTable, taken: inout [Bool]) {
    var end = 0
    // Where the last town or region ends: "à Oslo, Orval et Bergen" goes on with others.
    var placeEnd = -1
    // "l'armée" after "armée ukrainienne" is that one, where the text has no other.
    var national: [Int: [EntityDraft]] = [:]
    let families = self.families()
    // Where a town of several words ends that stands in no place of one: "Seine" is no part of "Seine-Saint-Denis".
    var wholeEnd = 0
    for match in text.matches(of: Self.names) {
      guard match.tokens.lowerBound >= end, !isFamily(match, families), !isOfAnotherName(match),
        !isPartOfPlace(match, wholeEnd)
      else { continue }
      let isListed = isListed(match.tokens.lowerBound, after: placeEnd)
      guard !isTown(match, isListed: isListed), var found = draft(match, isListed: isListed)
      else {
        if isCompound(match) { wholeEnd = max(wholeEnd, match.tokens.upperBound) }
        continue
      }
      if match.category == .organisation, text.entry(match).value(2) == "*" {
        let known = national[match.entry] ?? []
        if found.draft.owner.isEmpty, known.count == 1 { found.draft = known[0] }
        if !found.draft.owner.isEmpty, !known.contains(where: { $0.id == found.draft.id }) {
          national[match.entry, default: []].append(found.draft)
        }
      }
      let tokens = extended(match, found.form)
      guard !tokens.contains(where: { taken[$0] }) else { continue }
      table.mention(table.number(found.draft), tokens, found.form)
      // The country of "marine japonaise" is told of as well.
      if found.form == .name { for token in tokens.clamped(to: 0..<match.tokens.upperBound) { taken[token] = true } }
      end = match.tokens.upperBound
      if found.draft.kind == .place, found.form == .name { placeEnd = end }
    }
  }

  /// A comma or "et" stands between a place and what follows it.
  func isListed(_ first: Int, after end: Int) -> Bool {
    guard first > 0, end == first - 1 else { return false }
    return isJoint(first - 1)
  }

  func isJoint(_ token: Int) -> Bool {
    let joint = text.tokens[token]
    return joint.kind == .punctuation && joint.value == Punctuation.comma
      || ["et", "ou"].contains(text.source(joint.bytes))
  }

  /// The country of a code.
  static func country(_ iso2: String) -> EntityDraft {
    EntityDraft(
      id: "country/\(iso2.lowercased())", kind: .country, name: countryNames[iso2] ?? iso2, iso2: iso2)
  }

  private func draft(_ match: LexiconMatch, isListed: Bool) -> (draft: EntityDraft, form: MentionForm)? {
    let entry = text.entry(match)
    let first = text.tokens[match.tokens.lowerBound]
    let isCapital = first.flags.contains(.capitalised)
    let name = Self.plain(entry.forms.first ?? "")
    switch match.category {
    case .country:
      guard isCapital || hasCapital(match.tokens), !isPartOfPerson(match.tokens) else { return nil }
      return (Self.country(entry.value(0)), .name)
    case .countryAdjective where isLanguage(match.tokens): return nil
    case .countryAdjective where isCapital && isCountry(match): return (Self.country(entry.value(0)), .name)
    case .countryAdjective: return (Self.country(entry.value(0)), .adjective)
    case .capital, .city:
      guard isCapital, !isPartOfPerson(match.tokens), !isGivenName(match) else { return nil }
      if entry.value(1) == "ambiguous", !isListed, !isTold(match), !opensLine(match, isSure: true), !isLocated(match) {
        return nil
      }
      return (EntityDraft(id: EntityID.make(.place, name), kind: .place, name: name, type: "city"), .name)
    case .town, .province:
      guard isCapital, !isPartOfPerson(match.tokens), isListed || isPlaced(match), !isLonger(match) else { return nil }
      let type = match.category == .town ? "city" : "region"
      return (EntityDraft(id: EntityID.make(.place, name), kind: .place, name: name, type: type), .name)
    case .region:
      guard hasCapital(match.tokens), isCapital || match.tokens.count > 1, !isCommon(match.tokens) else { return nil }
      return (
        EntityDraft(id: EntityID.make(.place, name), kind: .place, name: name, type: entry.value(0)), .name
      )
    case .regionAdjective:
      if isCapital, text.match(.region, at: match.tokens.lowerBound) != nil { return nil }
      let place = EntityDraft(
        id: EntityID.make(.place, entry.value(0)), kind: .place, name: entry.value(0), type: "region")
      return (place, followsRegionHead(match.tokens.lowerBound) == nil ? .adjective : .name)
    case .organisation: return organisation(entry, match, name)
    case .mediaTail:
      guard isCapital, isContracted(match.tokens, isCommon: entry.value(1) == "common") else { return nil }
      let whole = entry.value(0)
      return (
        EntityDraft(id: EntityID.make(.organisation, whole), kind: .organisation, name: whole, type: "media"), .name
      )
    default: return nil
    }
  }

  /// The country that stands right after a name, and where that ends: "japonaise", "du Japon".
  func country(after match: LexiconMatch) -> (iso2: String, end: Int)? {
    let next = match.tokens.upperBound
    if let adjective = text.match(.countryAdjective, at: next), !text.tokens[next].flags.contains(.capitalised) {
      // "l'armée syrienne libre" is no army of Syria.
      let end = adjective.tokens.upperBound
      return (text.entry(adjective).value(0), text.match(.forceAdjective, at: end)?.tokens.upperBound ?? end)
    }
    var token = next
    while token < min(next + 2, text.tokens.count), text.match(.nameLinker, at: token) != nil,
      text.match(.sayPreposition, at: token) != nil || text.match(.sayDeterminer, at: token) != nil
    {
      token += 1
    }
    guard token > next, let country = text.match(.country, at: token),
      ["de", "d'", "d’", "du", "des"].contains(text.source(text.tokens[next].bytes).lowercased()),
      text.tokens[token].flags.contains(.capitalised)
    else { return nil }
    return (text.entry(country).value(0), country.tokens.upperBound)
  }

  /// "région indo-pacifique": the noun belongs to the name.
  private func extended(_ match: LexiconMatch, _ form: MentionForm) -> Range<Int> {
    if form == .name, match.category == .organisation, text.entry(match).value(2).hasPrefix("*") {
      return match.tokens.lowerBound..<(country(after: match)?.end ?? match.tokens.upperBound)
    }
    if form == .name, match.category == .organisation, Self.ofCountries.contains(text.entry(match).value(1)),
      let country = country(after: match)
    {
      let isAdjective = text.match(.countryAdjective, at: match.tokens.upperBound) != nil
      if isAdjective || ["parliament", "court"].contains(text.entry(match).value(1)) {
        return match.tokens.lowerBound..<country.end
      }
    }
    // "le Centre d'excellence pour l'énergie de l'OTAN": whose it is, where the lexicon says that it is theirs.
    if form == .name, match.category == .organisation, text.entry(match).value(2).hasPrefix("@"),
      match.tokens.count > 2,
      let end = owner(after: match)
    {
      return match.tokens.lowerBound..<end
    }
    if form == .name, match.category == .organisation, let end = furtherEnd(match) {
      return match.tokens.lowerBound..<end
    }
    guard form == .name, match.category == .regionAdjective || match.category == .region,
      let head = followsRegionHead(match.tokens.lowerBound)
    else { return match.tokens }
    return head..<match.tokens.upperBound
  }

  /// The end of "de l'OTAN" right after a name of one of its houses.
  private func owner(after match: LexiconMatch) -> Int? {
    let linker = match.tokens.upperBound
    guard linker + 2 < text.tokens.count, text.source(text.tokens[linker].bytes) == "de",
      text.tokens[linker + 1].flags.contains(.elided), text.tokens[linker + 2].flags.contains(.capitalised),
      let owner = text.match(.organisation, at: linker + 2),
      text.entry(owner).forms.first.map(Self.plain) == String(text.entry(match).value(2).dropFirst())
    else { return nil }
    return owner.tokens.upperBound
  }

  /// "siège de l'OTAN", "bureau du Premier ministre": a building of an organisation or an office.
  func findBuildings(into table: inout EntityTable) {
    for match in text.matches(of: [.buildingHead]) {
      var token = match.tokens.upperBound
      while token < min(match.tokens.upperBound + 3, text.tokens.count), text.match(.nameLinker, at: token) != nil,
        text.source(text.tokens[token].bytes) != "et"
      {
        token += 1
      }
      guard token > match.tokens.upperBound, token < text.tokens.count, text.tokens[token].flags.contains(.capitalised),
        // "un bureau de l'OTAN": one of several, or none yet.
        match.tokens.lowerBound == 0 || text.match(.sayIndefinite, at: match.tokens.lowerBound - 1) == nil,
        let owner = text.match(.organisation, at: token) ?? text.match(.role, at: token),
        text.entry(match).value(0).isEmpty || owner.category == .organisation
      else { continue }
      let tokens = match.tokens.lowerBound..<owner.tokens.upperBound
      let name = text.source(tokens: tokens)
      table.mention(
        table.number(EntityDraft(id: EntityID.make(.place, name), kind: .place, name: name, type: "building")), tokens)
    }
  }

  func followsRegionHead(_ token: Int) -> Int? {
    token > 0 && text.match(.regionHead, at: token - 1) != nil ? token - 1 : nil
  }

  func hasCapital(_ tokens: Range<Int>) -> Bool {
    tokens.contains { text.tokens[$0].flags.contains(.capitalised) }
  }

  /// "La réunion" opens a sentence: the capital is that of the article alone.
  func isCommon(_ tokens: Range<Int>) -> Bool {
    guard tokens.count > 1, text.match(.sayDeterminer, at: tokens.lowerBound) != nil else { return false }
    return !hasCapital(tokens.lowerBound + 1..<tokens.upperBound)
  }

  func followsPlacePreposition(_ token: Int) -> Bool {
    guard token > 0 else { return false }
    let word = text.tokens[token - 1]
    return word.kind == .word && word.length <= 2 && word.flags.contains(.accented)
  }

  /// "Jack London", "Anne-France": a given name stands before a name of one word.
  func isPartOfPerson(_ tokens: Range<Int>) -> Bool {
    let before = tokens.lowerBound - 1
    guard tokens.count == 1, before >= 0, text.tokens[before].flags.contains(.capitalised),
      text.tokens[before].kind == .word
    else { return false }
    return text.match(.givenName, at: before) != nil
  }
}
