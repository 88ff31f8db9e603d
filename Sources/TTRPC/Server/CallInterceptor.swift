/// Sees every call before its handler, and can refuse it or identify the caller.
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
  /// - Throws: the error that the caller gets instead of a response.
  func intercept(_ call: inout CallContext) throws(RPCError)
}

extension [any CallInterceptor] {
  func intercept(_ call: inout CallContext) throws(RPCError) {
    for interceptor in self { try interceptor.intercept(&call) }
  }
}
