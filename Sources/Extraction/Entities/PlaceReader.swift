internal import EntenteSchema

/// Reads places that no gazetteer has, by the words beside them.
///
///     place = noun "de" name                "le village de Plouvier", "près d'Orval"
///           | "à" name                      unless the word before gives something to somebody: "attribué à Vesk"
///           | place "et" name               "à Oslo et Orval"
///           | name "," "en" country         "Orval, en Norvège", "Orval (Norvège)"
///           | name "-" joint "-" name       "Ploumic-sur-Mer"
///     name  = word with a capital ["-" …]   that nothing else knows, and no longer name
struct PlaceReader {
  let text: AnnotatedText
  let taken: [Bool]
  private static let linkers: Set<String> = ["de", "d'", "d’", "du"]
  /// What may stand again before the second of two places.
  private static let repeated: Set<String> = ["de", "d'", "d’", "à"]

  func find(into table: inout EntityTable) {
    var known: [String: Int] = [:]
    var ends: Set<Int> = []
    for mention in table.mentions(of: .place) where mention.form == .name { ends.insert(mention.tokens.upperBound) }
    for token in text.capitals where text.tokens[token].flags.contains(.latin) {
      guard
        let name = compound(at: token) ?? dateline(at: token)
          ?? (token > 0 && mayBegin(token) ? name(at: token) : nil).flatMap({
            isPlaced($0) || isJoined($0, ends) ? $0 : nil
          })
      else { continue }
      let written = shown(name)
      let number = table.number(
        EntityDraft(id: EntityID.make(.place, written), kind: .place, name: written, type: "city"))
      known[written] = number
      table.mention(number, name)
      ends.insert(name.upperBound)
    }
    guard !known.isEmpty else { return }
    // Where the same name stands again after a preposition.
    for token in text.capitals where token > 0 {
      guard mayBegin(token), let name = name(at: token), !isPlaced(name), !isJoined(name, ends),
        let number = known[text.source(tokens: name)]
      else { continue }
      table.mention(number, name)
    }
  }

  func mayBegin(_ token: Int) -> Bool {
    let word = text.tokens[token]
    guard word.flags.contains(.capitalised), word.kind == .word, !taken[token], word.flags.contains(.latin),
      word.length > 2, !word.flags.contains(.allCaps), !word.flags.contains(.afterHyphen),
      !word.flags.contains(.elided)
    else { return false }
    return word.word == .unknown || text.matchNumbers(at: token).isEmpty || isCompound(token)
  }

  /// "Saint-Ourlac", "à Jean-Vesk": a known word that hyphens make a name of.
  private func isCompound(_ token: Int) -> Bool {
    token + 1 < text.tokens.count && text.tokens[token + 1].flags.contains([.afterHyphen, .capitalised])
      && (text.match(.givenName, at: token) == nil || isNamedAfter(token))
      && text.match(.organisation, at: token) == nil
      && text.match(.country, at: token) == nil && text.match(.countryAdjective, at: token) == nil
      && text.match(.role, at: token) == nil
  }

  /// "Jean-Vesk": a hyphen joins the whole name of somebody after whom a place is called.
  private func isNamedAfter(_ token: Int) -> Bool {
    token > 0 && text.source(text.tokens[token - 1].bytes) == "à" && text.match(.givenName, at: token + 1) == nil
  }

