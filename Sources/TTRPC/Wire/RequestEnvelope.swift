internal import NIOCore
internal import ProtobufCoding

// The message ttrpc.Request of schema/ttrpc/ttrpc.proto:
//
//     request  := service(1, string) method(2, string) payload(3, bytes) timeout_nano(4, varint) metadata(5, pair)*
//     pair     := key(1, string) value(2, string)

/// A request's envelope, read in place: its service, method and payload are not copied out of the frame.
package struct RequestEnvelope: Equatable, Sendable {
  /// The range of the service name in the frame's payload.
  package var service: Range<Int> = 0..<0
  package var method: Range<Int> = 0..<0
  package var payload: Range<Int> = 0..<0
  /// How long the caller waits, in nanoseconds; 0 means no deadline.
  package var timeout: Int64 = 0
  package var metadata = CallMetadata()
  /// The size of the encoded entries so far, in bytes.
  private var metadataSize = 0

  /// - Throws: INVALID_ARGUMENT if `frame` is no envelope; RESOURCE_EXHAUSTED where it holds more metadata than
  ///   `limits` allow, before any of it is copied.
  package init(_ frame: RawSpan, limits: MetadataLimits = MetadataLimits()) throws(RPCError) {
    do throws(ProtobufError) {
      self = try Self(fields: frame, limits)
    } catch {
      throw RPCError(.invalidArgument, "unmarshal request error: \(error)")
    }
    guard metadata.entries.count <= limits.entries, metadataSize <= limits.bytes else {
      throw RPCError(
        .resourceExhausted,
        "the metadata of a request is limited to \(limits.entries) entries and \(limits.bytes) bytes")
    }
  }

  private init(fields frame: RawSpan, _ limits: MetadataLimits) throws(ProtobufError) {
    var reader = ProtobufReader(frame)
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 1 << 3 | 2: service = try reader.byteRange()
      case 2 << 3 | 2: method = try reader.byteRange()
      case 3 << 3 | 2: payload = try reader.byteRange()
      case 4 << 3 | 0: timeout = try reader.int64()
      case 5 << 3 | 2:
        let pair = try reader.byteRange()
        metadataSize += pair.count
        // One entry beyond the limit is kept, to show that there are too many.
        guard metadata.entries.count <= limits.entries, metadataSize <= limits.bytes else { return }
        metadata.entries.append(try CallMetadata.Entry(frame.extracting(pair)))
      default: try reader.skip(tag)
      }
    }
  }
}

extension CallMetadata.Entry {
  fileprivate init(_ pair: RawSpan) throws(ProtobufError) {
    self.init(key: "", value: "")
    var reader = ProtobufReader(pair)
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 1 << 3 | 2: key = try reader.string()
      case 2 << 3 | 2: value = try reader.string()
      default: try reader.skip(tag)
      }
    }
  }
}

/// What a client puts around the payload of a request.
struct RequestHead {
  var service: String
  var method: String
  /// How long the caller waits, in nanoseconds; 0 means no deadline.
  var timeout: Int64
  var metadata: [CallMetadata.Entry]
  /// Remote closed for a streaming call, none for a unary one, as in stock clients.
  var flags: FrameFlags
}

extension ByteBuffer {
  /// Writes a request frame of stream 0, all but the payload's own bytes.
  ///
  /// The payload comes last in the envelope, so that it can be written without a copy.
  ///
  /// - Returns: false if the frame's payload would exceed `limit`; nothing is written then.
  mutating func writeRequest(_ head: RequestHead, payloadSize: Int, limit: UInt32) -> Bool {
    var size = Self.fieldSize(head.service.utf8.count) + Self.fieldSize(head.method.utf8.count)
    if head.timeout != 0 { size += 1 + ProtobufSize.int64(head.timeout) }
    for entry in head.metadata { size += Self.fieldSize(Self.size(entry)) }
    if payloadSize > 0 { size += Self.fieldSize(payloadSize) }
    guard let length = UInt32(exactly: size), length <= limit else { return false }

    reserveCapacity(minimumWritableBytes: FrameHeader.byteCount + size)
    write(FrameHeader(length: length, streamID: 0, type: .request, flags: head.flags))
    write(field: 1, head.service)
    write(field: 2, head.method)
    if head.timeout != 0 {
      writeInteger(4 << 3 | 0, as: UInt8.self)
      write(varint: UInt64(bitPattern: head.timeout))
    }
    for entry in head.metadata { write(entry) }
    if payloadSize > 0 {
      writeInteger(3 << 3 | 2, as: UInt8.self)
      write(varint: UInt64(payloadSize))
    }
    return true
  }

  /// The fields of a request that hold `metadata`.
  init(metadata: CallMetadata) {
    self.init()
    for entry in metadata.entries { write(entry) }
  }

  private mutating func write(_ entry: CallMetadata.Entry) {
    writeInteger(5 << 3 | 2, as: UInt8.self)
    write(varint: UInt64(Self.size(entry)))
    write(field: 1, entry.key)
    write(field: 2, entry.value)
  }

  private static func size(_ entry: CallMetadata.Entry) -> Int {
    fieldSize(entry.key.utf8.count) + fieldSize(entry.value.utf8.count)
  }
}
