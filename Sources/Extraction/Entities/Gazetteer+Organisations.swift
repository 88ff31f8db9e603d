internal import EntenteSchema

/// Organisations that the lexicon knows: which of its words are names, and whose they are.
extension Gazetteer {
  private static let ofPress: Set<String> = [
    "journaliste", "journalistes", "colonnes", "une", "rédaction", "lecteurs", "lectrices", "correspondant",
    "correspondante", "édition", "enquête", "site", "confrères", "article", "éditorial", "abonnés", "entretien",
    "interview", "tribune", "directeur", "directrice", "éditorialiste",
  ]

  func organisation(
    _ entry: LexiconEntry, _ match: LexiconMatch, _ name: String
  ) -> (draft: EntityDraft, form: MentionForm)? {
    let isCapital = text.tokens[match.tokens.lowerBound].flags.contains(.capitalised)
    let type = entry.value(1)
    if entry.value(2).hasPrefix("*") {
      return isHeadOfOther(match, acronym: entry.value(0)) ? nil : national(entry, match, name)
    }
    if type == "company" && isProduct(match.tokens) || type == "media" && isLonger(media: match) { return nil }
    if type == "party", isPostscript(match.tokens) { return nil }
    if isPartOfOther(match) || isHeadOfOther(match, acronym: entry.value(0)) || goesOn(match) { return nil }
    if entry.value(2) == "bare", !isBare(match.tokens), type != "party" || !isOfMember(match.tokens) { return nil }
    // "le Conseil de sécurité russe" is another; "à Bercy" tells where.
    if type == "council", match.tokens.count > 1, country(after: match) != nil { return nil }
    if type == "ministry", match.tokens.count == 1, followsPlacePreposition(match.tokens.lowerBound) { return nil }
    switch type {
    // "l'État islamique"
    case "movement", "party": guard isCapital else { return nil }
    case "media", "company": guard isSpelled(entry, match) else { return nil }
    case "alliance", "programme", "office": guard isCapital || match.tokens.count > 1 else { return nil }
    default: guard isCapital || match.tokens.count > 2 else { return nil }
    }
    let belongs = entry.value(2)
    var draft = EntityDraft(
      id: EntityID.make(.organisation, name), kind: .organisation, name: name, acronym: entry.value(0), type: type)
    if belongs.count == 2 { draft.owner = "country/\(belongs.lowercased())" }
    return (draft, .name)
  }

  /// "PS : un lecteur m'écrit": what a letter adds.
  private func isPostscript(_ tokens: Range<Int>) -> Bool {
    guard tokens.count == 1, let number = text.block(ofToken: tokens.lowerBound), number > 0,
      text.blocks[number].tokens.lowerBound == tokens.lowerBound, tokens.upperBound < text.tokens.count,
      text.source(tokens: tokens) == "PS"
    else { return false }
    return text.tokens[tokens.upperBound].kind == .punctuation
  }

  /// "un Boeing cargo", "deux Airbus": what a company makes.
  private func isProduct(_ tokens: Range<Int>) -> Bool {
    let before = tokens.lowerBound - 1
    guard before >= 0, tokens.count == 1, tokens.upperBound < text.tokens.count else { return false }
    let next = text.tokens[tokens.upperBound]
    guard next.kind == .word, !next.flags.contains(.capitalised) || next.flags.contains(.allCaps) else { return false }
    return text.source(text.tokens[before].bytes).lowercased() == "un" || text.match(.dateCount, at: before) != nil
  }

  /// "Le Télégramme d'Helvétie", "L'Équipe d'Asie": a name with an article that goes on with another is not the one that is
  /// known.
  func isLonger(media match: LexiconMatch) -> Bool {
    let next = match.tokens.upperBound
    guard match.tokens.count > 1, next + 1 < text.tokens.count,
      text.tokens[match.tokens.lowerBound].flags.contains(.capitalised),
      text.match(.sayDeterminer, at: match.tokens.lowerBound) != nil,
      ["d'", "d’", "de", "du", "des"].contains(text.source(text.tokens[next].bytes))
    else { return false }
    let name = text.tokens[next + 1]
    return name.kind == .word && name.flags.contains(.capitalised)
      && text.match(.dateWeekday, at: next + 1) == nil && text.match(.dateMonth, at: next + 1) == nil
  }

