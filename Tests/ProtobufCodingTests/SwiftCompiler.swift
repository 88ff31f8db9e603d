import Foundation

/// The compiler, asked whether files that the generator wrote are Swift.
struct SwiftCompiler {
  private let flags: [String]

  /// - Throws: when the build is not where the tests expect it.
  init() throws {
    let products = try Protoc.products()
    // Modules in C that the runtime rests on.
    let scratch = products.deletingLastPathComponent().deletingLastPathComponent()
    var maps = try Self.files(in: products).filter { $0.hasSuffix(".build") }.map {
      products.appending(path: "\($0)/module.modulemap")
    }
    for package in try Self.files(in: scratch.appending(path: "checkouts")) {
      let sources = scratch.appending(path: "checkouts/\(package)/Sources")
      for module in (try? Self.files(in: sources)) ?? [] {
        maps.append(sources.appending(path: "\(module)/include/module.modulemap"))
      }
    }
    maps.append(Protoc.root.appending(path: "Sources/CZlib/module.modulemap"))
    flags =
      [
        "-typecheck", "-swift-version", "6", "-strict-memory-safety", "-module-name", "Generated",
        "-enable-upcoming-feature", "ExistentialAny", "-enable-upcoming-feature", "InternalImportsByDefault",
        "-enable-upcoming-feature", "MemberImportVisibility", "-I", products.appending(path: "Modules").path,
      ]
      + maps.filter { FileManager.default.fileExists(atPath: $0.path) }.flatMap {
        ["-Xcc", "-fmodule-map-file=\($0.path)"]
      }
  }

  private static func files(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  /// The errors and warnings of the Swift files of a folder, which are a module; empty when there are none.
  func complaint(onFilesOf folder: URL) throws -> String {
    let sources = try Self.files(in: folder).filter { $0.hasSuffix(".swift") }.map { folder.appending(path: $0).path }
    let outcome = try Protoc.run(["swiftc"] + flags + sources)
    let lines = outcome.complaint.split(separator: "\n").filter { line in
      // A module that is asked for by a parameter, and that the file at hand does not need.
      line.contains(": error: ") || line.contains(": warning: ") && !line.contains("public import of")
    }
    return outcome.status == 0 && lines.isEmpty ? "" : "swiftc exited with \(outcome.status)\n\(outcome.complaint)"
  }
}
