/// Long names with an acronym in brackets: "Unités de protection du peuple (YPG)".
extension OrganisationReader {
  /// "les Unités de protection du peuple (YPG)", "Parti des travailleurs (PT)": a name with capitals, and the acronym after it.
  func readSpelled(into found: inout [Found], taken: inout [Bool]) {
    for open in text.marks([Punctuation.openParenthesis]) where open < text.tokens.count - 2 {
      guard let letters = acronym(after: open), isAcronym(text.tokens[open + 1]), !isPlaceOrUnit(open + 1),
        let start = spelledStart(before: open, taken), isHouse(start, open)
      else { continue }
      let tokens = start..<open
      found.append(
        Found(
          tokens: tokens, acronym: text.source(tokens: letters),
          type: text.match(.organisationHead, at: start).map { text.entry($0).value(0) } ?? "",
          stripped: EntityID.slug(text.source(tokens: tokens)), hasAdjective: false))
      for token in tokens { taken[token] = true }
    }
  }

  /// The letters between parentheses, with what hyphens join to them: "(HEG-FR)".
  private func acronym(after open: Int) -> Range<Int>? {
    var end = open + 2
    while end < min(open + 4, text.tokens.count), text.tokens[end].flags.contains([.afterHyphen, .capitalised]) {
      end += 1
    }
    guard end < text.tokens.count, text.tokens[end].kind == .punctuation,
      text.tokens[end].value == Punctuation.closeParenthesis
    else { return nil }
    return open + 1..<end
  }

  /// A noun that names organisations begins it, or the letters are those of its words; but what a treaty or a plan is
  /// called is no organisation.
  func isHouse(_ start: Int, _ open: Int) -> Bool {
    guard text.match(.eventName, at: start) == nil, text.match(.documentNoun, at: start) == nil,
      text.match(.eventNoun, at: start) == nil, text.match(.region, at: start) == nil,
      text.match(.country, at: start) == nil, !text.tokens[start].flags.contains(.allCaps)
    else { return false }
    if text.match(.organisationHead, at: start) != nil { return true }
    return spells(start..<open, text.tokens[open + 1], whole: true)
  }

