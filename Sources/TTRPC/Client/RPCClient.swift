public import NIOCore
public import NIOPosix
public import ProtobufCoding
internal import Synchronization

/// Calls ttrpc services over TCP, with the extensions of schema/WIRE.md if the server supports them.
///
/// ```swift
/// let client = RPCClient(addresses: [ServerAddress(host: "127.0.0.1", port: 7070)])
/// let answer = try await QueryClient(client).search(SearchRequest(query: "cyberdéfense"))
/// await client.close()
/// ```
///
/// Names are looked up regularly, and each of their addresses gets its own connections. A call goes to the connection with
/// the fewest calls among the servers that are serving. A retryable call is retried if a server answers UNAVAILABLE or a
/// connection breaks: always once, and more often as long as most calls succeed.
public final class RPCClient: RPCChannel {
  private let configuration: ClientConfiguration
  private let pool: ConnectionPool
  private let tally = ClientTally()
  private let budget = Mutex(RetryBudget())

  /// - Parameters:
  ///   - addresses: the addresses of servers with the same services.
  ///   - setup: applied to each connection before its first frame, such as TLS.
  ///   - group: the event loops; by default those of the process.
  public init(
    addresses: [ServerAddress], configuration: ClientConfiguration = ClientConfiguration(),
    setup: ConnectionSetup = .plain, group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
  ) {
    self.configuration = configuration
    pool = ConnectionPool(
      addresses: addresses, configuration: configuration, setup: setup, group: group, tally: tally)
  }

  /// Counts of what the client has done so far.
  public var counters: ClientCounters {
    tally.read()
  }

  /// Closes the connections; waiting calls get UNAVAILABLE.
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

  /// Makes a unary call with raw bytes.
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
    // A stream has no time limit unless its options set one.
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
    if let delay = options.hedgeDelay, options.isRetryable {
      var payload = ByteBuffer()
      payload.reserveCapacity(payloadSize)
      write(&payload)
      return try await hedge(after: delay) { [self, payload] other, onConnection async throws(RPCError) in
        try await attempts(
          service, method, options, deadline, payloadSize: payloadSize, otherThan: other, onConnection
        ) {
          $0.writeImmutableBuffer(payload)
        }
      }
    }
    return try await attempts(
      service, method, options, deadline, payloadSize: payloadSize, otherThan: nil, { _ in }, write)
  }

  /// Attempts a call until it is answered or may not be retried.
  ///
  /// - Parameters:
  ///   - other: a connection to use only if there is no other.
  ///   - onConnection: called with the connection that is used.
  private func attempts(
    _ service: String, _ method: String, _ options: CallOptions, _ deadline: NIODeadline?, payloadSize: Int,
    otherThan other: ClientConnection?, _ onConnection: (ClientConnection) -> Void,
    _ write: (inout ByteBuffer) -> Void
  ) async throws(RPCError) -> ByteBuffer {
    var last = other
    var backoff = Backoff(first: .milliseconds(50), longest: .seconds(1))
    while true {
      do throws(RPCError) {
        let connection = try await pool.connection(until: deadline, otherThan: last)
        last = connection
        onConnection(connection)
        let frame = try request(
          service, method, options.metadata, deadline, [], payloadSize: payloadSize, write)
        switch await connection.ask(frame, until: deadline) {
        case .unsent: continue
        case .answered(let result):
          let answer = try result.get()
          budget.withLock { $0.noteSuccess() }
          return answer
        }
      } catch {
        guard error.code == .unavailable, options.isRetryable, mayRepeat(after: backoff.attempts) else { throw error }
        if let last { pool.avoid(last) }
        try await pause(backoff.next(), before: deadline, error)
        tally.retries.add(1, ordering: .relaxed)
      }
    }
  }

  /// Whether a call that has been repeated so often may be once more: the first time always, whatever happens to other
  /// calls, and later as long as most calls succeed.
  private func mayRepeat(after repeats: Int) -> Bool {
    guard repeats + 1 < configuration.maximumAttempts else { return false }
    return repeats == 0 || budget.withLock { $0.withdraw() }
  }

  private func pause(_ time: Duration, before deadline: NIODeadline?, _ error: RPCError) async throws(RPCError) {
    var time = time
    if let deadline {
      let left = Duration.nanoseconds((deadline - .now()).nanoseconds)
      guard left > .zero else { throw error }
      // A little of what is left: the next attempt needs the rest.
      time = min(time, left / 4)
    }
    do {
      try await Task.sleep(for: time)
    } catch {
      throw RPCError.cancelled
    }
  }

  /// Makes a call, and once more beside it where no answer has come after `delay`; the first answer counts.
  private func hedge(
    after delay: Duration,
    _ call:
      @escaping @Sendable (
        _ otherThan: ClientConnection?, _ onConnection: @escaping @Sendable (ClientConnection) -> Void
      ) async throws(RPCError) -> ByteBuffer
  ) async throws(RPCError) -> ByteBuffer {
    let race = HedgeRace()
    let result = await withTaskGroup(of: Result<ByteBuffer, RPCError>?.self) { group in
      group.addTask {
        await Self.result { () throws(RPCError) in try await call(nil) { race.first = $0 } }
      }
      group.addTask { [self] in
        guard (try? await Task.sleep(for: delay)) != nil, budget.withLock({ $0.withdraw() }) else { return nil }
        let used = race.beginSecond()
        tally.hedges.add(1, ordering: .relaxed)
        return await Self.result { () throws(RPCError) in try await call(used) { _ in } }
      }
      defer { group.cancelAll() }
      var failure = RPCError.cancelled
      for await result in group {
        switch result {
        case .success?: return result ?? .failure(failure)
        case .failure(let error)?:
          failure = error
          if !race.hasSecond { return .failure(error) }
        case nil: break
        }
      }
      return .failure(failure)
    }
    return try result.get()
  }

  private static func result(
    _ body: () async throws(RPCError) -> ByteBuffer
  ) async -> Result<ByteBuffer, RPCError> {
    do throws(RPCError) {
      return .success(try await body())
    } catch {
      return .failure(error)
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
    let common = configuration.metadata?().entries ?? []
    let head = RequestHead(
      service: service, method: method, timeout: timeout, metadata: common + metadata.entries, flags: flags)
    var frame = ByteBuffer()
    guard frame.writeRequest(head, payloadSize: payloadSize, limit: configuration.maximumFrameSize) else {
      throw .oversized(payloadSize, limit: configuration.maximumFrameSize)
    }
    write(&frame)
    return frame
  }
}

/// What two attempts at one call know of each other.
private final class HedgeRace: Sendable {
  private struct State {
    var first: ClientConnection?
    var hasSecond = false
  }

  private let state = Mutex(State())

  /// The connection of the first attempt.
  var first: ClientConnection? {
    get { state.withLock { $0.first } }
    set { state.withLock { $0.first = newValue } }
  }

  var hasSecond: Bool { state.withLock { $0.hasSecond } }

  /// - Returns: the connection of the first attempt.
  func beginSecond() -> ClientConnection? {
    state.withLock { state in
      state.hasSecond = true
      return state.first
    }
  }
}
