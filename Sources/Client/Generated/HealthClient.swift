// Generated from entente/v1/health.proto by protoc-gen-codable: change that, then generate again.
// swift-format-ignore-file
public import EntenteSchema
public import TTRPC

/// Reports whether a replica accepts calls, for load balancers and operators.
public struct HealthClient: Sendable {
  public let channel: any RPCChannel

  public init(_ channel: any RPCChannel) { self.channel = channel }

  public func check(_ request: HealthCheckRequest, options: CallOptions = .default) async throws(RPCError) -> HealthCheckResponse {
    try await channel.unary(service: "entente.v1.Health", method: "Check", request, options: options)
  }
}

extension HealthClient {
  /// The service as the server of this client answers it, to be offered again by a gateway or a router.
  public var healthService: ServiceDescriptor {
    ServiceDescriptor(name: "entente.v1.Health", methods: [
      .asynchronous("Check") { (request: HealthCheckRequest, context) async throws(RPCError) in try await self.check(request, options: context.forwarding) },
    ])
  }
}
