extension UInt8 {
  var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
  package var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  package var isASCIILetterOrDigit: Bool { isASCIILetter || isASCIIDigit }
  /// Space, tab, line feed, form feed, carriage return.
  var isASCIISpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0C || self == 0x0D }
  var asciiLowercased: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self + 32 : self }

  /// The value of a digit: `radix` is at most 16.
  func digit(radix: UInt8) -> UInt8? {
    let value: UInt8
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): value = self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): value = self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): value = self - UInt8(ascii: "A") + 10
    default: return nil
    }
    return value < radix ? value : nil
  }
}

extension Collection<UInt8> {
  /// Whether they begin with a text of ASCII, in whatever case.
  func beginsIgnoringCase(_ text: StaticString) -> Bool {
    var index = startIndex
    for offset in 0..<text.utf8CodeUnitCount {
      // Sound: the offset is inside the constant.
      let wanted = unsafe text.utf8Start[offset]
      guard index != endIndex, self[index].asciiLowercased == wanted.asciiLowercased else { return false }
      formIndex(after: &index)
    }
    return true
  }
}
