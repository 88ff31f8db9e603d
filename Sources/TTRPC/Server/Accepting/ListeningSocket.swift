internal import NIOCore

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// A bound socket with a descriptor above those of the connections that it will accept.
///
/// When a process is killed, Linux closes its descriptors from the highest to the lowest. If the listening socket came last, a
/// client whose connection had just been cut could reconnect to the dying process, and be cut a second time. As it comes
/// first, the new connection is refused, and a load balancer tries the next replica at once.
struct ListeningSocket {
  private static let backlog: CInt = 1024
  /// Room for the process's other descriptors: files, event loops, other listening sockets.
  private static let descriptorsBesideConnections = 256

  let descriptor: CInt

  /// - Parameters:
  ///   - connections: how many connections the server accepts at most.
  ///   - sharesPort: whether other processes of the same user may bind to the address.
  init(boundTo address: SocketAddress, connections: Int, sharesPort: Bool) throws(IOError) {
    let family = CInt(address.protocol.rawValue)
    let opened = try Self.check("socket") { socket(family, Self.streamType, 0) }
    do {
      try Self.enable(SO_REUSEADDR, opened)
      if sharesPort { try Self.enable(SO_REUSEPORT, opened) }
      // Sound: the kernel copies the address during the call.
      _ = try Self.check("bind") { unsafe address.withSockAddr { unsafe bind(opened, $0, socklen_t($1)) } }
    } catch {
      close(opened)
      throw error
    }
    descriptor = Self.raise(opened, above: connections)
  }

  /// Sets how many connections the system may hold until they are accepted; NIO listens with its default.
  func listen() throws(IOError) {
    _ = try Self.check("listen") { Self.listen(descriptor) }
  }

  /// Moves a descriptor above the others, or, where the limit of the process does not allow it, leaves it where it is.
  private static func raise(_ descriptor: CInt, above connections: Int) -> CInt {
    let (wanted, overflows) = connections.addingReportingOverflow(descriptorsBesideConnections)
    let lowest = min(overflows ? .max : wanted, sysconf(CInt(_SC_OPEN_MAX)) - descriptorsBesideConnections)
    guard let lowest = CInt(exactly: lowest), lowest > descriptor else { return descriptor }
    let raised = fcntl(descriptor, F_DUPFD_CLOEXEC, lowest)
    guard raised >= 0 else { return descriptor }
    close(descriptor)
    return raised
  }

  private static func enable(_ option: CInt, _ descriptor: CInt) throws(IOError) {
    var on: CInt = 1
    // Sound: the kernel reads the value during the call.
    _ = try check("setsockopt") {
      unsafe setsockopt(descriptor, SOL_SOCKET, option, &on, socklen_t(MemoryLayout<CInt>.size))
    }
  }

  private static func check(_ call: String, _ body: () -> CInt) throws(IOError) -> CInt {
    let result = body()
    guard result >= 0 else { throw IOError(errnoCode: errno, reason: call) }
    return result
  }

  #if canImport(Glibc)
    private static let streamType = CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue)
    private static func listen(_ descriptor: CInt) -> CInt { Glibc.listen(descriptor, backlog) }
  #else
    private static let streamType = SOCK_STREAM
    private static func listen(_ descriptor: CInt) -> CInt { Darwin.listen(descriptor, backlog) }
  #endif
}
