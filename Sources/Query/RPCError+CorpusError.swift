internal import EntenteCorpus
internal import TTRPC

extension RPCError {
  /// An error of a corpus, as a status that every client knows.
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
