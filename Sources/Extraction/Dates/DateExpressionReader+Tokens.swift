/// Numbers, units and words that dates are made of.
extension DateExpressionReader {
  func isDeadline(before token: Int) -> Bool {
    (max(first, token - 5)..<token).contains { before in
      text.matches(at: before).contains { match in
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

  func count(at token: Int, end: Int) -> Int? {
    guard token < end else { return nil }
    return number(at: token, end: end).flatMap { $0 < 500 ? $0 : nil } ?? value(.dateCount, at: token)
  }

  func unit(at token: Int, end: Int) -> DateReading.Unit? {
    guard token < end, let match = text.match(.dateUnit, at: token) else { return nil }
    return DateReading.Unit(rawValue: text.entry(match).value(0))
  }

  func year(at token: Int, end: Int) -> Int? {
    guard let year = number(at: token, end: end), (1900...2100).contains(year), text.tokens[token].length == 4 else {
      return nil
    }
    return year
  }

  /// A year after a month, with a full stop or a preposition between them: `juil. 2024`, `juillet de 2024`.
  func yearAfter(_ token: Int, end: Int) -> (year: Int?, next: Int) {
    if let year = year(at: token, end: end) { return (year, token + 1) }
    guard token < end else { return (nil, token) }
    let isStop = text.tokens[token].kind == .punctuation && text.tokens[token].value == Punctuation.fullStop
    let isOf = text.tokens[token].kind == .word && text.tokens[token].length <= 2 && isOfThe(token)
    // `24 juin, 2025`, as translations have it.
    let isComma = isComma(token, end) && !isPlural(token + 2, end)
    if isStop || isOf || isComma, let year = year(at: token + 1, end: end) { return (year, token + 2) }
    return (nil, token)
  }

  func side(at token: Int, end: Int) -> DateReading.Side {
    guard token < end, let match = text.match(.dateSide, at: token) else { return .none }
    return text.entry(match).value(0) == "last" ? .last : .next
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
    if text.tokens[token].kind == .number, text.tokens[token].flags.contains(.afterHyphen) { return token }
    return text.match(.dateLink, at: token)?.tokens.upperBound
  }

  func isComma(_ token: Int, _ end: Int = .max) -> Bool {
    token < min(end, text.tokens.count) && text.tokens[token].kind == .punctuation
      && text.tokens[token].value == Punctuation.comma
  }
}
