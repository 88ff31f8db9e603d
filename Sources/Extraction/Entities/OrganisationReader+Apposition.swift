/// Names that the words beside them tell for organisations: "Skagen, une jeune pousse d'Oslo", "(AFP) –".
extension OrganisationReader {
  /// "Vesk Marine, constructeur naval,": the name before the comma of a noun that tells what it is.
  func apposed(_ head: LexiconMatch, in sentence: Range<Int>, taken: [Bool]) -> Range<Int>? {
    guard Self.apposable.contains(text.entry(head).value(0)),
      !text.tokens[head.tokens.lowerBound].flags.contains(.capitalised), text.entry(head).value(1) != "house",
      !isAged(head.tokens.upperBound)
    else { return nil }
    var comma = head.tokens.lowerBound - 1
    // "une", "le premier", "l'un des plus grands"
    while comma > sentence.lowerBound, comma >= head.tokens.lowerBound - 3, text.tokens[comma].kind == .word,
      text.match(.sayDeterminer, at: comma) != nil || text.match(.sayIndefinite, at: comma) != nil
        || text.match(.roleAdjective, at: comma) != nil
    {
      comma -= 1
    }
    guard comma > sentence.lowerBound, text.tokens[comma].kind == .punctuation,
      text.tokens[comma].value == Punctuation.comma
    else { return nil }
    var start = comma
    while start > sentence.lowerBound, comma - start < 4, isEnglish(start - 1, taken) { start -= 1 }
    guard start < comma, !isCivil(start), text.tokens[start].word == .unknown || comma - start > 1,
      text.match(.givenName, at: start) == nil, text.match(.capital, at: start) == nil,
      text.match(.city, at: start) == nil, text.match(.country, at: start) == nil,
      text.match(.region, at: start) == nil, text.tokens[start].length > 1,
      start == sentence.lowerBound || !text.tokens[start - 1].flags.contains(.capitalised)
        || text.match(.sayPreposition, at: start - 1) != nil || text.match(.sayDeterminer, at: start - 1) != nil
    else { return nil }
    return start..<comma
  }

  /// "une exploitante de 68 ans": somebody.
  private func isAged(_ next: Int) -> Bool {
    next + 2 < text.tokens.count && text.tokens[next + 1].kind == .number
      && text.source(text.tokens[next + 2].bytes) == "ans"
  }

  /// "M. Vesk Orva, les laboratoires": somebody.
  private func isCivil(_ start: Int) -> Bool {
    guard start > 1 else { return false }
    let isAbbreviated =
      text.tokens[start - 1].kind == .punctuation && text.tokens[start - 1].value == Punctuation.fullStop
    return text.match(.civility, at: isAbbreviated ? start - 2 : start - 1) != nil
  }

  private static let apposable: Set<String> = [
    "company", "media", "ngo", "institute", "fund", "militia", "party", "agency",
  ]

  /// "Séoul, 5 nov (AFP) –", "Bamako (Studio X) -": the agency of a dateline, before its dash.
  func readDatelines(into found: inout [Found], taken: inout [Bool]) {
    for block in text.blocks.prefix(8) where block.kind != .title {
      let tokens = block.tokens.prefix(24)
      guard
        let open = tokens.first(where: {
          text.tokens[$0].kind == .punctuation && text.tokens[$0].value == Punctuation.openParenthesis
        }),
        let close = tokens.suffix(from: open).prefix(10).first(where: {
          text.tokens[$0].kind == .punctuation && text.tokens[$0].value == Punctuation.closeParenthesis
        }), close > open + 1, close + 1 < block.tokens.upperBound
      else { continue }
      // "(Vesk, traduit de l'anglais)"
      let name = open + 1..<((open + 1..<close).first(where: { isComma($0) }) ?? close)
      let isDated = open > block.tokens.lowerBound && text.tokens[open - 1].kind == .number
      let isDash = text.tokens[close + 1].kind == .punctuation && text.tokens[close + 1].value == Punctuation.dash
      // "Berne, 8 mars 2026 (ats) Le peuple": a sign needs no dash.
      if isDash || isDated, readSigns(name, into: &found, taken: &taken) { return }
      guard isDash, (1...4).contains(name.count) else { continue }
      guard name.allSatisfy({ isEnglish($0, taken) && text.match(.country, at: $0) == nil }) else { continue }
      let isAcronym = name.count == 1 && text.tokens[open + 1].flags.contains(.allCaps)
      found.append(
        Found(
          tokens: name, acronym: isAcronym ? text.source(tokens: name) : nil, type: "media",
          stripped: EntityID.slug(text.source(tokens: name)), hasAdjective: false))
      for token in name { taken[token] = true }
      return
    }
  }

