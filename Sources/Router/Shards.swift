internal import EntenteClient
internal import EntenteSchema
internal import ProtobufCoding
internal import Synchronization
internal import TTRPC

/// The replicas of each shard, and how they are called.
struct Shards: Sendable {
  private static let secretKey = "authorization"

  let channels: [any RPCChannel]
  let hedgeDelay: Duration?
  private let turn = Turn()

  init(_ channels: [any RPCChannel], hedgeDelay: Duration?) {
    self.channels = channels
    self.hedgeDelay = hedgeDelay
  }

  private final class Turn: Sendable {
    let value = Atomic<Int>(0)
  }

  /// The options of calls on behalf of one: its deadline and its metadata, but not its secret.
  func options(_ context: CallContext) -> CallOptions {
    var options = context.forwarding
    options.metadata = CallMetadata(options.metadata.entries.filter { $0.key != Self.secretKey })
    options.hedgeDelay = hedgeDelay
    return options
  }

  /// Asks any shard; the next one if that is down.
  func any<Answer>(
    of count: Int, _ call: (any RPCChannel) async throws(RPCError) -> Answer
  ) async throws(RPCError) -> Answer {
    let first = turn.value.wrappingAdd(1, ordering: .relaxed).oldValue
    var failure = RPCError(.unavailable, "there are no shards")
    for offset in 0..<count {
      do throws(RPCError) {
        return try await call(channels[Int(UInt(bitPattern: first &+ offset) % UInt(count))])
      } catch {
        guard error.code == .unavailable else { throw error }
        failure = error
      }
    }
    throw failure
  }

  /// Asks several shards at the same time.
  ///
  /// - Returns: what each has answered, by shard.
  func gather<Answer: Sendable>(
    _ shards: [Int], _ call: @escaping @Sendable (Int, any RPCChannel) async throws(RPCError) -> Answer
  ) async -> [Int: Result<Answer, RPCError>] {
    await withTaskGroup(of: (Int, Result<Answer, RPCError>).self) { group in
      for shard in shards {
        group.addTask { [channel = channels[shard]] in
          do throws(RPCError) {
            return (shard, .success(try await call(shard, channel)))
          } catch {
            return (shard, .failure(error))
          }
        }
      }
      var answers: [Int: Result<Answer, RPCError>] = [:]
      for await (shard, answer) in group { answers[shard] = answer }
      return answers
    }
  }
}

/// What several shards have answered.
struct Gathered<Answer: Sendable> {
  /// In the order of shards.
  private(set) var answers: [(shard: Int, answer: Answer)] = []

  /// - Parameter mayMiss: how many shards that are down are left out.
  /// - Throws: the error of the first shard that has failed; one that is not UNAVAILABLE rather than one that is, since it
  ///   would come again.
  init(_ results: [Int: Result<Answer, RPCError>], mayMiss: Int = 0) throws(RPCError) {
    var unavailable: RPCError?
    for (shard, result) in results.sorted(by: { $0.key < $1.key }) {
      switch result {
      case .success(let answer): answers.append((shard, answer))
      case .failure(let error) where error.code == .unavailable:
        unavailable =
          unavailable
          ?? RPCError(
            .unavailable, "shard \(shard): \(error.message)",
            info: RPCErrorInfo(reason: "SHARD_DOWN", domain: "entente", metadata: ["shard": "\(shard)"]))
      case .failure(let error): throw error
      }
    }
    if let unavailable, results.count - answers.count > mayMiss { throw unavailable }
  }
}
