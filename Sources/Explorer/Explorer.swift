public import EntenteClient
internal import EntenteSchema
internal import Foundation
internal import HTTPTypes
public import Hummingbird
internal import HummingbirdCore
public import Logging
internal import NIOCore
internal import TTRPC

/// The explorer: a corpus to look at in a browser, and its JSON API, over the RPC service.
///
/// ```swift
/// let explorer = try Explorer(corpus: QueryClient(channel), replicas: ReplicaSet(name: "here", channel: channel))
/// try await explorer.application(at: .hostname("127.0.0.1", port: 8080)).runService()
/// ```
///
/// It keeps no state but caches, so that any number of explorers may stand in front of any number of replicas.
public struct Explorer: Sendable {
  /// What it may be asked for.
  public struct Configuration: Sendable {
    /// Requests a second from one address, and as many at once times ten.
    public var requestsPerSecond = 100.0
    /// Connections open at a time; more wait until one closes.
    public var maximumConnections = 1000
    /// Origins whose scripts may call the JSON API; `*` for all.
    public var allowedOrigins: Set<String> = []
    /// Names by which the explorer may be addressed (`Host`); empty for any.
    public var allowedHosts: Set<String> = []

    public init() {}
  }

  let corpus: QueryClient
  let replicas: ReplicaSet
  let configuration: Configuration
  let watch: CorpusWatch
  let log = GenerationLog()
  let cache = PageCache()
  let renderer: PageRenderer
  /// What those are shown who ask too often, made once: it must cost less than what they ask for.
  private let busyPages: [Language: CodedBody]

  /// - Parameters:
  ///   - corpus: the service behind every page.
  ///   - replicas: those that the page of the cluster shows.
  /// - Throws: where a template of ours does not parse.
  public init(
    corpus: QueryClient, replicas: ReplicaSet, configuration: Configuration = Configuration()
  ) throws {
    self.corpus = corpus
    self.replicas = replicas
    self.configuration = configuration
    watch = CorpusWatch(corpus, log)
    let renderer = try PageRenderer()
    self.renderer = renderer
    busyPages = Dictionary(
      uniqueKeysWithValues: Language.allCases.map { language in
        let request = PageRequest(PageAddress("/"), language)
        return (language, CodedBody(Array(renderer.failure(RPCError(.resourceExhausted, ""), request).utf8)))
      })
  }

  /// The explorer as a server, which bounds connections, and what each may send and how slowly.
  ///
  /// - Parameter onRunning: called with the port once it listens.
  public func application(
    at address: BindAddress, logger: Logger = Logger(label: "entente-web"),
    onRunning: @escaping @Sendable (_ port: Int) -> Void = { _ in }
  ) -> some ApplicationProtocol {
    Application(
      router: router(), server: HTTPServerBuilder { BoundedChannel(responder: $0) },
      configuration: ApplicationConfiguration(
        address: address, serverName: "entente-web",
        availableConnectionsDelegate: .maximum(configuration.maximumConnections, logger: logger)),
      onServerRunning: { channel in
        if let port = channel.localAddress?.port { onRunning(port) }
      }, logger: logger)
  }

