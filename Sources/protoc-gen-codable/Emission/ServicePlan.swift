/// A service as its handler protocol and its client have it.
struct ServicePlan {
  struct Method {
    /// As in the schema, and on the wire.
    let wireName: String
    let name: String
    let request: String
    let response: String
    let isStreaming: Bool
    /// Whether a unary handler is async: the parameter `async` names the method or its service.
    let isAsynchronous: Bool
    let comment: [String]
  }

  /// The protocol that a server implements.
  let handlerName: String
  /// The struct that a caller uses.
  let clientName: String
  /// The property that registers the methods, such as `queryService`.
  let registration: String
  /// With its package, as on the wire.
  let fullName: String
  let comment: [String]
  let methods: [Method]
  /// The place where the code of services stands.
  let scope: Scope

  static func handlerName(_ service: ServiceDescriptor) -> String { typeName(service.name) + "Handler" }
  static func clientName(_ service: ServiceDescriptor) -> String { typeName(service.name) + "Client" }

  init(
    _ service: ServiceDescriptor, _ file: FileDescriptor, _ origin: Origin, _ types: TypeRegistry,
    asynchronous: Set<String> = []
  ) throws(Refusal) {
    handlerName = Self.handlerName(service)
    clientName = Self.clientName(service)
    registration = typeName(service.name).prefix(1).lowercased() + typeName(service.name).dropFirst() + "Service"
    fullName = file.qualified(service.name)
    comment = origin.comment
    scope = types.top
    var methods: [Method] = []
    for (index, method) in service.method.enumerated() {
      let origin = origin.descend(2, index)
      if method.clientStreaming { throw origin.refusal("client streaming is not supported") }
      let request = try Self.message(method.inputType, origin, types)
      let response = try Self.message(method.outputType, origin, types)
      methods.append(
        Method(
          wireName: method.name, name: memberName(method.name), request: request, response: response,
          isStreaming: method.serverStreaming,
          isAsynchronous: !method.serverStreaming
            && (asynchronous.contains(service.name) || asynchronous.contains("\(service.name).\(method.name)")),
          comment: origin.comment))
    }
    self.methods = methods
  }

  private static func message(
    _ fullName: String, _ origin: Origin, _ types: TypeRegistry
  ) throws(Refusal) -> String {
    guard case .message(_, let type)? = types[fullName] else {
      throw origin.refusal(TypeRegistry.refusal(of: fullName))
    }
    guard let spelling = types.top.spelling(of: type) else {
      throw origin.refusal("several files declare \(fullName.dropFirst()) in Swift; set the option swift_prefix in one")
    }
    return spelling
  }

  /// What a streaming handler writes its responses to.
  func writer(_ method: Method) -> String { "\(scope.rpc("ResponseWriter"))<\(method.response)>" }

  /// Every method throws what the transport throws.
  var throwing: String { "throws(\(scope.rpc("RPCError")))" }
}
