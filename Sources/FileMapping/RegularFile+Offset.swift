#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

extension RegularFile {
  /// The current status of the file, which differs from `status` if the file was changed in place since it was opened.
  public borrowing func statusNow() throws(FileMappingError) -> FileStatus {
    try FileStatus(descriptor: descriptor, path: path)
  }

  /// Up to `count` bytes from `offset`; fewer at the end of the file. Several threads may read at once.
  public borrowing func read(at offset: Int, atMost count: Int) throws(FileMappingError) -> [UInt8] {
    guard offset >= 0, count > 0 else { return [] }
    let descriptor = descriptor
    var failure: Int32?
    // Sound: the kernel writes at most `count` bytes into the array, and `filled` counts them.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let start = filled
        let got = SystemCalls.uninterrupted {
          unsafe pread(descriptor, buffer.baseAddress.map { unsafe $0 + start }, count - start, off_t(offset + start))
        }
        guard got > 0 else {
          if got < 0 { failure = errno }
          return
        }
        filled += got
      }
    }
    if let failure { throw FileMappingError(path: path, code: failure) }
    return bytes
  }
}
