import EntenteClient
import EntenteSchema
import Foundation
import TTRPC
import Testing

/// Shards as they are deployed: two replicas of each, behind a router.
@Suite(.timeLimit(.minutes(10)), .serialized) struct ShardTests {
  @Test func `a router over replicas of shards answers as the snapshot does, without one of them too`() async throws {
    let built = try BuiltSnapshot()
    let folder = FileManager.default.temporaryDirectory.path + "/shards-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let run = try Products.run(
      Products.path("entente-ingest"), ["shard", built.path, "--count", "2", "--output", folder])
    try #require(run.status == 0, "\(run.errors)")
    let manifest = folder + "/manifest.json"
    let ports = try freePorts(6)
    let replicas = try (0..<4).map { number in
      try RunningProgram(
        "entente-query",
        [
          "--shard", "\(manifest)#\(number / 2)", "--listen", "127.0.0.1:\(ports[number])", "--poll", "0.2",
          "--drain-delay", "0", "--grace", "1",
        ], until: "listening on")
    }
    let whole = try RunningProgram(
      "entente-query", ["--snapshot", built.path, "--listen", "127.0.0.1:\(ports[4])", "--drain-delay", "0"],
      until: "listening on")
    let router = try RunningProgram(
      "entente-router",
      [
        "--manifest", manifest, "--shard", "0=127.0.0.1:\(ports[0]),127.0.0.1:\(ports[1])", "--shard",
        "1=127.0.0.1:\(ports[2]),127.0.0.1:\(ports[3])", "--listen", "127.0.0.1:\(ports[5])", "--poll", "0.2",
        "--drain-delay", "0", "--grace", "1",
      ], until: "listening on")

    let clients = [ports[4], ports[5]].map { RPCClient(addresses: [ServerAddress(host: "127.0.0.1", port: $0)]) }
    let (expected, found) = (QueryClient(clients[0]), QueryClient(clients[1]))
    func compare() async throws {
      for query in ["OTAN", "cyberdéfense Japon", "\"sécurité maritime\"", "kind:programme", "cyberdéfnse"] {
        let request = SearchRequest(query: query, facets: [.organisation, .year])
        #expect(try await found.search(request) == expected.search(request))
      }
      let suggest = SuggestRequest(prefix: "cyb")
      #expect(try await found.suggest(suggest) == expected.suggest(suggest))
      let documents = try await expected.listDocuments(ListDocumentsRequest())
      #expect(try await found.listDocuments(ListDocumentsRequest()) == documents)
      for document in documents.documents {
        let request = GetDocumentRequest(id: document.id)
        #expect(try await found.getDocument(request) == expected.getDocument(request))
        let related = ListRelatedRequest(documentID: document.id)
        #expect(try await found.listRelated(related) == expected.listRelated(related))
      }
      #expect(try await found.getProgramme(GetProgrammeRequest()) == expected.getProgramme(GetProgrammeRequest()))
    }
    try await compare()
    // The other replica of each shard answers alone.
    replicas[0].killNow()
    replicas[3].killNow()
    try await compare()
    let healthy = try await HealthClient(clients[1]).check(HealthCheckRequest())
    #expect(healthy.status == .serving)
    // Without a shard there is no whole answer, but a partial one where that is allowed.
    replicas[2].killNow()
    await #expect(throws: RPCError.self) { try await found.search(SearchRequest(query: "OTAN")) }
    let partial = try await found.search(SearchRequest(query: "OTAN", allowPartial: true))
    #expect(partial.isPartial)
    #expect(!partial.hits.isEmpty)
    for client in clients { await client.close() }
    #expect(router.stop() == 0)
    #expect(replicas[1].stop() == 0)
    #expect(whole.stop() == 0)
  }

  @Test func `a new generation replaces the old one while calls go on`() async throws {
    let folder = FileManager.default.temporaryDirectory.path + "/shards-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func publish(_ generation: Int) throws {
      let snapshot = "\(folder)/corpus.snapshot"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for arguments in [
        [Products.root.path + "/seeds", "--output", snapshot, "--generation", "\(generation)"],
        ["shard", snapshot, "--count", "2", "--output", folder],
      ] {
        let run = try Products.run(Products.path("entente-ingest"), arguments)
        guard run.status == 0 else { throw Products.Failure(description: run.errors) }
      }
    }
    try publish(1)
    let manifest = folder + "/manifest.json"
    let ports = try freePorts(3)
    let replicas = try (0..<2).map { number in
      // They notice a new file at different times.
      try RunningProgram(
        "entente-query",
        [
          "--shard", "\(manifest)#\(number)", "--listen", "127.0.0.1:\(ports[number])", "--poll",
          number == 0 ? "0.1" : "1.5", "--drain-delay", "0", "--grace", "1",
        ], until: "listening on")
    }
    let router = try RunningProgram(
      "entente-router",
      [
        "--manifest", manifest, "--shard", "0=127.0.0.1:\(ports[0])", "--shard", "1=127.0.0.1:\(ports[1])", "--listen",
        "127.0.0.1:\(ports[2])", "--poll", "0.2", "--drain-delay", "0", "--grace", "1",
      ], until: "listening on")
    let client = RPCClient(addresses: [ServerAddress(host: "127.0.0.1", port: ports[2])])
    let query = QueryClient(client)
    let hits = try await query.search(SearchRequest(query: "OTAN")).totalHits
    let calls = Task {
      var generations: [UInt64] = []
      while generations.last != 2, !Task.isCancelled {
        let answer = try await query.search(SearchRequest(query: "OTAN"))
        #expect(answer.totalHits == hits)
        generations.append(answer.snapshot?.generation ?? 0)
      }
      return generations
    }
    try publish(2)
    try await eventually("generation 2", within: .seconds(60)) {
      try await query.search(SearchRequest(query: "OTAN")).snapshot?.generation == 2
    }
    let generations = try await calls.value
    #expect(generations.first == 1)
    await client.close()
    #expect(router.stop() == 0)
    for replica in replicas { #expect(replica.stop() == 0) }
  }
}
