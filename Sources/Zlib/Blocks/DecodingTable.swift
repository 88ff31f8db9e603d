// A prefix code is decoded by looking up the next bits, as many as the root of the table takes. Longer codes lead to a
// subtable for the bits behind those.
//
// entry := bits to consume u6 | 0 u2 | of these, the code u4 | kind u4 | value u16                      from the lowest bit
//
// The value is a literal, what a length or distance is without its further bits, or where a subtable begins. The bits to
// consume are the code and the further bits; of an entry that leads to a subtable they are those which index the subtable.

/// A table that decodes a prefix code of RFC 1951, 3.2.2.
struct DecodingTable {
  /// What symbols stand for.
  enum Alphabet {
    case codeLengths, literals, distances
  }

  enum Kind {
    static let literal: UInt32 = 1 << 12
    static let subtable: UInt32 = 1 << 13
    static let endOfBlock: UInt32 = 1 << 14
    /// No code, or a code for nothing.
    static let invalid: UInt32 = 1 << 15
  }

  private static let longestCode = 15

  private let alphabet: Alphabet
  private let mostRootBits: Int
  private(set) var rootBits = 0
  /// The root, then subtables. As many as the longest code needs, counted by zlib's `enough` for root and alphabet.
  private(set) var entries: [UInt32]
  /// By symbol: its entry but for the code.
  private let symbolEntries: [UInt32]
  /// By the length of their codes, then by number: in the order of their codes.
  private var symbols = [UInt16](repeating: 0, count: 288)

  init(_ alphabet: Alphabet) {
    self.alphabet = alphabet
    symbolEntries = Self.symbolEntries(alphabet)
    switch alphabet {
    case .codeLengths: (mostRootBits, entries) = (7, [UInt32](repeating: 0, count: 128))
    case .literals: (mostRootBits, entries) = (11, [UInt32](repeating: 0, count: 2_342))
    case .distances: (mostRootBits, entries) = (8, [UInt32](repeating: 0, count: 402))
    }
  }

  private static func symbolEntries(_ alphabet: Alphabet) -> [UInt32] {
    func entry(_ part: (base: Int, extra: Int)) -> UInt32 { UInt32(part.base) << 16 | UInt32(part.extra) }
    switch alphabet {
    case .codeLengths: return (0..<19).map { UInt32($0) << 16 }
    case .literals:
      let lengths = DeflateSymbols.endOfBlock + 1..<DeflateSymbols.literalCount
      return (0..<256).map { UInt32($0) << 16 | Kind.literal } + [Kind.endOfBlock]
        + lengths.map { entry(DeflateSymbols.length($0)) } + [Kind.invalid, Kind.invalid]
    case .distances:
      return (0..<DeflateSymbols.distanceCount).map { entry(DeflateSymbols.distance($0)) } + [
        Kind.invalid, Kind.invalid,
      ]
    }
  }

  /// Sets the code.
  ///
  /// - Parameter lengths: by symbol, in bits; no more than the alphabet has, each at most 15.
  /// - Returns: false if they are not those of a code. As in zlib, a code may be incomplete only if it has one symbol or none.
  mutating func set(_ lengths: ArraySlice<UInt8>) -> Bool {
    var counts: [16 of Int] = .init(repeating: 0)
    for length in lengths { counts[Int(length)] += 1 }
    counts[0] = 0
    guard let longest = counts.indices.last(where: { counts[$0] > 0 }) else {
      (rootBits, entries[0], entries[1]) = (1, Kind.invalid | 1, Kind.invalid | 1)
      return alphabet != .codeLengths
    }
    var left = 1
    for length in 1...Self.longestCode {
      left = left * 2 - counts[length]
      guard left >= 0 else { return false }
    }
    guard left == 0 || alphabet != .codeLengths && longest == 1 else { return false }
    sort(lengths, counts)
    rootBits = min(mostRootBits, longest)
    // A complete code fills its table.
    if left > 0 { entries[1] = Kind.invalid | 1 }
    return fill(counts, longest)
  }

  private mutating func sort(_ lengths: ArraySlice<UInt8>, _ counts: [16 of Int]) {
    var next: [16 of Int] = .init(repeating: 0)
    for length in 1..<Self.longestCode { next[length + 1] = next[length] + counts[length] }
    var symbol: UInt16 = 0
    for length in lengths {
      if length > 0 {
        symbols[next[Int(length)]] = symbol
        next[Int(length)] += 1
      }
      symbol += 1
    }
  }

  private mutating func fill(_ counts: [16 of Int], _ longest: Int) -> Bool {
    // The code, its first bit lowest, as the stream has it.
    var (code, next) = (0, 0)
    // The root as far as codes of each length tell it; it repeats itself for bits that they do not look at.
    for length in 1...rootBits {
      for _ in 0..<counts[length] {
        entries[code] = entry(symbols[next], length)
        next += 1
        code = Self.successor(of: code, length)
      }
      if length < rootBits { for index in 0..<1 << length { entries[index + 1 << length] = entries[index] } }
    }
    guard longest > rootBits else { return true }
    return fillSubtables(counts, longest, code, next)
  }

  /// - Parameters:
  ///   - code: the first that is longer than the root.
  ///   - next: the place of its symbol.
  private mutating func fillSubtables(_ counts: [16 of Int], _ longest: Int, _ code: Int, _ next: Int) -> Bool {
    var (counts, code, next) = (counts, code, next)
    var (start, bits, used) = (0, 0, 1 << rootBits)
    var prefix = -1
    for length in rootBits + 1...longest {
      while counts[length] > 0 {
        if code & (1 << rootBits - 1) != prefix {
          prefix = code & (1 << rootBits - 1)
          bits = length - rootBits
          // As wide as the codes need that begin so.
          var room = 1 << bits
          while bits + rootBits < longest {
            room -= counts[bits + rootBits]
            guard room > 0 else { break }
            bits += 1
            room <<= 1
          }
          start = used
          used += 1 << bits
          guard used <= entries.count else { return false }
          entries[prefix] = UInt32(start) << 16 | Kind.subtable | UInt32(rootBits) << 8 | UInt32(bits)
        }
        let entry = entry(symbols[next], length)
        for index in stride(from: start + code >> rootBits, to: start + 1 << bits, by: 1 << (length - rootBits)) {
          entries[index] = entry
        }
        next += 1
        counts[length] -= 1
        code = Self.successor(of: code, length)
      }
    }
    return true
  }

  /// The next code of a length, or the first of the next length: counts up from the highest bit.
  private static func successor(of code: Int, _ length: Int) -> Int {
    let zeros = ~code & (1 << length - 1)
    guard zeros > 0 else { return 0 }
    let bit = 1 << (Int.bitWidth - 1 - zeros.leadingZeroBitCount)
    return code & (bit - 1) | bit
  }

  private func entry(_ symbol: UInt16, _ length: Int) -> UInt32 { symbolEntries[Int(symbol)] + UInt32(length) * 0x101 }
}
