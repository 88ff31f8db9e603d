import Foundation

/// A folder of real files that goes with the test.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func path(_ name: String) -> String { "\(path)/\(name)" }

  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let url = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

  /// Compresses a file with the system's gzip, which takes its name.
  func gzip(_ name: String) throws { _ = try Command.run("/usr/bin/env", ["gzip", "-n", path(name)]) }
}

/// A process that has ended.
struct Command {
  let status: Int32
  let output: String
  let complaint: String

  static func run(_ executable: String, _ arguments: [String]) throws -> Command {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    let (output, complaint) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, complaint)
    try process.run()
    let written = try output.fileHandleForReading.readToEnd() ?? Data()
    let complained = try complaint.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Command(
      status: process.terminationStatus, output: String(decoding: written, as: UTF8.self),
      complaint: String(decoding: complained, as: UTF8.self))
  }

  /// The program under test: it is built beside the tests.
  static var ingest: String {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "entente-ingest").path
  }
}
