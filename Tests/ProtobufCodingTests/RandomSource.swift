/// Random values from a seed: the same on every run and machine (SplitMix64). Values at the edges of their types come up
/// as often as others.
struct RandomSource: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// True once in `n` times.
  mutating func once(in n: Int) -> Bool { Int.random(in: 0..<n, using: &self) == 0 }

  mutating func integer<Value: FixedWidthInteger>() -> Value {
    switch Int.random(in: 0..<6, using: &self) {
    case 0: 0
    case 1: .max
    case 2: .min
    case 3: Value(truncatingIfNeeded: Int.random(in: -2...2, using: &self))
    case 4: Value(truncatingIfNeeded: next() >> UInt64.random(in: 0..<64, using: &self))
    default: Value(truncatingIfNeeded: next())
    }
  }

  // No negative zero: its JSON is -0, which Python reads as the integer 0.

  mutating func double() -> Double {
    switch Int.random(in: 0..<8, using: &self) {
    case 0: 1
    case 1: .nan
    case 2: once(in: 2) ? .infinity : -.infinity
    case 3: .greatestFiniteMagnitude
    case 4: .leastNonzeroMagnitude
    case 5: Double(Int.random(in: -1_000_000...1_000_000, using: &self)) / 1000
    default:
      // The exponents 0 and 2047 are those of the values above.
      Double(
        sign: once(in: 2) ? .minus : .plus, exponent: Int.random(in: -1022...1023, using: &self),
        significand: Double.random(in: 1..<2, using: &self))
    }
  }

  /// Not the greatest float: its shortest decimal form, 3.4028235e+38, is just above it, and Python's parser refuses it.
  mutating func float() -> Float {
    switch Int.random(in: 0..<7, using: &self) {
    case 0: 1
    case 1: .nan
    case 2: once(in: 2) ? .infinity : -.infinity
    case 3: .leastNonzeroMagnitude
    case 4: Float(Int.random(in: -1_000_000...1_000_000, using: &self)) / 1000
    default:
      Float(
        sign: once(in: 2) ? .minus : .plus, exponent: Int.random(in: -126...126, using: &self),
        significand: Float.random(in: 1..<2, using: &self))
    }
  }

  mutating func string() -> String {
    let alphabet: [Character] = [
      "a", "Z", "0", " ", "é", "œ", "’", "日", "🛰️", "\"", "\\", "/", "\n", "\t", "\u{0}", "\u{1F}", "\u{7F}", "<", "&",
      "\u{2028}", "e\u{301}", "\u{10FFFF}",
    ]
    return String(array(upTo: 12) { alphabet.randomElement(using: &$0) ?? "a" })
  }

  mutating func bytes() -> [UInt8] { array(upTo: 20) { UInt8.random(in: 0...255, using: &$0) } }

  mutating func array<Element>(upTo most: Int = 5, _ make: (inout RandomSource) -> Element) -> [Element] {
    // Now and then one whose packed length needs two bytes.
    let count = once(in: 60) ? most * 15 : Int.random(in: 0...most, using: &self)
    return (0..<count).map { _ in make(&self) }
  }

  mutating func map<Key: Hashable, Value>(
    _ key: (inout RandomSource) -> Key, _ value: (inout RandomSource) -> Value
  ) -> [Key: Value] {
    var map: [Key: Value] = [:]
    for _ in 0..<Int.random(in: 0...4, using: &self) { map[key(&self)] = value(&self) }
    return map
  }

  mutating func maybe<Value>(_ make: (inout RandomSource) -> Value) -> Value? { once(in: 2) ? nil : make(&self) }
}
