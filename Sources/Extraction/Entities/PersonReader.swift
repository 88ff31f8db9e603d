internal import Schema

/// Reads people: by given name, civility or role at their first mention, by family name alone afterwards.
struct PersonReader {
  let text: AnnotatedText
  let roles: [StatedRole]

  /// Capitals in a row that no other name has taken.
  private struct Run {
    /// What the mention is: the name, with a civility or parentheses where they are inside.
    var tokens: Range<Int>
    /// The words of the name.
    var words: [Int]
    var civility: String?
    var role: Int?
    var isAfterRole = false
  }

  /// A person of this document, as far as it is known.
  private struct Person {
    let number: Int
    let gender: String
    /// Where the text first names them.
    let first: Int
  }

  func find(into table: inout EntityTable, taken: inout [Bool]) -> [Int: Int] {
    var headEnds: [Int: Int] = [:]
    var roleStarts: [Int: Int] = [:]
    for (number, role) in roles.enumerated() {
      headEnds[role.tokens.upperBound] = number
      roleStarts[role.tokens.lowerBound] = number
      for token in role.tokens { taken[token] = true }
    }
    let runs = self.runs(taken: taken, roleEnds: headEnds)
    var people: [String: [Person]] = [:]
    var holders: [Int: Int] = [:]
    let isNamed = runs.map { isPerson($0, roleStarts) && isWhole($0) }
    for (run, isNamed) in zip(runs, isNamed) where isNamed {
      let number = add(run, &people, &table)
      table.mention(number, run.tokens)
      attach(run, number, roleStarts, headEnds, &table, &holders)
    }
    for (run, isNamed) in zip(runs, isNamed) where !isNamed {
      guard let number = bare(run, roleStarts, &people, &table) else { continue }
      attach(run, number, roleStarts, headEnds, &table, &holders)
    }
    return holders
  }

  // Runs

  private func runs(taken: [Bool], roleEnds: [Int: Int]) -> [Run] {
    var runs: [Run] = []
    for sentence in text.sentences {
      var token = sentence.tokens.lowerBound
      if isShouted(sentence.tokens) { continue }
      while token < sentence.tokens.upperBound {
        guard mayBegin(text.tokens[token]),
          let run = run(at: token, in: sentence.tokens, taken: taken, roleEnds: roleEnds)
        else {
          token += 1
          continue
        }
        runs.append(run)
        token = run.tokens.upperBound
      }
    }
    return runs
  }

  /// Whether most words are in capitals.
  private func isShouted(_ sentence: Range<Int>) -> Bool {
    guard sentence.count > 3 else { return false }
    var capitals = 0
    for token in sentence where text.tokens[token].flags.contains(.allCaps) { capitals += 1 }
    return capitals * 2 > sentence.count
  }

  /// A name begins with a capital or, rarely, in parentheses.
  private func mayBegin(_ token: TextToken) -> Bool {
    token.flags.contains(.capitalised) || token.kind == .punctuation && token.value == Punctuation.openParenthesis
  }