  /// "les pêcheurs de Guet Orva", "le parc éolien de Foum El Vesk": the words that go on with a name behind a noun of places.
  private func goesOn(from start: Int, _ first: Int) -> Int {
    let head = text.match(.placeHead, at: start - 2) != nil ? start - 2 : nil
    guard start > 1, Self.linkers.contains(text.source(text.tokens[start - 1].bytes)),
      head != nil || endsHead(start - 2), text.match(.role, at: start - 2) == nil,
      text.match(.givenName, at: start) == nil
    else { return first }
    var end = first
    while end < text.tokens.count, end < start + 5 {
      if isPart(end) || end > start && text.tokens[end].flags.contains(.afterHyphen) && !taken[end] {
        end += 1
      } else if end + 1 < text.tokens.count, isPart(end + 1),
        ["d'", "d’", "do", "da", "dos", "das", "el", "al", "mak", "del"].contains(
          text.source(text.tokens[end].bytes))
      {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private func isPart(_ token: Int) -> Bool {
    let word = text.tokens[token]
    return word.flags.contains([.capitalised, .latin]) && word.kind == .word && !taken[token]
      && !word.flags.contains(.elided) && !word.flags.contains(.allCaps)
      && (word.word == .unknown || text.matchNumbers(at: token).isEmpty || text.match(.nameParticle, at: token) != nil)
  }

  /// One word, with what hyphens join to it; nil inside a longer name.
  private func name(at start: Int) -> Range<Int>? {
    var end = start + 1
    while end < text.tokens.count, text.tokens[end].flags.contains(.afterHyphen), text.tokens[end].kind == .word,
      end < start + 8
    {
      if taken[end] { return nil }
      end += 1
    }
    // "Marsa el-Brega"
    if end + 1 < text.tokens.count, text.match(.nameParticle, at: end) != nil, !taken[end + 1],
      text.tokens[end + 1].flags.contains([.afterHyphen, .capitalised])
    {
      end += 2
    }
    // "installé à Little Dome", "le podium à Nozawa Onsen"
    if end == start + 1, end < text.tokens.count, mayBegin(end), start > 1,
      text.match(.placeVerb, at: start - 2) != nil || !isGiven(start - 1),
      text.source(text.tokens[start - 1].bytes) == "à", text.match(.givenName, at: start) == nil
    {
      end += 1
    }
    if start > 1 { end = goesOn(from: start, end) }
    guard end == text.tokens.count || text.tokens[end].kind != .word || !text.tokens[end].flags.contains(.capitalised)
    else { return nil }
    return start..<end
  }

  private func isPlaced(_ name: Range<Int>) -> Bool {
    let linker = name.lowerBound - 1
    guard text.tokens[linker].kind == .word else { return false }
    let word = text.source(text.tokens[linker].bytes)
    if Self.linkers.contains(word), linker > 0 {
      // "parti mardi d'Orval"
      // "le port nigérian d'Orval"
      let isBetween = isWeekday(linker - 1) || text.match(.countryAdjective, at: linker - 1) != nil
      let head = isBetween ? linker - 2 : linker - 1
      if text.match(.placeHead, at: head) != nil || endsHead(linker - 1) { return true }
    }
    if word == "A" || word == "À" {
      return isOpening(linker) && name.upperBound < text.tokens.count
        && text.tokens[name.upperBound].kind == .punctuation
        && text.tokens[name.upperBound].value == Punctuation.comma
    }
    if word == "à" { return !isGiven(linker) || isLocated(name.upperBound) }
    if word == "vers" || word == "Vers" { return isFollowed(name.upperBound) }
    // "la route entre Orval et Vesk"
    if word == "entre", linker > 0, text.match(.placeHead, at: linker - 1) != nil { return true }
    return text.match(.sayPreposition, at: linker) != nil && isLocated(name.upperBound)
  }

  /// "camp de réfugiés"
  private func endsHead(_ token: Int) -> Bool {
    token > 1 && text.match(.placeHead, at: token - 2).map { $0.tokens.upperBound == token + 1 } ?? false
  }

  /// "attribué à Vesk", "a-t-il répondu hier à Vesk": what stands there gets something.
  private func isGiven(_ linker: Int) -> Bool {
    var token = linker - 1
    while token > 0, token > linker - 3, text.tokens[token].kind == .word,
      text.match(.sayFiller, at: token) != nil || text.match(.placeDative, at: token) == nil && isWeekday(token)
    {
      token -= 1
    }
    if token < 0 { return true }
    if isReflexive(token) { return false }
    // "demandez à Vesk"
    return text.match(.placeDative, at: token) != nil || text.bytes[text.tokens[token].bytes].suffix(2) == [0x65, 0x7A]
  }

  /// "s'est rendu à Vesk", "se rendre à Vesk": who goes there.
  private func isReflexive(_ verb: Int) -> Bool {
    guard verb > 1, text.tokens[verb].kind == .word, text.source(text.tokens[verb].bytes).hasPrefix("rend") else {
      return false
    }
    let before = text.match(.sayAuxiliary, at: verb - 1) != nil ? verb - 2 : verb - 1
    return ["s'", "s’", "se", "me", "m'", "m’", "nous"].contains(text.source(text.tokens[before].bytes).lowercased())
  }

  private func isWeekday(_ token: Int) -> Bool { text.match(.dateWeekday, at: token) != nil }

  /// "à Oslo et Orval", "de Korhogo à Orval": beside a place that is known.
  private func isJoined(_ name: Range<Int>, _ ends: Set<Int>) -> Bool {
    var joint = name.lowerBound - 1
    guard joint > 1 else { return false }
    // "de Vilnius et de Vesk", "à Vilnius et à Vesk"
    if joint > 2, ends.contains(joint - 1), text.source(text.tokens[joint - 1].bytes) == "et",
      Self.repeated.contains(text.source(text.tokens[joint].bytes))
    {
      joint -= 1
    }
    guard ends.contains(joint), !isLocated(name.upperBound) else { return false }
    // "entre Oslo, Vesk et Orval"
    if text.tokens[joint].kind == .punctuation {
      let and = name.upperBound
      guard text.tokens[joint].value == Punctuation.comma, and + 1 < text.tokens.count,
        text.source(text.tokens[and].bytes) == "et"
          || text.tokens[and].kind == .punctuation && text.tokens[and].value == Punctuation.comma
            && isListed(and + 1)
      else { return false }
      return text.tokens[and + 1].flags.contains(.capitalised) && !text.tokens[and + 1].flags.contains(.elided)
        && text.match(.givenName, at: and + 1) == nil
    }
    return text.source(text.tokens[joint].bytes) == "et" && (isFollowed(name.upperBound) || isBetween(joint))
  }

  /// "entre Orval et Vesk"
  private func isBetween(_ and: Int) -> Bool {
    (max(0, and - 4)..<and).contains { text.source(text.tokens[$0].bytes) == "entre" }
  }

  /// "Vesk, Orval et": one more word of a list.
  private func isListed(_ token: Int) -> Bool {
    guard mayBegin(token) || text.match(.city, at: token) != nil || text.match(.town, at: token) != nil,
      token + 1 < text.tokens.count
    else { return false }
    return text.source(text.tokens[token + 1].bytes) == "et"
  }

  /// Punctuation or a small word follows: no verb that the name would be the subject of.
  private func isFollowed(_ end: Int) -> Bool {
    guard end < text.tokens.count else { return true }
    return text.tokens[end].kind != .word || text.match(.sayPreposition, at: end) != nil
  }

  /// ", en Norvège", ", dans le Finistère", "(Norvège)".
  private func isLocated(_ end: Int) -> Bool {
    guard end + 2 < text.tokens.count, text.tokens[end].kind == .punctuation else { return false }
    var token = end + 1
    if text.tokens[end].value == Punctuation.comma {
      guard ["en", "dans", "au", "aux"].contains(text.source(text.tokens[token].bytes)) else { return false }
      token += 1
      if text.match(.sayDeterminer, at: token) != nil { token += 1 }
      // "dans le sud de l'Afghanistan"
      if token + 2 < text.tokens.count,
        ["nord", "sud", "est", "ouest", "centre", "nord-est", "nord-ouest", "sud-est", "sud-ouest"].contains(
          text.source(text.tokens[token].bytes)), Self.linkers.contains(text.source(text.tokens[token + 1].bytes))
      {
        token += text.match(.sayDeterminer, at: token + 2) != nil ? 3 : 2
      }
    } else if text.tokens[end].value != Punctuation.openParenthesis {
      return false
    }
    return token < text.tokens.count && text.tokens[token].flags.contains(.capitalised)
      && (text.match(.country, at: token) != nil || text.match(.region, at: token) != nil
        || text.match(.province, at: token) != nil)
  }

  private func isOpening(_ token: Int) -> Bool {
    text.sentence(ofToken: token).map { text.sentences[$0].tokens.lowerBound == token } ?? false
  }
}
