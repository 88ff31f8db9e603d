import EntenteClient
import EntenteCorpus
import EntenteSchema
import EntenteSnapshot
import ProtobufCoding
import Synchronization
import TTRPC
import TestCorpora
import Testing

/// How often shards are asked for one answer.
@Suite(.timeLimit(.minutes(5))) struct RoundTripTests {
  private let test: ShardedCorpus

  init() async throws {
    var mixer = try SentenceMixer(seed: 12)
    test = try await ShardedCorpus(mixer.documents(60))
  }

  @Test(arguments: [1, 2, 4]) func `a search asks each shard once, where a page has about as many hits of each`(
    count: Int
  ) async throws {
    let shards = try test.shards(count)
    let calls = CallCounts()
    let router = shards.client(shards.channels.map { CountingChannel(channel: $0, counts: calls) })
    // Two hits for each shard beyond its share: all that a page of so few can have of one.
    let request = SearchRequest(query: "OTAN Japon sécurité", pageSize: UInt32(count > 2 ? 2 : count))
    let found = try await router.search(request)
    #expect(found.hits.count == Int(request.pageSize))
    #expect(calls.named("Search") == count)
    #expect(calls.named("Show") == 0)
  }

  @Test func `only shards with more hits on the page than they have shown are asked again`() async throws {
    let shards = try test.shards(4)
    for query in ["OTAN", "Japon sécurité", "cyberdéfense partenariat", "maritime", "date:2023-07"] {
      for sort in [SearchSort.unspecified, .date] {
        let request = SearchRequest(query: query, pageSize: 12, sort: sort)
        let expected = try await test.whole.search(request)
        let held = try expected.hits.map { hit in
          try shards.corpora.firstIndex { corpus in
            try corpus.snapshot.heldDocuments.contains { try corpus.snapshot.documents[$0].id == hit.document?.id }
          }
        }
        // Of a page of twelve, four shards show five each at once.
        let again = (0..<4).filter { shard in held.count { $0 == shard } > 5 }.count
        let calls = CallCounts()
        let router = shards.client(shards.channels.map { CountingChannel(channel: $0, counts: calls) })
        #expect(try await router.search(request) == expected)
        #expect(calls.named("Show") == again, "\(request)")
        #expect(calls.named("Search") == 4)
      }
    }
  }

  @Test func `the first hits of a question are shown at once, with the scores that they have on the page`() async throws
  {
    let shards = try test.shards(2)
    for pageSize: UInt32 in [1, 2, 7, 20, 21, 60] {
      let calls = CallCounts()
      let router = shards.client(shards.channels.map { CountingChannel(channel: $0, counts: calls) })
      let request = SearchRequest(query: "comment la sécurité au Japon progresse-t-elle ?", pageSize: pageSize)
      let expected = try await test.whole.search(request)
      #expect(try await router.search(request) == expected)
      if pageSize < 3 { #expect(calls.named("Show") == 0) }
      // Beyond the hits that are ranked once more, others keep their scores.
      if pageSize > 20 { #expect(expected.hits.count > 20 && calls.named("Show") == 2) }
    }
  }

  @Test func `hits of later pages are shown when it is known which they are`() async throws {
    let shards = try test.shards(4)
    var request = SearchRequest(query: "OTAN", pageSize: 3)
    request.pageToken = try await test.whole.search(request).nextPageToken
    let calls = CallCounts()
    let router = shards.client(shards.channels.map { CountingChannel(channel: $0, counts: calls) })
    #expect(try await router.search(request) == test.whole.search(request))
    #expect((1...3).contains(calls.named("Show")))
  }

  @Test func `passages end at the same hit, wherever the words were read`() async throws {
    let long = String(repeating: "Le Japon et la défense du pays avancent ensemble, dit le ministre. ", count: 1200)
    let test = try await ShardedCorpus((0..<8).map { ("d\($0)", "Longue \($0)", "Ouverture \($0). " + long) })
    for query in ["+Japon +défense +pays +ministre", "Japon défense pays ministre"] {
      for count in [1, 2, 4] {
        let request = SearchRequest(query: query, pageSize: 8)
        let expected = try await test.whole.search(request)
        #expect(expected.passagesAreCut)
        #expect(try await test.shards(count).router.search(request) == expected)
      }
    }
  }
}

/// How often each method was called.
private final class CallCounts: Sendable {
  private let counts = Mutex<[String: Int]>([:])

  func note(_ method: String) { counts.withLock { $0[method, default: 0] += 1 } }
  func named(_ method: String) -> Int { counts.withLock { $0[method] ?? 0 } }
}

/// A shard whose calls are counted.
private struct CountingChannel: RPCChannel {
  let channel: any RPCChannel
  let counts: CallCounts

  func unary<Request: ProtobufMessage, Response: ProtobufMessage>(
    service: String, method: String, _ request: Request, options: CallOptions
  ) async throws(RPCError) -> Response {
    counts.note(method)
    return try await channel.unary(service: service, method: method, request, options: options)
  }

  func serverStreaming<Request: ProtobufMessage, Response: ProtobufMessage>(
    service: String, method: String, _ request: Request, options: CallOptions
  ) throws(RPCError) -> ResponseStream<Response> {
    throw RPCError(.unimplemented, method)
  }
}
