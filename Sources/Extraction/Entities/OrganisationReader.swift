internal import EntenteSchema

/// Reads organisations by the noun that begins their name: "ministère japonais de la Défense", "Université de Tokyo",
/// "agence chargée des acquisitions (ACR)", « initiative "…" ».
struct OrganisationReader {
  let text: AnnotatedText
  private static let longest = 24

  /// A name where it stands, before it is known what else names the same organisation.
  private struct Found {
    let tokens: Range<Int>
    let acronym: String?
    let type: String
    /// Without the adjectives of countries, as a slug.
    let stripped: String
    let hasAdjective: Bool
  }

  func find(into table: inout EntityTable, taken: inout [Bool]) {
    let found = names(taken: &taken)
    var aliases: [String: Int] = [:]
    var adjectives: [String: Set<String>] = [:]
    for name in found where name.hasAdjective {
      adjectives[name.stripped, default: []].insert(text.source(tokens: name.tokens))
    }
    let home = found.contains { $0.type == "ministry" && !$0.hasAdjective } ? self.home(of: found) : nil
    for one in found {
      var name = text.source(tokens: one.tokens)
      // "ministère de la Défense", beside the one "ministère japonais de la Défense".
      if let full = adjectives[one.stripped], full.count == 1, let only = full.first { name = only }
      // An acronym that the lexicon knows gives the organisation its usual name.
      if let known = text.match(.organisation, at: one.tokens.lowerBound), known.tokens == one.tokens {
        name = Gazetteer.plain(text.entry(known).forms.first ?? name)
      } else if one.acronym != nil, let known = text.match(.organisation, at: one.tokens.upperBound + 1) {
        name = Gazetteer.plain(text.entry(known).forms.first ?? name)
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
      if let acronym = one.acronym {
        aliases[acronym] = number
        table.setAcronym(number, acronym)
      }
      table.mention(number, one.tokens)
    }
    guard !aliases.isEmpty else { return }
    for token in text.tokens.indices
    where !taken[token] && text.tokens[token].kind == .word && text.tokens[token].flags.contains(.capitalised)
      && text.tokens[token].length > 1
    {
      guard let number = aliases[text.source(text.tokens[token].bytes)] else { continue }
      table.mention(number, token..<token + 1)
      taken[token] = true
    }
  }

  /// The country of the ministries that are named without one: the only one that the sentences of these name, else that the
  /// document names.
  private func home(of found: [Found]) -> String? {
    var near: Set<String> = []
    for one in found.lazy.filter({ $0.type == "ministry" && !$0.hasAdjective }).prefix(32) {
      guard let number = text.sentence(ofToken: one.tokens.lowerBound) else { continue }
      near.formUnion(countries(in: text.sentences[number].tokens.prefix(200)))
    }
    if near.count == 1 { return near.first }
    guard near.isEmpty else { return nil }
    let all = countries(in: text.tokens.indices.prefix(4_000))
    return all.count == 1 ? all.first : nil
  }

  /// The countries that are named, by themselves, their adjectives or their seats of government.
  private func countries(in tokens: Range<Int>) -> Set<String> {
    var countries: Set<String> = []
    for token in tokens {
      guard text.tokens[token].kind == .word else { continue }
      let match =
        text.match(.country, at: token) ?? text.match(.countryAdjective, at: token)
        ?? text.match(.capital, at: token)
      guard let match, match.category == .countryAdjective || text.tokens[token].flags.contains(.capitalised) else {
        continue
      }
      countries.insert(text.entry(match).value(0))
    }
    return countries
  }

  private func names(taken: inout [Bool]) -> [Found] {
    var found: [Found] = []
    var inRole = Set<Int>()
    readEnglish(into: &found, taken: &taken)
    readSpelled(into: &found, taken: &taken)
    guard text.categories.contains(.organisationHead) else { return found }
    for match in text.matches(of: [.role]) where match.tokens.count > 1 { inRole.formUnion(match.tokens) }
    for sentence in text.sentences where sentence.categories.contains(.organisationHead) {
      var token = sentence.tokens.lowerBound
      while token < sentence.tokens.upperBound {
        // "navire-école" is no school.
        if let unit = unit(at: token, limit: sentence.tokens.upperBound, taken: taken) {
          found.append(
            Found(
              tokens: unit, acronym: nil, type: "military", stripped: EntityID.slug(text.source(tokens: unit)),
              hasAdjective: false))
          for index in unit { taken[index] = true }
          token = unit.upperBound
          continue
        }
        guard let head = text.match(.organisationHead, at: token), !taken[token], !inRole.contains(token),
          !text.tokens[token].flags.contains(.afterHyphen), !isInside(token, sentence.tokens),
          !isParticiple(head, sentence.tokens), !isTerritory(head, sentence.tokens),
          let (tokens, acronym) = read(head, limit: sentence.tokens.upperBound, taken: taken)
        else {
          token += 1
          continue
        }
        let plain = tokens.filter { text.match(.countryAdjective, at: $0) == nil }
        found.append(
          Found(
            tokens: tokens, acronym: acronym, type: text.entry(head).value(0),
            stripped: EntityID.slug(plain.map { text.source(text.tokens[$0].bytes) }.joined(separator: " ")),
            hasAdjective: plain.count < tokens.count))
        for index in tokens { taken[index] = true }
        token = tokens.upperBound
      }
    }
    return found
  }

  /// "118e brigade", "3e régiment d'infanterie", "7e flotte": the number is the name of a force.
  private func unit(at token: Int, limit: Int, taken: [Bool]) -> Range<Int>? {
    guard text.tokens[token].kind == .number, text.tokens[token].flags.contains(.ordinal), token + 1 < limit,
      let head = text.match(.organisationHead, at: token + 1), text.entry(head).value(0) == "military",
      head.tokens.upperBound <= limit
    else { return nil }
    let span = extent(head, bound: min(limit, token + Self.longest), isFormal: false)
    let unit = token..<span.upperBound
    return unit.contains { taken[$0] } ? nil : unit
  }

  /// "Cyber Command", "Institute for Peace Studies": words with capitals around one that such names have.
  private func readEnglish(into found: inout [Found], taken: inout [Bool]) {
    for match in text.matches(of: [.organisationTail]) where !match.tokens.contains(where: { taken[$0] }) {
      guard let number = text.sentence(ofToken: match.tokens.lowerBound) else { continue }
      let sentence = text.sentences[number].tokens
      var (start, end) = (match.tokens.lowerBound, match.tokens.upperBound)
      while start > max(sentence.lowerBound, match.tokens.lowerBound - 6), isEnglish(start - 1, taken) { start -= 1 }
      // "of Defence Studies", "for Peace"
      while end + 1 < sentence.upperBound, end < match.tokens.upperBound + 6 {
        if isEnglish(end, taken), end > match.tokens.upperBound {
          end += 1
        } else if ["of", "for", "and", "on"].contains(text.source(text.tokens[end].bytes)), isEnglish(end + 1, taken) {
          end += 2
        } else {
          break
        }
      }
      // "Air Force One" is an aircraft.
      let isOpen =
        end < sentence.upperBound && text.tokens[end].kind == .word && text.tokens[end].flags.contains(.capitalised)
      guard end - start > match.tokens.count, !isOpen else { continue }
      let acronym =
        end + 2 < sentence.upperBound && text.tokens[end].value == Punctuation.openParenthesis
        && text.tokens[end + 2].value == Punctuation.closeParenthesis && isAcronym(text.tokens[end + 1])
      found.append(
        Found(
          tokens: start..<end, acronym: acronym ? text.source(text.tokens[end + 1].bytes) : nil,
          type: text.entry(match).value(0), stripped: EntityID.slug(text.source(tokens: start..<end)),
          hasAdjective: false))
      for token in start..<end { taken[token] = true }
    }
  }

  /// "les Unités de protection du peuple (YPG)", "Parti des travailleurs (PT)": a name with capitals, and the acronym after it.
  private func readSpelled(into found: inout [Found], taken: inout [Bool]) {
    for open in text.tokens.indices.dropLast(2)
    where text.tokens[open].kind == .punctuation && text.tokens[open].value == Punctuation.openParenthesis {
      guard text.tokens[open + 2].kind == .punctuation, text.tokens[open + 2].value == Punctuation.closeParenthesis,
        isAcronym(text.tokens[open + 1]), !isPlaceOrUnit(open + 1), let start = spelledStart(before: open, taken),
        isHouse(start, open)
      else { continue }
      let tokens = start..<open
      found.append(
        Found(
          tokens: tokens, acronym: text.source(text.tokens[open + 1].bytes),
          type: text.match(.organisationHead, at: start).map { text.entry($0).value(0) } ?? "",
          stripped: EntityID.slug(text.source(tokens: tokens)), hasAdjective: false))
      for token in tokens { taken[token] = true }
    }
  }

  /// A noun that names organisations begins it, or the letters are those of its words; but what a treaty or a plan is
  /// called is no organisation.
  private func isHouse(_ start: Int, _ open: Int) -> Bool {
    guard text.match(.eventName, at: start) == nil, text.match(.documentNoun, at: start) == nil,
      text.match(.eventNoun, at: start) == nil, text.match(.region, at: start) == nil,
      text.match(.country, at: start) == nil, !text.tokens[start].flags.contains(.allCaps)
    else { return false }
    if text.match(.organisationHead, at: start) != nil { return true }
    return spells(start..<open, text.tokens[open + 1], whole: true)
  }

  /// Whether the letters of an acronym are first letters of words, in their order: all of them, or half.
  private func spells(_ name: Range<Int>, _ acronym: TextToken, whole: Bool) -> Bool {
    let letters = text.bytes[acronym.bytes].map { $0 | 0x20 }
    var next = 0
    for token in name where text.tokens[token].kind == .word && next < letters.count {
      if let first = text.bytes[text.tokens[token].bytes].first, first | 0x20 == letters[next] { next += 1 }
    }
    return whole ? next == letters.count : next * 2 >= letters.count
  }

  private func isPlaceOrUnit(_ token: Int) -> Bool {
    text.match(.country, at: token) != nil || text.match(.dateMonth, at: token) != nil
      || text.match(.organisation, at: token).map { ["party", "media"].contains(text.entry($0).value(1)) } ?? false
  }

  /// Where a name that ends before an acronym begins: a capital behind an article, with nothing but nouns and prepositions
  /// up to the parenthesis.
  private func spelledStart(before open: Int, _ taken: [Bool]) -> Int? {
    guard let number = text.sentence(ofToken: open) else { return nil }
    let bound = max(text.sentences[number].tokens.lowerBound, open - Self.longest)
    var token = open - 1
    var start: Int?
    while token >= bound, text.tokens[token].kind == .word, !taken[token] {
      let word = text.tokens[token]
      if word.flags.contains(.capitalised) {
        if text.match(.givenName, at: token) != nil || text.match(.role, at: token) != nil { return nil }
        // "Une agence chargée …": a capital from the start of the sentence.
        if text.match(.sayDeterminer, at: token) != nil || text.match(.sayIndefinite, at: token) != nil,
          !word.flags.contains(.elided)
        {
          break
        }
        if !word.flags.contains(.elided) { start = token }
        // "le Ministère … au Centre … (CDE)": the nearer name has the letters.
        if text.match(.organisationHead, at: token) != nil, startsAlike(token, open + 1),
          spells(token..<open, text.tokens[open + 1], whole: true)
        {
          break
        }
        // An article that belongs to no name stands before it.
        let before = token - 1
        if before >= bound, text.tokens[before].kind == .word,
          text.match(.sayDeterminer, at: before) != nil
            || ["aux", "des", "du"].contains(text.source(text.tokens[before].bytes)), !leadsOn(before, bound)
        {
          break
        }
      } else if text.match(.clauseWord, at: token) != nil && text.match(.nameLinker, at: token) == nil
        || text.match(.sayVerb, at: token) != nil || text.match(.sayAuxiliary, at: token) != nil
      {
        break
      }
      token -= 1
    }
    guard let start, open - start > 1, start > bound || text.tokens[start].kind == .word,
      text.match(.sayPreposition, at: start) == nil, text.match(.civility, at: start) == nil
    else { return nil }
    return start
  }

  /// "Haut-Commissariat aux droits": a capital stands not far before the linker.
  private func leadsOn(_ linker: Int, _ bound: Int) -> Bool {
    (max(bound, linker - 3)..<linker).contains {
      text.tokens[$0].kind == .word && text.tokens[$0].flags.contains(.capitalised)
        && text.match(.role, at: $0) == nil && text.match(.sayPreposition, at: $0) == nil
    }
  }

  private func isEnglish(_ token: Int, _ taken: [Bool]) -> Bool {
    let word = text.tokens[token]
    return word.kind == .word && word.flags.contains(.capitalised) && !word.flags.contains(.elided) && !taken[token]
      && text.match(.nameLinker, at: token) == nil && text.match(.clauseWord, at: token) == nil
      && text.match(.civility, at: token) == nil && text.match(.role, at: token) == nil
      && text.match(.sayPreposition, at: token) == nil && text.match(.organisationHead, at: token) == nil
  }

  /// The name that a head begins, and the acronym after it.
  private func read(
    _ head: LexiconMatch, limit: Int, taken: [Bool]
  ) -> (name: Range<Int>, acronym: String?)? {
    let need = text.entry(head).value(1)
    let first = head.tokens.lowerBound
    let isFormal = text.tokens[first].flags.contains(.capitalised) && !isSentenceStart(first)
    if need == "acronym", let quoted = quoted(after: head.tokens.upperBound, limit: limit) { return (quoted, nil) }
    let bound = min(limit, first + Self.longest)
    if let (name, acronym) = withAcronym(head, bound: bound) { return (name, acronym) }
    if need == "acronym", !isFormal, let name = house(head, bound: bound, taken: taken) { return (name, nil) }
    var span = extent(head, bound: bound, isFormal: isFormal)
    if text.entry(head).value(0) == "council", let end = fields(after: span.upperBound, bound: bound) {
      span = span.lowerBound..<end
    }
    let rest = head.tokens.upperBound..<span.upperBound
    guard !rest.isEmpty else { return nil }
    let hasOwner = rest.contains { isOrganisation($0) }
    let hasCapital = rest.contains { text.tokens[$0].flags.contains(.capitalised) && text.tokens[$0].kind == .word }
    switch need {
    case "name":
      return hasCapital || (isFormal && (rest.count > 1 || head.tokens.count > 1)) ? (span, nil) : nil
    case "formal": return isFormal && rest.count > 1 ? (span, nil) : nil
    case "owner":
      // "centre d'excellence de Riga"
      let isPlaced =
        (head.tokens.count > 1 || text.entry(head).value(0) == "command")
        && rest.contains { text.match(.city, at: $0) != nil || text.match(.capital, at: $0) != nil }
      return (isFormal && rest.count > 1) || hasOwner || (isPlaced && hasCapital) ? (span, nil) : nil
    default: return isFormal && hasCapital ? (span, nil) : nil
    }
  }

  /// "l'avion parti du Caire": a noun that a word stands right before is a participle.
  private func isParticiple(_ head: LexiconMatch, _ sentence: Range<Int>) -> Bool {
    let first = head.tokens.lowerBound
    guard text.entry(head).value(0) == "party", first > sentence.lowerBound,
      !text.tokens[first].flags.contains(.capitalised)
    else { return false }
    let before = text.tokens[first - 1]
    guard before.kind == .word else { return true }
    return text.match(.sayDeterminer, at: first - 1) == nil && text.match(.nameLinker, at: first - 1) == nil
      && text.match(.sayIndefinite, at: first - 1) == nil
  }

  /// "dans la préfecture de Nagasaki": a territory.
  private func isTerritory(_ head: LexiconMatch, _ sentence: Range<Int>) -> Bool {
    let first = head.tokens.lowerBound
    guard text.entry(head).value(0) == "government", first > sentence.lowerBound + 1 else { return false }
    return text.source(text.tokens[first - 2].bytes).lowercased() == "dans"
  }

  /// "Moussa Diop": a given name and a family name begin a person.
  private func isPerson(_ token: Int, _ bound: Int) -> Bool {
    guard token + 1 < bound, text.match(.givenName, at: token) != nil || text.match(.civility, at: token) != nil
    else { return false }
    let next = text.tokens[token + 1]
    return next.kind == .word && next.flags.contains(.capitalised) && text.tokens[token].flags.contains(.capitalised)
  }

  /// "Air Force One": a word with a capital before the noun makes another name of it.
  private func isInside(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token > sentence.lowerBound, text.tokens[token].flags.contains(.capitalised) else { return false }
    let before = text.tokens[token - 1]
    return before.kind == .word && before.flags.contains(.capitalised) && !before.flags.contains(.elided)
      && text.matches(at: token - 1).isEmpty
  }

  /// ", de la défense et des forces armées" after "commission des affaires étrangères": the end of its other fields.
  private func fields(after comma: Int, bound: Int) -> Int? {
    var token = comma
    var hasAnd = false
    while !hasAnd {
      guard token + 2 < bound else { return nil }
      let isComma = text.tokens[token].kind == .punctuation && text.tokens[token].value == Punctuation.comma
      hasAnd = text.tokens[token].kind == .word && isAnd(token)
      guard isComma || (hasAnd && token > comma),
        ["de", "du", "des", "d'", "d’"].contains(text.source(text.tokens[token + 1].bytes)),
        let noun = afterLinkers(token + 1, bound: bound)
      else { return nil }
      token = noun + 1
      // One adjective.
      if token < bound, text.tokens[token].kind == .word, !isAnd(token), text.tokens[token].length > 4,
        text.match(.nameLinker, at: token) == nil, text.match(.clauseWord, at: token) == nil,
        text.match(.sayVerb, at: token) == nil, isPluralWord(token) == isPluralWord(token - 1)
      {
        token += 1
      }
    }
    return token
  }

  private func isPluralWord(_ token: Int) -> Bool {
    text.bytes[text.tokens[token].bytes].last.map { $0 == 0x73 || $0 == 0x78 } ?? false
  }

  private static let houses: Set<String> = ["media", "company", "fund", "militia", "team"]

  /// "la start-up Vesk Labs", "le site Vesk", "le groupe turc Vesk": the name stands right after what it is.
  private func house(_ head: LexiconMatch, bound: Int, taken: [Bool]) -> Range<Int>? {
    guard Self.houses.contains(text.entry(head).value(0)) else { return nil }
    var first = head.tokens.upperBound
    if first < bound, let home = text.match(.countryAdjective, at: first),
      !text.tokens[first].flags.contains(.capitalised)
    {
      first = home.tokens.upperBound
    }
    guard first < bound, isEnglish(first, taken), text.match(.givenName, at: first) == nil,
      text.match(.countryAdjective, at: first) == nil, text.tokens[first].flags.contains(.afterSpace)
    else { return nil }
    var end = first + 1
    while end < min(bound, first + 4), isEnglish(end, taken) { end += 1 }
    return first..<end
  }

  private func isSentenceStart(_ token: Int) -> Bool {
    text.sentence(ofToken: token).map { text.sentences[$0].tokens.lowerBound == token } ?? true
  }

  private func isOrganisation(_ token: Int) -> Bool {
    guard let match = text.match(.organisation, at: token) else { return false }
    return text.tokens[match.tokens.lowerBound].flags.contains(.capitalised)
  }

  /// « Relier les alliés » after "initiative".
  private func quoted(after token: Int, limit: Int) -> Range<Int>? {
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

  /// "agence chargée des acquisitions de défense (ATLA)": all up to the parenthesis is the name.
  private func withAcronym(_ head: LexiconMatch, bound: Int) -> (Range<Int>, String)? {
    var token = head.tokens.upperBound
    while token < bound {
      let word = text.tokens[token]
      // "le Ministère … au Centre … (CDE)": the letters are those of the nearer name.
      if word.flags.contains(.capitalised), text.match(.organisationHead, at: token) != nil,
        let open = (token..<bound).first(where: { text.tokens[$0].value == Punctuation.openParenthesis }),
        open + 1 < bound, spells(token..<open, text.tokens[open + 1], whole: true),
        !startsAlike(head.tokens.lowerBound, open + 1)
      {
        return nil
      }
      if word.kind == .punctuation {
        if word.value == Punctuation.comma {
          token += 1
          continue
        }
        guard word.value == Punctuation.openParenthesis, token + 2 < text.tokens.count, token > head.tokens.upperBound,
          !isStretched(head.tokens.lowerBound..<token, text.tokens[token + 1]),
          text.tokens[token + 2].value == Punctuation.closeParenthesis,
          isAcronym(text.tokens[token + 1]) || isSpoken(text.tokens[token + 1], text.tokens[head.tokens.lowerBound])
        else { return nil }
        return (head.tokens.lowerBound..<token, text.source(text.tokens[token + 1].bytes))
      }
      if text.match(.organisationHead, at: token) != nil
        || (text.match(.clauseWord, at: token) != nil && text.match(.sayPreposition, at: token) == nil),
        !word.flags.contains(.capitalised), !word.flags.contains(.accented)
      {
        return nil
      }
      token += 1
    }
    return nil
  }

  private func startsAlike(_ word: Int, _ acronym: Int) -> Bool {
    guard let first = text.bytes[text.tokens[word].bytes].first,
      let letter = text.bytes[text.tokens[acronym].bytes].first
    else { return false }
    return first | 0x20 == letter | 0x20
  }

  /// "le ministère salue l'essai du radar (AESA)": a clause stands between, and the letters are those of no word of it.
  private func isStretched(_ name: Range<Int>, _ acronym: TextToken) -> Bool {
    if spells(name, acronym, whole: false) { return false }
    return name.dropFirst().contains { token in
      let word = text.tokens[token]
      if word.kind == .punctuation { return true }
      return !word.flags.contains(.capitalised)
        && (text.match(.sayVerb, at: token) != nil || text.match(.speechVerb, at: token) != nil
          || text.match(.eventVerb, at: token) != nil || text.match(.activityCue, at: token) != nil
          || text.match(.sayAuxiliary, at: token) != nil)
        && text.match(.sayPreposition, at: token - 1) == nil && text.match(.sayDeterminer, at: token - 1) == nil
    }
  }

  /// Two capitals at least: `ATLA`, `StratCom`, `JFC`.
  private func isAcronym(_ token: TextToken) -> Bool {
    guard token.kind == .word, (2...10).contains(token.length) else { return false }
    if token.flags.contains(.allCaps) { return true }
    return text.bytes[token.bytes].filter { (0x41...0x5A).contains($0) }.count > 1
  }

  /// `Inalco` after `Institut`: an acronym that is read as a word.
  private func isSpoken(_ token: TextToken, _ head: TextToken) -> Bool {
    guard token.kind == .word, token.flags.contains(.capitalised), token.word == .unknown,
      (4...10).contains(token.length),
      let letter = text.bytes[token.bytes].first, let first = text.bytes[head.bytes].first
    else { return false }
    return letter | 0x20 == first | 0x20
  }

  /// How far the name goes: adjectives, capitals, and what "de", "du", "pour" join to it.
  private func extent(_ head: LexiconMatch, bound: Int, isFormal: Bool) -> Range<Int> {
    var end = head.tokens.upperBound
    var token = end
    // Where a known name that belongs to this one ends.
    var wholeEnd = -1
    let isMinistry = text.entry(head).value(0) == "ministry"
    while token < bound {
      let word = text.tokens[token]
      if word.kind == .punctuation {
        // "de l'Économie, du Commerce et de l'Industrie"
        guard isMinistry, word.value == Punctuation.comma, let next = afterLinkers(token + 1, bound: bound),
          next > token + 1, text.tokens[next].flags.contains(.capitalised), text.match(.country, at: next) == nil,
          text.match(.organisationHead, at: next) == nil
        else { break }
        token = next
        continue
      }
      guard word.kind == .word else { break }
      if let adjective = text.match(.countryAdjective, at: token) ?? text.match(.regionAdjective, at: token),
        token == end
      {
        end = adjective.tokens.upperBound
        token = end
        continue
      }
      if let linked = afterLinkers(token, bound: bound), linked > token {
        guard text.match(.organisationHead, at: linked) == nil || text.tokens[linked].flags.contains(.capitalised)
        else { break }
        // "sur la base de X" says where.
        if text.source(text.tokens[token].bytes) == "sur", text.match(.buildingHead, at: linked) != nil { break }
        if text.tokens[linked].flags.contains(.capitalised) {
          guard text.match(.civility, at: linked) == nil, !isAtPlace(token, linked) else { break }
          // "et" joins names of their own, but for the fields of one ministry.
          if isAnd(token),
            !isMinistry || text.match(.country, at: linked) != nil
          {
            break
          }
        } else if isAnd(token) || !(isFormal || leadsToOwner(linked, bound: bound))
          || text.match(.clauseWord, at: linked) != nil
        {
          break
        }
        if text.tokens[linked].flags.contains(.capitalised), isPerson(linked, bound),
          linked > head.tokens.upperBound + 1,
          text.entry(head).value(0) != "institute", text.entry(head).value(0) != "ngo"
        {
          break
        }
        end = longest(linked)
        if text.match(.organisation, at: linked) != nil, end > linked + 1 { wholeEnd = end }
        token = end
        continue
      }
      if agrees(token, end: end) {
        end = token + 1
        token = end
        continue
      }
      if text.match(.clauseWord, at: token) != nil { break }
      if word.flags.contains(.capitalised) {
        // "ministère des Affaires étrangères X": who speaks for it.
        if token > head.tokens.upperBound, isPerson(token, bound) { break }
        // "la Commission de l'Union africaine X": a name is whole.
        if token == wholeEnd { break }
        if isMinistry, token == end, !text.tokens[token - 1].flags.contains(.capitalised),
          token - 1 >= head.tokens.upperBound, text.match(.countryAdjective, at: token - 1) == nil
        {
          break
        }
        end = longest(token)
      } else if token == end, isFormal || text.match(.roleModifier, at: token) != nil, word.length > 4,
        isPluralWord(token - 1) || !isPluralWord(token), text.match(.sayVerb, at: token) == nil
      {
        end = token + 1
      } else {
        break
      }
      token = end
    }
    return head.tokens.lowerBound..<end
  }

  private func isAnd(_ token: Int) -> Bool {
    text.tokens[token].length == 2 && text.source(text.tokens[token].bytes).lowercased() == "et"
  }

  /// "Affaires étrangères": an adjective in the plural after a capital in the plural.
  private func agrees(_ token: Int, end: Int) -> Bool {
    guard token == end, token > 0, text.match(.clauseWord, at: token) == nil else { return false }
    let (noun, adjective) = (text.tokens[token - 1], text.tokens[token])
    guard noun.flags.contains(.capitalised), adjective.kind == .word, adjective.length > 3 else { return false }
    return text.bytes[noun.bytes].last == 0x73 && text.bytes[adjective.bytes].last == 0x73
  }

  /// "à Tokyo" says where an organisation is, and is no part of its name.
  private func isAtPlace(_ linker: Int, _ name: Int) -> Bool {
    let word = text.tokens[linker]
    guard word.flags.contains(.accented) || ["en", "au", "aux"].contains(text.source(word.bytes)) else { return false }
    return text.match(.capital, at: name) != nil || text.match(.city, at: name) != nil
      || text.match(.country, at: name) != nil
  }

  private func longest(_ token: Int) -> Int {
    max(
      token + 1, text.match(.organisation, at: token)?.tokens.upperBound ?? 0,
      text.match(.country, at: token)?.tokens.upperBound ?? 0, text.match(.region, at: token)?.tokens.upperBound ?? 0)
  }

  /// "bureau de liaison de l'OTAN": one plain noun, then an organisation.
  private func leadsToOwner(_ token: Int, bound: Int) -> Bool {
    guard let next = afterLinkers(token + 1, bound: bound), next > token + 1 else { return false }
    return isOrganisation(next)
  }

  /// The first token after articles and prepositions; the token itself when it is none.
  private func afterLinkers(_ token: Int, bound: Int) -> Int? {
    var next = token
    while next < bound, next < token + 4, text.tokens[next].kind == .word, text.match(.nameLinker, at: next) != nil,
      !text.tokens[next].flags.contains(.capitalised)
    {
      next += 1
    }
    return next < bound && text.tokens[next].kind == .word ? next : nil
  }
}
