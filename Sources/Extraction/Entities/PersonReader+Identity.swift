internal import EntenteSchema

/// Whom a name means: one person, whatever form of the name stands there.
extension PersonReader {
  func add(_ written: Run, _ people: inout [String: [Person]], _ table: inout EntityTable) -> Int {
    var run = written
    if isFamilyFirst(run.words), let family = run.words.first { run.words = Array(run.words.dropFirst()) + [family] }
    let name = displayed(run.words)
    var draft = EntityDraft(id: EntityID.make(.person, name), kind: .person, name: name)
    // "le Danois X"
    if let before = run.words.min().map({ $0 - 1 }), before >= 0, text.tokens[before].flags.contains(.capitalised),
      let home = text.match(.countryAdjective, at: before)
    {
      draft.owner = "country/\(text.entry(home).value(0).lowercased())"
    }
    let number = table.number(draft)
    // Who is called by the given name later: "Sir Keir", "Barbara".
    if run.words.count > 1, text.tokens[run.words[0]].length > 2 {
      let given = "given:" + folded([run.words[0]])
      if people[given]?.contains(where: { $0.number == number }) != true, people[given]?.count ?? 0 < Self.namesakes {
        people[given, default: []].append(Person(number: number, gender: "both", first: run.tokens.lowerBound))
      }
    }
    let gender = run.civility ?? text.match(.givenName, at: run.words[0]).map { text.entry($0).value(0) } ?? "both"
    for family in families(run.words) {
      // More than so many are told apart by nothing.
      if let known = people[family], known.count == Self.namesakes || known.contains(where: { $0.number == number }) {
        continue
      }
      people[family, default: []].append(Person(number: number, gender: gender, first: run.tokens.lowerBound))
    }
    return number
  }

  /// People of one family name who are kept apart.
  private static let namesakes = 16

  /// "YAMADA Taro": capitals tell the family name, and names are shown with the given name first. "WANG Yi" stays as
  /// news writes it.
  func isFamilyFirst(_ words: [Int]) -> Bool {
    guard words.count == 2 else { return false }
    let (first, second) = (text.tokens[words[0]], text.tokens[words[1]])
    return first.flags.contains(.allCaps) && first.length > 2 && !second.flags.contains(.allCaps)
      && !second.flags.contains(.afterHyphen) && text.match(.givenName, at: words[0]) == nil
  }

  /// The words of a name as they are shown: a family name in capitals gets small letters.
  func displayed(_ words: [Int]) -> String {
    var name = ""
    for (index, word) in words.enumerated() {
      let token = text.tokens[word]
      if index > 0 {
        let before = text.tokens[words[index - 1]]
        let isJoined = token.flags.contains(.afterHyphen) || isInitials(words[index - 1], word)
        name += before.flags.contains(.elided) ? "" : isJoined ? "-" : " "
      }
      let written = text.source(token.bytes)
      let isShouted = token.flags.contains(.allCaps) && token.length > (words.count > 1 ? 2 : 3)
      name += isShouted && !isOrdinal(written, index) ? written.capitalized(1) : written
      if token.length == 1, index + 1 < words.count, words[index + 1] > word + 1 { name += "." }
    }
    return name
  }

