import CoreMetrics
import EntenteOperations
import Foundation
import Testing

@Suite struct PrometheusRegistryTests {
  @Test func `counters, gauges and histograms are shown as Prometheus reads them`() {
    let registry = PrometheusRegistry(descriptions: ["calls_total": "Calls,\nwith a \\ in it."])
    for _ in 0..<3 { Counter(label: "calls_total", dimensions: [("code", "O\"K\\\n")], factory: registry).increment() }
    Gauge(label: "generation", factory: registry).record(7)
    let timer = Timer(label: "run_seconds", factory: registry)
    timer.recordNanoseconds(150_000)
    timer.recordNanoseconds(20_000_000_000)
    registry.collect { [MetricFamily("late", .gauge, [MetricSample([], 0.5)])] }
    let lines = registry.text().split(separator: "\n").map(String.init)
    #expect(lines.contains("# HELP calls_total Calls,\\nwith a \\\\ in it."))
    #expect(lines.contains("# TYPE calls_total counter"))
    #expect(lines.contains("calls_total{code=\"O\\\"K\\\\\\n\"} 3"))
    #expect(lines.contains("generation 7"))
    #expect(lines.contains("late 0.5"))
    #expect(lines.contains("run_seconds_bucket{le=\"0.0001\"} 0"))
    #expect(lines.contains("run_seconds_bucket{le=\"0.00025\"} 1"))
    #expect(lines.contains("run_seconds_bucket{le=\"10\"} 1"))
    #expect(lines.contains("run_seconds_bucket{le=\"+Inf\"} 2"))
    #expect(lines.contains("run_seconds_count 2"))
    #expect(lines.contains("run_seconds_sum 20.00015"))
  }

  @Test func `the same name and labels are one metric, whoever asks`() {
    let registry = PrometheusRegistry(descriptions: [:])
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      for _ in 0..<1_000 { Counter(label: "n_total", factory: registry).increment() }
    }
    #expect(registry.text() == "# TYPE n_total counter\nn_total 8000\n")
  }

  @Test func `promtool finds nothing to complain of`() throws {
    let registry = PrometheusRegistry(
      descriptions: ["a_total": "One.", "b_seconds": "Two.", "c_bytes": "Three."].merging(ProcessMetrics.descriptions) {
        own, _ in own
      })
    Counter(label: "a_total", dimensions: [("x", "é\"")], factory: registry).increment()
    Timer(label: "b_seconds", dimensions: [("method", "Search")], factory: registry).recordNanoseconds(5)
    Gauge(label: "c_bytes", factory: registry).record(1.5)
    registry.collect(ProcessMetrics.collect)
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["promtool", "check", "metrics"]
    (process.standardInput, process.standardOutput, process.standardError) = (input, output, output)
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(registry.text().utf8))
    try input.fileHandleForWriting.close()
    let said = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(said)")
    #expect(said.isEmpty, "\(said)")
  }
}
