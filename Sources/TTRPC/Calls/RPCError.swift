/// Why a call failed: thrown by the handler, sent over the wire, and caught by the caller.
///
/// ```swift
/// throw RPCError(.notFound, "no document has the id doc-9; list the documents to see their ids")
/// ```
public struct RPCError: Error, Hashable, Sendable {
  public var code: RPCStatusCode
  /// What happened and what to do, in readable form.
  public var message: String
  /// The same for programs, where the service says more than its code.
  public var info: RPCErrorInfo?

  public init(_ code: RPCStatusCode, _ message: String, info: RPCErrorInfo? = nil) {
    self.code = code
    self.message = message
    self.info = info
  }

  public init(code: RPCStatusCode, message: String) {
    self.init(code, message)
  }
}

extension RPCError: CustomStringConvertible {
  public var description: String { "\(code.name): \(message)" }
}

extension RPCError {
  /// The error of a call whose deadline has passed.
  static let deadlineExceeded = RPCError(.deadlineExceeded, "the deadline of the call has passed")
  /// The error of a call that its caller cancelled.
  static let cancelled = RPCError(.cancelled, "the call was cancelled")
}
