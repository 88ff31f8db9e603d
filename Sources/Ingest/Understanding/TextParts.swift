/// Where a long text may be cut: between paragraphs, else between lines, else between words.
struct TextParts {
  private let bytes: [UInt8]
  /// In order, without gaps; one where the text is not long.
  let ranges: [Range<Int>]

  init(_ text: String, size: Int) {
    guard text.utf8.count > size else {
      bytes = []
      ranges = [0..<text.utf8.count]
      return
    }
    let bytes = Array(text.utf8)
    var ranges: [Range<Int>] = []
    var start = 0
    while bytes.count - start > size {
      let end = Self.end(bytes, in: start + size / 2..<start + size)
      ranges.append(start..<end)
      start = end
    }
    ranges.append(start..<bytes.count)
    (self.bytes, self.ranges) = (bytes, ranges)
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The best place of a window: behind white space, at the beginning of a character.
  private static func end(_ bytes: [UInt8], in window: Range<Int>) -> Int {
    var (line, word, character): (Int?, Int?, Int?)
    for end in window.reversed() {
      let (before, after) = (bytes[end - 1], bytes[end])
      if before == 0x0A, end >= 2, bytes[end - 2] == 0x0A { return end }
      if line == nil, before == 0x0A { line = end }
      if word == nil, before == 0x20 { word = end }
      if character == nil, after & 0xC0 != 0x80 { character = end }
    }
    return line ?? word ?? character ?? window.upperBound
  }
}
