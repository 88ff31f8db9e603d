import Testing

@testable import TTRPC

@Suite struct `Server connection state` {
  private func header(_ type: FrameType, _ stream: UInt32, length: UInt32 = 0) -> FrameHeader {
    FrameHeader(length: length, streamID: stream, type: type)
  }

  private func state(streams: Int = 2) -> ServerConnectionState<String> {
    ServerConnectionState(maximumStreams: streams, maximumFrameSize: 100)
  }

  @Test func `requests on odd, growing streams are answered`() {
    var state = state()
    for stream: UInt32 in [1, 3, 9, 4_294_967_295] { #expect(state.receive(header(.request, stream)) == .answer) }
  }

  @Test func `requests on even or old streams are refused, and those after them answered`() {
    var state = state()
    #expect(state.receive(header(.request, 5)) == .answer)
    let even = RPCError(.invalidArgument, "StreamID must be odd for client initiated streams")
    let old = RPCError(.invalidArgument, "StreamID cannot be re-used and must increment")
    #expect(state.receive(header(.request, 6)) == .refuse(even))
    #expect(state.receive(header(.request, 0)) == .refuse(even))
    #expect(state.receive(header(.request, 5)) == .refuse(old))
    #expect(state.receive(header(.request, 3)) == .refuse(old))
    #expect(state.receive(header(.request, 7)) == .answer)
  }

  @Test func `frames of other types are ignored`() {
    var state = state()
    for type: UInt8 in [0, 2, 3, 4, 0x10, 0x12, 0xFF] {
      #expect(state.receive(header(FrameType(rawValue: type), 1)) == .ignore)
    }
  }

  @Test func `an oversized request is refused and uses up its stream`() {
    var state = state()
    let error = RPCError(.resourceExhausted, "message length 101 exceed maximum message size of 100")
    #expect(state.receiveOversized(header(.request, 3, length: 101)) == .refuse(error))
    #expect(state.receive(header(.request, 3)) != .answer)
    #expect(state.receiveOversized(header(.data, 5, length: 101)) == .ignore)
  }

  @Test func `only open streams can be cancelled, and there is room for some`() {
    var state = state(streams: 2)
    #expect(state.receive(header(.cancel, 1)) == .ignore)
    state.open("a", id: 1)
    #expect(state.hasRoom)
    state.open("b", id: 3)
    #expect(!state.hasRoom)
    #expect(state.receive(header(.cancel, 1)) == .cancel)
    #expect(state.close(1) == "a")
    #expect(state.close(1) == nil)
    #expect(state.receive(header(.cancel, 1)) == .ignore)
    #expect(state.hasRoom)
    #expect(state.end() == [3: "b"])
    #expect(state.receive(header(.request, 9)) == .ignore)
  }

  @Test func `zlib is offered back only to a client that reads it`() {
    var state = state()
    #expect(state.learn(from: ["accept-compression": "gzip", "accept-goaway": "0", "other": "zlib"]) == false)
    #expect(!state.clientReadsZlib)
    #expect(!state.clientHeedsGoaway)
    #expect(state.learn(from: ["accept-compression": "zlib"]) == true)
    #expect(state.clientReadsZlib)
    #expect(state.learn(from: ["traceparent": "00"]) == false)
    #expect(state.clientReadsZlib)
  }

  @Test func `goaway is due once, when the server drains and the client heeds it`() {
    var state = state()
    _ = state.receive(header(.request, 7))
    #expect(state.goawayDue() == nil)
    state.drain()
    #expect(state.goawayDue() == nil)
    _ = state.learn(from: ["accept-goaway": "1"])
    #expect(state.goawayDue() == 7)
    #expect(state.goawayDue() == nil)
    #expect(state.receive(header(.request, 9)) == .answer)
  }
}

@Suite struct `Client connection state` {
  private typealias State = ClientConnectionState<String>

  private func describe(_ action: State.FrameAction) -> String {
    switch action {
    case .ignore: "ignore"
    case .finish(let call): "finish \(call)"
    case .message(let call): "message \(call)"
    case .end(let call, let hasMessage): "end \(call) \(hasMessage)"
    case .leave: "leave"
    }
  }

