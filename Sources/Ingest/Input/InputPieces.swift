internal import EntenteFormats

/// Something to read that does not depend on anything else.
enum InputPiece: Sendable {
  /// Files that hold a document each.
  case files([InputFile])
  /// Whole lines of a file, and the number of the first one, from 1.
  case lines([UInt8], InputFile, firstLine: Int)
  case rejected(Rejection)

  /// What it takes of memory, in bytes.
  var size: Int {
    switch self {
    case .files(let files): files.reduce(0) { $0 + $1.weight }
    case .lines(let bytes, _, _): bytes.count
    case .rejected: 0
    }
  }
}

/// The pieces of all files, in their order. Files of lines are cut at line breaks, about a MiB a piece.
struct InputPieces: ~Copyable {
  private let files: [InputFile]
  private let limits: InputLimits
  private let encoding: TextEncoding?
  /// The next file that is not open yet.
  private var next = 0
  private var lines: LinePieces?

  private static let filesInPiece = 16
  private static let weightOfPiece = 1 << 20

  /// - Parameter encoding: nil to recognise it, file by file.
  init(_ files: [InputFile], limits: InputLimits, encoding: TextEncoding? = nil) {
    self.files = files
    self.limits = limits
    self.encoding = encoding
  }

  /// How many files are done.
  var done: Int { next - (lines == nil ? 0 : 1) }

  /// The next piece; nil after the last one.
  mutating func nextPiece() -> InputPiece? {
    while true {
      if let piece = lines?.next() { return piece }
      lines = nil
      guard next < files.count else { return nil }
      let file = files[next]
      next += 1
      guard file.format == .jsonLines else {
        let first = next - 1
        var weight = file.weight
        while next < files.count, next - first < Self.filesInPiece, files[next].format != .jsonLines {
          weight += files[next].weight
          guard weight <= Self.weightOfPiece else { break }
          next += 1
        }
        return .files(Array(files[first..<next]))
      }
      do throws(InputBytes.Failure) {
        lines = LinePieces(
          file, try InputBytes(file, limit: limits.fileSize), limits: limits, encoding: encoding)
      } catch {
        return .rejected(Rejection(file.name, error.reason))
      }
    }
  }
}
