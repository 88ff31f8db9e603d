/// Whether a process should get calls, and if not, why.
public struct Readiness: Encodable, Sendable {
  public var isReady: Bool
  /// The id of the snapshot being served; empty if there is none.
  public var snapshot: String
  public var generation: UInt64
  /// A problem that does not stop calls from being accepted; empty if there is none.
  public var problem: String

  public init(isReady: Bool, snapshot: String = "", generation: UInt64 = 0, problem: String = "") {
    self.isReady = isReady
    self.snapshot = snapshot
    self.generation = generation
    self.problem = problem
  }
}
