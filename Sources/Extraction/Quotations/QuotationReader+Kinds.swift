internal import EntenteSchema

/// Whether words between quotation marks are speech, a title, part of a document, or a scare quote.
extension QuotationReader {
  func kind(_ pair: QuotationPair, _ attribution: Attribution?) -> QuotationKind {
    let words = pair.inside.count { text.tokens[$0].kind == .word }
    let first = text.tokens[pair.open + 1]
    let before = pair.open - 1
    if before >= 0, words < 14 {
      if text.match(.titleCue, at: before) != nil || endsTitleCue(before) {
        if first.flags.contains(.capitalised) || first.kind == .number { return .title }
        if attribution == nil { return .scare }
      }
      if first.flags.contains(.capitalised), words < 9,
        text.match(.organisationHead, at: before) != nil || text.match(.eventName, at: before) != nil
      {
        return .title
      }
    }
    if isDoubted(before), words < 6 { return .scare }
    if isPublication(pair, words) { return .title }
    // "Rapport : « Des ports sans mémoire »"
    if attribution?.document != nil, isHeadline(pair), isLast(pair), first.flags.contains(.capitalised) {
      return .title
    }
    if isWorkOf(pair, words) || attribution.map({ isWork(pair, words, behind: $0.tokens) }) ?? false { return .title }
    if let attribution { return attribution.document == nil ? .speech : .document }
    if words < 3, pair.depth == 0, isName(pair.inside) { return .title }
    if pair.depth == 0, isEntitled(pair, words) { return .title }
    guard words > 3 || isSentence(pair), pair.depth == 0 else { return .scare }
    if isHeadline(pair), isLast(pair) { return isInterview && opensHeadline(pair) ? .speech : .title }
    if before >= 0, text.tokens[before].kind == .punctuation,
      // "Une plainte ? « … »"
      [Punctuation.colon, Punctuation.question].contains(text.tokens[before].value)
    {
      return .speech
    }
    // Words that stand alone go on from the speaker before.
    if let sentence = text.sentence(ofToken: pair.open), text.sentences[sentence].tokens.lowerBound == pair.open {
      return isHeadline(pair) ? .title : isSubject(pair) ? .scare : .speech
    }
    return .scare
  }

  /// "Un film, « La Nef de sable », sort": a capital inside a sentence, where nobody is said to speak.
  private func isEntitled(_ pair: QuotationPair, _ words: Int) -> Bool {
    let before = pair.open - 1
    guard (2..<Self.title).contains(words), before >= 0, text.tokens[pair.open + 1].flags.contains(.capitalised),
      let number = text.sentence(ofToken: pair.open), text.sentences[number].tokens.lowerBound < pair.open,
      !endsSentence(pair)
    else { return false }
    if text.tokens[before].kind == .word { return true }
    switch text.tokens[before].value {
    case Punctuation.comma: return true
    case Punctuation.colon: return tellsOfWork(text.sentences[number].tokens.lowerBound..<before)
    default: return false
    }
  }

  /// Words of a title.
  private static let title = 14

  /// « Le Sel des autres », d'Aila Vesk: a work and who made it.
  private func isWorkOf(_ pair: QuotationPair, _ words: Int) -> Bool {
    let comma = pair.close + 1
    guard words < Self.title, pair.depth == 0, text.tokens[pair.open + 1].flags.contains(.capitalised),
      !endsSentence(pair), comma + 2 < text.tokens.count, text.tokens[comma].kind == .punctuation,
      text.tokens[comma].value == Punctuation.comma, text.tokens[comma + 2].flags.contains(.capitalised)
    else { return false }
    guard ["de", "d'", "d’"].contains(text.source(text.tokens[comma + 1].bytes)) else { return false }
    if let author = attributions.references.between(comma + 2, comma + 3).first { return attributions.isPerson(author) }
    return comma + 3 < text.tokens.count && text.tokens[comma + 3].flags.contains(.capitalised)
  }

  /// « … », disait-elle dans le film qu'on lui a consacré, « La Nef »: a work that is named behind what attributes words.
  private func isWork(_ pair: QuotationPair, _ words: Int, behind attribution: Range<Int>) -> Bool {
    let comma = pair.open - 1
    guard words < Self.title, attribution.upperBound < comma, text.tokens[comma].kind == .punctuation,
      text.tokens[comma].value == Punctuation.comma, text.tokens[pair.open + 1].flags.contains(.capitalised),
      !endsSentence(pair)
    else { return false }
    return tellsOfWork(attribution.upperBound..<comma)
  }

  /// Whether words end with a mark of their own.
  private func endsSentence(_ pair: QuotationPair) -> Bool {
    [Punctuation.fullStop, Punctuation.question, Punctuation.exclamation].contains(text.tokens[pair.close - 1].value)
  }

  /// "une pièce qui sera jouée en juin :": a work, and nobody who says anything.
  private func tellsOfWork(_ label: Range<Int>) -> Bool {
    let near = label.suffix(24)
    return near.contains { text.match(.titleCue, at: $0) != nil && text.tokens[$0].length > 3 }
      && !near.contains { text.match(.sayVerb, at: $0).map(attributions.isVerb) ?? false }
  }

