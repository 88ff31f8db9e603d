internal import NIOCore
internal import ProtobufCoding

/// Writes the response of one unary call behind the frames that already wait to be sent.
struct ReplyEncoder {
  var output: ByteBuffer
  let streamID: UInt32
  /// Whether this response tells the client that zlib frames are read here.
  let acceptsZlib: Bool
  let limit: UInt32

  mutating func succeed(with message: some ProtobufMessage) throws(RPCError) {
    let size = message.protobufSize
    let fits = output.writeResponse(
      streamID: streamID, acceptsZlib: acceptsZlib, payloadSize: size, limit: limit
    ) { $0.write(message: message, size: size) }
    guard fits else { throw .oversized(size, limit: limit) }
  }

  mutating func succeed(with payload: ByteBuffer) throws(RPCError) {
    let fits = output.writeResponse(
      streamID: streamID, acceptsZlib: acceptsZlib, payloadSize: payload.readableBytes, limit: limit
    ) { $0.writeImmutableBuffer(payload) }
    guard fits else { throw .oversized(payload.readableBytes, limit: limit) }
  }

  /// What a handler answers, without a frame around it.
  static func payload(
    of handler: MethodDescriptor.Unary, _ request: ByteBuffer, _ context: CallContext
  ) throws(RPCError) -> ByteBuffer {
    var reply = ReplyEncoder(output: ByteBuffer(), streamID: 1, acceptsZlib: false, limit: .max)
    try handler(request, context, &reply)
    let frame = reply.output.readableBytesSpan.extracting(droppingFirst: FrameHeader.byteCount)
    do throws(ProtobufError) {
      let place = try ResponseEnvelope(frame).payload
      return reply.output.getSlice(at: FrameHeader.byteCount + place.lowerBound, length: place.count) ?? ByteBuffer()
    } catch {
      throw RPCError(.internal, "cannot decode the response: \(error)")
    }
  }

  mutating func fail(_ error: RPCError) {
    output.writeFailure(streamID: streamID, acceptsZlib: acceptsZlib, error)
  }
}

extension RPCError {
  static func oversized(_ size: Int, limit: UInt32) -> RPCError {
    RPCError(.resourceExhausted, "a message of \(size) bytes does not fit in a frame of at most \(limit)")
  }
}
