/// A piece of a text, cut between characters.
struct TextPiece {
  /// In bytes.
  private static let mostBytes = 1 << 20

  let text: String
  let isWhole: Bool
  /// The offset of the piece that follows; 0 if there is none.
  let next: UInt64

  /// - Parameters:
  ///   - offset: in bytes, between two characters.
  ///   - length: in bytes; 0 for as much as an answer takes. A last character that does not fit is left out, but not the only
  ///     one.
  /// - Throws: `CorpusError.invalidArgument` for an offset outside the text or inside a character.
  init(of whole: String, offset: UInt64, length: UInt64) throws(CorpusError) {
    let utf8 = whole.utf8
    guard let start = Int(exactly: offset), start <= utf8.count else {
      throw .invalidArgument(
        RequestFault(
          .offsetOutsideText, "text_offset is \(offset); the text has \(utf8.count) bytes",
          ["offset": "\(offset)", "size": "\(utf8.count)"]))
    }
    let first = utf8.index(utf8.startIndex, offsetBy: start)
    guard Self.isBorder(first, utf8) else {
      throw .invalidArgument(RequestFault(.malformed, "text_offset \(offset) is inside a character"))
    }
    let most = length == 0 ? Self.mostBytes : min(Int(clamping: length), Self.mostBytes)
    var last = utf8.index(first, offsetBy: most, limitedBy: utf8.endIndex) ?? utf8.endIndex
    while last > first, !Self.isBorder(last, utf8) { last = utf8.index(before: last) }
    while last == first || !Self.isBorder(last, utf8), last < utf8.endIndex { last = utf8.index(after: last) }
    isWhole = first == utf8.startIndex && last == utf8.endIndex
    text = isWhole ? whole : String(whole[first..<last])
    next = last == utf8.endIndex ? 0 : offset + UInt64(utf8.distance(from: first, to: last))
  }

  private static func isBorder(_ index: String.Index, _ utf8: String.UTF8View) -> Bool {
    index == utf8.endIndex || utf8[index] & 0xC0 != 0x80
  }
}
