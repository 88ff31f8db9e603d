import CAllocationCounter

/// What one run of a piece of work costs.
struct Measurement: Encodable {
  var `class`: String
  var library: String
  /// Of the fastest of five rounds: what others do on the machine only adds.
  var meanMicroseconds: Double
  var allocations: Double
  /// What the work reads or writes.
  var bytes: Int

  private enum CodingKeys: String, CodingKey {
    case `class`, library, allocations, bytes
    case meanMicroseconds = "mean_us"
  }

  /// Runs `work` on this thread, some rounds to warm up and then five of `count` times.
  static func measure(
    _ class: String, _ library: String, bytes: Int, count: Int = 20_000, _ work: () throws -> Void
  ) rethrows -> Measurement {
    for _ in 0..<count / 10 { try work() }
    let allocations = allocation_count()
    try work()
    let allocated = allocation_count() - allocations
    var fastest = Duration.seconds(Int64.max)
    for _ in 0..<5 {
      fastest = min(fastest, try ContinuousClock().measure { for _ in 0..<count { try work() } })
    }
    return Measurement(
      class: `class`, library: library, meanMicroseconds: fastest / .microseconds(1) / Double(count),
      allocations: Double(allocated), bytes: bytes)
  }
}

/// Keeps a result alive, so that the work that made it is not optimised away.
@inline(never)
func consume<Value>(_ value: Value) {}
