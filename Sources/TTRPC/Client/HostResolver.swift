internal import NIOCore
internal import NIOPosix

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Looks up the addresses of a host name with the system's resolver.
enum HostResolver {
  /// - Returns: every address, in the system's order; the one of a literal is itself.
  static func addresses(of server: ServerAddress) async -> Result<[SocketAddress], RPCError> {
    if let literal = try? SocketAddress(ipAddress: server.host, port: server.port) { return .success([literal]) }
    do {
      return try await NIOThreadPool.singleton.runIfActive { lookUp(server) }
    } catch {
      return .failure(RPCError(.unavailable, "cannot look up \(server.host): \(error)"))
    }
  }

  static func firstAddress(of server: ServerAddress) async throws(RPCError) -> SocketAddress {
    guard let first = try await addresses(of: server).get().first else {
      throw RPCError(.unavailable, "\(server.host) has no address")
    }
    return first
  }

  private static func lookUp(_ server: ServerAddress) -> Result<[SocketAddress], RPCError> {
    var hints = unsafe addrinfo()
    unsafe hints.ai_socktype = streamType
    var list: UnsafeMutablePointer<addrinfo>? = nil
    let status = unsafe getaddrinfo(server.host, "\(server.port)", &hints, &list)
    // Sound: the list is the system's until it is freed here, and each node's address has the length that it says.
    defer { if unsafe list != nil { unsafe freeaddrinfo(list) } }
    guard status == 0 else {
      let reason = unsafe String(cString: gai_strerror(status))
      return .failure(RPCError(.unavailable, "cannot look up \(server.host): \(reason)"))
    }
    var found: [SocketAddress] = []
    var next = unsafe list
    while let node = unsafe next {
      if let address = unsafe address(of: node.pointee), !found.contains(address) { found.append(address) }
      unsafe next = node.pointee.ai_next
    }
    return found.isEmpty
      ? .failure(RPCError(.unavailable, "\(server.host) has no address")) : .success(found)
  }

  private static func address(of node: addrinfo) -> SocketAddress? {
    guard let raw = unsafe node.ai_addr else { return nil }
    switch unsafe node.ai_family {
    case AF_INET:
      return unsafe raw.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { SocketAddress(unsafe $0.pointee) }
    case AF_INET6:
      return unsafe raw.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { SocketAddress(unsafe $0.pointee) }
    default: return nil
    }
  }

  #if canImport(Glibc)
    private static let streamType = Int32(SOCK_STREAM.rawValue)
  #else
    private static let streamType = SOCK_STREAM
  #endif
}

extension ServerAddress {
  /// Looks up every current address of the host name: a Docker service or a headless Kubernetes service has one for each
  /// replica.
  ///
  /// ```swift
  /// let replicas = try await ServerAddress(host: "query", port: 7420).resolved()   // 10.0.0.3:7420, 10.0.0.4:7420
  /// ```
  ///
  /// - Throws: `unavailable` if the name is unknown.
  public func resolved() async throws(RPCError) -> [ServerAddress] {
    try await HostResolver.addresses(of: self).get().map { ServerAddress($0) }
  }
}
