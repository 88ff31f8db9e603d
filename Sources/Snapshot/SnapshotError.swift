public import EntenteFileMapping
public import EntenteZlib
public import ProtobufCoding

/// Why a file is not a usable snapshot, and where the fault is.
public enum SnapshotError: Error, Hashable, Sendable {
  case unreadable(FileMappingError)
  /// Neither end has the magic of a snapshot.
  case notASnapshot
  /// Written by a newer version of the format.
  case newerVersion(UInt32)
  /// The terms of its index were made by a language profile that this version does not have.
  case unknownProfile(String)
  /// Written by a version of the format that is not read any more.
  case olderVersion(UInt32)
  /// The text of the document is in another shard of the corpus.
  case inAnotherShard(document: Int, shard: UInt32, of: UInt32)
  /// Whole, but made for a program that knows more: what is missing here.
  case unsupported(String)
  /// The file begins as a snapshot, and its end is missing.
  case truncated(size: Int)
  case directory(DirectoryFault)
  case missingSection(String)
  /// The bytes of a section are not those that were written.
  case checksum(section: String, offset: Int)
  /// A block of records does not inflate.
  case block(section: String, offset: Int, ZlibError)
  /// A record does not decode.
  case record(section: String, ordinal: Int, ProtobufError)
  /// A fixed layout that contradicts itself.
  case layout(section: String, offset: Int, String)
  /// A record refers to a document that is not in the snapshot.
  case reference(section: String, ordinal: Int, to: String)
  /// A span of a record is not inside its text, or does not hold the text that the record gives for it.
  case span(section: String, ordinal: Int, offset: Int, length: Int)
  /// No record of that ordinal.
  case noRecord(section: String, ordinal: Int)
  /// The file as a whole is not the one that was written.
  case wrongID

  public enum DirectoryFault: Hashable, Sendable {
    case outOfBounds(offset: UInt64, length: UInt32)
    case checksum
    case undecodable(ProtobufError)
    /// A section that is not inside the file, not aligned, or overlaps the one before.
    case section(name: String, offset: UInt64, length: UInt64)
    case duplicate(name: String)
  }
}

extension SnapshotError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unreadable(let error): "\(error)"
    case .notASnapshot: "not a snapshot: the file does not begin with the snapshot magic"
    case .newerVersion(let version):
      "the snapshot has format version \(version), and this program reads version \(SnapshotFormat.version): use a newer one"
    case .unknownProfile(let name):
      "the snapshot was indexed by the language profile \(name.debugDescription), which this version lacks: ingest its documents again"
    case .olderVersion(let version):
      "the snapshot has format version \(version), and this program reads version \(SnapshotFormat.version): ingest the documents again"
    case .unsupported(let reason): reason
    case .inAnotherShard(let document, let shard, let count):
      "this is shard \(shard) of \(count), and the text of document \(document) is in another one: ask entente-router"
    case .truncated(let size): "the snapshot is truncated at \(size) bytes: fetch or build it again"
    case .directory(let fault): "the directory of the snapshot is damaged: \(fault.text)"
    case .missingSection(let name): "the snapshot has no section \(name)"
    case .checksum(let section, let offset):
      "the section \(section) at byte \(offset) is damaged: its checksum does not match"
    case .block(let section, let offset, let error): "the section \(section) is damaged at byte \(offset): \(error)"
    case .record(let section, let ordinal, let error):
      "record \(ordinal) of the section \(section) is damaged: \(error)"
    case .layout(let section, let offset, let reason): "the section \(section) is damaged at byte \(offset): \(reason)"
    case .reference(let section, let ordinal, let id):
      "record \(ordinal) of the section \(section) refers to a document that does not exist: \(id)"
    case .span(let section, let ordinal, let offset, let length):
      "record \(ordinal) of the section \(section) quotes text that is not at its span: \(length) bytes at \(offset)"
    case .noRecord(let section, let ordinal): "the section \(section) has no record \(ordinal)"
    case .wrongID: "the snapshot is damaged: its content does not match its id"
    }
  }
}

extension SnapshotError.DirectoryFault {
  fileprivate var text: String {
    switch self {
    case .outOfBounds(let offset, let length): "\(length) bytes at \(offset) run past the end of the file"
    case .checksum: "its checksum does not match"
    case .undecodable(let error): "\(error)"
    case .section(let name, let offset, let length):
      "the section \(name), \(length) bytes at \(offset), overlaps another or is out of bounds"
    case .duplicate(let name): "two sections are named \(name)"
    }
  }
}
