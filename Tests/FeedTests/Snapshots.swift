import EntenteIngest
import EntenteSnapshot
import Foundation

/// A folder of its own for a test, with snapshots in it.
final class Snapshots {
  let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/feed-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// Builds a snapshot of that generation.
  ///
  /// - Parameter documents: how many small documents it has, beside one that names the generation.
  @discardableResult
  func build(_ name: String, generation: UInt64, documents: Int = 3) async throws -> String {
    let input = path("input-\(generation).jsonl")
    let lines = (0...documents).map { "{\"id\":\"d\($0)\",\"text\":\"Génération \(generation), document \($0).\"}" }
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: input))
    var options = IngestOptions()
    options.generation = generation
    options.extracts = false
    _ = try await SnapshotBuilder(options: options).build([input], output: path(name))
    try FileManager.default.removeItem(atPath: input)
    return path(name)
  }

  func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name)))) }

  /// Puts a file in the place of another in one step.
  func replace(_ name: String, with bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)), options: .atomic)
  }

  /// Changes a file in its place, without another name.
  func rewrite(_ name: String, _ bytes: [UInt8]) throws {
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path(name)))
    try file.truncate(atOffset: 0)
    try file.write(contentsOf: Data(bytes))
    try file.close()
  }
}
