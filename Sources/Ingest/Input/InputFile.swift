/// The formats that are read, by the ending of a file's name; each may end in `.gz` too.
enum InputFormat: String, CaseIterable {
  case text = "txt"
  case markdown = "md"
  case html
  case jsonLines = "jsonl"
}

/// A file to read.
struct InputFile: Hashable {
  let path: String
  /// Below the path that was named, with its ending: what people are shown.
  let name: String
  /// `name` without its endings.
  let id: String
  let format: InputFormat
  let isCompressed: Bool
  /// In bytes, when it was found.
  let size: Int

  /// About what it takes of memory, in bytes: text is compressed to a quarter.
  var weight: Int { isCompressed ? 4 * size : size }

  /// How standard input is named, which holds lines of JSON.
  static let standardInputPath = "-"

  static let standardInput = InputFile(path: standardInputPath, name: standardInputPath, format: .jsonLines)

  private init(path: String, name: String, format: InputFormat) {
    (self.path, self.name, id, self.format) = (path, name, name, format)
    (isCompressed, size) = (false, 0)
  }

  /// Nil for a name with another ending.
  init?(path: String, name: String, size: Int = 0) {
    self.size = size
    var parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    isCompressed = parts.last?.lowercased() == "gz"
    if isCompressed { parts.removeLast() }
    guard parts.count > 1, let format = InputFormat(rawValue: parts.removeLast().lowercased()) else { return nil }
    self.format = format
    self.path = path
    self.name = name
    id = parts.joined(separator: ".")
    guard !id.isEmpty, !id.hasSuffix("/") else { return nil }
  }
}
