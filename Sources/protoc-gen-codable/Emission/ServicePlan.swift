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

  let name: String
  /// With its package, as on the wire.
  let fullName: String
  let comment: [String]
  let methods: [Method]

  /// The name of the property that registers the methods, such as `queryService`.
  var registration: String { name.prefix(1).lowercased() + name.dropFirst() + "Service" }

  init(
    _ service: ServiceDescriptor, _ file: FileDescriptor, _ origin: Origin, _ types: TypeRegistry,
    asynchronous: Set<String> = []
  ) throws(Refusal) {
    name = service.name
    fullName = file.qualified(service.name)
    comment = origin.comment
    var methods: [Method] = []
    for (index, method) in service.method.enumerated() {
      let origin = origin.descend(2, index)
      if method.clientStreaming { throw origin.refusal("client streaming is not supported") }
      guard case .message(_, let request)? = types[method.inputType],
        case .message(_, let response)? = types[method.outputType]
      else { throw origin.refusal("the messages of this method are not supported") }
      methods.append(
        Method(
          wireName: method.name, name: escaped(lowerCamel(method.name)), request: request, response: response,
          isStreaming: method.serverStreaming,
          isAsynchronous: !method.serverStreaming
            && (asynchronous.contains(service.name) || asynchronous.contains("\(service.name).\(method.name)")),
          comment: origin.comment))
    }
    self.methods = methods
  }
}
