internal import EntenteCorpus
internal import TTRPC

extension Cancellation {
  /// Until the caller's deadline, or until it gives up.
  init(_ context: CallContext) {
    self.init(deadline: context.deadline) { context.isGivenUp }
  }
}
