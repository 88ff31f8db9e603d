internal import NIOCore
internal import NIOPosix
internal import Synchronization

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Connections to the servers of a client: made when they are needed, shared by the calls, made anew when they break.
final class ConnectionPool: Sendable {
  private let addresses: [ServerAddress]
  private let configuration: ClientConfiguration
  private let setup: ConnectionSetup
  private let group: any EventLoopGroup
  private let tally: ClientTally
  private let state: Mutex<ConnectionPoolState>

  init(
    addresses: [ServerAddress], configuration: ClientConfiguration, setup: ConnectionSetup, group: any EventLoopGroup,
    tally: ClientTally
  ) {
    self.addresses = addresses
    self.configuration = configuration
    self.setup = setup
    self.group = group
    self.tally = tally
    state = Mutex(ConnectionPoolState(slots: addresses.count * max(1, configuration.connectionsPerAddress)))
  }

  /// A connection to send a call on.
  ///
  /// - Throws: UNAVAILABLE where no server can be reached, DEADLINE_EXCEEDED, CANCELLED.
  func connection(until deadline: NIODeadline?) async throws(RPCError) -> ClientConnection {
    let decision = state.withLock { $0.choose(now: .now()) }
    switch decision {
    case .use(let connection, let connect):
      for slot in connect { self.connect(slot) }
      return connection
    case .wait(let connect):
      for slot in connect { self.connect(slot) }
      return try await wait(until: deadline)
    case .fail(let error): throw error
    }
  }

  /// A connection of its own for one stream.
  func dedicatedConnection() async throws(RPCError) -> ClientConnection {
    let first = state.withLock { $0.nextIndex() }
    var failure = RPCError(.unavailable, "no server address is given")
    for offset in addresses.indices {
      do throws(RPCError) {
        return try await open(addresses[(first + offset) % addresses.count], slot: nil)
      } catch {
        failure = error
      }
    }
    throw failure
  }

  func close() async {
    let (connections, waiters) = state.withLock { $0.close() }
    for waiter in waiters { waiter.resume(returning: .failure(ConnectionPoolState.closedError)) }
    for connection in connections {
      connection.close()
      try? await connection.channel.closeFuture.get()
    }
  }

  // MARK: Waiting

  private func wait(until deadline: NIODeadline?) async throws(RPCError) -> ClientConnection {
    let ticket = state.withLock { $0.takeTicket() }
    let alarm = deadline.map { deadline in
      group.next().scheduleTask(deadline: deadline) { self.giveUp(ticket, .deadlineExceeded) }
    }
    defer {
      alarm?.cancel()
      state.withLock { $0.forget(ticket) }
    }
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { waiter in
        let ready = state.withLock { $0.wait(waiter, ticket: ticket) }
        if let ready { waiter.resume(returning: ready) }
      }
    } onCancel: {
      giveUp(ticket, .cancelled)
    }
    return try result.get()
  }

  private func giveUp(_ ticket: UInt64, _ error: RPCError) {
    let waiter = state.withLock { $0.giveUp(ticket, error) }
    waiter?.resume(returning: .failure(error))
  }

  // MARK: Connecting

  private func connect(_ slot: Int) {
    let address = addresses[slot % addresses.count]
    Task {
      let result: Result<ClientConnection, RPCError>
      do throws(RPCError) {
        result = .success(try await open(address, slot: slot))
      } catch {
        result = .failure(error)
      }
      let (waiters, answer) = state.withLock { $0.settle(slot, result, now: .now()) }
      if let answer {
        for waiter in waiters { waiter.resume(returning: answer) }
      }
      if case .success(let connection) = result, !connection.channel.isActive { leave(slot) }
    }
  }

  private func open(_ address: ServerAddress, slot: Int?) async throws(RPCError) -> ClientConnection {
    let configuration = configuration
    let setup = setup
    let tally = tally
    do {
      let (channel, handler) = try await ClientBootstrap(group: group)
        .connectTimeout(TimeAmount(configuration.connectTimeout))
        .channelOption(.tcpOption(.tcp_nodelay), value: 1)
        .channelOption(.maxMessagesPerRead, value: 1)
        .connect(host: address.host, port: address.port) { channel in
          channel.eventLoop.makeCompletedFuture {
            let handler = ClientConnectionHandler(address: address, configuration: configuration, tally: tally) {
              [weak self] in
              if let slot { self?.leave(slot) }
            }
            try setup.prepare(channel, address)
            try channel.pipeline.syncOperations.addHandler(handler)
            return (channel, NIOLoopBound(handler, eventLoop: channel.eventLoop))
          }
        }
      tally.connectionsOpened.add(1, ordering: .relaxed)
      return ClientConnection(channel: channel, address: address, handler: handler)
    } catch {
      throw RPCError(.unavailable, "cannot connect to \(address): \(Self.reason(error))")
    }
  }

  /// What the system said, without the layers around it.
  private static func reason(_ error: any Error) -> String {
    if let failure = error as? NIOConnectionError {
      if let last = failure.connectionErrors.last { return reason(last.error) }
      if let unknown = failure.dnsAError ?? failure.dnsAAAAError { return "\(unknown)" }
    }
    if let system = error as? IOError { return unsafe String(cString: strerror(system.errnoCode)) }
    if let channel = error as? ChannelError, case .connectTimeout(let time) = channel {
      return "no answer within \(time.nanoseconds / 1_000_000) ms"
    }
    return "\(error)"
  }

  private func leave(_ slot: Int) {
    state.withLock { $0.leave(slot) }
  }
}
