internal import EntenteFileMapping

/// Every file below some paths, with what tells that it was changed.
struct InputState: Hashable, Sendable {
  private struct Entry: Hashable, Sendable {
    let path: String
    let identity: FileIdentity
    let size: Int
    let modified: Int
  }

  /// A folder deeper than this is not looked into: links may lead in a circle.
  private static let maximumDepth = 64

  private var entries: [Entry] = []

  init(of paths: [String], besides: Set<String>) {
    for path in paths { add(path, besides, depth: 0) }
  }

  private mutating func add(_ path: String, _ besides: Set<String>, depth: Int) {
    guard depth < Self.maximumDepth, !besides.contains(path), let status = try? FileStatus(path: path) else { return }
    guard status.kind == .folder else {
      entries.append(Entry(path: path, identity: status.identity, size: status.size, modified: status.modified))
      return
    }
    guard let names = try? FolderListing(path: path).names else { return }
    for name in names where !name.hasPrefix(".") {
      add(path.hasSuffix("/") ? path + name : "\(path)/\(name)", besides, depth: depth + 1)
    }
  }
}
