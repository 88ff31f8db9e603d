internal import EntenteSchema

/// Reads people: by given name, civility or role at their first mention, by family name alone afterwards.
struct PersonReader {
  let text: AnnotatedText
  let roles: [StatedRole]

  /// Capitals in a row that no other name has taken.
  struct Run {
    /// What the mention is: the name, with a civility or parentheses where they are inside.
    var tokens: Range<Int>
    /// The words of the name.
    var words: [Int]
    var civility: String?
    var role: Int?
    var isAfterRole = false
    /// The acronym of a party before the name.
    var house: Int?
    /// Where somebody is from stands before the name: "le Choletais X".
    var isFromTown = false
  }

  /// A person of this document, as far as it is known.
  struct Person {
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
    let later = self.surnames(of: runs)
    let families = self.families(of: runs)
    let isNamed = runs.map {
      isPerson($0, roleStarts) && isWhole($0) && !isFamily($0, families) || isResumed($0, later)
    }
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

  /// What follows the first word of each name of three words or more.
  private func families(of runs: [Run]) -> Set<String> {
    Set(runs.lazy.filter { $0.words.count > 2 }.map { folded(Array($0.words.dropFirst())) })
  }

  /// "M. Ben Vesk", where "Orva Ben Vesk" stands in the text: a family name, though it begins like a given name.
  private func isFamily(_ run: Run, _ families: Set<String>) -> Bool {
    run.civility != nil && run.words.count > 1 && families.contains(folded(run.words))
  }

  /// Names of one word that have a civility, or that say or do something.
  private func surnames(of runs: [Run]) -> Set<String> {
    var surnames: Set<String> = []
    for run in runs where run.words.count == 1 || run.words.count == 2 && run.civility != nil {
      let next = run.tokens.upperBound
      let acts =
        next + 1 < text.tokens.count
        && (text.match(.sayVerb, at: next) != nil
          || text.match(.sayAuxiliary, at: next) != nil && text.match(.sayVerb, at: next + 1) != nil
          || isReflexive(next))
      if run.civility != nil || acts || isAfterWords(run.tokens.lowerBound) { surnames.insert(folded(run.words)) }
    }
    return surnames
  }

  /// "Vesk s'incline": a verb of somebody who does something to himself.
  private func isReflexive(_ token: Int) -> Bool {
    guard token + 1 < text.tokens.count, text.bytes[text.tokens[token].bytes.lowerBound] == UInt8(ascii: "s"),
      ["s'", "s’", "se"].contains(text.source(text.tokens[token].bytes))
    else { return false }
    return text.tokens[token + 1].kind == .word && !text.tokens[token + 1].flags.contains(.capitalised)
  }

  /// "Orva Vesk", where "Vesk a dit" stands in the text: two unknown words, the second of which speaks.
  private func isResumed(_ run: Run, _ surnames: Set<String>) -> Bool {
    // "Orva Ben Vesk", where "M. Ben Vesk" does.
    if run.words.count == 3, run.civility == nil, text.tokens[run.words[0]].word == .unknown,
      isParticleOfNames(run.words[1])
    {
      return surnames.contains(folded(Array(run.words.dropFirst())))
    }
    guard run.words.count == 2, !surnames.isEmpty, run.words.allSatisfy({ text.tokens[$0].word == .unknown }),
      let last = run.words.last, text.tokens[run.words[0]].length > 1, !text.tokens[last].flags.contains(.allCaps)
    else { return false }
    let before = run.words[0] - 1
    if before >= 0, text.match(.eventName, at: before) != nil || text.match(.organisationHead, at: before) != nil {
      return false
    }
    return surnames.contains(folded([last]))
  }

  // Runs

