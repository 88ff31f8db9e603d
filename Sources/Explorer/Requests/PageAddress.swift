/// A path with a query, built from parts that are percent-encoded (RFC 3986).
///
/// ```swift
/// PageAddress("/search", [("q", "cyberdéfense"), ("lang", "en")]).text   // "/search?q=cyberd%C3%A9fense&lang=en"
/// ```
struct PageAddress: Hashable, Sendable {
  let path: String
  private(set) var query: [Parameter]
  var fragment = ""

  struct Parameter: Hashable, Sendable {
    var name: String
    var value: String
  }

  init(_ path: String, _ query: [(String, String)] = [], fragment: String = "") {
    self.path = path
    self.query = query.filter { !$0.1.isEmpty }.map { Parameter(name: $0.0, value: $0.1) }
    self.fragment = fragment
  }

  /// Splits a query as browsers send it: `+` is a space. At most 64 parameters are read.
  init(path: String, rawQuery: String?) {
    self.path = path
    query = (rawQuery ?? "").split(separator: "&").prefix(64).compactMap { pair in
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = Self.decoded(halves[0])
      return name.isEmpty ? nil : Parameter(name: name, value: halves.count == 2 ? Self.decoded(halves[1]) : "")
    }
  }

  /// The first value of a parameter; empty when there is none.
  subscript(name: String) -> String { query.first { $0.name == name }?.value ?? "" }

  /// Every value of a parameter that may stand more than once.
  func all(_ name: String) -> [String] { query.filter { $0.name == name && !$0.value.isEmpty }.map(\.value) }

  /// The address with one parameter replaced; an empty value removes it.
  func setting(_ name: String, _ value: String) -> PageAddress {
    var copy = self
    copy.query.removeAll { $0.name == name }
    if !value.isEmpty { copy.query.append(Parameter(name: name, value: value)) }
    return copy
  }

  func adding(_ name: String, _ value: String) -> PageAddress {
    var copy = self
    copy.query.append(Parameter(name: name, value: value))
    return copy
  }

  func removing(_ name: String, _ value: String) -> PageAddress {
    var copy = self
    copy.query.removeAll { $0.name == name && $0.value == value }
    return copy
  }

  var text: String {
    let pairs = query.map { Self.encoded($0.name) + "=" + Self.encoded($0.value) }
    return path + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
      + (fragment.isEmpty ? "" : "#" + Self.encoded(fragment))
  }

  // unreserved := ALPHA | DIGIT | - | . | _ | ~                                                  RFC 3986, section 2.3
  static func encoded(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: ","):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result.append("%")
        for nibble in [byte >> 4, byte & 15] { result.append(hexadecimal[Int(nibble)]) }
      }
    }
    return result
  }

  private static let hexadecimal = Array("0123456789ABCDEF")

  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "+") {
        bytes.append(UInt8(ascii: " "))
      } else if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        rest.removeFirst(2)
        bytes.append(value)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
