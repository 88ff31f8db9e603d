internal import EntenteSchema

/// Who says "I" in a text that has an author: who answers, who signs, whom the byline names.
extension SpeakerResolver {
  /// Blocks above a token in which a heading may tell whose answer it stands in.
  private static let above = 60
  /// Blocks at the head and at the end of a letter that may hold its greeting or its signature.
  private static let edge = 8
  /// Tokens of a heading, and of a greeting or a signature.
  private static let heading = 30
  private static let line = 12

  /// "Comme je l'ai dit, « … »": the one who writes at a token.
  func author(at token: Int) -> Speaker? {
    guard let block = text.block(ofToken: token) else { return nil }
    for number in stride(from: block - 1, through: max(0, block - Self.above), by: -1) {
      if let person = heading(text.blocks[number].tokens) { return .entity(person) }
    }
    if let signer { return .entity(signer) }
    // What stands below a question is said by whoever is asked.
    if (max(0, block - Self.edge)..<block).contains(where: { asks(text.blocks[$0].tokens) }) { return nil }
    return writers.count == 1 ? writers.first.map { .entity($0) } : nil
  }

  private func asks(_ line: Range<Int>) -> Bool {
    guard (2...Self.heading).contains(line.count), let last = line.last else { return false }
    return text.tokens[last].kind == .punctuation && text.tokens[last].value == Punctuation.question
  }

  /// "Réponse de Mme X, ministre de la Défense": whose words stand below.
  private func heading(_ line: Range<Int>) -> Int? {
    guard line.count > 2, line.count <= Self.heading,
      ["réponse", "question", "lettre", "intervention", "discours", "allocution"].contains(
        text.source(text.tokens[line.lowerBound].bytes).lowercased()),
      ["de", "d'", "d’", "du"].contains(text.source(text.tokens[line.lowerBound + 1].bytes))
        || text.source(text.tokens[line.lowerBound].bytes).lowercased() == "question",
      !line.contains(where: { text.match(.sayAuxiliary, at: $0) != nil && text.tokens[$0].length > 1 })
    else { return nil }
    return references.between(line.lowerBound, line.upperBound).lazy.compactMap { self.person($0) }.first
  }

  /// The name that stands alone below a letter.
  private var signer: Int? {
    let isLetter = text.blocks.prefix(Self.edge).contains { block in
      guard let first = block.tokens.first, (2...Self.line).contains(block.tokens.count) else { return false }
      let isGreeting =
        ["Monsieur", "Madame", "Messieurs", "Mesdames", "Cher", "Chère", "Chers", "Chères"].contains(
          text.source(text.tokens[first].bytes))
      let last = text.tokens[block.tokens.upperBound - 1]
      return isGreeting && last.kind == .punctuation && last.value != Punctuation.fullStop
    }
    guard isLetter else { return nil }
    var found: Int?
    for block in text.blocks.suffix(Self.edge) where !block.tokens.isEmpty && block.tokens.count <= Self.line {
      guard let name = references.between(block.tokens.lowerBound, block.tokens.lowerBound + 2).first,
        let person = person(name)
      else { continue }
      // Several who sign speak as "we".
      if let found, found != person { return nil }
      found = person
    }
    return found
  }

  private func person(_ reference: SpeakerReference) -> Int? {
    guard case .entity(let entity) = reference.referent, entities[entity].kind == .person else { return nil }
    return entity
  }
}
