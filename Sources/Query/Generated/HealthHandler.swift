// Generated from entente/v1/health.proto by protoc-gen-codable: change that, then generate again.
// swift-format-ignore-file
public import EntenteSchema
public import TTRPC

/// Reports whether a replica accepts calls, for load balancers and operators.
public protocol HealthHandler: Sendable {
  func check(_ request: HealthCheckRequest, context: CallContext) throws(RPCError) -> HealthCheckResponse
}

extension HealthHandler {
  /// Registers the methods with a server.
  public var healthService: ServiceDescriptor {
    ServiceDescriptor(name: "entente.v1.Health", methods: [
      .unary("Check") { (request: HealthCheckRequest, context) throws(RPCError) in try self.check(request, context: context) },
    ])
  }
}