  /// "(ats)", "(awp/afp)": signs of agencies in small letters.
  private func readSigns(_ signs: Range<Int>, into found: inout [Found], taken: inout [Bool]) -> Bool {
    let words = signs.filter { text.tokens[$0].kind == .word }
    guard !words.isEmpty, signs.allSatisfy({ isSign($0) || text.tokens[$0].value == Punctuation.slash }) else {
      return false
    }
    for token in words where !taken[token] {
      let sign = text.source(text.tokens[token].bytes)
      found.append(
        Found(tokens: token..<token + 1, acronym: sign.uppercased(), type: "media", stripped: sign, hasAdjective: false)
      )
      taken[token] = true
    }
    return true
  }

  func isComma(_ token: Int) -> Bool {
    text.tokens[token].kind == .punctuation && text.tokens[token].value == Punctuation.comma
  }

  private func isSign(_ token: Int) -> Bool {
    let word = text.tokens[token]
    return word.kind == .word && (2...6).contains(word.length) && !word.flags.contains(.capitalised)
      && (text.match(.agencySign, at: token) != nil)
  }

  /// "AMBASSADE DU JAPON – MISSION DU JAPON AUPRÈS DE L'OTAN": the letterhead of whoever writes, in capitals.
  func readLetterheads(into found: inout [Found], taken: inout [Bool]) {
    for block in text.blocks.prefix(6) where (2...20).contains(block.tokens.count) {
      let line = block.tokens
      guard line.allSatisfy({ isShouting($0) }) else { continue }
      var start = line.lowerBound
      for token in line.lowerBound...line.upperBound {
        guard token == line.upperBound || text.tokens[token].kind == .punctuation else { continue }
        let name = start..<token
        start = token + 1
        guard name.count > 1, let head = text.match(.organisationHead, at: name.lowerBound),
          head.tokens.upperBound < name.upperBound, text.match(.role, at: name.lowerBound) == nil,
          !name.contains(where: { taken[$0] && text.match(.organisation, at: $0) == nil })
        else { continue }
        found.append(
          Found(
            tokens: name, acronym: nil, type: text.entry(head).value(0),
            stripped: EntityID.slug(text.source(tokens: name)), hasAdjective: false))
        for index in name { taken[index] = true }
      }
    }
  }

  private func isShouting(_ token: Int) -> Bool {
    let word = text.tokens[token]
    if word.kind == .punctuation { return word.value == Punctuation.dash || word.value == Punctuation.comma }
    return word.kind == .word && (word.flags.contains(.allCaps) || word.flags.contains(.elided) || word.length < 3)
      && word.flags.contains(.capitalised)
  }

  /// "analyste chez Vesk": the house of somebody who works.
  func readEmployers(into found: inout [Found], taken: inout [Bool]) {
    for first in text.capitals
    where first > 1 && text.tokens[first - 1].length == 4 && text.source(text.tokens[first - 1].bytes) == "chez" {
      let token = first - 1
      guard works(before: token), isEnglish(first, taken), text.tokens[first].word == .unknown,
        text.match(.givenName, at: first) == nil
      else { continue }
      var end = first + 1
      while end < text.tokens.count, end < first + 4,
        isEnglish(end, taken) || text.tokens[end].flags.contains(.afterHyphen) && text.tokens[end].kind == .word
      {
        end += 1
      }
      let name = first..<end
      found.append(
        Found(
          tokens: name, acronym: nil, type: "company", stripped: EntityID.slug(text.source(tokens: name)),
          hasAdjective: false))
      for index in name { taken[index] = true }
    }
  }

