import EntenteSchema
import Foundation
import ProtobufCoding
import Testing

/// Messages that are passed on as they are.
@Suite struct EncodedMessageTests {
  private let response = SearchResponse(
    snapshot: SnapshotReference(id: "ab", generation: 3), totalHits: 300, totalIsExact: true, nextPageToken: "t")

  @Test func `a message comes out as it went in`() throws {
    let encoded = EncodedMessage(response)
    #expect(encoded.bytes == response.protobufBytes())
    #expect(try encoded.decoded() == response)
    let passed = try EncodedMessage<SearchResponse>(protobuf: encoded.protobufBytes())
    #expect(passed == encoded)
    #expect(EncodedMessage<SearchResponse>.protobufName == SearchResponse.protobufName)
  }

  @Test func `it may stand in a message of its own kind, and in none that ends before it`() throws {
    let request = ShardSuggestRequest(corpusID: "c", request: SuggestRequest(prefix: "cyb", limit: 4))
    var reader = ProtobufReader(unsafe request.protobufBytes().span.bytes)
    var found: EncodedMessage<SuggestRequest>?
    var corpus = ""
    while true {
      let tag = try reader.nextTag()
      if tag == 0 { break }
      if tag >> 3 == 2 { try reader.message(into: &found) } else { corpus = try reader.string() }
    }
    #expect(try found?.decoded() == request.request)
    #expect(corpus == "c")
  }

  @Test(arguments: [0, 1, 127, 128, 20_000]) func `fields are added behind those that it has`(size: Int) throws {
    let hits = [
      SearchHit(document: DocumentSummary(id: "a"), score: 2),
      SearchHit(document: DocumentSummary(id: String(repeating: "b", count: size)), score: 1),
    ]
    var encoded = EncodedMessage(response)
    for hit in hits { encoded.append(hit.protobufBytes(), field: 2) }
    var expected = response
    expected.hits = hits
    #expect(try encoded.decoded() == expected)
    #expect(encoded.protobufSize == expected.protobufSize)
  }

  @Test func `its JSON is that of the message`() throws {
    let json = try JSONEncoder().encode(EncodedMessage(response))
    #expect(try JSONDecoder().decode(SearchResponse.self, from: json) == response)
    #expect(try JSONDecoder().decode(EncodedMessage<SearchResponse>.self, from: json).decoded() == response)
  }

  @Test func `bytes that are no message are found out when they are decoded`() throws {
    let encoded = try EncodedMessage<SearchResponse>(protobuf: [0x12, 0x7F, 1])
    #expect(encoded.protobufBytes() == [0x12, 0x7F, 1])
    #expect(throws: ProtobufError.self) { try encoded.decoded() }
    #expect(throws: (any Error).self) { try JSONEncoder().encode(encoded) }
  }
}
