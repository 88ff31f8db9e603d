/// How many columns of a terminal a text takes: two for a character of East Asia or a pictogram, none for a mark above
/// another character, one for any other.
func columnCount(_ text: some StringProtocol) -> Int {
  text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
}

/// The wide ranges are those of East_Asian_Width W and F in Unicode's EastAsianWidth.txt, in whole blocks.
private func columns(of scalar: Unicode.Scalar) -> Int {
  switch scalar.value {
  case ..<0x300: 1
  case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x200B...0x200F, 0x2060...0x2064, 0x20D0...0x20FF,
    0xFE00...0xFE0F,
    0xFE20...0xFE2F, 0xFEFF, 0x1F3FB...0x1F3FF:
    0
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
    2
  default: 1
  }
}
