internal import EntenteCorpus
internal import TTRPC

extension Cancellation {
  /// Cancels at the caller's deadline, or when the caller gives up.
  init(_ context: CallContext) {
    self.init(deadline: context.deadline) { context.isGivenUp }
  }
}
