/// A role as the text states it: "secrétaire général adjoint de l'OTAN".
struct StatedRole {
  /// The shortest run that states it.
  let tokens: Range<Int>
  /// The noun.
  let head: Range<Int>
  /// The text says that it is over.
  let former: Bool
  /// Of the lexicon: m, f, both.
  let gender: String
  /// Stands for a person with an organisation alone: "le chef de l'OTAN".
  let isChief: Bool
  /// May stand right before a name.
  let isTitle: Bool
  /// Of several people.
  let isPlural: Bool
}

/// Reads roles: a noun of the lexicon, its adjectives, and the organisation, country or field that it belongs to.
struct RoleReader {
  let text: AnnotatedText
  private static let longest = 24

  /// Every role, by start; those of several people on request.
  func roles(withPlurals: Bool = false) -> [StatedRole] {
    var roles: [StatedRole] = []
    var end = 0
    for match in text.matches(of: [.role]) where match.tokens.lowerBound >= end {
      let entry = text.entry(match)
      let isPlural = entry.values.contains("plural")
      guard withPlurals || !isPlural, !isName(match.tokens) else { continue }
      if isVerb(match) || isInside(match.tokens) { continue }
      if entry.values.contains("abbreviation"),
        !isDotted(match.tokens.upperBound) || isFamily(match.tokens.lowerBound)
      {
        continue
      }
      guard let number = text.sentence(ofToken: match.tokens.lowerBound) else { continue }
      let bound = min(text.sentences[number].tokens.upperBound, match.tokens.lowerBound + Self.longest)
      let tokens = match.tokens.lowerBound..<extent(match.tokens.upperBound, bound: bound)
      roles.append(
        StatedRole(
          tokens: tokens, head: match.tokens, former: isFormer(match.tokens.lowerBound), gender: entry.value(0),
          isChief: entry.values.contains("chief"), isTitle: entry.values.contains("title"),
          isPlural: isPlural))
      end = tokens.upperBound
    }
    return roles
  }

  /// "« … », juge X": an office has an article before it, or stands right after a name.
  private func isVerb(_ match: LexiconMatch) -> Bool {
    let (start, before) = (match.tokens.lowerBound, match.tokens.lowerBound - 2)
    guard before >= 0, match.tokens.count == 1, text.match(.sayVerb, at: start) != nil,
      text.tokens[start - 1].kind == .punctuation, text.tokens[before].kind == .punctuation
    else { return false }
    return [Punctuation.closeQuote, Punctuation.straightQuote].contains(text.tokens[before].value)
  }

  /// "Assemblée parlementaire": part of an organisation's name.
  private func isInside(_ tokens: Range<Int>) -> Bool {
    (max(0, tokens.lowerBound - 2)..<tokens.lowerBound).contains { start in
      let name = text.match(.organisation, at: start) ?? text.match(.organisationHead, at: start)
      return name.map { $0.tokens.upperBound >= tokens.upperBound } ?? false
    }
  }

  /// "Nakatani Gen.": the end of a name, and of its sentence.
  private func isFamily(_ token: Int) -> Bool {
    guard token > 0, text.tokens[token - 1].kind == .word, text.tokens[token - 1].flags.contains(.capitalised) else {
      return false
    }
    return text.match(.sayDeterminer, at: token - 1) == nil && text.match(.role, at: token - 1) == nil
  }

  private func isDotted(_ token: Int) -> Bool {
    token < text.tokens.count && text.tokens[token].kind == .punctuation
      && text.tokens[token].value == Punctuation.fullStop
  }

  /// "Bruno Le Maire": a capital article makes a name of it.
  private func isName(_ tokens: Range<Int>) -> Bool {
    let before = tokens.lowerBound - 1
    guard before >= 0, text.tokens[tokens.lowerBound].flags.contains(.capitalised) else { return false }
    let word = text.tokens[before]
    guard word.kind == .word, word.flags.contains(.capitalised), !word.flags.contains(.elided) else { return false }
    return text.match(.givenName, at: before) != nil
      || (before > 0 && word.length == 2 && text.match(.givenName, at: before - 1) != nil)
  }

