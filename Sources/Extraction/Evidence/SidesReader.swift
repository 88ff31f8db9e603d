internal import EntenteSchema

/// Tells whether a sentence is about outsiders alone: one of them is its subject, and it names nobody of the alliance or
/// its partners.
///
///     Le Nord a lancé un satellite, selon Séoul.         // outsiders alone: Séoul only says so
///     L'OTAN a dénoncé les tirs du Nord.                 // not
struct SidesReader {
  let text: AnnotatedText
  let facts: DocumentFacts

  /// How many tokens of a body's first sentence may be its dateline.
  private static let dateline = 12
  /// Before which token a subject stands.
  private static let opening = 7

  func isOfOutsidersAlone(_ sentence: TextSentence) -> Bool {
    let states = Array(facts.mentions(in: sentence.bytes)) + facts.adjectives(in: sentence.bytes)
    guard let outsider = firstOutsider(states, sentence) else { return false }
    let start = afterDateline(sentence)
    guard isSubject(outsider, start) else { return false }
    let isAllied = (start..<sentence.tokens.upperBound).contains { token in
      text.match(.alliance, at: token) != nil || text.match(.partnerPronoun, at: token) != nil
        || token < outsider && text.match(.eventPronoun, at: token) != nil
    }
    return !isAllied
      && !states.contains { mention in
        guard let token = text.token(atByte: mention.bytes.lowerBound), token >= start else { return false }
        return isOnOtherSide(mention, token, outsider)
      }
  }

  /// Near the start of its sentence, and not led by a preposition: `Le Nord a lancé`, but not `les tirs de la Corée du Nord`.
  private func isSubject(_ token: Int, _ start: Int) -> Bool {
    token >= start && token - start < Self.opening
      && !(max(start, token - 2)..<token).contains {
        text.match(.eventPreposition, at: $0) != nil || text.match(.dateAim, at: $0) != nil
          || text.match(.clauseBreak, at: $0) != nil
      }
  }

  private func isOnOtherSide(_ mention: DocumentFacts.Mention, _ token: Int, _ outsider: Int) -> Bool {
    if token > 0, text.match(.hearsay, at: token - 1) != nil { return false }
    switch facts.kind(of: mention) {
    // `la guerre en Ukraine`: a country that is spoken of.
    case .country:
      return !facts.isOutsider(mention)
        && !(max(0, token - 3)..<token).contains { text.match(.eventElsewhere, at: $0) != nil }
    case .place:
      guard let capital = text.match(.capital, at: token) else { return false }
      return !FieldTermReader.outsiders.contains(text.entry(capital).value(0))
    // Whoever is named before an outsider speaks or acts; after it, it may be the outsider's own.
    default: return facts.type(of: mention) != "media" && token < outsider
    }
  }

  private func firstOutsider(_ states: [DocumentFacts.Mention], _ sentence: TextSentence) -> Int? {
    let named = states.filter { mention in
      facts.isOutsider(mention)
        || text.token(atByte: mention.bytes.lowerBound).flatMap { text.match(.capital, at: $0) }.map {
          FieldTermReader.outsiders.contains(text.entry($0).value(0))
        } ?? false
    }.compactMap { text.token(atByte: $0.bytes.lowerBound) }
    let isNamed = sentence.categories.contains(.outsiderName)
    let other = isNamed ? sentence.tokens.first(where: { text.match(.outsiderName, at: $0) != nil }) : nil
    return (named + [other].compactMap { $0 }).min()
  }

  /// `Séoul, 30 nov 2024 (AFP) -` names nobody.
  private func afterDateline(_ sentence: TextSentence) -> Int {
    let head = sentence.tokens.prefix(Self.dateline)
    let dash = head.dropFirst().first { token in
      guard text.tokens[token].kind == .punctuation, text.tokens[token].value == Punctuation.dash else { return false }
      let before = text.tokens[token - 1]
      return before.kind == .number || before.kind == .punctuation && before.value == Punctuation.closeParenthesis
    }
    return dash.map { $0 + 1 } ?? sentence.tokens.lowerBound
  }
}
