internal import EntenteSchema

/// Reads places that no gazetteer has, by the words beside them.
///
///     place = noun "de" name                "le village de Plouvier", "l'abbatiale d'Orval"
///           | verb "à" name                 "né à Plouvier", "basée à Orval"
///           | "À" name ","                  at the start of a sentence
///     name  = word with a capital ["-" …]   that nothing else knows, and no longer name
struct PlaceReader {
  let text: AnnotatedText
  let taken: [Bool]
  private static let linkers: Set<String> = ["de", "d'", "d’", "du"]

  func find(into table: inout EntityTable) {
    var known: [String: Int] = [:]
    for token in text.tokens.indices.dropFirst() {
      guard mayBegin(token), let name = name(at: token), isPlaced(name) else { continue }
      let written = text.source(tokens: name)
      let number = table.number(
        EntityDraft(id: EntityID.make(.place, written), kind: .place, name: written, type: "city"))
      known[written] = number
      table.mention(number, name)
    }
    guard !known.isEmpty else { return }
    // Where the same name stands again after a preposition.
    for token in text.tokens.indices.dropFirst() {
      guard mayBegin(token), let name = name(at: token), !isPlaced(name), let number = known[text.source(tokens: name)]
      else { continue }
      table.mention(number, name)
    }
  }

  private func mayBegin(_ token: Int) -> Bool {
    let word = text.tokens[token]
    return word.kind == .word && word.word == .unknown && word.flags.contains(.capitalised) && !taken[token]
      && word.flags.contains(.latin) && word.length > 2 && !word.flags.contains(.allCaps)
      && !word.flags.contains(.afterHyphen) && !word.flags.contains(.elided)
  }

  /// One word, with what hyphens join to it; nil inside a longer name.
  private func name(at start: Int) -> Range<Int>? {
    var end = start + 1
    while end < text.tokens.count, text.tokens[end].flags.contains(.afterHyphen), text.tokens[end].kind == .word,
      end < start + 8
    {
      if taken[end] { return nil }
      end += 1
    }
    guard end == text.tokens.count || text.tokens[end].kind != .word || !text.tokens[end].flags.contains(.capitalised)
    else { return nil }
    return start..<end
  }

  private func isPlaced(_ name: Range<Int>) -> Bool {
    let linker = name.lowerBound - 1
    guard text.tokens[linker].kind == .word else { return false }
    let word = text.source(text.tokens[linker].bytes)
    if Self.linkers.contains(word) { return linker > 0 && text.match(.placeHead, at: linker - 1) != nil }
    if word == "À" || word == "A" {
      return isOpening(linker) && name.upperBound < text.tokens.count
        && text.tokens[name.upperBound].kind == .punctuation
        && text.tokens[name.upperBound].value == Punctuation.comma
    }
    return word == "à" && linker > 0 && text.match(.placeVerb, at: linker - 1) != nil
  }

  private func isOpening(_ token: Int) -> Bool {
    text.sentence(ofToken: token).map { text.sentences[$0].tokens.lowerBound == token } ?? false
  }
}
