import Dispatch
import Foundation

/// Removes a file that was begun when the user or the system ends the process: SIGINT, SIGTERM, SIGHUP.
///
/// The temporary file of an ingestion has no name, so it goes by itself.
final class Interruption {
  private let sources: [any DispatchSourceSignal]

  init(removing path: String) {
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      // Else the default action would end the process before the source is told.
      _ = signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInitiated))
      source.setEventHandler {
        // Sound: the kernel reads the path as a C string that lives through the call.
        _ = unsafe unlink(path)
        exit(128 + number)
      }
      source.resume()
      return source
    }
  }

  deinit { for source in sources { source.cancel() } }
}
