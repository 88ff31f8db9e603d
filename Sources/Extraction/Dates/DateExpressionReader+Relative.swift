internal import EntenteSchema

/// What counts from another date: "yesterday", "three days later", "these five last years".
extension DateExpressionReader {
  func relative(_ match: LexiconMatch, end: Int) -> DateFound? {
    let entry = text.entry(match)
    guard let unit = DateReading.Unit(rawValue: entry.value(0)), let steps = Int(entry.value(1)) else { return nil }
    let origin: DateReading.Origin = entry.value(2) == "told" ? .told : .now
    let next = match.tokens.upperBound
    // `la veille du sommet` counts from the summit, `ce jour-là` and `cette année-là` from what was told.
    if origin == .told, unit == .day, steps != 0, next < end, isOfThe(next) {
      return beside(match.tokens.lowerBound, next, unit, steps, end)
    }
    // `le mois suivant sa nomination`
    if origin == .told, steps > 0, next < end, text.match(.eventDeterminer, at: next) != nil,
      token(next - 1, isOneOf: ["suivant", "suivante"])
    {
      return nil
    }
    if let pair = pair(match, steps, origin, end) { return pair }
    if origin == .now, next < end, text.tokens[next].flags.contains(.afterHyphen) { return nil }
    // `le même jour que le sommet`
    if origin == .told, steps == 0, token(next, isOneOf: ["que", "qu'", "qu’"]), next < end { return nil }
    // `la fin du mois de mars` names the month.
    if unit == .month, next + 1 < end, isOfThe(next), value(.dateMonth, at: next + 1) != nil { return nil }
    // `la fin de l'année 2023` names the year.
    if unit == .year, year(at: next, end: end) != nil { return nil }
    // `à ce jour`: so far.
    if match.tokens.count > 1, steps == 0, token(before: match.tokens.lowerBound, is: "à") { return nil }
    if unit == .day, origin == .now, !isLiteral(match, steps) { return nil }
    return DateFound(
      reading: .counted(unit, steps: steps, from: origin, isRound: false), tokens: match.tokens,
      portion: DatePortion(edge: entry.value(3)))
  }

  /// `avant-hier et hier`, `demain et après-demain`
  private func pair(
    _ match: LexiconMatch, _ steps: Int, _ origin: DateReading.Origin, _ end: Int
  ) -> DateFound? {
    let next = match.tokens.upperBound
    guard origin == .now, steps != 0, text.entry(match).value(0) == "day", next + 1 < end, isAnd(next),
      let other = text.match(.dateRelative, at: next + 1), text.entry(other).value(0) == "day",
      text.entry(other).value(2) == "now", let last = Int(text.entry(other).value(1)), last == steps + 1, last != 0
    else { return nil }
    return DateFound(
      reading: .daysFromNow(steps, last), tokens: match.tokens.lowerBound..<other.tokens.upperBound)
  }

  /// How far from its preposition a date may stand that another one counts from, in tokens: `du sommet du 9 juillet`.
  private static let besideReach = 6

  /// `lendemain du 9 juillet`, `deux jours après le 31 mai`: the words of both; `lendemain du sommet du 9 juillet`: those
  /// before the other date. Nil where no date follows in the phrase.
  private func beside(_ token: Int, _ next: Int, _ unit: DateReading.Unit, _ steps: Int, _ end: Int) -> DateFound? {
    for start in next..<min(end, next + Self.besideReach) {
      if text.tokens[start].kind == .punctuation || text.match(.dateTense, at: start) != nil { return nil }
      let isFeast = text.match(.dateFeast, at: start) != nil && text.tokens[start].flags.contains(.capitalised)
      guard isFeast || text.tokens[start].kind == .number || text.match(.dateWeekday, at: start) != nil,
        let other = days(at: start, end: end) ?? numeric(at: start, end: end) ?? namedDay(at: start, end: end)
          ?? namedFeast(at: start, end: end)
      else { continue }
      let stop = start <= next + 1 ? other.tokens.upperBound : start - 1
      return DateFound(reading: .beside(other.reading, unit, steps: steps), tokens: token..<max(stop, token + 1))
    }
    return nil
  }

  private func namedDay(at token: Int, end: Int) -> DateFound? {
    text.match(.dateWeekday, at: token).flatMap { weekday($0, end: end) }
  }

  /// `lendemain de Noël`
  private func namedFeast(at token: Int, end: Int) -> DateFound? {
    guard let match = text.match(.dateFeast, at: token), let feast = DateReading.Feast(text.entry(match).value(0)),
      match.tokens.upperBound <= end
    else { return nil }
    let year = yearAfter(match.tokens.upperBound, end: end)
    return DateFound(
      reading: year.isOpen ? .open : .feast(feast, year: year.year, .none), tokens: token..<year.next)
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
    if match.tokens.count == 1, steps != 0 { return !isIntroduced(token, by: ["of", "edge"]) }
    guard match.tokens.count == 1 else { return true }
    // `Aujourd'hui, j'ai signé`, `s'est dit aujourd'hui`
    let isOpening = text.sentence(ofToken: token).map { text.sentences[$0].tokens.lowerBound == token } ?? false
    let around = isOpening ? token + 1..<min(token + 7, text.tokens.count) : max(first, token - 4)..<token
    if around.contains(where: { isCompound($0) }) { return true }
    return (max(first, token - 4)..<token).contains { before in
      guard let tense = text.match(.dateTense, at: before), text.entry(tense).value(0) == "past" else { return false }
      let word = text.bytes[text.tokens[before].bytes]
      return word.elementsEqual("a".utf8) || word.elementsEqual("ont".utf8)
        || before > first && text.match(.eventReflexive, at: before - 1) != nil
    }
  }

