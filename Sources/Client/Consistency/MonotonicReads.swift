internal import EntenteSchema
public import ProtobufCoding
internal import Synchronization
public import TTRPC

/// A channel whose responses never go back to an older snapshot, whichever replica they come from.
///
/// ```swift
/// let reads = MonotonicReads(RPCClient(addresses: replicas))
/// let corpus = QueryClient(reads)
/// reads.require(generation: published)          // read your own publication
/// ```
///
/// It remembers the newest generation it has seen and requires at least that. A replica that is behind answers
/// UNAVAILABLE, and the call is retried until an up-to-date replica answers or the deadline passes.
public final class MonotonicReads: RPCChannel {
  private let channel: any RPCChannel
  private let newest = Atomic<UInt64>(0)
  private static let firstPause = Duration.milliseconds(25)
  private static let longestPause = Duration.milliseconds(250)
  private static let usualTimeout = Duration.seconds(30)

  public init(_ channel: any RPCChannel) { self.channel = channel }

  /// The newest generation seen or required; 0 before the first.
  public var generation: UInt64 { newest.load(ordering: .acquiring) }

  /// Requires at least this generation from now on.
  public func require(generation: UInt64) { newest.max(generation, ordering: .acquiringAndReleasing) }

  public func unary<Request: ProtobufMessage, Response: ProtobufMessage>(
    service: String, method: String, _ request: Request, options: CallOptions
  ) async throws(RPCError) -> Response {
    guard var read = request as? any GenerationBoundRequest else {
      return try await channel.unary(service: service, method: method, request, options: options)
    }
    let deadline = ContinuousClock.now + (options.timeout ?? Self.usualTimeout)
    var pause = Self.firstPause
    while true {
      read.minimumGeneration = max(read.minimumGeneration, generation)
      guard let bound = read as? Request else {
        throw RPCError(.internal, "\(method) was called with two request types")
      }
      do throws(RPCError) {
        let response: Response = try await channel.unary(
          service: service, method: method, bound, options: options)
        if let seen = (response as? any SnapshotBoundResponse)?.snapshot?.generation { require(generation: seen) }
        return response
      } catch {
        guard error.code == .unavailable, options.isRetryable, ContinuousClock.now + pause < deadline else {
          throw error
        }
        do { try await Task.sleep(for: pause) } catch { throw RPCError(.cancelled, "the call was cancelled") }
        pause = min(pause * 2, Self.longestPause)
      }
    }
  }

  public func serverStreaming<Request: ProtobufMessage, Response: ProtobufMessage>(
    service: String, method: String, _ request: Request, options: CallOptions
  ) throws(RPCError) -> ResponseStream<Response> {
    try channel.serverStreaming(service: service, method: method, request, options: options)
  }
}
