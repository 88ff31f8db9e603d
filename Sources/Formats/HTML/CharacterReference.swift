/// `&eacute;`, `&#233;`, `&#xE9;`: resolved as browsers do, https://html.spec.whatwg.org/#character-reference-state.
enum CharacterReference {
  /// Appends `bytes` with their references resolved.
  ///
  /// - Parameter isAttribute: in the value of an attribute, `&copy=` and `&copyright` are no references.
  static func resolve(_ bytes: ArraySlice<UInt8>, isAttribute: Bool = false, into output: inout [UInt8]) {
    var rest = bytes
    while let mark = rest.firstIndex(of: UInt8(ascii: "&")) {
      output += rest[..<mark]
      if let found = read(rest[mark...], isAttribute: isAttribute) {
        output += found.characters.utf8
        rest = rest[found.end...]
      } else {
        output.append(rest[mark])
        rest = rest[(mark + 1)...]
      }
    }
    output += rest
  }

  /// The characters of the reference at the start of `bytes`, and its end; nil if there is none.
  private static func read(_ bytes: ArraySlice<UInt8>, isAttribute: Bool) -> (characters: String, end: Int)? {
    let name = bytes.dropFirst()
    return name.first == UInt8(ascii: "#") ? readNumber(name.dropFirst()) : readName(name, isAttribute: isAttribute)
  }

  // Numbers

  private static func readNumber(_ bytes: ArraySlice<UInt8>) -> (characters: String, end: Int)? {
    let isHexadecimal = bytes.first == UInt8(ascii: "x") || bytes.first == UInt8(ascii: "X")
    let digits = (isHexadecimal ? bytes.dropFirst() : bytes).prefix { $0.digit(radix: isHexadecimal ? 16 : 10) != nil }
    guard !digits.isEmpty else { return nil }
    var number: UInt32 = 0
    for digit in digits {
      // Above Unicode it stays above.
      number = min(number * (isHexadecimal ? 16 : 10) + UInt32(digit.digit(radix: 16) ?? 0), 0x11_0000)
    }
    let end = digits.endIndex < bytes.endIndex && bytes[digits.endIndex] == UInt8(ascii: ";") ? 1 : 0
    return (String(scalar(number)), digits.endIndex + end)
  }

  private static func scalar(_ number: UInt32) -> Unicode.Scalar {
    guard number > 0, let scalar = Unicode.Scalar(number) else { return "\u{FFFD}" }
    // What people take for characters 128 to 159 are those of Windows-1252.
    guard (0x80...0x9F).contains(number) else { return scalar }
    let character = SingleByteTable.windows1252[UInt8(number)]
    return character == "\u{FFFD}" ? scalar : character
  }

  // Names

  private static let longestName = 32
  private static let longestWithoutSemicolon = 6

  private static func readName(_ bytes: ArraySlice<UInt8>, isAttribute: Bool) -> (characters: String, end: Int)? {
    let name = bytes.prefix(longestName).prefix { $0.isASCIILetterOrDigit }
    guard !name.isEmpty else { return nil }
    if name.endIndex < bytes.endIndex, bytes[name.endIndex] == UInt8(ascii: ";"),
      let characters = names[String(decoding: bytes[name.startIndex...name.endIndex], as: UTF8.self)]
    {
      return (characters, name.endIndex + 1)
    }
    var known = name.prefix(longestWithoutSemicolon)
    while known.count > 1 {
      if let characters = names[String(decoding: known, as: UTF8.self)] {
        let next = known.endIndex < bytes.endIndex ? bytes[known.endIndex] : 0
        let isWord = next == UInt8(ascii: "=") || next.isASCIILetterOrDigit
        return isAttribute && isWord ? nil : (characters, known.endIndex)
      }
      known = known.dropLast()
    }
    return nil
  }

  /// The characters that names stand for; those that need their semicolon have it.
  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for line in EmbeddedText.characterReferences.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: "\t")
      guard parts.count == 2 else { continue }
      let scalars = parts[1].split(separator: " ").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
      names[String(parts[0])] = String(String.UnicodeScalarView(scalars))
    }
    return names
  }()
}
