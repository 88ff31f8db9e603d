package import EntenteCorpus
internal import EntenteSnapshot
package import TTRPC

extension RPCError {
  /// Maps an error of a corpus to a status code.
  package init(_ error: CorpusError) {
    let code: RPCStatusCode =
      switch error {
      case .invalidArgument: .invalidArgument
      case .notFound: .notFound
      case .staleToken, .partOfCorpus: .failedPrecondition
      case .damaged(.inAnotherShard(_, _, _)): .failedPrecondition
      case .behind, .otherCorpus: .unavailable
      case .damaged: .dataLoss
      case .cancelled: .cancelled
      case .deadlineExceeded: .deadlineExceeded
      }
    self.init(code, error.description)
  }

  /// Answers a call from a corpus, and maps errors to status codes.
  static func mapped<Answer>(
    _ corpus: Corpus, _ context: CallContext, _ body: (Corpus, Cancellation) throws(CorpusError) -> Answer
  ) throws(RPCError) -> Answer {
    do throws(CorpusError) {
      return try body(corpus, Cancellation(context))
    } catch {
      throw RPCError(error)
    }
  }
}
