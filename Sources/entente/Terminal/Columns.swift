/// How many columns of a terminal a text takes: two for a character of East Asia or a pictogram, one for any other.
///
/// The ranges are those of East_Asian_Width W and F in Unicode's EastAsianWidth.txt, in whole blocks.
func columnCount(_ text: some StringProtocol) -> Int {
  text.reduce(0) { sum, character in
    guard let scalar = character.unicodeScalars.first, scalar.value >= 0x1100 else { return sum + 1 }
    return sum + (wide.contains { $0.contains(scalar.value) } ? 2 : 1)
  }
}

private let wide: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
  0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
]
