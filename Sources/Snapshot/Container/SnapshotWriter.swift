private import Crypto
public import EntenteFileMapping
public import EntenteSchema
internal import EntenteZlib
internal import ProtobufCoding

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

// The grammar is that of SnapshotFormat.swift.

/// Writes a snapshot section by section, and publishes it in one step.
///
/// ```swift
/// var writer = try SnapshotWriter(path: "corpus.snapshot")
/// try writer.append(section: "documents", records)
/// let id = try writer.publish(directory)
/// ```
///
/// The bytes go to a temporary file in the same folder. `publish` syncs it and renames it: a reader sees the old snapshot or
/// the new one, whenever the writer is killed. The same sections give the same bytes.
public struct SnapshotWriter: ~Copyable {
  private let path: String
  let temporaryPath: String
  private let descriptor: Int32
  private var position = 0
  private(set) var sections: [SnapshotSection] = []
  private var hash = SHA256()
  private var isPublished = false

  /// Opens the temporary file; what a killed writer left there is replaced.
  public init(path: String) throws(SnapshotWriteError) {
    self.path = path
    temporaryPath = path + ".partial"
    // Sound: the kernel reads these paths as C strings that live through the call.
    unsafe unlink(temporaryPath)
    descriptor = unsafe open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw SnapshotWriteError(path: temporaryPath, step: "create", code: errno) }
    try write(SnapshotFormat.headMagic + littleEndian(SnapshotFormat.version) + littleEndian(UInt32(0)))
  }

  deinit {
    close(descriptor)
    if !isPublished { unsafe unlink(temporaryPath) }
  }

  /// Appends a section that is read in place.
  public mutating func append(section name: String, _ bytes: [UInt8]) throws(SnapshotWriteError) {
    try append(name, bytes, .raw, recordCount: 0)
  }

  /// Appends the blocks of records, and their index.
  public mutating func append(section name: String, _ records: RecordSection) throws(SnapshotWriteError) {
    try append(name, records.blocks, .recordBlocks, recordCount: UInt64(records.recordCount))
    try append(SectionName.blocks(of: name), records.index, .raw, recordCount: 0)
  }

  /// Appends a section that is read in place, without holding it in memory.
  public mutating func append(section name: String, _ bytes: ByteSpool) throws(SnapshotWriteError) {
    try append(name, bytes, .raw, recordCount: 0)
  }

  /// Appends parts that are read in place, without holding them in memory.
  ///
  /// - Throws: `SnapshotWriteError`, or `SnapshotError` where the parts take more than 4 GiB.
  package mutating func append(section name: String, _ parts: PartSpool) throws {
    let ends = try SectionParts.ends(parts.sizes, of: name)
    try append(name, parts.bytes, after: ends, .raw, recordCount: 0)
  }

  /// Appends the blocks of records, and their index, without holding them in memory.
  public mutating func append(section name: String, _ records: RecordSpool) throws(SnapshotWriteError) {
    try append(name, records.blocks, .recordBlocks, recordCount: UInt64(records.recordCount))
    try append(SectionName.blocks(of: name), records.index, .raw, recordCount: 0)
  }

  private mutating func append(
    _ name: String, _ bytes: [UInt8], _ encoding: SectionEncoding, recordCount: UInt64
  ) throws(SnapshotWriteError) {
    let start = position
    try write(bytes)
    try end(name, start, crc32(unsafe bytes.span.bytes), encoding, recordCount)
  }

  private mutating func append(
    _ name: String, _ bytes: ByteSpool, after head: [UInt8] = [], _ encoding: SectionEncoding, recordCount: UInt64
  ) throws(SnapshotWriteError) {
    let start = position
    var checksum = crc32(unsafe head.span.bytes)
    try write(head)
    let bytesStart = position
    while position - bytesStart < bytes.count {
      let piece: [UInt8]
      do throws(SpillError) {
        piece = try bytes.read(position - bytesStart, ByteSpool.pieceSize)
      } catch {
        throw SnapshotWriteError(path: error.folder, step: "\(error.step) a temporary file in", code: error.code)
      }
      checksum = crc32(unsafe piece.span.bytes, initial: checksum)
      try write(piece)
    }
    try end(name, start, checksum, encoding, recordCount)
  }

  /// Ends the section that began at `start`.
  private mutating func end(
    _ name: String, _ start: Int, _ checksum: UInt32, _ encoding: SectionEncoding, _ recordCount: UInt64
  ) throws(SnapshotWriteError) {
    sections.append(
      SnapshotSection(
        name: name, offset: UInt64(start), length: UInt64(position - start), crc32: checksum, encoding: encoding,
        recordCount: recordCount))
    try pad()
  }

  /// Writes directory and footer, and puts the file in its place.
  ///
  /// - Parameter directory: whatever it says beside the sections.
  /// - Returns: the id of the snapshot.
  public consuming func publish(_ directory: SnapshotDirectory) throws(SnapshotWriteError) -> String {
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
    guard fsync(descriptor) == 0 else { throw SnapshotWriteError(path: temporaryPath, step: "sync", code: errno) }
    guard unsafe rename(temporaryPath, path) == 0 else {
      throw SnapshotWriteError(path: path, step: "rename to", code: errno)
    }
    isPublished = true
    try syncFolder()
    return hexadecimal(id)
  }

  /// Without this the new name may be lost in a power failure.
  private func syncFolder() throws(SnapshotWriteError) {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let folderDescriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folderDescriptor >= 0 else { throw SnapshotWriteError(path: folder, step: "open", code: errno) }
    defer { close(folderDescriptor) }
    guard fsync(folderDescriptor) == 0 else { throw SnapshotWriteError(path: folder, step: "sync", code: errno) }
  }

  private mutating func pad() throws(SnapshotWriteError) {
    try write([UInt8](repeating: 0, count: position.alignedUp - position))
  }

  private mutating func write(_ bytes: [UInt8]) throws(SnapshotWriteError) {
    hash.update(data: bytes)
    var written = 0
    while written < bytes.count {
      // Sound: the kernel reads inside the array while the closure runs.
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Self.write(descriptor, UnsafeRawBufferPointer(rebasing: buffer[written...]))
      }
      guard count > 0 else { throw SnapshotWriteError(path: temporaryPath, step: "write", code: errno) }
      written += count
    }
    position += bytes.count
  }

  private static func write(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
    #else
      unsafe Darwin.write(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }
}

/// Why a snapshot could not be written.
public struct SnapshotWriteError: Error, Hashable, Sendable, CustomStringConvertible {
  public let path: String
  /// What failed: create, write, sync, rename to.
  public let step: String
  /// `errno` of the call that failed.
  public let code: Int32

  public var description: String { unsafe "cannot \(step) \(path): \(String(cString: strerror(code)))" }
}
