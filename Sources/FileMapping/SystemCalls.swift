#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Calls of the system, begun again when a signal interrupts them.
enum SystemCalls {
  /// - Returns: what `call` returned last: -1 with `errno` where it failed.
  static func uninterrupted<Result: SignedInteger>(_ call: () -> Result) -> Result {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }

  /// - Returns: a descriptor that child processes do not inherit; -1 with `errno` on failure.
  static func open(_ path: String, _ flags: Int32, mode: mode_t = 0) -> Int32 {
    uninterrupted {
      // Sound: the kernel reads the path as a C string that lives through the call.
      #if canImport(Glibc)
        unsafe Glibc.open(path, flags | O_CLOEXEC, mode)
      #else
        unsafe Darwin.open(path, flags | O_CLOEXEC, mode)
      #endif
    }
  }

  /// Reads at most `count` bytes from where the descriptor stands.
  ///
  /// - Returns: nil with `errno` where that failed.
  static func read(_ descriptor: Int32, _ count: Int) -> [UInt8]? {
    var failed = false
    // Sound: the kernel writes at most `count` bytes into the array, and `filled` counts them.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let got = uninterrupted {
        #if canImport(Glibc)
          unsafe Glibc.read(descriptor, buffer.baseAddress, count)
        #else
          unsafe Darwin.read(descriptor, buffer.baseAddress, count)
        #endif
      }
      failed = got < 0
      filled = max(got, 0)
    }
    return failed ? nil : bytes
  }

  /// Writes all bytes from where the descriptor stands.
  ///
  /// - Returns: `errno` where that failed.
  static func write(_ descriptor: Int32, _ bytes: [UInt8]) -> Int32? {
    var written = 0
    while written < bytes.count {
      // Sound: the kernel reads inside the array while the closure runs.
      let count = unsafe bytes.withUnsafeBytes { buffer in
        uninterrupted {
          let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
          #if canImport(Glibc)
            return unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
          #else
            return unsafe Darwin.write(descriptor, rest.baseAddress, rest.count)
          #endif
        }
      }
      guard count > 0 else { return count < 0 ? errno : ENOSPC }
      written += count
    }
    return nil
  }

  /// The system's words for a value of `errno`: "No such file or directory".
  static func message(_ code: Int32) -> String { unsafe String(cString: strerror(code)) }
}
