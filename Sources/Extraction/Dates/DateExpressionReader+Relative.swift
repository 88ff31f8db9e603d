/// What counts from another date: weekdays, "yesterday", "three days later".
extension DateExpressionReader {
  func weekday(_ match: LexiconMatch, end: Int) -> DateFound? {
    guard let weekday = Int(text.entry(match).value(0)) else { return nil }
    let token = match.tokens.lowerBound
    let next = match.tokens.upperBound
    if next < end, text.tokens[next].kind == .number,
      let date = days(at: next, end: end) ?? numeric(at: next, end: end), isDays(date.reading)
    {
      return DateFound(reading: date.reading, tokens: token..<date.tokens.upperBound)
    }
    // `le 7 mars 2025 (vendredi)` has said which day.
    if isParenthesis(token - 1, Punctuation.openParenthesis), isParenthesis(next, Punctuation.closeParenthesis) {
      return nil
    }
    let side = side(at: next, end: end)
    return DateFound(reading: .weekday(weekday, side), tokens: token..<(side == .none ? next : next + 1))
  }

  func isParenthesis(_ token: Int, _ mark: UInt32) -> Bool {
    token >= first && token < text.tokens.count && text.tokens[token].kind == .punctuation
      && text.tokens[token].value == mark
  }

  func isDays(_ reading: DateReading) -> Bool {
    if case .days = reading { true } else { false }
  }

  func relative(_ match: LexiconMatch, end: Int) -> DateFound? {
    let entry = text.entry(match)
    guard let unit = DateReading.Unit(rawValue: entry.value(0)), let steps = Int(entry.value(1)) else { return nil }
    let origin: DateReading.Origin = entry.value(2) == "told" ? .told : .now
    let next = match.tokens.upperBound
    // `la veille du sommet` counts from the summit, `ce jour-là` and `cette année-là` from what was told.
    if origin == .told, unit == .day, steps != 0, next < end, isOfThe(next) {
      return nil
    }
    if origin == .now, next < end, text.tokens[next].flags.contains(.afterHyphen) { return nil }
    // `la fin du mois de mars` names the month.
    if unit == .month, next + 1 < end, isOfThe(next), value(.dateMonth, at: next + 1) != nil { return nil }
    // `à ce jour`: so far.
    if match.tokens.count > 1, steps == 0, token(before: match.tokens.lowerBound, is: "à") { return nil }
    if unit == .day, origin == .now, !isLiteral(match, steps) { return nil }
    return DateFound(
      reading: .counted(unit, steps: steps, from: origin, isRound: false), tokens: match.tokens)
  }

  func token(before token: Int, is word: String) -> Bool {
    token > first && text.bytes[text.tokens[token - 1].bytes].elementsEqual(word.utf8)
  }

  func isOfThe(_ token: Int) -> Bool {
    ["du", "des", "de", "d'", "d’"].contains { text.bytes[text.tokens[token].bytes].elementsEqual($0.utf8) }
  }

  /// `le monde de demain`, `hier comme aujourd'hui` name no day; `a reçu aujourd'hui` does.
  func isLiteral(_ match: LexiconMatch, _ steps: Int) -> Bool {
    let token = match.tokens.lowerBound
    if match.tokens.count == 1, steps != 0 { return !isIntroduced(token) }
    guard match.tokens.count == 1 else { return true }
    return (max(first, token - 4)..<token).contains { before in
      guard let tense = text.match(.dateTense, at: before), text.entry(tense).value(0) == "past" else { return false }
      let word = text.bytes[text.tokens[before].bytes]
      return word.elementsEqual("a".utf8) || word.elementsEqual("ont".utf8)
        || before > first && text.match(.eventReflexive, at: before - 1) != nil
    }
  }

  /// `il y a dix ans`, `dans trois semaines`.
  func offset(_ match: LexiconMatch, end: Int) -> DateFound? {
    let next = match.tokens.upperBound
    let sign: Int
    switch text.entry(match).value(0) {
    case "ago": sign = -1
    case "ahead": sign = 1
    default: return nil
    }
    guard let count = count(at: next, end: end), let unit = unit(at: next + 1, end: end), isOffset(unit) else {
      return nil
    }
    return DateFound(
      reading: .counted(unit, steps: sign * count, from: .now, isRound: count % 5 == 0 && unit == .year),
      tokens: match.tokens.lowerBound..<next + 2)
  }

  /// `deux jours plus tard`; or `trois jours`, where the sentence says that they end or begin on a day.
  func counted(at token: Int, end: Int) -> DateFound? {
    guard let count = count(at: token, end: end), let unit = unit(at: token + 1, end: end) else { return nil }
    if token + 2 < end, isOffset(unit), let match = text.match(.dateOffset, at: token + 2),
      match.tokens.count > 1
        || text.entry(match).value(0) == "earlier" && text.tokens[token + 2].length > 5
    {
      let sign = text.entry(match).value(0) == "earlier" ? -1 : 1
      return DateFound(
        reading: .counted(unit, steps: sign * count, from: .told, isRound: false),
        tokens: token..<match.tokens.upperBound)
    }
    guard unit == .day, (2...30).contains(count), let endsThere = spanEnds(around: token) else { return nil }
    return DateFound(reading: .lasting(days: count, endsThere: endsThere), tokens: token..<token + 2)
  }

  func isOffset(_ unit: DateReading.Unit) -> Bool { unit == .day || unit == .month || unit == .year }

  /// Whether the sentence says that something ends or begins; nil where it says neither.
  func spanEnds(around token: Int) -> Bool? {
    guard
      let sentence = text.sentence(ofToken: token).map({ text.sentences[$0].tokens })?.clamped(
        to: max(0, token - Self.reach)..<token + Self.reach)
    else { return nil }
    for before in sentence {
      if let match = text.match(.dateSpan, at: before) { return text.entry(match).value(0) == "ends" }
    }
    return nil
  }
}
