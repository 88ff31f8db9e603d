internal import ProtobufCoding
internal import Snapshot

/// Compresses records in parallel. The pieces follow from the records alone, so the bytes do not depend on the threads.
struct RecordPacker: Sendable {
  let dictionary: [UInt8]
  let threads: Int

  /// A block of metadata is small, because one record of it is read at a time.
  static let recordBlockSize = 16 << 10
  /// A block of texts is larger: texts compress better together.
  static let textBlockSize = 64 << 10

  func pack<Record: ProtobufMessage>(_ records: [Record], blockSize: Int = recordBlockSize) async throws
    -> RecordSection
  {
    // Few bytes, and much alike: the slowest level costs little and takes off 6 %.
    try await pack(records.count, pieceSize: 4096, blockSize: blockSize, level: 9) { records[$0].protobufBytes() }
  }

  /// - Parameter bytes: of the record of an ordinal.
  func pack(
    _ count: Int, pieceSize: Int, blockSize: Int, level: Int = 7, _ bytes: @escaping @Sendable (Int) -> [UInt8]
  ) async throws -> RecordSection {
    let pieces = (count + pieceSize - 1) / pieceSize
    let sections = try await parallelMap(pieces, threads: threads) { piece in
      var writer = try RecordWriter(dictionary: dictionary, blockSize: blockSize, level: level)
      for ordinal in piece * pieceSize..<min((piece + 1) * pieceSize, count) {
        try writer.append(bytes: bytes(ordinal))
      }
      return try writer.finish()
    }
    var whole = RecordSection()
    for section in sections { whole.append(section) }
    return whole
  }

  /// A dictionary from texts spread over the corpus.
  static func dictionary(of texts: [String]) -> [UInt8] {
    let budget = 4 << 20
    let total = texts.reduce(0) { $0 + $1.utf8.count }
    let step = max(total / budget, 1)
    var trainer = DictionaryTrainer()
    for index in stride(from: 0, to: texts.count, by: step) { trainer.add(Array(texts[index].utf8.prefix(1 << 16))) }
    return trainer.train()
  }
}
