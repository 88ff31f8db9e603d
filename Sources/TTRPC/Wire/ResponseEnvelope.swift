internal import NIOCore
package import ProtobufCoding

// The message ttrpc.Response of schema/ttrpc/ttrpc.proto:
//
//     response := status(1, status)? payload(2, bytes) accept_compression(100, string)*
//     status   := code(1, varint) message(2, string) detail(3)*             see RPCErrorInfo+Wire.swift

/// A response's envelope in place: where its payload stands in the frame's payload.
package struct ResponseEnvelope: Equatable, Sendable {
  package var code = RPCStatusCode.ok
  package var message = ""
  package var info: RPCErrorInfo?
  package var payload: Range<Int> = 0..<0
  /// Whether the server says that it reads zlib frames.
  package var acceptsZlib = false

  package init(_ frame: RawSpan) throws(ProtobufError) {
    var reader = ProtobufReader(frame)
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 1 << 3 | 2:
        try readStatus(frame.extracting(try reader.byteRange()))
      case 2 << 3 | 2: payload = try reader.byteRange()
      case 100 << 3 | 2: acceptsZlib = try reader.string() == Extension.zlib || acceptsZlib
      default: try reader.skip(tag)
      }
    }
  }

  private mutating func readStatus(_ status: RawSpan) throws(ProtobufError) {
    var reader = ProtobufReader(status)
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 1 << 3 | 0: code = RPCStatusCode(wireValue: try reader.int32())
      case 2 << 3 | 2: message = try reader.string()
      case 3 << 3 | 2: info = try RPCErrorInfo(detail: status.extracting(try reader.byteRange())) ?? info
      default: try reader.skip(tag)
      }
    }
  }
}

/// The names with which the two sides negotiate extensions.
enum Extension {
  static let zlib = "zlib"
  /// The metadata key with which a client says which frame encodings it can read.
  static let acceptCompression = "accept-compression"
  /// The metadata key with which a client says that it understands goaway frames.
  static let acceptGoaway = "accept-goaway"
  /// The metadata keys that concern the connection, not the call.
  static let keys: Set<String> = [acceptCompression, acceptGoaway]
}

extension ByteBuffer {
  /// How many bytes field 100 with the value `zlib` takes.
  private static let acceptZlibSize = 7

  private mutating func writeAcceptZlib() {
    // Tag 100 << 3 | 2 as a varint, then the length of the name.
    writeMultipleIntegers(UInt16(0xA206), UInt8(4))
    writeString(Extension.zlib)
  }

  /// Writes a response frame with a payload of `payloadSize` bytes that `body` appends.
  ///
  /// - Returns: false if the frame's payload would exceed `limit`; nothing is written then.
  mutating func writeResponse(
    streamID: UInt32, acceptsZlib: Bool, payloadSize: Int, limit: UInt32, body: (inout ByteBuffer) -> Void
  ) -> Bool {
    let size = Self.fieldSize(payloadSize) + (acceptsZlib ? Self.acceptZlibSize : 0)
    guard let length = UInt32(exactly: size), length <= limit else { return false }
    reserveCapacity(minimumWritableBytes: FrameHeader.byteCount + size)
    write(FrameHeader(length: length, streamID: streamID, type: .response))
    writeInteger(2 << 3 | 2, as: UInt8.self)
    write(varint: UInt64(payloadSize))
    body(&self)
    if acceptsZlib { writeAcceptZlib() }
    return true
  }

  /// Writes a response frame with a status that is not OK.
  mutating func writeFailure(streamID: UInt32, acceptsZlib: Bool, _ error: RPCError) {
    // A message longer than a few kilobytes is no use to anyone, and must not exceed the frame limit.
    let message = error.message.utf8.count <= 4096 ? error.message : String(error.message.prefix(1024))
    let detail = error.info.flatMap(\.detail)
    let status =
      1 + ProtobufSize.int32(error.code.rawValue) + Self.fieldSize(message.utf8.count)
      + (detail.map { Self.fieldSize($0.readableBytes) } ?? 0)
    let size = Self.fieldSize(status) + (acceptsZlib ? Self.acceptZlibSize : 0)
    write(FrameHeader(length: UInt32(clamping: size), streamID: streamID, type: .response))
    writeInteger(1 << 3 | 2, as: UInt8.self)
    write(varint: UInt64(status))
    writeInteger(1 << 3 | 0, as: UInt8.self)
    write(varint: UInt64(error.code.rawValue))
    write(field: 2, message)
    if let detail { write(field: 3, detail) }
    if acceptsZlib { writeAcceptZlib() }
  }
}
