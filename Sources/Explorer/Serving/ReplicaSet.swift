internal import EntenteClient
internal import Synchronization
public import TTRPC

/// The replicas that the page of the cluster shows.
///
/// Names are looked up at each look, because replicas come and go: one that has several addresses stands for as many
/// replicas.
public final class ReplicaSet: Sendable {
  private let servers: [ServerAddress]
  private let connect: @Sendable (ServerAddress) -> RPCClient
  private let local: [Replica]
  private let clients = Mutex<[ServerAddress: RPCClient]>([:])

  /// The replicas behind some names.
  ///
  /// - Parameter connect: makes the client of one replica.
  public init(_ servers: [ServerAddress], connect: @escaping @Sendable (ServerAddress) -> RPCClient) {
    self.servers = servers
    self.connect = connect
    local = []
  }

  /// One in this process.
  ///
  /// - Parameter name: what people call it, such as the path of a snapshot.
  public init(name: String, channel: any RPCChannel) {
    servers = []
    connect = { RPCClient(addresses: [$0]) }
    local = [Replica(name: name, channel: channel)]
  }

  /// What each says of itself just now, in the order of the names.
  func states() async -> [Replica.State] {
    var addresses: [ServerAddress] = []
    for server in servers {
      let found = (try? await server.resolved()) ?? []
      addresses += found.count > 1 ? found.sorted { $0.description < $1.description } : [server]
    }
    let replicas = await keepClients(of: addresses) + local
    return await withTaskGroup(of: (Int, Replica.State).self) { group in
      for (index, replica) in replicas.enumerated() { group.addTask { (index, await replica.state()) } }
      return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  /// Lets go of the clients of replicas that are gone, and makes those of new ones.
  private func keepClients(of addresses: [ServerAddress]) async -> [Replica] {
    let (replicas, left) = clients.withLock { clients in
      let left = clients.filter { !addresses.contains($0.key) }
      for address in left.keys { clients[address] = nil }
      let replicas = addresses.map { address in
        let client = clients[address] ?? connect(address)
        clients[address] = client
        return Replica(name: address.description, channel: client)
      }
      return (replicas, left)
    }
    for client in left.values { await client.close() }
    return replicas
  }
}
