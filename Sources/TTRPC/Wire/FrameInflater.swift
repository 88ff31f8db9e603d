internal import EntenteZlib
package import NIOCore

/// Inflates the payloads of zlib frames.
package struct FrameInflater: ~Copyable {
  private let limit: UInt32
  private var inflater: Inflater? = nil

  /// - Parameter limit: the largest inflated payload, in bytes.
  package init(limit: UInt32) {
    self.limit = limit
  }

  /// - Throws: if the payload does not match its announced length or is damaged; the connection must then be closed.
  package mutating func inflate(_ payload: ByteBuffer) throws(ProtocolViolation) -> ByteBuffer {
    var stream = payload
    guard let announced = stream.readInteger(as: UInt32.self) else { throw .compressedFrameTooShort }
    guard announced <= limit else { throw .inflatedLengthOverLimit(announced, limit: limit) }
    // Deflate cannot exceed a ratio of 1032 to 1: a frame that claims more is invalid, and gets no memory.
    guard UInt64(announced) <= UInt64(stream.readableBytes) * 1032 else { throw .compressedFrameLies }
    do throws(ZlibError) {
      var inflater = if let used = self.inflater.take() { used } else { Inflater() }
      let bytes = try inflater.decompress(stream.readableBytesSpan, exactly: Int(announced))
      self.inflater = consume inflater
      return ByteBuffer(bytes: bytes)
    } catch {
      throw .compressedFrameLies
    }
  }
}

/// A violation of the protocol that closes the connection.
package enum ProtocolViolation: Error, Hashable, Sendable, CustomStringConvertible {
  case compressedFrameTooShort
  case inflatedLengthOverLimit(UInt32, limit: UInt32)
  case compressedFrameLies
  case unreadableResponse
  case unexpectedFrame(FrameHeader)

  package var description: String {
    switch self {
    case .compressedFrameTooShort: "a zlib frame is too short to hold its inflated length"
    case .inflatedLengthOverLimit(let length, let limit):
      "a zlib frame announces \(length) bytes, more than the limit of \(limit)"
    case .compressedFrameLies: "a zlib frame is damaged or does not match its inflated length"
    case .unreadableResponse: "a response cannot be decoded"
    case .unexpectedFrame(let header): "a frame of type \(header.type.rawValue) does not belong to its stream"
    }
  }
}
