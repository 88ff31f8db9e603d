internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import ServiceLifecycle
internal import Synchronization

/// The state of the replicas as server-sent events: one at once, then one every two seconds, for ten minutes.
struct ClusterEvents {
  private static let open = Atomic(0)
  private static let maximumOpen = 100
  private static let interval: Duration = .seconds(2)
  private static let rounds = 300

  let replicas: ReplicaSet

  func response() -> Response {
    guard Self.open.load(ordering: .relaxed) < Self.maximumOpen else {
      return Response(status: .serviceUnavailable, headers: [.retryAfter: "10"])
    }
    return Response(
      status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
      body: ResponseBody { [replicas] writer in
        Self.open.add(1, ordering: .relaxed)
        defer { Self.open.subtract(1, ordering: .relaxed) }
        // An open page must not hold up the end of the program.
        for _ in 0..<Self.rounds where !Task.isShuttingDownGracefully {
          let json = try JSONEncoder().encode(await replicas.states())
          try await writer.write(ByteBuffer(string: "data: \(String(decoding: json, as: UTF8.self))\n\n"))
          try await Task.sleep(for: Self.interval)
        }
        try await writer.finish(nil)
      })
  }
}
