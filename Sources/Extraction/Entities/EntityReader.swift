internal import EntenteSchema

/// Reads the people, organisations, countries and places of a document, each with its mentions and roles.
///
/// ```swift
/// let entities = EntityReader.entities(of: AnnotatedText(text), documentID: "a")
/// ```
struct EntityReader {
  /// The entities in the order in which the text first has them; mentions by start.
  static func entities(of text: AnnotatedText, documentID: String, asOf: PartialDate? = nil) -> [Entity] {
    var table = EntityTable()
    // Heads first: a known name inside a longer one is no mention of its own.
    var heads = [Bool](repeating: false, count: text.tokens.count)
    Gazetteer(text: text).find(into: &table, taken: &heads)
    var taken = [Bool](repeating: false, count: text.tokens.count)
    var organisations = EntityTable()
    for mention in table.mentions(of: .organisation) where mention.tokens.count > 1 {
      for token in mention.tokens { taken[token] = true }
    }
    OrganisationReader(text: text).find(into: &organisations, taken: &taken)
    let houses = merge(organisations, into: &table, text)
    let claimed = claimed(organisations).merging(spelledOut(in: text, &table)) { first, _ in first }
    for mention in table.mentions() where mention.form == .name {
      for token in mention.tokens { taken[token] = true }
    }
    let features = FeatureReader(text: text).find(into: &table, taken: &taken)
    let outer = (houses + features).sorted { $0.lowerBound < $1.lowerBound }
    // An office holds its place: "le maire de X".
    var named = taken
    let roles = RoleReader(text: text).roles()
    let holders = PersonReader(text: text, roles: roles).find(into: &table, taken: &taken)
    describe(roles, holders, text, &table)
    for mention in table.mentions(of: .person) { for token in mention.tokens { named[token] = true } }
    PlaceReader(text: text, taken: named).find(into: &table)
    Gazetteer(text: text).findBuildings(into: &table)
    let territories = Set(houses)
    return table.drafts.compactMap { entity($0, text, documentID, outer, territories, claimed, asOf) }
  }

  /// The tokens where an acronym stands for the name that the text gives it, whatever else it may mean: token and id.
  private static func claimed(_ organisations: EntityTable) -> [Int: String] {
    var claimed: [Int: String] = [:]
    for draft in organisations.drafts where !draft.acronym.isEmpty {
      for mention in draft.mentions where mention.tokens.count == 1 { claimed[mention.tokens.lowerBound] = draft.id }
    }
    return claimed
  }

  /// "Parti du pouvoir du peuple (PPP)": a known name before an acronym that the lexicon gives to another. Gives the acronym
  /// to that name, and back the tokens where it stands.
  private static func spelledOut(in text: AnnotatedText, _ table: inout EntityTable) -> [Int: String] {
    var owners: [String: Int] = [:]
    for number in table.drafts.indices where table.drafts[number].kind == .organisation {
      for mention in table.drafts[number].mentions where mention.tokens.count > 1 {
        let open = mention.tokens.upperBound
        guard open + 2 < text.tokens.count, text.tokens[open].value == Punctuation.openParenthesis,
          text.tokens[open + 2].value == Punctuation.closeParenthesis, text.tokens[open + 1].flags.contains(.allCaps)
        else { continue }
        let acronym = text.source(text.tokens[open + 1].bytes)
        if owners[acronym] == nil { owners[acronym] = number }
      }
    }
    guard !owners.isEmpty else { return [:] }
    var claimed: [Int: String] = [:]
    for number in table.drafts.indices where table.drafts[number].kind == .organisation {
      for mention in table.drafts[number].mentions where mention.tokens.count == 1 {
        guard let owner = owners[text.source(tokens: mention.tokens)], owner != number else { continue }
        claimed[mention.tokens.lowerBound] = table.drafts[owner].id
        table.mention(owner, mention.tokens)
      }
    }
    return claimed
  }

  /// Adds the organisations read by their heads; gives back where they stand.
  private static func merge(
    _ read: EntityTable, into table: inout EntityTable, _ text: AnnotatedText
  ) -> [Range<Int>] {
    var outer: [Range<Int>] = []
    for draft in read.drafts {
      var empty = draft
      empty.mentions = []
      let number = table.number(empty)
      for mention in draft.mentions {
        table.mention(number, mention.tokens, mention.form)
        // "la région Bretagne a payé" tells of no place.
        if mention.tokens.count > (["government", "media"].contains(draft.type) ? 1 : 2),
          !isPlaced(mention.tokens, text)
        {
          outer.append(mention.tokens)
        }
      }
    }
    return outer
  }

