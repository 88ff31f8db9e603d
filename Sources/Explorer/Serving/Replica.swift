internal import EntenteClient
internal import EntenteSchema
public import TTRPC

/// A query replica, asked by itself how it is.
public struct Replica: Sendable {
  /// What people call it: `10.0.0.3:7420`.
  public let name: String
  let health: HealthClient

  public init(name: String, channel: any RPCChannel) {
    self.name = name
    health = HealthClient(channel)
  }

  /// What it says of itself just now.
  struct State: Sendable, Encodable {
    var name: String
    /// `serving`, `draining` or `unreachable`.
    var status: String
    var generation: UInt64
    var snapshot: String
    var milliseconds: Double
  }

  func state() async -> State {
    let start = ContinuousClock.now
    do throws(RPCError) {
      let answer = try await health.check(HealthCheckRequest(), options: CallOptions(timeout: .seconds(2)))
      let elapsed = (ContinuousClock.now - start) / .milliseconds(1)
      return State(
        name: name, status: answer.status == .serving ? "serving" : "draining", generation: answer.generation,
        snapshot: String(answer.snapshotId.prefix(12)), milliseconds: (elapsed * 10).rounded() / 10)
    } catch {
      return State(name: name, status: "unreachable", generation: 0, snapshot: "", milliseconds: 0)
    }
  }
}

extension [Replica] {
  /// All at once, in the order given.
  func states() async -> [Replica.State] {
    await withTaskGroup(of: (Int, Replica.State).self) { group in
      for (index, replica) in enumerated() { group.addTask { (index, await replica.state()) } }
      var states: [(Int, Replica.State)] = []
      for await state in group { states.append(state) }
      return states.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}
