internal import AsyncHTTPClient
public import EntenteFileMapping
internal import EntenteSnapshot
internal import Foundation
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import NIOSSL

/// Follows a snapshot on a web server or in an object store.
///
/// The server must send an ETag or a Last-Modified header, so that a new snapshot can be noticed; if it supports ranges, an
/// interrupted transfer resumes. The signature is looked up at the same address with `.sig` appended.
public final class HTTPSource: SnapshotSource {
  /// How to reach the server.
  public struct Options: Sendable {
    /// How often to check for a new snapshot.
    public var pollInterval: Duration = .seconds(5)
    public var connectTimeout: Duration = .seconds(5)
    /// How long the server may send nothing.
    public var readTimeout: Duration = .seconds(15)
    /// `host:port` of an HTTP proxy.
    public var proxy: (host: String, port: Int)?
    /// A PEM file with certificate authorities to trust instead of the system's.
    public var certificateAuthorities: String?

    public init() {}
  }

  public let name: String
  private let url: String
  private let options: Options
  private let client: HTTPClient

  public init(url: String, options: Options = Options()) {
    self.url = url
    self.options = options
    name = Self.withoutSecrets(url)
    var configuration = HTTPClient.Configuration()
    // With content encoding, the bytes would not be those of the file, and ranges would not match.
    configuration.decompression = .disabled
    configuration.redirectConfiguration = .follow(max: 5, allowCycles: false)
    configuration.timeout = .init(
      connect: TimeAmount(options.connectTimeout), read: TimeAmount(options.readTimeout))
    configuration.proxy = options.proxy.map { .server(host: $0.host, port: $0.port) }
    if let file = options.certificateAuthorities {
      var tls = TLSConfiguration.makeClientConfiguration()
      tls.trustRoots = .file(file)
      configuration.tlsConfiguration = tls
    }
    client = HTTPClient(eventLoopGroup: MultiThreadedEventLoopGroup.singleton, configuration: configuration)
  }

  public func next(after known: SnapshotOffer?) async throws(FollowingError) -> SnapshotOffer {
    while true {
      if let offer = try await look(known), offer.revision != known?.revision { return offer }
      // Jitter, so that replicas that start together do not all poll at once.
      try await pause(options.pollInterval * Double.random(in: 0.75...1.25))
    }
  }

  public func fetch(_ offer: SnapshotOffer, into file: ScratchFile) async throws(FollowingError) {
    var request = request(url)
    if file.count > 0, let validator = HTTPRevision(text: offer.revision)?.strongValidator {
      request.headers.add(name: "Range", value: "bytes=\(file.count)-")
      request.headers.add(name: "If-Range", value: validator)
    }
    let response = try await execute(request, deadline: .distantFuture)
    switch response.status {
    case .partialContent where HTTPRevision.ContentRange(response.headers)?.start == file.count: break
    case .ok, .partialContent: try storing { () throws(FileMappingError) in try file.clear() }
    case .rangeNotSatisfiable: throw FollowingError(.replaced, "\(name) has become shorter")
    default: throw failure(response.status)
    }
    if response.status == .partialContent, file.count == 0, HTTPRevision.ContentRange(response.headers)?.start != 0 {
      throw FollowingError(.unreachable, "\(name) returned a different range from the one requested")
    }
    guard try HTTPRevision(response, name: name).text == offer.revision else {
      throw FollowingError(.replaced, "\(name) was replaced during the transfer")
    }
    try await append(response.body, of: offer, to: file)
  }

  public func signature(of offer: SnapshotOffer) async throws(FollowingError) -> SnapshotSignature? {
    // A signed address is valid for a single object.
    guard !url.contains("?") else { return nil }
    let response = try await execute(request(url + SnapshotSignature.fileSuffix), deadline: .now() + .seconds(15))
    guard response.status != .notFound, response.status != .forbidden else { return nil }
    guard response.status == .ok else { throw failure(response.status) }
    return SnapshotSignature(try await bytes(of: response.body, limit: SnapshotSignature.size))
  }

  public func close() async { try? await client.shutdown() }

  // MARK: Asking

