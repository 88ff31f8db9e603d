/// How far a server is on its way to its end.
public enum DrainPhase: Hashable, Sendable {
  /// Calls are still taken, and new connections too: the moment for health checks to say NOT_SERVING, so that a load
  /// balancer looks elsewhere.
  case announced
  /// No new connections are taken; clients are told to leave, and get their answers.
  case closing
  /// It is over: so many connections had to be cut.
  case ended(cut: Int)
}
