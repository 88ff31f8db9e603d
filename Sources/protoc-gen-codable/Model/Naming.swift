// Swift names of what a .proto declares. A name depends on its own declaration and nothing else, so that the code of two
// modules agrees on it and adding a declaration renames no other. Names that still meet are refused by `NameCheck`.
//
// Members begin with a lower-case letter, or with underscores that no capital follows; types have a capital first. So no
// property hides a type.

/// `page_size` → `pageSize`; `document_id` → `documentID`; `_3d` → `_3d`; `in` → `` `in` ``; `self` → `self_`.
func memberName(_ name: String) -> String {
  let camel = joinWords(of: name) { initialisms[$0] ?? capitalised($0) }
  if camel.isEmpty { return name + "_" }
  if beginsWithDigit(camel) { return "_" + camel }
  if reservedMembers.contains(camel) { return camel + "_" }
  return keywords.contains(camel) ? "`\(camel)`" : camel
}

/// The name of a message, an enum or a service: `Ship` → `Ship`, `ship` → `Ship`, `_2d` → `Type_2d`, `Swift` → `Swift_`.
func typeName(_ name: String) -> String {
  let underscores = name.prefix { $0 == "_" }
  let rest = name.dropFirst(underscores.count)
  guard let first = rest.first, first.isLetter else { return "Type" + name }
  let capitalised = "\(underscores)\(first.uppercased())\(rest.dropFirst())"
  return reservedTypes.contains(capitalised) ? capitalised + "_" : capitalised
}

/// The enum of a oneof: `chosen_value` → `ChosenValueOneof`. The ending keeps it apart from a message `ChosenValue`, which
/// the oneof often holds.
func oneofTypeName(_ name: String) -> String {
  let camel = lowerCamel(name)
  return typeName(camel.isEmpty || beginsWithDigit(camel) ? "_" + camel : camel) + "Oneof"
}

/// `DOCUMENT_KIND_PRESS_RELEASE` of `DocumentKind` → `pressRelease`.
func caseName(_ value: String, of enumeration: String) -> String {
  let rest = withoutPrefix(value, of: enumeration)
  let name = memberName((beginsWithDigit(rest) ? value[...] : rest).lowercased())
  return name == "unrecognized" ? "unrecognized_" : name
}

/// `page_size` → `pageSize`; `document_id` → `documentID`, as in JSON. Leading underscores are dropped, so the result may be
/// empty or begin with a digit.
func lowerCamel(_ name: String) -> String {
  joinWords(of: name, capitalised)
}

/// `page_size` → `PageSize`.
func upperCamel(_ name: String) -> String {
  let camel = lowerCamel(name)
  return camel.prefix(1).uppercased() + camel.dropFirst()
}

/// Joins the words between the underscores: the first begins with a small letter, the others are changed by `capitalise`.
private func joinWords(of name: String, _ capitalise: (Substring) -> String) -> String {
  let words = name.split(separator: "_")
  guard let first = words.first else { return "" }
  return first.prefix(1).lowercased() + first.dropFirst() + words.dropFirst().map(capitalise).joined()
}

private func capitalised(_ word: Substring) -> String { word.prefix(1).uppercased() + word.dropFirst() }

private func beginsWithDigit(_ name: some StringProtocol) -> Bool { name.first?.isNumber == true }

/// A value without the name of its enum and the underscores after it, whatever the case and the underscores in between:
/// `HTTP_CODE_OK` of `HTTPCode` → `OK`. The whole value where nothing would be left.
private func withoutPrefix(_ value: String, of enumeration: String) -> Substring {
  var rest = value[...]
  for character in enumeration where character != "_" {
    rest = rest.drop { $0 == "_" }
    guard rest.first?.lowercased() == character.lowercased() else { return value[...] }
    rest = rest.dropFirst()
  }
  guard rest.first == "_" else { return value[...] }
  rest = rest.drop { $0 == "_" }
  return rest.isEmpty ? value[...] : rest
}

/// Members that Swift or the generated type has already. A single field `protobuf` of type bytes would give an initializer
/// that hides `init(protobuf:)`.
private let reservedMembers: Set = ["self", "init", "hashValue", "protobuf", "protobufName", "protobufSize"]

/// Types that cannot be declared, or that generated code must reach: the modules that it qualifies names with, and the
/// defaults of literals.
private let reservedTypes: Set = [
  "Any", "Self", "Type", "Protocol", "Swift", "ProtobufCoding", "TTRPC", "IntegerLiteralType", "FloatLiteralType",
  "BooleanLiteralType", "StringLiteralType", "ExtendedGraphemeClusterType", "UnicodeScalarType",
]

/// Words that Swift's API Design Guidelines write in capitals unless they come first.
private let initialisms: [Substring: String] = [
  "id": "ID", "ids": "IDs", "url": "URL", "urls": "URLs", "uri": "URI", "http": "HTTP", "https": "HTTPS",
  "json": "JSON",
]

private let keywords: Set = [
  "associatedtype", "borrowing", "class", "consuming", "deinit", "enum", "extension", "fileprivate", "func", "import",
  "inout", "internal", "let", "nonisolated", "open", "operator", "precedencegroup", "private", "protocol", "public",
  "rethrows", "static", "struct", "subscript", "typealias", "var", "break", "case", "catch", "continue", "default",
  "defer", "do", "else", "fallthrough", "for", "guard", "if", "in", "repeat", "return", "switch", "throw", "where",
  "while", "as", "await", "false", "is", "nil", "super", "throws", "true", "try",
]
