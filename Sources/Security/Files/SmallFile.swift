internal import EntenteFileMapping

/// Files that fit in memory many times over: certificates, keys, lists.
enum SmallFile {
  static let limit = 1 << 20

  static func bytes(of path: String) throws(SecurityError) -> [UInt8] {
    let bytes: [UInt8]?
    do throws(FileMappingError) {
      var file = try RegularFile(path: path)
      bytes = try file.readAll(limit: limit)
    } catch {
      throw SecurityError(error)
    }
    guard let bytes else { throw SecurityError(path: path, "it is larger than \(limit) bytes") }
    return bytes
  }
}
