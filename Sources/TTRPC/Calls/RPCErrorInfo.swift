/// Why a call failed, for programs: `google.rpc.ErrorInfo`, which clients of any language find in the details of the status.
///
/// ```swift
/// RPCErrorInfo(reason: "UNKNOWN_NAME", domain: "entente", metadata: ["name": "Stoltenbreg"])
/// ```
public struct RPCErrorInfo: Hashable, Sendable {
  /// In capitals with underscores; a name that stays, unlike a message.
  public var reason: String
  /// Whose reason it is.
  public var domain: String
  public var metadata: [String: String]

  public init(reason: String, domain: String, metadata: [String: String] = [:]) {
    self.reason = reason
    self.domain = domain
    self.metadata = metadata
  }
}
