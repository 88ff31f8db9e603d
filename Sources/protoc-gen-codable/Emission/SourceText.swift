/// A Swift file that grows line by line.
struct SourceText {
  private(set) var text = ""
  private var depth = 0

  init(generatedFrom file: String, imports: [String], _ access: String) {
    line("// Generated from \(file) by protoc-gen-codable: change that, then run scripts/generate.")
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
}
