internal import NIOCore
public import ProtobufCoding

/// The messages of a server-streaming call, as they arrive.
///
/// ```swift
/// for try await chunk in try feed.fetch(request) { file.append(chunk.data) }
/// ```
///
/// The reader sets the pace: until it asks for the next message, little more is read from the connection. Leaving the loop
/// early cancels the call.
public struct ResponseStream<Response: ProtobufMessage>: AsyncSequence, Sendable {
  public typealias Failure = RPCError
  private let open: @Sendable () -> any PayloadSource

  init(_ open: @escaping @Sendable () -> any PayloadSource) {
    self.open = open
  }

  public struct AsyncIterator: AsyncIteratorProtocol {
    public typealias Failure = RPCError
    fileprivate let source: any PayloadSource

    public mutating func next(isolation actor: isolated (any Actor)?) async throws(RPCError) -> Response? {
      let source = source
      guard let payload = try await source.next() else { return nil }
      return try Response(answer: payload)
    }
  }

  /// Starts the call; each iterator makes its own.
  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(source: open())
  }
}

/// The payloads of one streaming call, at its reader's pace. Releasing it cancels the call.
protocol PayloadSource: AnyObject, Sendable {
  /// The payload of the next message; nil at the end.
  func next() async throws(RPCError) -> ByteBuffer?
}
