internal import EntenteSchema

/// Reads the day and the place that stand before the sentences of a paragraph, as chronologies have them:
///
///     29 juin 2022, Madrid. Le président assiste au sommet.
struct EventHeadingReader {
  let text: AnnotatedText
  let facts: DocumentFacts

  /// How many tokens a heading may have that are neither date nor place.
  private static let rest = 2
  private static let longest = 12

  /// The heading of the paragraph of a sentence, unless the sentence is that heading.
  func heading(of sentence: TextSentence) -> (date: Int, place: Int?)? {
    guard let first = text.blocks[sentence.block].sentences.first, text.sentences.indices.contains(first) else {
      return nil
    }
    let heading = text.sentences[first]
    guard heading.bytes != sentence.bytes, heading.tokens.count < Self.longest,
      let date = facts.dates(in: heading.bytes).first, !facts.dates[date.date].vague,
      let start = text.token(atByte: date.bytes.lowerBound), start - heading.tokens.lowerBound < Self.rest
    else { return nil }
    let place = facts.mentions(in: heading.bytes).first {
      [.place, .country].contains(facts.entities[$0.entity].kind)
    }
    let others = heading.tokens.count { token in
      let bytes = text.tokens[token].bytes
      return text.tokens[token].kind != .punctuation && !date.bytes.contains(bytes.lowerBound)
        && !(place?.bytes.contains(bytes.lowerBound) ?? false)
    }
    return others <= Self.rest ? (date.date, place?.entity) : nil
  }
}
