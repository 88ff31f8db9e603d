import CoreMetrics
import EntenteOperations
import Logging
import Synchronization
import TTRPC
import Testing

/// Keeps the lines that are logged.
private final class Lines: Sendable {
  let all = Mutex<[(String, Logger.Metadata)]>([])
}

private struct KeptLog: LogHandler {
  let lines: Lines
  var metadata = Logger.Metadata()
  var logLevel = Logger.Level.info

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) { lines.all.withLock { $0.append(("\(event.message)", event.metadata ?? [:])) } }
}

@Suite struct CallMetricsTests {
  @Test func `a slow call gets a line with the caller's trace, and no other`() {
    let lines = Lines()
    let observer = CallMetrics(
      of: [ServiceDescriptor(name: "s", methods: [.raw("M") { payload, _ in payload }])], slowCall: .milliseconds(10),
      logger: Logger(label: "test") { _ in KeptLog(lines: lines) })
    let call = CallContext(
      service: "s", method: "M", metadata: ["traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"])
    func outcome(_ waited: Duration, _ ran: Duration) -> CallOutcome {
      CallOutcome(code: .ok, waited: waited, ran: ran, requestSize: 1, responseSize: 2)
    }
    observer.callEnded(call, outcome(.milliseconds(4), .milliseconds(5)))
    observer.callEnded(call, outcome(.milliseconds(6), .milliseconds(5)))
    observer.callEnded(CallContext(service: "", method: ""), outcome(.zero, .seconds(Int64.max)))
    lines.all.withLock { lines in
      #expect(lines.count == 2)
      #expect(lines.first?.1["method"] == "s/M")
      #expect(lines.first?.1["traceparent"] == "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
    }
  }
}