  /// Every address of the explorer.
  func router() -> Router<ExplorerContext> {
    let router = Router(context: ExplorerContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: SecurityHeaders())
    router.add(middleware: HostCheck(allowed: configuration.allowedHosts))
    router.add(
      middleware: RateLimit(
        limiter: RateLimiter(
          rate: configuration.requestsPerSecond, burst: configuration.requestsPerSecond * 10), pages: busyPages))
    for (path, builder) in pages {
      router.get(RouterPath(path)) { request, _ in await page(PageRequest(request), builder, request) }
    }
    router.get("/cluster") { request, _ in
      await page(PageRequest(request), ClusterPage(replicas: replicas), request, isCached: false)
    }
    router.get("/cluster/events") { _, _ in ClusterEvents(replicas: replicas).response() }
    router.get("/timeline.ics") { request, _ in await calendar(request) }
    router.get("/suggest") { request, _ in await suggestions(PageRequest(request)) }
    router.get("/assets/{name}") { request, context in
      asset(context.parameters.get("name") ?? "", request)
    }
    router.get("/openapi.json") { request, _ in
      Self.apiDescription.response(
        to: request, headers: [.contentType: "application/json", .cacheControl: "public, max-age=3600"])
    }
    router.get("/healthz") { _, _ in Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: "ok\n"))) }
    Gateway(corpus: corpus, allowedOrigins: configuration.allowedOrigins).addRoutes(to: router)
    router.get("/**") { request, _ in failure(PageRequest(request), RPCError(.notFound, "")) }
    return router
  }

  private var pages: [(String, any PageBuilder)] {
    [
      ("/", HomePage()), ("/search", SearchPage()), ("/goal", GoalPage()), ("/timeline", TimelinePage()),
      ("/entities", EntitiesPage()), ("/entity", EntityPage()), ("/documents", DocumentsPage()),
      ("/document", DocumentPage()), ("/quotations", QuotationsPage()), ("/compare", ComparePage(log: log)),
    ]
  }

  // MARK: Pages

  private func page(
    _ request: PageRequest, _ builder: any PageBuilder, _ original: Request, isCached: Bool = true
  ) async -> Response {
    do throws(RPCError) {
      let snapshot = try await watch.current()
      let key = request.language.rawValue + " " + request.address.text
      let tag = "W/\"\(snapshot.id.prefix(16))-\(request.language.rawValue)-\(Assets.version)\""
      if isCached, original.headers[.ifNoneMatch] == tag {
        return Response(status: .notModified, headers: [.eTag: tag])
      }
      if isCached, let entry = cache.entry(key, of: snapshot.id) { return response(entry, original) }
      let page = try await consistent(request, builder, from: snapshot)
      let entry = PageCache.Entry(tag: tag, body: CodedBody(Array(renderer.render(page, request).utf8)))
      // A page of another generation than the one asked about is served, but not kept under its name.
      if isCached, page.snapshot == snapshot { cache.insert(entry, key, of: snapshot.id) }
      return response(entry, original)
    } catch {
      return failure(request, error)
    }
  }

  /// Builds a page again where a new generation was published between its calls, so that it shows one of them.
  private func consistent(
    _ request: PageRequest, _ builder: any PageBuilder, from snapshot: SnapshotReference
  ) async throws(RPCError) -> Page {
    var before = snapshot
    for _ in 0..<3 {
      let built: Result<Page, RPCError>
      do throws(RPCError) {
        built = .success(try await builder.build(request, corpus))
      } catch {
        // A later call refuses the page token of an earlier one where a generation was published between them.
        guard error.code == .failedPrecondition else { throw error }
        built = .failure(error)
      }
      let after = try await corpus.describe(DescribeRequest()).snapshot ?? SnapshotReference()
      if before == after { return try built.get() }
      before = after
    }
    return try await builder.build(request, corpus)
  }

  private func response(_ entry: PageCache.Entry, _ request: Request) -> Response {
    entry.body.response(
      to: request,
      headers: [
        .contentType: "text/html; charset=utf-8", .eTag: entry.tag, .cacheControl: "private, no-cache",
        .vary: "Accept-Language",
      ])
  }

  /// Tells what went wrong, and nothing of the machine.
  private func failure(_ request: PageRequest, _ error: RPCError) -> Response {
    let page = renderer.failure(error, request)
    return Response(
      status: error.code.httpStatus, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: page)))
  }

  // MARK: Other answers

  private func asset(_ name: String, _ request: Request) -> Response {
    guard let asset = Assets.all[name] else { return Response(status: .notFound) }
    return asset.body.response(
      to: request, headers: [.contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable"])
  }

  /// The JSON API in OpenAPI, as `scripts/generate` writes it.
  private static let apiDescription = CodedBody(Array(EmbeddedText.openapi.utf8))

  /// Completions for the search box, as a JSON array of queries.
  private func suggestions(_ request: PageRequest) async -> Response {
    do throws(RPCError) {
      let found = try await corpus.suggest(SuggestRequest(prefix: request["q"], limit: 8)).suggestions
      let body = (try? JSONEncoder().encode(found.map(\.text))) ?? Data("[]".utf8)
      return Response(
        status: .ok, headers: [.contentType: "application/json", .cacheControl: "private, max-age=60"],
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    } catch {
      return Response(status: error.code.httpStatus)
    }
  }

  private func calendar(_ request: Request) async -> Response {
    do throws(RPCError) {
      let page = PageRequest(request)
      let events = try await corpus.listEvents(TimelinePage.call(page, corpus, pageSize: 200)).events
      return CodedBody(Array(Calendar(events, page.language).text.utf8)).response(
        to: request,
        headers: [
          .contentType: "text/calendar; charset=utf-8", .contentDisposition: "attachment; filename=\"timeline.ics\"",
        ])
    } catch {
      return Response(status: error.code.httpStatus)
    }
  }
}
