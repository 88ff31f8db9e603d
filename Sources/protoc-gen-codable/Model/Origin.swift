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

  /// The comment above the element, else the one behind it, a line each.
  var comment: [String] {
    guard let location = locations[path] else { return [] }
    let text = location.leadingComments.isEmpty ? location.trailingComments : location.leadingComments
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.first == " " ? String(line.dropFirst()) : String(line)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// `file.proto:LINE:COLUMN: reason`, as compilers say it.
  func refusal(_ reason: String) -> Refusal {
    // What has no place of its own, such as a missing syntax line, is reported at the top of the file.
    guard let span = locations[path]?.span, span.count >= 2 else { return Refusal("\(file):1:1: \(reason)") }
    return Refusal("\(file):\(span[0] + 1):\(span[1] + 1): \(reason)")
  }
}
