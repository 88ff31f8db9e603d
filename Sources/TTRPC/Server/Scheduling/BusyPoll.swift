internal import NIOCore

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Looks at the sockets of an event loop for a while before the loop sleeps: what comes in meanwhile is seen at once, without
/// the time that the system takes to wake a thread.
///
/// The loop does nothing else meanwhile. Everything here happens on the event loop.
struct BusyPoll {
  // Looking at more sockets takes longer than it saves, and a loop that has them seldom sleeps.
  private static let mostSockets = 64

  private let span: TimeAmount
  private let clock: () -> NIODeadline
  private var sockets: [pollfd] = []

  /// - Parameter span: how long it looks.
  init(for span: TimeAmount, clock: @escaping () -> NIODeadline) {
    self.span = span
    self.clock = clock
  }

  var isUseful: Bool { !sockets.isEmpty && sockets.count <= Self.mostSockets }

  mutating func watch(_ socket: CInt) {
    sockets.append(pollfd(fd: socket, events: Int16(POLLIN), revents: 0))
  }

  mutating func forget(_ socket: CInt) {
    sockets.removeAll { $0.fd == socket }
  }

  /// Returns when there is something to read, or the time is over.
  mutating func wait() {
    guard isUseful else { return }
    let end = clock() + span
    repeat {
      // Sound: the array holds as many as are counted. An error, such as for a socket that has been closed, ends the wait.
      if unsafe poll(&sockets, nfds_t(sockets.count), 0) != 0 { return }
    } while clock() < end
  }
}
