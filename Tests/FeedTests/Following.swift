import EntenteFeed
import EntenteSchema
import EntenteSnapshot
import Logging
import Testing

/// What the tests serve: it stays as long as somebody uses it.
final class Served: Sendable {
  let snapshot: SnapshotReader

  init(_ snapshot: SnapshotReader) { self.snapshot = snapshot }

  /// The text of the first document, which names the generation.
  var text: String { get throws { try snapshot.text(ofDocument: 0) } }
}

/// A follower and the task that runs it.
final class Following {
  let follower: SnapshotFollower<Served>
  private let task: Task<Void, Never>

  init(
    _ source: any SnapshotSource, cache: String? = nil, policy: FollowingPolicy = FollowingPolicy(),
    starts: Bool = true
  ) throws {
    var policy = policy
    policy.firstPause = .milliseconds(20)
    policy.longestPause = .milliseconds(100)
    let follower = SnapshotFollower(
      source: source, cache: try SnapshotCache(folder: cache), policy: policy, logger: Logger(label: "test")
    ) { snapshot in Served(snapshot) }
    self.follower = follower
    task = Task { if starts { await follower.run() } }
  }

  func stop() async {
    task.cancel()
    await task.value
  }

  func reaches(_ generation: UInt64) async {
    await eventually("generation \(generation)") { [follower] in follower.status.generation == generation }
  }

  /// Waits until something was refused for that reason.
  func refuses(_ kind: FollowingError.Kind) async {
    await eventually("a refusal as \(kind)") { [follower] in follower.status.refusals[kind] != nil }
  }
}
