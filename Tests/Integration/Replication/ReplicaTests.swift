import EntenteClient
import EntenteSchema
import Foundation
import TTRPC
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// One replica as an operator meets it: its ports, its signals, its end.
@Suite(.serialized, .timeLimit(.minutes(5))) struct ReplicaTests {
  let corpus: PublishedCorpus

  init() throws {
    corpus = try PublishedCorpus()
    try corpus.publish(try corpus.image(generation: 3), as: "current")
  }

  private func start(_ ports: [Int], _ more: String...) throws -> RunningProgram {
    try RunningProgram(
      "entente-query",
      ["--snapshot", corpus.path("current"), "--listen", "127.0.0.1:\(ports[0])", "--admin", "127.0.0.1:\(ports[1])"]
        + more, until: "listening on")
  }

  private func get(_ port: Int, _ path: String) async throws -> (status: Int, body: String) {
    let url = try #require(URL(string: "http://127.0.0.1:\(port)\(path)"))
    let (data, response) = try await URLSession.shared.data(from: url)
    return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
  }

  private func health(_ port: Int) throws -> Int32 {
    try Products.run(Products.path("entente-query"), ["--health", "127.0.0.1:\(port)"]).status
  }

  @Test func `SIGTERM says NOT_SERVING at once, and calls are taken until the delay is over`() async throws {
    let ports = try freePorts(2)
    let replica = try start(ports, "--drain-delay", "2", "--grace", "5")
    #expect(try await get(ports[1], "/readyz").status == 200)
    #expect(try health(ports[0]) == 0)
    let client = RPCClient(addresses: [ServerAddress(host: "127.0.0.1", port: ports[0])])
    replica.send(SIGTERM)
    try await eventually("not ready") { try await get(ports[1], "/readyz").status == 503 }
    #expect(try await get(ports[1], "/healthz").status == 200)
    #expect(try health(ports[0]) == 1)
    // A connection that is new now.
    let answer = try await QueryClient(client).search(SearchRequest(query: "OTAN"))
    #expect(answer.snapshot?.generation == 3)
    await client.close()
    #expect(replica.wait() == 0)
    #expect(try health(ports[0]) == 69)
  }

  @Test func `a second signal ends it at once`() async throws {
    let replica = try start(try freePorts(2), "--drain-delay", "60", "--grace", "60")
    replica.send(SIGTERM)
    try await eventually("the drain") { replica.text.contains("draining") }
    replica.send(SIGTERM)
    #expect(replica.wait() == 128 + SIGTERM)
  }

  @Test func `SIGINT does not wait for a balancer`() async throws {
    let replica = try start(try freePorts(2), "--drain-delay", "3600", "--grace", "5")
    replica.send(SIGINT)
    #expect(replica.wait() == 0)
  }

  @Test func `another process takes the port over without a gap`() async throws {
    let ports = try freePorts(3)
    let old = try start(ports, "--reuse-port", "--drain-delay", "0")
    let address = ServerAddress(host: "127.0.0.1", port: ports[0])
    let load = SteadyLoad(clients: 4, address: address)
    let new = try start([ports[0], ports[2]], "--reuse-port", "--drain-delay", "0")
    #expect(old.stop() == 0)
    try await Task.sleep(for: .seconds(1))
    let tally = await load.stop().values.first
    #expect(tally?.failures.isEmpty == true, "\(tally?.failures.prefix(3) ?? [])")
    #expect(new.stop() == 0)
  }

  @Test func `Prometheus scrapes it, and every metric has its line in docs and a name that promtool likes`()
    async throws
  {
    let ports = try freePorts(3)
    let replica = try start(ports, "--drain-delay", "0")
    let client = RPCClient(addresses: [ServerAddress(host: "127.0.0.1", port: ports[0])])
    for _ in 0..<10 { _ = try await QueryClient(client).search(SearchRequest(query: "OTAN")) }
    await client.close()
    let text = try await get(ports[1], "/metrics").body
    try text.write(toFile: corpus.path("metrics"), atomically: true, encoding: .utf8)
    let check = try Products.run(
      "/bin/sh", ["-c", "promtool check metrics < \(corpus.path("metrics")) 2>&1"])
    #expect(check.status == 0 && check.output.isEmpty, "\(check.output)")
    let page = try String(
      contentsOf: Products.root.appendingPathComponent("docs/OPERATIONS.md"), encoding: .utf8)
    for line in text.split(separator: "\n") where line.hasPrefix("# TYPE ") {
      let name = String(line.split(separator: " ")[2])
      #expect(page.contains("`\(name)`"), "docs/OPERATIONS.md does not tell of \(name)")
      #expect(text.contains("# HELP \(name) "), "\(name) has no description")
    }
    #expect(text.contains("entente_calls_total{service=\"entente.v1.Query\",method=\"Search\",code=\"OK\"} 10"))

    let configuration = """
      global: {scrape_interval: 1s}
      scrape_configs:
        - job_name: entente-query
          static_configs: [{targets: ["127.0.0.1:\(ports[1])"]}]
      """
    try configuration.write(toFile: corpus.path("prometheus.yaml"), atomically: true, encoding: .utf8)
    let prometheus = try RunningProgram(
      "/usr/bin/prometheus",
      [
        "--config.file=\(corpus.path("prometheus.yaml"))", "--storage.tsdb.path=\(corpus.path("tsdb"))",
        "--web.listen-address=127.0.0.1:\(ports[2])",
      ], until: "ready to receive")
    let query = "/api/v1/query?query=entente_snapshot_generation"
    try await eventually("a scrape") { try await get(ports[2], query).body.contains("\"3\"") }
    let lag = "/api/v1/query?query=histogram_quantile(0.5,entente_call_seconds_bucket%7Bmethod=%22Search%22%7D)"
    #expect(try await get(ports[2], lag).body.contains("\"value\""))
    prometheus.killNow()
    #expect(replica.stop() == 0)
  }

  @Test func `status shows every replica`() async throws {
    let ports = try freePorts(5)
    let (first, second) = (
      try start([ports[0], ports[1]], "--drain-delay", "0"), try start([ports[2], ports[3]], "--drain-delay", "0")
    )
    let servers = [ports[0], ports[2], ports[4]].map { "127.0.0.1:\($0)" }.joined(separator: ",")
    let text = try Products.run(Products.path("entente"), ["status", "--replicas", "--server", servers])
    #expect(text.status == 0)
    let rows = text.output.split(separator: "\n")
    #expect(rows.filter { $0.contains(" serving ") }.count == 2)
    #expect(rows.filter { $0.contains("no answer") }.count >= 1)
    struct States: Decodable {
      struct Replica: Decodable {
        let server: String
        let health: HealthCheckResponse?
      }
      let replicas: [Replica]
    }
    let json = try Products.run(Products.path("entente"), ["status", "--replicas", "--json", "--server", servers])
    let states = try JSONDecoder().decode(States.self, from: Data(json.output.utf8)).replicas
    #expect(states.map(\.health?.generation) == [3, 3, nil])
    #expect(states.first?.health?.status == .serving)
    #expect(first.stop() == 0)
    #expect(second.stop() == 0)
  }

  @Test func `hundreds of swaps under load: every answer fits its generation, memory and descriptors stay`()
    async throws
  {
    let ports = try freePorts(2)
    let images = try (0..<2).map { try corpus.image(generation: UInt64($0) + 1, size: 40_000) }
    try corpus.publish(images[0], as: "current")
    let replica = try start(
      ports, "--allow-rollback", "--cache", corpus.path("cache"), "--poll", "0.1", "--drain-delay", "0")
    let address = ServerAddress(host: "127.0.0.1", port: ports[0])
    let clients = (0..<4).map { _ in
      Task {
        let client = RPCClient(addresses: [address])
        var answers = 0
        var ids: [UInt64: String] = [:]
        while !Task.isCancelled {
          let answer: DescribeResponse
          do throws(RPCError) {
            answer = try await QueryClient(client).describe(DescribeRequest())
          } catch {
            if Task.isCancelled { break }
            throw error
          }
          let reference = try #require(answer.snapshot)
          // One id to a generation: else it is a mixture.
          #expect(ids.updateValue(reference.id, forKey: reference.generation) ?? reference.id == reference.id)
          answers += 1
          // Without a pause, calls would keep every core busy, and a swap would mostly wait for them.
          try? await Task.sleep(for: .milliseconds(2))
        }
        await client.close()
        return answers
      }
    }
    func swaps() async throws -> Int {
      let line = try await get(ports[1], "/metrics").body.split(separator: "\n").first {
        $0.hasPrefix("entente_reloads_total{result=\"ok\"}")
      }
      return line?.split(separator: " ").last.flatMap { Int($0) } ?? 0
    }
    var sizes: [(memory: Int, descriptors: Int)] = []
    let rounds = 1_000
    for round in 1...rounds {
      try corpus.publish(images[round % 2], as: "current")
      try await eventually("swap \(round)") { try await swaps() > round }
      if round % 100 == 0 { sizes.append((replica.residentSize, replica.openDescriptors)) }
    }
    for client in clients {
      client.cancel()
      #expect(try await client.value > 0)
    }
    print("swaps: \(rounds); memory \(sizes.map { $0.memory / 1_000_000 }) MB, descriptors \(sizes.map(\.descriptors))")
    let (first, last) = (try #require(sizes.first), try #require(sizes.last))
    #expect(last.memory < first.memory + 8_000_000)
    #expect(last.descriptors <= first.descriptors + 4)
    #expect(replica.stop() == 0)
  }
}
