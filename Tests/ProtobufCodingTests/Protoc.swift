import Foundation
import Testing

/// protoc with the plugin, as a user runs it.
struct Protoc {
  /// The root of the repository.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Where the build has put what the tests use.
  static func products() throws -> URL {
    try #require(Bundle.main.executableURL).deletingLastPathComponent().resolvingSymlinksInPath()
  }

  struct Outcome {
    var status: Int32
    /// What protoc wrote to standard error.
    var complaint: String
    /// The written files by their names.
    var files: [String: String]
  }

  /// Runs protoc on files of a folder.
  static func generate(_ protos: [String], in folder: URL, to output: URL, parameters: String) throws -> Outcome {
    try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
    let plugin = try products().appending(path: "protoc-gen-codable").path
    let outcome = try run(
      ["protoc", "-I", folder.path, "--plugin=\(plugin)", "--codable_out=\(parameters):\(output.path)"] + protos)
    var files: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: output.path) {
      files[name] = try String(contentsOf: output.appending(path: name), encoding: .utf8)
    }
    return Outcome(status: outcome.status, complaint: outcome.complaint, files: files)
  }

  /// Runs protoc on `schemas`, the bytes of files by their paths.
  static func generate(_ schemas: [String: Data], parameters: String = "") throws -> Outcome {
    try withFolder { folder in
      for (name, bytes) in schemas {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file)
      }
      return try generate(
        schemas.keys.sorted(), in: folder, to: folder.appending(path: "output"), parameters: parameters)
    }
  }

  static func generate(_ schemas: [String: String], parameters: String = "") throws -> Outcome {
    try generate(schemas.mapValues { Data($0.utf8) }, parameters: parameters)
  }

  /// Runs `body` with a folder that is removed afterwards.
  static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "protoc-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  /// The exit status of a command, and what it wrote to standard error.
  static func run(_ command: [String]) throws -> (status: Int32, complaint: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = FileHandle.nullDevice
    let complaint = Pipe()
    process.standardError = complaint
    try process.run()
    let text = String(decoding: complaint.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }
}
