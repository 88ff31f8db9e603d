/// A Swift file that grows line by line.
struct SourceText {
  private var text = ""
  private var depth = 0
  private let access: String
  private var aliases: [String: String] = [:]

  init(generatedFrom file: String, imports: [String], _ access: String) {
    self.access = access
    line("// Generated from \(printableLines(file).joined()) by protoc-gen-codable: change that, then generate again.")
    line("// swift-format-ignore-file")
    for module in imports { line("\(access) import \(module)") }
  }

  mutating func line(_ content: String = "") {
    if !content.isEmpty { text += String(repeating: "  ", count: depth) + content }
    text += "\n"
  }

  /// A header, an indented body, and a closing brace.
  mutating func block<E: Error>(
    _ header: String, _ body: (inout SourceText) throws(E) -> Void
  ) throws(E) {
    line(header + " {")
    depth += 1
    try body(&self)
    depth -= 1
    line("}")
  }

  mutating func comment(_ lines: [String]) {
    for content in lines { line(content.isEmpty ? "///" : "/// \(content)") }
  }

  /// Adds a type alias to the end of the file.
  mutating func addAlias(_ alias: TypeAlias) { aliases[alias.name] = alias.target }

  /// The whole file.
  var file: String {
    var file = self
    for (name, target) in aliases.sorted(by: { $0.key < $1.key }) {
      file.line()
      file.line("/// `\(target)`, for a message in which another type hides that name.")
      file.line("\(access) typealias \(name) = \(target)")
    }
    return file.text
  }
}
