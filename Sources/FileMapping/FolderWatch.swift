internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Watches folders for changes that the system sees, which excludes changes that another machine makes to a network file
/// system. A caller that needs to see every change should poll as well.
///
/// ```swift
/// let watch = FolderWatch(paths: ["corpus"])
/// while true { await watch.wait(atMost: .seconds(2)) … }
/// ```
public final class FolderWatch: Sendable {
  private struct State {
    /// The next one who waits need not.
    var goesOn = false
    var waiter: CheckedContinuation<Void, Never>?
  }

  private final class Changes: Sendable {
    private let state = Mutex(State())

    /// Resumes the waiting task; if there is none, the next wait returns at once.
    func note() {
      let waiter = state.withLock { state in
        state.goesOn = state.waiter == nil
        return state.waiter.take()
      }
      waiter?.resume()
    }

    func wait() async {
      await withCheckedContinuation { waiter in
        let goesOn = state.withLock { state in
          if !state.goesOn { state.waiter = waiter }
          defer { state.goesOn = false }
          return state.goesOn
        }
        if goesOn { waiter.resume() }
      }
    }
  }

  private let changes = Changes()
  private let source: Mutex<(any DispatchSourceRead)?>

  /// - Parameter paths: the folders; anything else, and folders that cannot be watched, are ignored.
  public init(paths: [String]) {
    #if os(Linux)
      let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
      guard descriptor >= 0 else {
        source = Mutex(nil)
        return
      }
      let mask = UInt32(
        IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_DELETE_SELF
          | IN_MOVE_SELF)
      // Sound: the kernel reads the path as a C string that lives through the call.
      for path in paths { _ = unsafe inotify_add_watch(descriptor, path, mask) }
      let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .global())
      source.setEventHandler { [changes] in
        // What changed is looked up again; the events only have to be taken.
        while let bytes = SystemCalls.read(descriptor, 4096), !bytes.isEmpty {}
        changes.note()
      }
      source.setCancelHandler { close(descriptor) }
      source.resume()
      self.source = Mutex(source)
    #else
      source = Mutex(nil)
    #endif
  }

  deinit { source.withLock { $0?.cancel() } }

  /// Returns when something has changed since the last call, when `limit` has passed, or when the task is cancelled, and
  /// occasionally for no reason. Only one task may wait at a time.
  public func wait(atMost limit: Duration) async {
    let changes = changes
    // An alarm that is called off says nothing, or the next wait would end at once, and the next, forever.
    let alarm = Task {
      do { try await Task.sleep(for: limit) } catch { return }
      changes.note()
    }
    await withTaskCancellationHandler {
      await changes.wait()
    } onCancel: {
      changes.note()
    }
    alarm.cancel()
  }
}
