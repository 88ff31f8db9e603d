/// A service that a server offers: its full name and its methods.
///
/// ```swift
/// let echo = ServiceDescriptor(name: "bench.Echo", methods: [
///   .raw("Echo") { payload, _ in payload }
/// ])
/// ```
public struct ServiceDescriptor: Sendable {
  /// With its package, such as `entente.v1.Query`.
  public let name: String
  public let methods: [MethodDescriptor]

  public init(name: String, methods: [MethodDescriptor]) {
    self.name = name
    self.methods = methods
  }
}
