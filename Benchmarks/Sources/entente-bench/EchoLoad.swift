import ArgumentParser
import NIOCore
import TTRPC

/// Calls `bench.Echo/Echo` on one connection, as the peers' clients do.
struct EchoLoad: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "echo-load", abstract: "Time echoes of 200 bytes on one connection.",
    discussion: "A tenth of the calls is made before the time counts.")

  @Option(help: "The server, as HOST:PORT.") var server: String
  @Option(help: "How many calls.") var calls = 20_000
  @Option(help: "How many of them are in flight at any time.") var inFlight = 1

  private struct Result: Encodable {
    let callsPerSecond: Double

    private enum CodingKeys: String, CodingKey {
      case callsPerSecond = "calls_per_s"
    }
  }

  func run() async throws {
    guard let address = ServerAddress(server) else {
      throw ValidationError("\(server) is not HOST:PORT, such as 127.0.0.1:7070")
    }
    guard inFlight > 0, calls >= inFlight else {
      throw ValidationError("--in-flight takes 1 or more, and --calls no less")
    }
    let client = RPCClient(addresses: [address])
    _ = try await time(max(inFlight, calls / 10), client)
    let elapsed = try await time(calls, client)
    await client.close()
    try printLine(Result(callsPerSecond: Double(calls / inFlight * inFlight) / (elapsed / .seconds(1))))
  }

  private func time(_ calls: Int, _ client: RPCClient) async throws -> Duration {
    let payload = ByteBuffer(repeating: 0, count: 200)
    let share = calls / inFlight
    return try await ContinuousClock().measure {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<inFlight {
          group.addTask {
            for _ in 0..<share {
              let answer = try await client.raw(service: "bench.Echo", method: "Echo", payload)
              guard answer.readableBytes == payload.readableBytes else {
                throw RPCError(.dataLoss, "not what was sent")
              }
            }
          }
        }
        try await group.waitForAll()
      }
    }
  }
}
