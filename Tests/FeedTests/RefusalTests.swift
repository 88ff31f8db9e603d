import EntenteFeed
import EntenteSnapshot
import Foundation
import Testing

/// What must never take the place of a good snapshot.
@Suite(.timeLimit(.minutes(2))) struct RefusalTests {
  let snapshots: Snapshots
  let source: FileSource

  init() throws {
    snapshots = try Snapshots()
    source = FileSource(path: snapshots.path("current"), pollInterval: .milliseconds(50))
  }

  @Test func `no snapshot with a flipped byte, cut off or extended is served`() async throws {
    try await snapshots.build("current", generation: 1)
    try await snapshots.build("next", generation: 2)
    let good = try snapshots.bytes("next")
    let following = try Following(source, starts: false)
    try await following.follower.update()
    var damaged: [[UInt8]] = []
    // Every region of the file, the footer byte by byte.
    for position in Array(stride(from: 0, to: good.count - 56, by: 97)) + Array(good.count - 56..<good.count) {
      var bytes = good
      bytes[position] ^= 1 << UInt8(position % 8)
      damaged.append(bytes)
    }
    damaged += stride(from: 0, to: good.count, by: good.count / 13).map { Array(good.prefix($0)) }
    damaged += [good + [0], good + good, [0] + good]
    for bytes in damaged {
      try snapshots.replace("current", with: bytes)
      await #expect(throws: FollowingError.self) { try await following.follower.update() }
      #expect(following.follower.status.generation == 1)
      #expect(!following.follower.status.problem.isEmpty)
    }
    try snapshots.replace("current", with: good)
    try await following.follower.update()
    #expect(following.follower.status.generation == 2)
    #expect(following.follower.status.problem.isEmpty)
  }

  @Test func `an older snapshot is refused unless that is allowed`() async throws {
    try await snapshots.build("current", generation: 5)
    try await snapshots.build("older", generation: 4)
    for allowsRollback in [false, true] {
      var policy = FollowingPolicy()
      policy.allowsRollback = allowsRollback
      let following = try Following(source, policy: policy, starts: false)
      try snapshots.replace("current", with: try snapshots.bytes("older"))
      try await following.follower.update()
      try await snapshots.build("current", generation: 5)
      try await following.follower.update()
      try snapshots.replace("current", with: try snapshots.bytes("older"))
      if allowsRollback {
        try await following.follower.update()
        #expect(following.follower.status.generation == 4)
      } else {
        await #expect(throws: FollowingError.self) { try await following.follower.update() }
        #expect(following.follower.status.generation == 5)
        #expect(following.follower.status.refusals == [.older: 1])
      }
    }
  }

  @Test func `only snapshots that a trusted key signed are served where a key is trusted`() async throws {
    let (ours, theirs) = (SigningKey(), SigningKey())
    var policy = FollowingPolicy()
    policy.trustedKeys = [SigningKey().publicKey, ours.publicKey]
    let following = try Following(source, policy: policy, starts: false)
    let path = try await snapshots.build("current", generation: 1)
    let signatureFile = URL(fileURLWithPath: path + SnapshotSignature.fileSuffix)
    func refused() async {
      await #expect(throws: FollowingError.self) { try await following.follower.update() }
      #expect(following.follower.content == nil)
    }
    await refused()
    let snapshot = try SnapshotReader(path: path)
    try Data(try theirs.sign(snapshot).bytes).write(to: signatureFile)
    await refused()
    let good = try ours.sign(snapshot).bytes
    for position in 0..<good.count {
      var bytes = good
      bytes[position] ^= 0x10
      try Data(bytes).write(to: signatureFile)
      await refused()
    }
    try Data(good + [0]).write(to: signatureFile)
    await refused()
    #expect(following.follower.status.refusals.keys.elementsEqual([.untrusted]))
    try Data(good).write(to: signatureFile)
    try await following.follower.update()
    #expect(following.follower.status.generation == 1)
    // A signature of one snapshot is none of another.
    try await snapshots.build("current", generation: 2)
    await #expect(throws: FollowingError.self) { try await following.follower.update() }
    #expect(following.follower.status.generation == 1)
  }

  @Test func `a snapshot over the limit is refused before it is fetched`() async throws {
    try await snapshots.build("current", generation: 1)
    var policy = FollowingPolicy()
    policy.maximumSize = 100
    let following = try Following(source, policy: policy, starts: false)
    await #expect(throws: FollowingError.self) { try await following.follower.update() }
    #expect(following.follower.status.refusals == [.unusable: 1])
  }
}
