internal import Dispatch

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// While it exists, a process that receives SIGINT, SIGTERM or SIGHUP first removes the files of unfinished publications,
/// then exits with status 128 + the number of the signal.
public final class Interruption {
  private let sources: [any DispatchSourceSignal]

  public init() {
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      // Otherwise the default action would end the process before the signal source is notified.
      _ = signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInitiated))
      source.setEventHandler {
        TemporaryNames.removeAll()
        exit(128 + number)
      }
      source.resume()
      return source
    }
  }

  deinit { for source in sources { source.cancel() } }
}
