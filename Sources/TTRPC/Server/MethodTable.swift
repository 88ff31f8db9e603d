/// A method that a server offers, with its counters.
final class Method: Sendable {
  let service: String
  let descriptor: MethodDescriptor
  let counters: MethodCounters
  fileprivate let serviceBytes: [UInt8]
  fileprivate let methodBytes: [UInt8]

  init(_ descriptor: MethodDescriptor, of service: String) {
    self.service = service
    self.descriptor = descriptor
    counters = MethodCounters(service: service, method: descriptor.name)
    serviceBytes = Array(service.utf8)
    methodBytes = Array(descriptor.name.utf8)
  }
}

/// Finds the method that a request names by the bytes of the names, without making a String.
struct MethodTable: Sendable {
  let methods: [Method]
  private let services: Set<String>
  private let index: [UInt64: [Int]]

  init(_ services: [ServiceDescriptor]) {
    var methods: [Method] = []
    var index: [UInt64: [Int]] = [:]
    for service in services {
      for descriptor in service.methods {
        let method = Method(descriptor, of: service.name)
        let (serviceBytes, methodBytes) = (method.serviceBytes, method.methodBytes)
        index[Self.hash(serviceBytes.span, methodBytes.span), default: []].append(methods.count)
        methods.append(method)
      }
    }
    self.methods = methods
    self.index = index
    self.services = Set(services.map(\.name))
  }

  /// - Throws: UNIMPLEMENTED in the words of the stock server.
  func find(service: Span<UInt8>, method: Span<UInt8>) throws(RPCError) -> Method {
    for candidate in index[Self.hash(service, method)] ?? [] {
      let found = methods[candidate]
      let (serviceBytes, methodBytes) = (found.serviceBytes, found.methodBytes)
      if Self.equal(methodBytes.span, method), Self.equal(serviceBytes.span, service) { return found }
    }
    let serviceName = Self.text(service)
    throw services.contains(serviceName)
      ? RPCError(.unimplemented, "method \(Self.text(method))")
      : RPCError(.unimplemented, "service \(serviceName)")
  }

  private static func text(_ bytes: Span<UInt8>) -> String {
    // A name of any length could come; what goes back need not be longer than a line.
    var head: [UInt8] = []
    for index in 0..<min(bytes.count, 200) { head.append(bytes[index]) }
    return String(decoding: head, as: UTF8.self)
  }

  // FNV-1a, 64 bits (RFC 9923). The table is fixed and small: a caller that makes names collide gains nothing.
  private static func hash(_ service: Span<UInt8>, _ method: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in service.indices { hash = (hash ^ UInt64(service[index])) &* 0x100_0000_01B3 }
    hash = (hash ^ 0x2F) &* 0x100_0000_01B3
    for index in method.indices { hash = (hash ^ UInt64(method[index])) &* 0x100_0000_01B3 }
    return hash
  }

  private static func equal(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    for index in left.indices where left[index] != right[index] { return false }
    return true
  }
}
