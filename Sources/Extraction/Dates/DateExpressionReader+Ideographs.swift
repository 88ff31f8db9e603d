internal import ProtobufCoding

/// Dates that translations leave as Japanese and Chinese print them: `2025年12月9日`.
extension DateExpressionReader {
  /// Whether a word begins like one, told without reading it.
  func mayBeIdeographic(_ token: Int) -> Bool {
    let word = text.tokens[token]
    return word.length >= IdeographicDate.shortest && !word.flags.contains(.latin)
      && (0x30...0x39).contains(text.bytes[word.bytes.lowerBound])
  }

  func ideographic(at token: Int, end: Int) -> DateFound? {
    guard mayBeIdeographic(token), let date = IdeographicDate(text.bytes[text.tokens[token].bytes]),
      CivilDate(year: date.year, month: date.month, day: date.day) != nil
    else { return nil }
    let day = DateReading.Day(day: date.day, month: date.month, year: date.year)
    return DateFound(
      reading: .days(day, day, .none), tokens: token..<token + 1, time: time(after: token + 1, end: end) ?? "")
  }
}
