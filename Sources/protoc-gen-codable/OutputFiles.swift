/// The Swift files of a run, and their names: two of a module may not share one.
struct OutputFiles {
  private var outputs: [(name: String, proto: FileDescriptor, source: SourceText)] = []

  /// `entente/v1/press_release.proto` → `PressRelease.swift`
  static func messagesName(_ proto: String) -> String {
    let base = proto.split(separator: "/").last.map { String($0) } ?? proto
    return upperCamel(withoutExtension(base)) + ".swift"
  }

  /// `entente/v1/press_release.proto` → `entente_v1_press_release.codable.swift`
  static func combinedName(_ proto: String) -> String {
    withoutExtension(proto).split(separator: "/").joined(separator: "_") + ".codable.swift"
  }

  private static func withoutExtension(_ name: String) -> String {
    name.hasSuffix(".proto") ? String(name.dropLast(".proto".count)) : name
  }

  mutating func add(_ source: SourceText, named name: String, from proto: FileDescriptor) {
    outputs.append((name, proto, source))
  }

  /// Where names meet, each gets the folder of its .proto in front: `v1/text.proto` → `V1Text.swift`.
  ///
  /// Case does not keep names apart: some file systems do not see it.
  func files() throws(Refusal) -> [CodeGeneratorResponse.File] {
    let uses = Dictionary(outputs.map { ($0.name.lowercased(), 1) }, uniquingKeysWith: +)
    var taken: [String: FileDescriptor] = [:]
    var files: [CodeGeneratorResponse.File] = []
    for (name, proto, source) in outputs {
      let folders = proto.name.split(separator: "/").dropLast().map { upperCamel(String($0)) }.joined()
      let name = uses[name.lowercased()] == 1 ? name : folders + name
      if let other = taken.updateValue(proto, forKey: name.lowercased()) {
        throw Origin(proto).refusal(
          "the Swift file \(name) would be written for \(other.name) too; rename one of the two")
      }
      files.append(CodeGeneratorResponse.File(name: name, content: source.file))
    }
    return files
  }
}
