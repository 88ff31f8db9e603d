/// A table of folded Latin letters: the same results as ``Folding``, at a lower cost.
@usableFromInline
package struct FoldedLetters: Sendable {
  /// The properties of a character, and what it folds to.
  @usableFromInline
  package struct Letter: Sendable {
    package var kind: ScalarClass
    /// The folded letters in order, lower-case ASCII; 0 if there is none, and all 0 for a character that is not a Latin letter.
    package var first: UInt8 = 0
    package var second: UInt8 = 0
    package var third: UInt8 = 0
    package var isUpper = false
    package var isLower = false
    /// Whether the letter is not ASCII.
    package var isAccented = false

    @usableFromInline
    init(kind: ScalarClass) { self.kind = kind }
  }

  package static let latin = FoldedLetters()

  // Basic Latin to Latin Extended-B; Latin Extended Additional after them; then the ligatures of typesetting.
  @usableFromInline let letters: [Letter]
  @usableFromInline static let basicEnd: UInt32 = 0x250
  @usableFromInline static let additional: Range<UInt32> = 0x1E00..<0x1F00
  @usableFromInline static let ligatures: Range<UInt32> = 0xFB00..<0xFB07

  private init() {
    letters = (Array(0..<Self.basicEnd) + Array(Self.additional) + Array(Self.ligatures)).map(Self.letter)
  }

  private static func letter(_ value: UInt32) -> Letter {
    var letter = Letter(kind: ScalarClass(value))
    guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { return letter }
    var folded: [UInt8] = []
    Folding.append(scalar, to: &folded)
    letter.isUpper = scalar.properties.isUppercase
    letter.isLower = scalar.properties.isLowercase
    letter.isAccented = !scalar.isASCII
    guard folded.count <= 3, folded.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return letter }
    letter.first = folded.first ?? 0
    letter.second = folded.dropFirst().first ?? 0
    letter.third = folded.dropFirst(2).first ?? 0
    return letter
  }

  @inlinable @inline(__always)
  package subscript(scalar: UInt32) -> Letter {
    if scalar < Self.basicEnd { return letters[Int(scalar)] }
    return beyondBasic(scalar)
  }

  /// Whether a character is a lower-case letter, of any script.
  package func isLowercase(_ scalar: UInt32) -> Bool {
    if scalar < Self.basicEnd { return letters[Int(scalar)].isLower }
    return Unicode.Scalar(scalar)?.properties.isLowercase ?? false
  }

  @usableFromInline
  func beyondBasic(_ scalar: UInt32) -> Letter {
    if Self.additional.contains(scalar) { return letters[Int(scalar - Self.additional.lowerBound + Self.basicEnd)] }
    if Self.ligatures.contains(scalar) {
      return letters[Int(scalar - Self.ligatures.lowerBound + Self.basicEnd) + Self.additional.count]
    }
    return Letter(kind: ScalarClass(scalar))
  }
}