  private func run(at start: Int, in sentence: Range<Int>, taken: [Bool], roleEnds: [Int: Int]) -> Run? {
    var run = Run(tokens: start..<start, words: [], civility: nil, role: nil)
    var token = start
    if let civility = text.match(.civility, at: start), text.tokens[start].flags.contains(.capitalised) {
      token = civility.tokens.upperBound
      if token < sentence.upperBound, text.tokens[token].value == Punctuation.fullStop { token += 1 }
      run.civility = text.entry(civility).value(0)
      // "S.E. M. X"
      if let second = text.match(.civility, at: token), text.tokens[token].flags.contains(.capitalised) {
        token = second.tokens.upperBound
        if token < sentence.upperBound, text.tokens[token].value == Punctuation.fullStop { token += 1 }
        run.civility = text.entry(second).value(0)
      }
    } else if text.tokens[start].kind == .punctuation {
      // "(Vladimir) Poutine"
      guard text.tokens[start].value == Punctuation.openParenthesis, start + 3 < sentence.upperBound,
        isNameWord(start + 1, taken), text.match(.givenName, at: start + 1) != nil,
        text.tokens[start + 2].value == Punctuation.closeParenthesis, isNameWord(start + 3, taken)
      else { return nil }
      run.words = [start + 1]
      token = start + 3
    }
    if run.words.isEmpty, token == start, isOpening(start, sentence) { return nil }
    // "« Avec X »": a small word with a capital at the start of somebody's words.
    if run.words.isEmpty, token == start, start > 0, text.tokens[start - 1].kind == .punctuation,
      text.match(.sayPreposition, at: start) != nil || text.match(.sayMarker, at: start) != nil
    {
      return nil
    }
    let first = token
    while token < sentence.upperBound {
      // "l'hôtel de Brienne M. X": somebody else begins.
      if token > first, text.match(.civility, at: token) != nil, text.tokens[token].flags.contains(.capitalised),
        text.tokens[token].length > 1 || text.match(.givenName, at: token - 1) == nil
      {
        break
      }
      if isNameWord(token, taken), token == first || !text.tokens[token].flags.contains(.elided) {
        run.words.append(token)
        token += 1
        // An initial and its full stop.
        if token + 1 < sentence.upperBound, text.tokens[token - 1].length == 1,
          text.tokens[token].value == Punctuation.fullStop, text.tokens[token].kind == .punctuation
        {
          token += 1
        }
      } else if token > first, isKoreanSecondHalf(token, isInside: run.words.count > 1) {
        run.words.append(token)
        token += 1
      } else if let particles = particles(token, first: first, sentence, taken, run) {
        run.words += particles
        token = particles.upperBound
      } else {
        break
      }
      if run.words.count > 6 { break }
    }
    guard let last = run.words.last else { return nil }
    run.tokens = (run.civility == nil ? min(start, run.words[0]) : start)..<last + 1
    if start > sentence.lowerBound, let role = roleEnds[start] { (run.role, run.isAfterRole) = (role, true) }
    if run.role == nil, start > sentence.lowerBound, text.tokens[start - 1].kind == .punctuation,
      let role = roleEnds[start - 1]
    {
      // "le ministre, X", "l'Adm. X"
      if text.tokens[start - 1].value == Punctuation.comma, !isAddressed(role) { run.role = role }
      if text.tokens[start - 1].value == Punctuation.fullStop, roles[role].tokens.count == 1 {
        (run.role, run.isAfterRole) = (role, true)
      }
    }
    // "le président de l'assemblée, le Portugais X"
    if run.role == nil, start > sentence.lowerBound + 3, text.tokens[start - 1].flags.contains(.capitalised),
      text.match(.countryAdjective, at: start - 1) != nil, text.match(.sayDeterminer, at: start - 2) != nil,
      text.tokens[start - 3].kind == .punctuation, text.tokens[start - 3].value == Punctuation.comma
    {
      run.role = roleEnds[start - 3]
    }
    // "Premier ministre travailliste X"
    if run.role == nil, start > sentence.lowerBound + 1, let role = roleEnds[start - 1], isAdjective(start - 1),
      run.words.count > 1, text.match(.givenName, at: run.words[0]) != nil || isKoreanSecondHalf(last, isInside: true)
    {
      run.role = role
    }
    // "le secrétaire général de l'Organisation (OTAN), X"
    if run.role == nil, start > sentence.lowerBound + 4, text.tokens[start - 1].value == Punctuation.comma,
      text.tokens[start - 2].value == Punctuation.closeParenthesis,
      text.tokens[start - 4].value == Punctuation.openParenthesis
    {
      run.role = roleEnds[start - 4]
    }
    return run
  }

