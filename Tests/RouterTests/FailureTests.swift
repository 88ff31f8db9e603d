import EntenteClient
import EntenteCorpus
import EntenteQuery
import EntenteRouter
import EntenteSchema
import EntenteSnapshot
import ProtobufCoding
import TTRPC
import TestCorpora
import Testing

/// What a router answers when shards are down, behind, or say what cannot be.
@Suite(.timeLimit(.minutes(5))) struct FailureTests {
  private let test: ShardedCorpus
  private let shards: ShardedCorpus.Shards

  init() async throws {
    var mixer = try SentenceMixer(seed: 77)
    test = try await ShardedCorpus(mixer.documents(30))
    shards = try test.shards(3)
  }

  private func router(_ channels: [any RPCChannel]) -> QueryClient {
    shards.client(channels)
  }

  /// The shards, of which one is another channel.
  private func channels(with channel: any RPCChannel, at shard: Int) -> [any RPCChannel] {
    var channels = shards.channels
    channels[shard] = channel
    return channels
  }

  @Test func `a shard that is down makes a search unavailable unless a partial answer is allowed`() async throws {
    let router = router(channels(with: DeadChannel(), at: 1))
    var request = SearchRequest(query: "OTAN Japon", pageSize: 50, facets: [.documentKind, .organisation])
    let refusal = await #expect(throws: RPCError.self) { try await router.search(request) }
    #expect(refusal?.code == .unavailable)
    #expect(refusal?.info == RPCErrorInfo(reason: "SHARD_DOWN", domain: "entente", metadata: ["shard": "1"]))
    request.allowPartial = true
    let answer = try await router.search(request)
    #expect(answer.isPartial)
    let whole = try await test.whole.search(request)
    #expect(!whole.isPartial)
    let lost = shards.corpora[1].snapshot.heldDocuments
    let ids = try Set(lost.map { try test.corpus.snapshot.documents[$0].id })
    let left = whole.hits.filter { !ids.contains($0.document?.id ?? "") }
    #expect(answer.hits == left)
    #expect(left.count < whole.hits.count)
    #expect(answer.totalHits == UInt64(left.count))
    // What any shard knows is answered by another one.
    for _ in 0..<6 {
      #expect(
        try await router.listDocuments(ListDocumentsRequest()) == test.whole.listDocuments(ListDocumentsRequest()))
    }
    let health = await shards.service(channels(with: DeadChannel(), at: 1)).check()
    #expect(health.status == .notServing)
    #expect(health.sourceProblem.contains("1"))
    #expect(await shards.service(shards.channels).check().status == .serving)
  }

  @Test func `with every shard down there is no partial answer`() async throws {
    let router = router([DeadChannel(), DeadChannel(), DeadChannel()])
    let outcome = await Outcome { () async throws(RPCError) in
      try await router.search(SearchRequest(query: "OTAN", allowPartial: true))
    }
    guard case .error(.unavailable, _) = outcome else {
      Issue.record("\(outcome)")
      return
    }
  }

  @Test func `a shard of another corpus is not searched`() async throws {
    let other = try await CorpusFixture.make(CorpusFixture.spellings)
    let channel = LocalChannel([
      QueryService { other }.queryService, ShardService { _ in other }.shardService,
    ])
    let router = router(channels(with: channel, at: 0))
    let outcome = await Outcome { () async throws(RPCError) in try await router.search(SearchRequest(query: "OTAN")) }
    guard case .error(.unavailable, _) = outcome else {
      Issue.record("\(outcome)")
      return
    }
  }

  @Test func `a page token of another request or corpus is refused`() async throws {
    let router = shards.router
    let first = try await router.search(SearchRequest(query: "OTAN", pageSize: 2))
    #expect(!first.nextPageToken.isEmpty)
    for token in ["x", String(repeating: "f", count: 48), String(repeating: "0", count: 4096)] {
      await #expect(throws: RPCError.self) {
        try await router.search(SearchRequest(query: "OTAN", pageSize: 2, pageToken: token))
      }
    }
    await #expect(throws: RPCError.self) {
      try await router.search(SearchRequest(query: "Japon", pageSize: 2, pageToken: first.nextPageToken))
    }
  }

  @Test func `a minimum generation that no shard has is unavailable`() async throws {
    let outcome = await Outcome { () async throws(RPCError) in
      try await shards.router.search(SearchRequest(query: "OTAN", minimumGeneration: 9))
    }
    guard case .error(.unavailable, _) = outcome else {
      Issue.record("\(outcome)")
      return
    }
  }

  @Test func `a shard asked directly sends callers to the router`() async throws {
    let shard = QueryClient(shards.channels[0])
    for call in [
      await Outcome { () async throws(RPCError) in try await shard.search(SearchRequest(query: "OTAN")).totalHits },
      await Outcome { () async throws(RPCError) in
        UInt64(try await shard.suggest(SuggestRequest(prefix: "O")).suggestions.count)
      },
      await Outcome { () async throws(RPCError) in
        UInt64(try await shard.getDocument(GetDocumentRequest(id: "programme-0")).textSize)
      },
    ] {
      guard case .error(.failedPrecondition, let message) = call else {
        Issue.record("\(call)")
        continue
      }
      #expect(message.contains("entente-router"))
    }
  }

  /// Answers that no honest shard gives: each must become an error, never a wrong answer.
  @Test(arguments: 0..<11) func `a shard that lies gets an error`(lie: Int) async throws {
    let channel = LyingChannel(truth: shards.channels[1]) { answer in
      switch lie {
      case 0: answer.hits.append(RankedDocument(ordinal: 0, score: 1, order: 1))
      case 1: answer.hits = answer.hits + answer.hits
      case 2: answer.totalHits = .max
      case 3: answer.facets.removeAll()
      case 4: answer.facets[0].entities.append(3)
      case 5: for index in answer.hits.indices { answer.hits[index].score = .nan }
      case 6: answer.hits = (0..<5000).map { RankedDocument(ordinal: $0, score: 1, order: 1) }
      case 7: answer.facets.reverse()
      case 8: answer.shown += answer.shown
      case 9: answer.shown = answer.shown.map { _ in ShownHit() }
      default: answer.corrections = [Correction(start: 9, end: 3)]
      }
    }
    let router = router(channels(with: channel, at: 1))
    let query = lie == 10 ? "cyberdéfnse" : "OTAN"
    let outcome = await Outcome { () async throws(RPCError) in
      try await router.search(SearchRequest(query: query, facets: [.person, .year], allowPartial: true))
    }
    guard case .error(.internal, _) = outcome else {
      Issue.record("\(outcome)")
      return
    }
  }
}

