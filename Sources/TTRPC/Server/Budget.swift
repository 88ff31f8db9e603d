internal import Synchronization

/// A limit shared by all connections of a server: bytes of memory, waiting calls or calls in flight.
final class Budget: Sendable {
  private let limit: Int
  private let taken = Atomic<Int>(0)

  init(limit: Int) {
    self.limit = limit
  }

  var used: Int { taken.load(ordering: .relaxed) }

  /// - Returns: whether `amount` more was available; if not, nothing is taken. Giving back always succeeds.
  fileprivate func take(_ amount: Int) -> Bool {
    let (_, new) = taken.add(amount, ordering: .relaxed)
    guard amount > 0, new > limit else { return true }
    taken.subtract(amount, ordering: .relaxed)
    return false
  }
}

/// One holder's share of a budget, given back at the end of its lifetime.
struct BudgetShare: ~Copyable {
  private let budget: Budget
  private(set) var amount = 0

  init(of budget: Budget) {
    self.budget = budget
  }

  deinit {
    _ = budget.take(-amount)
  }

  /// Changes the share to `target`.
  ///
  /// - Returns: false if the budget does not have that much; the share is then unchanged.
  mutating func hold(_ target: Int) -> Bool {
    guard target != amount else { return true }
    guard budget.take(target - amount) else { return false }
    amount = target
    return true
  }
}
