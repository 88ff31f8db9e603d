internal import EntenteFormats

/// An object on one line of a JSON Lines file: its string members.
///
/// A strict scanner of RFC 8259 that keeps strings and skips everything else: the general decoder of Foundation is
/// twenty times slower, and this is the path that large corpora take.
struct JSONLine {
  private(set) var members: [String: String] = [:]

  struct Failure: Error {
    let reason: String
    /// The line is no UTF-8.
    var isOfEncoding = false
  }

  private static let maximumDepth = 64

  /// - Parameter line: without its line break.
  init(_ line: Span<UInt8>) throws(Failure) {
    var scanner = Scanner(bytes: line)
    scanner.skipSpace()
    guard scanner.peek() == UInt8(ascii: "{") else { throw Failure(reason: "not a JSON object") }
    try scanner.object(depth: 0) { (name, value) in members[name] = value }
    scanner.skipSpace()
    guard scanner.peek() == nil else {
      throw Failure(reason: "unexpected text after the object at byte \(scanner.position)")
    }
  }

  private struct Scanner: ~Escapable {
    let bytes: Span<UInt8>
    var position = 0

    @_lifetime(copy bytes)
    init(bytes: Span<UInt8>) { self.bytes = bytes }

    func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func skipSpace() {
      while let byte = peek(), byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
    }

    var notUTF8: Failure { Failure(reason: "a string that is not UTF-8 at byte \(position)", isOfEncoding: true) }

    func failure(_ what: String) -> Failure { Failure(reason: "\(what) at byte \(position)") }

    mutating func take(_ character: UInt8) throws(Failure) {
      guard peek() == character else {
        throw failure("expected \"\(Character(Unicode.Scalar(character)))\"")
      }
      position += 1
    }

    mutating func object(depth: Int, _ member: (String, String) -> Void) throws(Failure) {
      try take(UInt8(ascii: "{"))
      skipSpace()
      if peek() == UInt8(ascii: "}") {
        position += 1
        return
      }
      while true {
        skipSpace()
        let name = try string()
        skipSpace()
        try take(UInt8(ascii: ":"))
        skipSpace()
        if peek() == UInt8(ascii: "\"") { member(name, try string()) } else { try skipValue(depth: depth + 1) }
        skipSpace()
        if peek() == UInt8(ascii: ",") {
          position += 1
          continue
        }
        try take(UInt8(ascii: "}"))
        return
      }
    }

    mutating func skipValue(depth: Int) throws(Failure) {
      guard depth <= JSONLine.maximumDepth else { throw failure("nested too deep") }
      switch peek() {
      case UInt8(ascii: "\""): _ = try string()
      case UInt8(ascii: "{"): try object(depth: depth) { _, _ in }
      case UInt8(ascii: "["):
        position += 1
        skipSpace()
        if peek() == UInt8(ascii: "]") {
          position += 1
          return
        }
        while true {
          skipSpace()
          try skipValue(depth: depth + 1)
          skipSpace()
          if peek() == UInt8(ascii: ",") {
            position += 1
            continue
          }
          try take(UInt8(ascii: "]"))
          return
        }
      default: try skipLiteral()
      }
    }

    /// A number, true, false or null.
    mutating func skipLiteral() throws(Failure) {
      let start = position
      while let byte = peek(), byte.isASCIILetterOrDigit || [0x2B, 0x2D, 0x2E].contains(byte) { position += 1 }
      var text = ""
      for index in start..<position { text.unicodeScalars.append(Unicode.Scalar(bytes[index])) }
      guard ["true", "false", "null"].contains(text) || Self.isNumber(text) else {
        position = start
        throw failure("expected a value")
      }
    }

    /// Whether a text is a number of RFC 8259, 6, that a double can hold: no sign but a minus, no zeros before it, and digits on
    /// both sides of its point.
    private static func isNumber(_ text: String) -> Bool {
      guard let number = Double(text), number.isFinite else { return false }
      let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }.prefix {
        $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E")
      }
      let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }
        && (parts[0].count == 1 || parts[0].first != UInt8(ascii: "0"))
    }

    mutating func string() throws(Failure) -> String {
      try take(UInt8(ascii: "\""))
      let start = position
      position = bytes.endOfPlainRun(from: start)
      switch peek() {
      case UInt8(ascii: "\""):
        defer { position += 1 }
        return try utf8(start..<position)
      case UInt8(ascii: "\\"): return try escapedString(from: start)
      case nil: throw failure("a string that does not end")
      default: throw failure("a control character in a string")
      }
    }

    /// Continues at the first backslash of a string that began at `start`.
    mutating func escapedString(from start: Int) throws(Failure) -> String {
      var unescaped: [UInt8] = []
      unescaped.reserveCapacity(min(bytes.count - start, 4096))
      append(start..<position, to: &unescaped)
      while let byte = peek() {
        position += 1
        switch byte {
        case UInt8(ascii: "\""):
          guard let text = String(validating: unescaped, as: UTF8.self) else { throw notUTF8 }
          return text
        case UInt8(ascii: "\\"): try unescape(into: &unescaped)
        default: throw failure("a control character in a string")
        }
        let end = bytes.endOfPlainRun(from: position)
        append(position..<end, to: &unescaped)
        position = end
      }
      throw failure("a string that does not end")
    }

    func append(_ range: Range<Int>, to output: inout [UInt8]) {
      let run = bytes.extracting(range)
      // Sound: the bytes are copied; the buffer ends with the closure.
      unsafe run.withUnsafeBufferPointer { unsafe output.append(contentsOf: $0) }
    }

    mutating func unescape(into output: inout [UInt8]) throws(Failure) {
      guard let escape = peek() else { throw failure("a string that does not end") }
      position += 1
      switch escape {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): output.append(escape)
      case UInt8(ascii: "n"): output.append(0x0A)
      case UInt8(ascii: "t"): output.append(0x09)
      case UInt8(ascii: "r"): output.append(0x0D)
      case UInt8(ascii: "b"): output.append(0x08)
      case UInt8(ascii: "f"): output.append(0x0C)
      case UInt8(ascii: "u"): output += Array(String(try escapedScalar()).utf8)
      default: throw failure("an unknown escape in a string")
      }
    }

    mutating func escapedScalar() throws(Failure) -> Unicode.Scalar {
      let unit = try hexadecimal()
      if let scalar = Unicode.Scalar(unit) { return scalar }
      guard unit < 0xDC00, peek() == UInt8(ascii: "\\") else { throw failure("half a surrogate pair") }
      position += 1
      try take(UInt8(ascii: "u"))
      let low = try hexadecimal()
      guard (0xDC00...0xDFFF).contains(low),
        let scalar = Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00))
      else { throw failure("half a surrogate pair") }
      return scalar
    }

    mutating func hexadecimal() throws(Failure) -> UInt16 {
      var value: UInt16 = 0
      for _ in 0..<4 {
        guard let byte = peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
          throw failure("expected four hexadecimal digits")
        }
        value = value << 4 | UInt16(digit)
        position += 1
      }
      return value
    }

    func utf8(_ range: Range<Int>) throws(Failure) -> String {
      let slice = bytes.extracting(range)
      // Sound: the string is a copy; the buffer ends with the closure.
      guard let text = unsafe slice.withUnsafeBufferPointer({ unsafe String(validating: $0, as: UTF8.self) }) else {
        throw notUTF8
      }
      return text
    }
  }
}
