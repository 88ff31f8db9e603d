import EntenteClient
import EntenteQuery
import Foundation
import Hummingbird
import HummingbirdTesting
import NIOCore
import NIOPosix
import TTRPC
import TestCorpora
import Testing

@testable import EntenteExplorer

/// What the explorer does with connections: bytes in, bytes out, until it closes.
@Suite(.timeLimit(.minutes(3))) struct ConnectionTests {
  /// Sends a text and returns everything that comes back before the server closes.
  private static func exchange(_ text: String) async throws -> String {
    let corpus = try await CorpusFixture.seeds()
    let channel = LocalChannel([QueryService { corpus }.queryService, HealthService { corpus }.healthService])
    let explorer = try Explorer(
      corpus: QueryClient(channel), replicas: ReplicaSet(name: "local", channel: channel))
    return try await explorer.application(at: .hostname("127.0.0.1", port: 0)).test(.live) { client in
      let connection = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .connect(host: "localhost", port: try #require(client.port)) { channel in
          channel.eventLoop.makeCompletedFuture {
            try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
          }
        }
      // The end may come as a reset, behind what was read.
      let answer = Answer()
      try? await connection.executeThenClose { inbound, outbound in
        try await outbound.write(ByteBuffer(string: text))
        for try await piece in inbound { await answer.append(String(buffer: piece)) }
      }
      return await answer.text
    }
  }

  private actor Answer {
    private(set) var text = ""
    func append(_ piece: String) { text += piece }
  }

  private static func statuses(_ answer: String) -> [String] {
    answer.matches(of: #/HTTP\/1\.[01] [0-9]{3}/#).map { String($0.0) }
  }

  @Test func `a client of HTTP 1.0 gets its answer, unchunked, and the end of the connection`() async throws {
    let answer = try await Self.exchange("GET /healthz HTTP/1.0\r\n\r\n")
    #expect(Self.statuses(answer) == ["HTTP/1.0 200"])
    #expect(answer.lowercased().contains("connection: close") && !answer.lowercased().contains("chunked"))
    #expect(answer.hasSuffix("\r\n\r\nok\n"))
  }

  @Test(arguments: ["close", "Close", "keep-alive, close"])
  func `a client that asks for it gets the end of the connection after its answer`(option: String) async throws {
    let answer = try await Self.exchange("GET /timeline HTTP/1.1\r\nHost: a\r\nConnection: \(option)\r\n\r\n")
    #expect(Self.statuses(answer) == ["HTTP/1.1 200"])
    #expect(answer.lowercased().contains("connection: close") && answer.contains("</html>"))
  }

  @Test func `requests in a row are answered in their order, up to the last`() async throws {
    let answer = try await Self.exchange(
      "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET /nothing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
        + "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(Self.statuses(answer) == ["HTTP/1.1 200", "HTTP/1.1 404"])
  }

  @Test func `a head that is too long, or is none, is refused and ends the connection`() async throws {
    for text in [
      "GET / HTTP/1.1\r\nHost: a\r\nX-Long: \(String(repeating: "x", count: 100_000))\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\n\(String(repeating: "X: y\r\n", count: 200))\r\n",
      "\u{1}\u{2}\u{3}\r\n\r\n",
    ] {
      let answer = try await Self.exchange(text)
      #expect(Self.statuses(answer) == ["HTTP/1.1 400"], "\(text.prefix(40))")
    }
  }

  @Test func `a body without end ends the connection`() async throws {
    let answer = try await Self.exchange(
      "POST /api/entente.v1.Query/Describe HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n\r\n"
        + String(repeating: " ", count: 2 << 20))
    #expect(!answer.contains("HTTP/1.1 200"))
  }
}
