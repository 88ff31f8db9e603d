import EntenteClient
import EntenteCorpus
import EntenteIngest
import EntenteQuery
import EntenteRouter
import EntenteSchema
import EntenteSnapshot
import Foundation
import Synchronization
import TTRPC
import TestCorpora

/// A corpus of random documents, whole and in shards, each of them called as over a socket.
final class ShardedCorpus {
  let corpus: Corpus
  /// The services of the whole corpus.
  let whole: QueryClient
  private let folder: URL

  init(_ documents: [(id: String, title: String, text: String)]) async throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "shards-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    corpus = try await CorpusFixture.make(documents, output: folder.appending(path: "corpus.snapshot").path)
    let corpus = corpus
    whole = QueryClient(LocalChannel([QueryService { corpus }.queryService]))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Writes the shards, and opens them.
  func shards(_ count: Int) throws -> Shards {
    let manifest = try SnapshotSharding(memory: 1 << 20).write(
      folder.appending(path: "corpus.snapshot").path, count: count, to: folder.path)
    let read = try ShardManifest(path: folder.appending(path: SnapshotSharding.manifestName).path)
    precondition(read == manifest)
    let files = manifest.shards.map { folder.appending(path: $0.file) }
    return Shards(set: ShardSet(manifest), files: files, corpora: try files.map { try Corpus(path: $0.path) })
  }

  struct Shards {
    let set: ShardSet
    let files: [URL]
    let corpora: [Corpus]

    var channels: [any RPCChannel] {
      corpora.map { corpus in
        LocalChannel([
          QueryService { corpus }.queryService, ShardService { _ in corpus }.shardService,
          HealthService { corpus }.healthService,
        ])
      }
    }

    /// A router over all of them.
    var router: QueryClient { client(channels) }

    /// A router over some channels, one for each shard.
    func client(_ channels: [any RPCChannel]) -> QueryClient {
      QueryClient(LocalChannel([service(channels).queryService]))
    }

    func service(_ channels: [any RPCChannel]) -> RouterService {
      RouterService(sets: { [set] in [set] }, shards: channels)
    }
  }
}

/// What a call gives: an answer, or the error that comes instead.
enum Outcome<Answer: Hashable & Sendable>: Hashable, Sendable {
  case answer(Answer)
  case error(RPCStatusCode, String)

  init(_ call: () async throws(RPCError) -> Answer) async {
    do throws(RPCError) {
      self = .answer(try await call())
    } catch {
      self = .error(error.code, error.message)
    }
  }
}