  /// What the server has; nil if it says that nothing has changed.
  private func look(_ known: SnapshotOffer?) async throws(FollowingError) -> SnapshotOffer? {
    var request = request(url)
    // The footer is enough to identify the snapshot.
    request.headers.add(name: "Range", value: "bytes=-\(SnapshotFormat.footerSize)")
    if let revision = known.flatMap({ HTTPRevision(text: $0.revision) }) {
      revision.addConditions(to: &request.headers)
    }
    let response = try await execute(request, deadline: .now() + .seconds(15))
    switch response.status {
    case .notModified: return nil
    case .ok, .partialContent: break
    default: throw failure(response.status)
    }
    let revision = try HTTPRevision(response, name: name)
    var offer = SnapshotOffer(revision: revision.text, published: revision.published)
    if response.status == .partialContent {
      offer.size = HTTPRevision.ContentRange(response.headers)?.size
      offer.snapshotID = SnapshotReader.id(
        inFooter: try await bytes(of: response.body, limit: SnapshotFormat.footerSize))
    } else {
      offer.size = response.headers.first(name: "Content-Length").flatMap { Int($0) }
    }
    return offer
  }

  private func request(_ url: String) -> HTTPClientRequest {
    var request = HTTPClientRequest(url: url)
    request.headers.add(name: "Accept-Encoding", value: "identity")
    request.headers.add(name: "User-Agent", value: "entente")
    return request
  }

  private func execute(
    _ request: HTTPClientRequest, deadline: NIODeadline
  ) async throws(FollowingError) -> HTTPClientResponse {
    let response: HTTPClientResponse
    do { response = try await client.execute(request, deadline: deadline) } catch {
      throw Task.isCancelled ? .cancelled : FollowingError(.unreachable, "\(name): \(error)")
    }
    if let encoding = response.headers.first(name: "Content-Encoding"), encoding.lowercased() != "identity" {
      throw FollowingError(
        .unreadable, "\(name) was sent with the content encoding \(encoding), which was not requested")
    }
    return response
  }

  private func failure(_ status: HTTPResponseStatus) -> FollowingError {
    let kind: FollowingError.Kind = status.code >= 500 || status == .tooManyRequests ? .unreachable : .unreadable
    return FollowingError(kind, "\(name): HTTP status \(status.code) \(status.reasonPhrase)")
  }

  // MARK: Taking

  private func append(
    _ body: HTTPClientResponse.Body, of offer: SnapshotOffer, to file: ScratchFile
  ) async throws(FollowingError) {
    var pieces = body.makeAsyncIterator()
    while true {
      let piece: ByteBuffer?
      do { piece = try await pieces.next() } catch {
        throw Task.isCancelled ? .cancelled : FollowingError(.unreachable, "\(name) broke off: \(error)")
      }
      guard let piece else { break }
      guard offer.size.map({ piece.readableBytes <= $0 - file.count }) ?? true else {
        throw FollowingError(.damaged, "\(name) sent more than the \(offer.size ?? 0) bytes it announced")
      }
      try storing { () throws(FileMappingError) in try file.append(Array(piece.readableBytesView)) }
    }
    guard offer.size == nil || file.count == offer.size else {
      throw FollowingError(.unreachable, "the transfer from \(name) was interrupted after \(file.count) bytes")
    }
  }

  private func bytes(of body: HTTPClientResponse.Body, limit: Int) async throws(FollowingError) -> [UInt8] {
    var bytes: [UInt8] = []
    var pieces = body.makeAsyncIterator()
    while bytes.count <= limit {
      do {
        guard let piece = try await pieces.next() else { return bytes }
        bytes += Array(piece.readableBytesView)
      } catch {
        throw Task.isCancelled ? .cancelled : FollowingError(.unreachable, "\(name) broke off: \(error)")
      }
    }
    return bytes
  }

  private func storing(_ body: () throws(FileMappingError) -> Void) throws(FollowingError) {
    do throws(FileMappingError) { try body() } catch { throw FollowingError(storage: error) }
  }

  /// The address without a password or the query of a signed address.
  private static func withoutSecrets(_ url: String) -> String {
    let path = url.prefix { $0 != "?" && $0 != "#" }
    guard let start = path.range(of: "://")?.upperBound else { return String(path) }
    let host = path[start...].prefix { $0 != "/" }
    guard let at = host.lastIndex(of: "@") else { return String(path) }
    return String(path[..<start] + path[path.index(after: at)...])
  }
}
