import EntenteClient
import EntenteFeed
import EntenteSchema
import ProtobufCoding
import TTRPC

/// How each of some servers is, by its own word.
struct ReplicaStates: Encodable {
  struct Replica: Encodable, Sendable {
    let server: String
    /// Nil where it does not answer.
    var health: HealthCheckResponse?
    /// Why it does not answer.
    var failure = ""
  }

  private(set) var replicas: [Replica] = []

  /// Asks all of them at once; of a name with several addresses, each.
  init(_ servers: [ServerAddress], of source: SourceOptions) async throws {
    var addresses: [ServerAddress] = []
    for server in servers {
      let found = (try? await server.resolved()) ?? []
      // One that stands for itself keeps its name.
      addresses += found.count > 1 ? found : [server]
    }
    let asked = try addresses.map { ($0, try source.client(of: [$0], attempts: 1)) }
    replicas = await withTaskGroup(of: (Int, Replica).self) { group in
      for (index, (address, client)) in asked.enumerated() {
        group.addTask { (index, await Self.ask(address, client)) }
      }
      return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  var areServing: Bool { replicas.contains { $0.health?.status == .serving } }

  private static func ask(_ address: ServerAddress, _ client: RPCClient) async -> Replica {
    var replica = Replica(server: address.description)
    do throws(RPCError) {
      replica.health = try await HealthClient(client).check(HealthCheckRequest())
    } catch {
      replica.failure = error.message
    }
    await client.close()
    return replica
  }

  func lines(style: Style) -> [String] {
    var table = Table([
      .init(name: "replica"), .init(name: "health"), .init(name: "generation", alignment: .right),
      .init(name: "age", alignment: .right), .init(name: "up", alignment: .right),
      .init(name: "calls", alignment: .right), .init(name: "note", flexible: true),
    ])
    table.rows = replicas.map { replica in
      guard let health = replica.health else { return [replica.server, "no answer", "", "", "", "", replica.failure] }
      return [
        replica.server, health.status == .serving ? "serving" : "not serving", "\(health.generation)",
        Self.span(health.published), Self.span(health.started), "\(health.calls)", health.sourceProblem,
      ]
    }
    return table.lines(style: style)
  }

  /// The time since then, in its two largest units: `3 d 4 h`.
  private static func span(_ moment: ProtobufTimestamp?) -> String {
    guard let moment else { return "" }
    let seconds = Int(max(0, min(moment.age(), 1e12)))
    switch seconds {
    case ..<60: return "\(seconds) s"
    case ..<3600: return "\(seconds / 60) min \(seconds % 60) s"
    case ..<86_400: return "\(seconds / 3600) h \(seconds % 3600 / 60) min"
    default: return "\(seconds / 86_400) d \(seconds % 86_400 / 3600) h"
    }
  }
}
