internal import EntenteFileMapping
internal import EntenteSchema
internal import EntenteSnapshot
internal import ProtobufCoding

/// Encoded messages that follow each other.
struct EncodedRecords: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var sizes: [UInt32] = []

  mutating func append(_ record: some SnapshotRecord) {
    var compact = record
    compact.compact()
    let record = compact.protobufBytes()
    bytes += record
    sizes.append(UInt32(clamping: record.count))
  }
}

/// Messages that wait to be packed, in a spool.
struct RecordQueue: Sendable {
  private var spool: ByteSpool
  private var sizes: [UInt32] = []

  init(spool: ByteSpool) { self.spool = spool }

  var count: Int { sizes.count }

  /// - Returns: where the bytes of the first one begin.
  @discardableResult
  mutating func append(_ records: EncodedRecords) throws -> Int {
    sizes += records.sizes
    return try spool.append(records.bytes)
  }

  /// The message of `size` bytes at `offset`.
  func record<Record: SnapshotRecord>(_ offset: Int, _ size: Int) throws -> Record {
    var record = try Record(protobuf: try spool.read(offset, size))
    record.restore()
    return record
  }

  /// Messages that are spread over the queue, as the dictionary of a section is made of them; none if it has too few.
  func sample<Record: SnapshotRecord>(atLeast minimum: Int = RecordSample.fewestRecords) throws -> [Record] {
    var records: [Record] = []
    var (offset, next) = (0, 0)
    for ordinal in RecordSample.ordinals(of: sizes.count, atLeast: minimum) {
      while next < ordinal {
        offset += Int(sizes[next])
        next += 1
      }
      records.append(try record(offset, Int(sizes[ordinal])))
    }
    return records
  }

  /// The messages in pieces of a fixed number, which follow from the messages alone.
  func pieces(of count: Int = 4096) -> [Piece] {
    var pieces: [Piece] = []
    var offset = 0
    for start in stride(from: 0, to: sizes.count, by: count) {
      let range = start..<min(start + count, sizes.count)
      pieces.append(Piece(offset: offset, records: range))
      offset += sizes[range].reduce(0) { $0 + Int($1) }
    }
    return pieces
  }

  struct Piece: Sendable {
    fileprivate let offset: Int
    fileprivate let records: Range<Int>
  }

  /// The encoded messages of a piece.
  func records(of piece: Piece) throws -> [ArraySlice<UInt8>] {
    let bytes = try spool.read(piece.offset, sizes[piece.records].reduce(0) { $0 + Int($1) })
    var start = 0
    return sizes[piece.records].map { size in
      defer { start += Int(size) }
      return bytes[start..<start + Int(size)]
    }
  }
}