  /// "l'hôpital de Turku": words in small letters that end with a town, which is a place as well.
  private static func isPlaced(_ tokens: Range<Int>, _ text: AnnotatedText) -> Bool {
    guard let last = tokens.last, !text.tokens[tokens.lowerBound].flags.contains(.capitalised) else { return false }
    return text.match(.city, at: last) != nil || text.match(.capital, at: last) != nil
  }

  /// Links "le chef de l'OTAN" to the one person of the text whose role has the same noun, or leads the same
  /// organisation.
  private static func describe(
    _ roles: [StatedRole], _ holders: [Int: Int], _ text: AnnotatedText, _ table: inout EntityTable
  ) {
    if roles.isEmpty { return }
    var holdersOf: [String: Set<Int>] = [:]
    for (index, role) in roles.enumerated() where role.isChief {
      guard let holder = holders[index], !role.former else { continue }
      for key in keys(role, text) { holdersOf[key, default: []].insert(holder) }
    }
    var known = holders
    for (index, role) in roles.enumerated() where holders[index] == nil && role.isChief && !role.former {
      for key in keys(role, text) {
        guard let people = holdersOf[key], people.count == 1, let holder = people.first else { continue }
        table.mention(holder, role.tokens, .description)
        known[index] = holder
        break
      }
    }
    var people: [Int: Int] = [:]
    for number in table.drafts.indices where table.drafts[number].kind == .person {
      for mention in table.drafts[number].mentions where mention.form == .name {
        people[mention.tokens.lowerBound] = number
      }
    }
    for (index, role) in roles.enumerated() where holders[index] == nil {
      guard
        let holder = holder(
          of: role, after: index > 0 ? roles[index - 1].tokens : nil, known[index - 1], text, people)
      else { continue }
      table.addRole(holder, EntityDraft.Role(tokens: role.tokens, former: role.former, of: ""))
    }
  }

  /// Who "qui a été Premier ministre" or "en tant que secrétaire général" is about.
  private static func holder(
    of role: StatedRole, after previous: Range<Int>?, _ previousHolder: Int?, _ text: AnnotatedText,
    _ people: [Int: Int]
  ) -> Int? {
    let start = role.tokens.lowerBound
    guard start > 3 else { return nil }
    if role.former, let previous, let previousHolder, previous.upperBound + 5 >= start { return previousHolder }
    guard isIntroduced(start, text) || isPredicate(start, text), let sentence = text.sentence(ofToken: start) else {
      return nil
    }
    let first = text.sentences[sentence].tokens.lowerBound
    return (max(first, start - 200)..<start).last { people[$0] != nil }.flatMap { people[$0] }
  }

  /// "en tant que", "qui sert comme".
  private static func isIntroduced(_ start: Int, _ text: AnnotatedText) -> Bool {
    // Most roles have another word before them.
    guard ["que", "de", "comme"].contains(text.source(text.tokens[start - 1].bytes)) else { return false }
    return ["en tant que", "en qualité de"].contains(text.source(tokens: start - 3..<start))
      || ["sert comme", "agit comme", "servi comme"].contains(text.source(tokens: start - 2..<start))
  }

  /// "X est le président", "avait été le premier chef de gouvernement"
  private static func isPredicate(_ start: Int, _ text: AnnotatedText) -> Bool {
    var token = start - 1
    while token > start - 5, token > 0,
      text.match(.sayDeterminer, at: token) != nil || text.match(.roleAdjective, at: token) != nil
        || text.match(.formerWord, at: token) != nil
    {
      token -= 1
    }
    return text.match(.roleCopula, at: token).map { $0.tokens.upperBound == token + 1 } ?? false
  }

