/// A phase of a server's shutdown.
public enum DrainPhase: Hashable, Sendable {
  /// Calls and new connections are still accepted. Health checks should now say NOT_SERVING, so that load balancers switch
  /// to other servers.
  case announced
  /// No new connections are accepted; clients are told to leave, and still get their responses.
  case closing
  /// The server has stopped; `cut` connections had to be closed with calls unanswered.
  case ended(cut: Int)
}
