import NIOCore
import TTRPC
import Testing

@Suite(.timeLimit(.minutes(2))) struct `Our client and our server` {
  private func swap(_ client: RPCClient, _ key: String, _ value: String) async throws -> TTRPCKeyValue {
    try await client.unary(service: "test.Typed", method: "Swap", TTRPCKeyValue(key: key, value: value))
  }

  private func numbers(
    _ client: RPCClient, _ method: String, _ request: TTRPCStatus, timeout: Duration? = nil
  ) throws -> ResponseStream<TTRPCStatus> {
    try client.serverStreaming(
      service: "test.Typed", method: method, request, options: CallOptions(timeout: timeout))
  }

  @Test func `messages go there and back`() async throws {
    try await withServer { server, port in
      try await withClient(port) { client in
        let answer = try await swap(client, "clé", "")
        #expect(answer == TTRPCKeyValue(key: "", value: "clé"))
      }
      let counters = server.counters
      #expect(counters.calls.map(\.method) == ["Swap"])
      #expect(counters.bytesReceived > 0 && counters.bytesSent > 0)
      #expect(counters.acceptedConnections == 1)
    }
  }

  @Test func `calls at once share a connection and get their own answers`() async throws {
    try await withServer { server, port in
      try await withClient(port) { client in
        let wrong = try await withThrowingTaskGroup(of: Int.self) { group in
          for worker in 0..<40 {
            group.addTask {
              var wrong = 0
              for call in 0..<50 where try await swap(client, "\(worker)", "\(call)").key != "\(call)" { wrong += 1 }
              return wrong
            }
          }
          return try await group.reduce(0, +)
        }
        #expect(wrong == 0)
      }
      #expect(server.counters.acceptedConnections == 1)
      #expect(server.counters.calls.map(\.count) == [2000])
    }
  }

  @Test func `zlib moves fewer bytes and the same answers`() async throws {
    try await withServer { server, port in
      var plain = ClientConfiguration()
      plain.usesCompression = false
      let text = ByteBuffer(string: String(repeating: "la coopération entre l'OTAN et le Japon ; ", count: 500))
      func bytes(_ configuration: ClientConfiguration) async throws -> ClientCounters {
        try await withClient(port, configuration: configuration) { client in
          for _ in 0..<10 {
            let answer = try await client.raw(service: "bench.Echo", method: "Echo", text)
            #expect(answer == text)
          }
          return client.counters
        }
      }
      let without = try await bytes(plain)
      let with = try await bytes(ClientConfiguration())
      print(
        "ten echoes of \(text.readableBytes) bytes, received: plain \(without.bytesReceived), zlib \(with.bytesReceived)"
      )
      #expect(with.bytesReceived * 10 < without.bytesReceived)
      #expect(with.bytesReceived + with.bytesSavedReceiving >= without.bytesReceived)
      // The client hears in the first answer that it may compress: nine requests of ten.
      #expect(with.bytesSent * 5 < without.bytesSent)
      #expect(server.counters.bytesSavedSending == with.bytesSavedReceiving)
      #expect(server.counters.bytesSavedReceiving == with.bytesSavedSending)
    }
  }

  @Test func `what does not shrink is sent as it is`() async throws {
    try await withServer { server, port in
      try await withClient(port) { client in
        var generator = SystemRandomNumberGenerator()
        let noise = ByteBuffer(bytes: (0..<50_000).map { _ in UInt8.random(in: 0...255, using: &generator) })
        for _ in 0..<10 {
          let answer = try await client.raw(service: "bench.Echo", method: "Echo", noise)
          #expect(answer == noise)
        }
        #expect(client.counters.bytesSavedReceiving == 0)
      }
    }
  }

  @Test func `a stream arrives in order, and ends`() async throws {
    try await withServer { server, port in
      try await withClient(port) { client in
        for count: Int32 in [0, 1, 1000] {
          var next: Int32 = 0
          for try await message in try numbers(client, "Count", TTRPCStatus(code: count, message: "m")) {
            #expect(message.code == next)
            next += 1
          }
          #expect(next == count)
        }
      }
      #expect(server.counters.callsInFlight == 0)
    }
  }

  @Test func `a stream that fails gives what came before and the error`() async throws {
    try await withServer { _, port in
      try await withClient(port) { client in
        var received: [Int32] = []
        let error = await failure {
          for try await message in try numbers(client, "Break", TTRPCStatus()) { received.append(message.code) }
        }
        #expect(received == [1])
        #expect(error == RPCError(.dataLoss, "the rest is gone"))
      }
    }
  }

  @Test func `leaving a stream stops its handler`() async throws {
    try await withServer { server, port in
      try await withClient(port) { client in
        for try await _ in try numbers(client, "Forever", TTRPCStatus()) { break }
        let isOver = try await eventually { server.counters.callsInFlight == 0 }
        #expect(isOver)
      }
    }
  }

  @Test func `a reader that sleeps holds up its stream and nobody else`() async throws {
    var plain = ClientConfiguration()
    plain.usesCompression = false
    try await withServer { server, port in
      try await withClient(port, configuration: plain) { client in
        let stream = try numbers(client, "Forever", TTRPCStatus())
        var iterator = stream.makeAsyncIterator()
        _ = try await iterator.next(isolation: nil)
        // The buffers of the client and of the sockets fill, and then nothing moves.
        var sent: UInt64 = 0
        var isStill = false
        for _ in 0..<100 where !isStill {
          try await Task.sleep(for: .milliseconds(100))
          let now = server.counters.bytesSent + server.counters.bytesSavedSending
          isStill = now == sent
          sent = now
        }
        #expect(isStill)
        let answer = try await swap(client, "a", "b")
        #expect(answer.key == "b")
        for _ in 0..<5000 { _ = try await iterator.next(isolation: nil) }
      }
    }
  }

  @Test func `a deadline ends a call on both sides`() async throws {
    try await withServer { server, port in
      try await withClient(port) { client in
        let late = await failure {
          let _: TTRPCKeyValue = try await client.unary(
            service: "test.Typed", method: "Wait", TTRPCKeyValue(), options: CallOptions(timeout: .milliseconds(50)))
        }
        #expect(late?.code == .deadlineExceeded)
        let cut = await failure {
          for try await _ in try numbers(client, "Forever", TTRPCStatus(), timeout: .milliseconds(50)) {}
        }
        #expect(cut?.code == .deadlineExceeded)
        let isOver = try await eventually { server.counters.callsInFlight == 0 }
        #expect(isOver)
      }
    }
  }

  @Test func `cancelling the task cancels the call`() async throws {
    try await withServer { server, port in
      try await withClient(port) { client in
        let task = Task {
          let _: TTRPCKeyValue = try await client.unary(service: "test.Typed", method: "Wait", TTRPCKeyValue())
        }
        let isRunning = try await eventually { server.counters.callsInFlight == 1 }
        #expect(isRunning)
        task.cancel()
        let error = await failure { try await task.value }
        #expect(error?.code == .cancelled)
        let isOver = try await eventually { server.counters.callsInFlight == 0 }
        #expect(isOver)
        let codes = server.counters.calls.map(\.code)
        #expect(codes == [.cancelled])
        let answer = try await swap(client, "still", "there")
        #expect(answer.key == "there")
      }
    }
  }

  @Test func `one call too many is refused`() async throws {
    var configuration = ServerConfiguration()
    configuration.maximumStreamsPerConnection = 3
    try await withServer(configuration, grace: .milliseconds(20)) { server, port in
      try await withClient(port) { client in
        let waiting = (0..<3).map { _ in
          Task { () throws -> TTRPCKeyValue in
            try await client.unary(service: "test.Typed", method: "Wait", TTRPCKeyValue())
          }
        }
        let isFull = try await eventually { server.counters.callsInFlight == 3 }
        #expect(isFull)
        let refused = await failure {
          let _: TTRPCKeyValue = try await client.unary(service: "test.Typed", method: "Wait", TTRPCKeyValue())
        }
        #expect(refused?.code == .resourceExhausted)
        for task in waiting { task.cancel() }
      }
    }
  }

  @Test func `an answer that fits in no frame is an error, and the connection lives`() async throws {
    try await withServer { _, port in
      try await withClient(port) { client in
        let huge = await failure { try await client.raw(service: "bench.Echo", method: "Huge", ByteBuffer()) }
        #expect(huge?.code == .resourceExhausted)
        let sent = await failure {
          try await client.raw(service: "bench.Echo", method: "Echo", ByteBuffer(repeating: 0, count: 5 << 20))
        }
        #expect(sent?.code == .resourceExhausted)
        let answer = try await swap(client, "a", "b")
        #expect(answer.key == "b")
        #expect(client.counters.connectionsOpened == 1)
      }
    }
  }
}
