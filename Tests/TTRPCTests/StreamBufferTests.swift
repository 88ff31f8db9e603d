import NIOCore
import Testing

@testable import TTRPC

@Suite struct `Stream buffer` {
  private let message = ByteBuffer(repeating: 1, count: 40)

  @Test func `a full buffer says when there is room again, whatever arrives meanwhile`() async throws {
    let buffer = StreamBuffer(limit: 100)
    #expect(buffer.append(message))
    #expect(buffer.append(message))
    #expect(!buffer.append(message))
    var resumptions = 0
    _ = try await buffer.next { resumptions += 1 }
    // What was on its way when the sender paused does not make the buffer forget that it did.
    #expect(!buffer.append(message))
    for _ in 0..<3 { _ = try await buffer.next { resumptions += 1 } }
    #expect(resumptions == 1)
    #expect(buffer.append(message))
  }

  @Test func `what came before the end is read before it`() async throws {
    let buffer = StreamBuffer(limit: 100)
    _ = buffer.append(message)
    buffer.finish(RPCError(.dataLoss, "gone"))
    buffer.finish(nil)
    let first = try await buffer.next {}
    #expect(first == message)
    let error = await failure { try await buffer.next {} }
    #expect(error == RPCError(.dataLoss, "gone"))
  }
}
