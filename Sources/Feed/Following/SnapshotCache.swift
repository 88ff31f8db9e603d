internal import EntenteFileMapping
internal import EntenteSchema
internal import EntenteSnapshot

/// The copies of snapshots being served, each stored under its id, so that any number of processes may share the folder.
///
/// ```
/// cache/<id>.snapshot       complete once it has this name
/// cache/<id>.snapshot.sig   its signature
/// cache/.scratch-….partial  a copy in progress
/// ```
///
/// Without a folder, the copies are unnamed files that disappear with the process.
public struct SnapshotCache: Sendable {
  /// How many generations are kept for starting without the source.
  private static let generationsKept = 2
  private static let ending = ".snapshot"

  private let folder: String
  private let isKept: Bool

  /// - Parameters:
  ///   - folder: created if it does not exist; nil to keep nothing.
  ///   - temporaryFolder: the folder for unnamed copies.
  public init(folder: String?, temporaryFolder: String = "/tmp") throws(FollowingError) {
    self.folder = folder ?? temporaryFolder
    isKept = folder != nil
    guard isKept else { return }
    do throws(FileMappingError) { try FileChanges.makeFolder(self.folder) } catch {
      throw FollowingError(storage: error)
    }
    ScratchFile.removeLeftovers(in: self.folder)
  }

  func makeFile() throws(FollowingError) -> ScratchFile {
    do throws(FileMappingError) { return try ScratchFile(folder: folder, isNamed: isKept) } catch {
      throw FollowingError(storage: error)
    }
  }

  /// Opens a cached copy; nil if there is none with that id.
  ///
  /// - Throws: `FollowingError.damaged` after removing a copy that does not match its name.
  func copy(id: String) throws(FollowingError) -> CachedCopy? {
    guard isKept, Self.isID(id) else { return nil }
    let path = path(id)
    guard (try? FileStatus(path: path)) != nil else { return nil }
    do throws(SnapshotError) {
      let snapshot = try SnapshotReader(path: path)
      try snapshot.checkContent()
      guard snapshot.id == id else { throw .wrongID }
      return CachedCopy(snapshot: snapshot, signature: SnapshotSignature(besideFile: path))
    } catch {
      FileChanges.remove(path)
      FileChanges.remove(path + SnapshotSignature.fileSuffix)
      throw FollowingError(.damaged, "the copy \(path) was removed: \(error)")
    }
  }

  /// The ids of all copies.
  func ids() -> [String] {
    guard isKept, let names = try? FolderListing(path: folder).names else { return [] }
    return names.compactMap { name in
      guard name.hasSuffix(Self.ending) else { return nil }
      let id = String(name.dropLast(Self.ending.count))
      return Self.isID(id) ? id : nil
    }
  }

  /// The ids of all copies, the newest generation first; last what is no snapshot.
  func idsFromNewest() -> [String] {
    ids().map { id in
      let generation = (try? SnapshotReader(path: path(id)))?.directory.generation ?? 0
      return (id: id, generation: generation, modified: modified(id))
    }
    .sorted { ($0.generation, $0.modified) > ($1.generation, $1.modified) }
    .map(\.id)
  }

  /// Gives a complete copy its name.
  func keep(_ file: ScratchFile, id: String, signature: SnapshotSignature?) throws(FollowingError) {
    guard isKept, Self.isID(id) else { return }
    do throws(FileMappingError) {
      if let signature {
        let beside = try ScratchFile(folder: folder)
        try beside.append(signature.bytes)
        try beside.publish(as: id + Self.ending + SnapshotSignature.fileSuffix)
      }
      try file.publish(as: id + Self.ending)
    } catch {
      throw FollowingError(storage: error)
    }
  }

  /// Removes all copies except that of `serving` and the newest others, `generationsKept` in all.
  ///
  /// A copy that another process maps stays readable to it.
  func prune(serving: String) {
    let others = ids().filter { $0 != serving }
      .sorted { (modified($0), $0) > (modified($1), $1) }
    for id in others.dropFirst(Self.generationsKept - 1) {
      FileChanges.remove(path(id))
      FileChanges.remove(path(id) + SnapshotSignature.fileSuffix)
    }
  }

  private func modified(_ id: String) -> Int { (try? FileStatus(path: path(id)).modified) ?? 0 }

  private func path(_ id: String) -> String { "\(folder)/\(id)\(Self.ending)" }

  private static func isID(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}

/// A cached copy whose bytes have been verified.
struct CachedCopy: Sendable {
  let snapshot: SnapshotReader
  let signature: SnapshotSignature?
}
