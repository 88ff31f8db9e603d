import Foundation
import NIOCore
import ProtobufCoding
import Testing

@testable import TTRPC

/// The hex blocks of schema/WIRE.md are the bytes that the code writes and reads.
@Suite struct `The examples of the wire document` {
  private let blocks: [String: ByteBuffer]

  init() throws {
    let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appendingPathComponent("schema/WIRE.md"), encoding: .utf8)
    var blocks: [String: ByteBuffer] = [:]
    var name: String? = nil
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```hex ") {
        name = String(line.dropFirst(7))
      } else if line.hasPrefix("```") {
        name = nil
      } else if let name {
        for pair in line.prefix(while: { $0 != "#" }).split(separator: " ") {
          blocks[name, default: ByteBuffer()].writeInteger(try #require(UInt8(pair, radix: 16)))
        }
      }
    }
    self.blocks = blocks
  }

  private func block(_ name: String) throws -> ByteBuffer {
    try #require(blocks[name], "WIRE.md has no block \(name)")
  }

  @Test func `each block is one whole frame`() throws {
    #expect(blocks.count == 10)
    for (name, bytes) in blocks {
      var decoder = FrameDecoder(limit: 4096)
      decoder.append(bytes)
      let event = decoder.next()
      guard case .frame = event else {
        Issue.record("\(name) is not a frame")
        continue
      }
      #expect(!decoder.isInsideFrame, "\(name) has bytes after its frame")
    }
  }

  @Test func `requests`() throws {
    let ping = ByteBuffer(string: "ping")
    let plain = try block("unary-request")
    #expect(plain == .request(timeout: 1_000_000_000, payload: ping))
    let offering = try block("offering-request")
    #expect(offering == .request(metadata: ["accept-compression": "zlib", "accept-goaway": "1"], payload: ping))
  }

  @Test func `responses`() throws {
    let ping = ByteBuffer(string: "ping")
    for (name, acceptsZlib) in [("unary-response", false), ("accepting-response", true)] {
      var frame = ByteBuffer()
      _ = frame.writeResponse(streamID: 1, acceptsZlib: acceptsZlib, payloadSize: 4, limit: 100) {
        $0.writeImmutableBuffer(ping)
      }
      let expected = try block(name)
      #expect(frame == expected)
    }
    var failed = ByteBuffer()
    failed.writeFailure(streamID: 3, acceptsZlib: false, RPCError(.unimplemented, "method Nope"))
    let expected = try block("failure-response")
    #expect(failed == expected)
  }

  @Test func `streams, cancel and goaway`() throws {
    let data = try block("stream-data")
    #expect(data == .frame(.data, stream: 5, payload: ByteBuffer(bytes: TTRPCStatus(code: 150).protobufBytes())))
    let end = try block("stream-end")
    #expect(end == .frame(.data, stream: 5, flags: [.remoteClosed, .noData]))
    let cancel = try block("cancel")
    #expect(cancel == .frame(.cancel, stream: 5))
    let goaway = try block("goaway")
    #expect(goaway == .frame(.goaway, stream: 9))
  }

  @Test func `a zlib frame`() throws {
    var frame = try block("zlib-response")
    let header = frame.readFrameHeader()
    #expect(header?.flags == .zlib)
    var inflater = FrameInflater(limit: 4096)
    let plain = try inflater.inflate(frame)
    let envelope = try ResponseEnvelope(plain.readableBytesSpan)
    #expect(
      plain.getString(at: envelope.payload.lowerBound, length: envelope.payload.count)
        == String(repeating: "ping", count: 200))
  }
}
