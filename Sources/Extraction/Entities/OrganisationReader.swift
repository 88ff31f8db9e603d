internal import EntenteSchema

/// Reads organisations by the noun that begins their name: "ministère japonais de la Défense", "Université de Tokyo",
/// "agence chargée des acquisitions (ACR)", « initiative "…" ».
struct OrganisationReader {
  let text: AnnotatedText
  static let longestName = 24

  /// A name where it stands, before it is known what else names the same organisation.
  struct Found {
    let tokens: Range<Int>
    let acronym: String?
    let type: String
    /// Without the adjectives of countries, as a slug.
    let stripped: String
    let hasAdjective: Bool
    /// Words before the name itself: "la société Vesk Marine" is also called "Vesk Marine".
    var noun = 0
  }

  func find(into table: inout EntityTable, taken: inout [Bool]) {
    let found = names(taken: &taken)
    var aliases: [String: Int] = [:]
    var adjectives: [String: Set<String>] = [:]
    for name in found where name.hasAdjective {
      adjectives[name.stripped, default: []].insert(text.source(tokens: name.tokens))
    }
    let wholes = wholes(of: found)
    let home = found.contains { $0.type == "ministry" && !$0.hasAdjective } ? self.home(of: found) : nil
    for one in found {
      var name = shown(one.tokens)
      // "ministère de la Défense", beside the one "ministère japonais de la Défense".
      if let full = adjectives[one.stripped], full.count == 1, let only = full.first { name = only }
      if let whole = wholes[name] { name = whole }
      // An acronym that the lexicon knows gives the organisation its usual name.
      if let known = text.match(.organisation, at: one.tokens.lowerBound), known.tokens == one.tokens {
        name = Gazetteer.plain(text.entry(known).forms.first ?? name)
      } else if one.acronym != nil, let known = text.match(.organisation, at: one.tokens.upperBound + 1),
        isSame(one.tokens, text.entry(known))
      {
        name = Gazetteer.plain(text.entry(known).forms.first ?? name)
      } else if one.noun > 0, let known = text.match(.organisation, at: one.tokens.lowerBound + one.noun),
        known.tokens.upperBound == one.tokens.upperBound
      {
        // "l'association X", where X is known
        name = Gazetteer.plain(text.entry(known).forms.first ?? name)
      }
      // "la société norvégienne Vesk Marine" is Vesk Marine.
      if one.noun > 0, ["company", "media"].contains(one.type), name == text.source(tokens: one.tokens) {
        name = shown(one.tokens.lowerBound + one.noun..<one.tokens.upperBound)
      }
      var draft = EntityDraft(
        id: EntityID.make(.organisation, name), kind: .organisation, name: name, acronym: one.acronym ?? "",
        type: one.type)
      // Every country has a ministry of that name.
      if one.type == "ministry", !one.hasAdjective, name == text.source(tokens: one.tokens), let home {
        draft.owner = "country/\(home.lowercased())"
        draft.id += "-\(home.lowercased())"
      }
      let number = one.acronym.flatMap { aliases[$0] } ?? table.number(draft)
      if one.noun > 0 {
        let alias = text.source(tokens: one.tokens.lowerBound + one.noun..<one.tokens.upperBound)
        if aliases[alias] == nil { aliases[alias] = number }
      }
      if let acronym = one.acronym {
        aliases[acronym] = number
        table.setAcronym(number, acronym)
      }
      table.mention(number, one.tokens.lowerBound + one.noun..<one.tokens.upperBound)
    }
    guard !aliases.isEmpty else { return }
    for token in text.capitals
    where !taken[token] && text.tokens[token].kind == .word && text.tokens[token].length > 1 {
      guard let number = aliases[text.source(text.tokens[token].bytes)] else { continue }
      table.mention(number, token..<token + 1)
      taken[token] = true
    }
  }

  /// "Cour fédérale", where the text has "Cour fédérale d'Australie": the names with a country by what stands before it.
  private func wholes(of found: [Found]) -> [String: String] {
    var wholes: [String: String] = [:]
    for one in found where one.tokens.count > 3 && one.type == "court" {
      guard
        let country = one.tokens.dropFirst().first(where: {
          text.match(.country, at: $0) != nil && text.tokens[$0].flags.contains(.capitalised)
        }),
        let linker = one.tokens.first(where: {
          $0 < country && $0 + 3 > country
            && ["de", "d'", "d’", "du", "des"].contains(text.source(text.tokens[$0].bytes))
        }), linker > one.tokens.lowerBound
      else { continue }
      wholes[shown(one.tokens.lowerBound..<linker)] = shown(one.tokens)
    }
    return wholes
  }

  /// A name with its article, and nothing else, between marks.
  private func isTitle(_ tokens: Range<Int>) -> Bool {
    let open = tokens.lowerBound - 2
    guard open >= 0, tokens.upperBound < text.tokens.count, text.tokens[open + 1].flags.contains(.capitalised),
      text.match(.sayDeterminer, at: open + 1) != nil, text.tokens[open].kind == .punctuation,
      text.tokens[tokens.upperBound].kind == .punctuation
    else { return false }
    return text.tokens[open].value == Punctuation.openQuote
      && text.tokens[tokens.upperBound].value == Punctuation.closeQuote
  }

