internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Tells when something changes in a folder, as far as the system sees it: not what another machine does to a network
/// file system. Whoever relies on it polls as well, at leisure.
///
/// ```swift
/// for await _ in FolderWatch(path: "corpus").changes { … }
/// ```
public final class FolderWatch: Sendable {
  /// One element for any number of changes since the last; none where the folder cannot be watched.
  public let changes: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation
  private let source: Mutex<(any DispatchSourceRead)?>

  public init(path: String) {
    (changes, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    #if os(Linux)
      let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
      let mask = UInt32(
        IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_DELETE_SELF
          | IN_MOVE_SELF)
      // Sound: the kernel reads the path as a C string that lives through the call.
      guard descriptor >= 0, unsafe inotify_add_watch(descriptor, path, mask) >= 0 else {
        if descriptor >= 0 { close(descriptor) }
        source = Mutex(nil)
        return
      }
      let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .global())
      source.setEventHandler { [continuation] in
        // What changed is looked up anew; the events only have to be taken.
        while let bytes = SystemCalls.read(descriptor, 4096), !bytes.isEmpty {}
        continuation.yield()
      }
      source.setCancelHandler { close(descriptor) }
      source.resume()
      self.source = Mutex(source)
    #else
      source = Mutex(nil)
    #endif
  }

  deinit {
    source.withLock { $0?.cancel() }
    continuation.finish()
  }
}
