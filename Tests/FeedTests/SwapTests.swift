import EntenteFeed
import EntenteSchema
import EntenteSnapshot
import Foundation
import Testing

@Suite(.timeLimit(.minutes(2))) struct SwapTests {
  @Test func `readers end on the snapshot that they began with, through hundreds of swaps`() async throws {
    let snapshots = try Snapshots()
    let names = try await [
      snapshots.build("odd", generation: 1, documents: 20), snapshots.build("even", generation: 2, documents: 30),
    ]
    let images = try ["odd", "even"].map { try snapshots.bytes($0) }
    let counts = try names.map { try SnapshotReader(path: $0).documents.count }
    var policy = FollowingPolicy()
    policy.allowsRollback = true
    try snapshots.replace("current", with: images[0])
    let source = FileSource(path: snapshots.path("current"), pollInterval: .milliseconds(50))
    let following = try Following(source, cache: snapshots.path("cache"), policy: policy, starts: false)
    let follower = following.follower
    try await follower.update()
    let readers = (0..<4).map { _ in
      Task.detached {
        var reads = 0
        while !Task.isCancelled {
          guard let served = follower.content else { continue }
          let generation = Int(served.snapshot.directory.generation)
          for ordinal in [0, counts[generation - 1] - 1] {
            guard try served.snapshot.text(ofDocument: ordinal).hasPrefix("Génération \(generation),") else {
              return -1
            }
          }
          reads += 1
          await Task.yield()
        }
        return reads
      }
    }
    let swaps = 40
    for swap in 1...swaps {
      try snapshots.replace("current", with: images[swap % 2])
      try await follower.update()
      #expect(follower.generationsInUse <= 2)
    }
    for reader in readers {
      reader.cancel()
      #expect(try await reader.value > 0)
    }
    #expect(follower.status.swaps == swaps + 1)
    #expect(follower.status.refusals.isEmpty)
  }

  @Test func `a third generation is not opened while somebody reads the first`() async throws {
    let snapshots = try Snapshots()
    try await snapshots.build("current", generation: 1)
    let source = FileSource(path: snapshots.path("current"), pollInterval: .milliseconds(50))
    let following = try Following(source)
    await following.reaches(1)
    var first = following.follower.content
    try await snapshots.build("current", generation: 2)
    await following.reaches(2)
    try await snapshots.build("current", generation: 3)
    try await Task.sleep(for: .milliseconds(600))
    #expect(following.follower.status.generation == 2)
    #expect(try first?.text == "Génération 1, document 0.")
    first = nil
    await following.reaches(3)
    await following.stop()
  }
}
