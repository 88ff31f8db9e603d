package import EntenteSchema

/// The first words of a document, by which a reader knows one without a title.
package enum DocumentOpening {
  /// In bytes; a word that would end beyond is left out.
  private static let limit = 160

  /// The first line of `text` that is no boilerplate, as written, cut at a word.
  package static func words(of text: String, boilerplate: [TextSpan]) -> String {
    var position = 0
    let bytes = text.utf8
    while position < bytes.count {
      if let span = boilerplate.first(where: {
        $0.offset <= position && position < UInt64($0.offset) + UInt64($0.length)
      }) {
        position = Int(span.offset) + Int(span.length)
        continue
      }
      guard isSpace(bytes[bytes.index(bytes.startIndex, offsetBy: position)]) else { break }
      position += 1
    }
    let rest = bytes.dropFirst(position)
    let line = rest.prefix(limit + 1).prefix { $0 != 0x0A && $0 != 0x0D }
    var end = line.count > limit ? line.lastIndex(where: isSpace) ?? line.startIndex : line.endIndex
    while end > line.startIndex, isSpace(line[line.index(before: end)]) { end = line.index(before: end) }
    return String(Substring(line[..<end]))
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
