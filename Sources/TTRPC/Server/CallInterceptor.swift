/// Sees every call before its handler: to refuse it, or to say who makes it.
///
/// ```swift
/// struct Maintenance: CallInterceptor {
///   func intercept(_ call: inout CallContext) throws(RPCError) {
///     guard call.service == "entente.v1.Health" else { throw RPCError(.unavailable, "back at noon") }
///   }
/// }
/// ```
public protocol CallInterceptor: Sendable {
  /// Runs on the connection's event loop, so it must not block.
  ///
  /// - Throws: what the caller gets in place of an answer.
  func intercept(_ call: inout CallContext) throws(RPCError)
}

extension [any CallInterceptor] {
  func intercept(_ call: inout CallContext) throws(RPCError) {
    for interceptor in self { try interceptor.intercept(&call) }
  }
}
