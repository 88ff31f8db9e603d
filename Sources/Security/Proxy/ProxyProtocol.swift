public import Logging
internal import NIOCore
internal import Synchronization
public import TTRPC

/// Takes the true addresses of callers from proxies that tell them, by version 2 of the PROXY protocol.
///
/// ```swift
/// let proxies = ProxyProtocol(from: [AddressRange("10.0.0.0/8")].compactMap(\.self), logger: logger)
/// let server = RPCServer(services: services, setup: proxies.setup.then(tls.setup))
/// ```
///
/// A connection from a listed address must begin with the header, before TLS where there is any. One from elsewhere is a
/// caller like any other: whatever it says of its address is not believed.
public final class ProxyProtocol: Sendable {
  private let proxies: [AddressRange]
  private let logger: Logger
  private let hasComplained = Atomic<Bool>(false)

  public init(from proxies: [AddressRange], logger: Logger) {
    self.proxies = proxies
    self.logger = logger
  }

  /// What a server does to each connection, before anything else.
  public var setup: ConnectionSetup {
    ConnectionSetup(isProxy: isProxy) { [self] channel, _ in
      guard let address = channel.remoteAddress, isProxy(address) else { return }
      try channel.pipeline.syncOperations.addHandler(ProxyHeaderHandler { [self] in complain($0, address) })
    }
  }

  @Sendable private func isProxy(_ address: SocketAddress) -> Bool { proxies.contains { $0.contains(address) } }

  /// Once, as a proxy that is not set up to send the header may ask for health every second.
  private func complain(_ failure: ProxyHeader.Failure, _ address: SocketAddress) {
    guard !hasComplained.exchange(true, ordering: .relaxed) else { return }
    logger.warning(
      "closing connections of a proxy that sends no proper header of the PROXY protocol, version 2",
      metadata: ["proxy": "\(address.ipAddress ?? "")", "reason": "\(failure)"])
  }
}

/// Reads the header of one connection, tells who calls, and leaves the pipeline.
private final class ProxyHeaderHandler: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  private let onFailure: (ProxyHeader.Failure) -> Void
  private var bytes = ByteBuffer()
  private var isOver = false

  init(onFailure: @escaping (ProxyHeader.Failure) -> Void) {
    self.onFailure = onFailure
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var piece = unwrapInboundIn(data)
    guard !isOver else { return }
    bytes.writeBuffer(&piece)
    do throws(ProxyHeader.Failure) {
      guard let header = try ProxyHeader(from: &bytes) else { return }
      isOver = true
      if let source = header.source { context.fireUserInboundEventTriggered(PeerEvent(address: source)) }
      if bytes.readableBytes > 0 { context.fireChannelRead(wrapInboundOut(bytes)) }
      context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
    } catch {
      isOver = true
      onFailure(error)
      context.close(promise: nil)
    }
  }
}