  private func isFormer(_ token: Int) -> Bool {
    guard token > 0 else { return false }
    if text.match(.formerWord, at: token - 1) != nil { return true }
    // "qui a été Premier ministre"
    return token > 2 && text.source(tokens: token - 2..<token) == "a été"
  }

  private func extent(_ start: Int, bound: Int) -> Int {
    var end = start
    while end < bound {
      if let match = text.match(.countryAdjective, at: end) ?? text.match(.regionAdjective, at: end)
        ?? text.match(.roleModifier, at: end), !text.tokens[end].flags.contains(.capitalised)
      {
        end = match.tokens.upperBound
      } else {
        break
      }
    }
    var token = end
    while token < bound, text.tokens[token].kind == .word, let next = complement(token, bound: bound) {
      end = next
      if text.source(text.tokens[token].bytes) == "pour", let last = enumeration(next, bound: bound) { end = last }
      token = end
    }
    return end
  }

  /// "pour les femmes, la paix et la sécurité": the end of what goes on after a comma; nil where something else begins.
  private func enumeration(_ start: Int, bound: Int) -> Int? {
    var token = start
    var hasAnd = false
    while token < bound {
      let isComma = text.tokens[token].kind == .punctuation && text.tokens[token].value == Punctuation.comma
      let isAnd = text.tokens[token].length == 2 && text.source(text.tokens[token].bytes) == "et"
      guard isComma || (isAnd && !hasAnd), token + 2 < bound else { break }
      hasAnd = isAnd
      let determiner = token + 1
      guard let match = text.match(.sayDeterminer, at: determiner), match.tokens.count == 1,
        text.match(.sayIndefinite, at: determiner) == nil
      else { return nil }
      token += 2
      let first = token
      while token < bound, token < first + 5, text.tokens[token].kind == .word, !isAndWord(token) {
        guard !isElse(token) else { return nil }
        token += 1
      }
      guard token > first else { return nil }
      if hasAnd { return token }
    }
    return nil
  }

  /// "l'avocat de Vesk Orva": two words with capitals behind what stands before people.
  private func isCued(_ token: Int) -> Bool {
    guard token + 1 < text.tokens.count, text.tokens[token].word == .unknown,
      text.tokens[token].flags.contains(.capitalised), text.tokens[token + 1].flags.contains(.capitalised)
    else { return false }
    return (max(0, token - 4)..<token).contains { text.match(.personCue, at: $0)?.tokens.upperBound == token }
  }

  private func isAndWord(_ token: Int) -> Bool {
    text.tokens[token].length == 2 && text.source(text.tokens[token].bytes) == "et"
  }

  /// Somebody, a country or a verb is no field of an office.
  private func isElse(_ token: Int) -> Bool {
    isPerson(token) || text.match(.role, at: token) != nil || text.match(.organisation, at: token) != nil
      || text.match(.country, at: token) != nil || text.match(.clauseWord, at: token) != nil
      || text.match(.speechVerb, at: token) != nil
  }

