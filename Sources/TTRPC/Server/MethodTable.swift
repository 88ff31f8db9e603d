/// Finds the method that a request names by the bytes of the names, without making a String.
struct MethodTable: Sendable {
  struct Entry: Sendable {
    let service: String
    let method: MethodDescriptor
    let counters: MethodCounters
    fileprivate let serviceBytes: [UInt8]
    fileprivate let methodBytes: [UInt8]
  }

  let entries: [Entry]
  private let services: Set<String>
  private let index: [UInt64: [Int]]

  init(_ services: [ServiceDescriptor]) {
    var entries: [Entry] = []
    var index: [UInt64: [Int]] = [:]
    for service in services {
      for method in service.methods {
        let entry = Entry(
          service: service.name, method: method,
          counters: MethodCounters(service: service.name, method: method.name),
          serviceBytes: Array(service.name.utf8), methodBytes: Array(method.name.utf8))
        index[Self.hash(entry.serviceBytes.span, entry.methodBytes.span), default: []].append(entries.count)
        entries.append(entry)
      }
    }
    self.entries = entries
    self.index = index
    self.services = Set(services.map(\.name))
  }

  func find(service: Span<UInt8>, method: Span<UInt8>) -> Entry? {
    guard let candidates = index[Self.hash(service, method)] else { return nil }
    for candidate in candidates {
      let entry = entries[candidate]
      if Self.equal(entry.methodBytes.span, method), Self.equal(entry.serviceBytes.span, service) { return entry }
    }
    return nil
  }

  /// What a caller gets that asks for what is not here, in the words of the stock server.
  func refusal(service: Span<UInt8>, method: Span<UInt8>) -> RPCError {
    let service = Self.text(service)
    return services.contains(service)
      ? RPCError(.unimplemented, "method \(Self.text(method))")
      : RPCError(.unimplemented, "service \(service)")
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
