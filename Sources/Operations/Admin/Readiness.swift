/// Whether a process is to get calls, and why not.
public struct Readiness: Encodable, Sendable {
  public var isReady: Bool
  /// Of the snapshot that is served; empty where there is none.
  public var snapshot: String
  public var generation: UInt64
  /// What is wrong though calls are taken; empty when all is well.
  public var problem: String

  public init(isReady: Bool, snapshot: String = "", generation: UInt64 = 0, problem: String = "") {
    self.isReady = isReady
    self.snapshot = snapshot
    self.generation = generation
    self.problem = problem
  }
}
