/// Which words belong to a name: capitals, particles, and words that only look like names.
extension PersonReader {
  /// Whether most words are in capitals.
  func isShouted(_ sentence: Range<Int>) -> Bool {
    guard sentence.count > 3 else { return false }
    // "LÉA MARCHAL.": who has the turn.
    if sentence.count < 7, text.match(.givenName, at: sentence.lowerBound) != nil { return false }
    var capitals = 0
    for token in sentence where text.tokens[token].flags.contains(.allCaps) { capitals += 1 }
    return capitals * 2 > sentence.count
  }

  /// "l'amiral van Dijk": a particle that stands in names alone.
  func isParticleOfNames(_ token: Int) -> Bool {
    text.match(.nameParticle, at: token).map { text.kind($0) == "name" } ?? false
  }

  /// "le général de Gaulle": a particle that a known name begins with.
  func isFamous(_ particle: Int) -> Bool {
    text.match(.famousName, at: particle).map { $0.tokens.count > 1 } ?? false
  }

  /// A name begins with a capital or, rarely, in parentheses.
  func mayBegin(_ token: TextToken) -> Bool {
    token.flags.contains(.capitalised) || token.kind == .punctuation && token.value == Punctuation.openParenthesis
  }

  /// "avant J.-C.": no initials.
  func isEra(_ token: Int) -> Bool {
    guard token > 0, text.tokens[token].length == 1, text.tokens[token].kind == .word,
      [UInt8(ascii: "J"), UInt8(ascii: "C")].contains(text.bytes[text.tokens[token].bytes.lowerBound])
    else { return false }
    return (max(0, token - 5)..<token).contains {
      ["avant", "av", "après", "ap"].contains(text.source(text.tokens[$0].bytes).lowercased())
    }
  }

  /// "d'Arcourt", "L'Hermite": an article that belongs to the name after it.
  func isArticled(_ token: Int, _ taken: [Bool], _ run: Run, _ sentence: Range<Int>) -> Bool {
    guard token + 1 < sentence.upperBound, text.tokens[token].flags.contains(.elided), !taken[token],
      !text.tokens[token + 1].flags.contains(.afterSpace), isNameWord(token + 1, taken)
    else { return false }
    let article = text.source(text.tokens[token].bytes).lowercased().prefix(1)
    if text.tokens[token].flags.contains(.capitalised) {
      // "N'Diaye", "M'Barek"
      let isSyllable = (article == "n" || article == "m") && text.tokens[token + 1].flags.contains(.capitalised)
      return (article == "l" || article == "d" || isSyllable)
        && (!run.words.isEmpty || run.civility != nil
          || (token > sentence.lowerBound && text.tokens[token - 1].kind == .word))
    }
    if text.match(.country, at: token + 1) != nil || text.match(.organisation, at: token + 1) != nil { return false }
    // "Mme d'Arcourt"
    if article == "d", run.words.isEmpty { return run.civility != nil }
    guard article == "d", let word = run.words.last else { return false }
    return run.words.count > 1 || run.civility != nil || text.match(.givenName, at: word) != nil
  }

  /// "François Hollande Arnaud Montel": a given name after a whole name begins somebody else.
  func isNextPerson(_ token: Int, _ run: Run, _ sentence: Range<Int>) -> Bool {
    guard token + 1 < sentence.upperBound, text.match(.givenName, at: token) != nil,
      text.tokens[token].flags.contains(.capitalised), !text.tokens[token].flags.contains(.afterHyphen),
      text.tokens[token + 1].kind == .word, text.tokens[token + 1].flags.contains(.capitalised),
      !text.tokens[token + 1].flags.contains(.afterHyphen), let first = run.words.first, let last = run.words.last,
      text.match(.givenName, at: first) != nil,
      text.match(.givenName, at: last) == nil, text.match(.nameParticle, at: last) == nil,
      text.tokens[last].length > 1
    else { return false }
    return true
  }

  /// A longer word in small letters that nothing else explains.
  func isAdjective(_ token: Int) -> Bool {
    let word = text.tokens[token]
    return word.kind == .word && word.length > 4 && !word.flags.contains(.capitalised)
      && text.match(.clauseWord, at: token) == nil && text.match(.speechVerb, at: token) == nil
      && text.match(.sayVerb, at: token) == nil && text.match(.sayPreposition, at: token) == nil
  }

  /// "Monsieur le Président,": nobody is named by it.
  func isAddressed(_ role: Int) -> Bool {
    let article = roles[role].tokens.lowerBound - 1
    return article > 0 && (text.match(.civility, at: article - 1) != nil || text.match(.civility, at: article) != nil)
  }

  func isNameWord(_ token: Int, _ taken: [Bool]) -> Bool {
    let word = text.tokens[token]
    guard word.kind == .word, word.flags.contains(.capitalised), word.flags.contains(.latin), !taken[token] else {
      return false
    }
    if isImperative(token) { return false }
    // "le Néerlandais Mark Rutte", "le Sud-Coréen Park Min-jun", "le président Chinois Li Wen"
    if token > 0, isInhabitant(token) { return false }
    return !word.flags.contains(.elided) && text.match(.organisationHead, at: token) == nil
  }

