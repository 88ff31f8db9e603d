internal import Synchronization

/// What all connections of a server may take together of something: bytes of memory, calls that wait, calls in flight.
final class Budget: Sendable {
  private let limit: Int
  private let taken = Atomic<Int>(0)

  init(limit: Int) {
    self.limit = limit
  }

  var used: Int { taken.load(ordering: .relaxed) }

  /// - Returns: whether `amount` more was to be had; nothing is taken where it was not. Giving back always succeeds.
  fileprivate func take(_ amount: Int) -> Bool {
    let (_, new) = taken.add(amount, ordering: .relaxed)
    guard amount > 0, new > limit else { return true }
    taken.subtract(amount, ordering: .relaxed)
    return false
  }
}

/// What one holder has of a budget; given back at the end of its life.
struct BudgetShare: ~Copyable {
  private let budget: Budget
  private(set) var amount = 0

  init(of budget: Budget) {
    self.budget = budget
  }

  deinit {
    _ = budget.take(-amount)
  }

  /// Holds `target` from now on.
  ///
  /// - Returns: false where the budget has not so much; the share stays as it was.
  mutating func hold(_ target: Int) -> Bool {
    guard target != amount else { return true }
    guard budget.take(target - amount) else { return false }
    amount = target
    return true
  }
}
