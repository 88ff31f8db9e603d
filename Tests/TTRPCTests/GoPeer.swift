import Foundation
import Testing

/// The stock Go ttrpc library, in a process of its own.
struct GoPeer {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Built once for all tests. Throws, so that tests fail where Go is missing.
  private static let executable = Result<String, any Error> { () throws -> String in
    let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let output = FileManager.default.temporaryDirectory
      .appendingPathComponent("gopeers-\(ProcessInfo.processInfo.processIdentifier)").path
    _ = try run(root.appendingPathComponent("scripts/build-go-peers").path, [output], limit: 300)
    return output
  }

  /// Runs the peer's command to its end.
  ///
  /// - Returns: its output, without the line's end.
  static func run(_ arguments: String...) async throws -> String {
    let path = try executable.get()
    return try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Result { try run(path, arguments, limit: 60) }) }
    }
  }

  private static func run(_ path: String, _ arguments: [String], limit: TimeInterval) throws -> String {
    let process = Process()
    let output = Pipe()
    let errors = Pipe()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let timer = DispatchSource.makeTimerSource()
    timer.schedule(deadline: .now() + limit)
    timer.setEventHandler { process.terminate() }
    timer.resume()
    defer { timer.cancel() }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: "\(path) \(arguments.joined(separator: " ")): \(complaint)")
    }
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Runs `body` beside a server of the peer, which ends with it.
  static func withServer<T>(_ body: (_ port: Int) async throws -> T) async throws -> T {
    let process = Process()
    let output = Pipe()
    let input = Pipe()
    process.executableURL = URL(fileURLWithPath: try executable.get())
    process.arguments = ["server"]
    process.standardOutput = output
    process.standardInput = input
    try process.run()
    defer { process.terminate() }
    var line = Data()
    while line.last != 0x0A {
      let byte = output.fileHandleForReading.readData(ofLength: 1)
      guard !byte.isEmpty else { throw Failure(description: "the Go server ended before it listened") }
      line.append(byte)
    }
    let text = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    let port = try #require(Int(text))
    return try await body(port)
  }
}
