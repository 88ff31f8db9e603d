internal import EntenteClient
internal import EntenteSchema
internal import TTRPC

/// A query replica, whose health is checked individually.
struct Replica: Sendable {
  /// What people call it: `10.0.0.3:7420`.
  let name: String
  let health: HealthClient

  init(name: String, channel: any RPCChannel) {
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
        snapshot: String(answer.snapshotID.prefix(12)), milliseconds: (elapsed * 10).rounded() / 10)
    } catch {
      return State(name: name, status: "unreachable", generation: 0, snapshot: "", milliseconds: 0)
    }
  }
}