  /// "Charles III": the number of a ruler.
  private func isOrdinal(_ word: String, _ index: Int) -> Bool {
    index > 0 && word.utf8.allSatisfy { [UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X")].contains($0) }
  }

  /// "J.-M."
  private func isInitials(_ first: Int, _ second: Int) -> Bool {
    second == first + 3 && text.tokens[first].length == 1 && text.tokens[second - 1].value == Punctuation.dash
  }

  /// What the person may be called later: the words after the given name, the last word, the first of a Korean name.
  func families(_ words: [Int]) -> [String] {
    var families = [folded(words)]
    // A name of both genders may be a family name that stands first: "Park Jin".
    let given = text.match(.givenName, at: words[0]).map { text.entry($0).value(0) }
    let isFamilyFirst =
      given == nil || given == "both"
      || (words.last.map {
        text.tokens[$0].flags.contains(.afterHyphen) && !text.tokens[$0].flags.contains(.capitalised)
      }
        ?? false)
    if isFamilyFirst { families.append(folded([words[0]])) }
    var rest = 1
    while rest < words.count - 1, text.tokens[words[rest]].flags.contains(.afterHyphen) { rest += 1 }
    families.append(folded(Array(words[rest...])))
    if let last = words.last { families.append(folded([last])) }
    // "d'Arcourt", "L'Hermite": with their article.
    if words.count > 2, text.tokens[words[words.count - 2]].flags.contains(.elided) {
      families.append(folded(words.suffix(2)))
      // "Giscard d'Estaing"
      if words.count > 3 { families.append(folded(words.suffix(3))) }
    }
    // "Pedro Sánchez Suárez" may be "Sánchez" later.
    if words.count > 2, text.match(.givenName, at: words[words.count - 2]) == nil,
      text.match(.nameParticle, at: words[words.count - 2]) == nil,
      !text.tokens[words[words.count - 1]].flags.contains(.afterHyphen)
    {
      families.append(folded([words[words.count - 2]]))
    }
    return families
  }

  func folded(_ words: [Int]) -> String {
    words.map { EntityID.slug(text.source(text.tokens[$0].bytes)) }.joined(separator: "-")
  }

  /// A family name alone: the person of this document who has it, when there is only one; somebody new when a civility
  /// or a role says that it is a person.
  func bare(
    _ run: Run, _ roleStarts: [Int: Int], _ people: inout [String: [Person]], _ table: inout EntityTable
  ) -> Int? {
    // "Shen Yi, professeur" is not Wang Yi.
    let isOther =
      run.words.count == 2 && run.civility == nil && text.tokens[run.words[0]].word == .unknown
      && isPerson(run, roleStarts) || isNamesake(run)
    for words in people.isEmpty ? [] : isOther ? [run.words] : [run.words, run.words.suffix(1)] {
      let family = folded(words)
      var numbers = people[family] ?? []
      if numbers.count > 1, let civility = run.civility { numbers = numbers.filter { $0.gender == civility } }
      // Who is named only later cannot be meant yet.
      if numbers.count > 1 { numbers = numbers.filter { $0.first < run.tokens.lowerBound } }
      let distinct = Set(numbers.map(\.number))
      if distinct.count == 1, let number = distinct.first, let first = words.first {
        let tokens = words.count == run.words.count ? run.tokens : first..<run.tokens.upperBound
        table.mention(number, tokens)
        return number
      }
      if distinct.count > 1 { return nil }
    }
    if let number = called(run, people) {
      table.mention(number, run.tokens)
      return number
    }
    guard isPerson(run, roleStarts) else { return nil }
    let number = add(run, &people, &table)
    table.mention(number, run.tokens)
    return number
  }

  /// "M. Orvo Vesk" is not Eva Vesk: a courtesy, and two words of which the first is no particle.
  private func isNamesake(_ run: Run) -> Bool {
    guard run.civility != nil, run.words.count == 2, let last = run.words.last else { return false }
    return text.tokens[run.words[0]].length > 1 && text.match(.nameParticle, at: run.words[0]) == nil
      && !text.tokens[last].flags.contains(.afterHyphen)
  }

  /// "Barbara", after "Barbara X": the only one of that given name so far.
  private func called(_ run: Run, _ people: [String: [Person]]) -> Int? {
    guard run.words.count == 1, let word = run.words.first, text.tokens[word].length > 2,
      text.match(.givenName, at: word) != nil, !text.tokens[word].flags.contains(.afterHyphen),
      run.civility == nil
        || ["Sir", "Dame", "Lady", "Lord"].contains(text.source(text.tokens[run.tokens.lowerBound].bytes)),
      text.match(.city, at: word) == nil, text.match(.capital, at: word) == nil,
      text.match(.eventName, at: max(0, word - 1)) == nil
    else { return nil }
    let known = (people["given:" + folded([word])] ?? []).filter { $0.first < run.tokens.lowerBound }
    return known.count == 1 ? known[0].number : nil
  }

  func attach(
    _ run: Run, _ number: Int, _ roleStarts: [Int: Int], _ roleEnds: [Int: Int], _ table: inout EntityTable,
    _ holders: inout [Int: Int]
  ) {
    let own = run.role.flatMap { holders[$0] == nil ? $0 : nil }
    var next = roleAfter(run.tokens.upperBound, roleStarts)
    // "le premier ministre, X, le ministre de la Défense, Y": who has a role before the name leaves the one after it.
    if own != nil, let role = next, leads(role) { next = nil }
    for role in [own, own.flatMap { roleBefore($0, roleEnds) }, next].compactMap({ $0 }) where holders[role] == nil {
      hold(role, number, &table, &holders)
      // "vice-premier ministre et ministre des Affaires étrangères"
      let end = roles[role].tokens.upperBound
      if role + 1 < roles.count, roles[role + 1].tokens.lowerBound == end + 1, holders[role + 1] == nil,
        text.source(text.tokens[end].bytes) == "et"
      {
        hold(role + 1, number, &table, &holders)
      }
      // "Premier ministre et ministre de la Défense X": both stand before the name.
      if role == own, role > 0, roles[role - 1].tokens.upperBound + 1 == roles[role].tokens.lowerBound,
        holders[role - 1] == nil,
        text.source(text.tokens[roles[role - 1].tokens.upperBound].bytes) == "et"
      {
        hold(role - 1, number, &table, &holders)
      }
    }
    if let house = run.house { join(house, &table) }
    readAffiliation(after: run.tokens.upperBound, &table)
    if own == nil, let role = openingRole(run, roleStarts), holders[role] == nil {
      hold(role, number, &table, &holders)
    }
  }

  /// "EELV" before a name.
  private func join(_ house: Int, _ table: inout EntityTable) {
    guard !Self.known.contains(where: { text.match($0, at: house) != nil }) else { return }
    let name = text.source(text.tokens[house].bytes)
    table.mention(
      table.number(
        EntityDraft(
          id: EntityID.make(.organisation, name), kind: .organisation, name: name, acronym: name, type: "party")),
      house..<house + 1)
  }

  /// "X (ABC)": the party or house of somebody.
  func readAffiliation(after end: Int, _ table: inout EntityTable) {
    guard end + 2 < text.tokens.count, text.tokens[end].kind == .punctuation,
      text.tokens[end].value == Punctuation.openParenthesis
    else { return }
    var close = end + 1
    while close < min(end + 4, text.tokens.count), text.tokens[close].kind == .word,
      text.tokens[close].flags.contains(.capitalised) || text.tokens[close].flags.contains(.afterHyphen)
    {
      close += 1
    }
    // "X (Saint-Jean, ABC)": where somebody is elected, and the party.
    var first = end + 1
    if close > first, close + 2 < text.tokens.count, text.tokens[close].kind == .punctuation,
      text.tokens[close].value == Punctuation.comma, text.tokens[close + 1].flags.contains(.allCaps)
    {
      first = close + 1
      close += 2
    }
    let words = first..<close
    guard !words.isEmpty, close < text.tokens.count, text.tokens[close].value == Punctuation.closeParenthesis,
      text.tokens[close].kind == .punctuation,
      !words.contains(where: { token in
        !text.tokens[token].flags.contains(.afterHyphen) && Self.known.contains { text.match($0, at: token) != nil }
      })
    else { return }
    let name = text.source(tokens: words)
    let isAcronym = words.allSatisfy { text.tokens[$0].flags.contains(.allCaps) }
    var draft = EntityDraft(id: EntityID.make(.organisation, name), kind: .organisation, name: name)
    if isAcronym { draft.acronym = name }
    table.mention(table.number(draft), words)
  }

  /// What in parentheses is no house of its own.
  static let known: [LexiconCategory] = [
    .country, .countryAdjective, .capital, .city, .region, .province, .organisation, .role, .givenName, .clauseWord,
    .dateMonth, .civility,
  ]

  /// "Ambassadeur à Bruxelles depuis un an, X répond": an office without article opens the sentence, a name follows.
  func openingRole(_ run: Run, _ roleStarts: [Int: Int]) -> Int? {
    let comma = run.tokens.lowerBound - 1
    guard comma > 0, text.tokens[comma].kind == .punctuation, text.tokens[comma].value == Punctuation.comma,
      let sentence = text.sentence(ofToken: comma)
    else { return nil }
    let first = text.sentences[sentence].tokens.lowerBound
    guard comma - first < 16, let role = roleStarts[first], !roles[role].isPlural else { return nil }
    let isAlone = !(roles[role].tokens.upperBound..<comma).contains {
      text.tokens[$0].kind == .punctuation || text.match(.sayAuxiliary, at: $0) != nil || roleStarts[$0] != nil
        || text.match(.speechVerb, at: $0) != nil
    }
    return isAlone ? role : nil
  }
}
