import Foundation
import GRPCCore
import GRPCNIOTransportHTTP2Posix

/// An echo server on gRPC Swift 2, and its client.
///
///     grpc-echo server PORT [--at-once]
///     grpc-echo client PORT CALLS IN_FLIGHT [--at-once]
///
/// The client prints a line of JSON. By default this library holds what it writes for up to 100 µs, so that more goes out at
/// once; `--at-once` turns that off, which suits few calls in flight.
@main
struct GRPCEcho {
  static func main() async throws {
    var words = Array(CommandLine.arguments.dropFirst())
    let atOnce = words.last == "--at-once"
    if atOnce { words.removeLast() }
    switch (words.first, words.dropFirst().compactMap { Int($0) }) {
    case ("server", let numbers) where numbers.count == 1:
      try await serve(port: numbers[0], atOnce: atOnce)
    case ("client", let numbers) where numbers.count == 3 && numbers[2] > 0:
      try await call(port: numbers[0], EchoLoad(calls: numbers[1], inFlight: numbers[2]), atOnce: atOnce)
    default:
      FileHandle.standardError.write(
        Data("usage: grpc-echo server PORT | client PORT CALLS IN_FLIGHT, [--at-once]\n".utf8))
      exit(64)
    }
  }

  private static func serve(port: Int, atOnce: Bool) async throws {
    let transport = HTTP2ServerTransport.Posix(
      address: .ipv4(host: "127.0.0.1", port: port), transportSecurity: .plaintext,
      config: .defaults { if atOnce { $0.connection.flushCoalescing = nil } })
    try await GRPCServer(transport: transport, services: [Echo()]).serve()
  }

  private static func call(port: Int, _ load: EchoLoad, atOnce: Bool) async throws {
    let transport = try HTTP2ClientTransport.Posix(
      target: .ipv4(address: "127.0.0.1", port: port), transportSecurity: .plaintext,
      config: .defaults { if atOnce { $0.connection.flushCoalescing = nil } })
    try await withGRPCClient(transport: transport) { client in
      _ = try await EchoLoad(calls: max(load.inFlight, load.calls / 10), inFlight: load.inFlight).run(client)
      let speed = try await load.run(client)
      print("{\"calls_per_s\": \(Int(speed))}")
    }
  }
}
