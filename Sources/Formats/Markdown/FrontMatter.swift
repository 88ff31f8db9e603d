// YAML := "---" line* ("---" | "...")          key: value | key: [value, …] | key: line, then "- value" lines
// TOML := "+++" line* "+++"                    key = value | key = [value, …] | [table]

/// What stands at the head of a Markdown file about it, in YAML or TOML.
///
/// Reads the parts of YAML and TOML that front matter uses: strings and lists of strings under plain keys. Anything else
/// is ignored.
struct FrontMatter {
  /// By key, in small letters.
  private(set) var values: [String: [String]] = [:]

  private static let lineLimit = 1000

  /// Takes the head off `lines`; nil if they have none.
  init?(_ lines: inout ArraySlice<Substring>) {
    guard let first = lines.first.map(Self.trimmed), first == "---" || first == "+++" else { return nil }
    let ends: Set<Substring> = first == "---" ? ["---", "..."] : ["+++"]
    let body = lines.dropFirst()
    guard let end = body.prefix(Self.lineLimit).firstIndex(where: { ends.contains(Self.trimmed($0)) }) else {
      return nil
    }
    if first == "---" { readYAML(body[..<end]) } else { readTOML(body[..<end]) }
    // A rule between two lines is no head.
    guard !values.isEmpty || end == body.startIndex else { return nil }
    lines = lines[(end + 1)...]
  }

  /// The first value of the first key that has one.
  func value(_ keys: String...) -> String? {
    keys.lazy.compactMap { values[$0]?.first }.first { !$0.isEmpty }
  }

  private static func trimmed(_ line: some StringProtocol) -> Substring {
    var line = Substring(line)
    while line.last?.isWhitespace == true { line.removeLast() }
    return line.drop(while: \.isWhitespace)
  }

  // YAML

  private mutating func readYAML(_ lines: ArraySlice<Substring>) {
    var key = ""
    for line in lines {
      let content = Self.trimmed(line)
      guard !content.isEmpty, content.first != "#" else { continue }
      if content.hasPrefix("- ") {
        values[key]?.append(contentsOf: Self.scalars(content.dropFirst(2)))
      } else if line.first?.isWhitespace == true {
        // A folded text continues; what belongs to another key below this one is left.
        if let last = values[key]?.popLast() { values[key] = [last.isEmpty ? String(content) : "\(last) \(content)"] }
      } else if let colon = content.firstIndex(of: ":") {
        key = Self.trimmed(content[..<colon]).lowercased()
        let value = Self.trimmed(content[content.index(after: colon)...])
        values[key] = [">", "|", ">-", "|-"].contains(value) ? [""] : Self.scalars(value)
      }
    }
  }

  // TOML

  private mutating func readTOML(_ lines: ArraySlice<Substring>) {
    var isInTable = false
    var key = ""
    for line in lines {
      let content = Self.trimmed(line)
      guard !content.isEmpty, content.first != "#" else { continue }
      if content.first == "[", !key.isEmpty || !content.contains("=") {
        // Zola keeps its tags in a table.
        if key.isEmpty { isInTable = content != "[taxonomies]" }
        continue
      }
      guard !isInTable else { continue }
      if !key.isEmpty {
        values[key, default: []] += Self.items(content)
        if content.contains("]") { key = "" }
      } else if let equals = content.firstIndex(of: "=") {
        let name = Self.trimmed(content[..<equals]).lowercased()
        let value = Self.trimmed(content[content.index(after: equals)...])
        values[name] = Self.scalars(value)
        // A list over several lines.
        if value.first == "[", !value.contains("]") { key = name }
      }
    }
  }

  // Values

  private static func scalars(_ text: Substring) -> [String] {
    guard text.first == "[" else {
      let value = scalar(text)
      return value.isEmpty ? [] : [value]
    }
    return items(text.dropFirst())
  }

  /// The items of a list, up to its bracket.
  private static func items(_ text: Substring) -> [String] {
    var items: [String] = []
    var item = ""
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "," || character == "]" {
        items.append(scalar(trimmed(item)))
        item = ""
        if character == "]" { break }
        continue
      }
      item.append(character)
    }
    items.append(scalar(trimmed(item)))
    return items.filter { !$0.isEmpty && $0 != "]" }
  }

  private static func scalar(_ text: Substring) -> String {
    guard let quote = text.first, quote == "\"" || quote == "'" else {
      return String(trimmed(text.prefix(upTo: comment(in: text))))
    }
    var value = ""
    var rest = text.dropFirst()
    while let character = rest.popFirst() {
      if character == quote {
        // Doubled in YAML's single quotes.
        guard quote == "'", rest.first == quote else { break }
        rest.removeFirst()
      } else if character == "\\", quote == "\"", let escaped = rest.popFirst() {
        value.append(["n": "\n", "t": "\t"][escaped] ?? escaped)
        continue
      }
      value.append(character)
    }
    return value
  }

  private static func comment(in text: Substring) -> Substring.Index {
    text.firstRange(of: " #")?.lowerBound ?? text.endIndex
  }
}