/// A shard without any replica.
private struct DeadChannel: RPCChannel {
  func unary<Request: ProtobufMessage, Response: ProtobufMessage>(
    service: String, method: String, _ request: Request, options: CallOptions
  ) async throws(RPCError) -> Response {
    throw RPCError(.unavailable, "down")
  }

  func serverStreaming<Request: ProtobufMessage, Response: ProtobufMessage>(
    service: String, method: String, _ request: Request, options: CallOptions
  ) throws(RPCError) -> ResponseStream<Response> {
    throw RPCError(.unavailable, "down")
  }
}

/// A shard whose answers to searches are changed on the way.
private struct LyingChannel: RPCChannel {
  let truth: any RPCChannel
  let change: @Sendable (inout ShardSearchResponse) -> Void

  func unary<Request: ProtobufMessage, Response: ProtobufMessage>(
    service: String, method: String, _ request: Request, options: CallOptions
  ) async throws(RPCError) -> Response {
    let response: Response = try await truth.unary(service: service, method: method, request, options: options)
    guard var search = response as? ShardSearchResponse else { return response }
    change(&search)
    return search as? Response ?? response
  }

  func serverStreaming<Request: ProtobufMessage, Response: ProtobufMessage>(
    service: String, method: String, _ request: Request, options: CallOptions
  ) throws(RPCError) -> ResponseStream<Response> {
    throw RPCError(.unimplemented, method)
  }
}
