internal import NIOCore
internal import Synchronization

/// The client's end of one streaming call, on a connection of its own.
final class StreamReceiver: PayloadSource {
  private enum Phase: Sendable {
    case new
    case open(ClientConnection)
    case ended
  }

  private let pool: ConnectionPool
  private let makeCall: @Sendable (StreamBuffer, CancellationFlag) -> Result<PendingCall, RPCError>
  private let buffer: StreamBuffer
  private let isCancelled = CancellationFlag()
  private let phase = Mutex(Phase.new)

  init(
    pool: ConnectionPool, bufferSize: Int,
    makeCall: @escaping @Sendable (StreamBuffer, CancellationFlag) -> Result<PendingCall, RPCError>
  ) {
    self.pool = pool
    self.makeCall = makeCall
    buffer = StreamBuffer(limit: bufferSize)
  }

  // Leaving the loop releases the iterator, and with it this receiver.
  deinit {
    end()
  }

  /// The payload of the next message; nil at the end.
  func next() async throws(RPCError) -> ByteBuffer? {
    if case .new = phase.withLock({ $0 }) { try await begin() }
    do throws(RPCError) {
      let message = try await receive()
      if message == nil { end() }
      return message
    } catch {
      end()
      throw error
    }
  }

  private func receive() async throws(RPCError) -> ByteBuffer? {
    let result: Result<ByteBuffer?, RPCError> = await withTaskCancellationHandler {
      do throws(RPCError) {
        return .success(try await buffer.next(onRoom: resumeReading))
      } catch {
        return .failure(error)
      }
    } onCancel: {
      buffer.finish(.cancelled)
      end()
    }
    return try result.get()
  }

  private func begin() async throws(RPCError) {
    let connection = try await pool.dedicatedConnection()
    switch makeCall(buffer, isCancelled) {
    case .failure(let error):
      connection.close()
      throw error
    case .success(let call):
      let isWanted = phase.withLock { phase in
        guard case .new = phase else { return false }
        phase = .open(connection)
        return true
      }
      guard isWanted else {
        connection.close()
        throw .cancelled
      }
      connection.submit(call)
    }
  }

  private func resumeReading() {
    if case .open(let connection) = phase.withLock({ $0 }) { connection.resumeReading() }
  }

  private func end() {
    let connection = phase.withLock { phase -> ClientConnection? in
      defer { phase = .ended }
      if case .open(let connection) = phase { return connection }
      return nil
    }
    guard let connection else { return }
    connection.cancel(isCancelled)
    connection.close()
  }
}
