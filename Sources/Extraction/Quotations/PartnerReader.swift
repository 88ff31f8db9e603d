internal import EntenteSchema

/// Tells whom a text speaks with: who is asked in an interview, who gets a letter.
struct PartnerReader {
  let text: AnnotatedText
  let entities: [Entity]
  let references: [SpeakerReference]

  /// Blocks at the head of a letter that may name who gets it.
  private static let head = 10

  /// Who answers: "Entretien avec X", or whom the title and the first lines name before the first question.
  var interviewee: Int? {
    for reference in references.prefix(60) where isPresented(reference) {
      if let person = person(reference) { return person }
    }
    let told = references.filter { person($0) != nil && !isTurn($0) && !$0.isGoverned }
    return told.first.flatMap(person)
      ?? references.lazy.compactMap { person($0) }.first
  }

  /// Who gets a letter: "À Madame X" at its head, or "Lettre ouverte à X" in its title.
  var addressee: Int? {
    if references.isEmpty { return nil }
    for block in text.blocks.prefix(Self.head) {
      guard let first = block.tokens.first(where: { text.tokens[$0].kind == .word }) else { continue }
      let isGreeting =
        text.tokens[first].length <= 2 && ["À", "A"].contains(text.source(text.tokens[first].bytes))
      let named = references.between(block.tokens.lowerBound, block.tokens.upperBound).prefix(8)
      if isGreeting, text.match(.civility, at: first + 1) != nil, let person = named.lazy.compactMap(person).first {
        return person
      }
      if isLetter(block.tokens),
        let person = named.lazy.filter(\.isGoverned).compactMap(person).first
      {
        return person
      }
    }
    return nil
  }

  private func isLetter(_ title: Range<Int>) -> Bool {
    title.prefix(4).contains {
      text.tokens[$0].length == 6 && text.source(text.tokens[$0].bytes).lowercased() == "lettre"
    }
      && title.prefix(6).contains { ["à", "au"].contains(text.source(text.tokens[$0].bytes)) }
  }

  private func person(_ reference: SpeakerReference) -> Int? {
    guard case .entity(let entity) = reference.referent, entities[entity].kind == .person else { return nil }
    return entity
  }

  /// "Entretien avec le colonel X", "Interview de X".
  private func isPresented(_ reference: SpeakerReference) -> Bool {
    guard reference.isGoverned, let number = text.block(ofToken: reference.tokens.lowerBound),
      text.blocks[number].kind != .boilerplate
    else { return false }
    let first = text.blocks[number].tokens.lowerBound
    guard reference.tokens.lowerBound - first < 10 else { return false }
    return (first..<reference.tokens.lowerBound).contains { token in
      guard text.match(.kindLine, at: token).map({ text.entry($0).value(0) == "interview" }) ?? false,
        token + 1 < text.tokens.count
      else { return false }
      return ["avec", "de", "d'", "d’"].contains(text.source(text.tokens[token + 1].bytes))
    }
  }

  /// A line that a dash opens: whom an answer names is not the one who gives it.
  private func isTurn(_ reference: SpeakerReference) -> Bool {
    guard let number = text.block(ofToken: reference.tokens.lowerBound), let first = text.blocks[number].tokens.first
    else { return false }
    return text.blocks[number].marker == .bullet
      || text.tokens[first].kind == .punctuation && text.tokens[first].value == Punctuation.dash
  }
}
