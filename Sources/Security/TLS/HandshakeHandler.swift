internal import NIOCore
internal import NIOSSL
internal import NIOTLS
internal import TTRPC

/// Waits for the end of a TLS handshake, and says whom it has proved.
///
/// On a server it leaves the pipeline then. On a client it stays: whether a server takes the client's certificate shows
/// only after the handshake, and what it says deserves plain words.
final class HandshakeHandler: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  enum Side {
    case server, client
  }

  private let side: Side
  /// What the peer's certificate must be for; nil where its address is checked in place of a name.
  private let name: String?
  private let timeout: Duration
  private let onEnd: (Bool) -> Void
  private let promise: EventLoopPromise<Void>?
  private var isOver = false
  private var alarm: Scheduled<Void>?

  /// - Parameters:
  ///   - promise: kept when the connection may be used.
  ///   - onEnd: told once whether the handshake ended well.
  init(
    side: Side, name: String? = nil, timeout: Duration, promise: EventLoopPromise<Void>? = nil,
    onEnd: @escaping (Bool) -> Void = { _ in }
  ) {
    self.side = side
    self.name = name
    self.timeout = timeout
    self.promise = promise
    self.onEnd = onEnd
  }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { startAlarm(context) }
  }

  func channelActive(context: ChannelHandlerContext) {
    startAlarm(context)
    context.fireChannelActive()
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    end(.failure(TLSFailure.closed))
  }

  func channelInactive(context: ChannelHandlerContext) {
    end(.failure(TLSFailure.closed))
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    let failure = TLSFailure(error)
    end(.failure(failure))
    context.fireErrorCaught(failure)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard case .handshakeCompleted(let negotiated)? = event as? TLSUserEvent else {
      return context.fireUserInboundEventTriggered(event)
    }
    // Whoever names no protocol may be a stock peer.
    guard negotiated == nil || negotiated == TLSContext.applicationProtocol else {
      end(.failure(TLSFailure.otherProtocol))
      return context.close(promise: nil)
    }
    let certificate = (try? context.pipeline.syncOperations.nioSSL_peerCertificate()) ?? nil
    // The library is content with a certificate for the address, too, whatever name was asked for.
    if let name, certificate?.isFor(name) != true {
      end(.failure(TLSFailure.otherName))
      return context.close(promise: nil)
    }
    if let identity = certificate?.identity {
      context.fireUserInboundEventTriggered(PeerEvent(identity: identity))
    }
    context.fireUserInboundEventTriggered(event)
    end(.success(()))
    if side == .server { context.pipeline.syncOperations.removeHandler(context: context, promise: nil) }
  }

  private func startAlarm(_ context: ChannelHandlerContext) {
    guard alarm == nil, !isOver else { return }
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    alarm = context.eventLoop.scheduleTask(in: TimeAmount(timeout)) {
      let (handler, context) = bound.value
      handler.end(.failure(TLSFailure.late(handler.timeout)))
      context.close(promise: nil)
    }
  }

  private func end(_ result: Result<Void, any Error>) {
    guard !isOver else { return }
    isOver = true
    alarm?.cancel()
    alarm = nil
    promise?.completeWith(result)
    if case .success = result { onEnd(true) } else { onEnd(false) }
  }
}

extension NIOSSLCertificate {
  /// The common name of its subject, else its first alternative name.
  var identity: String? {
    let common = subjectName.last { $0.type == .commonName }?.value
    guard let name = common ?? alternativeName else { return nil }
    return String(name.prefix(256))
  }

  private var alternativeName: String? {
    for name in _subjectAlternativeNames() where name.nameType == .uri || name.nameType == .dnsName {
      return String(decoding: name.contents, as: UTF8.self)
    }
    return nil
  }

  /// Whether one of its names is `host`, or stands for it: `*.example.org` for `query.example.org` (RFC 9525).
  func isFor(_ host: String) -> Bool {
    for name in _subjectAlternativeNames() where name.nameType == .dnsName {
      if Self.isMatch(String(decoding: name.contents, as: UTF8.self).lowercased(), host.lowercased()) { return true }
    }
    return false
  }

  private static func isMatch(_ name: String, _ host: String) -> Bool {
    guard name.hasPrefix("*.") else { return name == host }
    let rest = name.dropFirst()
    guard rest.dropFirst().contains("."), let dot = host.firstIndex(of: "."), dot != host.startIndex else {
      return false
    }
    return host[dot...] == rest
  }
}
