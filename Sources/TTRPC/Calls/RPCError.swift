/// Why a call failed: what a handler throws, what goes over the wire, and what the caller catches.
///
/// ```swift
/// throw RPCError(.notFound, "no document has the id doc-9; list the documents to see their ids")
/// ```
public struct RPCError: Error, Hashable, Sendable {
  public var code: RPCStatusCode
  /// What happened and what to do, for a person.
  public var message: String

  public init(_ code: RPCStatusCode, _ message: String) {
    self.code = code
    self.message = message
  }

  public init(code: RPCStatusCode, message: String) {
    self.init(code, message)
  }
}

extension RPCError: CustomStringConvertible {
  public var description: String { "\(code.name): \(message)" }
}

extension RPCError {
  /// What a call gets whose time ran out.
  static let deadlineExceeded = RPCError(.deadlineExceeded, "the deadline of the call has passed")
  /// What a call gets that its caller gave up.
  static let cancelled = RPCError(.cancelled, "the call was cancelled")
}
