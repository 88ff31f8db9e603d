/// What beside a name tells that it is a place: the start of a line, an office, a constituency, where it lies.
extension Gazetteer {
  /// "BAYONNE. – Lundi 6 avril", "Lens, le 4 mai", "Vesoul : le tribunal": the town that opens a line near the start.
  ///
  /// - Parameter isSure: the line must go on with a date or dash.
  func opensLine(_ match: LexiconMatch, isSure: Bool) -> Bool {
    let (first, next) = (match.tokens.lowerBound, match.tokens.upperBound)
    guard let number = text.block(ofToken: first), text.blocks[number].tokens.lowerBound == first,
      next + 2 < text.blocks[number].tokens.upperBound, text.tokens[next].kind == .punctuation
    else { return false }
    // "ORVAL. Le poète", "Orval – Journée portes ouvertes": an entry of news in brief, of an agenda.
    if number >= 8 {
      let isShort = text.blocks[number].tokens.count < Self.longestEntry
      switch text.tokens[next].value {
      case Punctuation.fullStop: return text.tokens[first].flags.contains(.allCaps)
      case Punctuation.dash: return text.tokens[first].flags.contains(.allCaps) || isShort
      default: return false
      }
    }
    switch text.tokens[next].value {
    case Punctuation.comma:
      let date = text.match(.sayDeterminer, at: next + 1) != nil ? next + 2 : next + 1
      // "Tours, de notre envoyée spéciale"
      let isSent =
        text.source(text.tokens[next + 1].bytes) == "de" && text.source(text.tokens[next + 2].bytes) == "notre"
      return isSent || text.tokens[date].kind == .number || text.match(.dateWeekday, at: date) != nil
    case Punctuation.fullStop:
      let isDash =
        text.tokens[next + 1].kind == .punctuation && text.tokens[next + 1].value == Punctuation.dash
      return isDash || !isSure && number < 4 || text.tokens[first].flags.contains(.allCaps) && number > 3
    case Punctuation.dash: return !isSure || text.tokens[first].flags.contains(.allCaps)
    case Punctuation.colon: return !isSure && number < 2
    default: return false
    }
  }

  private static let longestEntry = 48

  private static let offices: Set<String> = [
    "préfet", "préfète", "préfecture", "département", "député", "députée", "sénateur", "sénatrice", "parquet",
  ]

  /// "le préfet du Nord", "la sénatrice de la Marne"
  func isElected(_ article: Int) -> Bool {
    guard article > 0, text.match(.sayDeterminer, at: article) != nil || text.match(.sayPreposition, at: article) != nil
    else { return false }
    let word = text.source(text.tokens[article].bytes)
    let noun = ["la", "l'", "l’"].contains(word) ? article - 2 : article - 1
    guard noun >= 0, ["du", "des", "de", "d'", "d’"].contains(text.source(text.tokens[noun + 1].bytes)) else {
      return false
    }
    return Self.offices.contains(text.source(text.tokens[noun].bytes).lowercased())
  }

  /// "(Les Républicains – Marne)", "(Marne - LR)": whom somebody sits for.
  func isConstituency(_ match: LexiconMatch) -> Bool {
    let (before, next) = (match.tokens.lowerBound - 1, match.tokens.upperBound)
    guard before > 0, next < text.tokens.count else { return false }
    // "M. Vesk (Marne)"
    if match.category == .province, text.tokens[before].value == Punctuation.openParenthesis,
      text.tokens[next].value == Punctuation.closeParenthesis, text.tokens[before].kind == .punctuation,
      text.tokens[next].kind == .punctuation, text.tokens[before - 1].flags.contains(.capitalised),
      !text.tokens[match.tokens.lowerBound].flags.contains(.allCaps)
    {
      return true
    }
    // "(Marne - LR)"
    if text.tokens[before].kind == .punctuation, text.tokens[before].value == Punctuation.openParenthesis,
      next + 2 < text.tokens.count, text.tokens[next].kind == .punctuation,
      text.tokens[next].value == Punctuation.dash, text.tokens[next + 1].flags.contains(.allCaps),
      text.tokens[next + 2].value == Punctuation.closeParenthesis
    {
      return true
    }
    return text.tokens[before].kind == .punctuation
      && text.tokens[before].value == Punctuation.dash && text.tokens[next].kind == .punctuation
      && text.tokens[next].value == Punctuation.closeParenthesis
  }

  /// "– Dayton (Ohio": after a dash, before where it lies.
  func isLocated(_ match: LexiconMatch) -> Bool {
    let (before, next) = (match.tokens.lowerBound - 1, match.tokens.upperBound)
    guard next + 1 < text.tokens.count, text.tokens[next].kind == .punctuation,
      text.tokens[next].value == Punctuation.openParenthesis,
      before >= 0 && text.tokens[before].kind == .punctuation && text.tokens[before].value == Punctuation.dash
        || text.block(ofToken: match.tokens.lowerBound).map({ text.blocks[$0].tokens.lowerBound })
          == match.tokens.lowerBound
    else { return false }
    return text.match(.country, at: next + 1) != nil || text.match(.region, at: next + 1) != nil
      || text.match(.province, at: next + 1) != nil
  }

  /// "20 h – Orval, halle aux grains": after the hour of an entry.
  func isAtHour(_ match: LexiconMatch) -> Bool {
    let dash = match.tokens.lowerBound - 1
    guard dash > 1, text.tokens[dash].kind == .punctuation, text.tokens[dash].value == Punctuation.dash,
      let number = text.block(ofToken: dash), dash - text.blocks[number].tokens.lowerBound < 4
    else { return false }
    return text.tokens[text.blocks[number].tokens.lowerBound].kind == .number
      && (text.tokens[dash - 1].kind == .number || text.source(text.tokens[dash - 1].bytes) == "h")
  }

  /// "de Darwin à Oslo": the way goes on to a place.
  func leadsOn(_ next: Int) -> Bool {
    guard next + 1 < text.tokens.count, text.source(text.tokens[next].bytes) == "à",
      text.tokens[next + 1].flags.contains(.capitalised)
    else { return false }
    return text.match(.city, at: next + 1) != nil || text.match(.capital, at: next + 1) != nil
      || text.match(.town, at: next + 1) != nil || text.match(.country, at: next + 1) != nil
  }
}