  /// The end of "de l'OTAN", "des Affaires étrangères", "pour les défis de sécurité" at a token; nil without any.
  private func complement(_ start: Int, bound: Int) -> Int? {
    var token = start
    // "ambassadrice du Japon auprès de l'OTAN"
    if text.tokens[start].length == 7, text.source(text.tokens[start].bytes) == "auprès" { token += 1 }
    // "le général de Gaulle"
    if let famous = text.match(.famousName, at: start), famous.tokens.count > 1 { return nil }
    let linker = token
    while token < bound, token < start + 4, text.tokens[token].kind == .word, text.match(.nameLinker, at: token) != nil,
      !text.tokens[token].flags.contains(.capitalised)
    {
      token += 1
    }
    guard token > linker, token < bound, text.tokens[token].kind == .word, !isPerson(token), !isCued(token) else {
      return nil
    }
    if text.source(text.tokens[start].bytes).lowercased() == "et", !text.tokens[token].flags.contains(.capitalised) {
      return nil
    }
    guard text.match(.clauseWord, at: token) == nil else { return nil }
    if let role = text.match(.role, at: token) { return superior(role, bound: bound) }
    var end = token
    while end < bound {
      let word = text.tokens[end]
      guard word.kind == .word, text.match(.clauseWord, at: end) == nil, text.match(.speechVerb, at: end) == nil,
        text.match(.nameLinker, at: end) == nil || word.flags.contains(.capitalised), end < token + 5
      else { break }
      if end > token, isPerson(end) || isNameAfterAcronym(end) || isVerbal(end) { break }
      if end > token, word.flags.contains(.capitalised), !text.tokens[end - 1].flags.contains(.capitalised),
        text.match(.organisation, at: end) == nil, text.match(.country, at: end) == nil,
        // "porte-parole du groupe X, Y"
        !isHouse(end - 1, named: end)
      {
        break
      }
      let name =
        text.match(.organisation, at: end) ?? text.match(.country, at: end) ?? text.match(.capital, at: end)
        ?? text.match(.region, at: end)
      end = name?.tokens.upperBound ?? end + 1
      if name != nil, end >= bound || text.match(.countryAdjective, at: end) == nil { break }
    }
    return end > token ? min(end, bound) : nil
  }

  /// "le commandant du port écrivait": what its holder does.
  private func isVerbal(_ token: Int) -> Bool {
    guard !text.tokens[token].flags.contains(.capitalised), text.match(.fieldAdjective, at: token) == nil,
      text.match(.roleModifier, at: token) == nil
    else { return false }
    return text.match(.sayVerb, at: token) != nil || text.match(.sayAuxiliary, at: token) != nil
      || text.match(.sayPronoun, at: token) != nil || text.isFuture(token) || text.isPastTense(token)
      || text.tokens[token].flags.contains(.elided)
  }

  /// "groupe Vesk, X": a noun of organisations, one name, and a comma.
  private func isHouse(_ noun: Int, named name: Int) -> Bool {
    text.match(.organisationHead, at: noun) != nil && text.match(.givenName, at: name) == nil
      && name + 1 < text.tokens.count && text.tokens[name + 1].kind == .punctuation
      && text.tokens[name + 1].value == Punctuation.comma
  }

  /// "du PDC X Y": an acronym is a whole name, and two capitals after it are somebody.
  private func isNameAfterAcronym(_ token: Int) -> Bool {
    guard token + 1 < text.tokens.count else { return false }
    let (acronym, name, next) = (text.tokens[token - 1], text.tokens[token], text.tokens[token + 1])
    return acronym.flags.contains(.allCaps) && (2...6).contains(acronym.length)
      && name.flags.contains(.capitalised) && !name.flags.contains(.allCaps) && next.kind == .word
      && next.flags.contains(.capitalised) && !next.flags.contains(.allCaps)
      && text.match(.organisation, at: token) == nil && text.match(.country, at: token) == nil
  }

  /// "représentante spéciale du secrétaire général": another role, unless it is that of somebody who is named.
  private func superior(_ role: LexiconMatch, bound: Int) -> Int? {
    let next = role.tokens.upperBound
    guard role.tokens.lowerBound > 0, !text.entry(role).values.contains("plural") else { return nil }
    let linker = text.source(text.tokens[role.tokens.lowerBound - 1].bytes).lowercased()
    guard ["du", "la", "l'", "l’"].contains(linker), next <= bound else { return nil }
    let isNamed = next < text.tokens.count && text.tokens[next].flags.contains(.capitalised)
    return isNamed ? nil : next
  }

  private func isPerson(_ token: Int) -> Bool {
    let word = text.tokens[token]
    guard word.flags.contains(.capitalised), text.match(.givenName, at: token) != nil, token + 1 < text.tokens.count
    else { return text.match(.civility, at: token) != nil && word.flags.contains(.capitalised) }
    let next = text.tokens[token + 1]
    return next.kind == .word && (next.flags.contains(.capitalised) || text.match(.nameParticle, at: token + 1) != nil)
  }
}
