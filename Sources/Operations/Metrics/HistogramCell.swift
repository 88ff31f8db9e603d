internal import CoreMetrics
internal import Synchronization

/// A histogram: how many durations fell into each range.
///
/// Recording costs a search of a short list and two relaxed additions, cheap enough for every call.
final class HistogramCell: TimerHandler, RecorderHandler {
  /// The upper ends of the ranges, in nanoseconds: a tenth of a millisecond to ten seconds.
  private static let bounds: [Int64] = [
    100_000, 250_000, 500_000, 1_000_000, 2_500_000, 5_000_000, 10_000_000, 25_000_000, 50_000_000, 100_000_000,
    250_000_000, 500_000_000, 1_000_000_000, 2_500_000_000, 5_000_000_000, 10_000_000_000,
  ]

  private final class Bucket: Sendable {
    let count = Atomic<Int64>(0)
  }

  /// One more than there are bounds.
  private let buckets = (0...bounds.count).map { _ in Bucket() }
  private let sum = Atomic<Int64>(0)

  func recordNanoseconds(_ duration: Int64) {
    var index = 0
    while index < Self.bounds.count, duration > Self.bounds[index] { index += 1 }
    buckets[index].count.wrappingAdd(1, ordering: .relaxed)
    sum.wrappingAdd(duration, ordering: .relaxed)
  }

  // A recorder's values are seconds.
  func record(_ value: Int64) { record(Double(value)) }
  func record(_ value: Double) { recordNanoseconds(Int64(max(0, min(value, 1e9)) * 1e9)) }

  func samples(_ labels: [MetricLabel]) -> [MetricSample] {
    var total = 0.0
    var samples: [MetricSample] = []
    for (index, bucket) in buckets.enumerated() {
      total += Double(bucket.count.load(ordering: .relaxed))
      let bound = index < Self.bounds.count ? Double(Self.bounds[index]) / 1e9 : .infinity
      samples.append(
        MetricSample(
          labels + [MetricLabel(name: "le", value: MetricFamily.number(bound))], total, suffix: "_bucket"))
    }
    samples.append(MetricSample(labels, Double(sum.load(ordering: .relaxed)) / 1e9, suffix: "_sum"))
    samples.append(MetricSample(labels, total, suffix: "_count"))
    return samples
  }
}
