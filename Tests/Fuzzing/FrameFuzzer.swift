import NIOCore
import NIOEmbedded

@testable import TTRPC

/// Gives any bytes to a connection of a server or of a client with open calls. The lowest bits of the first byte choose the
/// side, and whether the rest is what arrives or a list of frames, each `type flags stream size payload`, a byte each but
/// the last.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFrames(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
  guard let choice = bytes.first else { return 0 }
  let arriving = choice & 2 == 0 ? ByteBuffer(bytes: bytes.dropFirst()) : frames(bytes.dropFirst())
  do {
    try choice & 1 == 0 ? serve(arriving) : answer(arriving)
  } catch {
    // The connection was closed for what it was sent.
  }
  return 0
}

private func frames(_ description: ArraySlice<UInt8>) -> ByteBuffer {
  var rest = description
  var frames = ByteBuffer()
  while rest.count > 4 {
    let head = Array(rest.prefix(4))
    let payload = rest.dropFirst(4).prefix(Int(head[3]))
    frames.writeImmutableBuffer(
      .frame(
        FrameType(rawValue: head[0]), stream: UInt32(head[2]), flags: FrameFlags(rawValue: head[1]),
        payload: ByteBuffer(bytes: payload)))
    rest = rest.dropFirst(4 + payload.count)
  }
  return frames
}

/// In two pieces, and with time for the calls to run.
private func serve(_ arriving: ByteBuffer) throws {
  let server = VirtualServer()
  let connection = try server.connect()
  defer { _ = try? connection.channel.finish(acceptAlreadyClosed: true) }
  var arriving = arriving
  while let piece = arriving.readSlice(length: min(max(arriving.readableBytes / 2, 1), arriving.readableBytes)),
    piece.readableBytes > 0
  {
    try connection.send(piece)
    server.run(for: .milliseconds(2))
  }
  for frame in try connection.frames() where frame.header.type == .response && !frame.header.flags.contains(.zlib) {
    _ = try ResponseEnvelope(frame.payload.readableBytesSpan)
  }
  connection.endInput()
  server.run(for: .seconds(1))
}

private func answer(_ arriving: ByteBuffer) throws {
  let handler = ClientConnectionHandler(
    address: ServerAddress(host: "192.0.2.1", port: 7), configuration: ClientConfiguration(), tally: ClientTally(),
    onLeave: {})
  let channel = EmbeddedChannel(handler: handler)
  defer { _ = try? channel.finish(acceptAlreadyClosed: true) }
  try channel.connect(to: SocketAddress(ipAddress: "192.0.2.1", port: 7)).wait()
  for _ in 0..<4 {
    handler.send(
      PendingCall(
        request: .request(), deadline: nil, isCancelled: CancellationFlag(),
        answer: .stream(StreamBuffer(limit: 1 << 16))))
  }
  var arriving = arriving
  while let piece = arriving.readSlice(length: min(max(arriving.readableBytes / 2, 1), arriving.readableBytes)),
    piece.readableBytes > 0
  {
    try channel.writeInbound(piece)
  }
}