  /// A longer word in small letters that nothing else explains.
  private func isAdjective(_ token: Int) -> Bool {
    let word = text.tokens[token]
    return word.kind == .word && word.length > 4 && !word.flags.contains(.capitalised)
      && text.match(.clauseWord, at: token) == nil && text.match(.speechVerb, at: token) == nil
      && text.match(.sayVerb, at: token) == nil && text.match(.sayPreposition, at: token) == nil
  }

  /// "Monsieur le Président,": nobody is named by it.
  private func isAddressed(_ role: Int) -> Bool {
    let article = roles[role].tokens.lowerBound - 1
    return article > 0 && (text.match(.civility, at: article - 1) != nil || text.match(.civility, at: article) != nil)
  }

  private func isNameWord(_ token: Int, _ taken: [Bool]) -> Bool {
    let word = text.tokens[token]
    guard word.kind == .word, word.flags.contains(.capitalised), word.flags.contains(.latin), !taken[token] else {
      return false
    }
    // "le Néerlandais Mark Rutte"
    if token > 0, text.match(.countryAdjective, at: token) != nil, text.match(.sayDeterminer, at: token - 1) != nil {
      return false
    }
    return !word.flags.contains(.elided) && text.match(.organisationHead, at: token) == nil
  }

  /// "Jae-myung": the second half of a given name in lower case.
  private func isKoreanSecondHalf(_ token: Int, isInside: Bool) -> Bool {
    let word = text.tokens[token]
    return word.kind == .word && word.length > 1 && word.flags.contains(.afterHyphen)
      && text.tokens[token - 1].flags.contains(.capitalised)
      && (isInside || (text.match(.clauseWord, at: token) == nil && text.match(.nameLinker, at: token) == nil))
  }

  /// "van der" before a capital, inside a name or right after a civility.
  private func particles(_ token: Int, first: Int, _ sentence: Range<Int>, _ taken: [Bool], _ run: Run) -> Range<Int>? {
    guard !run.words.isEmpty || run.civility != nil else { return nil }
    // "van" and "al" are in names alone; "de" and "la" are not.
    if let word = run.words.last, run.words.count == 1, run.civility == nil, text.match(.givenName, at: word) == nil,
      text.match(.nameLinker, at: token) != nil
        || text.match(.nameParticle, at: token).map({ text.entry($0).value(0) }) != "name"
    {
      return nil
    }
    var end = token
    while end < sentence.upperBound, end < token + 3, text.match(.nameParticle, at: end) != nil, !taken[end] {
      end += 1
    }
    guard end > token, end < sentence.upperBound, isNameWord(end, taken) else { return nil }
    return token..<end
  }

  /// A word that opens a sentence has its capital from there: "Selon Rutte", "Interrogé".
  private func isOpening(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token == sentence.lowerBound || opens(token) else { return false }
    // "Son Jae-il"
    if token + 2 < sentence.upperBound, text.tokens[token + 1].flags.contains(.capitalised),
      isKoreanSecondHalf(token + 2, isInside: true)
    {
      return false
    }
    if text.match(.clauseWord, at: token) != nil || text.match(.nameLinker, at: token) != nil { return true }
    if text.match(.givenName, at: token) != nil { return false }
    guard token + 1 < sentence.upperBound else { return false }
    let next = text.tokens[token + 1]
    return next.kind == .word && next.flags.contains(.capitalised) && text.match(.givenName, at: token + 1) != nil
      && !next.flags.contains(.afterHyphen) && token + 2 < sentence.upperBound
      && text.tokens[token + 2].flags.contains(.capitalised)
  }

  /// "(Reportage X": what stands before it opens a run of words.
  private func opens(_ token: Int) -> Bool {
    let mark = text.tokens[token - 1]
    return mark.kind == .punctuation && [Punctuation.openParenthesis, Punctuation.colon].contains(mark.value)
  }

  // What makes a person of a run