  /// "Sud Ouest", "Europe 1", "Le Dauphiné libéré": small letters stand where the lexicon has them, and numbers.
  private func isSpelled(_ entry: LexiconEntry, _ match: LexiconMatch) -> Bool {
    let first = match.tokens.lowerBound
    let isSmall = match.tokens.contains { token in
      !text.tokens[token].flags.contains(.capitalised) && text.tokens[token].kind == .word
        && text.match(.nameLinker, at: token) == nil
        && (token > first || text.match(.organisationHead, at: token) == nil)
    }
    // "à Koné" is no Kone.
    if match.tokens.count == 1, text.tokens[first].flags.contains(.accented),
      !text.tokens[first].flags.contains(.allCaps)
    {
      let written = text.source(tokens: match.tokens)
      return entry.forms.contains { Self.plain($0) == written }
    }
    guard isSmall else { return true }
    guard text.tokens[first].flags.contains(.capitalised) else { return false }
    let written = text.source(tokens: match.tokens)
    return entry.forms.contains { Self.plain($0) == written }
  }

  /// "au Figaro", "les journalistes du Monde": a medium without its article; a common noun beside a word of the press only.
  func isContracted(_ tokens: Range<Int>, isCommon: Bool) -> Bool {
    let article = tokens.lowerBound - 1
    guard article >= 0, ["au", "du"].contains(text.source(text.tokens[article].bytes)) else { return false }
    let next = tokens.upperBound
    if next < text.tokens.count, text.tokens[next].kind == .word, text.tokens[next].flags.contains(.capitalised) {
      return false
    }
    guard isCommon else { return true }
    guard article > 0 else { return false }
    return text.match(.sayVerb, at: article - 1) != nil || text.match(.placeDative, at: article - 1) != nil
      || isOfPress(article - 1)
  }

  /// "le journal", "les colonnes", "un lecteur": what belongs to a medium.
  private func isOfPress(_ token: Int) -> Bool {
    text.match(.organisationHead, at: token).map { text.entry($0).value(0) } == "media"
      || Self.ofPress.contains(text.source(text.tokens[token].bytes).lowercased())
  }

  /// "dans Libération", "Libération fut plus rude": a common noun is a name where it has no article.
  func isBare(_ tokens: Range<Int>) -> Bool {
    let (first, next) = (tokens.lowerBound, tokens.upperBound)
    guard
      next >= text.tokens.count || text.tokens[next].kind != .word
        || text.match(.nameLinker, at: next) == nil && !text.tokens[next].flags.contains(.capitalised)
    else { return false }
    guard first > 0, text.sentence(ofToken: first).map({ text.sentences[$0].tokens.lowerBound < first }) == true else {
      return text.match(.sayAuxiliary, at: next) != nil || text.match(.sayVerb, at: next) != nil
        || text.match(.sayCopula, at: next) != nil
    }
    let before = text.tokens[first - 1]
    guard before.kind == .word else { return false }
    if ["de", "d'", "d’"].contains(text.source(before.bytes)) {
      return first > 1 && isOfPress(first - 2)
    }
    return ["dans", "par", "selon", "à", "chez", "pour"].contains(text.source(before.bytes).lowercased())
  }

  /// "le député Horizons X": whose member somebody is.
  private func isOfMember(_ tokens: Range<Int>) -> Bool {
    (max(0, tokens.lowerBound - 3)..<tokens.lowerBound).contains {
      text.match(.role, at: $0)?.tokens.upperBound == tokens.lowerBound
    }
  }

