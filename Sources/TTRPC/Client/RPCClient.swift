public import NIOCore
public import NIOPosix
public import ProtobufCoding
internal import Synchronization

/// Calls ttrpc services over TCP, with the extensions of schema/WIRE.md where the server has them.
///
/// ```swift
/// let client = RPCClient(addresses: [ServerAddress(host: "127.0.0.1", port: 7070)])
/// let answer = try await QueryClient(client).search(SearchRequest(query: "cyberdéfense"))
/// await client.close()
/// ```
///
/// Calls go to the servers in turn. A call that may run twice is tried again where a server says UNAVAILABLE or a
/// connection breaks, as long as the retry budget lasts.
public final class RPCClient: RPCChannel {
  private let configuration: ClientConfiguration
  private let pool: ConnectionPool
  private let tally = ClientTally()
  private let budget = Mutex(RetryBudget())

  /// - Parameters:
  ///   - addresses: of servers with the same services.
  ///   - setup: done to each connection before its first frame, such as TLS.
  ///   - group: the event loops; by default those of the process.
  public init(
    addresses: [ServerAddress], configuration: ClientConfiguration = ClientConfiguration(),
    setup: ConnectionSetup = .plain, group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
  ) {
    self.configuration = configuration
    pool = ConnectionPool(
      addresses: addresses, configuration: configuration, setup: setup, group: group, tally: tally)
  }

  /// What the client did so far.
  public var counters: ClientCounters {
    tally.read()
  }

  /// Closes the connections; calls that wait get UNAVAILABLE.
  public func close() async {
    await pool.close()
  }

  public func unary<Request: ProtobufMessage, Response: ProtobufMessage>(
    service: String, method: String, _ request: Request, options: CallOptions = .default
  ) async throws(RPCError) -> Response {
    let size = request.protobufSize
    let answer = try await call(service, method, options, payloadSize: size) {
      $0.write(message: request, size: size)
    }
    return try Response(answer: answer)
  }

  /// Asks with bytes, and is answered with bytes.
  public func raw(
    service: String, method: String, _ payload: ByteBuffer, options: CallOptions = .default
  ) async throws(RPCError) -> ByteBuffer {
    try await call(service, method, options, payloadSize: payload.readableBytes) { $0.writeImmutableBuffer(payload) }
  }

  public func serverStreaming<Request: ProtobufMessage, Response: ProtobufMessage>(
    service: String, method: String, _ request: Request, options: CallOptions = .default
  ) throws(RPCError) -> ResponseStream<Response> {
    let size = request.protobufSize
    guard size < configuration.maximumFrameSize else {
      throw .oversized(size, limit: configuration.maximumFrameSize)
    }
    // A stream lasts as long as it lasts, unless its options say otherwise.
    let timeout = options.timeout
    return ResponseStream { [self] in
      tally.callsStarted.add(1, ordering: .relaxed)
      return StreamReceiver(pool: pool, bufferSize: configuration.streamBufferSize) { buffer, flag in
        let deadline = timeout.map { NIODeadline.now() + TimeAmount($0) }
        return Result { () throws(RPCError) in
          let frame = try self.request(
            service, method, options.metadata, deadline, .remoteClosed, payloadSize: size
          ) { $0.write(message: request, size: size) }
          return PendingCall(request: frame, deadline: deadline, isCancelled: flag, answer: .stream(buffer))
        }
      }
    }
  }

  // MARK: One call, as often as it takes

  private func call(
    _ service: String, _ method: String, _ options: CallOptions, payloadSize: Int,
    _ write: (inout ByteBuffer) -> Void
  ) async throws(RPCError) -> ByteBuffer {
    tally.callsStarted.add(1, ordering: .relaxed)
    let timeout = options.timeout ?? configuration.timeout
    let deadline = timeout.map { NIODeadline.now() + TimeAmount($0) }
    var backoff = Backoff(first: .milliseconds(50), longest: .seconds(1))
    while true {
      do throws(RPCError) {
        let connection = try await pool.connection(until: deadline)
        let frame = try request(
          service, method, options.metadata, deadline, [], payloadSize: payloadSize, write)
        switch await send(frame, deadline, on: connection) {
        case .unsent: continue
        case .answered(let result):
          let answer = try result.get()
          budget.withLock { $0.noteSuccess() }
          return answer
        }
      } catch {
        guard
          error.code == .unavailable, options.isRetryable, backoff.attempts + 1 < configuration.maximumAttempts,
          budget.withLock({ $0.withdraw() })
        else { throw error }
        let pause = backoff.next()
        if let deadline, NIODeadline.now() + TimeAmount(pause) >= deadline { throw error }
        tally.retries.add(1, ordering: .relaxed)
        do {
          try await Task.sleep(for: pause)
        } catch {
          throw RPCError.cancelled
        }
      }
    }
  }

  private func send(
    _ frame: ByteBuffer, _ deadline: NIODeadline?, on connection: ClientConnection
  ) async -> PendingCall.Outcome {
    let isCancelled = CancellationFlag()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { caller in
        connection.submit(
          PendingCall(request: frame, deadline: deadline, isCancelled: isCancelled, answer: .unary(caller)))
      }
    } onCancel: {
      connection.cancel(isCancelled)
    }
  }

  private func request(
    _ service: String, _ method: String, _ metadata: CallMetadata, _ deadline: NIODeadline?, _ flags: FrameFlags,
    payloadSize: Int, _ write: (inout ByteBuffer) -> Void
  ) throws(RPCError) -> ByteBuffer {
    var timeout: Int64 = 0
    if let deadline {
      timeout = (deadline - .now()).nanoseconds
      guard timeout > 0 else { throw .deadlineExceeded }
    }
    let head = RequestHead(
      service: service, method: method, timeout: timeout, metadata: metadata.entries, flags: flags)
    var frame = ByteBuffer()
    guard frame.writeRequest(head, payloadSize: payloadSize, limit: configuration.maximumFrameSize) else {
      throw .oversized(payloadSize, limit: configuration.maximumFrameSize)
    }
    write(&frame)
    return frame
  }
}
