private import Crypto
internal import EntenteFileMapping
internal import EntenteSchema

extension SnapshotReader {
  /// Checks that the bytes of the file match its id and footer.
  ///
  /// Reads the whole file once, but not the records' contents, which `VerifiedSnapshot` checks too.
  ///
  /// - Throws: `SnapshotError.checksum` with the first damaged section, or `.wrongID`.
  public func checkContent() throws(SnapshotError) {
    guard hashedContent() != id else { return }
    // Says more where it finds something.
    try checkSections()
    throw .wrongID
  }

  /// SHA-256 of all bytes before the footer, in hexadecimal.
  func hashedContent() -> String {
    var hash = SHA256()
    let end = file.count - SnapshotFormat.footerSize
    var position = 0
    while let piece = file.slice(position, min(1 << 20, end - position)), piece.count > 0 {
      // Sound: the hash reads the mapped bytes while the closure runs.
      unsafe piece.bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
      position += piece.count
    }
    return hexadecimal(Array(hash.finalize()))
  }

  /// Whether the other snapshot has the same sections, differing at most in its generation.
  public func saysTheSame(as other: SnapshotReader) -> Bool {
    directory.sections == other.directory.sections && directory.writerVersion == other.directory.writerVersion
  }

  /// The last bytes of the file, which hold the id and the position of the directory, and so identify all the others.
  package var footer: [UInt8] {
    file.array(file.count - SnapshotFormat.footerSize, SnapshotFormat.footerSize) ?? []
  }

  /// The id in the last bytes of a file; nil if they are not a snapshot's.
  package static func id(inFooter bytes: [UInt8]) -> String? {
    guard bytes.count == SnapshotFormat.footerSize, Array(bytes.suffix(8)) == SnapshotFormat.tailMagic else {
      return nil
    }
    return hexadecimal(Array(bytes[16..<48]))
  }
}
