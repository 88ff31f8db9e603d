import Foundation
import Testing

/// What compiles under protoc compiles in Swift, or is refused by the plugin where the .proto is at fault.
///
/// The schemas are made by `hostile_schemas.py`. `HOSTILE_SCHEMAS=500` checks that many a seed, `HOSTILE_SEED=7` begins
/// with another seed.
@Suite struct HostileSchemaTests {
  private static func setting(_ name: String, _ usual: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? usual
  }

  private static let count = setting("HOSTILE_SCHEMAS", 16)
  private static let seeds = setting("HOSTILE_SEED", 1)..<(setting("HOSTILE_SEED", 1) + 4)

  @Test(.timeLimit(.minutes(30)), arguments: seeds)
  func `a schema that protoc accepts gives Swift that compiles, or is refused at its line`(_ seed: Int) throws {
    let compiler = try SwiftCompiler()
    try Protoc.withFolder { folder in
      let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "hostile_schemas.py")
      let made = try Protoc.run(["python3", script.path, String(seed), String(Self.count), folder.path])
      try #require(made.status == 0, "\(made.complaint)")
      let compiled = try (0..<Self.count).count { index in
        try isCompiled(folder.appending(path: String(index)), isCombined: index.isMultiple(of: 2), compiler)
      }
      #expect(compiled >= Self.count * 3 / 4, "most schemas are not refused")
    }
  }

  /// Whether the schema in a folder was generated and not refused.
  private func isCompiled(_ folder: URL, isCombined: Bool, _ compiler: SwiftCompiler) throws -> Bool {
    let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    let protos = found.filter { $0.hasSuffix(".proto") }.sorted()
    let output = folder.appending(path: "output")
    let outcome = try Protoc.generate(
      protos, in: folder, to: output,
      parameters: "content=messages,content=server,content=client,import=TTRPC"
        + (isCombined ? ",layout=combined" : ""))
    guard outcome.status == 0 else {
      let refusal = outcome.complaint.split(separator: "\n").last ?? ""
      #expect(try #/^--codable_out: [a-z/]+\.proto:\d+:\d+: ./#.firstMatch(in: refusal) != nil, "\(outcome.complaint)")
      #expect(outcome.files.isEmpty)
      return false
    }
    let complaint = try compiler.complaint(onFilesOf: output)
    let schema = try protos.map { try text(of: folder.appending(path: $0)) }.joined()
    #expect(complaint == "", "\(complaint)\n\(schema)")
    return true
  }

  private func text(of file: URL) throws -> String { String(decoding: try Data(contentsOf: file), as: UTF8.self) }
}
