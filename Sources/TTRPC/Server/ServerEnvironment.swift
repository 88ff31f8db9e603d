internal import Logging
internal import NIOCore

/// What all connections of a server share.
final class ServerEnvironment: Sendable {
  let methods: MethodTable
  let configuration: ServerConfiguration
  let interceptors: [any CallInterceptor]
  let observer: (any CallObserver)?
  let registry: ConnectionRegistry
  let tally = ServerTally()
  let memory: Budget
  let waitingCalls: Budget
  let callsInFlight: Budget
  /// Nil if no method asks for it.
  let pool: CallPool?
  let logger: Logger

  init(
    _ services: [ServiceDescriptor], _ configuration: ServerConfiguration, _ registry: ConnectionRegistry,
    interceptors: [any CallInterceptor], observer: (any CallObserver)?, logger: Logger
  ) {
    methods = MethodTable(services)
    self.configuration = configuration
    self.registry = registry
    self.interceptors = interceptors
    self.observer = observer
    self.logger = logger
    memory = Budget(limit: configuration.memoryBudget)
    waitingCalls = Budget(limit: configuration.maximumQueuedCalls)
    callsInFlight = Budget(limit: configuration.maximumStreams)
    let needsPool = methods.methods.contains { $0.descriptor.execution == .pooled }
    pool = needsPool ? CallPool(width: configuration.poolWidth) : nil
  }

  /// Counts a call that has ended, and tells the observer.
  func note(_ call: ReadyCall, _ code: RPCStatusCode, began: NIODeadline, ended: NIODeadline, responseSize: Int = 0) {
    call.method.counters.count(code)
    guard let observer else { return }
    observer.callEnded(
      call.context,
      CallOutcome(
        code: code, waited: .nanoseconds((began - call.arrival).nanoseconds),
        ran: .nanoseconds((ended - began).nanoseconds), requestSize: call.payload.readableBytes,
        responseSize: responseSize))
  }
}
