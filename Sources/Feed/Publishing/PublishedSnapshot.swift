internal import EntenteFileMapping
internal import EntenteSchema
internal import EntenteSnapshot

/// A snapshot served by a feed: an open file, which stays readable when another takes its name.
final class PublishedSnapshot: Sendable {
  /// The most data in one message, in bytes.
  static let chunkSize = 256 << 10

  let publication: Publication
  private let file: RegularFile

  /// - Throws: `FollowingError` if the file is not a complete snapshot.
  init(path: String) throws(FollowingError) {
    do throws(FileMappingError) { file = try RegularFile(path: path) } catch {
      throw FollowingError(.unreadable, "\(error)")
    }
    do throws(SnapshotError) {
      let snapshot = try SnapshotReader(path: path)
      try snapshot.checkContent()
      publication = Publication(
        snapshotID: snapshot.id, generation: snapshot.directory.generation, size: UInt64(snapshot.file.count),
        signature: SnapshotSignature(besideFile: path)?.bytes ?? [],
        published: .init(nanosecondsSince1970: Int64(file.status.modified)))
    } catch {
      throw FollowingError(error)
    }
    // Another file may have taken the name between the two opens.
    guard file.status.size == Int(publication.size),
      let footer = try? file.read(at: file.status.size - SnapshotFormat.footerSize, atMost: SnapshotFormat.footerSize),
      SnapshotReader.id(inFooter: footer) == publication.snapshotID
    else { throw FollowingError(.replaced, "\(path) was replaced while it was opened") }
  }

  /// Up to `chunkSize` bytes from `offset`.
  func chunk(at offset: Int) throws(FollowingError) -> [UInt8] {
    do throws(FileMappingError) {
      return try file.read(at: offset, atMost: min(Self.chunkSize, Int(publication.size) - offset))
    } catch {
      throw FollowingError(.unreadable, "\(error)")
    }
  }
}
