import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import EntenteExplorer

@Suite struct ConnectionStateTests {
  @Test func `a connection stays open after answers to requests that keep it`() {
    var state = ConnectionState(maximumBody: 10)
    for _ in 0..<3 {
      #expect(state.head(keepsAlive: true, isModern: true) == .pass)
      #expect(state.end() == .pass)
      #expect(state.answer() == ConnectionState.Answer())
      #expect(state.answerEnds() == .keep)
    }
  }

  @Test(arguments: [(false, true), (true, false), (false, false)])
  func `it closes behind the answer to the last request, and what follows is not read`(request: (Bool, Bool)) {
    var state = ConnectionState(maximumBody: 10)
    #expect(state.head(keepsAlive: true, isModern: true) == .pass)
    #expect(state.end() == .pass)
    #expect(state.head(keepsAlive: request.0, isModern: request.1) == .pass)
    #expect(state.end() == .pass)
    #expect(state.head(keepsAlive: true, isModern: true) == .ignore)
    #expect(state.body(count: 1) == .ignore)
    #expect(state.end() == .ignore)
    #expect(state.answer() == ConnectionState.Answer())
    #expect(state.answerEnds() == .keep)
    #expect(state.answer() == ConnectionState.Answer(closes: true, isModern: request.1))
    #expect(state.answerEnds() == .close)
  }

  @Test func `an answer before the end of its request closes one direction only`() {
    var state = ConnectionState(maximumBody: 10)
    #expect(state.head(keepsAlive: false, isModern: true) == .pass)
    #expect(state.answerEnds() == .closeOutput)
  }

  @Test func `a body longer than any of ours closes the connection`() {
    var state = ConnectionState(maximumBody: 10)
    #expect(state.head(keepsAlive: true, isModern: true) == .pass)
    #expect(state.body(count: 6) == .pass)
    #expect(state.body(count: 4) == .pass)
    #expect(state.body(count: 1) == .close)
    #expect(state.body(count: .max) == .close)
  }

  @Test func `a request that does not end in time ends the connection`() throws {
    let channel = EmbeddedChannel(handler: ConnectionHandler(maximumBody: 100, patience: .seconds(20)))
    channel.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 80), promise: nil)
    try channel.writeInbound(HTTPServerRequestPart.head(.init(version: .http1_1, method: .POST, uri: "/")))
    for _ in 0..<3 {
      channel.embeddedEventLoop.advanceTime(by: .seconds(6))
      try channel.writeInbound(HTTPServerRequestPart.body(ByteBuffer(string: " ")))
    }
    #expect(channel.isActive)
    channel.embeddedEventLoop.advanceTime(by: .seconds(6))
    #expect(!channel.isActive)
  }

  @Test func `a request that ends in time does not`() throws {
    let channel = EmbeddedChannel(handler: ConnectionHandler(maximumBody: 100, patience: .seconds(20)))
    channel.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 80), promise: nil)
    try channel.writeInbound(HTTPServerRequestPart.head(.init(version: .http1_1, method: .POST, uri: "/")))
    try channel.writeInbound(HTTPServerRequestPart.end(nil))
    channel.embeddedEventLoop.advanceTime(by: .seconds(60))
    #expect(channel.isActive)
    _ = try channel.finish()
  }
}
