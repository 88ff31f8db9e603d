internal import ArgumentParser
public import EntenteOperations
public import Logging
internal import TTRPC

extension AdminServer {
  /// Listens where `--admin` says; nil without the flag.
  ///
  /// - Parameter address: HOST:PORT, validated.
  /// - Throws: exit status 71 where the address is not available.
  public static func listening(
    on address: String?, readiness: @escaping @Sendable () -> Readiness, registry: PrometheusRegistry, logger: Logger
  ) async throws -> AdminServer? {
    guard let address, let parsed = ServerAddress(address, listening: true) else { return nil }
    let server = AdminServer(readiness: readiness, metrics: registry.text)
    do {
      let port = try await server.listen(host: parsed.host, port: parsed.port)
      logger.info("metrics and health at http://\(ServerAddress(host: parsed.host, port: port))/metrics")
      return server
    } catch {
      logger.critical("cannot listen on \(address): \(error)")
      throw ExitCode(71)
    }
  }
}
