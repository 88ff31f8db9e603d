/// A day as Japanese and Chinese print it, in one word.
///
///     date = year "年" month "月" day "日"
///
/// The numbers are digits of ASCII.
struct IdeographicDate {
  let year, month, day: Int

  /// In bytes: four digits, three signs, and a digit each for month and day.
  static let shortest = 15
  private static let signs: [[UInt8]] = ["年", "月", "日"].map { Array($0.utf8) }

  /// Nil for bytes that are anything else.
  init?(_ bytes: ArraySlice<UInt8>) {
    var numbers: [Int] = []
    var rest = bytes
    for sign in Self.signs {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      guard (1...4).contains(digits.count), rest.dropFirst(digits.count).starts(with: sign) else { return nil }
      numbers.append(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
      rest = rest.dropFirst(digits.count + sign.count)
    }
    guard rest.isEmpty, numbers[0] > 999 else { return nil }
    (year, month, day) = (numbers[0], numbers[1], numbers[2])
  }
}
