/// Makes text from outside safe to show on a terminal.
///
/// ```swift
/// HarmlessText.shown("\u{1B}[8mcaché")    // "[8mcaché"
/// HarmlessText.json(#"{"a": "\#u{9B}"}"#)  // {"a": "\u009B"}
/// ```
public enum HarmlessText {
  /// Returns the text without control characters (except line feeds and tabs) and text-direction overrides, so that no
  /// document, name or answer can move the cursor, rename the window, or hide or reorder words.
  ///
  /// - Parameter sequences: control sequences to keep, including the escape character: the colours that the program itself
  ///   adds.
  public static func shown(_ text: String, keeping sequences: [String] = []) -> String {
    rewrite(text) { rest, kept in
      if rest.first == 0x1B, let sequence = sequences.first(where: { rest.starts(with: $0.utf8) }) {
        kept += sequence.utf8
        return sequence.utf8.count
      }
      return length(ofCommand: rest)
    }
  }

  /// Returns JSON with the same characters escaped; they can only occur in its strings.
  public static func json(_ json: String) -> String {
    rewrite(json) { rest, kept in
      let length = length(ofCommand: rest)
      // The line breaks and tabs of JSON are not in its strings; other controls below 0x20 it has none.
      guard length > 0, let scalar = String(decoding: rest.prefix(length), as: UTF8.self).unicodeScalars.first else {
        return 0
      }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      kept += "\\u\(String(repeating: "0", count: max(4 - digits.count, 0)))\(digits)".utf8
      return length
    }
  }

  /// - Parameter take: given the rest of the text, says how many bytes of it are left out at its start, and adds what stands
  ///   in their place.
  private static func rewrite(_ text: String, _ take: (ArraySlice<UInt8>, inout [UInt8]) -> Int) -> String {
    var text = text
    let first = text.withUTF8 { bytes in unsafe Self.firstSuspect(bytes) }
    guard let first else { return text }
    let bytes = Array(text.utf8)
    var kept = Array(bytes[..<first])
    var index = first
    while index < bytes.count {
      let length = isSuspect(bytes[index]) ? take(bytes[index...], &kept) : 0
      if length == 0 { kept.append(bytes[index]) }
      index += max(length, 1)
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// Where a character begins that may be left out: most texts have none.
  @unsafe private static func firstSuspect(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    while index < bytes.count {
      // Sound: the loop stays inside the buffer.
      let byte = unsafe bytes[index]
      if isSuspect(byte), unsafe length(ofCommand: bytes[index..<min(index + 3, bytes.count)]) > 0 { return index }
      index += 1
    }
    return nil
  }

  @inline(__always)
  private static func isSuspect(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xD8
  }

  /// The bytes of the character at the start, where it is one that commands; else 0.
  private static func length(ofCommand rest: some Collection<UInt8>) -> Int {
    var bytes = rest.makeIterator()
    guard let first = bytes.next() else { return 0 }
    switch first {
    // Line feeds and tabs are text.
    case 0x09, 0x0A: return 0
    case 0..<0x20, 0x7F: return 1
    case 0xC2: return (0x80...0x9F).contains(bytes.next() ?? 0) ? 2 : 0
    // The Arabic letter mark.
    case 0xD8: return bytes.next() == 0x9C ? 2 : 0
    case 0xE2:
      let (second, third) = (bytes.next() ?? 0, bytes.next() ?? 0)
      // Marks, embeddings, overrides and isolates of Unicode's bidirectional algorithm; line and paragraph separators.
      let isDirection =
        second == 0x80 && (0x8E...0x8F ~= third || 0xA8...0xAE ~= third) || second == 0x81 && 0xA6...0xA9 ~= third
      return isDirection ? 3 : 0
    default: return 0
    }
  }
}
