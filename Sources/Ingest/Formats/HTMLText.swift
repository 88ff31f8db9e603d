/// The text of an HTML page: tags dropped, blocks as paragraphs, entities resolved.
struct HTMLText {
  private(set) var title: String?
  private(set) var text = ""
  private let bytes: [UInt8]
  private var position = 0
  private var output: [UInt8] = []
  private var titleStart: Int?

  init(_ html: String) {
    bytes = Array(html.utf8)
    output.reserveCapacity(bytes.count / 2)
    while position < bytes.count { step() }
    text = String(decoding: Self.tidied(output), as: UTF8.self)
  }

  private mutating func step() {
    switch bytes[position] {
    case UInt8(ascii: "<"): tag()
    case UInt8(ascii: "&"): reference()
    case 0x09...0x0D, 0x20:
      // Between tags, white space is one space.
      if let last = output.last, last != 0x20, last != 0x0A { output.append(0x20) }
      position += 1
    default:
      output.append(bytes[position])
      position += 1
    }
  }

  // Tags

  private static let hidden: Set = [
    "script", "style", "noscript", "template", "svg", "nav", "iframe", "form", "button",
  ]
  private static let blocks: Set = [
    "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer",
    "tr", "table", "blockquote", "figure", "figcaption", "main", "aside", "dl", "dt", "dd", "pre", "hr", "title",
  ]
  private static let doubleSpaced: Set = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "article", "section"]

  private mutating func tag() {
    if starts(with: "<!--") {
      skip(past: "-->")
      return
    }
    var next = position + 1
    let isClosing = next < bytes.count && bytes[next] == UInt8(ascii: "/")
    if isClosing { next += 1 }
    let nameStart = next
    while next < bytes.count, bytes[next].isASCIILetterOrDigit { next += 1 }
    let name = String(decoding: bytes[nameStart..<next], as: UTF8.self).lowercased()
    guard !name.isEmpty || (next < bytes.count && [UInt8(ascii: "!"), UInt8(ascii: "?")].contains(bytes[next])) else {
      // A lone sign, as in "a < b".
      output.append(bytes[position])
      position += 1
      return
    }
    position = next
    skip(past: ">")
    if Self.hidden.contains(name), !isClosing {
      skip(past: "</\(name)")
      skip(past: ">")
      return
    }
    if name == "title" { markTitle(isClosing) }
    guard Self.blocks.contains(name) else { return }
    breakLine(Self.doubleSpaced.contains(name) ? 2 : 1)
    if name == "li", !isClosing { output += Array("• ".utf8) }
  }

  private mutating func markTitle(_ isClosing: Bool) {
    if !isClosing {
      titleStart = output.count
    } else if let start = titleStart, start <= output.count {
      let words = String(decoding: Self.tidied(Array(output[start...])), as: UTF8.self)
      if !words.isEmpty, title == nil { title = words }
      output.removeSubrange(start...)
      titleStart = nil
    }
  }

  private mutating func breakLine(_ count: Int) {
    while output.last == 0x20 { output.removeLast() }
    guard !output.isEmpty else { return }
    let present = output.reversed().prefix { $0 == 0x0A }.prefix(2).count
    for _ in present..<max(count, present) { output.append(0x0A) }
  }

  private func starts(with text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

  private mutating func skip(past text: String) {
    let pattern = Array(text.utf8)
    while position < bytes.count {
      if matches(pattern) {
        position += pattern.count
        return
      }
      position += 1
    }
  }

  private func matches(_ pattern: [UInt8]) -> Bool {
    guard position + pattern.count <= bytes.count else { return false }
    for (offset, byte) in pattern.enumerated() where bytes[position + offset].asciiLowercased != byte { return false }
    return true
  }

  // References: &eacute; &#233; &#xE9;

  private mutating func reference() {
    let end = bytes[position...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
    guard let end, let scalar = Self.scalar(String(decoding: bytes[position + 1..<end], as: UTF8.self)) else {
      output.append(bytes[position])
      position += 1
      return
    }
    output += Array(String(scalar).utf8)
    position = end + 1
  }

  private static func scalar(_ name: String) -> Unicode.Scalar? {
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    }
    if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) }
    return entities[name]
  }

  /// Those of HTML 4 that French text uses: https://www.w3.org/TR/html401/sgml/entities.html
  private static let entities: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "laquo": "«", "raquo": "»",
    "rsquo": "’", "lsquo": "‘", "ldquo": "“", "rdquo": "”", "hellip": "…", "ndash": "–", "mdash": "—", "eacute": "é",
    "egrave": "è", "ecirc": "ê", "euml": "ë", "agrave": "à", "acirc": "â", "auml": "ä", "ccedil": "ç", "icirc": "î",
    "iuml": "ï", "ocirc": "ô", "ouml": "ö", "ugrave": "ù", "ucirc": "û", "uuml": "ü", "yuml": "ÿ", "oelig": "œ",
    "aelig": "æ", "Eacute": "É", "Egrave": "È", "Ecirc": "Ê", "Agrave": "À", "Acirc": "Â", "Ccedil": "Ç", "Icirc": "Î",
    "Ocirc": "Ô", "Ucirc": "Û", "Ugrave": "Ù", "OElig": "Œ", "AElig": "Æ", "euro": "€", "deg": "°", "middot": "·",
    "bull": "•", "copy": "©", "reg": "®", "trade": "™", "sect": "§", "times": "×", "thinsp": "\u{2009}",
    "shy": "\u{AD}",
  ]

  /// No spaces at the ends of lines, one empty line at the most.
  private static func tidied(_ bytes: [UInt8]) -> [UInt8] {
    var tidy: [UInt8] = []
    for byte in bytes {
      if byte == 0x0A {
        while tidy.last == 0x20 { tidy.removeLast() }
        if tidy.suffix(2) == [0x0A, 0x0A] || tidy.isEmpty { continue }
      }
      tidy.append(byte)
    }
    while let last = tidy.last, last == 0x20 || last == 0x0A { tidy.removeLast() }
    return tidy
  }
}

extension UInt8 {
  var isASCIILetterOrDigit: Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(asciiLowercased)
  }

  var asciiLowercased: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self + 32 : self }
}
