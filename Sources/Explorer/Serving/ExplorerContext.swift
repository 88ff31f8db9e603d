public import Hummingbird
internal import NIOCore

/// What the explorer knows of a request beside its head and body.
public struct ExplorerContext: RequestContext {
  public var coreContext: CoreRequestContextStorage
  /// The address of the client, without its port.
  let client: String

  public init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    client = source.channel.remoteAddress?.ipAddress ?? "local"
  }

  /// Requests of the JSON API are small.
  public var maxUploadSize: Int { 64 << 10 }
}
