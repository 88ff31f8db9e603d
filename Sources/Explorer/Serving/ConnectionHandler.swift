internal import NIOCore
internal import NIOHTTP1

/// Performs what `ConnectionState` decides, and ends connections whose request takes too long to arrive.
///
/// It stands next to the decoder: further up nobody knows the version of HTTP.
final class ConnectionHandler: ChannelDuplexHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  private let patience: TimeAmount
  private var state: ConnectionState
  private var deadline: Scheduled<Void>?

  /// - Parameters:
  ///   - maximumBody: bytes of one request's body, beyond which the connection closes.
  ///   - patience: from the head of a request to its end.
  init(maximumBody: Int, patience: TimeAmount) {
    state = ConnectionState(maximumBody: maximumBody)
    self.patience = patience
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let reading =
      switch unwrapInboundIn(data) {
      case .head(let head):
        state.head(keepsAlive: head.isKeepAlive, isModern: (head.version.major, head.version.minor) >= (1, 1))
      case .body(let body): state.body(count: body.readableBytes)
      case .end: state.end()
      }
    switch reading {
    case .pass: context.fireChannelRead(data)
    case .ignore: break
    case .close: context.close(promise: nil)
    }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    if !state.isReading {
      deadline?.cancel()
      deadline = nil
    } else if deadline == nil {
      deadline = context.eventLoop.assumeIsolated().scheduleTask(in: patience) { context.close(promise: nil) }
    }
    context.fireChannelReadComplete()
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(var head):
      let answer = state.answer()
      if answer.closes { head.headers.replaceOrAdd(name: "Connection", value: "close") }
      if !answer.isModern { head.version = .http1_0 }
      context.write(wrapOutboundOut(.head(head)), promise: promise)
    case .body:
      context.write(data, promise: promise)
    case .end:
      context.write(data, promise: promise)
      switch state.answerEnds() {
      case .keep: break
      case .close:
        context.flush()
        context.close(promise: nil)
      case .closeOutput:
        context.flush()
        context.close(mode: .output, promise: nil)
      }
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    deadline = nil
    context.fireChannelInactive()
  }
}

@available(*, unavailable)
extension ConnectionHandler: Sendable {}