  /// A given and a family name; "M. van Weel", "M. Roy-Laurent" and "l'amiral Cavo Dragone" are family names until nobody
  /// has them.
  private func isWhole(_ run: Run) -> Bool {
    guard run.words.count > 1, let last = run.words.last else { return false }
    let isCompound = run.words.dropFirst().allSatisfy { text.tokens[$0].flags.contains([.afterHyphen, .capitalised]) }
    if isCompound, run.civility != nil || run.isAfterRole { return false }
    if text.match(.givenName, at: run.words[0]) != nil || text.match(.givenName, at: last) != nil { return true }
    if text.tokens[last].flags.contains(.afterHyphen), !text.tokens[last].flags.contains(.capitalised) { return true }
    return run.civility == nil && text.match(.nameParticle, at: run.words[0]) == nil && run.words.count > 2
  }

  private func isPerson(_ run: Run, _ roleStarts: [Int: Int]) -> Bool {
    guard let first = run.words.first, let last = run.words.last, text.tokens[last].length > 1,
      text.tokens[last].flags.contains(.afterHyphen) || text.match(.clauseWord, at: last) == nil,
      text.match(.eventName, at: first) == nil
    else { return false }
    if run.civility != nil { return true }
    // "capitaine de frégate X" holds a rank, and no ship.
    if first > 0, !run.isAfterRole, text.match(.eventName, at: first - 1) != nil { return false }
    if run.words.allSatisfy({ text.tokens[$0].flags.contains(.allCaps) }) {
      let isRanked = run.isAfterRole && run.role.map { roles[$0].isTitle } == true
      return run.words.count > 1 && (isRanked || text.match(.givenName, at: first) != nil)
    }
    if run.words.count == 1, isQuoted(run, first) { return true }
    if run.words.count == 1 { return run.isAfterRole && run.role.map { roles[$0].isTitle } == true }
    if text.match(.givenName, at: first) != nil { return true }
    if run.role != nil { return true }
    if text.match(.givenName, at: last) != nil { return true }
    if run.words.count >= 3, text.tokens[last].flags.contains(.afterHyphen),
      !text.tokens[last].flags.contains(.capitalised)
    {
      return true
    }
    if roleAfter(run.tokens.upperBound, roleStarts) != nil { return true }
    // "le Danois X", "selon X, qui dirige"
    if first > 1, text.match(.countryAdjective, at: first - 1) != nil,
      text.tokens[first - 1].flags.contains(.capitalised)
    {
      return true
    }
    if isCued(first) || isTurn(run) || isSecond(run) { return true }
    if run.words.count == 2, run.words.allSatisfy({ isRomaji(text.tokens[$0]) }) { return true }
    if isScholar(run.tokens.upperBound) { return true }
    if isTold(run.tokens) || isAged(run.tokens.upperBound) { return true }
    return isSpeaker(run.tokens) || isAfterWords(run.tokens.lowerBound)
  }

  /// ", secrétaire général", ", ancien ministre", "(ministre …)": a role in apposition.
  private func roleAfter(_ end: Int, _ roleStarts: [Int: Int]) -> Int? {
    guard end < text.tokens.count, text.tokens[end].kind == .punctuation,
      text.tokens[end].value == Punctuation.comma || text.tokens[end].value == Punctuation.openParenthesis
    else { return nil }
    // "X, et la ministre Y"
    if end + 1 < text.tokens.count, text.source(text.tokens[end + 1].bytes) == "et" { return nil }
    var token = end + 1
    while token < min(end + 6, text.tokens.count) {
      if let role = roleStarts[token] { return role }
      guard
        let word = text.match(.roleAdjective, at: token) ?? text.match(.nameLinker, at: token)
          ?? text.match(.formerWord, at: token) ?? text.match(.sayDeterminer, at: token)
      else { return nil }
      token = word.tokens.upperBound
    }
    return nil
  }