  /// `a signé`, `ai signé`, `s'est dit`: what was done on a day.
  private func isCompound(_ token: Int) -> Bool {
    guard token + 1 < text.tokens.count, token > first else { return false }
    if self.token(token, isOneOf: ["a", "ont", "ai", "avons"]) { return text.isParticiple(token + 1) }
    return self.token(token, isOneOf: ["est", "sont", "suis", "sommes"])
      && text.match(.eventReflexive, at: token - 1) != nil
  }

  /// `il y a dix ans`, `dans trois semaines`, `d'ici deux mois`.
  func offset(_ match: LexiconMatch, end: Int) -> DateFound? {
    let token = match.tokens.lowerBound
    let sign: Int
    switch text.entry(match).value(0) {
    case "ago": sign = -1
    case "ahead": sign = 1
    default: return nil
    }
    guard let (count, next) = counting(at: match.tokens.upperBound, end: end), let unit = unit(at: next, end: end),
      isOffset(unit)
    else { return nil }
    if unit != .year, let named = apposed(next + 1, end) {
      return DateFound(reading: named.reading, tokens: token..<named.tokens.upperBound, time: named.time)
    }
    return DateFound(
      reading: .counted(unit, steps: sign * count, from: .now, isRound: count % 5 == 0 && unit == .year),
      tokens: token..<next + 1, isDeadline: text.match(.dateDeadline, at: token) != nil)
  }

  /// `dans deux semaines, le jeudi 30 mai,`: the day that is so far off.
  private func apposed(_ token: Int, _ end: Int) -> DateFound? {
    guard isComma(token, end), token + 2 < end, self.token(token + 1, isOneOf: ["le"]) else { return nil }
    let start = token + 2
    let found =
      text.tokens[start].kind == .number ? days(at: start, end: end) : namedDay(at: start, end: end)
    guard let found, case .days(let first, let last, _) = found.reading, first == last else { return nil }
    return found
  }

  /// `deux jours plus tard`, `deux jours après le 31 mai`, `cinq dernières années`; or `trois jours`, where the sentence says
  /// that they end or begin on a day.
  func counted(at token: Int, end: Int) -> DateFound? {
    guard let (count, next) = counting(at: token, end: end) else { return nil }
    if let window = windowed(count, token, next, end) { return window }
    guard let unit = unit(at: next, end: end) else { return nil }
    if next + 1 < end, isOffset(unit), let match = text.match(.dateOffset, at: next + 1) {
      let kind = text.entry(match).value(0)
      let sign = kind == "earlier" ? -1 : 1
      if match.tokens.count == 1, kind == "later" || kind == "earlier",
        let other = beside(token, match.tokens.upperBound, unit, sign * count, end)
      {
        return other
      }
      if match.tokens.count > 1 || kind == "earlier" && text.tokens[next + 1].length > 5 {
        return DateFound(
          reading: .counted(unit, steps: sign * count, from: .told, isRound: false),
          tokens: token..<match.tokens.upperBound)
      }
    }
    guard unit == .day, (2...30).contains(count), let endsThere = spanEnds(around: token) else { return nil }
    return DateFound(reading: .lasting(days: count, endsThere: endsThere), tokens: token..<next + 1)
  }

  /// `dernières` between a count and its unit, or before both: `ces cinq dernières années`, `les dernières 24 heures`.
  private func windowed(_ count: Int, _ token: Int, _ next: Int, _ end: Int) -> DateFound? {
    guard let match = text.match(.dateWindow, at: next), count > 1,
      let unit = unit(at: match.tokens.upperBound, end: end),
      isOffset(unit), token > first, self.token(token - 1, isOneOf: ["les", "ces", "Les", "Ces", "des", "aux"])
    else { return nil }
    let sign = text.entry(match).value(0) == "last" ? -1 : 1
    return DateFound(
      reading: .window(unit, steps: sign * count), tokens: token..<match.tokens.upperBound + 1)
  }

  /// `dernières cinq années`.
  func window(at token: Int, end: Int) -> DateFound? {
    guard let match = text.match(.dateWindow, at: token), let (count, next) = counting(at: token + 1, end: end),
      count > 1,
      let unit = unit(at: next, end: end), isOffset(unit)
    else { return nil }
    let sign = text.entry(match).value(0) == "last" ? -1 : 1
    return DateFound(reading: .window(unit, steps: sign * count), tokens: token..<next + 1)
  }

  private func isOffset(_ unit: DateReading.Unit) -> Bool { [.day, .week, .month, .year].contains(unit) }

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