  private static let pronouns: Set<String> = ["vous", "nous", "moi", "toi", "lui", "leur", "elles", "elle", "ils"]

  /// "Souvenez-vous de Hugo"
  private func isImperative(_ token: Int) -> Bool {
    guard token + 1 < text.tokens.count, text.tokens[token + 1].flags.contains(.afterHyphen),
      !text.tokens[token + 1].flags.contains(.capitalised)
    else { return false }
    return Self.pronouns.contains(text.source(text.tokens[token + 1].bytes))
  }

  /// A word that says where somebody is from, between an article or an office and a name.
  func isInhabitant(_ token: Int) -> Bool {
    for start in (max(1, token - 1)..<token + 1).reversed() {
      guard let home = text.match(.countryAdjective, at: start), home.tokens.contains(token) else { continue }
      if text.match(.sayDeterminer, at: start - 1) != nil { return true }
      let next = home.tokens.upperBound
      guard next < text.tokens.count, text.tokens[next].kind == .word, text.tokens[next].flags.contains(.capitalised),
        !text.tokens[start - 1].flags.contains(.capitalised), text.tokens[start - 1].kind == .word
      else { continue }
      return text.match(.givenName, at: token) == nil
    }
    return false
  }

  /// "Jae-myung": the second half of a given name in lower case.
  func isKoreanSecondHalf(_ token: Int, isInside: Bool) -> Bool {
    let word = text.tokens[token]
    return word.kind == .word && word.length > 1 && word.flags.contains(.afterHyphen)
      && text.tokens[token - 1].flags.contains(.capitalised)
      && (isInside || (text.match(.clauseWord, at: token) == nil && text.match(.nameLinker, at: token) == nil))
  }

  /// "van der" before a capital, inside a name or right after a civility or a title.
  func particles(
    _ token: Int, first: Int, _ sentence: Range<Int>, _ taken: [Bool], _ run: Run, opens: Bool, isRanked: Bool
  ) -> Range<Int>? {
    guard !run.words.isEmpty || run.civility != nil || opens else { return nil }
    // "van" and "al" are in names alone; "de" and "la" are not.
    if let word = run.words.last, run.words.count == 1, run.civility == nil, text.match(.givenName, at: word) == nil,
      !(isRanked && isTitled(word, token, sentence)),
      text.match(.nameLinker, at: token) != nil
        || text.match(.nameParticle, at: token).map({ text.entry($0).value(0) }) != "name"
    {
      return nil
    }
    var end = token
    while end < sentence.upperBound, end < token + 3, text.match(.nameParticle, at: end) != nil, !taken[end] {
      end += 1
    }
    guard end > token, end < sentence.upperBound, isNameWord(end, taken) else { return nil }
    return token..<end
  }

  /// "l'amiral Orva de Vesk": a rank before one unknown word, and another one behind "de".
  func isTitled(_ word: Int, _ particle: Int, _ sentence: Range<Int>) -> Bool {
    let name = particle + 1
    guard word > sentence.lowerBound, name < sentence.upperBound, text.tokens[word].word == .unknown,
      text.tokens[name].word == .unknown, text.tokens[name].flags.contains(.capitalised),
      ["de", "d'", "d’"].contains(text.source(text.tokens[particle].bytes))
    else { return false }
    return true
  }

  /// A word that opens a sentence has its capital from there: "Selon Rutte", "Interrogé".
  func isOpening(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token == sentence.lowerBound || opens(token) else { return false }
    // "Son Jae-il"
    if token + 2 < sentence.upperBound, text.tokens[token + 1].flags.contains(.capitalised),
      isKoreanSecondHalf(token + 2, isInside: true)
    {
      return false
    }
    if text.match(.clauseWord, at: token) != nil || text.match(.nameLinker, at: token) != nil { return true }
    if text.match(.givenName, at: token) != nil { return false }
    // "Slaheddine Ben Orvane"
    guard token + 1 < sentence.upperBound, !isParticleOfNames(token + 1) else { return false }
    let next = text.tokens[token + 1]
    return next.kind == .word && next.flags.contains(.capitalised) && text.match(.givenName, at: token + 1) != nil
      && !next.flags.contains(.afterHyphen) && token + 2 < sentence.upperBound
      && text.tokens[token + 2].flags.contains(.capitalised)
  }

  /// "« Si Dieu le veut »": a small word, and no half of a Korean name.
  func isOpening(of token: Int, _ sentence: Range<Int>) -> Bool {
    let second = token + 2
    return second >= sentence.upperBound || !text.tokens[token + 1].flags.contains(.capitalised)
      || !isKoreanSecondHalf(second, isInside: true)
  }

  /// "(Reportage X": what stands before it opens a run of words.
  func opens(_ token: Int) -> Bool {
    let mark = text.tokens[token - 1]
    return mark.kind == .punctuation && [Punctuation.openParenthesis, Punctuation.colon].contains(mark.value)
  }
}
