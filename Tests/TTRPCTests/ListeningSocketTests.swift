import Glibc
import NIOCore
import Testing

@testable import TTRPC

/// Descriptors of listening sockets: the system closes those of a killed process from the highest to the lowest.
@Suite struct ListeningSocketTests {
  private let free: SocketAddress

  init() throws { free = try SocketAddress(ipAddress: "127.0.0.1", port: 0) }

  private func descriptor(connections: Int) throws -> CInt {
    let socket = try ListeningSocket(boundTo: free, connections: connections, sharesPort: false)
    close(socket.descriptor)
    return socket.descriptor
  }

  @Test func `a listening socket stands above the connections it will accept`() throws {
    let descriptor = try descriptor(connections: 200)
    #expect(descriptor > 200)
    #expect(descriptor < 200 + 300)
  }

  @Test(arguments: [1_000_000_000, Int.max]) func `it stays below the limit of the process`(connections: Int) throws {
    #expect(try descriptor(connections: connections) < sysconf(CInt(_SC_OPEN_MAX)))
  }

  @Test func `an address that is in use is refused`() async throws {
    let server = RPCServer(services: [])
    let port = try await server.listen(host: "127.0.0.1", port: 0)
    let error = await #expect(throws: IOError.self) { try await server.listen(host: "127.0.0.1", port: port) }
    #expect(error?.errnoCode == EADDRINUSE)
    await server.drain(within: .seconds(1))
  }
}
