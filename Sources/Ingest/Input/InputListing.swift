internal import EntenteFileMapping

/// The files below the paths that were named, each once, however many names lead to it.
///
/// A link inside a folder is followed where it leads to something inside the same folder; one that leads out of it is
/// refused, so that nobody ingests what he did not name. What is named itself may be a link.
struct InputListing {
  /// In the order of their names.
  private(set) var files: [InputFile] = []
  private(set) var findings = InputFindings()
  /// The manifests that were found.
  private(set) var manifests: [String] = []

  static let manifestName = "corpus.json"

  /// Files that are no input: those that the ingestion itself writes, which may lie in a folder that it reads.
  private let own: Set<String>
  private var found: [Found] = []

  private struct Found {
    let file: InputFile
    let identity: FileIdentity
    let isLinked: Bool

    /// Which of the names of a file is taken.
    static func comesFirst(_ left: Found, _ right: Found) -> Bool {
      if left.isLinked != right.isLinked { return right.isLinked }
      if left.file.name != right.file.name {
        return left.file.name.utf8.lexicographicallyPrecedes(right.file.name.utf8)
      }
      return left.file.path.utf8.lexicographicallyPrecedes(right.file.path.utf8)
    }
  }

  /// - Parameter own: paths that are passed over where a folder holds them.
  init(_ paths: [String], besides own: [String] = []) {
    self.own = Set(own.compactMap(RealPath.ofFile))
    for path in paths { add(path) }
    takeEachOnce()
  }

  // What is named

  private mutating func add(_ path: String) {
    let status: FileStatus
    let isStandardInput = path == InputFile.standardInputPath
    do throws(FileMappingError) { status = try FileStatus(path: isStandardInput ? StandardInput.path : path) } catch {
      findings.rejections.append(Rejection(path, error.reason))
      return
    }
    guard !isStandardInput else {
      found.append(Found(file: .standardInput, identity: status.identity, isLinked: false))
      return
    }
    guard status.kind == .folder else {
      addFile(path, name: path.split(separator: "/").last.map(String.init) ?? path, status, isLinked: false)
      addManifest(beside: path)
      return
    }
    let before = found.count
    addTree(path)
    if found.count == before {
      findings.rejections.append(
        Rejection(
          path, "no document in this folder; it is searched for .txt, .md, .html and .jsonl, each optionally .gz"))
    }
  }

  /// The manifest of a folder describes its files when they are named one by one, too.
  private mutating func addManifest(beside path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
    let manifest = folder + Self.manifestName
    if (try? FileStatus(path: manifest)) != nil, !manifests.contains(manifest) { manifests.append(manifest) }
  }

  private mutating func addFile(_ path: String, name: String, _ status: FileStatus, isLinked: Bool) {
    guard status.kind == .regular else {
      findings.rejections.append(Rejection(name, "it is \(status.kind), not a regular file"))
      return
    }
    guard let file = InputFile(path: path, name: name, size: status.size) else {
      findings.rejections.append(
        Rejection(name, "unknown format; convert it to .txt, .md, .html or .jsonl (each optionally .gz)"))
      return
    }
    found.append(Found(file: file, identity: status.identity, isLinked: isLinked))
  }

  // Folders

  /// Folders and links that wait, of one named folder.
  private struct Walk {
    let root: String
    var folders: [(path: String, prefix: String, isLinked: Bool)] = []
    var links: [(path: String, name: String)] = []
    var visited: Set<FileIdentity> = []

    func isInside(_ path: String) -> Bool { path.hasPrefix(root == "/" ? root : root + "/") }
  }

  private mutating func addTree(_ path: String) {
    guard let root = RealPath.of(path), let status = try? FileStatus(path: path) else { return }
    var walk = Walk(root: root)
    walk.visited.insert(status.identity)
    walk.folders.append((path, "", false))
    // Links last, so that each file is found under its own name first.
    while true {
      if let folder = walk.folders.popLast() {
        addFolder(folder.path, folder.prefix, isLinked: folder.isLinked, &walk)
      } else if let link = walk.links.popLast() {
        follow(link.path, link.name, &walk)
      } else {
        return
      }
    }
  }

  private mutating func addFolder(_ path: String, _ prefix: String, isLinked: Bool, _ walk: inout Walk) {
    let listing: FolderListing
    do throws(FileMappingError) { listing = try FolderListing(path: path) } catch {
      findings.rejections.append(
        Rejection(prefix.isEmpty ? path : prefix, "the folder cannot be read: \(error.reason)"))
      return
    }
    for name in listing.undecodedNames where !name.hasPrefix(".") {
      findings.rejections.append(Rejection(prefix + name, "its name is not UTF-8; rename it"))
    }
    for name in listing.names where !name.hasPrefix(".") {
      let child = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
      guard !isOwn(name, at: child) else { continue }
      let status: FileStatus
      do throws(FileMappingError) { status = try FileStatus(path: child, followsLinks: false) } catch {
        findings.rejections.append(Rejection(prefix + name, error.reason))
        continue
      }
      switch status.kind {
      case .folder:
        if walk.visited.insert(status.identity).inserted { walk.folders.append((child, "\(prefix)\(name)/", isLinked)) }
      case .link: walk.links.append((child, prefix + name))
      default:
        if name == Self.manifestName {
          manifests.append(child)
        } else {
          addFile(child, name: prefix + name, status, isLinked: isLinked)
        }
      }
    }
  }

  private mutating func follow(_ path: String, _ name: String, _ walk: inout Walk) {
    guard let target = RealPath.of(path), let status = try? FileStatus(path: path) else {
      findings.rejections.append(Rejection(name, "a link that leads nowhere"))
      return
    }
    guard walk.isInside(target) || target == walk.root else {
      findings.rejections.append(
        Rejection(name, "a link that leads out of the folder; name \(target) itself to ingest it"))
      return
    }
    if status.kind != .folder {
      if name.split(separator: "/").last.map(String.init) == Self.manifestName {
        manifests.append(path)
      } else {
        addFile(path, name: name, status, isLinked: true)
      }
    } else if walk.visited.insert(status.identity).inserted {
      walk.folders.append((path, "\(name)/", true))
    }
  }

  /// By its name first, so that no path is resolved in vain.
  private func isOwn(_ name: String, at path: String) -> Bool {
    own.contains { $0.hasSuffix("/" + name) } && RealPath.ofFile(path).map(own.contains) == true
  }

  // Files

  private mutating func takeEachOnce() {
    found.sort(by: Found.comesFirst)
    var taken: [FileIdentity: String] = [:]
    for item in found {
      guard let name = taken[item.identity] else {
        taken[item.identity] = item.file.name
        files.append(item.file)
        continue
      }
      if name != item.file.name {
        findings.remarks.append(InputRemark(item.file.name, "another name of \(name), which is read"))
      }
    }
    found = []
    files.sort { left, right in
      left.name == right.name
        ? left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
        : left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
    }
    manifests.sort()
    findings.rejections.sort { ($0.input, $0.reason) < ($1.input, $1.reason) }
  }
}
