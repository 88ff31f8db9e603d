internal import EntenteFileMapping
internal import EntenteZlib

/// The bytes of a file, piece by piece, decompressed where its name says so.
struct InputBytes: ~Copyable {
  struct Failure: Error { let reason: String }

  /// Nil for standard input.
  private var file: RegularFile?
  private let gzip = GzipReader()
  private let isCompressed: Bool
  private let limit: Int
  private var count = 0

  // So that what a compressed piece may inflate to stays small.
  private static let compressedPieceSize = 16 << 10
  private static let pieceSize = 1 << 20

  /// - Parameter limit: of the bytes after decompression; more is an error, so that a small file cannot take all memory.
  init(_ file: InputFile, limit: Int) throws(Failure) {
    self.limit = limit
    isCompressed = file.isCompressed
    guard file.path != InputFile.standardInputPath else { return }
    do throws(FileMappingError) { self.file = try RegularFile(path: file.path) } catch { throw Failure(error) }
  }

  /// The next bytes, about a MiB of them; empty at the end.
  mutating func next() throws(Failure) -> [UInt8] {
    var piece: [UInt8] = []
    while piece.count < Self.pieceSize {
      let read = try read(isCompressed ? Self.compressedPieceSize : Self.pieceSize)
      guard !read.isEmpty else { break }
      if !isCompressed {
        if piece.isEmpty { piece = read } else { piece += read }
        continue
      }
      do throws(ZlibError) { try gzip.inflate(unsafe read.span.bytes, into: &piece) } catch {
        throw Failure(reason: "not a whole gzip file: \(error)")
      }
      guard count + piece.count <= limit else {
        throw Failure(reason: "not a whole gzip file: \(ZlibError.tooLong(limit: limit))")
      }
    }
    count += piece.count
    return piece
  }

  /// Checks that a compressed file was whole.
  func finish() throws(Failure) {
    guard isCompressed else { return }
    do throws(ZlibError) { try gzip.finish() } catch { throw Failure(reason: "not a whole gzip file: \(error)") }
  }

  private mutating func read(_ wanted: Int) throws(Failure) -> [UInt8] {
    do throws(FileMappingError) {
      guard let bytes = try file?.read(wanted) else { return try StandardInput.read(wanted) }
      return bytes
    } catch {
      throw Failure(error)
    }
  }
}

extension InputBytes.Failure {
  fileprivate init(_ error: FileMappingError) { self.init(reason: "cannot be read: \(error.reason)") }
}
