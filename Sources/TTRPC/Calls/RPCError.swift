/// Why a call failed: thrown by the handler, sent over the wire, and caught by the caller.
///
/// ```swift
/// throw RPCError(.notFound, "no document has the id doc-9; list the documents to see their ids")
/// ```
public struct RPCError: Error, Hashable, Sendable {
  public var code: RPCStatusCode
  /// What happened and what to do, in readable form.
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
  /// The error of a call whose deadline has passed.
  static let deadlineExceeded = RPCError(.deadlineExceeded, "the deadline of the call has passed")
  /// The error of a call that its caller cancelled.
  static let cancelled = RPCError(.cancelled, "the call was cancelled")
}
