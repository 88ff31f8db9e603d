internal import EntenteSchema
internal import ProtobufCoding

/// The place of an event whose own clause names none: its host, what `y` refers to, the dateline.
extension EventSettingReader {
  /// How many tokens a dateline may have, up to its dash.
  private static let dateline = 16
  /// How many names of a sentence are looked at: it may be as long as its text.
  private static let width = 40
  /// How many days before the text what its dateline places may have been.
  private static let freshness = 1

  /// `Oslo accueillera le sommet`: the town or country before the verb that receives the event.
  func host(of trigger: EventTrigger, in sentence: TextSentence) -> Int? {
    guard !trigger.isVerb, let mention = facts.mentions(in: sentence.bytes).first,
      [.place, .country].contains(facts.kind(of: mention)),
      let next = text.token(atByte: mention.bytes.upperBound), next < trigger.tokens.lowerBound,
      trigger.tokens.lowerBound - next < Self.dateline
    else { return nil }
    let verb = (next..<min(next + 3, trigger.tokens.lowerBound)).first {
      text.source(text.tokens[$0].bytes).hasPrefix("accueill")
    }
    return verb == nil ? nil : mention.entity
  }

  /// `groupe de travail (3 mars, Oslo)`, `le 3 mai, Oslo`: a town after a comma or a parenthesis, behind the noun.
  func aside(of trigger: EventTrigger, before next: Int, in sentence: TextSentence) -> Int? {
    guard !trigger.isVerb, trigger.tokens.upperBound < next else { return nil }
    let start = text.tokens[trigger.tokens.upperBound].bytes.lowerBound
    let end = text.tokens[next - 1].bytes.upperBound
    return facts.mentions(in: start..<max(start, end)).first { mention in
      guard facts.kind(of: mention) == .place, !facts.isInRole(mention.bytes.lowerBound),
        let token = text.token(atByte: mention.bytes.lowerBound), token > 0
      else { return false }
      let before = text.tokens[token - 1]
      return before.kind == .punctuation && [Punctuation.comma, Punctuation.openParenthesis].contains(before.value)
    }?.entity
  }

  /// `Elle y est attendue`, `est attendu sur place`: the last town of the sentence before, in its paragraph.
  func antecedent(of trigger: EventTrigger, in sentence: TextSentence) -> Int? {
    let start = trigger.tokens.lowerBound
    let end = min(trigger.tokens.upperBound + 4, sentence.tokens.upperBound)
    guard
      text.hasEventCue("there", in: max(sentence.tokens.lowerBound, start - 3)..<start)
        || text.hasEventCue("onsite", in: trigger.tokens.upperBound..<max(trigger.tokens.upperBound, end)),
      let number = text.sentence(ofToken: start), number > 0
    else { return nil }
    // `… à Kendari. Un acheteur s'en félicite. La ministre y est attendue.`, and across a paragraph.
    for earlier in stride(from: number - 1, through: max(0, number - Self.memory), by: -1) {
      let before = text.sentences[earlier]
      guard sentence.block - before.block <= 1, text.isBody(before) else { return nil }
      let place = facts.mentions(in: before.bytes).suffix(Self.width).last {
        facts.kind(of: $0) == .place && !facts.isInRole($0.bytes.lowerBound)
      }
      if let place { return place.entity }
    }
    return nil
  }

  /// How many sentences back the place is named that `y` stands for.
  private static let memory = 3

  /// `OSLO, 7 mars (AFP) - …`: the town that opens the first paragraph, before a dash.
  var datelinePlace: Int? {
    guard let first = text.sentences.first(where: { text.isBody($0) }),
      let mention = facts.mentions(in: first.bytes).first, mention.bytes.lowerBound == first.bytes.lowerBound,
      facts.kind(of: mention) == .place,
      first.tokens.prefix(Self.dateline).contains(where: {
        text.tokens[$0].kind == .punctuation && text.tokens[$0].value == Punctuation.dash
      })
    else { return nil }
    return mention.entity
  }

  /// Whether a date is that of the text, or the day before.
  func isFresh(_ date: Int?) -> Bool {
    guard let date, let day = CivilDate(iso8601: facts.dates[date].start), let today = CivilDate(iso8601: facts.asOf)
    else { return false }
    return (0...Self.freshness).contains(today.days(since: day))
  }
}
