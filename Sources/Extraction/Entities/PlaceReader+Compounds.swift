/// Towns that their own form tells, wherever they stand: "La Chapelle-en-Vesk", "vers Saint-Ourlac", "Vesk, le 3 mars 2026".
extension PlaceReader {
  /// "La Chapelle-en-Vesk", "Ploumic-sur-Mer", "vers Saint-Ourlac": what is called so is a town wherever it stands.
  func compound(at start: Int) -> Range<Int>? {
    let word = text.tokens[start]
    guard start + 1 < text.tokens.count, text.tokens[start + 1].flags.contains(.afterHyphen),
      word.flags.contains([.capitalised, .latin]), word.kind == .word, !word.flags.contains(.afterHyphen),
      !word.flags.contains(.elided), !taken[start], word.length > 1, !isOfPerson(start)
    else { return nil }
    var end = start + 1
    var hasJoint = false
    while end < text.tokens.count, end < start + 8, isJoined(end), text.tokens[end].kind == .word, !taken[end] {
      if !text.tokens[end].flags.contains(.capitalised) {
        guard Gazetteer.joints.contains(text.source(text.tokens[end].bytes)) else { return nil }
        hasJoint = true
      }
      end += 1
    }
    // "Ax-les-Vesk"
    guard end > start + 1, word.length > 2 || hasJoint, text.tokens[end - 1].flags.contains(.capitalised),
      end == text.tokens.count || !text.tokens[end].flags.contains(.afterHyphen)
    else { return nil }
    if isSaint(start) { return hasJoint || isLed(start, end) ? start..<end : nil }
    // "Port-Saint-Vesk"
    if !hasJoint, text.match(.givenName, at: start) == nil { hasJoint = (start + 1..<end - 1).contains(where: isSaint) }
    guard hasJoint, text.match(.givenName, at: start) == nil, text.match(.organisationHead, at: start) == nil,
      text.match(.role, at: start) == nil, text.match(.country, at: start) == nil,
      text.match(.countryAdjective, at: start) == nil, text.match(.clauseWord, at: start) == nil
    else { return nil }
    let hasArticle = start > 0 && ["La", "Le", "Les", "L'", "L’"].contains(text.source(text.tokens[start - 1].bytes))
    return (hasArticle ? start - 1 : start)..<end
  }

  /// A hyphen stands before it, or an article that a hyphen joins: "Saint-Vesk-d'Orval".
  private func isJoined(_ token: Int) -> Bool {
    if text.tokens[token].flags.contains(.afterHyphen) { return true }
    return text.tokens[token - 1].flags.contains([.afterHyphen, .elided])
      && !text.tokens[token].flags.contains(.afterSpace)
  }

  /// "Vesk, le 3 mars 2026", "VESK, 3 mars (AFP) –": one unknown word that opens a line before its day.
  func dateline(at start: Int) -> Range<Int>? {
    guard let number = text.block(ofToken: start), text.blocks[number].tokens.lowerBound == start, number < 8 else {
      return nil
    }
    let word = text.tokens[start]
    guard word.flags.contains([.capitalised, .latin]), word.kind == .word, !taken[start], word.length > 3,
      word.word == .unknown || text.matches(at: start).isEmpty
    else { return nil }
    var end = start + 1
    while end < text.tokens.count, end < start + 8, text.tokens[end].flags.contains(.afterHyphen), !taken[end] {
      end += 1
    }
    guard end + 3 < text.tokens.count, text.tokens[end].kind == .punctuation else { return nil }
    if text.tokens[end].value == Punctuation.fullStop { return isHeadOfReport(start, number) ? start..<end : nil }
    // "ORVAL (Norvège), 4 mars (AFP) –"
    if text.tokens[end].value == Punctuation.openParenthesis, let country = text.match(.country, at: end + 1),
      country.tokens.upperBound < text.tokens.count,
      text.tokens[country.tokens.upperBound].value == Punctuation.closeParenthesis
    {
      return start..<end
    }
    guard text.tokens[end].value == Punctuation.comma else { return nil }
    // "ORVAL, Norvège --"
    if let country = text.match(.country, at: end + 1), text.tokens[end + 1].flags.contains(.capitalised),
      country.tokens.upperBound < text.tokens.count, text.tokens[country.tokens.upperBound].kind == .punctuation,
      [Punctuation.dash, Punctuation.openParenthesis, Punctuation.comma].contains(
        text.tokens[country.tokens.upperBound].value)
    {
      return start..<end
    }
    var day = text.match(.sayDeterminer, at: end + 1) != nil ? end + 2 : end + 1
    if text.match(.dateWeekday, at: day) != nil { day += 1 }
    guard day + 1 < text.tokens.count, text.tokens[day].kind == .number, text.match(.dateMonth, at: day + 1) != nil
    else { return nil }
    return start..<end
  }

  /// "ORVAL. On avait ouvert": capitals that open the first line after the one with the date, and no other line.
  private func isHeadOfReport(_ start: Int, _ number: Int) -> Bool {
    guard number > 0, text.tokens[start].flags.contains(.allCaps), text.blocks[number].tokens.count > 12,
      text.blocks[number - 1].tokens.count < 24,
      text.blocks[number - 1].tokens.contains(where: { text.tokens[$0].kind == .number })
    else { return false }
    return !text.blocks.suffix(from: number + 1).prefix(16).contains {
      $0.tokens.count > 2 && text.tokens[$0.tokens.lowerBound].flags.contains(.allCaps)
        && text.tokens[$0.tokens.lowerBound + 1].kind == .punctuation
    }
  }

  /// As written, but in small letters where a dateline has capitals.
  func shown(_ name: Range<Int>) -> String {
    let written = text.source(tokens: name)
    guard let first = name.first, text.tokens[first].flags.contains(.allCaps) else { return written }
    return written.split(separator: "-").map { String($0).capitalized(1) }.joined(separator: "-")
  }

  private func isSaint(_ token: Int) -> Bool {
    ["Saint", "Sainte", "Saints", "Saintes", "SAINT", "SAINTE"].contains(text.source(text.tokens[token].bytes))
  }

  /// A given name, a civility or another name right before.
  private func isOfPerson(_ start: Int) -> Bool {
    guard start > 0 else { return false }
    if text.tokens[start - 1].value == Punctuation.fullStop, text.tokens[start - 1].kind == .punctuation, start > 1 {
      return text.match(.civility, at: start - 2) != nil
    }
    let before = text.tokens[start - 1]
    return before.kind == .word
      && (text.match(.givenName, at: start - 1) != nil || text.match(.civility, at: start - 1) != nil
        || before.flags.contains(.capitalised) && before.word == .unknown)
  }

  /// "à Saint-Ourlac", "près de Saint-Ourlac", "SAINT-OURLAC." at the start of a line; not "la Saint-Jean".
  private func isLed(_ start: Int, _ end: Int) -> Bool {
    guard text.match(.famousName, at: start) == nil else { return false }
    if let number = text.block(ofToken: start), text.blocks[number].tokens.lowerBound == start {
      return number < 8 && end < text.tokens.count && text.tokens[end].kind == .punctuation
    }
    guard start > 0, text.tokens[start - 1].kind == .word else { return false }
    return ["à", "de", "d'", "d’", "vers", "entre", "depuis", "devant"].contains(
      text.source(text.tokens[start - 1].bytes))
  }
}
