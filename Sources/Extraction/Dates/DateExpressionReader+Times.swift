/// Times of day, which stand after a date and are no part of its words.
extension DateExpressionReader {
  /// `à 14h30`, `, 20 heures`, `vers midi`: HH:MM.
  func time(after token: Int, end: Int) -> String? {
    let first = isComma(token, end) ? token + 1 : token
    guard first < end else { return nil }
    let isLed = self.token(first, isOneOf: ["à", "vers", "dès"])
    let start = isLed ? first + 1 : first
    guard start < end else { return nil }
    if isLed {
      if self.token(start, isOneOf: ["midi"]) { return "12:00" }
      if self.token(start, isOneOf: ["minuit"]) { return "00:00" }
    }
    return clock(at: start, end: end)
  }

  private func clock(at token: Int, end: Int) -> String? {
    if text.tokens[token].kind == .word { return joined(at: token) }
    guard let hour = number(at: token, end: end), hour < 24, text.tokens[token].length <= 2, token + 1 < end,
      self.token(token + 1, isOneOf: ["h", "heure", "heures", ":"])
    else { return nil }
    let isColon = text.tokens[token + 1].kind == .punctuation
    guard let minute = number(at: token + 2, end: end), minute < 60, text.tokens[token + 2].length == 2 else {
      return isColon ? nil : Self.time(hour, 0)
    }
    return Self.time(hour, minute)
  }

  /// `14h30`, `20h`.
  private func joined(at token: Int) -> String? {
    guard (2...5).contains(text.tokens[token].length) else { return nil }
    let word = text.bytes[text.tokens[token].bytes]
    guard let mark = word.firstIndex(where: { $0 == UInt8(ascii: "h") || $0 == UInt8(ascii: "H") }),
      let hour = Self.decimal(word[..<mark]), hour < 24
    else { return nil }
    if mark + 1 == word.endIndex { return Self.time(hour, 0) }
    guard let minute = Self.decimal(word[(mark + 1)...]), minute < 60 else { return nil }
    return Self.time(hour, minute)
  }

  /// `12T14:30:00Z`: the day, HH:MM[:SS], and the token past the zone.
  func dayAndTime(at token: Int, end: Int) -> (day: Int, time: String, next: Int)? {
    guard token < end, token > 0, text.tokens[token].kind == .word else { return nil }
    let word = text.bytes[text.tokens[token].bytes]
    // The day, a T and the hour; the rest follows with colons.
    guard word.count >= 5, word[word.startIndex + 2] | 0x20 == UInt8(ascii: "t"),
      let day = Self.decimal(word.prefix(2)), let hour = Self.decimal(word.dropFirst(3).prefix(2)), hour < 24,
      token + 2 < end, self.token(token + 1, isOneOf: [":"]), let minute = leading(at: token + 2), minute < 60
    else { return nil }
    var time = Self.time(hour, minute)
    var next = token + 3
    if next + 1 < end, self.token(next, isOneOf: [":"]), !text.tokens[next].flags.contains(.afterSpace),
      let second = leading(at: next + 1), second < 60
    {
      time += ":" + Self.two(second)
      next += 2
    }
    // `+02:00`
    if next + 3 < end, self.token(next, isOneOf: ["+"]), self.token(next + 2, isOneOf: [":"]) { next += 4 }
    return (day, time, next)
  }

  /// The two digits that a token begins with: `00` of `00Z`.
  private func leading(at token: Int) -> Int? {
    Self.decimal(text.bytes[text.tokens[token].bytes].prefix(2))
  }

  private static func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...2).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func time(_ hour: Int, _ minute: Int) -> String { two(hour) + ":" + two(minute) }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
