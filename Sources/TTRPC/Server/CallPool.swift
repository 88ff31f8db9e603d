internal import NIOPosix

/// Threads for calls that would occupy an event loop for too long.
final class CallPool: Sendable {
  /// How many calls run at once.
  let width: Int
  private let threads: NIOThreadPool

  init(width: Int) {
    self.width = max(1, width)
    threads = NIOThreadPool(numberOfThreads: self.width)
    threads.start()
  }

  deinit {
    threads.shutdownGracefully { _ in }
  }

  func run(_ body: @escaping @Sendable () -> Void) {
    threads.submit { state in
      if case .active = state { body() }
    }
  }
}
