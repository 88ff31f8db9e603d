import EntenteSecurity
import Foundation

/// A local authority with its certificates, made by `scripts/dev-certs` in a folder that goes with the value.
final class DevelopmentCertificates {
  struct Failure: Error {
    let status: Int32
  }

  let folder: String
  private static let script = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("scripts/dev-certs").path

  init(client: String = "client", names: String...) throws {
    folder = FileManager.default.temporaryDirectory.path + "/certs-\(UUID().uuidString)"
    try renew(client: client, names: names)
  }

  /// Issues new certificates by the same authority.
  func renew(client: String = "client", names: [String] = []) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.script)
    process.arguments = [folder] + names
    process.environment = ProcessInfo.processInfo.environment.merging(["CLIENT": client]) { _, new in new }
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  var server: TLSFiles { TLSFiles(certificate: path("server.pem"), key: path("server.key")) }
  /// Asks callers for a certificate of the same authority.
  var strictServer: TLSFiles {
    TLSFiles(certificate: path("server.pem"), key: path("server.key"), authorities: path("ca.pem"))
  }
  var anonymousClient: TLSFiles { TLSFiles(authorities: path("ca.pem")) }
  var client: TLSFiles {
    TLSFiles(certificate: path("client.pem"), key: path("client.key"), authorities: path("ca.pem"))
  }
}

/// Runs a program to its end, with nothing to read.
///
/// - Returns: what it wrote to both of its outputs.
func output(of path: String, _ arguments: [String]) async throws -> String {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread {
      continuation.resume(
        with: Result {
          let process = Process()
          let output = Pipe()
          process.executableURL = URL(fileURLWithPath: path)
          process.arguments = arguments
          process.standardInput = FileHandle.nullDevice
          process.standardOutput = output
          process.standardError = output
          try process.run()
          let text = output.fileHandleForReading.readDataToEndOfFile()
          process.waitUntilExit()
          return String(decoding: text, as: UTF8.self)
        })
    }
  }
}
