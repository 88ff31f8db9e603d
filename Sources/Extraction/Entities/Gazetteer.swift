internal import EntenteSchema

/// Finds the names that the lexicon holds: countries, regions, cities and organisations.
///
/// A name needs its capital; inside a longer name it is no mention of its own.
struct Gazetteer {
  let text: AnnotatedText
  /// Usual names of countries by code.
  private static let countryNames: [String: String] = {
    var names: [String: String] = [:]
    for entry in Lexicon.standard.entries where entry.category == .country {
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
    for match in text.matches(of: Self.names) {
      guard match.tokens.lowerBound >= end, !isFamily(match, families), !isOfAnotherName(match) else { continue }
      let isListed = isListed(match.tokens.lowerBound, after: placeEnd)
      guard !isTown(match, isListed: isListed), var found = draft(match, isListed: isListed)
      else { continue }
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
  private func isListed(_ first: Int, after end: Int) -> Bool {
    guard first > 0, end == first - 1 else { return false }
    return isJoint(first - 1)
  }

  private func isJoint(_ token: Int) -> Bool {
    let joint = text.tokens[token]
    return joint.kind == .punctuation && joint.value == Punctuation.comma
      || ["et", "ou"].contains(text.source(joint.bytes))
  }

  /// "à Singapour": the town, of a country that is called like it.
  private func isTown(_ match: LexiconMatch, isListed: Bool) -> Bool {
    let first = match.tokens.lowerBound
    let hasTown = text.match(.city, at: first).map { $0.tokens == match.tokens } ?? false
    // "à Oslo, Singapour et Bergen", but "à Orval, Luxembourg": the country of the town.
    let goesOn = text.tokens.indices.contains(match.tokens.upperBound) && isJoint(match.tokens.upperBound)
    switch match.category {
    case .country: return hasTown && (isListed && goesOn || followsPlacePreposition(first))
    case .city:
      return !(isListed && goesOn) && !followsPlacePreposition(first)
        && text.match(.country, at: first)?.tokens == match.tokens
    default: return false
    }
  }

  /// The words that are somebody's family name, when a given name stands before a place: "François Hollande".
  private func families() -> Set<WordID> {
    guard text.categories.contains(.givenName) else { return [] }
    var families: Set<WordID> = []
    for match in text.matches(of: [.country, .capital, .city, .town, .province, .region]) where match.tokens.count == 1
    {
      if isPartOfPerson(match.tokens) { families.insert(text.tokens[match.tokens.lowerBound].word) }
    }
    return families
  }

  /// "selon Hollande", after the person of that name: but "en Hollande" is the place.
  private func isFamily(_ match: LexiconMatch, _ families: Set<WordID>) -> Bool {
    let first = match.tokens.lowerBound
    guard !families.isEmpty, match.tokens.count == 1, families.contains(text.tokens[first].word),
      text.tokens[first].flags.contains(.capitalised), match.category != .countryAdjective
    else { return false }
    guard first > 0, text.tokens[first - 1].kind == .word else { return true }
    return !["en", "à", "au", "aux", "la", "les", "l'", "l’", "le"].contains(
      text.source(text.tokens[first - 1].bytes).lowercased())
  }

  /// "la frégate Alsace", "Kylie Rhodes": the word before makes another name of a place.
  private func isOfAnotherName(_ match: LexiconMatch) -> Bool {
    let before = match.tokens.lowerBound - 1
    guard before >= 0, match.tokens.count == 1, text.tokens[before].kind == .word,
      text.tokens[match.tokens.lowerBound].flags.contains(.capitalised)
    else { return false }
    switch match.category {
    case .city, .town, .province, .region: break
    default: return false
    }
    let word = text.tokens[before]
    if word.flags.contains(.capitalised) {
      return !word.flags.contains(.allCaps) && !word.flags.contains(.elided) && word.flags.contains(.latin)
        && text.matches(at: before).isEmpty && before > 0 && text.tokens[before - 1].kind == .word
    }
    return text.match(.eventName, at: before) != nil
  }

  /// A longer name of somebody or something.
  private func isLonger(_ match: LexiconMatch) -> Bool {
    let (first, next) = (match.tokens.lowerBound, match.tokens.upperBound)
    if next < text.tokens.count, text.tokens[next].kind == .word,
      text.tokens[next].flags.contains(.capitalised) || text.tokens[next].flags.contains(.afterHyphen)
    {
      return true
    }
    return text.tokens[first].flags.contains(.afterHyphen)
  }

  /// "à X", "le maire de X": a word that is a common one too is a place there.
  private func isTold(_ match: LexiconMatch) -> Bool {
    let linker = match.tokens.lowerBound - 1
    if followsPlacePreposition(linker + 1) { return true }
    guard linker > 0, ["de", "d'", "d’"].contains(text.source(text.tokens[linker].bytes)) else { return false }
    return text.match(.placeHead, at: linker - 1) != nil
  }

  /// Whether the words beside a name of the gazetteer tell a place: "à X", "de X", "X (Ukraine)", "X, en Ukraine".
  private func isPlaced(_ match: LexiconMatch) -> Bool {
    let (first, next) = (match.tokens.lowerBound, match.tokens.upperBound)
    if isLonger(match) { return false }
    if text.entry(match).value(1) == "ambiguous" { return isTold(match) }
    if next + 1 < text.tokens.count, text.tokens[next].kind == .punctuation {
      let mark = text.tokens[next].value
      var inside = next + 1
      if mark == Punctuation.comma, text.match(.nameLinker, at: inside) != nil { inside += 1 }
      if mark == Punctuation.openParenthesis || mark == Punctuation.comma,
        text.match(.country, at: inside) != nil || text.match(.region, at: inside) != nil
      {
        return true
      }
    }
    guard first > 0 else { return false }
    var before = first - 1
    if before > 0, text.match(.sayDeterminer, at: before) != nil, text.match(.sayPreposition, at: before) == nil {
      before -= 1
    }
    return text.tokens[before].kind == .word && text.match(.placePreposition, at: before) != nil
      && !text.tokens[before].flags.contains(.afterHyphen)
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
    case .countryAdjective: return (Self.country(entry.value(0)), .adjective)
    case .capital, .city:
      guard isCapital, !isPartOfPerson(match.tokens) else { return nil }
      if entry.value(1) == "ambiguous", !isListed, !isTold(match) { return nil }
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

  /// "version française", "traduit de l'anglais", "en japonais": a language is no country.
  private func isLanguage(_ tokens: Range<Int>) -> Bool {
    let before = tokens.lowerBound - 1
    guard before >= 0, !text.tokens[tokens.lowerBound].flags.contains(.capitalised), text.tokens[before].kind == .word
    else { return false }
    switch text.source(text.tokens[before].bytes).lowercased() {
    case "version", "traduction", "langue", "en": return true
    case "l'", "l’", "du", "le":
      let next = tokens.upperBound
      return next >= text.tokens.count || text.tokens[next].kind == .punctuation
        || text.match(.sayPreposition, at: next) != nil
    default: return false
    }
  }

  private func organisation(
    _ entry: LexiconEntry, _ match: LexiconMatch, _ name: String
  ) -> (draft: EntityDraft, form: MentionForm)? {
    let isCapital = text.tokens[match.tokens.lowerBound].flags.contains(.capitalised)
    let type = entry.value(1)
    if entry.value(2).hasPrefix("*") { return national(entry, match, name) }
    if isPartOfOther(match) || isHeadOfOther(match, acronym: entry.value(0)) { return nil }
    if entry.value(2) == "bare", !isBare(match.tokens) { return nil }
    switch type {
    // "l'État islamique"
    case "movement", "party": guard isCapital else { return nil }
    case "media", "company":
      for token in match.tokens
      where !text.tokens[token].flags.contains(.capitalised) && text.match(.nameLinker, at: token) == nil
        && (token > match.tokens.lowerBound || text.match(.organisationHead, at: token) == nil)
      {
        return nil
      }
    case "alliance", "programme", "office": guard isCapital || match.tokens.count > 1 else { return nil }
    default: guard isCapital || match.tokens.count > 2 else { return nil }
    }
    let belongs = entry.value(2)
    var draft = EntityDraft(
      id: EntityID.make(.organisation, name), kind: .organisation, name: name, acronym: entry.value(0), type: type)
    if belongs.count == 2 { draft.owner = "country/\(belongs.lowercased())" }
    return (draft, .name)
  }

  /// "Lili Bayer", "Delcourt-Nguyen", "le destroyer Asahi": one word that is part of another name.
  private func isPartOfOther(_ match: LexiconMatch) -> Bool {
    let (first, next) = (match.tokens.lowerBound, match.tokens.upperBound)
    guard match.tokens.count == 1 else { return false }
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

  /// "Agence nationale de sécurité du médicament (ANSM)": a known name begins one whose acronym is another.
  private func isHeadOfOther(_ match: LexiconMatch, acronym: String) -> Bool {
    let next = match.tokens.upperBound
    guard match.tokens.count > 1, next + 3 < text.tokens.count, text.match(.nameLinker, at: next) != nil,
      let open = (next + 1..<min(next + 9, text.tokens.count - 2)).first(where: { text.tokens[$0].kind != .word }),
      text.tokens[open].value == Punctuation.openParenthesis,
      text.tokens[open + 2].kind == .punctuation, text.tokens[open + 2].value == Punctuation.closeParenthesis
    else { return false }
    let reader = OrganisationReader(text: text)
    return reader.isAcronym(text.tokens[open + 1]) && text.source(text.tokens[open + 1].bytes) != acronym
      && reader.spells(match.tokens.lowerBound..<open, text.tokens[open + 1], whole: true)
  }

  /// "au Figaro", "les journalistes du Monde": a medium without its article; a common noun beside a word of the press only.
  private func isContracted(_ tokens: Range<Int>, isCommon: Bool) -> Bool {
    let article = tokens.lowerBound - 1
    guard article >= 0, ["au", "du"].contains(text.source(text.tokens[article].bytes)) else { return false }
    let next = tokens.upperBound
    if next < text.tokens.count, text.tokens[next].kind == .word, text.tokens[next].flags.contains(.capitalised) {
      return false
    }
    guard isCommon else { return true }
    guard article > 0 else { return false }
    let before = text.source(text.tokens[article - 1].bytes).lowercased()
    return text.match(.sayVerb, at: article - 1) != nil || text.match(.placeDative, at: article - 1) != nil
      || text.match(.organisationHead, at: article - 1).map { text.entry($0).value(0) } == "media"
      || [
        "journaliste", "journalistes", "colonnes", "une", "rédaction", "lecteurs", "lectrices", "correspondant",
        "correspondante", "édition", "enquête", "site", "confrères", "article", "éditorial", "abonnés", "entretien",
        "interview", "tribune", "directeur", "directrice", "éditorialiste",
      ].contains(before)
  }

  /// "dans Libération", "Libération fut plus rude": a common noun is a name where it has no article.
  private func isBare(_ tokens: Range<Int>) -> Bool {
    let (first, next) = (tokens.lowerBound, tokens.upperBound)
    guard
      next >= text.tokens.count || text.tokens[next].kind != .word
        || text.match(.nameLinker, at: next) == nil && !text.tokens[next].flags.contains(.capitalised)
    else { return false }
    guard first > 0, text.sentence(ofToken: first).map({ text.sentences[$0].tokens.lowerBound < first }) == true else {
      return text.match(.sayAuxiliary, at: next) != nil || text.match(.sayVerb, at: next) != nil
        || text.match(.sayCopula, at: next) != nil
    }
    let before = text.tokens[first - 1]
    guard before.kind == .word else { return false }
    if ["de", "d'", "d’"].contains(text.source(before.bytes)) {
      return first > 1
        && (text.match(.organisationHead, at: first - 2).map { text.entry($0).value(0) } == "media"
          || ["rédaction", "lecteurs", "colonnes", "une", "site", "confrères", "journalistes"].contains(
            text.source(text.tokens[first - 2].bytes)))
    }
    return ["dans", "par", "selon", "à", "chez", "pour"].contains(text.source(before.bytes).lowercased())
  }

  /// "La préfecture a prévenu", "a précisé l'armée", "selon les douanes": what every country has, and who says something.
  private func says(_ tokens: Range<Int>) -> Bool {
    let article = tokens.lowerBound - 1
    guard article >= 0, text.match(.sayDeterminer, at: article) != nil, text.match(.sayIndefinite, at: article) == nil,
      !["ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "notre", "nos"].contains(
        text.source(text.tokens[article].bytes).lowercased())
    else { return false }
    if article > 0 {
      let before = text.tokens[article - 1]
      if text.match(.sayMarker, at: article - 1) != nil,
        ["selon", "d'après", "d’après"].contains(text.source(before.bytes).lowercased())
      {
        return true
      }
      // "a précisé l'armée"
      if before.kind == .word,
        text.match(.sayVerb, at: article - 1) != nil || text.match(.speechVerb, at: article - 1) != nil,
        article > 1, text.match(.sayAuxiliary, at: article - 2) != nil || text.tokens[article - 2].kind == .punctuation
      {
        return tokens.upperBound >= text.tokens.count || text.tokens[tokens.upperBound].kind == .punctuation
          || text.match(.sayPreposition, at: tokens.upperBound) != nil
      }
      guard before.kind == .punctuation || ["et", "mais", "que", "qu'", "qu’"].contains(text.source(before.bytes))
      else {
        return false
      }
    }
    let verb = tokens.upperBound
    guard verb + 1 < text.tokens.count else { return false }
    let isTold = text.match(.sayAuxiliary, at: verb) != nil
    return text.match(.sayVerb, at: isTold ? verb + 1 : verb) != nil && text.match(.sayCopula, at: verb) == nil
  }

  /// "marine japonaise", "armée de l'air du Japon": what every country has; one word alone tells of none.
  private func national(
    _ entry: LexiconEntry, _ match: LexiconMatch, _ name: String
  ) -> (draft: EntityDraft, form: MentionForm)? {
    let country = self.country(after: match)
    guard country != nil || entry.value(2) != "*" || (entry.value(3) == "says" && says(match.tokens)),
      !isInRole(match.tokens)
    else { return nil }
    let bare = entry.value(2) == "*" ? text.source(tokens: match.tokens).lowercased() : name
    let whole = country.map { text.source(tokens: match.tokens.lowerBound..<$0.end) } ?? bare
    var draft = EntityDraft(
      id: EntityID.make(.organisation, whole), kind: .organisation, name: whole, acronym: entry.value(0),
      type: entry.value(1))
    if let country { draft.owner = "country/\(country.iso2.lowercased())" }
    return (draft, .name)
  }

  /// The country that stands right after a name, and where that ends: "japonaise", "du Japon".
  private func country(after match: LexiconMatch) -> (iso2: String, end: Int)? {
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

  /// "chef d'état-major interarmées" is an office.
  private func isInRole(_ tokens: Range<Int>) -> Bool {
    let type = text.match(.organisation, at: tokens.lowerBound).map { text.entry($0).value(1) }
    // "premier chef de gouvernement japonais"
    if type == "government", tokens.lowerBound > 1 {
      return text.match(.role, at: tokens.lowerBound - 2).map { $0.tokens.contains(tokens.lowerBound) } ?? false
    }
    guard type == "command" else { return false }
    return (max(0, tokens.lowerBound - 6)..<tokens.lowerBound).contains {
      text.match(.role, at: $0).map { $0.tokens.upperBound > tokens.lowerBound } ?? false
    }
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
    guard form == .name, match.category == .regionAdjective || match.category == .region,
      let head = followsRegionHead(match.tokens.lowerBound)
    else { return match.tokens }
    return head..<match.tokens.upperBound
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
        let owner = text.match(.organisation, at: token) ?? text.match(.role, at: token),
        text.entry(match).value(0).isEmpty || owner.category == .organisation
      else { continue }
      let tokens = match.tokens.lowerBound..<owner.tokens.upperBound
      let name = text.source(tokens: tokens)
      table.mention(
        table.number(EntityDraft(id: EntityID.make(.place, name), kind: .place, name: name, type: "building")), tokens)
    }
  }

  private func followsRegionHead(_ token: Int) -> Int? {
    token > 0 && text.match(.regionHead, at: token - 1) != nil ? token - 1 : nil
  }

  private func hasCapital(_ tokens: Range<Int>) -> Bool {
    tokens.contains { text.tokens[$0].flags.contains(.capitalised) }
  }

  /// "La réunion" opens a sentence: the capital is that of the article alone.
  private func isCommon(_ tokens: Range<Int>) -> Bool {
    guard tokens.count > 1, text.match(.sayDeterminer, at: tokens.lowerBound) != nil else { return false }
    return !hasCapital(tokens.lowerBound + 1..<tokens.upperBound)
  }

  private func followsPlacePreposition(_ token: Int) -> Bool {
    guard token > 0 else { return false }
    let word = text.tokens[token - 1]
    return word.kind == .word && word.length <= 2 && word.flags.contains(.accented)
  }

  /// "Jack London", "Anne-France": a given name stands before a name of one word.
  private func isPartOfPerson(_ tokens: Range<Int>) -> Bool {
    let before = tokens.lowerBound - 1
    guard tokens.count == 1, before >= 0, text.tokens[before].flags.contains(.capitalised),
      text.tokens[before].kind == .word
    else { return false }
    return text.match(.givenName, at: before) != nil
  }
}
