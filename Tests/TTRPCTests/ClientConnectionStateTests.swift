import Testing

@testable import TTRPC

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

  @Test func `the server is told what is read here until a request has had room for it`() {
    var state = State()
    #expect(state.owesAnnouncement)
    _ = state.open("too large to hold it")
    #expect(state.owesAnnouncement)
    state.noteAnnounced()
    #expect(!state.owesAnnouncement)
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
