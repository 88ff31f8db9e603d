import EntenteFeed
import EntenteFileMapping
import EntenteSchema
import EntenteSnapshot
import Foundation
import TTRPC
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Snapshots from web servers that nobody here wrote: nginx, and moto in place of an object store.
@Suite(.serialized, .timeLimit(.minutes(3))) struct HTTPSourceTests {
  let corpus: PublishedCorpus

  init() throws { corpus = try PublishedCorpus() }

  private func nginx(_ locations: String) throws -> (RunningProgram, Int) {
    let port = try freePorts(1)[0]
    let configuration = """
      daemon off; master_process off; pid \(corpus.path("nginx.pid")); error_log stderr notice;
      events {}
      http {
        access_log off; client_body_temp_path \(corpus.path("b")); proxy_temp_path \(corpus.path("p"));
        fastcgi_temp_path \(corpus.path("f")); uwsgi_temp_path \(corpus.path("u")); scgi_temp_path \(corpus.path("s"));
        server { listen 127.0.0.1:\(port); root \(corpus.folder); \(locations) }
      }
      """
    let file = corpus.path("nginx.conf")
    try configuration.write(toFile: file, atomically: true, encoding: .utf8)
    let program = try RunningProgram("/usr/sbin/nginx", ["-c", file, "-p", corpus.folder], listeningOn: port)
    return (program, port)
  }

  private func fetch(_ source: any SnapshotSource, after known: SnapshotOffer? = nil) async throws -> (
    SnapshotOffer, FetchedSnapshot
  ) {
    let offer = try await source.next(after: known)
    let file = try ScratchFile(folder: corpus.folder)
    var policy = FollowingPolicy()
    policy.firstPause = .milliseconds(1)
    policy.longestPause = .milliseconds(20)
    let transfer = SnapshotTransfer(source: source, policy: policy)
    try await transfer.fetch(offer, into: file)
    return (offer, try await transfer.check(file, offer))
  }

  private func source(_ url: String) -> HTTPSource {
    var options = HTTPSource.Options()
    options.pollInterval = .milliseconds(100)
    options.readTimeout = .seconds(3)
    return HTTPSource(url: url, options: options)
  }

  @Test func `a web server's snapshot is fetched, and the next one noticed`() async throws {
    let (server, port) = try nginx(
      "location /moved/ { return 302 /$arg_to; } location /zip/ { gzip on; gzip_types *; alias \(corpus.folder)/; }")
    try corpus.publish(try corpus.image(generation: 1), as: "corpus.snapshot")
    let key = SigningKey()
    try Data(try key.sign(try SnapshotReader(path: corpus.path("corpus.snapshot"))).bytes).write(
      to: URL(fileURLWithPath: corpus.path("corpus.snapshot.sig")))
    let followed = source("http://127.0.0.1:\(port)/corpus.snapshot")
    let (first, fetched) = try await fetch(followed)
    #expect(first.snapshotID == fetched.snapshot.id)
    #expect(first.published != nil)
    #expect(fetched.signature?.isValid(for: fetched.snapshot, trusting: [key.publicKey]) == true)
    // An ETag of nginx tells seconds and sizes.
    try corpus.publish(try corpus.image(generation: 2, size: 300_000), as: "corpus.snapshot")
    let (second, next) = try await fetch(followed, after: first)
    #expect(next.snapshot.directory.generation == 2)
    #expect(second.revision != first.revision)
    await followed.close()

    let moved = source("http://127.0.0.1:\(port)/moved/?to=corpus.snapshot")
    #expect(try await fetch(moved).1.snapshot.directory.generation == 2)
    await moved.close()
    let missing = source("http://127.0.0.1:\(port)/nothing")
    await #expect(throws: FollowingError.self) { try await missing.next(after: nil) }
    await missing.close()
    server.killNow()
    let gone = source("http://127.0.0.1:\(port)/corpus.snapshot")
    do {
      _ = try await gone.next(after: nil)
      Issue.record("a server that is gone answered")
    } catch { #expect(error.kind == .unreachable) }
    await gone.close()
  }

  @Test func `a transfer that is cut goes on where it was cut`() async throws {
    let (server, port) = try nginx("")
    try corpus.publish(try corpus.image(generation: 1, size: 5_000_000), as: "corpus.snapshot")
    let proxy = try await CuttingProxy(
      to: ServerAddress(host: "127.0.0.1", port: port), cuts: 20, longest: 250_000)
    let followed = source("http://\(proxy.address)/corpus.snapshot")
    var result: (SnapshotOffer, FetchedSnapshot)?
    for _ in 0..<30 where result == nil { result = try? await fetch(followed) }
    #expect(result?.1.snapshot.directory.generation == 1)
    #expect(proxy.cutsLeft == 0)
    await followed.close()
    await proxy.close()
    server.killNow()
  }

  @Test func `an object store's snapshot is followed`() async throws {
    let python = Products.root.appendingPathComponent(".venv/bin/python3").path
    try #require(FileManager.default.isExecutableFile(atPath: python), "there is no .venv: run scripts/python-env")
    let port = try freePorts(1)[0]
    let moto = try RunningProgram(
      python, ["-m", "moto.server", "-H", "127.0.0.1", "-p", "\(port)"], listeningOn: port)
    let endpoint = "http://127.0.0.1:\(port)"
    func put(_ path: String, _ bytes: [UInt8]) async throws {
      var request = URLRequest(url: try #require(URL(string: "\(endpoint)\(path)")))
      request.httpMethod = "PUT"
      request.setValue(
        "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request", forHTTPHeaderField: "Authorization")
      request.setValue("public-read", forHTTPHeaderField: "x-amz-acl")
      let (_, response) = try await URLSession.shared.upload(for: request, from: Data(bytes))
      try #require((response as? HTTPURLResponse)?.statusCode == 200)
    }
    try await put("/corpora", [])
    try await put("/corpora/news/corpus.snapshot", try corpus.image(generation: 1, size: 1_000_000))
    let address = try #require(SourceAddress("s3://corpora/news/corpus.snapshot"))
    var options = SourceAddress.Options()
    options.objectEndpoint = endpoint
    options.http.pollInterval = .milliseconds(100)
    let followed = try address.source(options)
    let (first, fetched) = try await fetch(followed)
    #expect(fetched.snapshot.directory.generation == 1)
    try await put("/corpora/news/corpus.snapshot", try corpus.image(generation: 2, size: 1_000_000))
    #expect(try await fetch(followed, after: first).1.snapshot.directory.generation == 2)
    await followed.close()
    moto.killNow()
  }
}
