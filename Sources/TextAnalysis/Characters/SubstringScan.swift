/// Searches for a run of bytes in a text, sixteen bytes at a time.
package enum SubstringScan {
  /// The first occurrence of `wanted` in `text` between `start` and `end`; nil if there is none.
  ///
  /// ```swift
  /// SubstringScan.first(Array("tan".utf8), in: Array("l'otan".utf8).span.bytes, from: 0, to: 6)  // 3
  /// ```
  ///
  /// - Parameters:
  ///   - wanted: not empty.
  ///   - start: 0 to `end`.
  ///   - end: at most the length of the text.
  package static func first(_ wanted: [UInt8], in text: RawSpan, from start: Int, to end: Int) -> Int? {
    guard let last = wanted.last, start >= 0, end <= text.byteCount, start <= end - wanted.count else { return nil }
    let bytes = Span<UInt8>(_bytes: text)
    // Its last three bytes, or fewer, decide where it is worth looking.
    let lastBytes = ByteScan.all(last)
    let secondLast = ByteScan.all(wanted.count > 1 ? wanted[wanted.count - 2] : 0)
    let thirdLast = ByteScan.all(wanted.count > 2 ? wanted[wanted.count - 3] : 0)
    let count = wanted.count
    var index = start + count - 1
    while index < end {
      switch count {
      case 1: index = ByteScan.first(in: text, from: index, to: end) { bytes in bytes .== lastBytes }
      case 2:
        index = ByteScan.first(in: text, from: index, to: end) { (bytes, previous, _) in
          (bytes .== lastBytes) .& (previous .== secondLast)
        }
      default:
        index = ByteScan.first(in: text, from: index, to: end) { (bytes, previous, beforeThat) in
          (bytes .== lastBytes) .& (previous .== secondLast) .& (beforeThat .== thirdLast)
        }
      }
      guard index < end else { return nil }
      let first = index - count + 1
      if stands(wanted, at: first, in: bytes) { return first }
      index += 1
    }
    return nil
  }

  private static func stands(_ wanted: [UInt8], at first: Int, in text: Span<UInt8>) -> Bool {
    for index in wanted.indices where text[first + index] != wanted[index] { return false }
    return true
  }
}
