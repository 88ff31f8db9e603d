internal import EntenteFileMapping
internal import EntenteSchema
internal import EntenteSnapshot
internal import ProtobufCoding

/// Compresses records in parallel. The pieces follow from the records alone, so the bytes do not depend on the threads.
struct RecordPacker: Sendable {
  let dictionary: [UInt8]
  let workers: Workers
  let plan: MemoryPlan

  /// A block of metadata is small, because one record of it is read at a time.
  private static let recordBlockSize = 16 << 10
  /// A block of texts is larger: texts compress better together.
  private static let textBlockSize = 64 << 10
  private static let textsInPiece = 1024

  /// A writer of metadata.
  func recordWriter() -> RecordWriter {
    RecordWriter(dictionary: dictionary, blockSize: Self.recordBlockSize)
  }

  /// Packs messages as they are.
  func pack(_ queue: RecordQueue) async throws -> RecordSpool {
    try await pack(queue.pieces()) { piece, writer in
      for record in try queue.records(of: piece) { try writer.append(bytes: Array(record)) }
    }
  }

  /// Packs messages that change on the way.
  func pack<Record: ProtobufMessage>(
    _ queue: RecordQueue, changing change: @escaping @Sendable (inout Record) -> Void
  ) async throws -> RecordSpool {
    try await pack(queue.pieces()) { piece, writer in
      for bytes in try queue.records(of: piece) {
        var record = try Record(protobuf: Array(bytes))
        change(&record)
        try writer.append(record)
      }
    }
  }

  private func pack<Piece: Sendable>(
    _ pieces: [Piece], _ write: @escaping @Sendable (Piece, inout RecordWriter) throws -> Void
  ) async throws -> RecordSpool {
    try await pack(pieces) { piece in
      var writer = recordWriter()
      try write(piece, &writer)
      return try writer.finish()
    }
  }

  /// Packs the texts of documents, in the order of `ordinals`.
  func packTexts(_ table: DocumentTable, _ ordinals: [Int], _ done: (Int) -> Void) async throws -> RecordSpool {
    let pieces = stride(from: 0, to: ordinals.count, by: Self.textsInPiece).map {
      ordinals[$0..<min($0 + Self.textsInPiece, ordinals.count)]
    }
    return try await pack(pieces) { ordinals in
      var writer = RecordWriter(dictionary: dictionary, blockSize: Self.textBlockSize)
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
