internal import EntenteTextAnalysis

extension Span<UInt8> {
  private static var ones: UInt64 { 0x0101_0101_0101_0101 }

  /// The first byte from `start` on that a JSON string does not hold as it is: a quote, a backslash or a control
  /// character; `count` if there is none.
  @inline(__always)
  func endOfPlainRun(from start: Int) -> Int {
    first(from: start) { bytes in
      Self.zeros(bytes ^ Self.ones &* 0x22) | Self.zeros(bytes ^ Self.ones &* 0x5C)
        | (bytes &- Self.ones &* 0x20) & ~bytes & (Self.ones &* 0x80)
    } where: {
      $0 < 0x20 || $0 == 0x22 || $0 == 0x5C
    }
  }

  /// The first line break from `start` on; `count` if there is none.
  @inline(__always)
  func endOfLine(from start: Int) -> Int {
    first(from: start) {
      Self.zeros($0 ^ Self.ones &* 0x0A)
    } where: {
      $0 == 0x0A
    }
  }

  /// The first space or control character from `start` on; `count` if there is none.
  @inline(__always)
  func endOfWord(from start: Int) -> Int {
    first(from: start) {
      ($0 &- Self.ones &* 0x21) & ~$0 & (Self.ones &* 0x80)
    } where: {
      $0 < 0x21
    }
  }

  /// Marks the bytes that are zero by their highest bits: exactly up to the first one, which is all that counts.
  @inline(__always)
  private static func zeros(_ bytes: UInt64) -> UInt64 { (bytes &- ones) & ~bytes & (ones &* 0x80) }

  /// - Parameters:
  ///   - marks: the highest bits of those that are looked for among eight bytes.
  ///   - condition: the same of one byte.
  @inline(__always)
  private func first(from start: Int, _ marks: (UInt64) -> UInt64, where condition: (UInt8) -> Bool) -> Int {
    var index = start
    while index &+ 8 <= count {
      let found = marks(eightBytes(index))
      if found != 0 { return index &+ found.trailingZeroBitCount &>> 3 }
      index &+= 8
    }
    while index < count, !condition(self[index]) { index &+= 1 }
    return index
  }
}
