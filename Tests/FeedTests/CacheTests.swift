import EntenteFeed
import EntenteFileMapping
import EntenteSnapshot
import Foundation
import Testing

@Suite(.timeLimit(.minutes(1))) struct CacheTests {
  let snapshots: Snapshots
  let source: FileSource

  init() throws {
    snapshots = try Snapshots()
    source = FileSource(path: snapshots.path("current"), pollInterval: .milliseconds(50))
  }

  var cache: String { snapshots.path("cache") }
  var files: [String] { (try? FileManager.default.contentsOfDirectory(atPath: cache))?.sorted() ?? [] }

  /// Follows through some generations, and stops.
  func fill(_ generations: ClosedRange<UInt64>) async throws {
    let following = try Following(source, cache: cache, starts: false)
    for generation in generations {
      try await snapshots.build("current", generation: generation)
      try await following.follower.update()
    }
  }

  /// The cached copy of the current snapshot.
  func newestCopy() throws -> String {
    let newest = try SnapshotReader(path: snapshots.path("current")).id
    return "\(cache)/\(newest).snapshot"
  }

  /// Flips a bit in the newest copy, and returns its path.
  func damageNewest() throws -> String {
    let path = try newestCopy()
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    bytes[bytes.count / 2] ^= 1
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test func `the last two generations stay, and the newest is served without the source`() async throws {
    try await fill(1...4)
    #expect(files.filter { $0.hasSuffix(".snapshot") }.count == 2)
    #expect(files.count == 4)
    try FileManager.default.removeItem(atPath: snapshots.path("current"))
    let following = try Following(source, cache: cache, starts: false)
    #expect(await following.follower.startFromCache())
    #expect(try following.follower.content?.text == "Génération 4, document 0.")
  }

  @Test func `a damaged copy is removed, and the one before is served`() async throws {
    try await fill(1...2)
    let path = try damageNewest()
    let following = try Following(source, cache: cache, starts: false)
    #expect(await following.follower.startFromCache())
    #expect(following.follower.status.generation == 1)
    #expect(!FileManager.default.fileExists(atPath: path))
    // And the source brings it back.
    try await following.follower.update()
    #expect(following.follower.status.generation == 2)
    #expect(FileManager.default.fileExists(atPath: path))
  }

  /// Writes a copy's mark anew, as if its bytes had been verified.
  func mark(_ path: String) throws {
    let status = try FileStatus(path: path)
    let identity = status.identity
    try Data("\(identity.device) \(identity.inode) \(status.size) \(status.modified) \(status.changed)\n".utf8)
      .write(to: URL(fileURLWithPath: path + ".mark"))
  }

  @Test func `damage that a mark does not show is found after the start, and the copy before is served`() async throws {
    try await fill(1...2)
    let path = try damageNewest()
    try mark(path)
    try FileManager.default.removeItem(atPath: snapshots.path("current"))
    let following = try Following(source, cache: cache, starts: false)
    #expect(await following.follower.startFromCache())
    #expect(following.follower.status.generation == 2)
    let running = Task { [follower = following.follower] in await follower.run() }
    await following.reaches(1)
    #expect(following.follower.status.refusals[.damaged] == 1)
    #expect(!FileManager.default.fileExists(atPath: path))
    // And the source brings it back.
    try await snapshots.build("current", generation: 2)
    await following.reaches(2)
    running.cancel()
    await running.value
  }

  @Test func `an unchanged copy is served before its bytes are read`() async throws {
    try await fill(1...1)
    let marked = try Data(contentsOf: URL(fileURLWithPath: try newestCopy() + ".mark"))
    let path = try damageNewest()
    try mark(path)
    let following = try Following(source, cache: cache, starts: false)
    // The damage is not seen yet: only `run` reads everything.
    #expect(await following.follower.startFromCache())
    try marked.write(to: URL(fileURLWithPath: path + ".mark"))
    let changed = try Following(source, cache: cache, starts: false)
    #expect(await changed.follower.startFromCache() == false)
  }

  @Test func `a copy under another's id is not served`() async throws {
    try await fill(1...2)
    let newest = try SnapshotReader(path: snapshots.path("current")).id
    let other = try #require(files.first { !$0.hasPrefix(newest) && $0.hasSuffix(".snapshot") })
    try FileManager.default.removeItem(atPath: "\(cache)/\(newest).snapshot")
    try FileManager.default.moveItem(atPath: "\(cache)/\(other)", toPath: "\(cache)/\(newest).snapshot")
    let following = try Following(source, cache: cache, starts: false)
    #expect(await following.follower.startFromCache() == false)
  }

  @Test func `two replicas share a folder`() async throws {
    try await snapshots.build("current", generation: 1)
    let following = try (0..<4).map { _ in try Following(source, cache: cache) }
    for one in following { await one.reaches(1) }
    for generation in UInt64(2)...6 {
      try await snapshots.build("current", generation: generation)
      for one in following { await one.reaches(generation) }
    }
    for one in following {
      await one.stop()
      try one.follower.content?.snapshot.checkContent()
    }
    let fresh = try Following(source, cache: cache, starts: false)
    #expect(await fresh.follower.startFromCache())
    #expect(fresh.follower.status.generation == 6)
  }

  @Test func `what a killed process left half-done is removed, and what a running one does is not`() async throws {
    try FileManager.default.createDirectory(atPath: cache, withIntermediateDirectories: true)
    try Data("half".utf8).write(to: URL(fileURLWithPath: "\(cache)/.scratch-dead.partial"))
    try Data("mine".utf8).write(to: URL(fileURLWithPath: "\(cache)/notes.txt"))
    try await fill(1...1)
    #expect(files.filter { $0.hasPrefix(".scratch") }.isEmpty)
    #expect(files.contains("notes.txt"))
  }

  @Test func `a folder that cannot be written is told, and nothing is lost`() async throws {
    try await snapshots.build("current", generation: 1)
    try Data().write(to: URL(fileURLWithPath: snapshots.path("file")))
    #expect(throws: FollowingError.self) { try SnapshotCache(folder: snapshots.path("file") + "/cache") }
    #expect(throws: FollowingError.self) { try SnapshotCache(folder: snapshots.path("file")) }
  }

  @Test func `signed copies stay trusted, and unsigned ones are not started from`() async throws {
    let key = SigningKey()
    var policy = FollowingPolicy()
    policy.trustedKeys = [key.publicKey]
    let path = try await snapshots.build("current", generation: 1)
    try Data(try key.sign(try SnapshotReader(path: path)).bytes).write(
      to: URL(fileURLWithPath: path + SnapshotSignature.fileSuffix))
    let following = try Following(source, cache: cache, policy: policy, starts: false)
    try await following.follower.update()
    let again = try Following(source, cache: cache, policy: policy, starts: false)
    #expect(await again.follower.startFromCache())
    for name in files where name.hasSuffix(SnapshotSignature.fileSuffix) {
      try FileManager.default.removeItem(atPath: "\(cache)/\(name)")
    }
    let unsigned = try Following(source, cache: cache, policy: policy, starts: false)
    #expect(await unsigned.follower.startFromCache() == false)
  }
}
