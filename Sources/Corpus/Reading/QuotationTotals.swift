internal import EntenteSchema
internal import EntenteSnapshot
internal import Synchronization

/// How many quotations of each kind a snapshot has, counted when a call first asks for all of them.
final class QuotationTotals: Sendable {
  private let counts = Mutex<[QuotationKind: Int]?>(nil)

  /// - Throws: `CorpusError` if the caller no longer waits.
  func count(
    _ lists: QuotationLists, where isWanted: (QuotationKind) -> Bool, _ cancellation: Cancellation
  ) throws(CorpusError) -> Int {
    var known = counts.withLock { $0 }
    if known == nil {
      var counted: [QuotationKind: Int] = [:]
      for ordinal in 0..<lists.count {
        try cancellation.check(at: ordinal)
        counted[lists.kind(of: ordinal), default: 0] += 1
      }
      counts.withLock { [counted] in $0 = counted }
      known = counted
    }
    return (known ?? [:]).reduce(0) { $0 + (isWanted($1.key) ? $1.value : 0) }
  }
}
