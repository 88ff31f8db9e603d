/// Names that no list has, by what stands beside them: "la victime, Orva Vesk,", "la dendrologue Orva Vesk".
extension PersonReader {
  /// Tokens between a name and the article of the noun beside it.
  private static let noun = 8
  /// Tokens of a paragraph that are looked at for words of somebody who opens it.
  private static let words = 90
  /// Tokens of a line that names its author.
  private static let line = 30

  func isBeside(_ run: Run) -> Bool {
    guard isPlainName(run) else { return false }
    return isAppositive(run) || isBehindNoun(run) || isDescribedBehind(run) || isAuthor(run) || isTeller(run)
  }

  /// Two to four words with capitals that mean nothing else.
  private func isPlainName(_ run: Run) -> Bool {
    guard (2...4).contains(run.words.count), run.civility == nil, let first = run.words.first else { return false }
    return run.words.allSatisfy { word in
      let token = text.tokens[word]
      guard token.flags.contains(.capitalised) else {
        return text.match(.nameParticle, at: word) != nil || word != first && isKoreanSecondHalf(word, isInside: true)
      }
      return token.length > 1 && token.flags.contains(.latin)
        && (word == first || !token.flags.contains(.allCaps))
        && !Self.explained.contains { text.match($0, at: word) != nil }
    }
  }

  private static let explained: [LexiconCategory] = [
    .country, .countryAdjective, .capital, .city, .province, .region, .organisation, .organisationHead,
    .organisationTail, .eventName, .eventNoun, .dateMonth, .clauseWord, .sayDeterminer, .placeNoun, .placeHead,
  ]

  /// "la victime, X,", "un acheteur de Livourne, X,", "l'un d'eux, X,": in apposition to a noun for somebody.
  func isAppositive(_ run: Run) -> Bool {
    let (comma, end) = (run.tokens.lowerBound - 1, run.tokens.upperBound)
    guard comma > 1, isMark(comma, Punctuation.comma), end < text.tokens.count,
      text.tokens[end].kind == .punctuation || text.match(.sayAuxiliary, at: end) != nil
    else { return false }
    // "l'un d'eux, X,"
    if ["eux", "elles"].contains(word(comma - 1)), text.tokens[comma - 2].flags.contains(.elided) { return true }
    if isOneOfSeveral(comma) { return true }
    guard let head = noun(before: comma) else { return false }
    return isForSomebody(head)
  }

  /// "un de leurs capitaines, X,"
  private func isOneOfSeveral(_ comma: Int) -> Bool {
    guard comma > 3, ["un", "une"].contains(word(comma - 4).lowercased()),
      ["de", "d'", "d’"].contains(word(comma - 3)),
      text.match(.sayDeterminer, at: comma - 2) != nil, word(comma - 1).hasSuffix("s")
    else { return false }
    return !text.tokens[comma - 1].flags.contains(.capitalised)
      && !Self.things.contains { text.match($0, at: comma - 1) != nil }
  }

  /// "le docteur X", "le défenseur letton X", "la metteuse en scène X": right behind a noun for somebody.
  private func isBehindNoun(_ run: Run) -> Bool {
    let start = run.tokens.lowerBound
    guard start > 1, text.tokens[start - 1].kind == .word, !text.tokens[start - 1].flags.contains(.elided),
      text.match(.nameLinker, at: start - 1) == nil, text.match(.sayPreposition, at: start - 1) == nil,
      let head = noun(before: start), start - head <= 5
    else { return false }
    return isForSomebody(head)
  }

  /// The noun whose article stands nearest before a token and is governed by no "de": "acheteur" in "un acheteur de la
  /// ville".
  private func noun(before end: Int) -> Int? {
    for token in stride(from: end - 2, through: max(0, end - Self.noun), by: -1) {
      guard text.tokens[token].kind == .word, text.tokens[token + 1].kind == .word,
        text.match(.sayAuxiliary, at: token + 1) == nil, text.match(.sayPronoun, at: token + 1) == nil
      else { return nil }
      guard text.match(.sayDeterminer, at: token) != nil || text.match(.sayIndefinite, at: token) != nil else {
        if ["que", "qui", "dont", "où", "et"].contains(word(token)) { return nil }
        continue
      }
      // "de la ville"
      if token > 0, ["de", "d'", "d’"].contains(word(token - 1)) { continue }
      var head = token + 1
      while head < end, text.match(.formerWord, at: head) != nil || text.match(.roleAdjective, at: head) != nil {
        head += 1
      }
      return head < end ? head : nil
    }
    return nil
  }

  /// A noun for one person, by the lexicon or by its ending.
  private func isForSomebody(_ head: Int) -> Bool {
    let token = text.tokens[head]
    guard token.kind == .word, !token.flags.contains(.capitalised), !token.flags.contains(.elided) else { return false }
    if text.match(.personNoun, at: head) != nil { return true }
    if Self.things.contains(where: { text.match($0, at: head) != nil }) { return false }
    if let role = text.match(.role, at: head) { return !text.entry(role).values.contains("plural") }
    if let source = text.match(.saySource, at: head) { return text.entry(source).value(0) == "person" }
    guard token.length > 6 else { return false }
    let word = word(head)
    return Self.endings.contains { word.hasSuffix($0) }
  }

  private static let things: [LexiconCategory] = [
    .organisationHead, .eventName, .eventNoun, .buildingHead, .placeNoun, .documentNoun, .titleCue,
  ]

