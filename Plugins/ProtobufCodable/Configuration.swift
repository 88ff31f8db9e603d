import Foundation

/// What `protobuf-codable.json` in the folder of a target says. Each key may be left out, and so may the file.
///
/// ```json
/// {
///   "protos": "../../schema",
///   "includes": ["../../third-party"],
///   "content": ["messages", "server", "client"],
///   "async": ["Echo", "Feed.Watch"],
///   "imports": ["Messages"],
///   "access": "public",
///   "protoc": "/opt/protoc/bin/protoc"
/// }
/// ```
///
/// - `protos`: the folder whose .proto files are generated, with those in folders below; that of the target if not given.
/// - `includes`: more folders where imports are looked up, and nothing is generated.
/// - `content`: what is written; all three if not given. Servers and clients need the module TTRPC.
/// - `async`: services and methods whose unary handlers are async functions.
/// - `imports`: modules that the written code imports, such as that of imported messages.
/// - `access`: `public`, `package` or `internal`, which it is if not given.
/// - `protoc`: the compiler; the one in `PATH` if not given.
///
/// Paths start at the folder of the target.
struct Configuration {
  /// Where the .proto files are, and where the paths of their imports start.
  let root: URL
  let includes: [URL]
  /// Of the generator.
  let parameters: String
  /// The file itself, where there is one.
  let files: [URL]
  private let compiler: String?

  init(folder: URL) throws {
    let file = folder.appending(path: "protobuf-codable.json")
    let settings: Settings
    if FileManager.default.fileExists(atPath: file.path) {
      settings = try Self.settings(file)
      files = [file]
    } else {
      settings = Settings()
      files = []
    }
    root = URL(filePath: settings.protos ?? ".", relativeTo: folder).standardizedFileURL
    includes = (settings.includes ?? []).map { URL(filePath: $0, relativeTo: folder).standardizedFileURL }
    compiler = settings.protoc.map { URL(filePath: $0, relativeTo: folder).standardizedFileURL.path }
    parameters =
      (["layout=combined", "access=\(settings.access ?? "internal")"]
      + (settings.content ?? ["messages", "server", "client"]).map { "content=\($0)" }
      + (settings.async ?? []).map { "async=\($0)" } + (settings.imports ?? []).map { "import=\($0)" })
      .joined(separator: ",")
  }

  private struct Settings: Decodable {
    var protos: String?
    var includes: [String]?
    var content: [String]?
    var async: [String]?
    var imports: [String]?
    var access: String?
    var protoc: String?
  }

  private static func settings(_ file: URL) throws -> Settings {
    let known: Set = ["protos", "includes", "content", "async", "imports", "access", "protoc"]
    do {
      let data = try Data(contentsOf: file)
      // A key that is misspelt would be passed over in silence.
      let keys = (try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]).keys
      if let unknown = keys.first(where: { !known.contains($0) }) {
        throw Failure("there is no key \(unknown); there are \(known.sorted().joined(separator: ", "))")
      }
      return try JSONDecoder().decode(Settings.self, from: data)
    } catch {
      throw Failure("\(file.path): \(error)")
    }
  }

  /// The paths of the .proto files below the root, sorted.
  func protos() throws -> [String] {
    guard let paths = FileManager.default.enumerator(atPath: root.path) else {
      throw Failure("\(root.path): there is no such folder; see \"protos\" in protobuf-codable.json")
    }
    return paths.compactMap { $0 as? String }.filter { $0.hasSuffix(".proto") && !$0.hasPrefix(".") }.sorted()
  }

  /// - Throws: when there is no protoc, with what to do.
  func protoc() throws -> URL {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let candidates = compiler.map { [$0] } ?? folders.map { "\($0)/protoc" }
    guard let found = candidates.first(where: FileManager.default.isExecutableFile(atPath:)) else {
      throw Failure(
        "\(compiler ?? "protoc") was not found: install it (apt install protobuf-compiler libprotobuf-dev, brew install"
          + " protobuf) or name it in protobuf-codable.json as \"protoc\"")
    }
    return URL(filePath: found)
  }
}

/// What a build that fails says.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