  /// "selon X, qui": somebody whose words are told, and who does something.
  private func isTold(_ tokens: Range<Int>) -> Bool {
    let (before, after) = (tokens.lowerBound - 1, tokens.upperBound)
    return before >= 0 && text.match(.sayMarker, at: before) != nil && after + 1 < text.tokens.count
      && text.tokens[after].value == Punctuation.comma && text.source(text.tokens[after + 1].bytes) == "qui"
  }

  /// "entretien avec X": what stands before people.
  private func isCued(_ first: Int) -> Bool {
    (max(0, first - 4)..<first).contains { text.match(.personCue, at: $0)?.tokens.upperBound == first }
  }

  /// "X et Y": two words with capitals beside a person by given name.
  private func isSecond(_ run: Run) -> Bool {
    let start = run.tokens.lowerBound
    guard start > 2, text.tokens[start - 1].length == 2, text.source(text.tokens[start - 1].bytes) == "et",
      !text.tokens[run.words[1]].flags.contains(.afterHyphen)
    else { return false }
    var token = start - 2
    while token > 0, token > start - 6, text.tokens[token].kind == .word,
      text.tokens[token].flags.contains(.capitalised)
    {
      if token < start - 2, text.match(.givenName, at: token) != nil { return true }
      token -= 1
    }
    return false
  }

  /// "X (Radio Y) : …" at the head of a paragraph: who has the turn.
  private func isTurn(_ run: Run) -> Bool {
    let end = run.tokens.upperBound
    guard let block = text.block(ofToken: run.tokens.lowerBound),
      text.blocks[block].tokens.lowerBound == run.tokens.lowerBound, text.blocks[block].kind == .paragraph,
      end < text.blocks[block].tokens.upperBound, text.tokens[end].kind == .punctuation,
      text.tokens[end].value == Punctuation.openParenthesis
    else { return false }
    let close = (end..<min(end + 8, text.blocks[block].tokens.upperBound - 1)).first {
      text.tokens[$0].kind == .punctuation && text.tokens[$0].value == Punctuation.closeParenthesis
    }
    return close.map { text.tokens[$0 + 1].value == Punctuation.colon } ?? false
  }

  /// ", de l'université X": the house of somebody who is asked.
  private func isScholar(_ end: Int) -> Bool {
    guard end + 2 < text.tokens.count, text.tokens[end].kind == .punctuation,
      text.tokens[end].value == Punctuation.comma, text.match(.sayPreposition, at: end + 1) != nil
    else { return false }
    return (end + 2..<min(end + 4, text.tokens.count)).contains { token in
      ["university", "institute", "centre", "college"].contains(
        text.match(.organisationHead, at: token).map { text.entry($0).value(0) } ?? "")
    }
  }

  /// A word that Japanese may have in Latin letters: syllables of a consonant and a vowel, or n.
  private func isRomaji(_ token: TextToken) -> Bool {
    token.length > 2 && token.word == .unknown && !token.flags.contains(.afterHyphen)
      && RomajiReader.reads(text.bytes[token.bytes])
  }

  /// ", 22 ans": nobody but people has an age.
  private func isAged(_ end: Int) -> Bool {
    guard end + 2 < text.tokens.count, text.tokens[end].kind == .punctuation,
      text.tokens[end].value == Punctuation.comma || text.tokens[end].value == Punctuation.openParenthesis,
      text.tokens[end + 1].kind == .number
    else { return false }
    return text.source(text.tokens[end + 2].bytes) == "ans"
  }

  /// "« … », rit X": one verb between somebody's words and a name.
  private func isAfterWords(_ start: Int) -> Bool {
    let verb = start - 1
    guard verb > 1, text.tokens[verb].kind == .word, text.tokens[verb].length > 2,
      !text.tokens[verb].flags.contains(.capitalised), text.match(.nameLinker, at: verb) == nil,
      text.match(.clauseWord, at: verb) == nil, text.match(.sayPreposition, at: verb) == nil
    else { return false }
    var mark = verb - 1
    if text.tokens[mark].kind == .punctuation, text.tokens[mark].value == Punctuation.comma { mark -= 1 }
    guard text.tokens[mark].kind == .punctuation else { return false }
    return text.tokens[mark].value == Punctuation.closeQuote || text.tokens[mark].value == Punctuation.straightQuote
  }

