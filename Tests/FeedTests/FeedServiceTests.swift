import EntenteFeed
import EntenteFileMapping
import EntenteSchema
import EntenteSnapshot
import Foundation
import TTRPC
import Testing

/// A feed over a real socket.
final class RunningFeed {
  let service = FeedService()
  let address: ServerAddress
  private let server: RPCServer
  private let task: Task<Void, Never>

  init(port: Int = 0) async throws {
    server = RPCServer(services: [service.feedService])
    address = ServerAddress(host: "127.0.0.1", port: try await server.listen(host: "127.0.0.1", port: port))
    task = Task { [service] in await service.run() }
  }

  func stop() async {
    task.cancel()
    await task.value
    await server.drain(within: .zero)
  }
}

@Suite(.timeLimit(.minutes(1))) struct FeedServiceTests {
  let snapshots: Snapshots

  init() throws { snapshots = try Snapshots() }

  func fetch(_ feed: FeedClient, _ request: FetchRequest) async throws(RPCError) -> [UInt8] {
    var bytes: [UInt8] = []
    for try await chunk in try feed.fetch(request) {
      #expect(chunk.offset == request.offset + UInt64(bytes.count))
      #expect(chunk.data.count <= 256 << 10)
      bytes += chunk.data
    }
    return bytes
  }

  @Test func `it hands out the newest two, from any offset`() async throws {
    let feed = try await RunningFeed()
    let client = RPCClient(addresses: [feed.address])
    let calls = FeedClient(client)
    #expect(try await calls.describe(DescribeFeedRequest()).publications.isEmpty)
    await #expect(throws: RPCError.self) { _ = try await fetch(calls, FetchRequest()) }
    var ids: [String] = []
    for generation in UInt64(1)...3 {
      try await snapshots.build("current", generation: generation, documents: 3_000)
      ids.append(try feed.service.publish(path: snapshots.path("current")).snapshotID)
    }
    let described = try await calls.describe(DescribeFeedRequest()).publications
    #expect(described.map(\.snapshotID) == [ids[2], ids[1]])
    #expect(described.map(\.generation) == [3, 2])
    let bytes = try snapshots.bytes("current")
    for offset in [0, 1, 56, bytes.count / 2, bytes.count - 1, bytes.count] {
      let rest = try await fetch(calls, FetchRequest(snapshotID: ids[2], offset: UInt64(offset)))
      #expect(rest == Array(bytes[offset...]))
      let one = try await calls.read(FetchRequest(snapshotID: ids[2], offset: UInt64(offset)))
      #expect(one.data == Array(bytes[offset...].prefix(256 << 10)))
      #expect(one.publication?.snapshotID == ids[2])
    }
    // The file of that name is another by now.
    let before = try await fetch(calls, FetchRequest(snapshotID: ids[1]))
    #expect(before != bytes)
    #expect(before.count == Int(described[1].size))
    for (request, code) in [
      (FetchRequest(snapshotID: ids[0]), RPCStatusCode.notFound),
      (FetchRequest(snapshotID: ids[2], offset: UInt64(bytes.count + 1)), .outOfRange),
      (FetchRequest(snapshotID: ids[2], offset: .max), .outOfRange),
      (FetchRequest(snapshotID: String(repeating: "a", count: 65)), .invalidArgument),
    ] {
      do {
        _ = try await fetch(calls, request)
        Issue.record("\(request) was answered")
      } catch { #expect(error.code == code) }
    }
    await client.close()
    await feed.stop()
  }

  @Test func `a file that is no snapshot is not published, and the one before stays`() async throws {
    let feed = FeedService()
    try await snapshots.build("good", generation: 1)
    try feed.publish(path: snapshots.path("good"))
    var bytes = try snapshots.bytes("good")
    bytes[bytes.count / 3] ^= 4
    try snapshots.replace("bad", with: bytes)
    #expect(throws: FollowingError.self) { try feed.publish(path: snapshots.path("bad")) }
    #expect(throws: FollowingError.self) { try feed.publish(path: snapshots.path("none")) }
    #expect(feed.publications.map(\.generation) == [1])
  }

  @Test func `a follower gets each generation, over a feed that stops and comes back`() async throws {
    var feed = try await RunningFeed()
    let address = feed.address
    try await snapshots.build("current", generation: 1)
    try feed.service.publish(path: snapshots.path("current"))
    let following = try Following(FeedSource(addresses: [address]))
    await following.reaches(1)
    try await snapshots.build("current", generation: 2)
    try feed.service.publish(path: snapshots.path("current"))
    await following.reaches(2)
    await feed.stop()
    await following.refuses(.unreachable)
    #expect(following.follower.content != nil)
    feed = try await RunningFeed(port: address.port)
    try await snapshots.build("current", generation: 3)
    try feed.service.publish(path: snapshots.path("current"))
    await following.reaches(3)
    #expect(following.follower.status.problem.isEmpty)
    await following.stop()
    await feed.stop()
  }

  @Test func `of several addresses one that answers is enough`() async throws {
    let feed = try await RunningFeed()
    try await snapshots.build("current", generation: 1)
    try feed.service.publish(path: snapshots.path("current"))
    let dead = ServerAddress(host: "127.0.0.1", port: 1)
    let following = try Following(FeedSource(addresses: [dead, feed.address, dead]))
    await following.reaches(1)
    await following.stop()
    await feed.stop()
  }

  @Test func `a signature travels with its snapshot`() async throws {
    let key = SigningKey()
    let path = try await snapshots.build("current", generation: 1)
    try Data(try key.sign(try SnapshotReader(path: path)).bytes).write(
      to: URL(fileURLWithPath: path + SnapshotSignature.fileSuffix))
    let feed = try await RunningFeed()
    try feed.service.publish(path: path)
    var policy = FollowingPolicy()
    policy.trustedKeys = [key.publicKey]
    let following = try Following(FeedSource(addresses: [feed.address]), policy: policy)
    await following.reaches(1)
    await following.stop()
    await feed.stop()
  }
}