  /// The words of a name; in small letters where a letterhead has capitals, but for acronyms and the first letters.
  private func shown(_ tokens: Range<Int>) -> String {
    let name = text.source(tokens: tokens)
    guard tokens.count > 2, tokens.allSatisfy({ text.tokens[$0].flags.contains(.capitalised) }),
      let first = tokens.first, text.tokens[first].flags.contains(.allCaps), text.tokens[first].length > 4
    else { return name }
    var words = ""
    for token in tokens {
      let word = text.source(text.tokens[token].bytes)
      let known = text.match(.organisation, at: token)
      let isAcronym = known.map { $0.tokens.count == 1 && !text.entry($0).value(2).hasPrefix("*") } ?? false
      let isSmall =
        text.match(.nameLinker, at: token) != nil || text.match(.sayPreposition, at: token) != nil || word == "AUPRÈS"
      if !words.isEmpty, text.tokens[token].flags.contains(.afterSpace) { words += " " }
      if text.tokens[token].flags.contains(.afterHyphen) { words += "-" }
      words += isAcronym ? word : isSmall ? word.lowercased() : word.capitalized(1)
    }
    return words
  }

  /// "Commission électorale (CEI)" is not the one that the lexicon calls CEI: no name of that begins alike.
  private func isSame(_ name: Range<Int>, _ known: LexiconEntry) -> Bool {
    let first = EntityID.slug(text.source(text.tokens[name.lowerBound].bytes))
    return known.forms.contains { EntityID.slug(String(Gazetteer.plain($0).prefix { $0 != " " })) == first }
  }

  func names(taken: inout [Bool]) -> [Found] {
    var found: [Found] = []
    var inRole = Set<Int>()
    readLetterheads(into: &found, taken: &taken)
    readEnglish(into: &found, taken: &taken)
    readSpelled(into: &found, taken: &taken)
    readDatelines(into: &found, taken: &taken)
    readPublishers(into: &found, taken: &taken)
    readUnits(into: &found, taken: &taken)
    readNetwork(into: &found, taken: &taken)
    readEmployers(into: &found, taken: &taken)
    readPartners(into: &found, taken: &taken)
    readQuotedMedia(into: &found, taken: &taken)
    readNationals(into: &found, taken: &taken)
    readGroups(into: &found, taken: &taken)
    readMastheads(into: &found, taken: &taken)
    readAskers(into: &found, taken: &taken)
    readBroadcasts(into: &found, taken: &taken)
    readHouses(into: &found, taken: &taken)
    readApposedLetters(into: &found, taken: &taken)
    guard text.categories.contains(.organisationHead) else { return found }
    for match in text.matches(of: [.role]) where match.tokens.count > 1 { inRole.formUnion(match.tokens) }
    for sentence in text.sentences where sentence.categories.contains(.organisationHead) {
      var token = sentence.tokens.lowerBound
      while token < sentence.tokens.upperBound {
        // "navire-école" is no school.
        if text.tokens[token].kind == .number,
          let unit = unit(at: token, limit: sentence.tokens.upperBound, taken: taken)
        {
          found.append(
            Found(
              tokens: unit, acronym: nil, type: "military", stripped: EntityID.slug(text.source(tokens: unit)),
              hasAdjective: false))
          for index in unit { taken[index] = true }
          token = unit.upperBound
          continue
        }
        guard let head = text.match(.organisationHead, at: token), !taken[token], !inRole.contains(token),
          !text.tokens[token].flags.contains(.afterHyphen), !isShouted(head), !isInside(token, sentence.tokens),
          !isParticiple(head, sentence.tokens), !isTerritory(head, sentence.tokens),
          let (tokens, acronym) = read(head, limit: sentence.tokens.upperBound, taken: taken)
        else {
          if let head = text.match(.organisationHead, at: token), !taken[token],
            let name = apposed(head, in: sentence.tokens, taken: taken)
          {
            found.append(
              Found(
                tokens: name, acronym: nil, type: text.entry(head).value(0),
                stripped: EntityID.slug(text.source(tokens: name)), hasAdjective: false))
            for index in name { taken[index] = true }
          }
          token += 1
          continue
        }
        // « La Chambre aux pins » is a work.
        if isTitle(tokens), text.entry(head).value(0) != "media" {
          token = tokens.upperBound
          continue
        }
        let plain = tokens.filter { text.match(.countryAdjective, at: $0) == nil }
        found.append(
          Found(
            tokens: tokens, acronym: acronym, type: text.entry(head).value(0),
            stripped: EntityID.slug(plain.map { text.source(text.tokens[$0].bytes) }.joined(separator: " ")),
            hasAdjective: plain.count < tokens.count, noun: noun(of: head, tokens, acronym)))
        for index in tokens { taken[index] = true }
        token = tokens.upperBound
      }
    }
    return found
  }
}