  /// "Dans « Le Monde », X juge", "a dit à « La Dépêche »": a few words, each with a capital, right after "dans" or "à".
  private func isPublication(_ pair: QuotationPair, _ words: Int) -> Bool {
    let before = pair.open - 1
    if isDated(pair, words) { return true }
    guard before >= 0, words < 5,
      ["dans", "Dans", "à", "au"].contains(text.source(text.tokens[before].bytes)) || isOfPaper(before)
    else { return false }
    return pair.inside.allSatisfy {
      text.tokens[$0].kind == .word && (text.tokens[$0].flags.contains(.capitalised) || text.tokens[$0].length < 3)
    }
  }

  /// "aux questions de « X »", "au micro de « X »"
  private func isOfPaper(_ linker: Int) -> Bool {
    guard linker > 0, ["de", "du", "d'", "d’"].contains(text.source(text.tokens[linker].bytes)) else { return false }
    return [
      "questions", "micro", "lecteurs", "colonnes", "plateau", "rédaction", "antenne", "journaliste", "journalistes",
      "correspondant", "correspondante", "pages", "confrères", "numéro",
    ].contains(text.source(text.tokens[linker - 1].bytes))
  }

  /// "le film de X, « Les Mains » (2011)": a title with its year.
  private func isDated(_ pair: QuotationPair, _ words: Int) -> Bool {
    let next = pair.close + 1
    return words < 9 && text.tokens[pair.open + 1].flags.contains(.capitalised) && next + 2 < text.tokens.count
      && text.tokens[next].kind == .punctuation && text.tokens[next].value == Punctuation.openParenthesis
      && text.tokens[next + 1].kind == .number && text.tokens[next + 1].length == 4
      && text.tokens[next + 2].kind == .punctuation && text.tokens[next + 2].value == Punctuation.closeParenthesis
  }

  /// "la soi-disant « menace »", "le prétendu « complot »"
  private func isDoubted(_ before: Int) -> Bool {
    guard before > 0, text.tokens[before].kind == .word else { return false }
    let word = text.source(text.tokens[before].bytes).lowercased()
    return ["prétendu", "prétendue", "prétendus", "prétendues", "soidisant"].contains(word)
      || word == "disant" && text.source(text.tokens[before - 1].bytes).lowercased() == "soi"
  }

  /// « Tout va bien. »: a short sentence with its own full stop, after others.
  private func isSentence(_ pair: QuotationPair) -> Bool {
    guard pair.open > 0, pair.close > pair.open + 2, text.tokens[pair.open + 1].flags.contains(.capitalised),
      let block = text.block(ofToken: pair.open), text.blocks[block].tokens.lowerBound < pair.open,
      let sentence = text.sentence(ofToken: pair.open),
      text.sentences[sentence].tokens.lowerBound == pair.open || attributions.follows(colonOf: pair)
    else { return false }
    let last = text.tokens[pair.close - 1]
    return last.kind == .punctuation
      && [Punctuation.fullStop, Punctuation.question, 0x21].contains(last.value)
  }

  /// « Kongo »: words with capitals inside a sentence.
  private func isName(_ tokens: Range<Int>) -> Bool {
    guard let number = text.sentence(ofToken: tokens.lowerBound),
      text.sentences[number].tokens.lowerBound < tokens.lowerBound - 1
    else { return false }
    return tokens.allSatisfy {
      text.tokens[$0].kind == .number || text.tokens[$0].flags.contains(.capitalised) && text.tokens[$0].length > 3
    }
  }

  /// Nothing but punctuation follows in its line.
  private func isLast(_ pair: QuotationPair) -> Bool {
    // A quotation may go on over several paragraphs.
    guard let number = text.block(ofToken: pair.close) else { return false }
    return !(pair.close..<text.blocks[number].tokens.upperBound).contains { text.tokens[$0].kind == .word }
  }

  /// "« … » est une formule": the words are spoken of.
  private func isSubject(_ pair: QuotationPair) -> Bool {
    text.match(.sayCopula, at: pair.close + 1) != nil || text.match(.sayAuxiliary, at: pair.close + 1) != nil
  }

  /// "sur le thème de « … »"
  private func endsTitleCue(_ token: Int) -> Bool {
    token > 0 && text.tokens[token].length <= 3 && text.match(.nameLinker, at: token) != nil
      && text.match(.titleCue, at: token - 1) != nil && text.tokens[token - 1].length > 3
  }

  /// Whether nothing stands before the words in their line, but where a text is from: `Oslo - "On attend"`.
  private func opensHeadline(_ pair: QuotationPair) -> Bool {
    guard let number = text.block(ofToken: pair.open), text.blocks[number].kind == .title else { return false }
    return text.blocks[number].tokens.lowerBound == pair.open
  }

  func isHeadline(_ pair: QuotationPair) -> Bool {
    guard let number = text.block(ofToken: pair.open) else { return false }
    return text.blocks[number].kind == .title || text.blocks[number].kind == .heading
  }
}
