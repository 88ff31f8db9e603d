import EntenteRouter
import EntenteSchema
import EntenteSnapshot
import Logging
import ServiceLifecycle
import Synchronization

/// A manifest that is read again when it changes. The one before stays in use until all shards serve the new one.
final class FollowedManifest: Service {
  private let path: String
  private let shards: Int
  private let interval: Duration
  private let logger: Logger
  private let sets: Mutex<[ShardSet]>

  /// - Parameter shards: how many the router has the replicas of.
  init(path: String, shards: Int, interval: Duration, logger: Logger) throws(ShardManifestError) {
    (self.path, self.shards, self.interval, self.logger) = (path, shards, interval, logger)
    let manifest = try ShardManifest(path: path)
    guard manifest.shards.count == shards else {
      throw ShardManifestError("\(path) has \(manifest.shards.count) shards, and --shard names \(shards)")
    }
    sets = Mutex([ShardSet(manifest)])
  }

  /// The newest generation, and the one before.
  var current: [ShardSet] { sets.withLock { $0 } }

  func run() async throws {
    var problem: String?
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      do throws(ShardManifestError) {
        take(try ShardManifest(path: path))
        problem = nil
      } catch {
        if problem != error.description {
          logger.warning("the manifest cannot be read; keeping the last one: \(error)")
        }
        problem = error.description
      }
      try? await cancelWhenGracefulShutdown { [interval] in try await Task.sleep(for: interval) }
    }
  }

  private func take(_ manifest: ShardManifest) {
    let isNew = sets.withLock { sets in
      guard sets.first?.manifest != manifest else { return false }
      sets = [ShardSet(manifest)] + sets.prefix(1)
      return true
    }
    guard isNew else { return }
    let metadata: Logger.Metadata = [
      "snapshot": "\(manifest.corpusID.prefix(12))", "generation": "\(manifest.generation)",
    ]
    if manifest.shards.count == shards {
      logger.info("the manifest has changed", metadata: metadata)
    } else {
      logger.error(
        "the manifest has \(manifest.shards.count) shards, and --shard names \(shards); keeping the last generation",
        metadata: metadata)
    }
  }
}
