/// The bounds of words that contain more than letters and digits. Search and extraction both split text by these rules, so
/// that one can search for what the other finds:
///
/// - an acronym with full stops is one word: `O.T.A.N.`, `U.E`;
/// - a number is one word with the marks of its thousands and its decimal: `1 000`, `1.000.000`, `3,5`, `12 500,75`. The
///   space may be any; a date or a version such as `12.07.2023` is three numbers;
/// - an apostrophe between letters joins them, unless an elided word stands before it (`l'OTAN`, `aujourd'hui`).
@usableFromInline
package enum WordBounds {
  // MARK: Acronyms

  /// The end of an acronym that begins with the single letter `start..<end`, its last full stop included; nil if there
  /// is none.
  @inlinable @inline(__always)
  package static func acronymEnd(_ text: borrowing Span<UInt8>, _ start: Int, _ end: Int, limit: Int) -> Int? {
    guard end &- start == 1, end &+ 1 < limit, text[end] == UInt8(ascii: "."), ASCII.isLetter(text[end &+ 1]),
      ASCII.isLetter(text[start])
    else { return nil }
    return longAcronymEnd(text, end, limit: limit)
  }

  /// - Parameter stop: the full stop after the first letter.
  @usableFromInline
  static func longAcronymEnd(_ text: borrowing Span<UInt8>, _ stop: Int, limit: Int) -> Int? {
    var end = stop
    while end + 1 < limit, text[end] == UInt8(ascii: "."), ASCII.isLetter(text[end + 1]),
      end + 2 >= limit || !isInWord(text, end + 2)
    {
      end += 2
    }
    guard end > stop else { return nil }
    return end < limit && text[end] == UInt8(ascii: ".") ? end + 1 : end
  }

  // MARK: Numbers

  /// A number of several runs of digits.
  @usableFromInline
  package struct Number {
    package var end: Int
    /// The offset of the decimal mark; nil for a whole number.
    package var decimalMark: Int?
  }

  /// The extent of the number that begins with the digits `start..<end`, the first that no digit precedes; nil if it is
  /// those digits alone.
  @inlinable @inline(__always)
  package static func number(_ text: borrowing Span<UInt8>, _ start: Int, _ end: Int, limit: Int) -> Number? {
    // A mark, and a digit after it.
    guard end &+ 1 < limit else { return nil }
    switch text[end] {
    case UInt8(ascii: "."), UInt8(ascii: ","), 0x20, 0x27, 0xC2, 0xE2: return longNumber(text, start, end, limit: limit)
    default: return nil
    }
  }

  @usableFromInline
  static func longNumber(_ text: borrowing Span<UInt8>, _ start: Int, _ end: Int, limit: Int) -> Number? {
    var number = Number(end: end)
    let isRest = start > 1 && isMark(text[start - 1]) && ASCII.isDigit(text[start - 2])
    if end - start <= 3, text[start] != UInt8(ascii: "0"), !isRest {
      number.end = endOfGroups(text, end, limit: limit)
    }
    // "3,5" and "1 000,5", but not "12.07.2023" nor "3,5,7".
    let mark = number.end
    if mark + 1 < limit, isMark(text[mark]), !isRest {
      let decimals = endOfDigits(text, mark + 1, limit: limit)
      let goesOn = decimals + 1 < limit && isMark(text[decimals]) && ASCII.isDigit(text[decimals + 1])
      if decimals > mark + 1, !goesOn, decimals >= limit || !isInWord(text, decimals) {
        number.end = decimals
        number.decimalMark = mark
      }
    }
    return number.end > end ? number : nil
  }

  /// Past further groups of three digits, each after a full stop, or each after a space or an apostrophe.
  private static func endOfGroups(_ text: borrowing Span<UInt8>, _ start: Int, limit: Int) -> Int {
    var end = start
    let isPoint = text[start] == UInt8(ascii: ".")
    while end < limit {
      let (scalar, length) = UTF8Scalar.decode(text, at: end)
      let kind = ScalarClass(scalar)
      guard isPoint ? scalar == 0x2E : kind == .apostrophe || kind == .space && scalar >= 0x20 else { break }
      let group = end + length
      let next = endOfDigits(text, group, limit: limit)
      guard next - group == 3, next >= limit || !isInWord(text, next) else { break }
      end = next
    }
    // "1.000.00" is no number.
    let goesOn = isPoint && end + 1 < limit && text[end] == UInt8(ascii: ".") && ASCII.isDigit(text[end + 1])
    return goesOn ? start : end
  }

  private static func endOfDigits(_ text: borrowing Span<UInt8>, _ start: Int, limit: Int) -> Int {
    var end = start
    while end < limit, ASCII.isDigit(text[end]) { end += 1 }
    return end
  }

  private static func isMark(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") }

  private static func isInWord(_ text: borrowing Span<UInt8>, _ index: Int) -> Bool {
    ScalarClass(UTF8Scalar.decode(text, at: index).scalar).isInWord
  }

  // MARK: Apostrophes

  /// The length of an apostrophe at `index` with a letter or digit after it; nil if there is none.
  @inlinable @inline(__always)
  package static func apostrophe(_ text: borrowing Span<UInt8>, _ index: Int, limit: Int) -> Int? {
    guard index < limit else { return nil }
    let byte = text[index]
    // ' or the first byte of ´, ʼ, ’ and the full-width one.
    guard byte == 0x27 || byte >= 0xC2 else { return nil }
    return longApostrophe(text, index, limit: limit)
  }

  @usableFromInline
  static func longApostrophe(_ text: borrowing Span<UInt8>, _ index: Int, limit: Int) -> Int? {
    let (scalar, length) = UTF8Scalar.decode(text, at: index)
    guard ScalarClass(scalar) == .apostrophe, index + length < limit else { return nil }
    switch ScalarClass(UTF8Scalar.decode(text, at: index + length).scalar) {
    case .letter, .digit: return length
    default: return nil
    }
  }
}
