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
  private typealias Waiter = CheckedContinuation<Result<ClientConnection, RPCError>, Never>
  private typealias State = ConnectionPoolState<ClientConnection, Waiter>

  private let servers: [ServerAddress]
  private let configuration: ClientConfiguration
  private let setup: ConnectionSetup
  private let group: any EventLoopGroup
  private let tally: ClientTally
  private let state: Mutex<State>
  /// Whose name stands before each address, for certificates to be checked against.
  private let names = Mutex<[SocketAddress: ServerAddress]>([:])

  init(
    addresses: [ServerAddress], configuration: ClientConfiguration, setup: ConnectionSetup, group: any EventLoopGroup,
    tally: ClientTally
  ) {
    servers = addresses
    self.configuration = configuration
    self.setup = setup
    self.group = group
    self.tally = tally
    state = Mutex(
      State(
        slotsPerAddress: configuration.connectionsPerAddress,
        resolveInterval: TimeAmount(configuration.resolveInterval)))
  }

  /// A connection to send a call on.
  ///
  /// - Parameter last: the one that the call has failed on, to be taken only where there is no other.
  /// - Throws: UNAVAILABLE where no server can be reached, DEADLINE_EXCEEDED, CANCELLED.
  func connection(
    until deadline: NIODeadline?, otherThan last: ClientConnection? = nil
  ) async throws(RPCError) -> ClientConnection {
    let (choice, work) = state.withLock { $0.choose(now: .now(), otherThan: last) }
    perform(work)
    switch choice {
    case .use(let connection): return connection
    case .wait: return try await wait(until: deadline)
    case .fail(let error): throw error
    }
  }

  /// A connection of its own for one stream.
  func dedicatedConnection() async throws(RPCError) -> ClientConnection {
    // The first call of a client waits until the names are looked up.
    let shared = try await connection(until: .now() + TimeAmount(configuration.connectTimeout))
    var failure = RPCError(.unavailable, "the connection to \(shared.address) is gone")
    let (addresses, work) = state.withLock { $0.addressesInTurn(now: .now()) }
    perform(work)
    for address in addresses {
      do throws(RPCError) {
        return try await open(address, isShared: false)
      } catch {
        failure = error
      }
    }
    throw failure
  }

  /// A server answered on `connection` that it takes no calls: others are asked first for a while.
  func avoid(_ connection: ClientConnection) {
    state.withLock { $0.avoid(connection, until: .now() + .seconds(1)) }
  }

  func close() async {
    let (connections, waiters) = state.withLock { $0.close() }
    for waiter in waiters { waiter.resume(returning: .failure(State.closedError)) }
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
        let ready = state.withLock { $0.wait(waiter, ticket: ticket, now: .now()) }
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

  private func perform(_ work: State.Work) {
    if work.resolve { Task { await resolve() } }
    for slot in work.connect { connect(slot) }
  }

  private func resolve() async {
    var found: [SocketAddress] = []
    var failure: RPCError? = nil
    for server in servers {
      switch await HostResolver.addresses(of: server) {
      case .success(let addresses):
        names.withLock { names in
          for address in addresses { names[address] = names[address] ?? server }
        }
        found += addresses
      case .failure(let error): failure = error
      }
    }
    let (retired, connect, waiters, reason) = state.withLock { [found, failure] in
      $0.noteResolved(found, failure: failure, now: .now())
    }
    for connection in retired { connection.retire() }
    for waiter in waiters { waiter.resume(returning: .failure(reason)) }
    for slot in connect { self.connect(slot) }
  }

  private func connect(_ slot: State.SlotID) {
    Task {
      let result: Result<ClientConnection, RPCError>
      do throws(RPCError) {
        result = .success(try await open(slot.address, isShared: true))
      } catch {
        result = .failure(error)
      }
      guard let (waiters, answer) = state.withLock({ $0.settle(slot, result, now: .now()) }) else {
        if case .success(let connection) = result { connection.close() }
        return
      }
      for waiter in waiters { waiter.resume(returning: answer) }
      guard case .success(let connection) = result else { return }
      // It may have closed before the pool knew of it.
      if connection.channel.isActive { probe(connection) } else { leave(connection) }
    }
  }

  private func open(_ address: SocketAddress, isShared: Bool) async throws(RPCError) -> ClientConnection {
    let (configuration, setup, tally) = (configuration, setup, tally)
    let server = names.withLock { $0[address] } ?? ServerAddress(address)
    let link = ConnectionLink()
    do {
      let (channel, handler, handshake) = try await ClientBootstrap(group: group)
        .connectTimeout(TimeAmount(configuration.connectTimeout))
        .channelOption(.tcpOption(.tcp_nodelay), value: 1)
        .channelOption(.maxMessagesPerRead, value: 1)
        .connect(to: address) { channel in
          channel.eventLoop.makeCompletedFuture {
            let handler = ClientConnectionHandler(address: server, configuration: configuration, tally: tally) {
              [weak self] in
              if isShared, let connection = link.connection { self?.leave(connection) }
            }
            let handshake = try setup.prepare(channel, server)
            try channel.pipeline.syncOperations.addHandler(handler)
            return (channel, NIOLoopBound(handler, eventLoop: channel.eventLoop), handshake)
          }
        }
      do {
        try await handshake?.get()
      } catch {
        channel.close(promise: nil)
        throw error
      }
      tally.connectionsOpened.add(1, ordering: .relaxed)
      let connection = ClientConnection(channel: channel, address: server, handler: handler)
      link.connection = connection
      return connection
    } catch {
      throw RPCError(.unavailable, "cannot connect to \(server): \(Self.reason(error))")
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

  private func leave(_ connection: ClientConnection) {
    state.withLock { $0.leave(connection) }
  }

  // MARK: Health

  /// Asks the server from time to time whether it wants calls, as long as the connection is open.
  private func probe(_ connection: ClientConnection) {
    guard let probe = configuration.healthProbe else { return }
    Task { [weak self] in
      while connection.channel.isActive {
        let isServing = await connection.answers(probe)
        guard let self else { return }
        state.withLock { $0.noteProbe(connection, isServing: isServing) }
        try? await Task.sleep(for: probe.interval * Double.random(in: 0.8...1.2))
      }
    }
  }
}

/// Lets a connection's handler name the connection, which is made after it.
private final class ConnectionLink: Sendable {
  private let held = Mutex<WeakConnection>(WeakConnection())

  private struct WeakConnection: Sendable {
    weak var connection: ClientConnection?
  }

  var connection: ClientConnection? {
    get { held.withLock { $0.connection } }
    set { held.withLock { $0.connection = newValue } }
  }
}