  /// "X a répondu : « … »", "« … », dit X": one word that nothing else explains, and whose words are told.
  private func isQuoted(_ run: Run, _ name: Int) -> Bool {
    guard run.civility == nil, text.tokens[name].word == .unknown, text.tokens[name].length > 2,
      !text.tokens[name].flags.contains(.allCaps), let number = text.sentence(ofToken: name)
    else { return false }
    // Not far: a sentence may be as long as its text.
    let sentence = text.sentences[number].tokens.clamped(to: name - 40..<name + 40)
    guard name == sentence.lowerBound || text.match(.sayDeterminer, at: name - 1) == nil,
      sentence.contains(where: {
        text.tokens[$0].kind == .punctuation
          && (text.tokens[$0].value == Punctuation.openQuote || text.tokens[$0].value == Punctuation.straightQuote)
      })
    else { return false }
    let next = name + 1
    let says =
      text.match(.sayAuxiliary, at: next) != nil && text.match(.sayVerb, at: next + 1) != nil
      || text.match(.sayVerb, at: next) != nil
    return says || isAfterWords(name)
  }

  /// "a déclaré" before or after.
  private func isSpeaker(_ tokens: Range<Int>) -> Bool {
    let before = tokens.lowerBound - 1
    if before > 0, text.match(.speechVerb, at: before) != nil || text.match(.sayVerb, at: before) != nil { return true }
    let after = tokens.upperBound
    return after + 1 < text.tokens.count
      && (text.match(.speechVerb, at: after) != nil
        || (text.match(.clauseWord, at: after) != nil && text.match(.speechVerb, at: after + 1) != nil))
  }

  /// "le chef d'état-major, le général X": the role that a title stands in apposition to.
  private func roleBefore(_ title: Int, _ roleEnds: [Int: Int]) -> Int? {
    let article = roles[title].tokens.lowerBound - 1
    guard article > 1, text.match(.nameLinker, at: article) != nil, text.tokens[article - 1].kind == .punctuation,
      text.tokens[article - 1].value == Punctuation.comma
    else { return nil }
    if let role = roleEnds[article - 1] { return role }
    // "le président du Comité (ABC), le général X"
    guard article > 4, text.tokens[article - 2].value == Punctuation.closeParenthesis,
      text.tokens[article - 4].value == Punctuation.openParenthesis
    else { return nil }
    return roleEnds[article - 4]
  }

  private func hold(_ role: Int, _ number: Int, _ table: inout EntityTable, _ holders: inout [Int: Int]) {
    holders[role] = number
    table.addRole(number, EntityDraft.Role(tokens: roles[role].tokens, former: roles[role].former, of: ""))
  }

  /// Whether a role stands before another name: ", Y".
  private func leads(_ role: Int) -> Bool {
    let end = roles[role].tokens.upperBound
    guard end + 1 < text.tokens.count else { return false }
    let isComma = text.tokens[end].kind == .punctuation && text.tokens[end].value == Punctuation.comma
    let name = text.tokens[isComma ? end + 1 : end]
    return name.kind == .word && name.flags.contains(.capitalised) && !name.flags.contains(.elided)
      && text.match(.clauseWord, at: isComma ? end + 1 : end) == nil
  }

  // Identity

  private func add(_ written: Run, _ people: inout [String: [Person]], _ table: inout EntityTable) -> Int {
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
    let gender = run.civility ?? text.match(.givenName, at: run.words[0]).map { text.entry($0).value(0) } ?? "both"
    for family in families(run.words) {
      let known = people[family, default: []]
      if !known.contains(where: { $0.number == number }) {
        people[family] = known + [Person(number: number, gender: gender, first: run.tokens.lowerBound)]
      }
    }
    return number
  }

