internal import EntenteFileMapping
public import EntenteSchema
internal import Foundation

/// Why a file is not the manifest of shards.
public struct ShardManifestError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }
}

extension ShardManifest {
  private static let largestFile = 1 << 20

  /// Reads a manifest and checks that its shards make up a corpus.
  public init(path: String) throws(ShardManifestError) {
    func fail(_ reason: String) -> ShardManifestError { ShardManifestError("\(path): \(reason)") }
    let bytes: [UInt8]?
    do throws(FileMappingError) {
      var file = try RegularFile(path: path)
      bytes = try file.readAll(limit: Self.largestFile)
    } catch {
      throw ShardManifestError("\(error)")
    }
    guard let bytes else { throw fail("a manifest has at most \(Self.largestFile) bytes") }
    do {
      self = try JSONDecoder().decode(Self.self, from: Data(bytes))
    } catch {
      throw fail("it is not a manifest of shards: write one with entente-ingest shard")
    }
    if let fault { throw fail("the manifest is damaged: \(fault)") }
  }

  /// Publishes the manifest at `path`, atomically.
  public func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    var file = try FilePublication(path: path)
    try file.write(Array(try encoder.encode(self)) + [0x0A])
    try file.publish()
  }

  /// What contradicts itself; nil for a good manifest.
  private var fault: String? {
    guard Self.isID(corpusID) else { return "its corpus has no id" }
    guard !shards.isEmpty, shards.count <= SnapshotDirectory.mostShards, documentCount <= UInt32.max else {
      return "it has \(shards.count) shards of \(documentCount) documents"
    }
    var next: UInt64 = 0
    for (number, shard) in shards.enumerated() {
      guard shard.firstDocument == next, shard.endDocument > next else {
        return "the documents of shard \(number) do not follow those of the one before"
      }
      next = shard.endDocument
      guard Self.isID(shard.snapshotID), !shard.file.isEmpty, !shard.file.contains("/"), shard.file != ".." else {
        return "shard \(number) has no id or no file name"
      }
      guard number == 0 || shards[number - 1].firstDocumentID.utf8.lexicographicallyPrecedes(shard.firstDocumentID.utf8)
      else { return "the ids of shard \(number) do not follow those of the one before" }
    }
    return next == documentCount ? nil : "its shards have \(next) of \(documentCount) documents"
  }

  private static func isID(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// The shard that a document is in, by its id, whether the corpus has it or not.
  public func shard(ofDocument id: String) -> Int {
    let after = shards.firstIndex { id.utf8.lexicographicallyPrecedes($0.firstDocumentID.utf8) } ?? shards.count
    return max(after - 1, 0)
  }
}
