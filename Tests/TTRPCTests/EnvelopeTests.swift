import NIOCore
import ProtobufCoding
import Testing

@testable import TTRPC

@Suite struct `Envelopes` {
  private func body(_ frame: ByteBuffer) -> ByteBuffer {
    var frame = frame
    frame.moveReaderIndex(forwardBy: FrameHeader.byteCount)
    return frame
  }

  @Test func `what the client writes is the message of the schema`() throws {
    let cases: [(service: String, timeout: Int64, metadata: CallMetadata, size: Int)] = [
      ("bench.Echo", 0, [:], 0), ("", 1, [:], 1), ("entente.v1.Query", -5, ["clé": "é", "clé": ""], 200),
      (String(repeating: "s", count: 300), .max, ["traceparent": String(repeating: "0", count: 200)], 70_000),
    ]
    for one in cases {
      let frame = ByteBuffer.request(
        one.service, "Method", timeout: one.timeout, metadata: one.metadata,
        payload: ByteBuffer(repeating: 3, count: one.size))
      let decoded = try TTRPCRequest(protobuf: body(frame).readableBytesSpan)
      let expected = TTRPCRequest(
        service: one.service, method: "Method", payload: Array(repeating: 3, count: one.size),
        timeoutNano: one.timeout,
        metadata: one.metadata.entries.map { TTRPCKeyValue(key: $0.key, value: $0.value) })
      #expect(decoded == expected)
    }
  }

  @Test func `the server reads what the schema's message writes`() throws {
    let request = TTRPCRequest(
      service: "a.B", method: "C", payload: [1, 2, 3], timeoutNano: -1,
      metadata: [TTRPCKeyValue(key: "k", value: "v"), TTRPCKeyValue(key: "k", value: "w")])
    let bytes = ByteBuffer(bytes: request.protobufBytes())
    let envelope = try RequestEnvelope(bytes.readableBytesSpan)
    #expect(bytes.getString(at: envelope.service.lowerBound, length: envelope.service.count) == "a.B")
    #expect(bytes.getString(at: envelope.method.lowerBound, length: envelope.method.count) == "C")
    #expect(bytes.getBytes(at: envelope.payload.lowerBound, length: envelope.payload.count) == [1, 2, 3])
    #expect(envelope.timeout == -1)
    #expect(envelope.metadata["k"] == "v")
    #expect(envelope.metadata.entries.count == 2)
  }

  @Test func `responses are the message of the schema`() throws {
    var success = ByteBuffer()
    let payload = ByteBuffer(bytes: [9, 9])
    let fits = success.writeResponse(streamID: 1, acceptsZlib: true, payloadSize: 2, limit: 100) {
      $0.writeImmutableBuffer(payload)
    }
    #expect(fits)
    let expected = TTRPCResponse(payload: [9, 9], acceptCompression: ["zlib"])
    #expect(body(success).readableBytesView.elementsEqual(expected.protobufBytes()))

    var failed = ByteBuffer()
    failed.writeFailure(streamID: 1, acceptsZlib: false, RPCError(.notFound, "no été"))
    let status = TTRPCResponse(status: TTRPCStatus(code: 5, message: "no été"))
    #expect(body(failed).readableBytesView.elementsEqual(status.protobufBytes()))
    let read = try ResponseEnvelope(body(failed).readableBytesSpan)
    #expect(read.code == .notFound)
    #expect(read.message == "no été")
  }

  @Test func `what a failure says for programs is a detail of its status`() throws {
    let info = RPCErrorInfo(reason: "UNKNOWN_NAME", domain: "entente", metadata: ["name": "été"])
    var frame = ByteBuffer()
    frame.writeFailure(streamID: 1, acceptsZlib: true, RPCError(.notFound, "no été", info: info))
    let value = TTRPCErrorInfo(reason: "UNKNOWN_NAME", domain: "entente", metadata: ["name": "été"]).protobufBytes()
    let detail = TTRPCDetail(typeURL: "type.googleapis.com/google.rpc.ErrorInfo", value: value)
    let expected = TTRPCResponse(
      status: TTRPCStatus(code: 5, message: "no été", details: [detail]), acceptCompression: ["zlib"])
    #expect(body(frame).readableBytesView.elementsEqual(expected.protobufBytes()))
    #expect(try ResponseEnvelope(body(frame).readableBytesSpan).info == info)
    // Details of other types are skipped, whichever comes first.
    let other = TTRPCDetail(typeURL: "type.googleapis.com/google.rpc.RetryInfo", value: [8, 1])
    for details in [[other, detail], [detail, other]] {
      let response = TTRPCResponse(status: TTRPCStatus(code: 5, message: "", details: details))
      #expect(try ResponseEnvelope(ByteBuffer(bytes: response.protobufBytes()).readableBytesSpan).info == info)
    }
  }

  @Test func `details too large to send are left out, and damaged ones are an error or a value`() throws {
    let large = RPCErrorInfo(reason: "R", domain: "d", metadata: ["k": String(repeating: "x", count: 20_000)])
    var frame = ByteBuffer()
    frame.writeFailure(streamID: 1, acceptsZlib: false, RPCError(.notFound, "m", info: large))
    let read = try ResponseEnvelope(body(frame).readableBytesSpan)
    #expect(read.info == nil && read.message == "m")
    frame.clear()
    let info = RPCErrorInfo(reason: "R", domain: "d", metadata: ["k": "v", "l": "w"])
    frame.writeFailure(streamID: 1, acceptsZlib: false, RPCError(.notFound, "m", info: info))
    let bytes = Array(body(frame).readableBytesView)
    for length in bytes.indices { _ = try? ResponseEnvelope(ByteBuffer(bytes: bytes[..<length]).readableBytesSpan) }
    for bit in 0..<bytes.count * 8 {
      var damaged = bytes
      damaged[bit / 8] ^= 1 << UInt8(bit % 8)
      _ = try? ResponseEnvelope(ByteBuffer(bytes: damaged).readableBytesSpan)
    }
  }

  @Test func `what does not fit in a frame is not written`() {
    var frame = ByteBuffer()
    let head = RequestHead(service: "a", method: "b", timeout: 0, metadata: [], flags: [])
    let requestFits = frame.writeRequest(head, payloadSize: 1000, limit: 999)
    let responseFits = frame.writeResponse(streamID: 1, acceptsZlib: false, payloadSize: 1000, limit: 999) { _ in }
    #expect(!requestFits && !responseFits)
    #expect(frame.readableBytes == 0)
  }

  @Test func `every truncation and flipped bit of an envelope gives a value or an error`() {
    let request = TTRPCRequest(
      service: "a.B", method: "C", payload: [1, 2, 3], timeoutNano: 5, metadata: [TTRPCKeyValue(key: "k", value: "v")])
    let bytes = request.protobufBytes()
    for length in bytes.indices { _ = try? RequestEnvelope(ByteBuffer(bytes: bytes[..<length]).readableBytesSpan) }
    for bit in 0..<bytes.count * 8 {
      var damaged = bytes
      damaged[bit / 8] ^= 1 << UInt8(bit % 8)
      guard let envelope = try? RequestEnvelope(ByteBuffer(bytes: damaged).readableBytesSpan) else { continue }
      for range in [envelope.service, envelope.method, envelope.payload] { #expect(range.upperBound <= damaged.count) }
    }
  }
}