  /// "YAMADA Taro": capitals tell the family name, and names are shown with the given name first. "WANG Yi" stays as
  /// news writes it.
  private func isFamilyFirst(_ words: [Int]) -> Bool {
    guard words.count == 2 else { return false }
    let (first, second) = (text.tokens[words[0]], text.tokens[words[1]])
    return first.flags.contains(.allCaps) && first.length > 2 && !second.flags.contains(.allCaps)
      && !second.flags.contains(.afterHyphen) && text.match(.givenName, at: words[0]) == nil
  }

  /// The words of a name as they are shown: a family name in capitals gets small letters.
  private func displayed(_ words: [Int]) -> String {
    var name = ""
    for (index, word) in words.enumerated() {
      let token = text.tokens[word]
      if index > 0 { name += token.flags.contains(.afterHyphen) ? "-" : " " }
      let written = text.source(token.bytes)
      name +=
        token.flags.contains(.allCaps) && token.length > (words.count > 1 ? 2 : 3) ? written.capitalized(1) : written
      if token.length == 1, index + 1 < words.count, words[index + 1] > word + 1 { name += "." }
    }
    return name
  }

  /// What the person may be called later: the words after the given name, the last word, the first of a Korean name.
  private func families(_ words: [Int]) -> [String] {
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
    // "Pedro Sánchez Suárez" may be "Sánchez" later.
    if words.count > 2, text.match(.givenName, at: words[words.count - 2]) == nil,
      text.match(.nameParticle, at: words[words.count - 2]) == nil,
      !text.tokens[words[words.count - 1]].flags.contains(.afterHyphen)
    {
      families.append(folded([words[words.count - 2]]))
    }
    return families
  }

  private func folded(_ words: [Int]) -> String {
    words.map { EntityID.slug(text.source(text.tokens[$0].bytes)) }.joined(separator: "-")
  }

  /// A family name alone: the person of this document who has it, when there is only one; somebody new when a civility
  /// or a role says that it is a person.
  private func bare(
    _ run: Run, _ roleStarts: [Int: Int], _ people: inout [String: [Person]], _ table: inout EntityTable
  ) -> Int? {
    for words in people.isEmpty ? [] : [run.words, run.words.suffix(1)] {
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
    guard isPerson(run, roleStarts) else { return nil }
    let number = add(run, &people, &table)
    table.mention(number, run.tokens)
    return number
  }

  private func attach(
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
    readAffiliation(after: run.tokens.upperBound, &table)
    if own == nil, let role = openingRole(run, roleStarts), holders[role] == nil {
      hold(role, number, &table, &holders)
    }
  }

  /// "X (ABC)": the party or house of somebody.
  private func readAffiliation(after end: Int, _ table: inout EntityTable) {
    guard end + 2 < text.tokens.count, text.tokens[end].kind == .punctuation,
      text.tokens[end].value == Punctuation.openParenthesis
    else { return }
    var close = end + 1
    while close < min(end + 4, text.tokens.count), text.tokens[close].kind == .word,
      text.tokens[close].flags.contains(.capitalised) || text.tokens[close].flags.contains(.afterHyphen)
    {
      close += 1
    }
    let words = end + 1..<close
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
  private static let known: [LexiconCategory] = [
    .country, .countryAdjective, .capital, .city, .region, .organisation, .role, .givenName, .clauseWord, .dateMonth,
    .civility,
  ]

  /// "Ambassadeur à Bruxelles depuis un an, X répond": an office without article opens the sentence, a name follows.
  private func openingRole(_ run: Run, _ roleStarts: [Int: Int]) -> Int? {
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

extension String {
  /// The first letters as they are, the others in lower case.
  func capitalized(_ kept: Int) -> String { prefix(kept) + dropFirst(kept).lowercased() }
}
