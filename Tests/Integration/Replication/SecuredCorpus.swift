import Foundation

/// What replicas need that let only some callers in: certificates, and a list of who may call.
final class SecuredCorpus {
  let corpus: PublishedCorpus
  /// What the analyst shows; its hash stands in the list.
  static let token = "opensesame"

  init() throws {
    corpus = try PublishedCorpus()
    try corpus.publish(try corpus.image(generation: 3), as: "current")
    let certificates = try Products.run(
      Products.root.appendingPathComponent("scripts/dev-certs").path, [corpus.folder],
      environment: ["CLIENT": "replica"])
    guard certificates.status == 0 else { throw Products.Failure(description: certificates.errors) }
    try write(
      "callers",
      """
      # who  credential  methods
      analyst sha256:d9fb92e3bbe65be1f1aad4a82eef4567f7a1ebe2cd110c8049b9698be7a70c88 entente.v1.Query/*,entente.v1.Health/*
      replica certificate entente.v1.Feed/*,entente.v1.Health/*
      """)
    try write("token", Self.token + "\n")
  }

  func path(_ name: String) -> String { corpus.path(name) }

  func write(_ name: String, _ text: String) throws {
    try text.write(toFile: path(name), atomically: true, encoding: .utf8)
  }

  var identity: [String] { ["--tls-certificate", path("server.pem"), "--tls-key", path("server.key")] }
  /// For the client of Go.
  var stockTLS: [String: String] { ["GOPEER_CA": path("ca.pem")] }
  var stockToken: [String: String] { ["GOPEER_TOKEN": Self.token] }

  /// A replica of the snapshot at a free port.
  func replica(_ more: [String], port: Int) throws -> RunningProgram {
    try RunningProgram(
      "entente-query",
      ["--snapshot", path("current"), "--listen", "127.0.0.1:\(port)", "--slow-call", "1", "--drain-delay", "0"] + more,
      until: "listening on")
  }
}

/// The stock Go client, built once for the tests.
enum StockClient {
  private static let path = Result<String, any Error> { () throws -> String in
    let path = FileManager.default.temporaryDirectory.path + "/gopeer-\(UUID().uuidString)"
    let build = try Products.run(Products.root.appendingPathComponent("scripts/build-go-peers").path, [path])
    guard build.status == 0 else { throw Products.Failure(description: build.errors) }
    return path
  }

  /// One call.
  ///
  /// - Returns: `OK` and the answer, or the code and message of its failure, or why there was no connection.
  static func call(
    _ port: Int, _ method: String, _ request: String = "", environment: [String: String]...
  ) throws -> String {
    let names = method.split(separator: "/").map(String.init)
    let result = try Products.run(
      try path.get(), ["call", "127.0.0.1:\(port)", names[0], names[1], "10000", request],
      environment: environment.reduce(into: [:]) { $0.merge($1) { _, new in new } })
    return (result.output + result.errors).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Many calls at once, on one connection.
  static func flood(
    _ port: Int, _ method: String, _ calls: Int, _ request: String, environment: [String: String]...
  ) throws -> String {
    let names = method.split(separator: "/").map(String.init)
    let result = try Products.run(
      try path.get(), ["flood", "127.0.0.1:\(port)", names[0], names[1], "\(calls)", request],
      environment: environment.reduce(into: [:]) { $0.merge($1) { _, new in new } })
    return (result.output + result.errors).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Keeps a connection busy until `stop` exists.
  static func load(_ port: Int, stop: String, environment: [String: String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try path.get())
    process.arguments = ["load", "127.0.0.1:\(port)", "entente.v1.Health", "Check", stop, ""]
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    return process
  }
}
