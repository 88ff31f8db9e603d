/// Decades and centuries.
extension DateExpressionReader {
  /// `les années 1990`, `les années 70`; `les années 20` may be of two centuries.
  func decade(at token: Int, end: Int) -> DateFound? {
    guard let number = count(at: token, end: end) ?? number(at: token, end: end), number % 10 == 0 else { return nil }
    let stop = number < 100 ? (spelled(at: token, end: end)?.next ?? token + 1) : token + 1
    if Self.writtenYears.contains(number), text.tokens[token].length == 4 {
      return DateFound(reading: .years(number, number + 9), tokens: token..<stop)
    }
    guard number < 100, text.tokens[token].length > 1 else { return nil }
    return DateFound(reading: number >= 30 ? .years(1900 + number, 1909 + number) : .open, tokens: token..<stop)
  }

  func isDecade(_ token: Int) -> Bool { isIntroduced(token, by: ["decade"]) }

  /// `XXIe siècle`, `19e siècle`.
  func century(at token: Int, end: Int) -> DateFound? {
    guard let number = centuryNumber(token, end) else { return nil }
    // `du XIXe au XXe siècle`, `XIXe-XXe siècles`
    if let other = linkedCentury(token + 1, end), let last = centuryNumber(other, end), number < last,
      unit(at: other + 1, end: end) == .century
    {
      return DateFound(reading: .years(number * 100 - 99, last * 100), tokens: token..<other + 2)
    }
    guard unit(at: token + 1, end: end) == .century else { return nil }
    let isEra = beforeChrist(PrintedYear(next: token + 2), end).isOpen
    return DateFound(
      reading: isEra ? .open : .years(number * 100 - 99, number * 100), tokens: token..<token + 2)
  }

  private func centuryNumber(_ token: Int, _ end: Int) -> Int? {
    guard token < end else { return nil }
    let number = text.tokens[token].flags.contains(.ordinal) ? number(at: token, end: end) : roman(token)
    return number.flatMap { (1...30).contains($0) ? $0 : nil }
  }

  private func linkedCentury(_ token: Int, _ end: Int) -> Int? {
    guard token < end else { return nil }
    if text.tokens[token].flags.contains(.afterHyphen) { return token }
    return linked(at: token, end: end)
  }

  /// Whether a word may begin `XXIe siècle` or `XIXe au XXe siècle`.
  func mayBeCentury(_ token: Int) -> Bool {
    text.tokens[token].flags.contains(.capitalised)
      && (1...3).contains { text.categories(at: token + $0).contains(.dateUnit) }
  }

  /// The value of `XXI` in `XXIe`; nil for what is no Roman ordinal.
  private func roman(_ token: Int) -> Int? {
    guard text.tokens[token].length <= 10 else { return nil }
    let word = text.bytes[text.tokens[token].bytes]
    let digits = word.prefix { Self.romanDigit($0) != nil }
    let ending = word[digits.endIndex...]
    guard !digits.isEmpty, Self.romanEndings.contains(where: { ending.elementsEqual($0) }) else { return nil }
    var (value, last) = (0, 0)
    for digit in digits.reversed().compactMap(Self.romanDigit) {
      value += digit < last ? -digit : digit
      last = max(last, digit)
    }
    return value
  }

  private static func romanDigit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "I"): 1
    case UInt8(ascii: "V"): 5
    case UInt8(ascii: "X"): 10
    default: nil
    }
  }

  private static let romanEndings = ["e", "er", "ème", "ᵉ"].map { Array($0.utf8) }
}
