internal import EntenteFileMapping
internal import EntenteSchema
internal import EntenteSnapshot

/// The copies of snapshots being served, each stored under its id, so that any number of processes may share the folder.
///
/// ```
/// cache/<id>.snapshot       complete once it has this name
/// cache/<id>.snapshot.sig   its signature
/// cache/<id>.snapshot.mark  what the file was like when its bytes were last verified (CheckMark.swift)
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
  /// - Parameter trustsMark: whether a file that has not changed since it was last verified may be used at once;
  ///   `CachedCopy.isVerified` is false then, and the bytes remain to be verified.
  /// - Throws: `FollowingError.damaged` after removing a copy that does not match its name.
  func copy(id: String, trustsMark: Bool = false) throws(FollowingError) -> CachedCopy? {
    guard isKept, Self.isID(id) else { return nil }
    let path = path(id)
    guard let status = try? FileStatus(path: path) else { return nil }
    do throws(SnapshotError) {
      let snapshot = try SnapshotReader(path: path)
      guard snapshot.id == id else { throw .wrongID }
      let isMarked = trustsMark && CheckMark(besideFile: path) == CheckMark(status)
      if !isMarked { try verify(snapshot, status) }
      return CachedCopy(
        snapshot: snapshot, signature: SnapshotSignature(besideFile: path), isVerified: !isMarked)
    } catch {
      throw remove(id, because: error)
    }
  }

  /// Verifies the bytes of a copy that was opened by its mark.
  ///
  /// - Throws: `FollowingError.damaged` after removing it.
  func verify(_ copy: CachedCopy) throws(FollowingError) {
    let id = copy.snapshot.id
    do throws(SnapshotError) { try verify(copy.snapshot, try? FileStatus(path: path(id))) } catch {
      throw remove(id, because: error)
    }
  }

  /// - Parameter status: from before the bytes are read, so that what changes meanwhile is noticed at the next start.
  private func verify(_ snapshot: SnapshotReader, _ status: FileStatus?) throws(SnapshotError) {
    try snapshot.checkContent()
    if let status { mark(snapshot.id, CheckMark(status)) }
  }

  /// Without its mark, a copy is verified before it is used again; so failing to write it does no harm.
  private func mark(_ id: String, _ mark: CheckMark) {
    guard let file = try? ScratchFile(folder: folder), (try? file.append(mark.bytes)) != nil else { return }
    try? file.publish(as: id + Self.ending + CheckMark.fileSuffix)
  }

  private func remove(_ id: String, because error: SnapshotError) -> FollowingError {
    remove(id)
    return FollowingError(.damaged, "the copy \(path(id)) was removed: \(error)")
  }

  private func remove(_ id: String) {
    for ending in ["", SnapshotSignature.fileSuffix, CheckMark.fileSuffix] { FileChanges.remove(path(id) + ending) }
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

  /// Gives a complete, verified copy its name.
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
    // After the last change of its name. Whatever stands there now was verified before it got this name.
    if let status = try? FileStatus(path: path(id)) { mark(id, CheckMark(status)) }
  }

  /// Removes all copies except that of `serving` and the newest others, `generationsKept` in all.
  ///
  /// A copy that another process maps stays readable to it.
  func prune(serving: String) {
    let others = ids().filter { $0 != serving }
      .sorted { (modified($0), $0) > (modified($1), $1) }
    for id in others.dropFirst(Self.generationsKept - 1) { remove(id) }
  }

  private func modified(_ id: String) -> Int { (try? FileStatus(path: path(id)).modified) ?? 0 }

  private func path(_ id: String) -> String { "\(folder)/\(id)\(Self.ending)" }

  private static func isID(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}

struct CachedCopy: Sendable {
  let snapshot: SnapshotReader
  let signature: SnapshotSignature?
  /// Whether every byte has been verified since it was opened.
  let isVerified: Bool
}
