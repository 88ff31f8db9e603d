/// Why a stream could not be inflated.
public enum ZlibError: Error, Hashable, Sendable {
  /// Not a zlib or gzip stream, or one whose bytes or checksum are damaged.
  case corrupt
  /// The stream ends before its end marker.
  case truncated
  /// The stream holds more bytes than were announced or allowed.
  case tooLong(limit: Int)
  /// The stream holds fewer bytes than were announced.
  case tooShort(announced: Int, actual: Int)
  /// The stream was made with a preset dictionary that is not at hand.
  case dictionaryMissing
  /// zlib could not have the memory that it needs.
  case outOfMemory
}

extension ZlibError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .corrupt: "the zlib stream is damaged"
    case .truncated: "the zlib stream ends early"
    case .tooLong(let limit): "the zlib stream inflates to more than \(limit) bytes"
    case .tooShort(let announced, let actual): "the zlib stream inflates to \(actual) bytes, not to \(announced)"
    case .dictionaryMissing: "the zlib stream needs another preset dictionary"
    case .outOfMemory: "zlib is out of memory"
    }
  }
}
