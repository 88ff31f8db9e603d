/// `page_size` → `pageSize`, as protoc derives JSON names.
func lowerCamel(_ name: String) -> String {
  var result = ""
  var capitalise = false
  for character in name {
    if character == "_" {
      capitalise = !result.isEmpty
    } else if capitalise {
      result += character.uppercased()
      capitalise = false
    } else {
      result.append(character)
    }
  }
  return result.prefix(1).lowercased() + result.dropFirst()
}

/// `page_size` → `PageSize`.
func upperCamel(_ name: String) -> String {
  let camel = lowerCamel(name)
  return camel.prefix(1).uppercased() + camel.dropFirst()
}

/// `DOCUMENT_KIND_PRESS_RELEASE` of `DocumentKind` → `pressRelease`.
func caseName(_ value: String, of enumeration: String) -> String {
  var prefix = ""
  for (index, character) in enumeration.enumerated() {
    if character.isUppercase, index > 0 { prefix += "_" }
    prefix += character.uppercased()
  }
  prefix += "_"
  let rest = value.hasPrefix(prefix) ? String(value.dropFirst(prefix.count)) : value
  let usable = rest.first?.isNumber == true ? value : rest
  let name = lowerCamel(usable.lowercased())
  return name == "unrecognized" ? "unrecognized_" : escaped(name)
}

/// A Swift identifier: keywords in backticks, names that the generated type needs itself with an underscore.
func escaped(_ name: String) -> String {
  if taken.contains(name) { return name + "_" }
  return keywords.contains(name) ? "`\(name)`" : name
}

private let taken: Set = ["self", "Type", "Self", "Protocol", "hashValue", "protobufName", "protobufSize", "init"]

private let keywords: Set = [
  "associatedtype", "borrowing", "class", "consuming", "deinit", "enum", "extension", "fileprivate", "func", "import",
  "inout", "internal", "let", "nonisolated", "open", "operator", "precedencegroup", "private", "protocol", "public",
  "rethrows", "static", "struct", "subscript", "typealias", "var", "break", "case", "catch", "continue", "default",
  "defer", "do", "else", "fallthrough", "for", "guard", "if", "in", "repeat", "return", "switch", "throw", "where",
  "while", "Any", "as", "await", "false", "is", "nil", "super", "throws", "true", "try",
]
