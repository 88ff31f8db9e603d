internal import EntenteSchema

/// Names that go on beyond what is known of them: "l'association Meuse à vélo".
extension SpeakerReferenceReader {
  /// Whether a reference holds only a part of a name: whoever bears it is nobody whom the text tells of by that part.
  func isFragment(_ reference: SpeakerReference) -> Bool {
    guard case .entity(let number) = reference.referent else { return false }
    switch entities[number].kind {
    case .country: return endsName(reference)
    case .organisation, .place: return goesOn(reference) || isQualified(reference) || endsName(reference)
    default: return false
    }
  }

  /// "Pêches et Océans Canada": the last word of a name that begins before it.
  private func endsName(_ reference: SpeakerReference) -> Bool {
    let first = reference.tokens.lowerBound
    guard first > 0, text.tokens[first].flags.contains(.capitalised), !text.tokens[first].flags.contains(.afterHyphen),
      isPartOfName(first - 1), text.match(.role, at: first - 1) == nil, text.match(.civility, at: first - 1) == nil,
      text.match(.organisationHead, at: first - 1) == nil, text.match(.sayDeterminer, at: first - 1) == nil,
      text.match(.sayAuxiliary, at: first - 1) == nil, text.match(.sayFiller, at: first - 1) == nil
    else { return false }
    // "Ministère Canada", and no "Hier Paris a dit": a word that is no name of its own opens many a sentence.
    guard let number = text.sentence(ofToken: first) else { return false }
    return text.sentences[number].tokens.lowerBound < first - 1
  }

  /// "Le Parlement sami a dit": an adjective makes another house of it.
  private func isQualified(_ reference: SpeakerReference) -> Bool {
    let next = reference.tokens.upperBound
    let first = reference.tokens.lowerBound
    guard reference.tokens.count == 1, next + 1 < text.tokens.count,
      // "le collectif Art libre"
      text.match(.organisationHead, at: first) != nil
        || first > 0 && text.match(.organisationHead, at: first - 1)?.tokens.upperBound == first
    else { return false }
    let word = text.tokens[next]
    guard word.kind == .word, word.length > 3, !word.flags.contains(.capitalised),
      ![
        .clauseWord, .sayVerb, .sayAuxiliary, .sayPreposition, .sayFiller, .nameLinker, .countryAdjective, .sayNot,
        .sayTime,
      ].contains(where: { text.match($0, at: next) != nil })
    else { return false }
    let after = text.tokens[next + 1]
    return after.kind == .punctuation && after.value == Punctuation.comma
      || text.match(.sayAuxiliary, at: next + 1) != nil || text.match(.sayVerb, at: next + 1) != nil
      || text.match(.sayFiller, at: next + 1) != nil
  }

  /// "de" goes on a name only before a plain noun, and none in capitals: "Mémoire de doris", but "la CGT de la raffinerie".
  private func isNameLinker(_ token: Int) -> Bool {
    let word = text.source(text.tokens[token].bytes)
    if ["pour", "à", "du", "des", "sans", "contre"].contains(word) { return true }
    return ["de", "d'", "d’"].contains(word) && !text.tokens[token - 1].flags.contains(.allCaps)
      && text.match(.sayDeterminer, at: token + 1) == nil && text.match(.sayIndefinite, at: token + 1) == nil
  }

  /// "l'association Meuse à vélo", "le syndicat Les Entreprises du médicament": behind the noun for a house.
  private func goesOn(_ reference: SpeakerReference) -> Bool {
    let (start, end) = (reference.tokens.lowerBound, reference.tokens.upperBound)
    guard end + 1 < text.tokens.count, text.tokens[end].kind == .word, text.tokens[end + 1].kind == .word,
      !text.tokens[end + 1].flags.contains(.capitalised),
      isNameLinker(end),
      text.match(.sayTime, at: end + 1) == nil, text.match(.dateWeekday, at: end + 1) == nil
    else { return false }
    if start > 0, let head = text.match(.organisationHead, at: start - 1) { return head.tokens.upperBound == start }
    // The noun is a part of the name.
    guard let head = text.match(.organisationHead, at: start), head.tokens.upperBound < end,
      !text.tokens[start].flags.contains(.capitalised)
    else { return false }
    return text.tokens[end - 1].flags.contains(.capitalised)
  }
}
