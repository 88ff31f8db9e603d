internal import EntenteFileMapping
internal import EntenteZlib

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// The bytes of a file, piece by piece, decompressed where its name says so.
struct InputBytes: ~Copyable {
  struct Failure: Error { let reason: String }

  private let descriptor: Descriptor
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
    descriptor = Descriptor(try Self.open(file.path))
  }

  /// An open file, closed with its last reference.
  private final class Descriptor {
    let number: Int32

    init(_ number: Int32) { self.number = number }

    deinit { close(number) }
  }

  private static func open(_ path: String) throws(Failure) -> Int32 {
    // Sound: the kernel reads the path as a C string that lives through the call.
    #if canImport(Glibc)
      let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    #else
      let descriptor = unsafe Darwin.open(path, O_RDONLY | O_CLOEXEC)
    #endif
    guard descriptor >= 0 else { throw failure() }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw Failure(reason: "cannot be read: it is no file")
    }
    return descriptor
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

  private func read(_ wanted: Int) throws(Failure) -> [UInt8] {
    var failed = false
    // Sound: the kernel writes at most `wanted` bytes into the array, and `filled` counts them.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
      var got = -1
      repeat { got = unsafe Self.read(descriptor.number, buffer) } while got < 0 && errno == EINTR
      failed = got < 0
      filled = max(got, 0)
    }
    if failed { throw Self.failure() }
    return bytes
  }

  private static func read(_ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      unsafe Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  private static func failure() -> Failure {
    Failure(reason: "cannot be read: \(unsafe String(cString: strerror(errno)))")
  }
}
