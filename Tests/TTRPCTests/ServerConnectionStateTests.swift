import Testing

@testable import TTRPC

@Suite struct `Server connection state` {
  private func header(_ type: FrameType, _ stream: UInt32, length: UInt32 = 0) -> FrameHeader {
    FrameHeader(length: length, streamID: stream, type: type)
  }

  private let fresh = ServerConnectionState(maximumFrameSize: 100)

  private func state(after streams: UInt32..., metadata: CallMetadata = CallMetadata()) -> ServerConnectionState {
    var state = fresh
    for stream in streams { _ = state.receive(header(.request, stream)) }
    _ = state.learn(from: metadata)
    return state
  }

  // MARK: Frames

  @Test func `requests on odd, growing streams are answered`() {
    var state = fresh
    for stream: UInt32 in [1, 3, 9, 4_294_967_295] { #expect(state.receive(header(.request, stream)) == .answer) }
  }

  @Test func `requests on even or old streams are refused, and those after them answered`() {
    var state = fresh
    #expect(state.receive(header(.request, 5)) == .answer)
    let even = RPCError(.invalidArgument, "StreamID must be odd for client initiated streams")
    let old = RPCError(.invalidArgument, "StreamID cannot be re-used and must increment")
    #expect(state.receive(header(.request, 6)) == .refuse(even))
    #expect(state.receive(header(.request, 0)) == .refuse(even))
    #expect(state.receive(header(.request, 5)) == .refuse(old))
    #expect(state.receive(header(.request, 3)) == .refuse(old))
    #expect(state.receive(header(.request, 7)) == .answer)
  }

  @Test func `cancels are for the connection to judge, and frames of other types are ignored`() {
    var state = fresh
    #expect(state.receive(header(.cancel, 1)) == .cancel)
    for type: UInt8 in [0, 2, 3, 4, 0x10, 0x12, 0xFF] {
      #expect(state.receive(header(FrameType(rawValue: type), 1)) == .ignore)
    }
  }

  @Test func `an oversized request is refused and uses up its stream`() {
    var state = fresh
    let error = RPCError(.resourceExhausted, "message length 101 exceed maximum message size of 100")
    #expect(state.receiveOversized(header(.request, 3, length: 101)) == .refuse(error))
    #expect(state.receive(header(.request, 3)) != .answer)
    #expect(state.receiveOversized(header(.data, 5, length: 101)) == .ignore)
  }

  // MARK: Extensions

  @Test func `zlib is offered back once, to a client that reads it, in the first response after it said so`() {
    var state = fresh
    _ = state.learn(from: ["accept-compression": "gzip", "accept-goaway": "0", "other": "zlib"])
    #expect(!state.clientReadsZlib)
    #expect(state.takeOffer() == false)
    _ = state.learn(from: ["accept-compression": "zlib"])
    #expect(state.clientReadsZlib)
    _ = state.learn(from: ["traceparent": "00"])
    #expect(state.takeOffer() == true)
    #expect(state.takeOffer() == false)
    #expect(state.clientReadsZlib)
  }

  // MARK: The end

  @Test func `a client that heeds goaway is told once, and asks as long as it likes`() {
    var state = state(after: 7, metadata: ["accept-goaway": "1"])
    #expect(state.drain() == .sendGoaway(7))
    #expect(state.drain() == .ignore)
    #expect(state.phase == .leaving)
    #expect(state.receive(header(.request, 9)) == .answer)
    #expect(state.noteAllAnswered() == false)
    #expect(state.inputEnded(isBusy: false) == .close)
  }

  @Test func `a client that says only while the server drains that it heeds goaway is told then`() {
    var state = state(after: 7)
    #expect(state.drain() == .settle)
    _ = state.receive(header(.request, 9))
    #expect(state.learn(from: ["accept-goaway": "1"]) == 9)
    #expect(state.learn(from: ["accept-goaway": "1"]) == nil)
    #expect(state.phase == .leaving)
  }

  @Test func `a client that knows no goaway is closed once, when all is answered`() {
    var state = state(after: 1)
    #expect(state.noteAllAnswered() == false)
    #expect(state.drain() == .settle)
    #expect(state.receive(header(.request, 3)) == .answer)
    #expect(state.noteAllAnswered() == true)
    #expect(state.noteAllAnswered() == false)
    #expect(state.phase == .lingering)
    #expect(state.receive(header(.request, 5)) == .tooLate)
    #expect(state.receive(header(.cancel, 1)) == .ignore)
    #expect(state.inputEnded(isBusy: false) == .close)
  }

  @Test func `a client that sends no more gets its answers first`() {
    var busy = state(after: 1)
    #expect(busy.inputEnded(isBusy: true) == .finish)
    #expect(busy.closesWhenIdle)
    #expect(busy.inputEnded(isBusy: true) == .ignore)
    #expect(busy.drain() == .ignore)
    var idle = state(after: 1)
    #expect(idle.inputEnded(isBusy: false) == .close)
  }

  @Test func `nothing is read after the end`() {
    var state = fresh
    state.close()
    #expect(state.receive(header(.request, 1)) == .ignore)
    #expect(state.receiveOversized(header(.request, 3, length: 101)) == .ignore)
    #expect(state.inputEnded(isBusy: true) == .ignore)
    #expect(state.drain() == .ignore)
  }
}
