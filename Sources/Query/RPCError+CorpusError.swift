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
    info = Self.info(error)
  }

  /// What a program may say in words of its own; nil where the status code says it all.
  private static func info(_ error: CorpusError) -> RPCErrorInfo? {
    switch error {
    case .invalidArgument(let fault):
      var values = fault.values
      if let position = fault.position { values["position"] = String(position) }
      return RPCErrorInfo(reason: fault.kind.rawValue, domain: "entente", metadata: values)
    case .notFound(let name):
      return RPCErrorInfo(reason: name.kind.rawValue, domain: "entente", metadata: name.values)
    default: return nil
    }
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
