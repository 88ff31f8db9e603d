internal import EntenteSchema

/// Tells who has the turn in each paragraph of a transcript or an interview.
///
///     turn = name [", " office | "(" house ")"] ":"    Hanna Virtanen, ministre : Merci.
///          | [office] name [", " office] ". –"                  M. Virtanen. – Merci.
///          | initials ":"                              H. V. : Merci.
///          | title name ["(" group ")" | "," office] "."        M. Virtanen (VAS). Merci.
///
/// A paragraph without a name goes on with the turn before it. One name alone makes no transcript.
struct TurnReader {
  let text: AnnotatedText
  let documentID: String
  let entities: [Entity]
  static let longest = 16

  /// The entity who speaks, by block.
  func turns() -> [Int: Int] {
    let names = self.names()
    guard !names.isEmpty else { return [:] }
    let initials = self.initials()
    var turns: [Int: Int] = [:]
    var last: Int?
    var count = 0
    for number in text.blocks.indices where text.blocks[number].kind == .paragraph {
      let tokens = text.blocks[number].tokens
      guard let first = tokens.first(where: { text.tokens[$0].kind == .word }), first < tokens.lowerBound + 4 else {
        continue
      }
      if let (speaker, end) = names[first] ?? ranked(first, names) ?? named(by: initials, first),
        opens(end, tokens.upperBound)
      {
        last = speaker
        count += 1
      } else if let (speaker, end) = titled(first, names), closes(end, tokens.upperBound) {
        last = speaker
        count += 1
      } else if isLabelled(tokens) || isPresided(first, tokens.upperBound) {
        last = nil
        count += 1
      } else if isAsked(first, tokens.upperBound) {
        last = nil
        // "La Gazette : …?"
        if tokens.prefix(6).contains(where: {
          text.tokens[$0].kind == .punctuation && text.tokens[$0].value == Punctuation.colon
        }) {
          count += 1
        }
      }
      if let last { turns[number] = last }
    }
    return count > 1 ? turns : [:]
  }

  /// "LA JOURNALISTE :", "LE PRÉSIDENT. –": capitals that open a turn of somebody without a name.
  private func isLabelled(_ paragraph: Range<Int>) -> Bool {
    let label = paragraph.prefix(6).prefix { text.tokens[$0].kind == .word }
    guard !label.isEmpty, label.upperBound < paragraph.upperBound,
      label.allSatisfy({ text.tokens[$0].flags.contains(.allCaps) })
    else { return false }
    return text.tokens[label.upperBound].value == Punctuation.colon
      && text.tokens[label.upperBound].kind == .punctuation
  }

  /// Who is named, and where that ends, by first token.
  private func names() -> [Int: (Int, Int)] {
    var names: [Int: (Int, Int)] = [:]
    for (number, entity) in entities.enumerated() where entity.kind == .person {
      for mention in entity.mentions where mention.form == .name {
        guard let bytes = mention.source?.bytes(of: documentID), let first = text.token(atByte: bytes.lowerBound),
          let last = text.token(atByte: bytes.upperBound - 1)
        else { continue }
        names[first] = (number, last + 1)
      }
    }
    return names
  }

  /// "Général Virtanen. –", "Le président Virtanen :": who is named right after an office.
  func ranked(_ first: Int, _ names: [Int: (Int, Int)]) -> (Int, Int)? {
    let start = text.match(.sayDeterminer, at: first)?.tokens.upperBound ?? first
    guard start < text.tokens.count, let office = text.match(.role, at: start),
      text.entry(office).values.contains("title")
    else { return nil }
    return names[office.tokens.upperBound]
  }

  /// The first person with each run of initials.
  private func initials() -> [String: Int] {
    var initials: [String: Int] = [:]
    for (number, entity) in entities.enumerated() where entity.kind == .person {
      let letters = String(entity.name.split(separator: " ").compactMap(\.first))
      if initials[letters] == nil { initials[letters] = number }
    }
    return initials
  }

  /// "H. V."
  private func named(by initials: [String: Int], _ first: Int) -> (Int, Int)? {
    var letters = ""
    var token = first
    while token + 1 < text.tokens.count, token < first + 6, text.tokens[token].kind == .word,
      text.tokens[token].length == 1, text.tokens[token + 1].value == Punctuation.fullStop
    {
      letters += text.source(text.tokens[token].bytes)
      token += 2
    }
    guard letters.count > 1 else { return nil }
    return initials[letters].map { ($0, token) }
  }

  /// Whether words follow after an office: a colon, or a full stop and a dash.
  private func opens(_ end: Int, _ bound: Int) -> Bool {
    // "H. V. – Merci."
    if end < bound, text.tokens[end].kind == .punctuation, text.tokens[end].value == Punctuation.dash,
      text.tokens[end - 1].value == Punctuation.fullStop
    {
      return true
    }
    // "Orva Vesk – Au marché."
    if end + 1 < bound, text.tokens[end].kind == .punctuation, text.tokens[end].value == Punctuation.dash,
      text.tokens[end].flags.contains(.afterSpace), text.tokens[end + 1].flags.contains(.capitalised)
    {
      return true
    }
    var token = end
    while token + 1 < min(bound, end + Self.longest) {
      let (mark, next) = (text.tokens[token], text.tokens[token + 1])
      if mark.kind == .punctuation {
        if mark.value == Punctuation.colon {
          return next.value != Punctuation.openQuote && next.value != Punctuation.straightQuote
        }
        if mark.value == Punctuation.fullStop { return next.kind == .punctuation && next.value == Punctuation.dash }
        if mark.value == Punctuation.openQuote || mark.value == Punctuation.straightQuote { return false }
      } else if text.match(.sayAuxiliary, at: token) != nil {
        return false
      }
      token += 1
    }
    return false
  }

  /// "La Gazette : Que craindre ?", "Que craindre ?": somebody asks who is no person of the text.
  private func isAsked(_ first: Int, _ bound: Int) -> Bool {
    guard let last = (first..<bound).last(where: { text.tokens[$0].value != 0x2A }) else { return false }
    return text.tokens[last].kind == .punctuation && text.tokens[last].value == Punctuation.question
  }
}
