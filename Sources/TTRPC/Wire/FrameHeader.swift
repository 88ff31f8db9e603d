internal import NIOCore

// Grammar of a connection, in each direction; integers are big-endian:
//
//     connection := frame*
//     frame      := length(u32) stream(u32) type(u8) flags(u8) payload(length bytes)
//     type       := 1 request | 2 response | 3 data | 0x10 goaway | 0x11 cancel
//     flags      := 0x01 remote closed | 0x02 remote open | 0x04 no data | 0x80 zlib
//
// A zlib payload is `inflated length(u32) RFC 1950 stream`. schema/WIRE.md is normative.

/// The ten bytes before a frame's payload.
package struct FrameHeader: Hashable, Sendable {
  package static let byteCount = 10

  /// The length of the payload in bytes, as claimed by the sender.
  package var length: UInt32
  package var streamID: UInt32
  package var type: FrameType
  package var flags: FrameFlags

  package init(length: UInt32, streamID: UInt32, type: FrameType, flags: FrameFlags = []) {
    self.length = length
    self.streamID = streamID
    self.type = type
    self.flags = flags
  }
}

/// The type of a frame. Both sides ignore values that have no name here.
package struct FrameType: RawRepresentable, Hashable, Sendable {
  package var rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  package static let request = FrameType(rawValue: 0x01)
  package static let response = FrameType(rawValue: 0x02)
  package static let data = FrameType(rawValue: 0x03)
  /// Sent by a draining server: open no new streams on this connection.
  package static let goaway = FrameType(rawValue: 0x10)
  /// Sent by a client that no longer waits for the stream.
  package static let cancel = FrameType(rawValue: 0x11)
}

package struct FrameFlags: OptionSet, Hashable, Sendable {
  package var rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The sender sends no more on this stream.
  package static let remoteClosed = FrameFlags(rawValue: 0x01)
  package static let remoteOpen = FrameFlags(rawValue: 0x02)
  /// The payload is absent, as opposed to empty.
  package static let noData = FrameFlags(rawValue: 0x04)
  package static let zlib = FrameFlags(rawValue: 0x80)
}

extension ByteBuffer {
  mutating func write(_ header: FrameHeader) {
    writeMultipleIntegers(header.length, header.streamID, header.type.rawValue, header.flags.rawValue)
  }

  /// Overwrites the ten bytes at `index`, which must exist, with `header`.
  mutating func set(_ header: FrameHeader, at index: Int) {
    setInteger(header.length, at: index)
    setInteger(header.streamID, at: index + 4)
    setInteger(header.type.rawValue, at: index + 8)
    setInteger(header.flags.rawValue, at: index + 9)
  }

  mutating func readFrameHeader() -> FrameHeader? {
    guard let (length, stream, type, flags) = readMultipleIntegers(as: (UInt32, UInt32, UInt8, UInt8).self) else {
      return nil
    }
    return FrameHeader(
      length: length, streamID: stream, type: FrameType(rawValue: type), flags: FrameFlags(rawValue: flags))
  }
}
