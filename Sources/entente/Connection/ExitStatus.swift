import ArgumentParser
import TTRPC

/// What `entente` tells a script. Those over 63 are those of BSD's sysexits.h.
enum ExitStatus: Int32 {
  /// The call succeeded, and there is nothing: no hit, no such document.
  case nothingFound = 1
  /// The command line or the query is wrong.
  case usage = 64
  /// The snapshot is damaged, or not a snapshot.
  case badSnapshot = 65
  /// No file of that name.
  case noInput = 66
  /// No server, or none in time.
  case unavailable = 69
  /// The server failed.
  case software = 70
  /// The output cannot be written.
  case cannotWrite = 74
  /// The server does not let the caller in.
  case notAllowed = 77

  var code: ExitCode { ExitCode(rawValue) }

  init(_ code: RPCStatusCode) {
    switch code {
    case .notFound: self = .nothingFound
    case .invalidArgument, .failedPrecondition, .outOfRange: self = .usage
    case .unavailable, .deadlineExceeded, .resourceExhausted, .cancelled: self = .unavailable
    case .unauthenticated, .permissionDenied: self = .notAllowed
    case .dataLoss: self = .badSnapshot
    default: self = .software
    }
  }
}
