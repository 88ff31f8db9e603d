/// Numbers, units and words that dates are made of.
extension DateExpressionReader {
  func isDeadline(before token: Int) -> Bool {
    (max(first, token - 5)..<token).contains { before in
      text.categories(at: before).contains(.dateDeadline)
        && text.matches(at: before).contains { match in
          match.category == .dateDeadline && match.tokens.upperBound <= token
            && (match.tokens.upperBound..<token).allSatisfy { text.match(.dateIntro, at: $0) != nil }
        }
    }
  }

  func value(_ category: LexiconCategory, at token: Int) -> Int? {
    text.match(category, at: token).flatMap { $0.tokens.count == 1 ? Int(text.entry($0).value(0)) : nil }
  }

  func number(at token: Int, end: Int) -> Int? {
    guard token < end, text.tokens.indices.contains(token), text.tokens[token].kind == .number,
      !text.tokens[token].flags.contains(.decimal)
    else { return nil }
    return Int(text.tokens[token].value)
  }

  func count(at token: Int, end: Int) -> Int? { counting(at: token, end: end)?.number }

  /// A number in letters, of one word or more: `quinze`, `vingt et un`.
  func spelled(at token: Int, end: Int) -> (number: Int, next: Int)? {
    guard token < end, let match = text.match(.dateCount, at: token), match.tokens.upperBound <= end,
      let number = Int(text.entry(match).value(0))
    else { return nil }
    return (number, match.tokens.upperBound)
  }

  /// A number in digits or letters, below 500.
  func counting(at token: Int, end: Int) -> (number: Int, next: Int)? {
    if let number = number(at: token, end: end) { return number < 500 ? (number, token + 1) : nil }
    return spelled(at: token, end: end)
  }

  func unit(at token: Int, end: Int) -> DateReading.Unit? {
    guard token < end, let match = text.match(.dateUnit, at: token) else { return nil }
    return DateReading.Unit(rawValue: text.entry(match).value(0))
  }

  func side(at token: Int, end: Int) -> DateReading.Side {
    guard token < end, let match = text.match(.dateSide, at: token) else { return .none }
    switch text.entry(match).value(0) {
    case "last": return .last
    case "following": return .following
    default: return .next
    }
  }

  /// Past a preposition, where one stands.
  func skip(_ category: LexiconCategory, at token: Int, end: Int) -> Int {
    guard token < end, let match = text.match(category, at: token), match.tokens.upperBound < end else { return token }
    return match.tokens.upperBound
  }

  /// What follows `au`, `et` or a dash.
  func linked(at token: Int, end: Int) -> Int? {
    guard token + 1 < end else { return nil }
    if text.tokens[token].kind == .punctuation {
      return text.tokens[token].value == Punctuation.dash ? token + 1 : nil
    }
    // `3-5 mai`, `juin-août`
    if text.tokens[token].flags.contains(.afterHyphen),
      text.tokens[token].kind == .number || value(.dateMonth, at: token) != nil
    {
      return token
    }
    return text.match(.dateLink, at: token)?.tokens.upperBound
  }

  func isComma(_ token: Int, _ end: Int = .max) -> Bool {
    token < min(end, text.tokens.count) && text.tokens[token].kind == .punctuation
      && text.tokens[token].value == Punctuation.comma
  }
}
