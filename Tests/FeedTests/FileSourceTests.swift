import EntenteFeed
import EntenteSnapshot
import Foundation
import Testing

@Suite(.timeLimit(.minutes(1))) struct FileSourceTests {
  let snapshots: Snapshots
  let source: FileSource

  init() throws {
    snapshots = try Snapshots()
    source = FileSource(path: snapshots.path("current"), pollInterval: .milliseconds(100))
  }

  @Test func `a file that is renamed into place is served`() async throws {
    try await snapshots.build("current", generation: 1)
    let following = try Following(source)
    await following.reaches(1)
    try await snapshots.build("next", generation: 2)
    try FileManager.default.removeItem(atPath: snapshots.path("current"))
    try FileManager.default.moveItem(atPath: snapshots.path("next"), toPath: snapshots.path("current"))
    await following.reaches(2)
    #expect(try following.follower.content?.text == "Génération 2, document 0.")
    await following.stop()
  }

  @Test func `a file that is rewritten in place is served anew, and what was served before stays whole`() async throws {
    try await snapshots.build("current", generation: 1)
    try await snapshots.build("next", generation: 2, documents: 40)
    let following = try Following(source)
    await following.reaches(1)
    let old = try #require(following.follower.content)
    try snapshots.rewrite("current", try snapshots.bytes("next"))
    await following.reaches(2)
    #expect(try old.text == "Génération 1, document 0.")
    try old.snapshot.checkContent()
    await following.stop()
  }

  @Test func `truncating or zeroing the file harms nobody`() async throws {
    try await snapshots.build("current", generation: 1)
    let size = try snapshots.bytes("current").count
    let following = try Following(source)
    await following.reaches(1)
    try snapshots.rewrite("current", [])
    await following.refuses(.damaged)
    try snapshots.rewrite("current", [UInt8](repeating: 0, count: size))
    let served = try #require(following.follower.content)
    try served.snapshot.checkContent()
    #expect(try served.text == "Génération 1, document 0.")
    #expect(!following.follower.status.problem.isEmpty)
    await following.stop()
  }

  @Test func `a file that disappears leaves its snapshot served, and is followed again when it is back`() async throws {
    try await snapshots.build("current", generation: 1)
    let following = try Following(source)
    await following.reaches(1)
    try FileManager.default.removeItem(atPath: snapshots.path("current"))
    await following.refuses(.unreadable)
    #expect(following.follower.content != nil)
    try await snapshots.build("current", generation: 2)
    await following.reaches(2)
    #expect(following.follower.status.problem.isEmpty)
    await following.stop()
  }

  @Test func `a pipe is refused without waiting for its writer`() async throws {
    unsafe mkfifo(snapshots.path("current"), 0o600)
    let following = try Following(source, starts: false)
    await #expect(throws: FollowingError.self) { try await following.follower.update() }
    await following.stop()
  }
}
