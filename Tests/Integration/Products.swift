import Foundation
import Testing

/// The programs that were built with the tests.
enum Products {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Beside the test bundle.
  static func path(_ name: String) -> String {
    let bundle = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    return bundle.appendingPathComponent(name).path
  }

  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Runs a program to its end, or for a minute.
  ///
  /// - Parameter environment: beside that of the tests.
  static func run(
    _ path: String, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.environment = ProcessInfo.processInfo.environment.filter {
      !$0.key.hasPrefix("ENTENTE") && $0.key != "COLUMNS"
    }
    .merging(environment) { _, given in given }
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    let timer = DispatchSource.makeTimerSource()
    timer.schedule(deadline: .now() + 60)
    timer.setEventHandler { process.terminate() }
    timer.resume()
    defer { timer.cancel() }
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      errors: String(decoding: complaint, as: UTF8.self))
  }
}

/// A snapshot that was built from a folder of the repository; the file goes with the value's last use.
final class BuiltSnapshot {
  let path: String

  /// - Parameter rejectingSome: the folder holds files that are no documents.
  init(of folder: String = "seeds", rejectingSome: Bool = false) throws {
    path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).snapshot"
    let ingest = try Products.run(
      Products.path("entente-ingest"), [Products.root.appendingPathComponent(folder).path, "--output", path])
    guard ingest.status == (rejectingSome ? 3 : 0) else { throw Products.Failure(description: ingest.errors) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// A snapshot, and a real server of it, ended with the value's last use.
final class Replica {
  let address: String
  var snapshot: String { built.path }
  private let built: BuiltSnapshot
  private let process: Process

  init(of folder: String = "seeds", rejectingSome: Bool = false) throws {
    built = try BuiltSnapshot(of: folder, rejectingSome: rejectingSome)
    process = Process()
    let errors = Pipe()
    process.executableURL = URL(fileURLWithPath: Products.path("entente-query"))
    process.arguments = ["--snapshot", built.path, "--listen", "127.0.0.1:0"]
    process.standardError = errors
    try process.run()
    var log = ""
    var found: String?
    while found == nil {
      let piece = errors.fileHandleForReading.availableData
      guard !piece.isEmpty else { throw Products.Failure(description: "the service ended: \(log)") }
      log += String(decoding: piece, as: UTF8.self)
      if let match = log.firstMatch(of: /listening on (127\.0\.0\.1:[0-9]+)/) { found = String(match.1) }
    }
    address = found ?? ""
  }

  /// Asks it to end, as a supervisor does.
  ///
  /// - Returns: its exit status.
  func stop() -> Int32 {
    process.terminate()
    process.waitUntilExit()
    return process.terminationStatus
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }
}
