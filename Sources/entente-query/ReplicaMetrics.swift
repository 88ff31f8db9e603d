import EntenteCorpus
import EntenteFeed
import EntenteFileMapping
import EntenteOperations
import EntenteSecurity
import EntenteSnapshot
import ProtobufCoding
import TTRPC

/// What a replica counts, under the names that docs/OPERATIONS.md lists.
enum ReplicaMetrics {
  static let descriptions: [String: String] = [
    "entente_calls_total": "Finished calls, by service, method and status code.",
    "entente_calls_in_flight": "Open asynchronous, streaming and pooled calls.",
    "entente_calls_waiting": "Calls waiting for their turn.",
    "entente_calls_expired_total": "Calls whose deadline passed while they waited, so that they never ran.",
    "entente_buffered_bytes": "Memory held by unfinished frames, waiting calls and unsent responses.",
    "entente_connections": "Open connections.",
    "entente_connections_total": "Connections, accepted or refused.",
    "entente_received_bytes_total": "Bytes read from connections.",
    "entente_sent_bytes_total": "Bytes written to connections.",
    "entente_received_plain_bytes_total": "Bytes read, as they are without zlib frames.",
    "entente_sent_plain_bytes_total": "Bytes written, as they would be without zlib frames.",
    "entente_protocol_violations_total": "Connections that were closed for what the peer sent.",
    "entente_handshakes_total": "TLS handshakes, by whether they ended well.",
    "entente_certificate_expiry_timestamp_seconds": "When the certificate expires, in seconds since 1970.",
    LoopLag.metric: "How late the event loops were, asked ten times a second.",
    "entente_snapshot_generation": "Generation that is served; 0 before the first.",
    "entente_snapshot_age_seconds": "Time since the snapshot that is served was published.",
    "entente_snapshot_bytes": "Size of the snapshot that is served.",
    "entente_snapshot_problem": "1 while the newest snapshot of the source is not the one that is served.",
    "entente_snapshots_mapped": "Generations that are open: two for a moment at each swap.",
    "entente_record_cache_lookups_total": "Records and texts asked for, by whether they were still in memory.",
    "entente_reloads_total": "Snapshots that were taken, and what kept others from it, by result.",
    "entente_reload_seconds": "Time from the news of a snapshot to serving it.",
  ].merging(ProcessMetrics.descriptions) { own, _ in own }.merging(CallMetrics.descriptions) { own, _ in own }

  static func server(_ counters: ServerCounters) -> [MetricFamily] {
    func counter(_ name: String, _ value: UInt64) -> MetricFamily {
      MetricFamily(name, .counter, [MetricSample([], Double(value))])
    }
    func gauge(_ name: String, _ value: Int) -> MetricFamily {
      MetricFamily(name, .gauge, [MetricSample([], Double(value))])
    }
    let calls = counters.calls.map { calls in
      MetricSample(
        [
          MetricLabel(name: "service", value: calls.service), MetricLabel(name: "method", value: calls.method),
          MetricLabel(name: "code", value: calls.code.name),
        ], Double(calls.count))
    }
    let connections = [("accepted", counters.acceptedConnections), ("refused", counters.refusedConnections)]
    return [
      MetricFamily("entente_calls_total", .counter, calls),
      gauge("entente_calls_in_flight", counters.callsInFlight),
      gauge("entente_calls_waiting", counters.callsWaiting),
      counter("entente_calls_expired_total", counters.callsExpiredWaiting),
      gauge("entente_buffered_bytes", counters.memoryInUse),
      gauge("entente_connections", counters.openConnections),
      MetricFamily(
        "entente_connections_total", .counter,
        connections.map { MetricSample([MetricLabel(name: "result", value: $0.0)], Double($0.1)) }),
      counter("entente_received_bytes_total", counters.bytesReceived),
      counter("entente_sent_bytes_total", counters.bytesSent),
      counter("entente_received_plain_bytes_total", counters.bytesReceived + counters.bytesSavedReceiving),
      counter("entente_sent_plain_bytes_total", counters.bytesSent + counters.bytesSavedSending),
      counter("entente_protocol_violations_total", counters.protocolViolations),
    ]
  }

  static func security(_ tls: ServerTLS) -> [MetricFamily] {
    let handshakes = tls.handshakes
    let results = [("done", handshakes.done), ("failed", handshakes.failed)]
    return [
      MetricFamily(
        "entente_handshakes_total", .counter,
        results.map { MetricSample([MetricLabel(name: "result", value: $0.0)], Double($0.1)) }),
      MetricFamily("entente_certificate_expiry_timestamp_seconds", .gauge, [MetricSample([], Double(tls.expiry))]),
    ]
  }

  static func following(_ follower: SnapshotFollower<Corpus>) -> [MetricFamily] {
    func gauge(_ name: String, _ value: Double) -> MetricFamily {
      MetricFamily(name, .gauge, [MetricSample([], value)])
    }
    let status = follower.status
    var families = [
      gauge("entente_snapshot_generation", Double(status.generation)),
      gauge("entente_snapshot_problem", status.problem.isEmpty ? 0 : 1),
      gauge("entente_snapshots_mapped", Double(follower.generationsInUse)),
    ]
    if let published = status.published { families.append(gauge("entente_snapshot_age_seconds", published.age())) }
    if let corpus = follower.content {
      families.append(gauge("entente_snapshot_bytes", Double(corpus.snapshot.file.count)))
      let counts = corpus.snapshot.cacheCounts
      families.append(
        MetricFamily(
          "entente_record_cache_lookups_total", .counter,
          [("hit", counts.hits), ("miss", counts.misses)].map {
            MetricSample([MetricLabel(name: "result", value: $0.0)], Double($0.1))
          }))
    }
    return families
  }
}
