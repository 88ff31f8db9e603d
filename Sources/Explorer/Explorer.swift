public import EntenteClient
internal import EntenteSchema
internal import EntenteZlib
internal import Foundation
internal import HTTPTypes
public import Hummingbird
internal import NIOCore
internal import TTRPC

/// The explorer: a corpus to look at in a browser, and its JSON API, over the RPC service.
///
/// ```swift
/// let explorer = try Explorer(corpus: QueryClient(channel), replicas: ReplicaSet(name: "here", channel: channel))
/// let application = Application(router: explorer.router(), configuration: .init(address: .hostname("127.0.0.1", port: 8080)))
/// try await application.runService()
/// ```
///
/// It keeps no state but caches, so that any number of explorers may stand in front of any number of replicas.
public struct Explorer: Sendable {
  /// What it may be asked for.
  public struct Configuration: Sendable {
    /// Requests a second from one address, and as many at once times ten.
    public var requestsPerSecond = 100.0
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
    renderer = try PageRenderer()
  }

  /// Every address of the explorer.
  public func router() -> Router<ExplorerContext> {
    let router = Router(context: ExplorerContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: SecurityHeaders())
    router.add(middleware: HostCheck(allowed: configuration.allowedHosts))
    router.add(
      middleware: RateLimit(
        limiter: RateLimiter(
          rate: configuration.requestsPerSecond, burst: configuration.requestsPerSecond * 10)))
    for (path, builder) in pages {
      router.get(RouterPath(path)) { request, _ in await page(PageRequest(request), builder, request) }
    }
    router.get("/cluster") { request, _ in
      await page(PageRequest(request), ClusterPage(replicas: replicas), request, isCached: false)
    }
    router.get("/cluster/events") { _, _ in ClusterEvents(replicas: replicas).response() }
    router.get("/timeline.ics") { request, _ in try await calendar(PageRequest(request)) }
    router.get("/suggest") { request, _ in try await suggestions(PageRequest(request)) }
    router.get("/assets/{name}") { request, context in asset(context.parameters.get("name") ?? "") }
    router.get("/openapi.json") { _, _ in Self.apiDescription }
    router.get("/healthz") { _, _ in Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: "ok\n"))) }
    Gateway(corpus: corpus, allowedOrigins: configuration.allowedOrigins).addRoutes(to: router)
    router.get("/**") { request, _ in failure(PageRequest(request), .notFound, "") }
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
      let entry = PageCache.Entry(text: renderer.render(page, request), tag: tag)
      // A page of another generation than the one asked about is served, but not kept under its name.
      if isCached, page.snapshot == snapshot { cache.insert(entry, key, of: snapshot.id) }
      return response(entry, original)
    } catch {
      return failure(request, error.code.httpStatus, error.message)
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
    var headers: HTTPFields = [
      .contentType: "text/html; charset=utf-8", .eTag: entry.tag, .cacheControl: "private, no-cache",
      .vary: "Accept-Encoding, Accept-Language",
    ]
    let acceptsGzip = (request.headers[.acceptEncoding] ?? "").contains("gzip")
    let body = acceptsGzip && !entry.gzip.isEmpty ? entry.gzip : entry.plain
    if acceptsGzip, !entry.gzip.isEmpty { headers[.contentEncoding] = "gzip" }
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
  }

  /// Tells what went wrong in the words of the service, which names nothing of the machine.
  private func failure(_ request: PageRequest, _ status: HTTPResponse.Status, _ message: String) -> Response {
    let kind = status == .notFound ? "not-found" : status.code < 500 ? "refused" : "unavailable"
    let title = Labels.embedded("error.\(kind)", request.language)
    let page = Page(
      template: "error", title: title,
      view: [
        "title": title, "message": message, "hasMessage": !message.isEmpty,
        "advice": Labels.embedded("error.\(kind).advice", request.language),
      ])
    return Response(
      status: status, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: renderer.render(page, request))))
  }

  // MARK: Other answers

  private func asset(_ name: String) -> Response {
    guard let asset = Assets.all[name] else { return Response(status: .notFound) }
    return Response(
      status: .ok, headers: [.contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.content)))
  }

  /// The JSON API in OpenAPI, as `scripts/generate` writes it.
  private static var apiDescription: Response {
    Response(
      status: .ok, headers: [.contentType: "application/json", .cacheControl: "public, max-age=3600"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: EmbeddedText.openapi)))
  }

  /// Completions for the search box, as a JSON array of queries.
  private func suggestions(_ request: PageRequest) async throws -> Response {
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

  private func calendar(_ request: PageRequest) async throws -> Response {
    do throws(RPCError) {
      let call = try await TimelinePage.call(request, corpus, pageSize: 200)
      let events = try await corpus.listEvents(call).events
      return Response(
        status: .ok,
        headers: [
          .contentType: "text/calendar; charset=utf-8", .contentDisposition: "attachment; filename=\"timeline.ics\"",
        ], body: ResponseBody(byteBuffer: ByteBuffer(string: Calendar(events).text)))
    } catch {
      return Response(status: error.code.httpStatus)
    }
  }
}

extension PageCache.Entry {
  /// - Parameter tag: of the page (`ETag`).
  init(text: String, tag: String) {
    plain = Array(text.utf8)
    self.tag = tag
    let packed = (try? GzipWriter.compress(plain)) ?? []
    gzip = packed.count < plain.count ? packed : []
  }
}
