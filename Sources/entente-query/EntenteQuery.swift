import ArgumentParser
import EntenteCorpus
import EntenteQuery
import EntenteSchema
import EntenteSnapshot
import Foundation
import Logging
import NIOCore
import NIOPosix
import TTRPC

/// `entente-query`: serves a snapshot over ttrpc.
@main
struct EntenteQuery: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entente-query",
    abstract: "Serve a snapshot over binary RPC (ttrpc, optionally in zlib frames).",
    usage: "entente-query --snapshot <file> [<options>]",
    discussion: """
      Serves entente.v1.Query and entente.v1.Health of schema/. Says "listening on HOST:PORT" on standard error once it
      takes calls. SIGTERM and SIGINT drain: health turns NOT_SERVING, clients are told, calls in flight finish.

      Exit status: 0 after draining, 65 for a damaged snapshot, 66 for one that cannot be read, 71 when the address cannot
      be had.

      Examples:
        entente-query --snapshot corpus.snapshot
        entente-query --snapshot corpus.snapshot --listen 0.0.0.0:7420 --threads 4
      """,
    version: "1.1.0")

  @Option(help: ArgumentHelp("The snapshot to serve.", valueName: "file"))
  var snapshot: String

  @Option(help: ArgumentHelp("Where to listen; port 0 takes a free one.", valueName: "host:port"))
  var listen = "127.0.0.1:7420"

  @Option(help: "Event loops, each on a thread of its own.")
  var threads = System.coreCount

  @Option(help: ArgumentHelp("How long calls in flight may take to finish when it stops.", valueName: "seconds"))
  var grace = 10.0

  @Flag(help: "Check every byte of the snapshot before serving it.")
  var verify = false

  func validate() throws {
    guard Endpoint(listen) != nil else { throw ValidationError("--listen takes HOST:PORT, such as 127.0.0.1:7420.") }
    guard (1...1024).contains(threads) else { throw ValidationError("--threads takes 1 to 1024.") }
    guard grace >= 0, grace <= 3600 else { throw ValidationError("--grace takes 0 to 3600 seconds.") }
  }

  func run() async throws {
    LoggingSystem.bootstrap { label in StandardErrorLog(label: label) }
    let logger = Logger(label: "entente.query")
    let corpus = try open(logger)
    let health = HealthService { corpus }
    guard let endpoint = Endpoint(listen) else { throw ExitCode(64) }
    let group = MultiThreadedEventLoopGroup(numberOfThreads: threads)
    let server = RPCServer(
      services: [QueryService { corpus }.queryService, health.healthService], group: group, logger: logger)
    // Before it listens: a signal must never find the default action.
    let stop = StopSignal()
    do {
      let port = try await server.listen(host: endpoint.host, port: endpoint.port)
      logger.info(
        "listening on \(endpoint.host):\(port)",
        metadata: [
          "snapshot": "\(corpus.snapshot.id.prefix(12))", "generation": "\(corpus.snapshot.directory.generation)",
          "documents": "\(corpus.snapshot.directory.documentCount)",
        ])
    } catch {
      logger.critical("cannot listen on \(listen): \(error)")
      throw ExitCode(71)
    }
    let signal = await stop.wait()
    logger.info("draining", metadata: ["signal": "\(signal)"])
    health.beginDraining()
    await server.drain(within: .seconds(grace))
    logger.info("stopped")
    try await group.shutdownGracefully()
  }

  private func open(_ logger: Logger) throws -> Corpus {
    do throws(SnapshotError) {
      let reader = try SnapshotReader(path: snapshot)
      return try Corpus(verify ? VerifiedSnapshot(verifying: reader).snapshot : reader)
    } catch {
      logger.critical("cannot serve \(snapshot): \(error)")
      if case .unreadable = error { throw ExitCode(66) }
      throw ExitCode(65)
    }
  }
}

/// `HOST:PORT`, where port 0 is any.
struct Endpoint {
  let host: String
  let port: Int

  init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
      (0...65_535).contains(port)
    else { return nil }
    let host = text[..<colon].filter { !"[]".contains($0) }
    guard !host.isEmpty else { return nil }
    self.host = host
    self.port = port
  }
}
