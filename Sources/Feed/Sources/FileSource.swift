public import EntenteFileMapping
internal import EntenteSnapshot
internal import ProtobufCoding

/// Follows a file, whether a new one is renamed over it or it is rewritten in place.
///
/// The file itself is never mapped, so truncating or rewriting it does no harm. Changes are noticed at once if the system
/// reports them, otherwise when the file is next polled.
public final class FileSource: SnapshotSource {
  private let path: String
  private let pollInterval: Duration
  /// How long a file must stay unchanged to count as completely written.
  private static let settlingTime = Duration.milliseconds(50)

  public init(path: String, pollInterval: Duration = .seconds(2)) {
    self.path = path
    self.pollInterval = pollInterval
  }

  public var name: String { path }

  public func next(after known: SnapshotOffer?) async throws(FollowingError) -> SnapshotOffer {
    // Watching starts before the first look, so that no change is missed.
    let watch = FolderWatch(paths: [folder])
    while true {
      let offer = try offer()
      guard let known else { return offer }
      if offer.revision != known.revision {
        try await pause(Self.settlingTime)
        if try self.offer().revision == offer.revision { return offer }
        continue
      }
      await watch.wait(atMost: pollInterval)
      if Task.isCancelled { throw .cancelled }
    }
  }

  public func fetch(_ offer: SnapshotOffer, into file: ScratchFile) async throws(FollowingError) {
    try await offLoop { [self] () throws(FollowingError) in
      let source = try open()
      guard Self.revision(source.status) == offer.revision else {
        throw FollowingError(.replaced, "\(path) was replaced while it was read")
      }
      do throws(FileMappingError) { try file.copy(source) } catch { throw FollowingError(storage: error) }
      guard let now = try? source.statusNow(), Self.revision(now) == offer.revision, file.count == now.size else {
        throw FollowingError(.replaced, "\(path) was changed in place while it was read")
      }
    }
  }

  public func signature(of offer: SnapshotOffer) async throws(FollowingError) -> SnapshotSignature? {
    SnapshotSignature(besideFile: path)
  }

  // MARK: Looking

  private var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private func open() throws(FollowingError) -> RegularFile {
    do throws(FileMappingError) { return try RegularFile(path: path) } catch {
      throw FollowingError(.unreadable, "\(error)")
    }
  }

  private func offer() throws(FollowingError) -> SnapshotOffer {
    let file = try open()
    let size = file.status.size
    let footer = try? file.read(at: size - SnapshotFormat.footerSize, atMost: SnapshotFormat.footerSize)
    return SnapshotOffer(
      revision: Self.revision(file.status), snapshotID: footer.flatMap(SnapshotReader.id(inFooter:)), size: size,
      published: ProtobufTimestamp(nanosecondsSince1970: Int64(file.status.modified)))
  }

  private static func revision(_ status: FileStatus) -> String {
    "\(status.identity):\(status.size):\(status.modified)"
  }
}
