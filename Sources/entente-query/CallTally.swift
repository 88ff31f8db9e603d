import Synchronization
import TTRPC

/// How many calls a server answered; made before the server, which counts them.
final class CallTally: Sendable {
  private let server = Mutex<RPCServer?>(nil)

  func watch(_ server: RPCServer) { self.server.withLock { $0 = server } }

  var calls: UInt64 {
    server.withLock { $0 }?.counters.calls.reduce(0) { $0 + $1.count } ?? 0
  }
}
