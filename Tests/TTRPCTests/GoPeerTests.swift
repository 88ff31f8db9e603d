import NIOCore
import TTRPC
import Testing

@Suite(.timeLimit(.minutes(5))) struct `Stock Go peers` {
  @Test func `a Go client calls our server`() async throws {
    try await withServer { _, port in
      let address = "127.0.0.1:\(port)"
      let answer1 = try await GoPeer.run("call", address, "bench.Echo", "Echo", "0", "70696e67")
      #expect(answer1 == "OK 70696e67")
      let answer2 = try await GoPeer.run("call", address, "bench.Echo", "Echo", "0", "")
      #expect(answer2 == "OK")
      let answer3 = try await GoPeer.run("call", address, "bench.Echo", "Fail", "0", "")
      #expect(answer3 == "NotFound nothing here")
    }
  }

  @Test func `a Go client is refused what does not exist in the words that it knows`() async throws {
    try await withServer { _, port in
      let address = "127.0.0.1:\(port)"
      let answer1 = try await GoPeer.run("call", address, "bench.Echo", "Nope", "0", "")
      #expect(answer1 == "Unimplemented method Nope")
      let answer2 = try await GoPeer.run("call", address, "no.Service", "Nope", "0", "")
      #expect(answer2 == "Unimplemented service no.Service")
    }
    try await GoPeer.withServer { port in
      let address = "127.0.0.1:\(port)"
      let answer3 = try await GoPeer.run("call", address, "bench.Echo", "Nope", "0", "")
      #expect(answer3 == "Unimplemented method Nope")
      let answer4 = try await GoPeer.run("call", address, "no.Service", "Nope", "0", "")
      #expect(answer4 == "Unimplemented service no.Service")
    }
  }

  @Test func `a Go client learns that its payload cannot be decoded`() async throws {
    try await withServer { _, port in
      let answer = try await GoPeer.run("call", "127.0.0.1:\(port)", "test.Typed", "Swap", "0", "0aff")
      #expect(answer.hasPrefix("InvalidArgument ttrpc: error unmarshalling payload: "))
    }
  }

  @Test func `the deadline of a Go client reaches the handler and ends its call`() async throws {
    try await withServer { server, port in
      let address = "127.0.0.1:\(port)"
      let answer1 = try await GoPeer.run("call", address, "bench.Echo", "Timeout", "5000", "")
      #expect(answer1 == "OK 736f6d65")
      let answer2 = try await GoPeer.run("call", address, "bench.Echo", "Timeout", "0", "")
      #expect(answer2 == "OK 6e6f6e65")
      let late = try await GoPeer.run("call", address, "test.Typed", "Wait", "100", "")
      #expect(late == "TIMEOUT" || late.hasPrefix("DeadlineExceeded"))
      let isOver = try await eventually { server.counters.callsInFlight == 0 }
      #expect(isOver)
    }
  }

  @Test func `many calls of a Go client at once get their own answers`() async throws {
    try await withServer { server, port in
      let address = "127.0.0.1:\(port)"
      let answer = try await GoPeer.run("hammer", address, "bench.Echo", "Echo", "20000", "50", "200")
      #expect(answer == "OK 20000")
      #expect(server.counters.calls.first?.count == 20_000)
    }
  }

  @Test func `large payloads of a Go client come back`() async throws {
    try await withServer { _, port in
      let address = "127.0.0.1:\(port)"
      let answer = try await GoPeer.run("hammer", address, "bench.Echo", "Echo", "20", "4", "4000000")
      #expect(answer == "OK 20")
    }
  }

  @Test func `a Go client gets RESOURCE_EXHAUSTED for an answer that fits in no frame`() async throws {
    try await withServer { _, port in
      let answer = try await GoPeer.run("call", "127.0.0.1:\(port)", "bench.Echo", "Huge", "0", "")
      #expect(answer.hasPrefix("ResourceExhausted"))
    }
  }

  @Test func `our client calls a Go server`() async throws {
    try await GoPeer.withServer { port in
      try await withClient(port) { client in
        for size in [0, 1, 200, 70_000, 3_000_000] {
          let payload = ByteBuffer(repeating: 0x5A, count: size)
          let answer = try await client.raw(service: "bench.Echo", method: "Echo", payload)
          #expect(answer == payload)
        }
        // A stock server never says that it reads zlib, and is never sent any.
        #expect(client.counters.bytesSavedSending == 0)
        let value = try await client.raw(
          service: "bench.Echo", method: "Metadata", ByteBuffer(string: "traceparent"),
          options: CallOptions(metadata: ["traceparent": "00-ab"]))
        #expect(String(buffer: value) == "00-ab")
      }
    }
  }

  @Test func `our client understands the errors of a Go server`() async throws {
    try await GoPeer.withServer { port in
      try await withClient(port) { client in
        let refused = await failure { try await client.raw(service: "bench.Echo", method: "Fail", ByteBuffer()) }
        #expect(refused == RPCError(.notFound, "nothing here"))
        let unknown = await failure { try await client.raw(service: "bench.Echo", method: "Nope", ByteBuffer()) }
        #expect(unknown == RPCError(.unimplemented, "method Nope"))
        let late = await failure {
          try await client.raw(
            service: "bench.Echo", method: "Wait", ByteBuffer(), options: CallOptions(timeout: .milliseconds(100)))
        }
        #expect(late?.code == .deadlineExceeded)
      }
    }
  }

  @Test func `many calls of our client to a Go server get their own answers`() async throws {
    try await GoPeer.withServer { port in
      try await withClient(port) { client in
        try await withThrowingTaskGroup(of: Bool.self) { group in
          for worker in 0..<50 {
            group.addTask {
              for call in 0..<100 {
                let payload = ByteBuffer(string: "\(worker)/\(call)")
                guard try await client.raw(service: "bench.Echo", method: "Echo", payload) == payload else {
                  return false
                }
              }
              return true
            }
          }
          for try await isRight in group { #expect(isRight) }
        }
      }
    }
  }
}

@Suite(.timeLimit(.minutes(5))) struct `A rolling restart under a stock Go client` {
  @Test func `a drain ends with an answer, long before its grace, and cuts no more than what crosses it`() async throws
  {
    for inFlight in [1, 8] {
      let first = RPCServer(services: [EchoServices.echo])
      let second = RPCServer(services: [EchoServices.echo])
      let ports = [
        try await first.listen(host: "127.0.0.1", port: 0), try await second.listen(host: "127.0.0.1", port: 0),
      ]
      async let report = GoPeer.run(
        "follow", ports.map { "127.0.0.1:\($0)" }.joined(separator: ","), "bench.Echo", "Echo", "1500", "\(inFlight)")
      let isBusy = try await eventually { (first.counters.calls.first?.count ?? 0) > 100 }
      #expect(isBusy)
      await first.drain(within: .seconds(20))
      let isLeft = try await eventually { first.counters.openConnections == 0 }
      #expect(isLeft)
      #expect(first.counters.callsCut <= UInt64(inFlight))
      let numbers = try await report.split(separator: " ").compactMap { Int($0) }
      #expect(
        numbers.count == 3 && numbers[0] > 100 && numbers[1] < inFlight && numbers[2] >= 2,
        "calls, failures, connections: \(numbers)")
      await second.drain(within: .milliseconds(50))
    }
  }
}
