/// Lengths in words, in a byte: exact up to 16, then in steps of an eighth or less.
enum QuantisedLength {
  static func encode(_ length: Int) -> UInt8 {
    guard length >= 16 else { return UInt8(max(length, 0)) }
    let exponent = Int.bitWidth - 1 - length.leadingZeroBitCount - 3
    return UInt8(min(exponent * 8 + (length >> exponent), 255))
  }

  /// The least length of the class.
  static func decode(_ byte: UInt8) -> Int {
    guard byte >= 16 else { return Int(byte) }
    let exponent = Int(byte) / 8 - 1
    return (Int(byte) - exponent * 8) << exponent
  }

  /// What every position in a document of the class is below: at least 1.
  static func positionBound(_ byte: UInt8) -> Int {
    guard byte >= 16 else { return max(Int(byte), 1) }
    let exponent = Int(byte) / 8 - 1
    return (Int(byte) - exponent * 8 + 1) << exponent
  }
}
