/// The encoding that a page names in its head: `<meta charset="…">`, `charset=…` of a `Content-Type`, `<?xml encoding="…"?>`.
enum DeclaredEncoding {
  /// Browsers look no further: https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding
  private static let window = 1024 * 4

  /// The label, as written; nil if the page has none.
  static func label(_ bytes: RawSpan) -> String? {
    let head = (0..<min(bytes.byteCount, window)).map { bytes.byte($0) }
    if head.starts(with: "<?xml".utf8), let end = head.firstIndex(of: UInt8(ascii: ">")),
      let label = value(of: "encoding", in: head[..<end])
    {
      return label
    }
    var rest = head[...]
    while let mark = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[mark...]
      guard rest.beginsIgnoringCase("<meta") else {
        rest = rest.dropFirst()
        continue
      }
      let tag = rest.prefix { $0 != UInt8(ascii: ">") }
      if let label = value(of: "charset", in: tag) { return label }
      rest = rest[tag.endIndex...]
    }
    return nil
  }

  /// What stands behind a name and an equals sign.
  private static func value(of name: StaticString, in bytes: ArraySlice<UInt8>) -> String? {
    var rest = bytes
    while !rest.isEmpty, !rest.beginsIgnoringCase(name) { rest = rest.dropFirst() }
    rest = rest.dropFirst(name.utf8CodeUnitCount).drop { $0.isASCIISpace }
    guard rest.first == UInt8(ascii: "=") else { return nil }
    rest = rest.dropFirst().drop { $0.isASCIISpace || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    let label = rest.prefix { $0.isASCIILetterOrDigit || "-_.:".utf8.contains($0) }
    return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
  }
}
