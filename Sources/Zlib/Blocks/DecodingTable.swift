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
  private var symbols = [UInt16](repeating: 0, count: 288)

  init(_ alphabet: Alphabet) {
    self.alphabet = alphabet
    switch alphabet {
    case .codeLengths: (mostRootBits, entries) = (7, [UInt32](repeating: 0, count: 128))
    case .literals: (mostRootBits, entries) = (11, [UInt32](repeating: 0, count: 2_342))
    case .distances: (mostRootBits, entries) = (8, [UInt32](repeating: 0, count: 402))
    }
  }

  /// Sets the code.
  ///
  /// - Parameter lengths: by symbol, in bits; at most 288, each at most 15.
  /// - Returns: false if they are not those of a code. As in zlib, a code may be incomplete only if it has one symbol or none.
  mutating func set(_ lengths: ArraySlice<UInt8>) -> Bool {
    var counts: [16 of Int] = .init(repeating: 0)
    for length in lengths { counts[Int(length)] += 1 }
    guard let longest = (1...Self.longestCode).last(where: { counts[$0] > 0 }) else {
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
    return fill(lengths, &counts, longest)
  }

  /// Sorts the symbols by the length of their codes, then by number: the order of their codes.
  private mutating func sort(_ lengths: ArraySlice<UInt8>, _ counts: [16 of Int]) {
    var next: [16 of Int] = .init(repeating: 0)
    for length in 1..<Self.longestCode { next[length + 1] = next[length] + counts[length] }
    for (symbol, length) in lengths.enumerated() where length > 0 {
      symbols[next[Int(length)]] = UInt16(truncatingIfNeeded: symbol)
      next[Int(length)] += 1
    }
  }

  private mutating func fill(_ lengths: ArraySlice<UInt8>, _ counts: inout [16 of Int], _ longest: Int) -> Bool {
    // The code, its first bit lowest, as the stream has it.
    var code = 0
    var (start, bits, used) = (0, rootBits, 1 << rootBits)
    var prefix = -1
    var next = 0
    for length in 1...longest {
      while counts[length] > 0 {
        if length > rootBits, code & (1 << rootBits - 1) != prefix {
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
        let entry = entry(Int(symbols[next]), length)
        let (first, step, end) =
          length <= rootBits
          ? (code, 1 << length, 1 << rootBits)
          : (start + code >> rootBits, 1 << (length - rootBits), start + 1 << bits)
        for index in stride(from: first, to: end, by: step) { entries[index] = entry }
        next += 1
        counts[length] -= 1
        code = Self.successor(of: code, length)
      }
    }
    return true
  }

  /// The next code of a length, or the first of the next length: counts up from the highest bit.
  private static func successor(of code: Int, _ length: Int) -> Int {
    var bit = 1 << (length - 1)
    while code & bit != 0 { bit >>= 1 }
    return bit == 0 ? 0 : code & (bit - 1) | bit
  }

  private func entry(_ symbol: Int, _ length: Int) -> UInt32 {
    func entry(_ value: Int, extra: Int = 0, _ kind: UInt32 = 0) -> UInt32 {
      UInt32(value) << 16 | kind | UInt32(length) << 8 | UInt32(length + extra)
    }
    switch alphabet {
    case .codeLengths: return entry(symbol)
    case .literals:
      if symbol < DeflateSymbols.endOfBlock { return entry(symbol, Kind.literal) }
      if symbol == DeflateSymbols.endOfBlock { return entry(0, Kind.endOfBlock) }
      guard symbol < DeflateSymbols.literalCount else { return entry(0, Kind.invalid) }
      let (base, extra) = DeflateSymbols.length(symbol)
      return entry(base, extra: extra)
    case .distances:
      guard symbol < DeflateSymbols.distanceCount else { return entry(0, Kind.invalid) }
      let (base, extra) = DeflateSymbols.distance(symbol)
      return entry(base, extra: extra)
    }
  }
}