  /// A role right before a token, or one adjective behind it: "directeur sportif chez".
  private func works(before token: Int) -> Bool {
    (max(0, token - 4)..<token).contains {
      text.match(.role, at: $0).map { $0.tokens.upperBound == token || $0.tokens.upperBound == token - 1 } ?? false
    }
  }

  /// "a-t-il écrit sur X": the letter that is the name of a network.
  func readNetwork(into found: inout [Found], taken: inout [Bool]) {
    for token in text.capitals
    where token > 0 && text.tokens[token].length == 1 && !taken[token]
      && text.bytes[text.tokens[token].bytes.lowerBound] == UInt8(ascii: "X")
    {
      let before = text.source(text.tokens[token - 1].bytes)
      guard ["sur", "réseau", "plateforme", "réseaux", "social"].contains(before), !isInitial(token) else { continue }
      found.append(
        Found(tokens: token..<token + 1, acronym: nil, type: "media", stripped: "x", hasAdjective: false))
      taken[token] = true
    }
  }

  /// "X." before a name, "X-Force".
  private func isInitial(_ token: Int) -> Bool {
    guard token + 1 < text.tokens.count else { return false }
    let next = text.tokens[token + 1]
    // "a réagi sur X Carole Y"
    if text.match(.givenName, at: token + 1) != nil, text.source(text.tokens[token - 1].bytes) == "sur" { return false }
    if next.flags.contains(.afterHyphen) || next.kind == .word && next.flags.contains(.capitalised) { return true }
    guard next.kind == .punctuation, next.value == Punctuation.fullStop, token + 2 < text.tokens.count,
      text.sentence(ofToken: token) == text.sentence(ofToken: token + 2)
    else { return false }
    // "sur X. L'Alliance": another sentence after all.
    return !text.tokens[token + 2].flags.contains(.elided) && text.match(.sayDeterminer, at: token + 2) == nil
      && text.match(.sayPronoun, at: token + 2) == nil && text.match(.clauseWord, at: token + 2) == nil
  }

  /// "3e RPIMa": the number and the letters of a unit.
  func readUnits(into found: inout [Found], taken: inout [Bool]) {
    for token in text.tokens.indices.dropLast()
    where text.tokens[token].flags.contains(.ordinal) && !taken[token] && !taken[token + 1] && isUnitCode(token + 1) {
      let unit = token..<token + 2
      found.append(
        Found(
          tokens: unit, acronym: nil, type: "military", stripped: EntityID.slug(text.source(tokens: unit)),
          hasAdjective: false))
      for index in unit { taken[index] = true }
    }
  }

  /// « La Rame » (Port Vieux, 2016): the publisher of a book, between its title and the year or the pages.
  func readPublishers(into found: inout [Found], taken: inout [Bool]) {
    for open in text.marks([Punctuation.openParenthesis]) where open > 0 && open < text.tokens.count - 3 {
      let mark = text.tokens[open - 1]
      guard mark.kind == .punctuation, mark.value == Punctuation.closeQuote || mark.value == Punctuation.straightQuote
      else { continue }
      var end = open + 1
      while end < text.tokens.count - 1, end < open + 5, isEnglish(end, taken) { end += 1 }
      guard end > open + 1, end + 1 < text.tokens.count, text.tokens[end].kind == .punctuation,
        text.tokens[end].value == Punctuation.comma, text.tokens[end + 1].kind == .number,
        (open + 1..<end).allSatisfy({
          text.match(.city, at: $0) == nil && text.match(.capital, at: $0) == nil
            && text.match(.givenName, at: $0) == nil && text.match(.dateMonth, at: $0) == nil
            && text.match(.country, at: $0) == nil
        })
      else { continue }
      let name = open + 1..<end
      found.append(
        Found(
          tokens: name, acronym: nil, type: "company", stripped: EntityID.slug(text.source(tokens: name)),
          hasAdjective: false))
      for token in name { taken[token] = true }
    }
  }
}
