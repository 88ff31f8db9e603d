import NIOCore
import Testing

@testable import TTRPC

@Suite struct `Frame decoder` {
  private let recorded: ByteBuffer = {
    var bytes = ByteBuffer.request(payload: ByteBuffer(repeating: 1, count: 300))
    bytes.writeImmutableBuffer(.frame(.data, stream: 3, flags: [.remoteClosed, .noData]))
    bytes.writeImmutableBuffer(.request("test.Typed", "Swap", stream: 5, timeout: 7, metadata: ["a": "b"]))
    return bytes
  }()

  private func events(_ pieces: [ByteBuffer], limit: UInt32 = 4096) -> [FrameDecoder.Event] {
    var decoder = FrameDecoder(limit: limit)
    var events: [FrameDecoder.Event] = []
    for piece in pieces {
      decoder.append(piece)
      while let event = decoder.next() { events.append(event) }
      decoder.reclaim()
    }
    return events
  }

  @Test func `frames are the same however their bytes arrive`() {
    let whole = events([recorded])
    #expect(whole.count == 3)
    for size in 1..<recorded.readableBytes {
      var rest = recorded
      var pieces: [ByteBuffer] = []
      while rest.readableBytes > 0, let piece = rest.readSlice(length: min(size, rest.readableBytes)) {
        pieces.append(piece)
      }
      #expect(events(pieces) == whole, "in pieces of \(size) bytes")
    }
  }

  @Test func `a truncated connection gives the frames before the cut and no other`() {
    let whole = events([recorded])
    for length in 0..<recorded.readableBytes {
      let cut = events([recorded.getSlice(at: 0, length: length) ?? ByteBuffer()])
      #expect(cut.count < whole.count)
      #expect(cut == Array(whole.prefix(cut.count)))
    }
  }

  @Test func `a frame over the limit is skipped and the next one is read`() {
    var bytes = ByteBuffer.frame(.request, stream: 1, payload: ByteBuffer(repeating: 0, count: 5000))
    bytes.writeImmutableBuffer(.frame(.cancel, stream: 9))
    var pieces: [ByteBuffer] = []
    var rest = bytes
    while let piece = rest.readSlice(length: min(700, rest.readableBytes)), piece.readableBytes > 0 {
      pieces.append(piece)
    }
    let expected: [FrameDecoder.Event] = [
      .oversized(FrameHeader(length: 5000, streamID: 1, type: .request)),
      .frame(FrameHeader(length: 0, streamID: 9, type: .cancel), payload: ByteBuffer()),
    ]
    #expect(events([bytes]) == expected)
    #expect(events(pieces) == expected)
  }

  @Test func `any flipped bit gives frames, skips or silence`() {
    for bit in 0..<recorded.readableBytes * 8 {
      var damaged = recorded
      if let byte = damaged.getInteger(at: bit / 8, as: UInt8.self) {
        damaged.setInteger(byte ^ (1 << UInt8(bit % 8)), at: bit / 8)
      }
      for case .frame(_, let payload) in events([damaged]) {
        _ = try? RequestEnvelope(payload.readableBytesSpan)
        _ = try? ResponseEnvelope(payload.readableBytesSpan)
      }
    }
  }
}
