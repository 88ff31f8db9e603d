import EntenteCorpus
import EntenteFileMapping
import EntenteIngest
import EntenteRouter
import EntenteSchema
import EntenteSnapshot
import Foundation
import TestCorpora
import Testing

/// Shards that were damaged or forged, and files that are no shards.
@Suite(.timeLimit(.minutes(5))) struct DamageTests {
  @Test func `a damaged shard gives an answer or an error, and ends`() async throws {
    var mixer = try SentenceMixer(seed: 5)
    let test = try await ShardedCorpus(mixer.documents(8))
    let shards = try test.shards(2)
    var random = SplitMix64(state: 3)
    for file in shards.files {
      let good = [UInt8](try Data(contentsOf: file))
      for _ in 0..<60 {
        var bytes = good
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        }
        ask(bytes)
      }
      for _ in 0..<20 { ask(Array(good.prefix(Int.random(in: 0..<good.count, using: &random)))) }
    }
  }

  private func ask(_ bytes: [UInt8]) {
    guard let corpus = try? Corpus(SnapshotReader(ByteRegion(bytes))) else { return }
    let id = corpus.reference.id
    for query in ["OTAN Japon", "\"sécurité maritime\"", "-OTAN", "cyb*", "comment la défense progresse-t-elle ?"] {
      let found = try? corpus.searchShard(
        ShardSearchRequest(corpusID: id, query: query, limit: 20, facets: [.year, .organisation]))
      _ = try? corpus.show(ShowRequest(corpusID: id, query: query, hits: found?.hits ?? []))
    }
    _ = try? corpus.suggestShard(ShardSuggestRequest(corpusID: id, request: SuggestRequest(prefix: "c")))
    _ = try? corpus.documents()
    _ = try? VerifiedSnapshot(verifying: corpus.snapshot)
  }

  @Test func `a shard is neither merged nor sharded again`() async throws {
    let test = try await ShardedCorpus(CorpusFixture.spellings)
    let shards = try test.shards(2)
    let folder = shards.files[0].deletingLastPathComponent()
    await #expect(throws: IngestError.self) {
      try await SnapshotBuilder(options: IngestOptions()).merge(
        shards.files.map(\.path), output: folder.appending(path: "merged").path)
    }
    #expect(throws: IngestError.self) {
      try SnapshotSharding(memory: 1 << 20).write(shards.files[0].path, count: 2, to: folder.path)
    }
    #expect(throws: IngestError.self) {
      try SnapshotSharding(memory: 1 << 20).write(
        folder.appending(path: "corpus.snapshot").path, count: CorpusFixture.spellings.count + 1, to: folder.path)
    }
  }

  @Test func `a manifest that contradicts itself is refused`() async throws {
    let test = try await ShardedCorpus(CorpusFixture.spellings)
    let good = try test.shards(3).set.manifest
    let path = FileManager.default.temporaryDirectory.appending(path: "manifest-\(UUID().uuidString).json").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let changes: [(inout ShardManifest) -> Void] = [
      { $0.corpusID = "no id" }, { $0.shards.swapAt(0, 1) }, { $0.shards.removeLast() }, { $0.shards = [] },
      { $0.shards[1].firstDocument += 1 }, { $0.shards[2].endDocument = .max }, { $0.shards[0].file = "../other" },
      { $0.documentCount = .max }, { $0.shards[1].firstDocumentID = "" }, { $0.shards[0].snapshotID = "" },
    ]
    for change in changes {
      var manifest = good
      change(&manifest)
      try manifest.write(to: path)
      #expect(throws: ShardManifestError.self) { try ShardManifest(path: path) }
    }
    try good.write(to: path)
    #expect(try ShardManifest(path: path) == good)
    for text in ["", "[]", "{\"shards\": 3}", String(repeating: "[", count: 100_000)] {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      #expect(throws: ShardManifestError.self) { try ShardManifest(path: path) }
    }
  }
}