  /// What a chief is chief of, alone and with the noun.
  private static func keys(_ role: StatedRole, _ text: AnnotatedText) -> [String] {
    let noun = EntityID.slug(text.source(tokens: role.head))
    var keys: [String] = []
    for token in role.tokens {
      for match in text.matches(at: token) {
        guard match.category == .organisation || match.category == .country || match.category == .countryAdjective,
          match.tokens.upperBound <= role.tokens.upperBound
        else { continue }
        let isCountry = match.category != .organisation
        if !isCountry, text.entry(match).value(2).hasPrefix("*") { continue }
        let of = isCountry ? text.entry(match).value(0) : text.entry(match).forms[0]
        keys.append("\(noun)|\(of)")
        if !isCountry, role.tokens.count < 6 { keys.append("chef|\(of)") }
        break
      }
    }
    return keys
  }

  private static func entity(
    _ draft: EntityDraft, _ text: AnnotatedText, _ documentID: String, _ outer: [Range<Int>],
    _ houses: Set<Range<Int>>, _ claimed: [Int: String], _ asOf: PartialDate?
  ) -> Entity? {
    let kept = draft.mentions.filter { mention in
      if draft.kind == .organisation, mention.tokens.count == 1, let other = claimed[mention.tokens.lowerBound],
        other != draft.id
      {
        return false
      }
      if draft.kind == .place, houses.contains(mention.tokens) { return false }
      return draft.kind == .person || ["alliance", "parliament"].contains(draft.type)
        || !isInside(mention.tokens, outer)
        || (draft.kind != .place && draft.id != EntityID.make(.organisation, text.source(tokens: mention.tokens)))
    }.sorted { ($0.tokens.lowerBound, $0.tokens.upperBound) < ($1.tokens.lowerBound, $1.tokens.upperBound) }
    guard !kept.isEmpty else { return nil }
    // "les alliés européens": an adjective alone tells of no place.
    if draft.kind == .place, kept.allSatisfy({ $0.form == .adjective }) { return nil }
    var entity = Entity(
      id: draft.id, kind: draft.kind, name: draft.name, acronym: draft.acronym, iso2: draft.iso2, type: draft.type)
    entity.countryID = draft.owner
    entity.mentions = kept.map {
      Mention(source: Source(text.bytes(of: $0.tokens), of: text, documentID: documentID), form: $0.form)
    }
    entity.forms = forms(entity.mentions)
    entity.roles = draft.roles.map { role in
      Role(
        text: text.source(tokens: role.tokens),
        source: Source(text.bytes(of: role.tokens), of: text, documentID: documentID),
        former: role.former, asOf: asOf, ofEntityID: owner(role.tokens, text))
    }
    for role in entity.roles where !role.former {
      if role.ofEntityID.hasPrefix("organisation/") { entity.organisationID = role.ofEntityID }
      if role.ofEntityID.hasPrefix("country/") { entity.countryID = role.ofEntityID }
    }
    return entity
  }

  /// Whether a longer name holds these tokens; `outer` is sorted and without overlap.
  private static func isInside(_ tokens: Range<Int>, _ outer: [Range<Int>]) -> Bool {
    var (low, high) = (0, outer.count)
    while low < high {
      let middle = (low + high) / 2
      if outer[middle].upperBound < tokens.upperBound { low = middle + 1 } else { high = middle }
    }
    return low < outer.count && outer[low].lowerBound <= tokens.lowerBound && outer[low] != tokens
  }

  /// The organisation or country that the words of a role name.
  private static func owner(_ role: Range<Int>, _ text: AnnotatedText) -> String {
    for token in role {
      for match in text.matches(at: token) {
        switch match.category {
        // "la marine japonaise" is told by its country.
        case .organisation where text.entry(match).value(2).hasPrefix("*"): continue
        case .organisation: return EntityID.make(.organisation, Gazetteer.plain(text.entry(match).forms[0]))
        case .country, .countryAdjective: return "country/\(text.entry(match).value(0).lowercased())"
        default: continue
        }
      }
    }
    return ""
  }

  /// Each distinct form that names it, the most frequent first.
  static func forms(_ mentions: [Mention]) -> [String] {
    var counts: [String: Int] = [:]
    count(mentions, in: &counts)
    return forms(counts)
  }

  /// Adds the forms of mentions to those that were counted.
  static func count(_ mentions: [Mention], in counts: inout [String: Int]) {
    for mention in mentions where mention.form == .name { counts[mention.source?.text ?? "", default: 0] += 1 }
  }

  static func forms(_ counts: [String: Int]) -> [String] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}
