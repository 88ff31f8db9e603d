import EntenteCorpus

/// What a call fails with; nil where it is answered.
func failure<Answer>(_ call: () throws(CorpusError) -> Answer) -> CorpusError? {
  do throws(CorpusError) {
    _ = try call()
    return nil
  } catch {
    return error
  }
}

extension CorpusError {
  var isInvalidArgument: Bool { if case .invalidArgument = self { true } else { false } }
  var isNotFound: Bool { if case .notFound = self { true } else { false } }
  /// Where in the query the fault lies.
  var position: Int? { if case .invalidArgument(let fault) = self { fault.position } else { nil } }
}
