import Logging
import ServiceLifecycle
import TTRPC

/// Takes the calls of those who follow until it is asked to stop.
struct FeedServer: Service {
  let server: RPCServer
  let grace: Duration

  func run() async throws {
    try? await gracefulShutdown()
    await server.drain(within: grace)
  }
}
