/// A set of stop words of a language, by number.
public struct StopWordSet: Hashable, Sendable {
  /// A language has no more of them.
  static let capacity = 256

  private var words = SIMD4<UInt64>()

  public init() {}

  @inline(__always)
  mutating func insert(_ number: UInt8) { words[Int(number >> 6)] |= 1 &<< UInt64(number & 63) }

  /// Calls `body` with the numbers, ascending.
  public func visit(_ body: (Int) -> Void) {
    for index in 0..<4 {
      var rest = words[index]
      while rest != 0 {
        body(index << 6 + rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
    }
  }
}

extension LanguageProfile {
  /// The terms of the stop words in an index, by number: in byte order, before all other terms.
  public var stopTerms: [[UInt8]] {
    rules.stopWords.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { [Analyzer.stopMark] + $0 }
  }
}
