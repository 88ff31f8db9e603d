internal import NIOCore
public import ProtobufCoding

/// The messages of a server-streaming call, as they arrive.
///
/// ```swift
/// for try await chunk in try feed.fetch(request) { file.append(chunk.data) }
/// ```
///
/// The caller's pace is the server's: while nobody asks for the next message, little more is read from the connection.
/// Leaving the loop early cancels the call.
public struct ResponseStream<Response: ProtobufMessage>: AsyncSequence, Sendable {
  public typealias Failure = RPCError
  private let open: @Sendable () -> StreamReceiver

  init(_ open: @escaping @Sendable () -> StreamReceiver) {
    self.open = open
  }

  public struct AsyncIterator: AsyncIteratorProtocol {
    public typealias Failure = RPCError
    fileprivate let receiver: StreamReceiver

    public mutating func next(isolation actor: isolated (any Actor)?) async throws(RPCError) -> Response? {
      let receiver = receiver
      guard let payload = try await receiver.next() else { return nil }
      do throws(ProtobufError) {
        return try Response(protobuf: payload.readableBytesSpan)
      } catch {
        throw RPCError(.internal, "the server's \(Response.protobufName) cannot be read: \(error)")
      }
    }
  }

  /// Starts the call: each iterator makes one of its own.
  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(receiver: open())
  }
}
