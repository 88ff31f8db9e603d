import Crypto
import EntenteFileMapping
import EntenteSchema
import EntenteSnapshot
import EntenteZlib
import Foundation
import ProtobufCoding

/// The snapshot of the seeds under any generation and of any size: what replicas follow in tests.
final class PublishedCorpus: Sendable {
  let folder: String
  private let original: [UInt8]

  init() throws {
    let built = try BuiltSnapshot()
    original = [UInt8](try Data(contentsOf: URL(fileURLWithPath: built.path)))
    folder = FileManager.default.temporaryDirectory.path + "/published-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// The same corpus as another generation, with a section of random bytes that fills it up to `size`.
  func image(generation: UInt64, size: Int = 0) throws -> [UInt8] {
    let reader = try SnapshotReader(ByteRegion(original))
    var directory = reader.directory
    directory.generation = generation
    let end = directory.sections.map { Int($0.offset + $0.length) }.max() ?? 16
    var bytes = Array(original[..<aligned(end)])
    if size > bytes.count {
      let filler = noise(size - bytes.count)
      directory.sections.append(
        SnapshotSection(
          name: "filler", offset: UInt64(bytes.count), length: UInt64(filler.count),
          crc32: crc32(unsafe filler.span.bytes), encoding: .raw))
      bytes += filler
    }
    let (offset, encoded) = (bytes.count, directory.protobufBytes())
    bytes += encoded
    bytes += [UInt8](repeating: 0, count: aligned(bytes.count) - bytes.count)
    let id = Array(SHA256.hash(data: bytes))
    bytes += littleEndian(UInt64(offset)) + littleEndian(UInt32(encoded.count))
    bytes += littleEndian(crc32(unsafe encoded.span.bytes)) + id + Array("1ETNETNE".utf8)
    return bytes
  }

  /// Puts a file in its place in one step.
  func publish(_ bytes: [UInt8], as name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)), options: .atomic)
  }

  /// Random bytes, of which every 64 KiB are the same: a debug build makes 200 MB of them in no time.
  private func noise(_ count: Int) -> [UInt8] {
    let block = (0..<8_192).flatMap { _ in littleEndian(UInt64.random(in: .min ... .max)) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    while bytes.count < count { bytes += block.prefix(count - bytes.count) }
    return bytes
  }

  private func aligned(_ count: Int) -> Int { (count + 7) & ~7 }

  private func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
    (0..<value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}
