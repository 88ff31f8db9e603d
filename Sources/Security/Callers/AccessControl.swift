public import Logging
internal import Synchronization
public import TTRPC

/// Asks every call who makes it, and whether they may.
///
/// ```swift
/// let access = try AccessControl(callers: "callers", open: [MethodPattern(service: "entente.v1.Health")], logger: logger)
/// let server = RPCServer(services: services, interceptors: [access])
/// ```
///
/// A caller shows a token in the metadata `authorization: Bearer TOKEN`, or a certificate in the TLS handshake. One that
/// is not known gets UNAUTHENTICATED, one that may not call the method PERMISSION_DENIED, and neither learns more. The
/// token does not reach handlers, logs or calls that are made on behalf of this one.
public struct AccessControl: CallInterceptor {
  private static let key = "authorization"
  private static let scheme = "bearer "

  private let callers: ReloadedFiles<CallerList>?
  private let open: [MethodPattern]

  /// - Parameters:
  ///   - callers: the file of those who may call, read again when it changes; nil where everybody may.
  ///   - open: methods that need no caller, such as a load balancer's health check.
  /// - Throws: where the file cannot be used.
  public init(callers: String?, open: [MethodPattern] = [], logger: Logger) throws(SecurityError) {
    self.open = open
    guard let callers else {
      self.callers = nil
      return
    }
    self.callers = try ReloadedFiles([callers], logger: logger) { () throws(SecurityError) in
      try CallerList(path: callers)
    }
  }

  public func intercept(_ call: inout CallContext) throws(RPCError) {
    let token = Self.takeToken(from: &call.metadata)
    call.caller = call.peer.identity
    guard let list = callers?.current else { return }
    let lines = token.map { list.holders(of: $0) } ?? call.peer.identity.map { list.certified($0) } ?? []
    call.caller = lines.first?.name
    let (service, method) = (call.service, call.method)
    guard !open.contains(where: { $0.contains(service: service, method: method) }) else { return }
    guard !lines.isEmpty else { throw RPCError(.unauthenticated, "unauthenticated") }
    guard lines.contains(where: { $0.mayCall(service: service, method: method) }) else {
      throw RPCError(.permissionDenied, "permission denied")
    }
  }

  /// The bearer token; nothing of it is left in the metadata.
  private static func takeToken(from metadata: inout CallMetadata) -> Substring? {
    guard let value = metadata[key] else { return nil }
    metadata.entries.removeAll { $0.key == key }
    guard value.prefix(scheme.count).lowercased() == scheme else { return "" }
    return value.dropFirst(scheme.count)
  }
}