  /// Endings of nouns for people, and for hardly anything else.
  private static let endings = [
    "trice", "euse", "iste", "logue", "icien", "icienne", "ienne", "graphe", "nome", "éenne",
  ]

  /// "X, un pêcheur de 58 ans,", "X, née à Oslo,": what is said of a person right behind the name.
  private func isDescribedBehind(_ run: Run) -> Bool {
    let comma = run.tokens.upperBound
    guard comma + 2 < text.tokens.count, isMark(comma, Punctuation.comma) else { return false }
    let next = comma + 1
    if Self.participles.contains(word(next)) {
      return text.match(.sayPreposition, at: next + 1) != nil || text.match(.dateRelative, at: next + 1) != nil
        || text.tokens[next + 1].kind != .word
    }
    let start = run.tokens.lowerBound
    // "Orva Vesk, elle, …": no article before it, as a house mostly has.
    if ["lui", "elle"].contains(word(next)), isMark(next + 1, Punctuation.comma),
      run.words.allSatisfy({ text.tokens[$0].word == .unknown })
    {
      return start == 0 || text.tokens[start - 1].kind == .punctuation
        || text.sentence(ofToken: start) != text.sentence(ofToken: start - 1)
    }
    // "Orva Vesk, la fille,"
    if ["le", "la", "l'", "l’"].contains(word(next)), next + 2 < text.tokens.count, isMark(next + 2, Punctuation.comma)
    {
      return isForSomebody(next + 1)
    }
    guard text.match(.sayIndefinite, at: next) != nil, ["un", "une"].contains(word(next)) else { return false }
    if start > 0, text.tokens[start - 1].kind == .word, text.match(.sayMarker, at: start - 1) == nil { return false }
    if isForSomebody(next + 1) { return true }
    // "un pêcheur de 58 ans"
    return (next + 2..<max(next + 2, min(next + 6, text.tokens.count - 1))).contains {
      text.tokens[$0].kind == .number && word($0 + 1) == "ans"
    }
  }

  /// What only people are, in apposition.
  private static let participles: Set<String> = [
    "né", "née", "natif", "native", "âgé", "âgée", "arrivé", "arrivée", "venu", "venue", "assis", "assise", "vêtu",
    "vêtue", "coiffé", "coiffée", "grandi", "grandie", "marié", "mariée", "veuf", "veuve", "élève", "soupçonné",
    "soupçonnée", "couronné", "couronnée", "accroupi", "accroupie", "blessé", "blessée",
  ]

  /// "Par X | La Gazette", "12 mai — par X, chargée de mission": a line that names who wrote the text.
  private func isAuthor(_ run: Run) -> Bool {
    let by = run.tokens.lowerBound - 1
    guard by >= 0, text.tokens[by].length == 3, word(by).lowercased() == "par", let block = text.block(ofToken: by)
    else { return false }
    let line = text.blocks[block].tokens
    guard line.count <= Self.line, by == line.lowerBound || text.tokens[by - 1].kind == .punctuation else {
      return false
    }
    let end = run.tokens.upperBound
    return (end >= line.upperBound || text.tokens[end].kind == .punctuation)
      && !line.contains { text.match(.sayAuxiliary, at: $0) != nil }
  }

  /// "À Oslo, X soulève une planche. « … », sourit-elle": whoever opens a paragraph that goes on with words of "elle".
  private func isTeller(_ run: Run) -> Bool {
    let (start, end) = (run.tokens.lowerBound, run.tokens.upperBound)
    guard run.words.allSatisfy({ text.tokens[$0].word == .unknown || text.match(.givenName, at: $0) != nil }),
      let number = text.sentence(ofToken: start), let block = text.block(ofToken: start),
      end < text.sentences[number].tokens.upperBound
    else { return false }
    let first = text.sentences[number].tokens.lowerBound
    guard start == first || start - first < 12 && isMark(start - 1, Punctuation.comma) else { return false }
    let next = text.tokens[end]
    guard next.kind == .word ? !next.flags.contains(.capitalised) : isMark(end, Punctuation.comma) else { return false }
    if speaksBehindColon(end..<text.sentences[number].tokens.upperBound) { return true }
    let rest = (end..<text.blocks[block].tokens.upperBound).prefix(Self.words)
    guard let close = rest.first(where: { isMark($0, Punctuation.closeQuote) || isClosing($0, from: end) }) else {
      return false
    }
    return (close + 1..<min(close + 7, text.tokens.count)).contains {
      text.tokens[$0].flags.contains(.afterHyphen) && ["il", "elle"].contains(word($0))
    }
  }

  /// "X remplit ses bidons, puis lâche : « … »"
  private func speaksBehindColon(_ rest: Range<Int>) -> Bool {
    guard let colon = rest.prefix(Self.line).first(where: { isMark($0, Punctuation.colon) }),
      colon + 1 < text.tokens.count, !isMark(rest.lowerBound, Punctuation.colon)
    else { return false }
    return isMark(colon + 1, Punctuation.openQuote) || isMark(colon + 1, Punctuation.straightQuote)
  }

  /// A straight mark that follows another one of the paragraph.
  private func isClosing(_ token: Int, from start: Int) -> Bool {
    isMark(token, Punctuation.straightQuote)
      && (max(start, token - Self.words)..<token).contains { isMark($0, Punctuation.straightQuote) }
  }

  private func isMark(_ token: Int, _ mark: UInt32) -> Bool {
    text.tokens[token].kind == .punctuation && text.tokens[token].value == mark
  }

  private func word(_ token: Int) -> String { text.source(text.tokens[token].bytes) }
}
