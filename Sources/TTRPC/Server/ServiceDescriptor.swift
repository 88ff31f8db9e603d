/// A service that a server offers: its full name and its methods.
///
/// ```swift
/// let echo = ServiceDescriptor(name: "bench.Echo", methods: [
///   .raw("Echo") { payload, _ in payload }
/// ])
/// ```
public struct ServiceDescriptor: Sendable {
  /// The service's name with its package, such as `entente.v1.Query`.
  public let name: String
  public private(set) var methods: [MethodDescriptor]

  public init(name: String, methods: [MethodDescriptor]) {
    self.name = name
    self.methods = methods
  }

  /// Returns the same service with some of its unary methods run elsewhere.
  ///
  /// ```swift
  /// RPCServer(services: [health.healthService.running(.atOnce), query.queryService.running(.pooled, methods: ["Search"])])
  /// ```
  ///
  /// - Parameter names: the names of the methods; nil for all of them.
  public func running(_ execution: MethodDescriptor.Execution, methods names: Set<String>? = nil) -> ServiceDescriptor {
    var copy = self
    for index in copy.methods.indices where names?.contains(copy.methods[index].name) ?? true {
      copy.methods[index].execution = execution
    }
    return copy
  }

  /// Returns the same service with its asynchronous handlers run on the event loops of their connections, as far as they do not
  /// wait, in place of the threads that Swift has for tasks.
  ///
  /// For handlers that mostly wait for other servers, called by a ``LoopLocalClient``. They must not block.
  public func onEventLoops() -> ServiceDescriptor {
    var copy = self
    for index in copy.methods.indices { copy.methods[index].staysOnEventLoop = true }
    return copy
  }
}