  /// "La préfecture a prévenu", "a précisé l'armée", "selon les douanes": what every country has, and who says something.
  func says(_ tokens: Range<Int>) -> Bool {
    let article = tokens.lowerBound - 1
    guard article >= 0, text.match(.sayDeterminer, at: article) != nil, text.match(.sayIndefinite, at: article) == nil,
      !["ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "notre", "nos"].contains(
        text.source(text.tokens[article].bytes).lowercased())
    else { return false }
    if article > 1, isSpokenFor(article) { return true }
    if article > 0 {
      let before = text.tokens[article - 1]
      if text.match(.sayMarker, at: article - 1) != nil,
        ["selon", "d'après", "d’après"].contains(text.source(before.bytes).lowercased())
      {
        return true
      }
      // "a précisé l'armée"
      if before.kind == .word,
        text.match(.sayVerb, at: article - 1) != nil || text.match(.speechVerb, at: article - 1) != nil,
        article > 1, text.match(.sayAuxiliary, at: article - 2) != nil || text.tokens[article - 2].kind == .punctuation
      {
        return tokens.upperBound >= text.tokens.count || text.tokens[tokens.upperBound].kind == .punctuation
          || text.match(.sayPreposition, at: tokens.upperBound) != nil
      }
      // ", a calculé la banque centrale."
      if article > 2, text.isParticiple(article - 1), text.match(.sayAuxiliary, at: article - 2) != nil,
        text.tokens[article - 3].kind == .punctuation, tokens.upperBound < text.tokens.count,
        text.tokens[tokens.upperBound].kind == .punctuation
      {
        return true
      }
      guard before.kind == .punctuation || ["et", "mais", "que", "qu'", "qu’"].contains(text.source(before.bytes))
      else {
        return false
      }
    }
    let verb = tokens.upperBound
    guard verb + 1 < text.tokens.count else { return false }
    let isTold = text.match(.sayAuxiliary, at: verb) != nil
    return text.match(.sayVerb, at: isTold ? verb + 1 : verb) != nil && text.match(.sayCopula, at: verb) == nil
  }

  /// "le porte-parole de la présidence"
  private func isSpokenFor(_ article: Int) -> Bool {
    let end = text.source(text.tokens[article].bytes) == "du" ? article : article - 1
    guard end > 1, ["du", "de"].contains(text.source(text.tokens[end].bytes)),
      text.tokens[end - 1].flags.contains(.afterHyphen)
    else { return false }
    return text.source(tokens: end - 2..<end).lowercased() == "porte-parole"
  }

  /// "marine japonaise", "armée de l'air du Japon": what every country has; one word alone tells of none.
  func national(
    _ entry: LexiconEntry, _ match: LexiconMatch, _ name: String
  ) -> (draft: EntityDraft, form: MentionForm)? {
    let country = self.country(after: match)
    guard country != nil || entry.value(2) != "*" || (entry.value(3) == "says" && says(match.tokens)),
      !isInRole(match.tokens)
    else { return nil }
    let bare = entry.value(2) == "*" ? text.source(tokens: match.tokens).lowercased() : name
    let whole = country.map { text.source(tokens: match.tokens.lowerBound..<$0.end) } ?? bare
    var draft = EntityDraft(
      id: EntityID.make(.organisation, whole), kind: .organisation, name: whole, acronym: entry.value(0),
      type: entry.value(1))
    if let country { draft.owner = "country/\(country.iso2.lowercased())" }
    return (draft, .name)
  }

  /// "chef d'état-major interarmées" is an office.
  func isInRole(_ tokens: Range<Int>) -> Bool {
    let type = text.match(.organisation, at: tokens.lowerBound).map { text.entry($0).value(1) }
    // "premier chef de gouvernement japonais"
    if type == "government", tokens.lowerBound > 1 {
      return text.match(.role, at: tokens.lowerBound - 2).map { $0.tokens.contains(tokens.lowerBound) } ?? false
    }
    guard type == "command" else { return false }
    return (max(0, tokens.lowerBound - 6)..<tokens.lowerBound).contains {
      text.match(.role, at: $0).map { $0.tokens.upperBound > tokens.lowerBound } ?? false
    }
  }
}
