import ArgumentParser
import EntenteClient
import EntenteSchema
import EntenteSecurity
import Foundation
import NIOCore
import NIOPosix
import TTRPC

/// Asks a server for searches with ten hits and their highlighted passages, from several connections at once.
struct LoadBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load", abstract: "Time searches over RPC, on several connections with one call in flight each.",
    discussion: """
      Takes the queries that `search` takes, class after class and query after query, as often as the time allows. Each is \
      asked once before the time counts: caches are warm by then, and those that the server refuses are left out.
      """)

  @Option(help: "The server, as HOST:PORT.") var server: String
  @Option(help: ArgumentHelp("The queries, as JSON.", valueName: "file")) var queries: String
  @Option(help: "How many connections; each has one call in flight.") var connections = 8
  @Option(help: "How long to ask, in seconds.") var seconds = 5.0
  @Option(help: "How many queries of each class.") var count = 500
  @Option(help: ArgumentHelp("Speak TLS to a server with a certificate of these authorities.", valueName: "file"))
  var tlsCa: String?
  @Flag(help: "Do not say that zlib frames are read here.") var plain = false

  func run() async throws {
    guard let address = ServerAddress(server) else {
      throw ValidationError("\(server) is not HOST:PORT, such as 127.0.0.1:7420")
    }
    let asked = try QueryWords.read(queries)
    let requests = QueryWords.classes.flatMap { name in
      (asked[name] ?? []).prefix(count).map { SearchRequest(query: $0.typed(name)) }
    }
    guard !requests.isEmpty, connections > 0 else { throw ValidationError("there is nothing to ask") }
    var configuration = ClientConfiguration()
    configuration.usesCompression = !plain
    // One thread: the other cores are the server's.
    let loops = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let executor = EventLoopExecutor(loops.next())
    let setup = try tlsCa.map { try ClientTLS(TLSFiles(authorities: $0)).setup } ?? .plain
    let clients = (0..<connections).map { _ in
      RPCClient(addresses: [address], configuration: configuration, setup: setup, group: loops)
    }
    let accepted = try await accepted(requests, by: clients[0])
    guard !accepted.isEmpty else { throw ValidationError("the server refuses every query") }
    let share = (accepted.count + connections - 1) / connections
    let begin = ContinuousClock.now
    let end = begin + .seconds(seconds)
    let answers = try await ask(clients, on: executor) { number, asked in
      ContinuousClock.now < end ? accepted[(number * share + asked) % accepted.count] : nil
    }
    let elapsed = (ContinuousClock.now - begin) / .seconds(1)
    for client in clients { await client.close() }
    try await loops.shutdownGracefully()
    guard !answers.microseconds.isEmpty else { throw ValidationError("--seconds is too short for a call") }
    try printLine(
      Load(
        connections: connections, calls: requests.count + answers.microseconds.count,
        callsPerSecond: Double(answers.microseconds.count) / elapsed,
        timing: Timing(class: "search", microseconds: answers.microseconds, hits: answers.hits)))
  }

  /// Those of some requests that are not refused for what they would cost.
  private func accepted(_ requests: [SearchRequest], by client: RPCClient) async throws -> [SearchRequest] {
    var accepted: [SearchRequest] = []
    for request in requests {
      do throws(RPCError) {
        _ = try await QueryClient(client).search(request)
        accepted.append(request)
      } catch {
        guard error.code == .invalidArgument else { throw error }
        FileHandle.standardError.write(Data("left out: \(request.query): \(error.message)\n".utf8))
      }
    }
    return accepted
  }

  /// Asks on all connections at once, one query after another on each.
  ///
  /// - Parameter next: what to ask, by the number of the connection and of its queries so far; nil to stop.
  private func ask(
    _ clients: [RPCClient], on executor: EventLoopExecutor,
    _ next: @escaping @Sendable (Int, Int) -> SearchRequest?
  ) async throws -> Answers {
    try await withThrowingTaskGroup(of: Answers.self) { group in
      for (number, client) in clients.enumerated() {
        group.addTask(executorPreference: executor) {
          var answers = Answers()
          while let request = next(number, answers.microseconds.count) {
            let start = ContinuousClock.now
            let response = try await QueryClient(client).search(request)
            answers.add((ContinuousClock.now - start) / .microseconds(1), hits: response.hits.count)
          }
          return answers
        }
      }
      return try await group.reduce(into: Answers()) { $0.add($1) }
    }
  }
}

/// What came of the calls of one or more connections.
private struct Answers: Sendable {
  var microseconds: [Double] = []
  var hits = 0

  mutating func add(_ time: Double, hits: Int) {
    microseconds.append(time)
    self.hits += hits
  }

  mutating func add(_ other: Answers) {
    microseconds += other.microseconds
    hits += other.hits
  }
}

/// The line that is printed.
private struct Load: Encodable {
  let connections: Int
  /// In all, with those that were not timed.
  let calls: Int
  let callsPerSecond: Double
  let timing: Timing

  private enum CodingKeys: String, CodingKey {
    case connections, calls
    case callsPerSecond = "calls_per_s"
  }

  func encode(to encoder: any Encoder) throws {
    try timing.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(connections, forKey: .connections)
    try container.encode(calls, forKey: .calls)
    try container.encode(callsPerSecond, forKey: .callsPerSecond)
  }
}
