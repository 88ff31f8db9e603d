import EntenteClient
import EntenteSchema
import Foundation
import Synchronization
import TTRPC

/// Clients of ours that ask one call after another, and check what they get.
final class SteadyLoad: Sendable {
  struct Tally: Sendable {
    var calls = 0
    var failures: [String] = []
    /// Answers that came from an older generation than one before.
    var steps = 0
    /// In milliseconds.
    var times: [Double] = []

    func percentile(_ share: Double) -> Double {
      guard !times.isEmpty else { return 0 }
      return times.sorted()[min(times.count - 1, Int(Double(times.count) * share))]
    }

    var summary: String {
      String(
        format: "%d calls, %d failed, p50 %.1f ms, p99 %.1f ms, worst %.1f ms", calls, failures.count, percentile(0.5),
        percentile(0.99), times.max() ?? 0)
    }
  }

  private let tallies = Mutex<[String: Tally]>([:])
  private let phase = Mutex("before")
  private let tasks: Mutex<[Task<Void, Never>]> = Mutex([])

  init(clients: Int, address: ServerAddress) {
    tasks.withLock { tasks in tasks = (0..<clients).map { _ in Task { await self.ask(address) } } }
  }

  /// What is measured from now on counts under this name.
  func begin(_ name: String) { phase.withLock { $0 = name } }

  /// Stops, and says how each phase went.
  func stop() async -> [String: Tally] {
    for task in tasks.withLock({ $0 }) {
      task.cancel()
      await task.value
    }
    return tallies.withLock { $0 }
  }

  private func ask(_ address: ServerAddress) async {
    var configuration = ClientConfiguration()
    configuration.timeout = .seconds(20)
    let client = RPCClient(addresses: [address], configuration: configuration)
    let reads = MonotonicReads(client)
    let corpus = QueryClient(reads)
    var newest: UInt64 = 0
    while !Task.isCancelled {
      let began = ContinuousClock.now
      do throws(RPCError) {
        let answer = try await corpus.search(SearchRequest(query: "OTAN Japon", pageSize: 3))
        let generation = answer.snapshot?.generation ?? 0
        note(began, failure: answer.hits.isEmpty ? "an answer without hits" : nil, isStep: generation < newest)
        newest = max(newest, generation)
      } catch {
        if Task.isCancelled { break }
        note(began, failure: "\(error)", isStep: false)
      }
    }
    await client.close()
  }

  private func note(_ began: ContinuousClock.Instant, failure: String?, isStep: Bool) {
    let took = ContinuousClock.now - began
    let name = phase.withLock { $0 }
    tallies.withLock { tallies in
      tallies[name, default: Tally()].calls += 1
      if let failure { tallies[name, default: Tally()].failures.append(failure) }
      if isStep { tallies[name, default: Tally()].steps += 1 }
      tallies[name, default: Tally()].times.append(
        Double(took.components.seconds) * 1e3 + Double(took.components.attoseconds) / 1e15)
    }
  }
}
