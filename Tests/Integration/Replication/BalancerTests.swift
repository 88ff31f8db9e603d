import EntenteSchema
import Foundation
import ProtobufCoding
import TTRPC
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The whole of it: replicas behind HAProxy, under load, while everything around them breaks.
@Suite(.serialized, .timeLimit(.minutes(5))) struct BalancerTests {
  private func generation(_ replica: BalancedReplicas.Ports) async throws -> String {
    let url = try #require(URL(string: "http://127.0.0.1:\(replica.admin)/readyz"))
    guard let (body, _) = try? await URLSession.shared.data(from: url) else { return "" }
    return String(decoding: body, as: UTF8.self)
  }

  @Test func `no call fails while replicas are killed and rolled and snapshots come, good and bad`() async throws {
    let corpus = try PublishedCorpus()
    try corpus.publish(try corpus.image(generation: 2), as: "current")
    let balanced = try BalancedReplicas(source: corpus.path("current"), folder: corpus.folder)
    func all(serve generation: UInt64) async throws {
      for replica in balanced.replicas {
        try await eventually("generation \(generation) at \(replica.admin)") {
          try await self.generation(replica).contains("\"generation\":\(generation),\"isReady\":true")
        }
      }
    }
    try await all(serve: 2)
    // Until the balancer has seen them all.
    try await Task.sleep(for: .seconds(2))

    let peer = FileManager.default.temporaryDirectory.path + "/gopeer-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: peer) }
    let build = try Products.run(Products.root.appendingPathComponent("scripts/build-go-peers").path, [peer])
    try #require(build.status == 0, "\(build.errors)")
    let hex = SearchRequest(query: "OTAN Japon", pageSize: 3).protobufBytes().map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    .joined()
    let stop = corpus.path("stop")
    let stock = try (0..<2).map { _ in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: peer)
      process.arguments = ["load", "127.0.0.1:\(balanced.port)", "entente.v1.Query", "Search", stop, hex]
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      return (process, output)
    }
    let load = SteadyLoad(clients: 8, address: ServerAddress(host: "127.0.0.1", port: balanced.port))
    try await Task.sleep(for: .seconds(5))

    load.begin("publishing")
    try corpus.publish(try corpus.image(generation: 3), as: "current")
    try await all(serve: 3)
    var damaged = try corpus.image(generation: 4)
    damaged[damaged.count / 2] ^= 0x40
    try corpus.publish(damaged, as: "current")
    try await Task.sleep(for: .seconds(1))
    try corpus.publish(try corpus.image(generation: 1), as: "current")
    try await Task.sleep(for: .seconds(1))
    for replica in balanced.replicas {
      let said = try await generation(replica)
      #expect(said.contains("\"generation\":3,\"isReady\":true"))
      #expect(said.contains("older"))
    }
    try corpus.publish(try corpus.image(generation: 4), as: "current")
    try await all(serve: 4)

    load.begin("kill -9")
    balanced.kill(0)
    try await Task.sleep(for: .seconds(2))
    try balanced.restart(0)
    try await Task.sleep(for: .seconds(3))

    load.begin("the source is away")
    try FileManager.default.removeItem(atPath: corpus.path("current"))
    try await Task.sleep(for: .seconds(10))
    try corpus.publish(try corpus.image(generation: 5), as: "current")
    try await all(serve: 5)

    load.begin("rolling")
    for index in balanced.replicas.indices {
      #expect(balanced.stop(index) == 0)
      try balanced.restart(index)
      try await Task.sleep(for: .seconds(3))
    }
    try corpus.publish(try corpus.image(generation: 6), as: "current")
    try await all(serve: 6)

    load.begin("after")
    try await Task.sleep(for: .seconds(5))
    let tallies = await load.stop()
    try Data().write(to: URL(fileURLWithPath: stop))
    for name in ["before", "publishing", "kill -9", "the source is away", "rolling", "after"] {
      let tally = try #require(tallies[name])
      print("our 8 clients, \(name): \(tally.summary)")
      #expect(tally.failures.isEmpty, "\(name): \(tally.failures.prefix(3))")
      #expect(tally.steps == 0)
      #expect(tally.calls > 0)
    }
    for (process, output) in stock {
      let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
      process.waitUntilExit()
      print("a stock client: \(text)")
      let numbers = text.split(separator: " ").compactMap { Int($0) }
      try #require(numbers.count >= 2, "\(text)")
      #expect(numbers[0] > 0)
      // The one that was in flight at the kill.
      #expect(numbers[1] <= 1, "\(text)")
    }
  }
}
