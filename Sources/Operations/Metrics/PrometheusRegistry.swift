public import CoreMetrics
internal import Synchronization

/// Holds the metrics of a process, and writes them in the Prometheus text format.
///
/// ```swift
/// let registry = PrometheusRegistry(descriptions: ["entente_reloads_total": "Snapshots taken, by result."])
/// MetricsSystem.bootstrap(registry)
/// Counter(label: "entente_reloads_total", dimensions: [("result", "ok")]).increment()
/// print(registry.text())
/// ```
///
/// A counter becomes a counter, a meter or gauge a gauge, and a timer a histogram in seconds. Values that are counted
/// elsewhere are read when the metrics are requested: see `collect`.
public final class PrometheusRegistry: MetricsFactory {
  /// Reads values that are counted elsewhere.
  public typealias Collector = @Sendable () -> [MetricFamily]

  struct Key: Hashable {
    let name: String
    let labels: [MetricLabel]

    init(_ name: String, _ dimensions: [(String, String)]) {
      self.name = name
      labels = dimensions.map { MetricLabel(name: $0.0, value: $0.1) }
    }
  }

  private struct State {
    var counters: [Key: CounterCell] = [:]
    var gauges: [Key: GaugeCell] = [:]
    var histograms: [Key: HistogramCell] = [:]
    var collectors: [Collector] = []
  }

  private let descriptions: [String: String]
  private let state = Mutex(State())

  /// - Parameter descriptions: the descriptions of metrics, by name; a metric without one has no HELP line.
  public init(descriptions: [String: String]) { self.descriptions = descriptions }

  /// Registers a collector that is called each time the metrics are requested.
  public func collect(_ collector: @escaping Collector) {
    state.withLock { $0.collectors.append(collector) }
  }

  /// All metrics, in the text format 0.0.4.
  public func text() -> String {
    let (own, collectors) = state.withLock { state in (Self.families(state), state.collectors) }
    var families: [String: MetricFamily] = [:]
    for family in own + collectors.flatMap({ $0() }) {
      families[family.name, default: MetricFamily(family.name, family.kind)].samples += family.samples
    }
    return families.values.sorted { $0.name < $1.name }
      .map { $0.text(description: descriptions[$0.name]) }.joined()
  }

  private static func families(_ state: State) -> [MetricFamily] {
    state.counters.map { key, cell in
      MetricFamily(key.name, .counter, [MetricSample(key.labels, cell.value)])
    }
      + state.gauges.map { key, cell in MetricFamily(key.name, .gauge, [MetricSample(key.labels, cell.value)]) }
      + state.histograms.map { key, cell in MetricFamily(key.name, .histogram, cell.samples(key.labels)) }
  }

  // MARK: MetricsFactory

  public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    cell(\.counters, label, dimensions) { CounterCell() }
  }

  public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    cell(\.gauges, label, dimensions) { GaugeCell() }
  }

  public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
    if aggregate { return cell(\.histograms, label, dimensions) { HistogramCell() } }
    return cell(\.gauges, label, dimensions) { GaugeCell() }
  }

  public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    cell(\.histograms, label, dimensions) { HistogramCell() }
  }

  /// Returns the cell with that name and those labels, creating it if it is new.
  private func cell<Cell>(
    _ cells: any WritableKeyPath<State, [Key: Cell]> & Sendable, _ label: String, _ dimensions: [(String, String)],
    _ make: () -> Cell
  ) -> Cell {
    let key = Key(label, dimensions)
    return state.withLock { state in
      if let cell = state[keyPath: cells][key] { return cell }
      let cell = make()
      state[keyPath: cells][key] = cell
      return cell
    }
  }

  // Counted values remain visible.
  public func destroyCounter(_ handler: any CounterHandler) {}
  public func destroyMeter(_ handler: any MeterHandler) {}
  public func destroyRecorder(_ handler: any RecorderHandler) {}
  public func destroyTimer(_ handler: any TimerHandler) {}
}
