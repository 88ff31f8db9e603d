internal import EntenteSchema

/// How the noun of an event is told to be held: by the verb that calls or holds it, by its own, or beside its date.
extension EventTriggerReader {
  /// The noun opens its sentence, behind its article, and an auxiliary or a future follows it.
  func isSubjectOnDay(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let (start, next) = (sentence.tokens.lowerBound, tokens.upperBound)
    guard tokens.lowerBound == start + 1, text.match(.eventDeterminer, at: start) != nil, hasDay(sentence),
      next < sentence.tokens.upperBound, text.match(.eventCue, at: start) == nil
    else { return false }
    // `L'audience est fixée au 4 mai` is for a court.
    guard text.match(.sayAuxiliary, at: next) != nil || text.isFuture(next),
      !text.source(tokens: tokens).hasPrefix("audience")
    else { return false }
    return !facts.dates(in: text.bytes(of: next..<min(next + Self.reach / 2, sentence.tokens.upperBound))).isEmpty
  }

  /// `tiendra son assemblée`, `a réuni un conseil de défense`: a verb of holding or calling right before the noun.
  func isCalledTogether(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let before = max(sentence.tokens.lowerBound, tokens.lowerBound - Self.reach / 2)..<tokens.lowerBound
    return hasCue("hold", in: before) || hasCue("held", in: before)
      // `se réunira notre assemblée`: the verb tells of it.
      || before.contains { token in
        text.eventCue("convenes", at: token) != nil
          && (token == sentence.tokens.lowerBound || text.match(.eventReflexive, at: token - 1) == nil)
      }
  }

  /// `Une session à huis clos a réuni les spécialistes`: a sitting, which is no conference.
  func isOfSession(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    (max(sentence.tokens.lowerBound, tokens.lowerBound - Self.reach / 2)..<tokens.lowerBound).contains {
      ["session", "séance"].contains(text.source(text.tokens[$0].bytes))
    }
  }

  /// `ont pris part cette semaine à des manœuvres`
  func isAttended(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    hasCue("partake", in: max(sentence.tokens.lowerBound, tokens.lowerBound - Self.reach)..<tokens.lowerBound)
  }

  /// `groupe de travail (3 mars, Séoul)`, as lists of what is to come have it.
  func isDatedAside(_ tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    let after = tokens.upperBound..<min(tokens.upperBound + 4, sentence.tokens.upperBound)
    guard
      let mark = after.first(where: {
        text.tokens[$0].kind == .punctuation && text.tokens[$0].value == Punctuation.openParenthesis
      })
    else { return false }
    let end = min(mark + Self.reach, sentence.tokens.upperBound)
    return !facts.dates(in: text.bytes(of: mark..<end)).isEmpty
  }

  /// `dialogue OTAN-Japon`.
  func namesSides(after token: Int, _ sentence: TextSentence) -> Bool {
    guard token + 1 < sentence.tokens.upperBound, text.tokens[token + 1].flags.contains(.afterHyphen) else {
      return false
    }
    return text.match(.alliance, at: token) != nil || text.match(.country, at: token) != nil
  }
}
