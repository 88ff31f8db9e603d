import Foundation
import Testing

/// What clients/ holds for other languages, against a worker's feed and a replica of it.
@Suite(.serialized, .timeLimit(.minutes(5))) struct ClientExampleTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/clients-\(UUID().uuidString)"

  init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

  private func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")) }

  @Test func `Go and Python clients search, fetch the snapshot, and say what is wrong with a query`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let ports = try freePorts(2)
    let (feed, server) = ("127.0.0.1:\(ports[0])", "127.0.0.1:\(ports[1])")
    let worker = try RunningProgram(
      "entente-ingest",
      [
        Products.root.appendingPathComponent("seeds").path, "--output", "\(folder)/fed.snapshot", "--watch", "--serve",
        feed,
      ], until: "serving the feed at")
    let replica = try RunningProgram(
      "entente-query", ["--snapshot", "ttrpc://\(feed)", "--cache", "\(folder)/cache", "--listen", server],
      until: "listening on")
    let example = "\(folder)/example"
    let build = try Products.run(Products.root.appendingPathComponent("clients/go/build").path, [example])
    try #require(build.status == 0, "\(build.errors)")

    let found = try Products.run(example, ["search", server, "cyberdéfense"])
    #expect(found.status == 0 && found.output.contains("2023-2026"), "\(found)")
    let wrong = try Products.run(example, ["search", server, "OTAN persone:abe"])
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains("character 6") && wrong.errors.contains("UNKNOWN_FILTER"), "\(wrong.errors)")
    #expect(wrong.errors.contains(#""position":"5""#), "\(wrong.errors)")
    let fetched = try Products.run(example, ["fetch", feed, "\(folder)/go.snapshot"])
    #expect(fetched.status == 0, "\(fetched.errors)")
    #expect(try bytes("go.snapshot") == bytes("fed.snapshot"))

    let script = """
      import sys
      from entente import CallError, Client, fetch
      server, feed, path = sys.argv[1:]
      with Client(server) as client:
          print(any("2023-2026" in hit.document.title for hit in client.search("cyberdéfense").hits))
          try:
              client.search("OTAN persone:abe")
          except CallError as error:
              print(error.code.name, error.reason, error.details["position"])
      fetch(feed, path)
      """
    let python = try Products.run(
      Products.root.appendingPathComponent(".venv/bin/python3").path,
      ["-c", script, server, feed, "\(folder)/python.snapshot"],
      environment: ["PYTHONPATH": Products.root.appendingPathComponent("clients/python").path])
    #expect(python.output == "True\nINVALID_ARGUMENT UNKNOWN_FILTER 5\n", "\(python.output)\(python.errors)")
    #expect(try bytes("python.snapshot") == bytes("fed.snapshot"))
    #expect(replica.stop() == 0)
    #expect(worker.stop() == 0)
  }
}
