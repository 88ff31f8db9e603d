import EntenteCorpus
import EntenteQuery
import TTRPC
import TestCorpora
import Testing

@testable import EntenteExplorer

@Suite(.timeLimit(.minutes(1))) struct ReplicaSetTests {
  @Test func `each replica behind a name is asked, and one that is gone is unreachable`() async throws {
    let corpus = try await CorpusFixture.seeds()
    var servers: [(RPCServer, ServerAddress)] = []
    for _ in 0..<2 {
      let server = RPCServer(services: [HealthService { corpus }.healthService])
      servers.append(
        (server, ServerAddress(host: "127.0.0.1", port: try await server.listen(host: "127.0.0.1", port: 0))))
    }
    let replicas = ReplicaSet(servers.map(\.1)) { RPCClient(addresses: [$0]) }
    #expect(await replicas.states().map(\.status) == ["serving", "serving"])
    #expect(await replicas.states().map(\.name) == servers.map(\.1.description))
    await servers[1].0.drain(within: .zero)
    #expect(await replicas.states().map(\.status) == ["serving", "unreachable"])
    await servers[0].0.drain(within: .zero)
  }

  @Test func `a name stands for every address that it has`() async throws {
    let here = try await ServerAddress(host: "localhost", port: 7420).resolved()
    #expect(here.contains(ServerAddress(host: "127.0.0.1", port: 7420)))
    await #expect(throws: RPCError.self) { try await ServerAddress(host: "no.such.host.invalid", port: 1).resolved() }
  }
}
