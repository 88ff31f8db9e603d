import EntenteFeed
import EntenteFileMapping
import EntenteSnapshot
import Foundation
import TTRPC
import Testing

/// Snapshots on their way: many at once, over connections that break.
@Suite(.serialized, .timeLimit(.minutes(3))) struct TransferTests {
  private let size = 20_000_000

  /// Serves a snapshot, of 20 MB if nothing else is said, from this process.
  private func feed(_ corpus: PublishedCorpus, size: Int? = nil) async throws -> (RPCServer, ServerAddress) {
    try corpus.publish(try corpus.image(generation: 1, size: size ?? self.size), as: "large")
    let service = FeedService()
    try service.publish(path: corpus.path("large"))
    let server = RPCServer(services: [service.feedService])
    return (server, ServerAddress(host: "127.0.0.1", port: try await server.listen(host: "127.0.0.1", port: 0)))
  }

  private var residentSize: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("RssAnon:") } ?? ""
    return (line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0) * 1024
  }

  @Test func `twenty fetch 20 MB at once, and the feed's memory hardly grows`() async throws {
    let corpus = try PublishedCorpus()
    let (server, address) = try await feed(corpus)
    let before = residentSize
    let started = ContinuousClock.now
    let processes = try (0..<20).map { number in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Products.path("entente"))
      process.arguments = ["snapshot", "fetch", "ttrpc://\(address)", "--output", corpus.path("copy-\(number)")]
      (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
      try process.run()
      return process
    }
    var most = 0
    while processes.contains(where: \.isRunning) {
      most = max(most, residentSize - before)
      try await Task.sleep(for: .milliseconds(10))
    }
    let expected = try Data(contentsOf: URL(fileURLWithPath: corpus.path("large")))
    for (number, process) in processes.enumerated() {
      #expect(process.terminationStatus == 0)
      #expect(try Data(contentsOf: URL(fileURLWithPath: corpus.path("copy-\(number)"))) == expected)
    }
    print("20 fetches of 20 MB: \(ContinuousClock.now - started), the feed grew by \(most / 1_000_000) MB at most")
    #expect(most < 64_000_000)
    await server.drain(within: .zero)
  }

  @Test func `a fetch that is cut fifty times ends with the same bytes`() async throws {
    let corpus = try PublishedCorpus()
    // More than fifty cuts leave of it; and few cuts fall within the first chunk, after which nothing is gained.
    let (server, address) = try await feed(corpus, size: 4 * size)
    let proxy = try await CuttingProxy(to: address, cuts: 50, longest: 1_400_000)
    var policy = FollowingPolicy()
    policy.firstPause = .milliseconds(1)
    policy.longestPause = .milliseconds(20)
    let source = FeedSource(addresses: [proxy.address])
    let transfer = SnapshotTransfer(source: source, policy: policy)
    var offer: SnapshotOffer?
    // The first cuts may hit the watch.
    while offer == nil { offer = try? await source.next(after: nil) }
    let found = try #require(offer)
    let file = try ScratchFile(folder: corpus.folder)
    try await transfer.fetch(found, into: file)
    let fetched = try await transfer.check(file, found)
    #expect(fetched.snapshot.file.count >= 4 * size - 8)
    #expect(proxy.cutsLeft == 0)
    await source.close()
    await proxy.close()
    await server.drain(within: .zero)
  }

  @Test func `one reader gets a large snapshot quickly`() async throws {
    let corpus = try PublishedCorpus()
    try corpus.publish(try corpus.image(generation: 1, size: 10 * size), as: "large")
    let service = FeedService()
    try service.publish(path: corpus.path("large"))
    let server = RPCServer(services: [service.feedService])
    let port = try await server.listen(host: "127.0.0.1", port: 0)
    let source = FeedSource(addresses: [ServerAddress(host: "127.0.0.1", port: port)])
    let offer = try await source.next(after: nil)
    let file = try ScratchFile(folder: corpus.folder)
    let started = ContinuousClock.now
    try await source.fetch(offer, into: file)
    let took = ContinuousClock.now - started
    let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
    print("one reader: \(Int(Double(file.count) / seconds / 1e6)) MB/s")
    #expect(file.count == offer.size)
    await source.close()
    await server.drain(within: .zero)
  }
}