  func runs(taken: [Bool], roleEnds: [Int: Int]) -> [Run] {
    var runs: [Run] = []
    for sentence in text.sentences {
      var token = sentence.tokens.lowerBound
      if isShouted(sentence.tokens) { continue }
      while token < sentence.tokens.upperBound {
        guard
          mayBegin(text.tokens[token])
            || !roleEnds.isEmpty && (isParticleOfNames(token) || isFamous(token)) && roleEnds[token] != nil,
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

  func run(at start: Int, in sentence: Range<Int>, taken: [Bool], roleEnds: [Int: Int]) -> Run? {
    var run = Run(tokens: start..<start, words: [], civility: nil, role: nil)
    var token = start
    if isEra(start) { return nil }
    // "L. M.-O. Emmanuel X": the initials of who speaks.
    if start > sentence.lowerBound, text.tokens[start].length == 1, text.tokens[start - 1].kind == .punctuation,
      text.tokens[start - 1].value == Punctuation.dash, !text.tokens[start].flags.contains(.afterSpace)
    {
      return nil
    }
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
        || text.match(.clauseWord, at: start) != nil && !text.tokens[start].flags.contains(.elided)
          && isOpening(of: start, sentence)
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
      if isArticled(token, taken, run, sentence) {
        run.words += [token, token + 1]
        token += 2
        continue
      }
      if run.words.count > 1, isNextPerson(token, run, sentence) { break }
      // "L. M.-O. Emmanuel X": the initials are those of who speaks.
      if run.words.count > 2, run.civility == nil, text.match(.givenName, at: token) != nil,
        run.words.allSatisfy({ text.tokens[$0].length <= 2 }), text.tokens[token].length > 2
      {
        return self.run(at: token, in: sentence, taken: taken, roleEnds: roleEnds)
      }
      if isNameWord(token, taken), token == first || !text.tokens[token].flags.contains(.elided) {
        run.words.append(token)
        token += 1
        // An initial and its full stop.
        if token + 1 < sentence.upperBound, text.tokens[token - 1].length == 1,
          text.tokens[token].value == Punctuation.fullStop, text.tokens[token].kind == .punctuation
        {
          token += 1
          // "J.-M. X"
          if token + 2 < sentence.upperBound, text.tokens[token].value == Punctuation.dash,
            text.tokens[token].kind == .punctuation, !text.tokens[token].flags.contains(.afterSpace),
            text.tokens[token + 1].length == 1, text.tokens[token + 1].flags.contains(.capitalised),
            text.tokens[token + 2].value == Punctuation.fullStop
          {
            run.words.append(token + 1)
            token += 3
          }
        }
      } else if token > first, isKoreanSecondHalf(token, isInside: run.words.count > 1) {
        run.words.append(token)
        token += 1
      } else if let particles = particles(
        token, first: first, sentence, taken, run,
        opens: roleEnds[start] != nil && (isParticleOfNames(start) || isFamous(start)),
        isRanked: roleEnds[start].map { roles[$0].isTitle && !roles[$0].isChief } ?? false)
      {
        run.words += particles
        token = particles.upperBound
      } else {
        break
      }
      if run.words.count > 6 { break }
    }
    stripParty(&run)
    stripTown(&run, opens: start > sentence.lowerBound ? start : nil)
    while run.words.count > 1, let last = run.words.last, text.match(.nameSuffix, at: last) != nil,
      text.tokens[last].flags.contains(.capitalised)
    {
      run.words.removeLast()
    }
    guard let last = run.words.last else { return nil }
    let isStripped = run.house != nil || run.isFromTown
    let opening = isStripped ? run.words[0] : run.civility == nil ? min(start, run.words[0]) : start
    run.tokens = opening..<last + 1
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

  /// "le Choletais Orva Vesk": behind an article, an unknown word that ends like those for people of a town.
  private func stripTown(_ run: inout Run, opens start: Int?) {
    guard let start, run.civility == nil, run.house == nil, run.words.count > 2, run.words[0] == start,
      text.tokens[start].word == .unknown, text.tokens[start].length > 5,
      !text.tokens[run.words[1]].flags.contains(.afterHyphen),
      ["le", "la", "l'", "l’"].contains(text.source(text.tokens[start - 1].bytes).lowercased())
    else { return }
    let word = text.source(text.tokens[start].bytes)
    guard Self.townEndings.contains(where: { word.hasSuffix($0) }) else { return }
    run.words.removeFirst()
    run.isFromTown = true
  }

  private static let townEndings = [
    "ais", "aise", "ois", "oise", "ien", "ienne", "ain", "aine", "éen", "éenne", "aud", "aude", "ard", "arde",
  ]

  /// "la députée EELV Jeanne Morel": an acronym before a name is a house.
  func stripParty(_ run: inout Run) {
    guard run.civility == nil, run.words.count > 2 else { return }
    let (first, second) = (text.tokens[run.words[0]], text.tokens[run.words[1]])
    guard first.flags.contains(.allCaps), (2...6).contains(first.length), !second.flags.contains(.allCaps),
      !second.flags.contains(.afterHyphen), text.match(.givenName, at: run.words[0]) == nil,
      // "SEOL In-kyung": a family name, and a given name of two halves.
      run.words.count > 3 || !isKoreanSecondHalf(run.words[2], isInside: true)
        || text.tokens[run.words[2]].flags.contains(.capitalised)
    else { return }
    run.house = run.words.removeFirst()
  }
}

extension String {
  /// The first letters as they are, the others in lower case.
  func capitalized(_ kept: Int) -> String { prefix(kept) + dropFirst(kept).lowercased() }
}
