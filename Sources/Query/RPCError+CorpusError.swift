internal import EntenteCorpus
internal import TTRPC

extension RPCError {
  /// Maps an error of a corpus to a status code.
  init(_ error: CorpusError) {
    let code: RPCStatusCode =
      switch error {
      case .invalidArgument: .invalidArgument
      case .notFound: .notFound
      case .staleToken: .failedPrecondition
      case .behind: .unavailable
      case .damaged: .dataLoss
      case .cancelled: .cancelled
      case .deadlineExceeded: .deadlineExceeded
      }
    self.init(code, error.description)
  }
}
