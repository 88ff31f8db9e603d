// code lengths := literals - 257 in 5 bits | distances - 1 in 5 bits | lengths of the code below - 4 in 4 bits
//                 | 3 bits for each of those, in `order` | (length symbol | repeats)*
// RFC 1951, 3.2.7. Symbol 16 repeats the length before 3 to 6 times, 17 and 18 repeat a zero 3 to 10 and 11 to 138 times.

/// The lengths of two codes, themselves in a code.
struct CodeLengths {
  static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  private struct Run {
    var symbol: Int
    var extra: UInt32 = 0
    var width = 0
  }

  private let literalCount: Int
  private let distanceCount: Int
  private var runs: [Run] = []

  init(_ literals: HuffmanCode, _ distances: HuffmanCode) {
    literalCount = max(Self.used(literals), 257)
    distanceCount = max(Self.used(distances), 1)
    var (last, count) = (0, 0)
    for code in [literals.codes[..<literalCount], distances.codes[..<distanceCount]].joined() {
      if code.width != last {
        add(last, count)
        (last, count) = (code.width, 0)
      }
      count += 1
    }
    add(last, count)
  }

  private static func used(_ code: HuffmanCode) -> Int { (code.codes.lastIndex { $0.width > 0 } ?? -1) + 1 }

  /// Adds a length that occurs `count` times in a row.
  private mutating func add(_ length: Int, _ count: Int) {
    var left = count
    if length == 0 {
      while left >= 11 { repeatLast(18, &left, from: 11, upTo: 138, width: 7) }
      if left >= 3 { repeatLast(17, &left, from: 3, upTo: 10, width: 3) }
    } else {
      runs.append(Run(symbol: length))
      left -= 1
      while left >= 3 { repeatLast(16, &left, from: 3, upTo: 6, width: 2) }
    }
    for _ in 0..<left { runs.append(Run(symbol: length)) }
  }

  private mutating func repeatLast(_ symbol: Int, _ left: inout Int, from least: Int, upTo most: Int, width: Int) {
    let count = min(left, most)
    runs.append(Run(symbol: symbol, extra: UInt32(clamping: count - least), width: width))
    left -= count
  }

  func write(to bits: inout DeflateBits) {
    var frequencies = [UInt32](repeating: 0, count: Self.order.count)
    for run in runs { frequencies[run.symbol] += 1 }
    let code = HuffmanCode(frequencies, limit: 7).codes
    let count = max((Self.order.lastIndex { code[$0].width > 0 } ?? 0) + 1, 4)
    bits.append(UInt32(clamping: literalCount - 257), 5)
    bits.append(UInt32(clamping: distanceCount - 1), 5)
    bits.append(UInt32(clamping: count - 4), 4)
    for symbol in Self.order.prefix(count) { bits.append(UInt32(clamping: code[symbol].width), 3) }
    for run in runs {
      bits.append(code[run.symbol])
      bits.append(run.extra, run.width)
    }
  }
}
