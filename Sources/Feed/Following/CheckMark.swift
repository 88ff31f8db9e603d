internal import EntenteFileMapping

// mark := device " " inode " " size " " modified " " changed "\n"       decimal; the times in nanoseconds since 1970

/// What a file was like when its bytes were last verified.
///
/// A file that is like that still has not been written to since; the time of the last change cannot be set by a program. What
/// goes wrong on the disk itself it does not show.
struct CheckMark: Equatable {
  static let fileSuffix = ".mark"
  private static let maximumSize = 128

  private let text: String

  init(_ status: FileStatus) {
    text = "\(status.identity.device) \(status.identity.inode) \(status.size) \(status.modified) \(status.changed)\n"
  }

  /// The mark beside a file; nil if there is none.
  init?(besideFile path: String) {
    guard var file = try? RegularFile(path: path + Self.fileSuffix),
      let bytes = try? file.readAll(limit: Self.maximumSize)
    else { return nil }
    text = String(decoding: bytes, as: UTF8.self)
  }

  var bytes: [UInt8] { Array(text.utf8) }
}