  private func receive(
    _ state: inout State, _ type: FrameType, _ stream: UInt32, _ flags: FrameFlags = []
  ) -> String {
    describe(state.receive(FrameHeader(length: 0, streamID: stream, type: type, flags: flags)))
  }

  @Test func `streams are odd and grow`() {
    var state = State()
    #expect(state.open("a") == 1)
    #expect(state.open("b") == 3)
    #expect(receive(&state, .response, 1) == "finish a")
    #expect(state.open("c") == 5)
  }

  @Test func `a call is finished once, and answers that nobody waits for are ignored`() {
    var state = State()
    _ = state.open("a")
    _ = state.open("b")
    #expect(receive(&state, .response, 3) == "finish b")
    #expect(receive(&state, .response, 3) == "ignore")
    #expect(state.close(1) == "a")
    #expect(receive(&state, .response, 1) == "ignore")
    #expect(receive(&state, .request, 1) == "ignore")
    #expect(receive(&state, FrameType(rawValue: 0x77), 1) == "ignore")
  }

  @Test func `a stream has messages and an end`() {
    var state = State()
    _ = state.open("a")
    #expect(receive(&state, .data, 1) == "message a")
    #expect(receive(&state, .data, 1, .noData) == "ignore")
    #expect(receive(&state, .data, 1, [.remoteClosed, .noData]) == "end a false")
    #expect(receive(&state, .data, 1) == "ignore")
    _ = state.open("b")
    #expect(receive(&state, .data, 3, .remoteClosed) == "end b true")
    _ = state.open("c")
    #expect(receive(&state, .data, 5) == "message c")
    #expect(receive(&state, .response, 5) == "finish c")
  }

  @Test func `after goaway nothing begins and what waits is answered`() {
    var state = State()
    _ = state.open("a")
    #expect(receive(&state, .goaway, 1) == "leave")
    #expect(receive(&state, .goaway, 1) == "ignore")
    #expect(state.open("b") == nil)
    #expect(!state.isDone)
    #expect(receive(&state, .response, 1) == "finish a")
    #expect(state.isDone)
  }

  @Test func `the end of the connection gives back what waits`() {
    var state = State()
    _ = state.open("a")
    #expect(state.end() == [1: "a"])
    #expect(state.open("b") == nil)
    #expect(state.phase == .closed)
  }
}

@Suite struct `Patience` {
  @Test func `a frame that does not end is told from one that is on its way`() {
    var watch = SilenceWatch()
    func check(_ isInsideFrame: Bool) -> SilenceWatch.Verdict {
      watch.check(after: .seconds(1), isInsideFrame: isInsideFrame, hasStreams: false, idleTimeout: .seconds(3))
    }
    watch.noteBytes()
    #expect(check(true) == .fine)
    watch.noteBytes()
    watch.noteFrame()
    #expect(check(true) == .fine)
    watch.noteBytes()
    #expect(check(true) == .stalled)
  }

  @Test func `silence counts only without calls`() {
    var watch = SilenceWatch()
    func check(_ hasStreams: Bool) -> SilenceWatch.Verdict {
      watch.check(after: .seconds(1), isInsideFrame: false, hasStreams: hasStreams, idleTimeout: .seconds(3))
    }
    watch.noteBytes()
    #expect(check(false) == .fine)
    #expect(check(false) == .fine)
    #expect(check(true) == .fine)
    #expect(check(false) == .fine)
    #expect(check(false) == .fine)
    #expect(check(false) == .idle)
  }

  @Test func `a back-off grows to its longest and keeps apart those who wait`() {
    var backoff = Backoff(first: .milliseconds(100), longest: .seconds(1))
    var expected = Duration.milliseconds(100)
    for _ in 0..<100 {
      let pause = backoff.next()
      #expect(pause >= expected / 2 && pause <= expected)
      expected = min(.seconds(1), expected * 2)
    }
    backoff.reset()
    #expect(backoff.next() <= .milliseconds(100))
  }

  @Test func `a retry budget is spent, and earned back by successes`() {
    var budget = RetryBudget(capacity: 2)
    #expect(budget.withdraw() == true)
    #expect(budget.withdraw() == true)
    #expect(budget.withdraw() == false)
    for _ in 0..<11 { budget.noteSuccess() }
    #expect(budget.withdraw() == true)
    #expect(budget.withdraw() == false)
  }
}
