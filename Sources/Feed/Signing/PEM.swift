internal import ProtobufCoding

/// The text form of keys (RFC 7468): base64 between two lines with a label.
enum PEM {
  static func encode(_ bytes: [UInt8], label: String) -> String {
    "-----BEGIN \(label)-----\n\(Base64.encode(bytes))\n-----END \(label)-----\n"
  }

  /// The first block with that label; nil if there is none, or if it is not base64.
  static func decode(_ text: String, label: String) -> [UInt8]? {
    var digits: String?
    for line in text.split(whereSeparator: \.isNewline) {
      if line == "-----BEGIN \(label)-----" {
        digits = ""
      } else if line == "-----END \(label)-----" {
        return digits.flatMap(Base64.decode)
      } else {
        digits?.append(contentsOf: line)
      }
    }
    return nil
  }
}
