import EntenteOperations
import Foundation
import Synchronization
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@Suite(.timeLimit(.minutes(1))) struct AdminServerTests {
  private struct Answer: Equatable {
    let status: Int
    let body: String
  }

  private func get(_ port: Int, _ path: String, method: String = "GET") async throws -> Answer {
    var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)\(path)")))
    request.httpMethod = method
    let (data, response) = try await URLSession.shared.data(for: request)
    return Answer(status: (response as? HTTPURLResponse)?.statusCode ?? 0, body: String(decoding: data, as: UTF8.self))
  }

  @Test func `it tells whether the process lives, is ready, and what it counts`() async throws {
    let ready = Mutex(true)
    let server = AdminServer(
      readiness: { Readiness(isReady: ready.withLock { $0 }, snapshot: "abc", generation: 3, problem: "a \"b\"") },
      metrics: { "n_total 1\n" })
    let port = try await server.listen(host: "127.0.0.1", port: 0)
    #expect(try await get(port, "/healthz") == Answer(status: 200, body: "ok\n"))
    #expect(try await get(port, "/metrics?x=1") == Answer(status: 200, body: "n_total 1\n"))
    var answer = try await get(port, "/readyz")
    #expect(answer.status == 200)
    #expect(answer.body == "{\"generation\":3,\"isReady\":true,\"problem\":\"a \\\"b\\\"\",\"snapshot\":\"abc\"}\n")
    ready.withLock { $0 = false }
    answer = try await get(port, "/readyz")
    #expect(answer.status == 503)
    #expect(try await get(port, "/etc/passwd").status == 404)
    #expect(try await get(port, "/healthz", method: "POST").status == 405)
    #expect(try await get(port, "/healthz", method: "HEAD") == Answer(status: 200, body: ""))
  }

  @Test func `the agent says one word and closes`() async throws {
    let word = Mutex(AgentServer.Word.ready)
    let server = AgentServer { word.withLock { $0 } }
    let port = try await server.listen(host: "127.0.0.1", port: 0)
    for (now, said) in [(AgentServer.Word.ready, "up ready\n"), (.drain, "drain\n"), (.down, "down\n")] {
      word.withLock { $0 = now }
      let process = Process()
      let output = Pipe()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["bash", "-c", "cat < /dev/tcp/127.0.0.1/\(port)"]
      process.standardOutput = output
      try process.run()
      #expect(String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self) == said)
      process.waitUntilExit()
    }
  }
}
