private import Crypto
public import EntenteFileMapping
public import EntenteSchema
internal import EntenteZlib
internal import ProtobufCoding

// The grammar is that of SnapshotFormat.swift.

/// Writes a snapshot section by section, and publishes it atomically.
///
/// ```swift
/// var writer = try SnapshotWriter(path: "corpus.snapshot")
/// try writer.append(section: "documents", records)
/// let id = try writer.publish(directory)
/// ```
///
/// It is a `FilePublication`: a reader sees the old snapshot or the new one, even if the writer is killed. The same
/// sections give the same bytes.
public struct SnapshotWriter: ~Copyable {
  private var file: FilePublication
  private var position = 0
  private(set) var sections: [SnapshotSection] = []
  private var hash = SHA256()

  /// Begins the file.
  ///
  /// - Throws: `PublicationError` if `path` cannot be written, or another process is writing it.
  public init(path: String) throws(PublicationError) { try self.init(path: path, version: SnapshotFormat.version) }

  init(path: String, version: UInt32) throws(PublicationError) {
    var file = try FilePublication(path: path)
    let head = SnapshotFormat.headMagic + littleEndian(version) + littleEndian(UInt32(0))
    try file.write(head)
    hash.update(data: head)
    position = head.count
    self.file = file
  }

  /// What was written by now.
  func written() throws(PublicationError) -> ByteRegion { try file.written() }

  /// Appends a section that is read in place.
  public mutating func append(section name: String, _ bytes: [UInt8]) throws(PublicationError) {
    try append(name, bytes, .raw, recordCount: 0)
  }

  /// Appends the preset dictionary of one record section, or of all sections without their own.
  ///
  /// - Parameters:
  ///   - dictionary: only its last 32 KiB are used.
  ///   - section: nil for all sections without their own.
  /// - Throws: `PublicationError` or `ZlibError`.
  public mutating func append(dictionary: [UInt8], of section: String? = nil) throws {
    let name = section.map(SectionName.dictionary(of:)) ?? SectionName.dictionary
    try append(section: name, try BlockDictionary.encode(dictionary))
  }

  /// Appends the blocks of records, and their index.
  public mutating func append(section name: String, _ records: RecordSection) throws(PublicationError) {
    try append(name, records.blocks, .recordBlocks, recordCount: UInt64(records.recordCount))
    try append(SectionName.blocks(of: name), records.index, .raw, recordCount: 0)
  }

  /// Appends a section that is read in place, without holding it in memory.
  public mutating func append(section name: String, _ bytes: ByteSpool) throws(PublicationError) {
    try append(name, bytes, .raw, recordCount: 0)
  }

  /// Appends parts that are read in place, without holding them in memory.
  ///
  /// - Throws: `PublicationError`, or `SnapshotError` if the parts exceed 4 GiB.
  package mutating func append(section name: String, _ parts: PartSpool) throws {
    let ends = try PackedEnds.encode(parts.sizes, of: name)
    try append(name, parts.bytes, after: ends, .raw, recordCount: 0)
  }

  /// Appends the blocks of records, and their index, without holding them in memory.
  public mutating func append(section name: String, _ records: RecordSpool) throws(PublicationError) {
    try append(name, records.blocks, .recordBlocks, recordCount: UInt64(records.recordCount))
    try append(SectionName.blocks(of: name), records.index, .raw, recordCount: 0)
  }

  /// Appends a section of another snapshot as it is there.
  mutating func append(copyOf section: SnapshotSection, _ bytes: ByteRegion) throws(PublicationError) {
    let start = position
    var offset = 0
    while let piece = bytes.array(offset, min(ByteSpool.pieceSize, bytes.count - offset)), !piece.isEmpty {
      try write(piece)
      offset += piece.count
    }
    try end(section.name, start, crc32(bytes.bytes), section.encoding, section.recordCount)
  }

  private mutating func append(
    _ name: String, _ bytes: [UInt8], _ encoding: SectionEncoding, recordCount: UInt64
  ) throws(PublicationError) {
    let start = position
    try write(bytes)
    try end(name, start, crc32(unsafe bytes.span.bytes), encoding, recordCount)
  }

  private mutating func append(
    _ name: String, _ bytes: ByteSpool, after head: [UInt8] = [], _ encoding: SectionEncoding, recordCount: UInt64
  ) throws(PublicationError) {
    let start = position
    var checksum = crc32(unsafe head.span.bytes)
    try write(head)
    let bytesStart = position
    while position - bytesStart < bytes.count {
      let piece: [UInt8]
      do throws(SpillError) {
        piece = try bytes.read(position - bytesStart, ByteSpool.pieceSize)
      } catch {
        throw .failed(path: error.folder, step: .readSpill, code: error.code)
      }
      checksum = crc32(unsafe piece.span.bytes, initial: checksum)
      try write(piece)
    }
    try end(name, start, checksum, encoding, recordCount)
  }

  /// Ends the section that began at `start`.
  private mutating func end(
    _ name: String, _ start: Int, _ checksum: UInt32, _ encoding: SectionEncoding, _ recordCount: UInt64
  ) throws(PublicationError) {
    sections.append(
      SnapshotSection(
        name: name, offset: UInt64(start), length: UInt64(position - start), crc32: checksum, encoding: encoding,
        recordCount: recordCount))
    try pad()
  }

  /// Writes directory and footer, and renames the file into place.
  ///
  /// - Parameter directory: the directory, except for its sections.
  /// - Returns: the id of the snapshot.
  public consuming func publish(_ directory: SnapshotDirectory) throws(PublicationError) -> String {
    var directory = directory
    directory.sections = sections
    let offset = position
    let bytes = directory.protobufBytes()
    try write(bytes)
    try pad()
    let id = Array(hash.finalize())
    try write(
      Footer.bytes(
        directoryOffset: offset, directoryLength: bytes.count, directoryChecksum: crc32(unsafe bytes.span.bytes), id: id
      ))
    try file.publish()
    return hexadecimal(id)
  }

  private mutating func pad() throws(PublicationError) {
    try write([UInt8](repeating: 0, count: position.alignedUp - position))
  }

  private mutating func write(_ bytes: [UInt8]) throws(PublicationError) {
    hash.update(data: bytes)
    try file.write(bytes)
    position += bytes.count
  }
}
