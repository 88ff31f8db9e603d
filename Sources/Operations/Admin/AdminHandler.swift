internal import Foundation
internal import NIOCore
internal import NIOHTTP1

/// Answers the requests of one connection of an `AdminServer`.
final class AdminHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private struct Answer {
    var status = HTTPResponseStatus.ok
    var type = "text/plain; charset=utf-8"
    var body: String
  }

  private let readiness: @Sendable () -> Readiness
  private let metrics: @Sendable () -> String
  private var request: HTTPRequestHead?

  init(readiness: @escaping @Sendable () -> Readiness, metrics: @escaping @Sendable () -> String) {
    self.readiness = readiness
    self.metrics = metrics
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): request = head
    case .body: break
    case .end:
      guard let request else { return }
      self.request = nil
      write(answer(to: request), to: request, context)
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is IdleStateHandler.IdleStateEvent { context.close(promise: nil) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  private func answer(to request: HTTPRequestHead) -> Answer {
    guard request.method == .GET || request.method == .HEAD else {
      return Answer(status: .methodNotAllowed, body: "only GET and HEAD are allowed\n")
    }
    switch request.uri.prefix(while: { $0 != "?" }) {
    case "/healthz": return Answer(body: "ok\n")
    case "/readyz":
      let readiness = readiness()
      return Answer(
        status: readiness.isReady ? .ok : .serviceUnavailable, type: "application/json", body: Self.json(readiness))
    case "/metrics": return Answer(type: "text/plain; version=0.0.4; charset=utf-8", body: metrics())
    default: return Answer(status: .notFound, body: "not found; try /healthz, /readyz or /metrics\n")
    }
  }

  private func write(_ answer: Answer, to request: HTTPRequestHead, _ context: ChannelHandlerContext) {
    var head = HTTPResponseHead(version: request.version, status: answer.status)
    head.headers.add(name: "Content-Type", value: answer.type)
    head.headers.add(name: "Content-Length", value: "\(answer.body.utf8.count)")
    head.headers.add(name: "Cache-Control", value: "no-store")
    if !request.isKeepAlive { head.headers.add(name: "Connection", value: "close") }
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if request.method != .HEAD {
      context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: answer.body)))), promise: nil)
    }
    let end = context.writeAndFlush(wrapOutboundOut(.end(nil)))
    if !request.isKeepAlive {
      let bound = context.loopBound
      end.whenComplete { _ in bound.value.close(promise: nil) }
    }
  }

  private static func json(_ readiness: Readiness) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return ((try? encoder.encode(readiness)).map { String(decoding: $0, as: UTF8.self) } ?? "{}") + "\n"
  }
}
