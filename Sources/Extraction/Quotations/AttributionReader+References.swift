/// The references to speakers that an attribution may name.
extension AttributionReader {
  func isSomebody(_ reference: SpeakerReference) -> Bool {
    if case .document = reference.referent { return false }
    return true
  }

  func isGovernedDirectly(_ reference: SpeakerReference) -> Bool {
    guard reference.isGoverned else { return false }
    // What goes with a governed name is governed by no preposition of its own, and may be a subject.
    var token = start(of: reference) - 1
    while token >= 0, text.match(.sayDeterminer, at: token) != nil { token -= 1 }
    return token >= 0 && text.tokens[token].kind == .word
  }

  func reference(endingAt end: Int) -> SpeakerReference? {
    let index = references.first(from: end)
    return index > 0 && references[index - 1].tokens.upperBound == end ? references[index - 1] : nil
  }

  /// The nearest reference before a token that may be a subject.
  func before(_ token: Int, from start: Int, isMarked: Bool, isWithin: Bool = false) -> SpeakerReference? {
    references[..<references.first(from: token)].suffix(16).last {
      $0.tokens.lowerBound >= start && $0.tokens.upperBound <= token && $0.isQuoted == isWithin
        && (isMarked ? !isBracketed($0) : !$0.isGoverned && !isWithinRelative($0, before: token))
    }
  }

  /// "X (UDC)": the house of somebody.
  private func isBracketed(_ reference: SpeakerReference) -> Bool {
    let before = reference.tokens.lowerBound - 1
    return before >= 0 && text.tokens[before].kind == .punctuation
      && text.tokens[before].value == Punctuation.openParenthesis
  }

  /// The first reference that may be a subject; a marker governs what follows it.
  func first(from start: Int, to end: Int, isMarked: Bool, isWithin: Bool = false) -> SpeakerReference? {
    for reference in references[references.first(from: start)...].prefix(6) {
      guard reference.tokens.lowerBound < end else { return nil }
      guard reference.isQuoted == isWithin else { return nil }
      if isMarked || !reference.isGoverned { return reference }
    }
    return nil
  }

  /// With the name of the same person that stands beside it: "la ministre, X".
  func end(of reference: SpeakerReference, _ limit: Int) -> Int {
    var end = reference.tokens.upperBound
    guard case .entity(let entity) = reference.referent else { return min(end, limit) }
    for next in references[references.first(from: end)...].prefix(2) {
      guard case .entity(let other) = next.referent, other == entity, next.tokens.lowerBound <= end + 1 else { break }
      end = next.tokens.upperBound
    }
    return min(end, limit)
  }

  /// With the office of the same person that stands before it: "la ministre, X".
  func start(of reference: SpeakerReference) -> Int {
    let index = references.first(from: reference.tokens.lowerBound)
    guard index > 0, case .entity(let entity) = reference.referent,
      case .entity(entity) = references[index - 1].referent,
      references[index - 1].tokens.upperBound + 1 >= reference.tokens.lowerBound
    else { return reference.tokens.lowerBound }
    return references[index - 1].tokens.lowerBound
  }

  /// "L'essai a révélé « … », selon X": a person by name whom a marker right behind the words gives them to.
  func witness(of pair: QuotationPair, end: Int) -> Attribution? {
    guard pair.close + 2 < end, isAfterComma(pair.close + 2),
      let found = marker(pair.close + 2, end: end, follows: true),
      case .reference(let reference) = found.subject, isPerson(reference)
    else { return nil }
    return found
  }

  /// Somebody by name, or by an office that the text gives to somebody.
  func isPerson(_ reference: SpeakerReference) -> Bool {
    guard case .entity(let entity) = reference.referent, people.indices.contains(entity) else { return false }
    return people[entity]
  }

  func tellsNobody(_ attribution: Attribution?) -> Bool {
    guard let attribution, case .reference(let reference) = attribution.subject else { return attribution == nil }
    switch reference.referent {
    case .nobody, .document: return true
    case .entity, .description: return false
    }
  }
}
