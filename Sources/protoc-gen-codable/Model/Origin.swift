/// An element of a .proto file: its comments, and where it stands.
struct Origin {
  private let file: String
  private let locations: [[UInt32]: SourceCodeInfo.Location]
  private let path: [UInt32]

  init(_ file: FileDescriptor) {
    self.file = file.name
    locations = Dictionary(
      (file.sourceCodeInfo?.location ?? []).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    path = []
  }

  private init(_ parent: Origin, _ steps: [UInt32]) {
    file = parent.file
    locations = parent.locations
    path = parent.path + steps
  }

  /// The element at `index` of the field `number` of this one, or that field itself.
  func descend(_ number: Int, _ index: Int? = nil) -> Origin {
    Origin(self, [UInt32(number)] + (index.map { [UInt32($0)] } ?? []))
  }

  /// The comment above the element, else the one behind it, a line each, without what would end or hide a line of Swift.
  var comment: [String] {
    guard let location = locations[path] else { return [] }
    let text = location.leadingComments.isEmpty ? location.trailingComments : location.leadingComments
    // The comment of a file in an older encoding is not UTF-8; what is damaged stands as U+FFFD.
    var lines = printableLines(String(decoding: text, as: UTF8.self)).map { line in
      line.first == " " ? String(line.dropFirst()) : line
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// `file.proto:LINE:COLUMN: reason`, as compilers say it.
  func refusal(_ reason: String) -> Refusal {
    // What has no place of its own, such as a missing syntax line, is reported where what holds it begins.
    for end in stride(from: path.count, through: 0, by: -1) {
      guard let span = locations[Array(path[..<end])]?.span, span.count >= 2 else { continue }
      return Refusal("\(file):\(span[0] + 1):\(span[1] + 1): \(reason)")
    }
    return Refusal("\(file):1:1: \(reason)")
  }
}
