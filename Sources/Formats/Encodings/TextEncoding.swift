/// The encodings that are supported.
public enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  /// In the order that a byte order mark or the text itself shows.
  case utf16 = "utf-16"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case utf32 = "utf-32"
  case utf32LittleEndian = "utf-32le"
  case utf32BigEndian = "utf-32be"
  case windows1252 = "windows-1252"
  /// Read as Windows-1252, as browsers do.
  case latin1 = "iso-8859-1"
  case latin9 = "iso-8859-15"
  case macRoman = "macintosh"
  case cp850 = "cp850"

  /// The characters of an encoding of one byte a character.
  var table: SingleByteTable? {
    switch self {
    case .windows1252, .latin1: .windows1252
    case .latin9: .latin9
    case .macRoman: .macRoman
    case .cp850: .cp850
    default: nil
    }
  }

  /// Whether each character is a single byte.
  public var isOfOneByte: Bool { table != nil }

  /// The names that declarations use, beside those above: https://encoding.spec.whatwg.org/#names-and-labels
  private static let labels: [String: TextEncoding] = [
    "utf8": .utf8, "unicode-1-1-utf-8": .utf8, "ascii": .windows1252, "us-ascii": .windows1252, "latin1": .latin1,
    "l1": .latin1, "iso8859-1": .latin1, "iso88591": .latin1, "iso_8859-1": .latin1, "cp1252": .windows1252,
    "x-cp1252": .windows1252, "latin-9": .latin9, "latin9": .latin9, "l9": .latin9, "iso8859-15": .latin9,
    "iso885915": .latin9, "iso_8859-15": .latin9, "mac": .macRoman, "macroman": .macRoman, "mac-roman": .macRoman,
    "x-mac-roman": .macRoman, "ibm850": .cp850, "850": .cp850, "cp-850": .cp850,
  ]

  /// The encoding with that name, ignoring case; nil if it is not supported.
  public init?(label: String) {
    let label = label.lowercased()
    guard let encoding = TextEncoding(rawValue: label) ?? Self.labels[label] else { return nil }
    self = encoding
  }
}