  /// Where a name that ends before an acronym begins: a capital behind an article, with nothing but nouns and prepositions
  /// up to the parenthesis.
  func spelledStart(before open: Int, _ taken: [Bool]) -> Int? {
    guard let number = text.sentence(ofToken: open) else { return nil }
    let bound = max(text.sentences[number].tokens.lowerBound, open - Self.longestName)
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
        // "X et Alcatel Submarine Networks (ASN)": all letters are those of the name after "et".
        if token > bound, text.tokens[token - 1].length == 2, isAnd(token - 1), startsAlike(token, open + 1),
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
  func leadsOn(_ linker: Int, _ bound: Int) -> Bool {
    (max(bound, linker - 3)..<linker).contains {
      text.tokens[$0].kind == .word && text.tokens[$0].flags.contains(.capitalised)
        && text.match(.role, at: $0) == nil && text.match(.sayPreposition, at: $0) == nil
    }
  }

  func isPlaceOrUnit(_ token: Int) -> Bool {
    text.match(.country, at: token) != nil || text.match(.dateMonth, at: token) != nil
      || text.match(.organisation, at: token).map { ["party", "media"].contains(text.entry($0).value(1)) } ?? false
  }

  /// "agence chargée des acquisitions de défense (ATLA)": all up to the parenthesis is the name.
  func withAcronym(_ head: LexiconMatch, bound: Int) -> (Range<Int>, String)? {
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
      // "le Centre … et l'Agence … (AJX)": another name has begun.
      if word.length == 2, token + 2 < bound, isAnd(token), text.match(.sayDeterminer, at: token + 1) != nil,
        text.match(.organisationHead, at: token + 2) != nil
      {
        return nil
      }
      if word.kind == .punctuation {
        if word.value == Punctuation.comma {
          // "le site de Vesk, où deux soldats de la Royal Navy (RN)": a clause ends the name.
          if token + 1 < bound, text.match(.clauseWord, at: token + 1) != nil { return nil }
          token += 1
          continue
        }
        guard word.value == Punctuation.openParenthesis, token + 2 < text.tokens.count, token > head.tokens.upperBound,
          !isStretched(head.tokens.lowerBound..<token, text.tokens[token + 1]),
          let letters = acronym(after: token),
          isAcronym(text.tokens[token + 1]) || isSpoken(text.tokens[token + 1], text.tokens[head.tokens.lowerBound])
            || isSyllabic(token + 1, of: head.tokens.lowerBound..<token)
        else { return nil }
        return (head.tokens.lowerBound..<token, text.source(tokens: letters))
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

  /// "le ministère salue l'essai du radar (AESA)": a clause stands between, and the letters are those of no word of it.
  func isStretched(_ name: Range<Int>, _ acronym: TextToken) -> Bool {
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

  /// Whether the letters of an acronym are first letters of words, in their order: all of them, or half.
  func spells(_ name: Range<Int>, _ acronym: TextToken, whole: Bool) -> Bool {
    let letters = text.bytes[acronym.bytes].map { $0 | 0x20 }
    var next = 0
    for token in name where text.tokens[token].kind == .word && next < letters.count {
      if let first = text.bytes[text.tokens[token].bytes].first, first | 0x20 == letters[next] { next += 1 }
    }
    return whole ? next == letters.count : next * 2 >= letters.count
  }

  /// "école de guerre des mines (EGUERMIN)": the letters of a long acronym stand in those of the name, in their order, and
  /// its last word begins a part of them.
  func abbreviates(_ name: Range<Int>, _ acronym: TextToken) -> Bool {
    guard acronym.length > 4 else { return false }
    var letters = EntityID.slug(text.source(acronym.bytes)).utf8[...]
    let words = EntityID.slug(text.source(tokens: name)).split(separator: "-")
    guard let first = words.first, let last = words.last, first.utf8.first == letters.first else { return false }
    for word in words.dropLast() {
      for letter in word.utf8 where letter == letters.first { letters = letters.dropFirst() }
    }
    guard letters.first == last.utf8.first else { return false }
    for letter in last.utf8 where letter == letters.first { letters = letters.dropFirst() }
    return letters.isEmpty
  }

  func startsAlike(_ word: Int, _ acronym: Int) -> Bool {
    guard let first = text.bytes[text.tokens[word].bytes].first,
      let letter = text.bytes[text.tokens[acronym].bytes].first
    else { return false }
    return first | 0x20 == letter | 0x20
  }

  /// Two capitals at least: `ATLA`, `StratCom`, `JFC`.
  func isAcronym(_ token: TextToken) -> Bool {
    guard token.kind == .word, (2...10).contains(token.length) else { return false }
    if token.flags.contains(.allCaps) { return true }
    return text.bytes[token.bytes].filter { (0x41...0x5A).contains($0) }.count > 1
  }

  /// `Cnil`, `Fifa`: small letters, most of which are those of the name.
  func isSyllabic(_ acronym: Int, of name: Range<Int>) -> Bool {
    let word = text.tokens[acronym]
    return word.kind == .word && word.flags.contains(.capitalised) && (3...8).contains(word.length)
      && startsAlike(name.lowerBound, acronym) && text.match(.country, at: acronym) == nil
      && text.match(.givenName, at: acronym) == nil && spells(name, word, whole: false)
      && (word.length > 3 || spells(name, word, whole: true))
  }

  /// `Inalco` after `Institut`: an acronym that is read as a word.
  func isSpoken(_ token: TextToken, _ head: TextToken) -> Bool {
    guard token.kind == .word, token.flags.contains(.capitalised),
      token.word == .unknown || token.length > 4,
      (4...10).contains(token.length),
      let letter = text.bytes[token.bytes].first, let first = text.bytes[head.bytes].first
    else { return false }
    return letter | 0x20 == first | 0x20
  }
}
