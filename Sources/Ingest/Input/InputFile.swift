internal import Foundation

/// The formats that are read, by the ending of a file's name; each may end in `.gz` too.
enum InputFormat: String, CaseIterable {
  case text = "txt"
  case markdown = "md"
  case html
  case jsonLines = "jsonl"
}

/// A file to read.
struct InputFile: Hashable {
  let path: String
  /// Below the path that was named, with its ending: what people are shown.
  let name: String
  /// `name` without its endings.
  let id: String
  let format: InputFormat
  let isCompressed: Bool

  /// Nil for a name with another ending.
  init?(path: String, name: String) {
    var parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    isCompressed = parts.last == "gz"
    if isCompressed { parts.removeLast() }
    guard parts.count > 1, let format = InputFormat(rawValue: parts.removeLast().lowercased()) else { return nil }
    self.format = format
    self.path = path
    self.name = name
    id = parts.joined(separator: ".")
    guard !id.isEmpty, !id.hasSuffix("/") else { return nil }
  }
}

/// The files below the paths that were named.
struct InputListing {
  private(set) var files: [InputFile] = []
  private(set) var rejections: [Rejection] = []
  /// The manifests that were found, by folder.
  private(set) var manifests: [String] = []

  static let manifestName = "corpus.json"

  /// Files that are no input: those that the ingestion itself writes, which may lie in a folder that it reads.
  private let own: Set<String>

  /// Lists in the order of names, whatever the file system gives.
  ///
  /// - Parameter own: paths that are passed over where a folder holds them.
  init(_ paths: [String], besides own: [String] = []) {
    self.own = Set(own.map(Self.real))
    for path in paths { add(path) }
  }

  /// By its name first, so that no path is resolved in vain.
  private func isOwn(_ name: String, at path: String) -> Bool {
    own.contains { $0.hasSuffix("/" + name) } && own.contains(Self.real(path))
  }

  /// The path without links and dots; the file need not be there.
  private static func real(_ path: String) -> String {
    let url = URL(fileURLWithPath: path)
    return url.deletingLastPathComponent().resolvingSymlinksInPath().appending(path: url.lastPathComponent).path
  }

  private mutating func add(_ path: String) {
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      rejections.append(Rejection(path, "no such file or folder"))
      return
    }
    guard isFolder.boolValue else {
      addFile(path, name: path.split(separator: "/").last.map(String.init) ?? path, wasNamed: true)
      return
    }
    let before = files.count
    addFolder(path, prefix: "")
    if files.count == before {
      rejections.append(
        Rejection(
          path, "no document in this folder; it is searched for .txt, .md, .html and .jsonl, each optionally .gz"))
    }
  }

  private mutating func addFolder(_ path: String, prefix: String) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      rejections.append(Rejection(path, "the folder cannot be read"))
      return
    }
    for name in names.sorted() where !name.hasPrefix(".") {
      let child = "\(path)/\(name)"
      guard !isOwn(name, at: child) else { continue }
      var isFolder: ObjCBool = false
      guard unsafe FileManager.default.fileExists(atPath: child, isDirectory: &isFolder) else {
        rejections.append(Rejection(prefix + name, "a link that leads nowhere"))
        continue
      }
      if isFolder.boolValue {
        addFolder(child, prefix: "\(prefix)\(name)/")
      } else if name == Self.manifestName {
        manifests.append(child)
      } else {
        addFile(child, name: prefix + name, wasNamed: false)
      }
    }
  }

  private mutating func addFile(_ path: String, name: String, wasNamed: Bool) {
    guard let file = InputFile(path: path, name: name) else {
      rejections.append(
        Rejection(name, "unknown format; convert it to .txt, .md, .html or .jsonl (each optionally .gz)"))
      return
    }
    files.append(file)
    // The manifest of a folder describes its files when they are named one by one, too.
    guard wasNamed else { return }
    let folder = path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]) : "."
    let manifest = "\(folder)/\(Self.manifestName)"
    if FileManager.default.fileExists(atPath: manifest), !manifests.contains(manifest) { manifests.append(manifest) }
  }
}
