internal import EntenteSchema

/// Reads the day and the place that stand before the sentences of a paragraph, as chronologies and agendas have them:
///
///     29 juin 2022, Madrid. Le président assiste au sommet.
///
///     MARDI 16
///     Séoul – Le secrétaire général s'entretient avec la ministre.
struct EventHeadingReader {
  let text: AnnotatedText
  let facts: DocumentFacts
  /// By block: the date of the line above it that has nothing but a date.
  private let agenda: [Int?]

  init(text: AnnotatedText, facts: DocumentFacts) {
    self.text = text
    self.facts = facts
    agenda = Self.agenda(text, facts)
  }

  /// How many tokens a heading may have that are neither date nor place.
  private static let rest = 2
  private static let longest = 12
  /// How many lines make an agenda, and how many paragraphs one of them is the heading of.
  private static let fewest = 2
  private static let paragraphs = 12

  /// The heading of the paragraph of a sentence, unless the sentence is that heading.
  func heading(of sentence: TextSentence) -> (date: Int, place: Int?)? {
    guard let first = text.blocks[sentence.block].sentences.first, text.sentences.indices.contains(first) else {
      return nil
    }
    let heading = text.sentences[first]
    if let date = agenda.indices.contains(sentence.block) ? agenda[sentence.block] : nil {
      return (date, place(leading: heading) ?? place(leading: sentence))
    }
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
    return others <= Self.rest ? (date.date, place?.entity ?? self.place(leading: sentence)) : nil
  }

  /// `Séoul – `, `Bruxelles : `: the place that opens a sentence, before a dash or a colon.
  func place(leading sentence: TextSentence) -> Int? {
    guard let mention = facts.mentions(in: sentence.bytes).first, mention.bytes.lowerBound == sentence.bytes.lowerBound,
      [.place, .country].contains(facts.kind(of: mention)), let next = text.token(atByte: mention.bytes.upperBound),
      next < sentence.tokens.upperBound, text.tokens[next].kind == .punctuation,
      [Punctuation.dash, Punctuation.colon].contains(text.tokens[next].value)
    else { return nil }
    return mention.entity
  }

  private static func agenda(_ text: AnnotatedText, _ facts: DocumentFacts) -> [Int?] {
    guard facts.dateMentions.count > 1 else { return [] }
    let lines = text.blocks.indices.map { line(text.blocks[$0], text, facts) }
    guard lines.count(where: { $0 != nil }) >= fewest else { return [] }
    var dates: [Int?] = []
    var current: (date: Int, block: Int)?
    for block in text.blocks.indices {
      if let date = lines[block] {
        current = (date, block)
        dates.append(nil)
        continue
      }
      // `ON EN PARLE DÉJÀ`: another heading.
      if isShouted(text.blocks[block], text) || block - (current?.block ?? block) > paragraphs { current = nil }
      dates.append(current?.date)
    }
    return dates
  }

  /// The date of a line that has nothing else, but for that of the text itself.
  private static func line(_ block: TextBlock, _ text: AnnotatedText, _ facts: DocumentFacts) -> Int? {
    guard block.kind != .title, block.kind != .boilerplate, !block.tokens.isEmpty, block.tokens.count < longest,
      let date = facts.dates(in: block.bytes).first, !facts.dates[date.date].vague,
      !facts.dates[date.date].start.isEmpty, facts.dates[date.date].start != facts.asOf
    else { return nil }
    let others = block.tokens.count { token in
      text.tokens[token].kind == .word && !date.bytes.contains(text.tokens[token].bytes.lowerBound)
    }
    return others <= rest ? date.date : nil
  }

  private static func isShouted(_ block: TextBlock, _ text: AnnotatedText) -> Bool {
    block.tokens.count < longest
      && block.tokens.allSatisfy {
        text.tokens[$0].kind != .word || text.tokens[$0].flags.contains(.allCaps) || text.tokens[$0].length < 2
      }
  }
}
