internal import EntenteFileMapping
public import EntenteSchema
internal import EntenteSnapshot

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Writes the shards of a snapshot: each has the texts and postings of a range of the documents, and all that is known of the
/// corpus.
///
/// ```swift
/// let manifest = try SnapshotSharding(memory: 512 << 20).write("corpus.snapshot", count: 4, to: "shards")
/// ```
public struct SnapshotSharding {
  /// The name of the manifest in the folder of the shards.
  public static let manifestName = "manifest.json"
  /// What a document takes besides its text, in bytes of text.
  private static let documentCost = 256

  private let memory: Int

  /// - Parameter memory: in bytes, as for an ingestion.
  public init(memory: Int) { self.memory = memory }

  /// Publishes the shards and then their manifest in a folder that exists. Shards of an earlier generation are replaced once
  /// all new ones are written.
  ///
  /// - Throws: `IngestError` for a snapshot that cannot be sharded, or a file that cannot be written.
  public func write(_ path: String, count: Int, to folder: String) throws(IngestError) -> ShardManifest {
    do {
      let snapshot = try SnapshotReader(path: path)
      try snapshot.checkSections()
      return try write(snapshot, count: count, to: folder)
    } catch let error as IngestError {
      throw error
    } catch let error as SnapshotError {
      throw .failed("\(path): \(error)")
    } catch {
      throw .failed("\(error)")
    }
  }

  private func write(_ snapshot: SnapshotReader, count: Int, to folder: String) throws -> ShardManifest {
    let documents = snapshot.documents.count
    guard (1...SnapshotDirectory.mostShards).contains(count), count <= documents else {
      throw IngestError.failed(
        "the snapshot has \(documents) documents: there can be 1 to \(min(documents, SnapshotDirectory.mostShards)) shards"
      )
    }
    let plan = MemoryPlan(limit: memory, folder: folder)
    let writer = try ShardWriter(snapshot, memory: plan.section)
    var manifest = ShardManifest(
      corpusID: snapshot.id, generation: snapshot.directory.generation, writerVersion: snapshot.directory.writerVersion,
      documentCount: UInt64(documents), termCount: UInt64(writer.termCount), totalLength: writer.totalLength)
    for (number, range) in try Self.ranges(of: snapshot, count: count).enumerated() {
      let file = "shard-\(number)-of-\(count).snapshot"
      let shard = SnapshotShard(
        number: UInt32(clamping: number), count: UInt32(clamping: count), firstDocument: UInt64(range.lowerBound),
        endDocument: UInt64(range.upperBound))
      let id = try writer.write(shard, to: Self.newPath(file, in: folder), spill: plan.spillFile)
      manifest.shards.append(
        ShardFile(
          file: file, snapshotID: id, firstDocument: shard.firstDocument, endDocument: shard.endDocument,
          firstDocumentID: try snapshot.documents[range.lowerBound].id,
          size: UInt64(clamping: try FileStatus(path: Self.newPath(file, in: folder)).size)))
    }
    for shard in manifest.shards {
      let path = folder + "/" + shard.file
      guard unsafe rename(Self.newPath(shard.file, in: folder), path) == 0 else {
        throw IngestError.failed("cannot replace \(path): \(unsafe String(cString: strerror(errno)))")
      }
    }
    try manifest.write(to: folder + "/" + Self.manifestName)
    return manifest
  }

  private static func newPath(_ file: String, in folder: String) -> String { "\(folder)/new-\(file)" }

  /// Ranges of documents with about the same amount of text; none is empty.
  private static func ranges(of snapshot: SnapshotReader, count: Int) throws(SnapshotError) -> [Range<Int>] {
    let lists = try snapshot.knowledge().documents
    let documents = snapshot.documents.count
    let total = (0..<documents).reduce(0) { $0 + lists.textLength(of: $1) + documentCost }
    var ranges: [Range<Int>] = []
    var (start, sum) = (0, 0)
    for number in 1...count {
      var end = start
      let target = total / count * number
      // Each of the other shards needs a document too.
      while end < documents - (count - number), end == start || number == count || sum < target {
        sum += lists.textLength(of: end) + documentCost
        end += 1
      }
      ranges.append(start..<end)
      start = end
    }
    return ranges
  }
}
