internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOHTTP1

/// A connection of HTTP/1 with bounds on what a client may send, and on how slowly.
struct BoundedChannel: ServerChildChannel {
  typealias Value = HTTP1Channel.Value

  /// A query of 2,000 characters, percent-encoded, and the cookies that other services of a host set.
  private static let maximumHead = 32 << 10
  private static let maximumFields = 100
  /// More than the JSON API reads, so that a client with a body too large learns why.
  private static let maximumBody = 1 << 20
  private static let patience: TimeAmount = .seconds(20)
  private static let idleTimeout: TimeAmount = .seconds(30)

  private let channel: HTTP1Channel

  init(responder: @escaping HTTPChannelHandler.Responder) {
    channel = HTTP1Channel(
      responder: responder,
      configuration: HTTP1Channel.Configuration(
        idleTimeout: Self.idleTimeout,
        httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
          maxHeaderFieldSize: Self.maximumHead, maxHeaderListSize: Self.maximumHead,
          maxHeaderFieldCount: Self.maximumFields)))
  }

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    self.channel.setup(channel: channel, logger: logger).flatMapThrowing { value in
      let pipeline = channel.pipeline.syncOperations
      let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
      try pipeline.addHandler(
        ConnectionHandler(maximumBody: Self.maximumBody, patience: Self.patience), position: .after(decoder))
      return value
    }
  }

  func handle(value: Value, logger: Logger) async { await channel.handle(value: value, logger: logger) }
}
