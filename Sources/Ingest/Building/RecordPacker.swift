internal import EntenteFileMapping
internal import EntenteSchema
internal import EntenteSnapshot
internal import ProtobufCoding

/// Compresses records in parallel. The pieces follow from the records alone, so the bytes do not depend on the threads.
struct RecordPacker: Sendable {
  let dictionary: [UInt8]
  let workers: Workers
  let plan: MemoryPlan

  private static let textsInPiece = 1024

  /// A writer of metadata.
  func recordWriter() -> RecordWriter {
    RecordWriter(dictionary: dictionary, blockSize: RecordBlock.usualSize)
  }

  /// A section, with its dictionary where it has one of its own.
  struct Packed {
    let dictionary: [UInt8]
    let records: RecordSpool
  }

  /// Packs messages.
  ///
  /// - Parameters:
  ///   - minimum: the number of messages from which the section gets its own dictionary.
  ///   - change: what becomes of each message on the way; nil to leave them as they are.
  func pack<Record: SnapshotRecord>(
    _ queue: RecordQueue, of type: Record.Type, atLeast minimum: Int = RecordSample.fewestRecords,
    changing change: (@Sendable (inout Record) -> Void)? = nil
  ) async throws -> Packed {
    var sample = RecordSample()
    for var record: Record in try queue.sample(atLeast: minimum) {
      change?(&record)
      sample.append(record)
    }
    let own = sample.dictionary
    let records = try await pack(queue.pieces()) { piece in
      var writer =
        own.isEmpty ? recordWriter() : RecordWriter(dictionary: own, blockSize: RecordBlock.sizeWithDictionary)
      for bytes in try queue.records(of: piece) {
        guard let change else {
          try writer.append(bytes: Array(bytes))
          continue
        }
        var record = try Record(protobuf: Array(bytes))
        record.restore()
        change(&record)
        try writer.append(record)
      }
      return try writer.finish()
    }
    return Packed(dictionary: own, records: records)
  }

  /// Packs the texts of documents, in the order of `ordinals`.
  func packTexts(_ table: DocumentTable, _ ordinals: [Int], _ done: (Int) -> Void) async throws -> RecordSpool {
    let pieces = stride(from: 0, to: ordinals.count, by: Self.textsInPiece).map {
      ordinals[$0..<min($0 + Self.textsInPiece, ordinals.count)]
    }
    return try await pack(pieces) { ordinals in
      var writer = RecordWriter(dictionary: dictionary, blockSize: RecordBlock.textSize)
      for ordinal in ordinals { try writer.append(Document(text: try table.text(ordinal))) }
      return try writer.finish()
    } done: {
      done($0)
    }
  }

  private func pack<Piece: Sendable>(
    _ pieces: [Piece], _ work: @escaping @Sendable (Piece) throws -> RecordSection, done: (Int) -> Void = { _ in }
  ) async throws -> RecordSpool {
    var spool = RecordSpool(limit: plan.section, file: plan.spillFile)
    var next = pieces.makeIterator()
    let consume = { (section: RecordSection) in
      try spool.append(section)
      done(spool.recordCount)
    }
    try await orderedMap(workers, next: { next.next() }, work: work, consume: consume)
    return spool
  }

  /// A dictionary from texts spread over the corpus.
  static func dictionary(of table: DocumentTable) throws -> [UInt8] {
    let budget = 4 << 20
    let total = table.entries.reduce(0) { $0 + Int($1.textSize) }
    let step = max(total / budget, 1)
    var trainer = DictionaryTrainer()
    for index in stride(from: 0, to: table.count, by: step) {
      trainer.add(Array(try table.text(index).utf8.prefix(1 << 16)))
    }
    return trainer.train()
  }
}
