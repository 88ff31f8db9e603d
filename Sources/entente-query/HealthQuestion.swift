import ArgumentParser
import EntenteClient
import EntenteFileMapping
import EntenteSchema
import TTRPC

/// Asks a running replica how it is, for the health check of a container that holds nothing else to ask with.
struct HealthQuestion {
  let address: ServerAddress
  let setup: ConnectionSetup
  let metadata: (@Sendable () -> CallMetadata)?

  /// - Throws: exit status 0 where it takes calls, 1 where it does not, 69 where it does not answer.
  func ask() async throws -> Never {
    var configuration = ClientConfiguration()
    configuration.timeout = .seconds(2)
    configuration.connectTimeout = .seconds(2)
    configuration.maximumAttempts = 1
    configuration.metadata = metadata
    let client = RPCClient(addresses: [address], configuration: configuration, setup: setup)
    do throws(RPCError) {
      let health = try await HealthClient(client).check(HealthCheckRequest())
      await client.close()
      let isServing = health.status == .serving
      print("\(isServing ? "serving" : "not serving") generation \(health.generation)", health.sourceProblem)
      throw RPCError(isServing ? .ok : .unavailable, "")
    } catch {
      switch error.code {
      case .ok: throw ExitCode.success
      case .unavailable where error.message.isEmpty: throw ExitCode.failure
      default:
        try? StandardStream.error.write(Array("entente-query: \(error.message)\n".utf8))
        throw ExitCode(69)
      }
    }
  }
}
